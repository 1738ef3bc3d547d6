// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/gates.h"

#include "core/process/gatechecks.h"
#include "core/process/processengine.h"

#include <algorithm>

namespace adit {

namespace {

GateCheckFunction functionFor(GateCheck check)
{
    for (const auto &room : {scheduleCheck, teamCheck, fieldworkCheck, resultCheck})
        if (const GateCheckFunction function = room(check))
            return function;
    return [](const GateContext &, const Gate &) { return MissingList{{}}; };
}

/// "4.8" before "4.10", "E-A99" before "E-A100".
QString natural(const QString &subject)
{
    constexpr int widest = 6;
    QString key;
    QString digits;
    for (const QChar c : subject + QChar(0)) {
        if (c.isDigit()) {
            digits += c;
            continue;
        }
        if (!digits.isEmpty())
            key += digits.rightJustified(widest, QLatin1Char('0'));
        digits.clear();
        key += c;
    }
    return key;
}

void sortBySubject(MissingList &missing)
{
    std::vector<std::pair<QString, std::size_t>> keys;
    keys.reserve(missing.size());
    for (std::size_t i = 0; i < missing.size(); ++i)
        keys.emplace_back(natural(missing[i].subject), i);
    std::ranges::sort(keys);
    MissingList sorted;
    sorted.reserve(missing.size());
    for (const auto &[key, place] : keys)
        sorted.push_back(std::move(missing[place]));
    missing = std::move(sorted);
}

/// Those that go through the standard come in its order by themselves.
bool isInOrder(GateCheck check)
{
    switch (check) {
    case GateCheck::RequirementsRated:
    case GateCheck::SelfAssessed:
    case GateCheck::RatingsHaveBasis:
    case GateCheck::NonconformitiesRaised:
    case GateCheck::RatingsRelevant:
    case GateCheck::PlansDated:
    case GateCheck::ChaptersAllocated:
        return true;
    default:
        return false;
    }
}

} // namespace

namespace gates {

void look(const GateContext &context, GateState &state)
{
    const GateCheck check = state.gate->check;
    state.missing = functionFor(check)(context, *state.gate);
    // What a gate names itself stays in its own order.
    const GateItems items = gateCheckInfo(check).items;
    if ((items == GateItems::None || items == GateItems::Ratings) && !isInOrder(check))
        sortBySubject(state.missing);
}

void lookForPass(const Assessment &assessment, GateState &state)
{
    const Record &pass = assessment.gatePass(state.gate->code);
    state.reason = pass[field::gate_pass::reason];
    state.passedBy = pass[field::gate_pass::passed_by];
    state.wasPassed = state.gate->overridable && !state.reason.isEmpty();
}

} // namespace gates

std::vector<EntityKind> kindsReadBy(GateCheck check)
{
    // What RatedItem is made of.
    static const std::vector<EntityKind> ratings{EntityKind::Answer, EntityKind::Relevance, EntityKind::Details,
                                                 EntityKind::Action, EntityKind::Nonconformity};
    const auto ratingsAnd = [](std::initializer_list<EntityKind> more) {
        std::vector<EntityKind> kinds = ratings;
        kinds.insert(kinds.end(), more);
        return kinds;
    };
    switch (check) {
    case GateCheck::MilestonesDone:
    case GateCheck::DeadlinesKept:
        return {EntityKind::Milestone, EntityKind::Details};
    case GateCheck::StepsClosed:
        return {EntityKind::Step};
    case GateCheck::DetailsFilled:
        return {EntityKind::Details};
    case GateCheck::PlanFilled:
        return {EntityKind::AuditPlan};
    case GateCheck::PlanIssued:
        return {EntityKind::PlanIssue};
    case GateCheck::ClaimsReasoned:
    case GateCheck::ClaimsTested:
        return {EntityKind::Relevance};
    case GateCheck::RolesFilled:
    case GateCheck::InterestsDeclared:
    case GateCheck::RolesIndependent:
        return {EntityKind::TeamMember};
    case GateCheck::ChaptersAllocated:
        return ratingsAnd({EntityKind::TeamMember});
    case GateCheck::CompetenceShown:
        return {EntityKind::TeamMember, EntityKind::Competence};
    case GateCheck::SamplingPlanned:
        return {EntityKind::GroupPlan};
    case GateCheck::Announced:
        return {EntityKind::Announcement};
    case GateCheck::MeetingHeld:
        return {EntityKind::Meeting};
    case GateCheck::RequestsAnswered:
        return {EntityKind::Request};
    case GateCheck::GroupsContacted:
        return {EntityKind::GroupPlan, EntityKind::Contact};
    case GateCheck::GroupsHeard:
        return {EntityKind::GroupPlan, EntityKind::Person, EntityKind::Interview};
    case GateCheck::HeardAlone:
        return {EntityKind::Person, EntityKind::Interview};
    case GateCheck::ConcernsAnswered:
        return {EntityKind::Concern};
    case GateCheck::SelfAssessed:
    case GateCheck::RequirementsRated:
    case GateCheck::NonconformitiesRaised:
    case GateCheck::RatingsRelevant:
    case GateCheck::PlansDated:
        return ratings;
    case GateCheck::RatingsHaveBasis:
        return ratingsAnd({EntityKind::Evidence, EntityKind::Person, EntityKind::Interview});
    case GateCheck::DeferredSeen:
        return {EntityKind::Evidence};
    case GateCheck::PlacesVisited:
        return {EntityKind::VisitStop};
    case GateCheck::CommentsAnswered:
        return {EntityKind::Comment};
    case GateCheck::NonconformitiesClosed:
        return {EntityKind::Nonconformity};
    case GateCheck::RatedAnew:
        return {EntityKind::Answer};
    }
    return {};
}

std::vector<const GateState *> ProcessState::gatesOf(const QString &step, bool opens) const
{
    std::vector<const GateState *> found;
    for (const GateState &state : gates)
        if (state.gate->step == step && state.gate->opens == opens)
            found.push_back(&state);
    return found;
}

std::vector<const GateState *> ProcessState::shut(const QString &step, bool opens) const
{
    auto found = gatesOf(step, opens);
    std::erase_if(found, [](const GateState *state) { return state->isOpen(); });
    return found;
}

const GateState *ProcessState::gate(const QString &code) const
{
    const auto found = std::ranges::find_if(gates, [&](const GateState &state) { return state.gate->code == code; });
    return found == gates.end() ? nullptr : &*found;
}

ProcessState processStateOf(const CaseView &view, const std::vector<RatedItem> &items, const QDate &today)
{
    return ProcessEngine(view).state(items, today);
}

} // namespace adit
