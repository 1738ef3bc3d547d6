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
    std::optional<QDate> end;
    for (const MilestoneState &state : schedule.milestones)
        if (state.milestone->step == step->code && !state.done && (state.planned || state.latest))
            end = state.planned ? state.planned : state.latest;
    return end;
}

} // namespace adit
