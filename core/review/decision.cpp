// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/decision.h"

#include "core/base/rule.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/identity/compartment.h"
#include "core/identity/signedwords.h"
#include "core/process/processverbs.h"
#include "core/process/team.h"
#include "core/review/independence.h"
#include "core/review/signoff.h"
#include "core/review/threads.h"

#include <algorithm>

namespace adit {

namespace {

constexpr QLatin1String onLevel("level");

Error invalid(const QString &field, const QString &value, const QString &expected)
{
    return {ErrorCode::InvalidValue, field + QStringLiteral(": ") + value, expected};
}

/// The step that waits for an independent decider.
QString decisionStep(const ProcessRules &process)
{
    const auto gate = std::ranges::find_if(process.gates, [](const Gate &candidate) {
        return candidate.check == GateCheck::RolesIndependent &&
               candidate.items.contains(QLatin1String("decision-maker"));
    });
    return gate == process.gates.end() ? QString() : gate->step;
}

/// Gates that are shut, by what they ask for: of the steps up to the decision. What comes after it cannot be met yet.
QStringList shutGates(const DecisionGround &ground, std::initializer_list<GateCheck> checks)
{
    const ProcessRules &process = ground.view.standard.process();
    const auto rankOf = [&](const QString &code) {
        return std::ranges::find(process.steps, code, &ProcessStep::code) - process.steps.begin();
    };
    const auto last = rankOf(decisionStep(process));
    QStringList shut;
    for (const GateState &gate : ground.process.gates)
        if (!gate.isOpen() && std::ranges::find(checks, gate.gate->check) != checks.end() &&
            rankOf(gate.gate->step) <= last)
            shut.append(gate.gate->code);
    return shut;
}

QStringList unsignedChapters(const DecisionGround &ground)
{
    QStringList chapters;
    for (const GroupScore &chapter : ground.scoreCard.chapters) {
        const auto &nodes = ground.view.standard.nodes();
        const QString code = nodes[static_cast<std::size_t>(chapter.node)].code.toString();
        if (chapter.relevant > 0 && signOffOf(ground.view, code).state != SignOffState::State::Signed)
            chapters.append(code);
    }
    return chapters;
}

QStringList waitingThreads(const Assessment &assessment)
{
    QStringList waiting;
    for (const Thread &thread : threadsOf(assessment, {.onlyWaiting = true}))
        waiting.append(thread.entity.code);
    return waiting;
}

QStringList breachesOf(const IndependenceStatement &statement)
{
    QStringList lines;
    for (const auto &breach : statement.breaches)
        lines.append(breach.name + QStringLiteral(": ") + breach.rule);
    return lines;
}

/// What keeps the decision from claiming independence: what breaks it, and what was not seen.
QStringList doubtsOf(const IndependenceStatement &statement)
{
    QStringList lines = breachesOf(statement);
    if (!statement.isWhole())
        lines.append(ruleMark(Rule::HistoryNotSeen, {QString::number(statement.unseen)}));
    return lines;
}

bool isDecisionMaker(const Assessment &assessment, const PublicProfile &by)
{
    const auto members = activeMembers(assessment);
    return std::ranges::any_of(members, [&](const Record *member) {
        return (*member)[field::team_member::role] == QLatin1String("decision-maker") &&
               (*member)[field::team_member::profile] == by.fingerprint();
    });
}

/// Whether a profile still counted on the day of a decision.
bool countedOn(const Assessment &assessment, const PublicProfile &by, const Record &decision)
{
    const auto revoked = revocationIn(assessment, by.fingerprint());
    return !revoked || decision.text(field::decision::decided.index) < revoked->since;
}

/// The decision maker of the team's list whose profile this is.
Result<> checkDecider(const DecisionGround &ground, const Profile &by)
{
    if (!isDecisionMaker(ground.view.assessment, by.shown()))
        return Error{ErrorCode::Independence, by.shown().actor(), ruleMark(Rule::DeciderOfList)};
    const IndependenceStatement statement = independenceOf(ground.view.assessment, ground.history);
    if (!statement.holds())
        return Error{ErrorCode::Independence, by.shown().actor(), breachesOf(statement).join(QStringLiteral("; "))};
    // Who decides has to see who worked.
    if (statement.unnamed > 0)
        return Error{ErrorCode::Independence, by.shown().actor(),
                     ruleMark(Rule::WhoWorkedNotSeen, {QString::number(statement.unnamed)})};
    return {};
}

std::optional<int> levelFrom(const Standard &standard, const QString &text)
{
    const auto &levels = standard.levels();
    for (std::size_t i = 0; i < levels.size(); ++i)
        for (const QString &name : {levels[i].code, levelName(standard, static_cast<int>(i), QStringLiteral("en"))})
            if (name.compare(text.simplified(), Qt::CaseInsensitive) == 0)
                return static_cast<int>(i);
    return std::nullopt;
}

QString levelCodes(const Standard &standard)
{
    QStringList codes;
    for (const LevelRule &level : standard.levels())
        codes.append(level.code);
    return codes.join(QStringLiteral(", "));
}

/// What the scores give; a lower level may be decided on, with a reason.
Result<QString> checkedLevel(const CaseView &view, const DecisionInput &input, const LevelResult &given)
{
    const auto level = levelFrom(view.standard, input.level);
    if (!level)
        return invalid(QStringLiteral("level"), input.level, levelCodes(view.standard));
    if (given.status != LevelStatus::Final || !given.achieved)
        return invalid(QStringLiteral("level"), input.level, ruleMark(Rule::NoLevelYet));
    const auto &levels = view.standard.levels();
    // Levels stand in the standard from the highest to the lowest.
    if (*level < *given.achieved)
        return invalid(QStringLiteral("level"), input.level,
                       ruleMark(Rule::LevelAtMost, {levels[static_cast<std::size_t>(*given.achieved)].code}));
    if (*level > *given.achieved && input.reason.simplified().isEmpty())
        return invalid(QStringLiteral("reason"), {},
                       ruleMark(Rule::WhyLess, {levels[static_cast<std::size_t>(*given.achieved)].code}));
    return levels[static_cast<std::size_t>(*level)].code;
}

QByteArray messageOf(const AssessmentId &assessment, const QStringList &parts)
{
    return signedWords("adit-decision/1", assessment, parts);
}

QByteArray messageOf(const AssessmentId &assessment, const Record &record)
{
    return messageOf(assessment, {record.text(field::decision::decided.index), record[field::decision::outcome],
                                  record[field::decision::level], record.text(field::decision::until.index),
                                  record[field::decision::reason], record[field::decision::decided_by],
                                  record[field::decision::checklist].join(QLatin1Char(' ')),
                                  record[field::decision::root], record[field::decision::leaves]});
}

/// The dated moment of the process that the decision is.
QStringList decisionMilestones(const ProcessRules &process)
{
    QStringList milestones;
    for (const Gate &gate : process.gates)
        if (gate.step == decisionStep(process) && gate.check == GateCheck::MilestonesDone)
            milestones += gate.items;
    return milestones;
}

QStringList metChecks(const std::vector<DecisionCheck> &checks)
{
    QStringList met;
    for (const DecisionCheck &check : checks)
        if (check.isMet())
            met.append(check.code);
    met.sort();
    return met;
}

Result<> checkChecklist(const ProcessRules &process, const std::vector<DecisionCheck> &checks,
                        const DecisionInput &input)
{
    QStringList lines;
    for (const DecisionCheck &check : checks)
        if (!check.isMet())
            lines.append(ruleMark(Rule::CheckNotMet, {check.code, check.missing.join(QStringLiteral(", "))}));
    if (input.outcome == onLevel && !lines.isEmpty() && input.reason.simplified().isEmpty())
        return Error{ErrorCode::GateClosed, decisionStep(process), lines.join(QStringLiteral("; "))};
    return {};
}

} // namespace

std::vector<DecisionCheck> decisionChecklist(const DecisionGround &ground)
{
    const Assessment &assessment = ground.view.assessment;
    return {{QStringLiteral("sufficient-evidence"),
             shutGates(ground, {GateCheck::RatingsHaveBasis, GateCheck::RequirementsRated, GateCheck::GroupsHeard,
                                GateCheck::DeferredSeen})},
            {QStringLiteral("findings-reviewed"), unsignedChapters(ground)},
            {QStringLiteral("comments-answered"), waitingThreads(assessment)},
            {QStringLiteral("nonconformities-planned"),
             shutGates(ground, {GateCheck::NonconformitiesRaised, GateCheck::PlansDated})},
            {QStringLiteral("independence"), doubtsOf(independenceOf(assessment, ground.history))},
            {QStringLiteral("deadlines"), shutGates(ground, {GateCheck::DeadlinesKept})}};
}

Result<Edit> decide(const DecisionGround &ground, const EntityRef &newDecision, const DecisionInput &input,
                    const Profile &by, const QDate &day)
{
    const CaseView &view = ground.view;
    if (!infoOf(field::decision::outcome).allows(input.outcome))
        return Error{ErrorCode::UnknownChoice, QStringLiteral("outcome: ") + input.outcome,
                     infoOf(field::decision::outcome).choices};
    ADIT_TRY(checkCounts(view.assessment, by.shown()));
    ADIT_TRY(checkDecider(ground, by));
    if (input.outcome != onLevel && input.reason.simplified().isEmpty())
        return invalid(QStringLiteral("reason"), {}, ruleMark(Rule::WhyOutcome, {input.outcome}));
    Draft draft(view, Verb::Decide, input.outcome == onLevel ? input.level : input.outcome);
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), by.shown()));
    draft.add(std::move(introduced));
    LevelResult given = ground.scoreCard.level;
    if (input.excludeDeferred) {
        ADIT_TRY_ASSIGN(Edit leftOut, leaveOutDeferred(draft.view(), *input.excludeDeferred));
        draft.add(std::move(leftOut));
        given = score(view.standard, ratedItems(draft.view().assessment, view.standard)).level;
    }
    const auto checks = decisionChecklist(ground);
    ADIT_TRY(checkChecklist(view.standard.process(), checks, input));
    QString level;
    if (input.outcome == onLevel) {
        ADIT_TRY_ASSIGN(level, checkedLevel(view, input, given));
    }
    for (const QString &milestone : decisionMilestones(view.standard.process())) {
        ADIT_TRY_ASSIGN(Edit dated, setMilestone(draft.view(), milestone, {.done = toIso(day)}));
        draft.add(std::move(dated));
    }
    const auto leaves = leavesOf(draft.view());
    const auto set = [&](const RecordInput &values) -> Result<> {
        ADIT_TRY_ASSIGN(Edit edit, addRecord(draft.view(), newDecision, values));
        draft.add(std::move(edit));
        return {};
    };
    ADIT_TRY(set({{{&infoOf(field::decision::decided), toIso(day)},
                   {&infoOf(field::decision::outcome), input.outcome},
                   {&infoOf(field::decision::level), level},
                   {&infoOf(field::decision::until), input.until ? toIso(*input.until) : QString()},
                   {&infoOf(field::decision::reason), input.reason},
                   {&infoOf(field::decision::decided_by), by.shown().fingerprint()},
                   {&infoOf(field::decision::root), toHex(rootOf(leaves))},
                   {&infoOf(field::decision::leaves), textOf(leaves)}},
                  {{&infoOf(field::decision::checklist), metChecks(checks)}}}));
    const Record &record = *draft.view().assessment.find(newDecision.kind, newDecision.id);
    const QByteArray signature = by.sign(messageOf(view.assessment.id(), record));
    ADIT_TRY(set({{{&infoOf(field::decision::signature), QString::fromLatin1(signature.toHex())}}}));
    return draft.edit();
}

std::optional<DecisionState> decisionOf(const CaseView &view)
{
    const Record *latest = nullptr;
    for (const Record *record : recordsInOrder(view.assessment, EntityKind::Decision))
        if (!latest || record->text(field::decision::decided.index) >= latest->text(field::decision::decided.index))
            latest = record;
    if (!latest)
        return std::nullopt;
    DecisionState state{latest, false, compareLeaves((*latest)[field::decision::leaves], leavesOf(view))};
    const auto by = profileIn(view.assessment, (*latest)[field::decision::decided_by]);
    state.isSigned = by && isDecisionMaker(view.assessment, *by) && countedOn(view.assessment, *by, *latest) &&
                     isSignedBy(by->signKey, messageOf(view.assessment.id(), *latest),
                                QByteArray::fromHex((*latest)[field::decision::signature].toLatin1()));
    return state;
}

} // namespace adit
