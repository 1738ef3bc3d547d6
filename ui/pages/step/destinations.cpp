// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/step/destinations.h"

#include "ui/pages/records/recordlists.h"

#include <algorithm>

namespace adit {

namespace {

/// The list where a condition is met; nothing where it is not met in a list.
std::optional<EntityKind> listOf(GateCheck check)
{
    switch (check) {
    case GateCheck::PlanFilled:
        return EntityKind::AuditPlan;
    case GateCheck::PlanIssued:
        return EntityKind::PlanIssue;
    case GateCheck::ClaimsReasoned:
    case GateCheck::ClaimsTested:
        return EntityKind::Relevance;
    case GateCheck::RolesFilled:
    case GateCheck::InterestsDeclared:
    case GateCheck::ChaptersAllocated:
    case GateCheck::RolesIndependent:
        return EntityKind::TeamMember;
    case GateCheck::CompetenceShown:
        return EntityKind::Competence;
    case GateCheck::SamplingPlanned:
        return EntityKind::GroupPlan;
    case GateCheck::Announced:
        return EntityKind::Announcement;
    case GateCheck::MeetingHeld:
        return EntityKind::Meeting;
    case GateCheck::RequestsAnswered:
        return EntityKind::Request;
    case GateCheck::GroupsContacted:
        return EntityKind::Contact;
    case GateCheck::GroupsHeard:
    case GateCheck::HeardAlone:
        return EntityKind::Interview;
    case GateCheck::ConcernsAnswered:
        return EntityKind::Concern;
    case GateCheck::DeferredSeen:
        return EntityKind::Evidence;
    case GateCheck::PlacesVisited:
        return EntityKind::VisitStop;
    case GateCheck::CommentsAnswered:
        return EntityKind::Comment;
    case GateCheck::NonconformitiesRaised:
    case GateCheck::NonconformitiesClosed:
    case GateCheck::PlansDated:
        return EntityKind::Nonconformity;
    default:
        return std::nullopt;
    }
}

bool isAboutRequirements(GateCheck check)
{
    return check == GateCheck::SelfAssessed || check == GateCheck::RequirementsRated ||
           check == GateCheck::RatingsHaveBasis || check == GateCheck::RatingsRelevant ||
           check == GateCheck::RatedAnew || check == GateCheck::PlansDated || check == GateCheck::NonconformitiesRaised;
}

/// A milestone is dated on the page of its step.
QString stepOfDates(const Gate &gate, const QString &subject, const ProcessRules &rules)
{
    const Deadline *deadline = rules.deadline(subject);
    const Milestone *milestone = rules.milestone(deadline ? deadline->milestone : subject);
    return milestone && milestone->step != gate.step ? QStringLiteral("step:") + milestone->step : QString();
}

} // namespace

Destination destinationOf(const GateState &state, const Standard &standard)
{
    const Gate &gate = *state.gate;
    const QString subject = state.missing.empty() ? QString() : state.missing.front().subject;
    if (gate.check == GateCheck::StepsClosed)
        return {QStringLiteral("step:") + subject};
    if (gate.check == GateCheck::MilestonesDone || gate.check == GateCheck::DeadlinesKept)
        return {stepOfDates(gate, subject, standard.process())};
    if (gate.check == GateCheck::DetailsFilled)
        return {QStringLiteral("details")};
    if (isAboutRequirements(gate.check))
        return {QStringLiteral("assess"), {}, subject};
    const auto list = listOf(gate.check);
    const RecordPageInfo *page = list ? pageOf(*list) : nullptr;
    return page ? Destination{QLatin1String(page->id), list, subject} : Destination{};
}

std::vector<EntityKind> listsOf(const QString &step, const Standard &standard)
{
    std::vector<EntityKind> lists;
    for (const Gate &gate : standard.process().gates) {
        const auto list = listOf(gate.check);
        if (gate.step == step && list && std::ranges::find(lists, *list) == lists.end())
            lists.push_back(*list);
    }
    return lists;
}

bool belongsTo(const Record &record, const QString &step, const Standard &standard)
{
    if (record.isBlank())
        return false;
    const auto isNamed = [&](GateCheck check, const QString &item) {
        return std::ranges::any_of(standard.process().gates, [&](const Gate &gate) {
            return gate.step == step && gate.check == check && gate.items.contains(item);
        });
    };
    switch (record.kind()) {
    case EntityKind::Meeting:
        return isNamed(GateCheck::MeetingHeld, record[field::meeting::meeting]);
    case EntityKind::Comment:
        return isNamed(GateCheck::CommentsAnswered, record[field::comment::round]);
    case EntityKind::Evidence:
        return record[field::evidence::state] == QLatin1String("deferred") && !record.has(field::evidence::removed);
    case EntityKind::Relevance:
        return record.has(field::relevance::claimed) ||
               record[field::relevance::state] == QLatin1String("not-relevant");
    default:
        return true;
    }
}

} // namespace adit
