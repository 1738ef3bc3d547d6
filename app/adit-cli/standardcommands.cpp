// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/arguments.h"
#include "app/adit-cli/commands.h"
#include "app/adit-cli/reporttarget.h"
#include "core/report/catalogue.h"
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

void sayLines(const QString &head, const LocalText &text, const Console &console)
{
    if (text.isEmpty())
        return;
    console.say(head);
    for (const QString &line : text.in(console.language).split(QLatin1Char('\n')))
        console.say(QStringLiteral("  - ") + line);
}

/// All that a person reads about a node; the member of its own in JSON.
int showNode(const Standard &standard, const std::string &code, const Console &console)
{
    const auto parsed = RequirementCode::fromString(fromUtf8(code));
    const StandardNode *node = parsed ? standard.find(*parsed) : nullptr;
    if (!node)
        return console.fail(
            {ErrorCode::UnknownNode, fromUtf8(code), QStringLiteral("principle chapter criterion requirement")});
    const Guidance &guidance = node->guidance;
    console.say(node->code.toString() + (node->critical ? QStringLiteral(" ◆ ") : QStringLiteral(" ")) +
                node->title.in(console.language));
    for (const LocalText *text : {&node->statement, &guidance.objective, &guidance.intent})
        if (!text->isEmpty())
            console.say(text->in(console.language));
    sayLines(QStringLiteral("When it is not relevant:"), node->relevanceRule, console);
    sayLines(QStringLiteral("Testing that claim:"), guidance.relevanceTest, console);
    sayLines(QStringLiteral("What to look for:"), guidance.lookFor, console);
    sayLines(QStringLiteral("Signs of trouble:"), guidance.signs, console);
    for (std::size_t i = 0; i < guidance.ratings.size(); ++i)
        console.say(standard.scale()[i].label.in(console.language) + QStringLiteral(": ") +
                    guidance.ratings[i].in(console.language));
    console.answer(nodeJson(standard, *parsed));
    return Done;
}

int show(const std::string &id, const std::string &code, const Console &console)
{
    const auto standard = shippedStandard(fromUtf8(id));
    if (!standard)
        return console.fail(standard.error());
    if (!code.empty())
        return showNode(*standard, code, console);
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

int print(const std::string &id, const std::string &out, const Console &console)
{
    const auto target = reportTarget(out);
    if (!target)
        return console.fail(target.error());
    const auto standard = shippedStandard(fromUtf8(id));
    if (!standard)
        return console.fail(standard.error());
    const auto typesetter = pdf::Typesetter::create();
    if (!typesetter)
        return console.fail(typesetter.error());
    const auto bytes = renderCatalogue(*standard, {}, **typesetter);
    if (!bytes)
        return console.fail(bytes.error());
    if (const auto written = writeReport(*target, *bytes); !written)
        return console.fail(written.error());
    console.say(QStringLiteral("Wrote %1.").arg(*target));
    console.answer({{QStringLiteral("catalogue"), *target},
                    {QStringLiteral("id"), standard->qualifiedId()},
                    {QStringLiteral("bytes"), bytes->size()},
                    {QStringLiteral("sha256"), toHex(sha256(*bytes))}});
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
    auto code = std::make_shared<std::string>();
    CLI::App *showCommand = group->add_subcommand("show", "One catalogue in full, or one entry with its guidance");
    showCommand->add_option("id", *id, "Its id; see: standard list")->required();
    showCommand->add_option("code", *code, "Number of a principle, chapter, criterion or requirement");
    showCommand->footer("Example: adit-cli standard show irma-style-1.0 2.5.1.1");
    showCommand->callback(
        [&chosen, id, code] { chosen = [id, code](const Console &console) { return show(*id, *code, console); }; });

    auto out = std::make_shared<std::string>();
    CLI::App *printCommand = group->add_subcommand("print", "A catalogue with its guidance as a PDF");
    printCommand->add_option("id", *id, "Its id; see: standard list")->required();
    printCommand->add_option("--out", *out, "File to write; one that is there is replaced")->required();
    printCommand->footer("Example: adit-cli standard print irma-style-1.0 --out catalogue.pdf");
    printCommand->callback(
        [&chosen, id, out] { chosen = [id, out](const Console &console) { return print(*id, *out, console); }; });

    auto file = std::make_shared<std::string>();
    CLI::App *validateCommand = group->add_subcommand("validate", "Check a catalogue's file against schema and rules");
    validateCommand->add_option("file", *file, "JSON file")->required();
    validateCommand->footer("Example: adit-cli standard validate our-standard.json");
    validateCommand->callback(
        [&chosen, file] { chosen = [file](const Console &console) { return validate(*file, console); }; });
}

} // namespace adit::cli
