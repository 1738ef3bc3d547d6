// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/earlycorrection.h"

#include "core/assessment/ratingrules.h"

namespace adit {

std::optional<QDate> correctionEnds(const CaseView &view, const Schedule &schedule)
{
    const ProcessStep *step = earlyCorrection(view.standard);
    if (!step || !isResultPostponed(view.assessment, view.standard))
        return std::nullopt;
    const auto opened = view.assessment.step(step->code)[field::step::opened];
    const WorkDays workDays(view.standard, view.assessment);
    std::optional<QDate> end;
    for (const DeadlineState &deadline : schedule.deadlines) {
        const Milestone *last = view.standard.process().milestone(deadline.rule->milestone);
        if (opened && last && last->step == step->code && !deadline.rule->earliest)
            end = workDays.after(*opened, deadline.rule->amount, deadline.rule->unit);
    }
    for (const MilestoneState &state : schedule.milestones)
        if (state.milestone->step == step->code && !state.done && (state.planned || state.latest))
            end = state.planned ? state.planned : state.latest;
    return end;
}

} // namespace adit
