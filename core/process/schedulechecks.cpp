// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/gatechecks.h"
#include "core/process/progress.h"

namespace adit {

namespace {

MissingList milestonesDone(const GateContext &context, const Gate &gate)
{
    MissingList missing;
    for (const QString &code : gate.items)
        if (!context.schedule.milestone(code)->done)
            missing.push_back({code});
    return missing;
}

MissingList deadlinesKept(const GateContext &context, const Gate &gate)
{
    MissingList missing;
    for (const QString &code : gate.items)
        if (context.schedule.deadline(code)->standing != DeadlineState::Standing::Kept)
            missing.push_back({code});
    return missing;
}

MissingList stepsClosed(const GateContext &context, const Gate &gate)
{
    MissingList missing;
    for (const QString &code : gate.items)
        if (stepState(context.view, *context.view.standard.process().step(code)) != StepState::Closed)
            missing.push_back({code});
    return missing;
}

MissingList unfilled(EntityKind kind, const Record &record, const Gate &gate)
{
    MissingList missing;
    for (const QString &name : gate.items) {
        const FieldInfo *field = findField(kind, name);
        if (!field || !record.has(field->index))
            missing.push_back({name});
    }
    return missing;
}

MissingList detailsFilled(const GateContext &context, const Gate &gate)
{
    return unfilled(EntityKind::Details, context.view.assessment.details(), gate);
}

MissingList planFilled(const GateContext &context, const Gate &gate)
{
    return unfilled(EntityKind::AuditPlan, context.view.assessment.auditPlan(), gate);
}

} // namespace

GateCheckFunction scheduleCheck(GateCheck check)
{
    switch (check) {
    case GateCheck::MilestonesDone:
        return milestonesDone;
    case GateCheck::DeadlinesKept:
        return deadlinesKept;
    case GateCheck::StepsClosed:
        return stepsClosed;
    case GateCheck::DetailsFilled:
        return detailsFilled;
    case GateCheck::PlanFilled:
        return planFilled;
    default:
        return nullptr;
    }
}

} // namespace adit
