// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/progress.h"

namespace adit {

StepState stepState(const CaseView &view, const ProcessStep &step)
{
    const QString state = view.assessment.step(step.code)[field::step::state];
    if (state == QLatin1String("open"))
        return StepState::Open;
    return state == QLatin1String("closed") ? StepState::Closed : StepState::ToCome;
}

std::vector<const ProcessStep *> openSteps(const CaseView &view)
{
    std::vector<const ProcessStep *> open;
    for (const ProcessStep &step : view.standard.steps())
        if (stepState(view, step) == StepState::Open)
            open.push_back(&step);
    return open;
}

std::optional<QString> currentPhase(const CaseView &view)
{
    const auto open = openSteps(view);
    return open.empty() ? std::nullopt : std::optional(open.front()->phase);
}

} // namespace adit
