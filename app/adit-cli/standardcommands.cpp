// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/commands.h"
#include "core/standard/standardjson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace adit::cli {

namespace {

QJsonObject summaryJson(const Standard &standard)
{
    return {{QStringLiteral("id"), standard.qualifiedId()},
            {QStringLiteral("title"), standard.title().in(QStringLiteral("en"))},
            {QStringLiteral("official"), standard.parts().official},
            {QStringLiteral("hash"), toHex(standard.hash())},
            {QStringLiteral("principles"), static_cast<int>(standard.principles().size())},
            {QStringLiteral("requirements"), static_cast<int>(standard.requirements().size())},
            {QStringLiteral("critical"), standard.criticalCount()},
            {QStringLiteral("critical_assumed"), standard.assumedCriticalCount()}};
}

void saySummary(const Standard &standard, const Console &console)
{
    console.say(QStringLiteral("%1  %2: %3 requirements, %4 critical (%5 of them assumed)")
                    .arg(standard.qualifiedId(), standard.title().in(console.language))
                    .arg(standard.requirements().size())
                    .arg(standard.criticalCount())
                    .arg(standard.assumedCriticalCount()));
}

int list(const Console &console)
{
    QJsonArray standards;
    for (const QString &id : shippedStandards()) {
        const auto standard = shippedStandard(id);
        if (!standard)
            return console.fail(standard.error());
        saySummary(*standard, console);
        standards.append(summaryJson(*standard));
    }
    console.answer({{QStringLiteral("standards"), standards}});
    return Done;
}

int show(const std::string &id, const Console &console)
{
    const auto standard = shippedStandard(fromUtf8(id));
    if (!standard)
        return console.fail(standard.error());
    saySummary(*standard, console);
    console.say(standard->notice().in(console.language));
    for (const StandardNode &node : standard->nodes()) {
        const QString indent(2 * static_cast<int>(node.code.level()), QLatin1Char(' '));
        console.say(indent + node.code.toString() + (node.critical ? QStringLiteral(" ◆ ") : QStringLiteral(" ")) +
                    node.title.in(console.language));
        if (!node.statement.isEmpty())
            console.say(indent + QStringLiteral("  ") + node.statement.in(console.language));
    }
    QJsonObject whole = summaryJson(*standard);
    whole.insert(QStringLiteral("standard"), QJsonDocument::fromJson(canonicalJson(*standard)).object());
    console.answer(whole);
    return Done;
}

int validate(const std::string &path, const Console &console)
{
    const auto name = pathFrom("file", path);
    if (!name)
        return console.fail(name.error());
    QFile file(*name);
    if (!file.exists())
        return console.fail({ErrorCode::FileMissing, file.fileName()});
    if (!file.open(QIODevice::ReadOnly))
        return console.fail({ErrorCode::StorageFailed, file.fileName(), file.errorString()});
    constexpr qint64 largestFile = 64 * 1024 * 1024;
    const auto standard = parseStandard(file.read(largestFile + 1));
    if (!standard)
        return console.fail(standard.error());
    console.say(QStringLiteral("Valid."));
    saySummary(*standard, console);
    QJsonObject answer = summaryJson(*standard);
    answer.insert(QStringLiteral("ok"), true);
    console.answer(answer);
    return Done;
}

} // namespace

void addStandardCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group = program.add_subcommand("standard", "Catalogues of requirements");
    group->require_subcommand(1);
    group->fallthrough();
    group->footer("Example: adit-cli standard list");
    CLI::App *listCommand = group->add_subcommand("list", "The catalogues that come with Adit");
    listCommand->footer("Example: adit-cli standard list --json");
    listCommand->callback([&chosen] { chosen = list; });

    auto id = std::make_shared<std::string>();
    CLI::App *showCommand = group->add_subcommand("show", "One catalogue in full");
    showCommand->add_option("id", *id, "Its id; see: standard list")->required();
    showCommand->footer("Example: adit-cli standard show irma-style-1.0");
    showCommand->callback([&chosen, id] { chosen = [id](const Console &console) { return show(*id, console); }; });

    auto file = std::make_shared<std::string>();
    CLI::App *validateCommand = group->add_subcommand("validate", "Check a catalogue's file against schema and rules");
    validateCommand->add_option("file", *file, "JSON file")->required();
    validateCommand->footer("Example: adit-cli standard validate our-standard.json");
    validateCommand->callback(
        [&chosen, file] { chosen = [file](const Console &console) { return validate(*file, console); }; });
}

} // namespace adit::cli
