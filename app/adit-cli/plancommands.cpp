// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "core/papers/auditplan.h"

#include <QJsonArray>

namespace adit::cli {

namespace {

// ---- plan issue -----------------------------------------------------------------------------------------------------

struct IssueOptions
{
    std::string path, reason, on, agreed;
    const CLI::Option *hasOn = nullptr, *hasAgreed = nullptr;
};

Result<PlanIssueInput> inputFrom(const IssueOptions &options, const QDate &today)
{
    PlanIssueInput input{.day = today, .reason = fromUtf8(options.reason)};
    const auto day = [](const char *option, const std::string &text) -> Result<QDate> {
        const auto date = dateFromIso(fromUtf8(text));
        if (!date)
            return Error{ErrorCode::InvalidDate, QLatin1String(option) + QLatin1Char(' ') + fromUtf8(text)};
        return *date;
    };
    if (options.hasOn->count() > 0) {
        ADIT_TRY_ASSIGN(input.day, day("--on", options.on));
    }
    if (options.hasAgreed->count() > 0) {
        ADIT_TRY_ASSIGN(input.agreed, day("--agreed", options.agreed));
    }
    return input;
}

int issue(const IssueOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto input = inputFrom(options, todayOf(**document, console));
    if (!input)
        return console.fail(input.error());
    const EntityRef entity = (*document)->newEntity(EntityKind::PlanIssue);
    const auto edit = issuePlan((*document)->view(), entity, *input);
    if (!edit)
        return console.fail(edit.error());
    const auto changes = (*document)->apply(*edit);
    if (!changes)
        return console.fail(changes.error());
    console.say(entity.code);
    console.answer(
        {{QStringLiteral("id"), entity.code}, {QStringLiteral("changed"), static_cast<int>(changes->items.size())}});
    return Done;
}

void addIssue(CLI::App &plan, Action &chosen)
{
    auto options = std::make_shared<IssueOptions>();
    CLI::App *command = plan.add_subcommand("issue", "Give out the plan as it stands, as a numbered version");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("--reason", options->reason, "What changed and why; needed from the second version on");
    options->hasOn = command->add_option("--on", options->on, "When it was given out, YYYY-MM-DD (default: today)");
    options->hasAgreed = command->add_option("--agreed", options->agreed, "Agreed with the mine, YYYY-MM-DD");
    command->footer("Example: adit-cli plan issue mine.adit --reason \"One more night shift\"");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return issue(*options, console); }; });
}

// ---- plan changes ---------------------------------------------------------------------------------------------------

struct ChangesOptions
{
    std::string path, from, to;
};

int changes(const ChangesOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const auto lines = planChanges((*document)->view(), fromUtf8(options.from), fromUtf8(options.to));
    if (!lines)
        return console.fail(lines.error());
    QJsonArray array;
    for (const DiffLine &line : *lines) {
        if (line.kind == DiffLine::Kind::Same)
            continue;
        const bool isAdded = line.kind == DiffLine::Kind::Added;
        console.say((isAdded ? QStringLiteral("+ ") : QStringLiteral("- ")) + line.text);
        array.append(
            QJsonObject{{QStringLiteral("what"), isAdded ? QStringLiteral("added") : QStringLiteral("removed")},
                        {QStringLiteral("text"), line.text}});
    }
    if (array.isEmpty())
        console.say(QStringLiteral("Nothing changed."));
    console.answer({{QStringLiteral("changes"), array}});
    return Done;
}

void addChanges(CLI::App &plan, Action &chosen)
{
    auto options = std::make_shared<ChangesOptions>();
    CLI::App *command = plan.add_subcommand("changes", "What changed between two versions, line by line");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("from", options->from, "Number of the earlier version: V-A01")->required();
    command->add_option("to", options->to, "Number of the later one (default: the plan as it stands)");
    command->footer("Example: adit-cli plan changes mine.adit V-A01 V-A02");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return changes(*options, console); }; });
}

} // namespace

void addPlanCommands(CLI::App &program, Action &chosen)
{
    CLI::App *plan = commandGroup(program, "plan", "Versions of the audit plan");
    addIssue(*plan, chosen);
    addChanges(*plan, chosen);
}

} // namespace adit::cli
