// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/gatechecks.h"
#include "core/process/team.h"

#include <algorithm>

namespace adit {

namespace {

MissingList planIssued(const GateContext &context, const Gate &)
{
    const bool isAgreed =
        std::ranges::any_of(context.view.assessment.records(EntityKind::PlanIssue), [](const auto &entry) {
            return entry.second.has(field::plan_issue::issued) && entry.second.has(field::plan_issue::agreed);
        });
    return isAgreed ? MissingList() : MissingList{{}};
}

MissingList rolesFilled(const GateContext &context, const Gate &gate)
{
    MissingList missing;
    for (const QString &role : gate.items)
        if (std::ranges::none_of(activeMembers(context.view.assessment), [&](const Record *member) {
                return (*member)[field::team_member::role] == role &&
                       (*member)[field::team_member::state] == QLatin1String("accepted");
            }))
            missing.push_back({role});
    return missing;
}

MissingList interestsDeclared(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const Record *member : activeMembers(context.view.assessment))
        if (!hasClearDeclaration(*member) && (*member)[field::team_member::role] != QLatin1String("mine"))
            missing.push_back({(*member)[field::team_member::label]});
    return missing;
}

MissingList chaptersAllocated(const GateContext &context, const Gate &)
{
    QSet<QString> allocated;
    for (const Record *member : activeMembers(context.view.assessment))
        for (const QString &chapter : (*member)[field::team_member::chapters])
            allocated.insert(chapter);
    MissingList missing;
    for (const QString &chapter : relevantChapters(context.view.standard, context.items))
        if (!allocated.contains(chapter))
            missing.push_back({chapter});
    return missing;
}

MissingList competenceShown(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const CompetenceGap &gap : competenceGaps(context.view.assessment, context.today))
        missing.push_back({gap.member + QLatin1Char(' ') + gap.chapter});
    return missing;
}

MissingList samplingPlanned(const GateContext &context, const Gate &gate)
{
    MissingList missing;
    for (const QString &group : gate.items)
        if (!context.view.assessment.groupPlan(group).has(field::group_plan::planned))
            missing.push_back({group});
    return missing;
}

MissingList rolesIndependent(const GateContext &context, const Gate &gate)
{
    MissingList missing;
    const auto members = activeMembers(context.view.assessment);
    for (const QString &role : gate.items)
        if (std::ranges::none_of(members,
                                 [&](const Record *member) { return (*member)[field::team_member::role] == role; }))
            missing.push_back({role});
    for (const Record *member : members)
        if (gate.items.contains((*member)[field::team_member::role]) && holdsAnotherRole(*member, members))
            missing.push_back({(*member)[field::team_member::label]});
    return missing;
}

} // namespace

GateCheckFunction teamCheck(GateCheck check)
{
    switch (check) {
    case GateCheck::PlanIssued:
        return planIssued;
    case GateCheck::RolesFilled:
        return rolesFilled;
    case GateCheck::InterestsDeclared:
        return interestsDeclared;
    case GateCheck::ChaptersAllocated:
        return chaptersAllocated;
    case GateCheck::CompetenceShown:
        return competenceShown;
    case GateCheck::SamplingPlanned:
        return samplingPlanned;
    case GateCheck::RolesIndependent:
        return rolesIndependent;
    default:
        return nullptr;
    }
}

} // namespace adit
