// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/process.h"

#include <algorithm>

namespace adit {

namespace {

template <typename Entry>
const Entry *byCode(const std::vector<Entry> &entries, const QString &code)
{
    const auto found = std::ranges::find(entries, code, &Entry::code);
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

const ProcessStep *ProcessRules::step(const QString &code) const
{
    return byCode(steps, code);
}

const Milestone *ProcessRules::milestone(const QString &code) const
{
    return byCode(milestones, code);
}

const Deadline *ProcessRules::deadline(const QString &code) const
{
    return byCode(deadlines, code);
}

const Gate *ProcessRules::gate(const QString &code) const
{
    return byCode(gates, code);
}

const std::vector<GateCheckInfo> &gateChecks()
{
    static const std::vector<GateCheckInfo> checks{
        {GateCheck::MilestonesDone, "milestones-done", GateItems::Milestones},
        {GateCheck::DeadlinesKept, "deadlines-kept", GateItems::Deadlines},
        {GateCheck::StepsClosed, "steps-closed", GateItems::Steps},
        {GateCheck::DetailsFilled, "details-filled", GateItems::Words},
        {GateCheck::PlanFilled, "plan-filled", GateItems::Words},
        {GateCheck::PlanIssued, "plan-issued", GateItems::None},
        {GateCheck::SelfAssessed, "self-assessed", GateItems::None},
        {GateCheck::ClaimsReasoned, "claims-reasoned", GateItems::None, true},
        {GateCheck::ClaimsTested, "claims-tested", GateItems::None},
        {GateCheck::RolesFilled, "roles-filled", GateItems::Words},
        {GateCheck::InterestsDeclared, "interests-declared", GateItems::None, true},
        {GateCheck::ChaptersAllocated, "chapters-allocated", GateItems::None},
        {GateCheck::CompetenceShown, "competence-shown", GateItems::None, true},
        {GateCheck::SamplingPlanned, "sampling-planned", GateItems::Words},
        {GateCheck::Announced, "announced", GateItems::None},
        {GateCheck::MeetingHeld, "meeting-held", GateItems::Words},
        {GateCheck::RequestsAnswered, "requests-answered", GateItems::None},
        {GateCheck::GroupsContacted, "groups-contacted", GateItems::None},
        {GateCheck::GroupsHeard, "groups-heard", GateItems::Words},
        {GateCheck::HeardAlone, "heard-alone", GateItems::Words, true},
        {GateCheck::ConcernsAnswered, "concerns-answered", GateItems::None, true},
        {GateCheck::RequirementsRated, "requirements-rated", GateItems::None},
        {GateCheck::RatingsHaveBasis, "ratings-have-basis", GateItems::Ratings, true},
        {GateCheck::NonconformitiesRaised, "nonconformities-raised", GateItems::Ratings, true},
        {GateCheck::RatingsRelevant, "ratings-relevant", GateItems::None, true},
        {GateCheck::PlansDated, "plans-dated", GateItems::None, true},
        {GateCheck::DeferredSeen, "deferred-seen", GateItems::None},
        {GateCheck::PlacesVisited, "places-visited", GateItems::None},
        {GateCheck::CommentsAnswered, "comments-answered", GateItems::Words, true},
        {GateCheck::RolesIndependent, "roles-independent", GateItems::Words},
        {GateCheck::NonconformitiesClosed, "nonconformities-closed", GateItems::None},
        {GateCheck::RatedAnew, "rated-anew", GateItems::None, true},
    };
    return checks;
}

const GateCheckInfo &gateCheckInfo(GateCheck check)
{
    return *std::ranges::find(gateChecks(), check, &GateCheckInfo::check);
}

QString unitCode(DayUnit unit)
{
    switch (unit) {
    case DayUnit::Days:
        return QStringLiteral("days");
    case DayUnit::WorkingDays:
        return QStringLiteral("working-days");
    case DayUnit::Months:
        return QStringLiteral("months");
    case DayUnit::Years:
        break;
    }
    return QStringLiteral("years");
}

} // namespace adit
