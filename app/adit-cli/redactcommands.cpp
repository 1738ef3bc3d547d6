// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is not printed of what is public: asked for by one person, decided by another.
#include "app/adit-cli/commands.h"
#include "core/disclosure/redactionverbs.h"

#include <QJsonArray>
#include <algorithm>

namespace adit::cli {

namespace {

struct RedactOptions
{
    std::string path, requirement, record, field, passage, reason, wording, request, scoreBasis, comment, reviewBy,
        label;
    bool isAll = false;
};

using Run = int (*)(CaseDocument &, const RedactOptions &, const Console &);

Result<std::optional<QDate>> reviewDay(const RedactOptions &options)
{
    if (options.reviewBy.empty())
        return std::optional<QDate>();
    const auto day = dateFromIso(fromUtf8(options.reviewBy));
    return day ? Result<std::optional<QDate>>(day)
               : Error{ErrorCode::InvalidDate, QStringLiteral("--review-by ") + fromUtf8(options.reviewBy)};
}

int add(CaseDocument &document, const RedactOptions &options, const Console &console)
{
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Asking for a redaction")});
    const auto reviewBy = reviewDay(options);
    if (!reviewBy)
        return console.fail(reviewBy.error());
    const QString target =
        options.record.empty() ? QStringLiteral("answer/") + fromUtf8(options.requirement) : fromUtf8(options.record);
    const EntityRef redaction = document.newEntity(EntityKind::Redaction);
    const auto edit = askRedaction(document.view(), redaction,
                                   {.target = target,
                                    .field = fromUtf8(options.field),
                                    .passage = fromUtf8(options.passage),
                                    .reason = fromUtf8(options.reason),
                                    .wording = fromUtf8(options.wording),
                                    .request = fromUtf8(options.request),
                                    .scoreBasis = fromUtf8(options.scoreBasis),
                                    .comment = fromUtf8(options.comment),
                                    .reviewBy = *reviewBy},
                                   *console.profile, todayOf(document, console));
    const auto applied = edit ? document.apply(*edit) : Result<ChangeSet>(edit.error());
    if (!applied)
        return console.fail(applied.error());
    const auto states = redactionStates(document.view(), todayOf(document, console));
    const auto made = std::ranges::find_if(states, [&](const RedactionState &state) {
        return (*state.record)[field::redaction::label] == redaction.code;
    });
    const int places = made == states.end() ? 0 : made->places;
    console.say(
        places == 1
            ? QStringLiteral("%1: withheld until somebody else decides.").arg(redaction.code)
            : QStringLiteral("%1: withheld in %2 places until somebody else decides.").arg(redaction.code).arg(places));
    console.answer({{QStringLiteral("id"), redaction.code}, {QStringLiteral("places"), places}});
    return Done;
}

int decideOn(CaseDocument &document, const RedactOptions &options, const Console &console, bool approves)
{
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Deciding on a redaction")});
    const auto reviewBy = reviewDay(options);
    if (!reviewBy)
        return console.fail(reviewBy.error());
    return applyAndTell(document,
                        decideRedaction(document.view(), fromUtf8(options.label), approves, fromUtf8(options.reason),
                                        *console.profile, todayOf(document, console), *reviewBy),
                        console);
}

int approve(CaseDocument &document, const RedactOptions &options, const Console &console)
{
    return decideOn(document, options, console, true);
}

int refuse(CaseDocument &document, const RedactOptions &options, const Console &console)
{
    return decideOn(document, options, console, false);
}

int withdraw(CaseDocument &document, const RedactOptions &options, const Console &console)
{
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Deciding on a redaction")});
    return applyAndTell(document,
                        withdrawRedaction(document.view(), fromUtf8(options.label), fromUtf8(options.reason),
                                          *console.profile, todayOf(document, console)),
                        console);
}

QString codeOf(RedactionState::State state)
{
    switch (state) {
    case RedactionState::State::Asked:
        return QStringLiteral("asked");
    case RedactionState::State::Approved:
        return QStringLiteral("approved");
    case RedactionState::State::Fallen:
        return QStringLiteral("fallen");
    case RedactionState::State::Refused:
        return QStringLiteral("refused");
    case RedactionState::State::Withdrawn:
        return QStringLiteral("withdrawn");
    }
    return {};
}

QJsonObject jsonOf(const RedactionState &state)
{
    const Record &record = *state.record;
    const QString target = record[field::redaction::target];
    const bool isAnswer = target.startsWith(QLatin1String("answer/"));
    const auto date = [&](int index) { return record.has(index) ? QJsonValue(record.text(index)) : QJsonValue(); };
    return {{QStringLiteral("id"), record[field::redaction::label]},
            {QStringLiteral("requirement"), isAnswer ? QJsonValue(target.section(QLatin1Char('/'), 1)) : QJsonValue()},
            {QStringLiteral("record"), target},
            {QStringLiteral("field"), record[field::redaction::field_name]},
            {QStringLiteral("reason"), record[field::redaction::reason]},
            {QStringLiteral("wording"), record[field::redaction::wording]},
            {QStringLiteral("state"), codeOf(state.state)},
            {QStringLiteral("places"), state.places},
            {QStringLiteral("asked_by"), record[field::redaction::asked_by]},
            {QStringLiteral("decided_by"), record[field::redaction::decided_by]},
            {QStringLiteral("review_by"), date(field::redaction::review_by.index)},
            {QStringLiteral("settled"), state.isSettled()}};
}

/// Ends with 1 where one waits for a decision, has fallen, or withholds nothing any more.
int list(CaseDocument &document, const RedactOptions &, const Console &console)
{
    QJsonArray redactions;
    bool isSettled = true;
    for (const RedactionState &state : redactionStates(document.view(), todayOf(document, console))) {
        const Record &record = *state.record;
        console.say(QStringLiteral("%1  %2 %3  %4  %5%6")
                        .arg(record[field::redaction::label], record[field::redaction::target],
                             record[field::redaction::field_name], record[field::redaction::reason],
                             codeOf(state.state),
                             state.places == 0 ? QStringLiteral("  (its words are in the text no longer)")
                             : state.isDue     ? QStringLiteral("  (to be looked at again)")
                                               : QString()));
        redactions.append(jsonOf(state));
        isSettled = isSettled && state.isSettled();
    }
    console.answer({{QStringLiteral("redactions"), redactions}});
    return isSettled ? Done : AnswerIsNo;
}

std::shared_ptr<RedactOptions> addCommand(CLI::App &group, Action &chosen, const char *name, const char *help, Run run,
                                          CLI::App *&command)
{
    auto options = std::make_shared<RedactOptions>();
    command = group.add_subcommand(name, help);
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->callback([&chosen, options, run] {
        chosen = [options, run](const Console &console) {
            const auto document = openCase(options->path, console);
            return document ? run(**document, *options, console) : console.fail(document.error());
        };
    });
    return options;
}

void addAsking(CLI::App &group, Action &chosen)
{
    CLI::App *command = nullptr;
    auto options = addCommand(group, chosen, "add", "Ask that something is not printed", add, command);
    auto *of = command->add_option_group("of", "Of what");
    of->add_option("--requirement", options->requirement, "The answer to this requirement");
    of->add_option("--record", options->record, "Something else: nonconformity/NC-A01, relevance/2.3, details");
    of->require_option(1);
    command->add_option("--field", options->field, "Which text: finding, justification, … (default: all)");
    auto *what = command->add_option_group("what", "What of it");
    what->add_option("--passage", options->passage, "Words as they stand in the text; every place of them");
    what->add_flag("--all", options->isAll, "All of it");
    what->require_option(1);
    command
        ->add_option("--reason", options->reason,
                     "A personal data, B safety, C trade secret, D security, E sacred or cultural place, F legal "
                     "proceedings, G rights of others")
        ->required();
    command->add_option("--public-wording", options->wording, "What is printed in its place");
    command->add_option("--because", options->request, "Why it is asked");
    command->add_option("--score-basis", options->scoreBasis, "With reason C: why no score rests on it");
    command->add_option("--comment", options->comment, "The comment it was asked for in: Q-A01");
    command->add_option("--review-by", options->reviewBy, "To be looked at again by: YYYY-MM-DD");
    command->footer("Example: adit-cli redact add mine.adit --requirement 3.1.2.1 --field finding \\\n"
                    "         --passage \"the only woman on the night shift\" --reason B");
}

void addDeciding(CLI::App &group, Action &chosen)
{
    CLI::App *command = nullptr;
    auto approved = addCommand(group, chosen, "approve", "Decide that it is not printed", approve, command);
    command->add_option("--reason", approved->reason, "Why");
    command->add_option("--review-by", approved->reviewBy, "To be looked at again by: YYYY-MM-DD");
    command->add_option("id", approved->label, "Which one: RD-A01")->required();
    auto refused = addCommand(group, chosen, "refuse", "Decide that it is printed", refuse, command);
    command->add_option("--reason", refused->reason, "Why")->required();
    command->add_option("id", refused->label, "Which one: RD-A01")->required();
    auto withdrawn = addCommand(group, chosen, "withdraw", "Decide that it is printed again", withdraw, command);
    command->add_option("--reason", withdrawn->reason, "Why")->required();
    command->add_option("id", withdrawn->label, "Which one: RD-A01")->required();
}

} // namespace

void addRedactCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group = commandGroup(program, "redact", "What is not printed of what is public");
    addAsking(*group, chosen);
    addDeciding(*group, chosen);
    CLI::App *command = nullptr;
    addCommand(*group, chosen, "list", "All of them, with how they stand", list, command);
}

} // namespace adit::cli
