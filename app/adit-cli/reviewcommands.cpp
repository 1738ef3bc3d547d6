// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Review and decision: threads under comments, what changed since the last reading, signing off, locks, the decision.
#include "app/adit-cli/commands.h"
#include "app/adit-cli/rulewords.h"
#include "core/edits/identityverbs.h"
#include "core/edits/locks.h"
#include "core/review/calibration.h"
#include "core/review/decision.h"
#include "core/review/independence.h"
#include "core/review/signoff.h"
#include "core/review/threads.h"

#include <QJsonArray>

namespace adit::cli {

namespace {

struct ReviewOptions
{
    std::string path, label, text, scope, reason, level, until, deferred, requirement, nonconformity, round;
    bool isRejected = false, isBack = false, onlyWaiting = false, isMark = false, isShow = false;
    const CLI::Option *hasUntil = nullptr, *hasDeferred = nullptr, *hasLevel = nullptr;
};

using Document = std::unique_ptr<CaseDocument>;
using Run = int (*)(CaseDocument &, const ReviewOptions &, const Console &);

Remark remarkOf(const CaseDocument &document, const ReviewOptions &options, const Console &console)
{
    return {fromUtf8(options.text), document.surroundings().actor, todayOf(document, console)};
}

// ---- threads --------------------------------------------------------------------------------------------------------

QString codeOf(Thread::State state)
{
    return state == Thread::State::Open       ? QStringLiteral("open")
           : state == Thread::State::Answered ? QStringLiteral("answered")
                                              : QStringLiteral("settled");
}

QJsonObject jsonOf(const Thread &thread)
{
    const Record &comment = *thread.comment;
    QJsonArray replies;
    for (const Record *reply : thread.replies)
        replies.append(QJsonObject{{QStringLiteral("id"), (*reply)[field::reply::label]},
                                   {QStringLiteral("by"), (*reply)[field::reply::made_by]},
                                   {QStringLiteral("made"), reply->text(field::reply::made.index)},
                                   {QStringLiteral("text"), (*reply)[field::reply::text]}});
    return {{QStringLiteral("id"), thread.entity.code},
            {QStringLiteral("round"), comment[field::comment::round]},
            {QStringLiteral("requirement"), comment[field::comment::requirement]},
            {QStringLiteral("nonconformity"), comment[field::comment::nonconformity]},
            {QStringLiteral("weight"), comment[field::comment::weight]},
            {QStringLiteral("state"), codeOf(thread.state())},
            {QStringLiteral("by"), comment[field::comment::made_by]},
            {QStringLiteral("text"), comment[field::comment::text]},
            {QStringLiteral("answer"), comment[field::comment::answer]},
            {QStringLiteral("answered_by"), comment[field::comment::answered_by]},
            {QStringLiteral("resolved"), comment.text(field::comment::resolved.index)},
            {QStringLiteral("resolved_by"), comment[field::comment::resolved_by]},
            {QStringLiteral("replies"), replies}};
}

void tell(const Thread &thread, const Console &console)
{
    const Record &comment = *thread.comment;
    const QString about = comment[field::comment::requirement] + comment[field::comment::nonconformity];
    console.say(QStringLiteral("%1  %2  %3  %4%5")
                    .arg(thread.entity.code, comment[field::comment::round], about, codeOf(thread.state()),
                         thread.isNote() ? QStringLiteral(" (note)") : QString()));
    console.say(QStringLiteral("  %1: %2").arg(comment[field::comment::made_by], comment[field::comment::text]));
    if (comment.has(field::comment::answer))
        console.say(
            QStringLiteral("  %1: %2").arg(comment[field::comment::answered_by], comment[field::comment::answer]));
    for (const Record *reply : thread.replies)
        console.say(QStringLiteral("  %1: %2").arg((*reply)[field::reply::made_by], (*reply)[field::reply::text]));
}

/// Ends with 1 where somebody still has to do something.
int threads(CaseDocument &document, const ReviewOptions &options, const Console &console)
{
    const auto found = threadsOf(document.assessment(), {fromUtf8(options.requirement), fromUtf8(options.nonconformity),
                                                         fromUtf8(options.round), options.onlyWaiting});
    QJsonArray list;
    int waiting = 0;
    for (const Thread &thread : found) {
        tell(thread, console);
        list.append(jsonOf(thread));
        waiting += thread.isWaiting() ? 1 : 0;
    }
    console.answer({{QStringLiteral("threads"), list}, {QStringLiteral("waiting"), waiting}});
    return waiting == 0 ? Done : AnswerIsNo;
}

int answerThread(CaseDocument &document, const ReviewOptions &options, const Console &console)
{
    return applyAndTell(document,
                        answer(document.view(), fromUtf8(options.label), document.newEntity(EntityKind::Reply),
                               remarkOf(document, options, console), !options.isRejected),
                        console);
}

int resolveThread(CaseDocument &document, const ReviewOptions &options, const Console &console)
{
    const QString label = fromUtf8(options.label);
    return applyAndTell(document,
                        options.isBack ? reopen(document.view(), label)
                                       : settle(document.view(), label, remarkOf(document, options, console)),
                        console);
}

// ---- what changed, signing off --------------------------------------------------------------------------------------

/// Who reads: the profile's fingerprint, or the name.
QString readerOf(const CaseDocument &document)
{
    const auto &profile = document.surroundings().profile;
    return profile ? profile->shown().fingerprint() : document.surroundings().actor;
}

Result<Edit> markRead(const CaseDocument &document, const QDate &today)
{
    ADIT_TRY_ASSIGN(const QString chains, document.chainEnds());
    ADIT_TRY_ASSIGN(Edit edit, addRecord(document.view(),
                                         document.assessment().derivedRef(EntityKind::ReviewMark, readerOf(document)),
                                         {{{&infoOf(field::review_mark::made), toIso(today)},
                                           {&infoOf(field::review_mark::chains), chains}}}));
    edit.verb = Verb::MarkRead;
    return edit;
}

/// What is new since the reader last marked the case as read.
int changes(CaseDocument &document, const ReviewOptions &options, const Console &console)
{
    const Record &mark = document.assessment().at(EntityKind::ReviewMark, readerOf(document));
    const auto entries = document.logSince(mark[field::review_mark::chains]);
    if (!entries)
        return console.fail(entries.error());
    QJsonArray list;
    const auto orNull = [](const std::optional<QString> &value) { return value ? QJsonValue(*value) : QJsonValue(); };
    for (const LogEntry &entry : *entries) {
        const bool isSeen = !isStillBlind(document.assessment(), entry.entity);
        const QString what = QString(kindInfo(entry.entity.kind).name) + QLatin1Char(' ') + entry.entity.code;
        console.say(entry.withheld
                        ? QStringLiteral("%1  withheld from this copy").arg(toIso(entry.time))
                        : QStringLiteral("%1  %2  %3 %4").arg(toIso(entry.time), entry.actor, what, entry.field));
        list.append(QJsonObject{{QStringLiteral("time"), toIso(entry.time)},
                                {QStringLiteral("actor"), entry.actor},
                                {QStringLiteral("entity"), entry.withheld ? QString() : what},
                                {QStringLiteral("field"), entry.field},
                                {QStringLiteral("before"), isSeen ? orNull(entry.before) : QJsonValue()},
                                {QStringLiteral("after"), isSeen ? orNull(entry.after) : QJsonValue()},
                                {QStringLiteral("withheld"), entry.withheld}});
    }
    if (options.isMark) {
        const auto edit = markRead(document, todayOf(document, console));
        const auto applied = edit ? document.apply(*edit) : Result<ChangeSet>(edit.error());
        if (!applied)
            return console.fail(applied.error());
    }
    console.answer(
        {{QStringLiteral("since"), mark.text(field::review_mark::made.index)}, {QStringLiteral("changes"), list}});
    return Done;
}

int signOffChapter(CaseDocument &document, const ReviewOptions &options, const Console &console)
{
    const QString chapter = fromUtf8(options.scope);
    return applyAndTell(
        document,
        options.isBack ? takeSignOffBack(document.view(), chapter)
                       : signOff(document.view(), chapter, document.surroundings().actor, todayOf(document, console)),
        console);
}

// ---- locks ----------------------------------------------------------------------------------------------------------

int setLock(CaseDocument &document, const ReviewOptions &options, const Console &console)
{
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("Locking and unlocking")});
    const QString scope = options.scope.empty() ? QString(wholeCase) : fromUtf8(options.scope);
    const QString reason = fromUtf8(options.reason);
    return applyAndTell(document,
                        options.isBack
                            ? unlock(document.view(), scope, *console.profile, todayOf(document, console), reason)
                            : lock(document.view(), scope, *console.profile, todayOf(document, console), reason),
                        console);
}

// ---- decision -------------------------------------------------------------------------------------------------------

QJsonArray jsonOf(const std::vector<DecisionCheck> &checks)
{
    QJsonArray list;
    for (const DecisionCheck &check : checks)
        list.append(QJsonObject{{QStringLiteral("check"), check.code},
                                {QStringLiteral("met"), check.isMet()},
                                {QStringLiteral("missing"), QJsonArray::fromStringList(check.missing)}});
    return list;
}

QString codeOf(BrokenLeaf::How how)
{
    return how == BrokenLeaf::How::Changed ? QStringLiteral("changed")
           : how == BrokenLeaf::How::Added ? QStringLiteral("added")
                                           : QStringLiteral("gone");
}

/// Ends with 1 where there is none, or it does not hold any more.
int showDecision(CaseDocument &document, const Console &console, const std::vector<DecisionCheck> &checks)
{
    for (const DecisionCheck &check : checks)
        console.say(QStringLiteral("%1  %2").arg(
            check.isMet() ? QStringLiteral("yes") : QStringLiteral("no "),
            check.isMet() ? check.code : check.code + QStringLiteral(": ") + check.missing.join(QStringLiteral(", "))));
    const auto state = decisionOf(document.view());
    QJsonObject json{{QStringLiteral("checklist"), jsonOf(checks)}};
    if (!state) {
        console.say(QStringLiteral("No decision."));
        json.insert(QStringLiteral("decision"), QJsonValue());
        console.answer(json);
        return AnswerIsNo;
    }
    const Record &record = *state->record;
    console.say(QStringLiteral("%1  %2  %3 %4")
                    .arg(record[field::decision::label], record.text(field::decision::decided.index),
                         record[field::decision::outcome], record[field::decision::level]));
    QJsonArray broken;
    for (const BrokenLeaf &leaf : state->broken) {
        console.say(QStringLiteral("  %1 %2 since").arg(leaf.key, codeOf(leaf.how)));
        broken.append(QJsonObject{{QStringLiteral("leaf"), leaf.key}, {QStringLiteral("how"), codeOf(leaf.how)}});
    }
    if (!state->isSigned)
        console.say(QStringLiteral("  its signature does not hold"));
    else if (!state->holds())
        console.say(QStringLiteral("The decision no longer covers the case: a new one is needed."));
    json.insert(QStringLiteral("decision"),
                QJsonObject{{QStringLiteral("id"), record[field::decision::label]},
                            {QStringLiteral("outcome"), record[field::decision::outcome]},
                            {QStringLiteral("level"), record[field::decision::level]},
                            {QStringLiteral("decided"), record.text(field::decision::decided.index)},
                            {QStringLiteral("decided_by"), record[field::decision::decided_by]},
                            {QStringLiteral("root"), record[field::decision::root]},
                            {QStringLiteral("signed"), state->isSigned},
                            {QStringLiteral("broken"), broken},
                            {QStringLiteral("holds"), state->holds()}});
    console.answer(json);
    return state->holds() ? Done : AnswerIsNo;
}

DecisionInput inputOf(const ReviewOptions &options)
{
    const QString level = fromUtf8(options.level).simplified();
    const bool isOther = infoOf(field::decision::outcome).allows(level);
    DecisionInput input{.outcome = isOther ? level : QStringLiteral("level"), .level = isOther ? QString() : level};
    input.reason = fromUtf8(options.reason);
    input.excludeDeferred = given(options.hasDeferred, options.deferred);
    return input;
}

int decideOn(CaseDocument &document, const ReviewOptions &options, const Console &console)
{
    const auto history = document.workDone();
    if (!history)
        return console.fail(history.error());
    const ProcessState process = processStateOf(document.view(), document.ratedItems(), todayOf(document, console));
    const CaseView view = document.view();
    const DecisionGround ground{view, document.scoreCard(), process, *history};
    if (options.isShow || !given(options.hasLevel, options.level))
        return showDecision(document, console, decisionChecklist(ground));
    if (!console.profile)
        return console.fail({ErrorCode::ProfileNeeded, QStringLiteral("A decision")});
    DecisionInput input = inputOf(options);
    if (const auto until = given(options.hasUntil, options.until)) {
        input.until = dateFromIso(*until);
        if (!input.until)
            return console.fail({ErrorCode::InvalidDate, QStringLiteral("--until ") + *until});
    }
    const auto edit =
        decide(ground, document.newEntity(EntityKind::Decision), input, *console.profile, todayOf(document, console));
    const auto applied = edit ? document.apply(*edit) : Result<ChangeSet>(edit.error());
    if (!applied)
        return console.fail(applied.error());
    return showDecision(document, console, decisionChecklist(ground));
}

int tellIndependence(CaseDocument &document, const ReviewOptions &, const Console &console)
{
    const auto history = document.workDone();
    if (!history)
        return console.fail(history.error());
    const IndependenceStatement statement = independenceOf(document.assessment(), *history);
    QJsonArray people;
    for (const auto &person : statement.people) {
        QStringList work;
        for (const WorkDone &done : person.work)
            work.append(QStringLiteral("%1 %2")
                            .arg(done.kind ? QString(kindInfo(*done.kind).name) : QStringLiteral("withheld"))
                            .arg(done.changes));
        console.say(
            QStringLiteral("%1  %2  %3")
                .arg(person.role, person.name,
                     work.isEmpty() ? QStringLiteral("no changes in this case") : work.join(QStringLiteral(", "))));
        people.append(QJsonObject{{QStringLiteral("name"), person.name},
                                  {QStringLiteral("role"), person.role},
                                  {QStringLiteral("fingerprint"), person.fingerprint},
                                  {QStringLiteral("work"), QJsonArray::fromStringList(work)}});
    }
    QJsonArray breaches;
    for (const auto &breach : statement.breaches) {
        console.say(QStringLiteral("%1: %2").arg(breach.name, inWords(breach.rule)));
        breaches.append(
            QJsonObject{{QStringLiteral("name"), breach.name}, {QStringLiteral("rule"), inWords(breach.rule)}});
    }
    if (!statement.isWhole())
        console.say(
            QStringLiteral("not seen: %1 changes that this copy does not hold, or not whose they are; %2 of them "
                           "are audit work")
                .arg(statement.unseen)
                .arg(statement.unnamed));
    console.answer({{QStringLiteral("independent"), statement.holds() && statement.isWhole()},
                    {QStringLiteral("people"), people},
                    {QStringLiteral("breaches"), breaches},
                    {QStringLiteral("unseen"), statement.unseen}});
    return statement.holds() ? Done : AnswerIsNo;
}

// ---- the commands ---------------------------------------------------------------------------------------------------

std::shared_ptr<ReviewOptions> addCommand(CLI::App &group, Action &chosen, const char *name, const char *help, Run run,
                                          CLI::App *&command)
{
    auto options = std::make_shared<ReviewOptions>();
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

void addThreads(CLI::App &program, Action &chosen)
{
    CLI::App *group = commandGroup(program, "comment", "Comments on the draft");
    CLI::App *command = nullptr;
    auto listed = addCommand(*group, chosen, "threads", "Comments with what was said under them", threads, command);
    command->add_option("--requirement", listed->requirement, "About this one");
    command->add_option("--nonconformity", listed->nonconformity, "About this one");
    command->add_option("--round", listed->round, "technical, company or scheme");
    command->add_flag("--waiting", listed->onlyWaiting, "Those that wait for somebody");
    auto answered = addCommand(*group, chosen, "answer", "Answer a comment, or go on under it", answerThread, command);
    command->add_option("id", answered->label, "Which comment: Q-A01")->required();
    command->add_option("--text", answered->text, "The answer")->required();
    command->add_flag("--reject", answered->isRejected, "The comment is not taken up");
    auto resolved = addCommand(*group, chosen, "resolve", "Say that a comment is settled", resolveThread, command);
    command->add_option("id", resolved->label, "Which comment: Q-A01")->required();
    command->add_flag("--reopen", resolved->isBack, "It goes on after all");
}

void addLocks(CLI::App &program, Action &chosen)
{
    CLI::App *command = nullptr;
    auto locked =
        addCommand(program, chosen, "lock", "Keep everybody from changing the case, or a part of it", setLock, command);
    command->add_option("--scope", locked->scope, "Chapter, criterion or requirement (default: all)");
    command->add_option("--reason", locked->reason, "Why");
    auto unlocked = addCommand(program, chosen, "unlock", "Open a lock", setLock, command);
    unlocked->isBack = true;
    command->add_option("--scope", unlocked->scope, "Chapter, criterion or requirement (default: all)");
    command->add_option("--reason", unlocked->reason, "Why");
}

} // namespace

void addReviewCommands(CLI::App &program, Action &chosen)
{
    addThreads(program, chosen);
    addLocks(program, chosen);
    CLI::App *command = nullptr;
    auto changed =
        addCommand(program, chosen, "changes", "What is new since you last marked the case as read", changes, command);
    command->add_flag("--mark", changed->isMark, "Mark it as read");
    auto signedOff =
        addCommand(program, chosen, "sign-off", "Sign a chapter off as it stands", signOffChapter, command);
    command->add_option("chapter", signedOff->scope, "Which chapter: 1.2")->required();
    command->add_flag("--take-back", signedOff->isBack, "No longer");
    addCommand(program, chosen, "independence", "Who judged whose work, by the team's list and the journal",
               tellIndependence, command);
    auto decided =
        addCommand(program, chosen, "decide", "Decide on the level, or say how the decision stands", decideOn, command);
    decided->hasLevel = command->add_option("--level", decided->level, "A level, pending or postponed");
    decided->hasDeferred =
        command->add_option("--exclude-deferred", decided->deferred, "Leave out what is deferred, because of this");
    decided->hasUntil = command->add_option("--until", decided->until, "Until when: YYYY-MM-DD");
    command->add_option("--reason", decided->reason,
                        "Why it is pending or postponed, or decided though the checklist has gaps");
    command->add_flag("--show", decided->isShow, "Change nothing");
    command->footer("Example: adit-cli --profile diallo.adit-profile decide sierra.adit --level \"IRMA 50\"");
}

} // namespace adit::cli
