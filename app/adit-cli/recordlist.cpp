// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/recordlist.h"

#include "core/evidence/filereader.h"

#include <QDir>
#include <QJsonArray>

namespace adit::cli {

namespace {

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
            [folder](const QString &name) { return readEvidence(QDir(folder).filePath(name)); }};
}

int listRecords(const std::string &path, const RecordSheet &sheet, const Console &console)
{
    const auto document = openCase(path, console);
    if (!document)
        return console.fail(document.error());
    const Assessment &assessment = (*document)->assessment();
    QJsonArray array;
    for (const Record *record : recordsInOrder(assessment, sheet.kind)) {
        const GivenValues values = valuesOf(assessment, sheet, *record);
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
