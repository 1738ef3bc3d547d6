// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/recordlist.h"

#include "app/adit-cli/profilefiles.h"
#include "core/edits/identityverbs.h"
#include "core/evidence/filereader.h"

#include <QDir>
#include <QJsonArray>
#include <algorithm>

namespace adit::cli {

namespace {

Result<QString> sealFor(const CaseDocument &document, Draft &draft, const EntityRef &entity, const FieldInfo &field,
                        const QString &text)
{
    if (const auto profile = document.surroundings().profile)
        return IdentityWriter(*profile).seal(draft, entity, field, text);
    const bool isFirst = !knownMachineProfile();
    ADIT_TRY_ASSIGN(const auto machine, machineProfile());
    if (isFirst)
        Console().warn(QStringLiteral("Names are sealed with a key of this machine, without a passphrase: %1. Make a "
                                      "profile of your own (profile new) and hand them over to it (people share).")
                           .arg(machineProfilePath()));
    return IdentityWriter(*machine).seal(draft, entity, field, text);
}

QJsonObject jsonOf(const RecordSheet &sheet, const GivenValues &values)
{
    QJsonObject object;
    for (const RecordColumn &column : sheet.columns) {
        const auto given = values.constFind(column.name);
        if (given == values.constEnd())
            continue;
        const bool isList = column.use == ColumnUse::Present || (column.field && isSetType(column.field->type));
        object.insert(column.name,
                      isList ? QJsonValue(QJsonArray::fromStringList(*given)) : QJsonValue(given->first()));
    }
    return object;
}

/// Label and the first few words that tell it apart.
QString lineOf(const RecordSheet &sheet, const GivenValues &values)
{
    constexpr int mostShown = 5;
    constexpr qsizetype widest = 60;
    QStringList shown{values.value(QStringLiteral("id")).join(QString())};
    for (const RecordColumn &column : sheet.columns) {
        const QString text = values.value(column.name).join(QLatin1Char(' ')).simplified();
        if (column.name == QLatin1String("id") || text.isEmpty() || shown.size() > mostShown)
            continue;
        shown.append(text.size() > widest ? text.left(widest - 1) + QChar(0x2026) : text);
    }
    return shown.join(QStringLiteral("  "));
}

} // namespace

RecordSources sourcesFor(CaseDocument &document, const QString &folder)
{
    return {[&document](EntityKind kind) { return document.newEntity(kind); }, [&document] { return document.newId(); },
            [folder](const QString &name) { return readEvidence(QDir(folder).filePath(name)); },
            [&document](Draft &draft, const EntityRef &entity, const FieldInfo &field, const QString &text) {
                return sealFor(document, draft, entity, field, text);
            }};
}

Result<Reveal> revealFor(const CaseDocument &document)
{
    const auto own = document.surroundings().profile;
    const auto profile = own ? own : knownMachineProfile();
    if (!profile)
        return Error{ErrorCode::ProfileNeeded, QStringLiteral("Reading names")};
    return Reveal(
        [compartment = Compartment(document.assessment(), *profile)](const EntityRef &entity, const FieldInfo &field,
                                                                     const QString &sealed) -> std::optional<QString> {
            const auto text = compartment.read(entity, field, sealed);
            return text ? std::optional(*text) : std::nullopt;
        });
}

void addIdentitiesOption(CLI::App &command, const RecordSheet &sheet, bool &isAsked)
{
    const bool holdsNames = std::ranges::any_of(sheet.columns, [](const RecordColumn &column) {
        return column.field && column.field->type == ValueType::Sealed;
    });
    if (holdsNames)
        command.add_flag("--identities", isAsked, "With the names that --profile can read, in clear");
}

int listRecords(const ListOptions &options, const RecordSheet &sheet, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto reveal = options.withIdentities ? revealFor(**document) : Result<Reveal>(Reveal());
    if (!reveal)
        return console.fail(reveal.error());
    const Assessment &assessment = (*document)->assessment();
    QJsonArray array;
    for (const Record *record : recordsInOrder(assessment, sheet.kind)) {
        const GivenValues values = valuesOf(assessment, sheet, *record, *reveal);
        console.say(lineOf(sheet, values));
        QJsonObject object = jsonOf(sheet, values);
        if (sheet.kind == EntityKind::Evidence)
            object.insert(QStringLiteral("sha256"), (*record)[field::evidence::sha256]);
        array.append(object);
    }
    if (array.isEmpty())
        console.say(QStringLiteral("None."));
    console.answer({{sheet.name, array}});
    return Done;
}

} // namespace adit::cli
