// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"

#include "app/adit-cli/arguments.h"

#include <QJsonArray>

namespace adit::cli {

QString fromUtf8(const std::string &text)
{
    return QString::fromStdString(text);
}

QString absentWords(const QStringList &labels)
{
    return QStringLiteral(
               "Backups keep no evidence. Without its bytes: %1. Adding the same files again brings them back.")
        .arg(labels.join(QStringLiteral(", ")));
}

std::optional<QString> given(const CLI::Option *option, const std::string &value)
{
    return option->count() > 0 ? std::optional(fromUtf8(value)) : std::nullopt;
}

Surroundings surroundingsFor(const Console &console)
{
    Surroundings surroundings;
    surroundings.actor = console.actor;
    surroundings.language = console.language;
    surroundings.profile = console.profile;
    return surroundings;
}

Result<std::unique_ptr<CaseDocument>> openCase(const std::string &path, const Console &console)
{
    ADIT_TRY_ASSIGN(const QString file, pathFrom("case", path));
    return CaseDocument::open(file, surroundingsFor(console));
}

QDate todayOf(const CaseDocument &document, const Console &console)
{
    return dateFromIso(console.today).value_or(document.today());
}

CLI::App *commandGroup(CLI::App &program, const char *name, const char *help)
{
    for (CLI::App *known : program.get_subcommands([&](const CLI::App *sub) { return sub->get_name() == name; }))
        return known;
    CLI::App *group = program.add_subcommand(name, help);
    group->require_subcommand(1);
    group->fallthrough();
    return group;
}

int tellImport(int rows, int changed, bool isDryRun, const QStringList &unknownColumns, const Console &console)
{
    if (!unknownColumns.isEmpty())
        console.warn(
            QStringLiteral("Not read, because unknown here: %1.").arg(unknownColumns.join(QStringLiteral(", "))));
    console.say(QStringLiteral("%1 rows read, %2 fields %3.")
                    .arg(rows)
                    .arg(changed)
                    .arg(isDryRun ? QStringLiteral("would change (dry run)") : QStringLiteral("changed")));
    console.answer({{QStringLiteral("rows"), rows},
                    {QStringLiteral("changed"), changed},
                    {QStringLiteral("dry_run"), isDryRun},
                    {QStringLiteral("unknown_columns"), QJsonArray::fromStringList(unknownColumns)}});
    return Done;
}

void warnNamesSealed(const Console &console)
{
    console.warn(QStringLiteral("Not looked through for names: they are sealed. With --profile they are looked for."));
}

int applyAndTell(CaseDocument &document, const Result<Edit> &edit, const Console &console)
{
    if (!edit)
        return console.fail(edit.error());
    const auto changes = document.apply(*edit);
    if (!changes)
        return console.fail(changes.error());
    const int count = static_cast<int>(changes->items.size());
    console.say(count == 0 ? QStringLiteral("Nothing was different.")
                           : QStringLiteral("%1 fields changed.").arg(count));
    console.answer({{QStringLiteral("changed"), count}});
    return Done;
}

} // namespace adit::cli
