// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "core/edits/identityverbs.h"
#include "core/exchange/icalendar.h"
#include "core/process/processverbs.h"
#include "core/process/progress.h"
#include "core/process/timeline.h"

#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

namespace adit::cli {

namespace {

ProcessState processOf(const CaseDocument &document, const Console &console)
{
    return processStateOf(document.view(), document.ratedItems(), todayOf(document, console));
}

// ---- check ----------------------------------------------------------------------------------------------------------

struct CheckOptions
{
    std::string path, step;
    const CLI::Option *hasStep = nullptr;
};

/// A step by its code as typed.
Result<const ProcessStep *> stepFrom(const Standard &standard, const std::string &code)
{
    const ProcessStep *step = standard.process().step(fromUtf8(code));
    if (!step)
        return Error{ErrorCode::UnknownNode, fromUtf8(code), QStringLiteral("step")};
    return step;
}

/// Without a step: what has begun, and whatever is wrong with what is there.
bool isAskedFor(const GateState &state, const CaseView &view, const ProcessStep *step)
{
    if (step)
        return state.gate->step == step->code;
    const StepState standing = stepState(view, *view.standard.process().step(state.gate->step));
    if (state.gate->opens)
        return standing == StepState::Open;
    return standing != StepState::ToCome || gateCheckInfo(state.gate->check).judgesWork;
}

QString words(const Missing &missing)
{
    return missing.need < 0 ? missing.subject
                            : QStringLiteral("%1 (%2 of %3)").arg(missing.subject).arg(missing.have).arg(missing.need);
}

QString sentenceFor(const GateState &state, const Missing &missing, const QString &language)
{
    const QString title = state.gate->title.in(language);
    return missing.subject.isEmpty() ? title : title + QStringLiteral(": ") + words(missing);
}

QString standingCode(DeadlineState::Standing standing)
{
    switch (standing) {
    case DeadlineState::Standing::Unknown:
        return QStringLiteral("unknown");
    case DeadlineState::Standing::Ahead:
        return QStringLiteral("ahead");
    case DeadlineState::Standing::Late:
        return QStringLiteral("late");
    case DeadlineState::Standing::Kept:
        return QStringLiteral("kept");
    case DeadlineState::Standing::Broken:
        break;
    }
    return QStringLiteral("broken");
}

QJsonValue dateOrNull(const std::optional<QDate> &date)
{
    return date ? QJsonValue(toIso(*date)) : QJsonValue();
}

QJsonArray deadlinesJson(const Schedule &schedule, const QString &language)
{
    QJsonArray array;
    for (const DeadlineState &state : schedule.deadlines)
        array.append(QJsonObject{{QStringLiteral("deadline"), state.rule->code},
                                 {QStringLiteral("milestone"), state.rule->milestone},
                                 {QStringLiteral("from"), dateOrNull(state.from)},
                                 {QStringLiteral("due"), dateOrNull(state.due)},
                                 {QStringLiteral("allowed"), dateOrNull(state.allowed)},
                                 {QStringLiteral("done"), dateOrNull(state.done)},
                                 {QStringLiteral("standing"), standingCode(state.standing)},
                                 {QStringLiteral("days"), state.days},
                                 {QStringLiteral("rule"), state.rule->rule.in(language)},
                                 {QStringLiteral("certainty"), state.rule->certainty}});
    return array;
}

void sayGate(const GateState &state, const Console &console)
{
    constexpr std::size_t mostShown = 8;
    console.say(QStringLiteral("%1  %2%3")
                    .arg(state.gate->step, -3)
                    .arg(state.gate->title.in(console.language),
                         state.gate->overridable ? QString() : QStringLiteral("  (no exception)")));
    QStringList subjects;
    for (std::size_t i = 0; i < std::min(mostShown, state.missing.size()); ++i)
        if (!state.missing[i].subject.isEmpty())
            subjects.append(words(state.missing[i]));
    if (subjects.isEmpty())
        return;
    const auto more = static_cast<int>(state.missing.size()) - static_cast<int>(subjects.size());
    console.say(
        QStringLiteral("     missing: %1%2")
            .arg(subjects.join(QStringLiteral(", ")), more > 0 ? QStringLiteral(" and %1 more").arg(more) : QString()));
}

int check(const CheckOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const CaseView view = (*document)->view();
    const ProcessStep *step = nullptr;
    if (options.hasStep->count() > 0) {
        const auto found = stepFrom(view.standard, options.step);
        if (!found)
            return console.fail(found.error());
        step = *found;
    }
    const ProcessState state = processOf(**document, console);
    QJsonArray missing;
    for (const GateState &gate : state.gates) {
        if (gate.isOpen() || !isAskedFor(gate, view, step))
            continue;
        sayGate(gate, console);
        for (const Missing &entry : gate.missing)
            missing.append(QJsonObject{{QStringLiteral("step"), gate.gate->step},
                                       {QStringLiteral("gate"), gate.gate->code},
                                       {QStringLiteral("text"), sentenceFor(gate, entry, console.language)},
                                       {QStringLiteral("subject"), entry.subject},
                                       {QStringLiteral("overridable"), gate.gate->overridable}});
    }
    if (missing.isEmpty())
        console.say(QStringLiteral("Nothing is missing."));
    for (const DeadlineState &deadline : state.schedule.deadlines)
        if (deadline.standing == DeadlineState::Standing::Late)
            console.say(
                QStringLiteral("Late by %1 days: %2 (%3)")
                    .arg(deadline.days)
                    .arg(view.standard.process().milestone(deadline.rule->milestone)->title.in(console.language),
                         deadline.rule->rule.in(console.language)));
    console.answer({{QStringLiteral("ok"), missing.isEmpty()},
                    {QStringLiteral("missing"), missing},
                    {QStringLiteral("deadlines"), deadlinesJson(state.schedule, console.language)}});
    return missing.isEmpty() ? Done : AnswerIsNo;
}

void addCheck(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<CheckOptions>();
    CLI::App *command =
        program.add_subcommand("check", "What is missing in the steps that have begun, and what is late");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    options->hasStep = command->add_option("--step", options->step, "Of one step only, begun or not: 4, 5a");
    command->footer("Example: adit-cli check mine.adit --step 4");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return check(*options, console); }; });
}

// ---- timeline -------------------------------------------------------------------------------------------------------

struct TimelineOptions
{
    std::string path, out;
    const CLI::Option *hasOut = nullptr;
};

/// What is still to come or late, for a calendar.
std::vector<CalendarEvent> eventsOf(const std::vector<TimelineEntry> &entries, const CaseDocument &document,
                                    const QString &language)
{
    std::vector<CalendarEvent> events;
    for (const TimelineEntry &entry : entries)
        if (!entry.isDone)
            events.push_back({calendarId(entry, document.assessment().id()), entry.day,
                              entry.subject + QLatin1Char(' ') + titleOf(entry, document.standard(), language),
                              whatCode(entry.what)});
    return events;
}

int writeCalendar(const QString &path, const std::vector<CalendarEvent> &events, const CaseDocument &document,
                  const Console &console)
{
    if (QFile::exists(path))
        return console.fail({ErrorCode::FileExists, path});
    const QByteArray bytes =
        calendarBytes(events, document.assessment().details()[field::details::site], document.surroundings().now());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return console.fail({ErrorCode::StorageFailed, path, file.errorString()});
    console.say(QStringLiteral("Wrote %1 dates to %2.").arg(events.size()).arg(path));
    console.answer({{QStringLiteral("file"), path}, {QStringLiteral("events"), static_cast<int>(events.size())}});
    return Done;
}

int timeline(const TimelineOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const QDate today = todayOf(**document, console);
    const auto entries = timelineOf((*document)->view(), scheduleOf((*document)->view(), today));
    if (const auto out = given(options.hasOut, options.out))
        return writeCalendar(*out, eventsOf(entries, **document, console.language), **document, console);
    QJsonArray array;
    for (const TimelineEntry &entry : entries) {
        const QString title = titleOf(entry, (*document)->standard(), console.language);
        console.say(QStringLiteral("%1  %2  %3 %4%5")
                        .arg(toIso(entry.day), whatCode(entry.what), entry.subject, title.left(60),
                             entry.isLate(today) ? QStringLiteral("  LATE") : QString()));
        array.append(QJsonObject{{QStringLiteral("day"), toIso(entry.day)},
                                 {QStringLiteral("what"), whatCode(entry.what)},
                                 {QStringLiteral("subject"), entry.subject},
                                 {QStringLiteral("title"), title},
                                 {QStringLiteral("done"), entry.isDone},
                                 {QStringLiteral("late"), entry.isLate(today)}});
    }
    console.answer({{QStringLiteral("timeline"), array}});
    return Done;
}

void addTimeline(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<TimelineOptions>();
    CLI::App *command = program.add_subcommand("timeline", "Everything dated, by day: what is done, due and late");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    options->hasOut = command->add_option("--ics", options->out,
                                          "Write what is to come as a calendar file instead; it must not exist");
    command->footer("Example: adit-cli timeline mine.adit --ics mine.ics");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return timeline(*options, console); }; });
}

// ---- step -----------------------------------------------------------------------------------------------------------

struct StepOptions
{
    std::string path, what, step, reason;
    const CLI::Option *hasReason = nullptr;
};

/// What is passed first is part of the same edit, so that nothing is on record for a step that did not move.
Result<Edit> stepEdit(const CaseDocument &document, const StepOptions &options, const Console &console)
{
    const CaseView view = document.view();
    ADIT_TRY_ASSIGN(const ProcessStep *step, stepFrom(view.standard, options.step));
    const bool opens = options.what == "open";
    ProcessState state = processOf(document, console);
    const auto reason = given(options.hasReason, options.reason);
    Edit whole{Verb::SetStep, step->code, {}};
    if (reason) {
        ADIT_TRY_ASSIGN(Edit passed, passGates(view, state, step->code, opens, console.actor, *reason));
        if (!console.profile)
            return Error{ErrorCode::ProfileNeeded, QStringLiteral("Passing a gate")};
        ADIT_TRY_ASSIGN(whole, introduce(view, console.profile->shown()));
        append(whole, std::move(passed));
        for (GateState &gate : state.gates)
            if (gate.gate->step == step->code && gate.gate->overridable)
                gate.wasPassed = true;
    }
    ADIT_TRY_ASSIGN(Edit move, opens ? openStep(view, state, step->code) : closeStep(view, state, step->code));
    append(whole, std::move(move));
    whole.verb = Verb::SetStep;
    return whole;
}

int moveStep(const StepOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    return applyAndTell(**document, stepEdit(**document, options, console), console);
}

void addStep(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<StepOptions>();
    CLI::App *command = program.add_subcommand("step", "Open or close a step of the process");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("what", options->what, "open or close")->required()->check(CLI::IsMember({"open", "close"}));
    command->add_option("step", options->step, "Its code: P1, 4, 5a, N2")->required();
    options->hasReason = command->add_option("--override", options->reason,
                                             "Pass the gates that are shut, for this reason, which stays on record; "
                                             "needs --profile");
    command->footer("Example: adit-cli step mine.adit close 2");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return moveStep(*options, console); }; });
}

// ---- milestone ------------------------------------------------------------------------------------------------------

struct MilestoneOptions
{
    std::string path, milestone, planned, done, extended, reason;
    const CLI::Option *hasPlanned = nullptr, *hasDone = nullptr, *hasExtended = nullptr, *hasReason = nullptr;
};

int milestone(const MilestoneOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const MilestoneInput input{given(options.hasPlanned, options.planned), given(options.hasDone, options.done),
                               given(options.hasExtended, options.extended), given(options.hasReason, options.reason)};
    return applyAndTell(**document, setMilestone((*document)->view(), fromUtf8(options.milestone), input), console);
}

void addMilestone(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<MilestoneOptions>();
    CLI::App *command = program.add_subcommand("milestone", "Dates of the process: planned, done, extended");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    command->add_option("milestone", options->milestone, "Its code, as check --json lists them: 4.started")->required();
    options->hasPlanned = command->add_option("--planned", options->planned, "YYYY-MM-DD");
    options->hasDone = command->add_option("--done", options->done, "YYYY-MM-DD");
    options->hasExtended = command->add_option("--extended", options->extended, "A later deadline, YYYY-MM-DD");
    options->hasReason = command->add_option("--reason", options->reason, "Why it was extended");
    command->footer("Example: adit-cli milestone mine.adit 4.started --planned 2026-05-04");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return milestone(*options, console); }; });
}

} // namespace

void addProcessCommands(CLI::App &program, Action &chosen)
{
    addCheck(program, chosen);
    addTimeline(program, chosen);
    addStep(program, chosen);
    addMilestone(program, chosen);
}

} // namespace adit::cli
