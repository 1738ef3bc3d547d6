// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/exactshare.h"
#include "core/scoring/scorecard.h"

namespace adit {

/// What the decision on the level looks at. Internal to scoring.
struct LevelInput
{
    const Standard &standard;
    const std::vector<RatedItem> &items;
    const ScoringOptions &options;
    int scoredSteps;
    const ScoreCard &card;        ///< all but its level
    std::vector<ExactShare> nows; ///< of each principle
    std::vector<ExactShare> floors;
    std::vector<ExactShare> ceilings;
};

/// Floor, ceiling, status, level and the reasons (scoring.md, Status and Interval).
LevelResult decideLevel(const LevelInput &input);

/// The weakest rating that any level accepts for a critical requirement.
std::optional<int> criticalFloor(const Standard &standard);
/// The best rating below which some level asks for a dated plan; nothing: no level asks for plans.
std::optional<int> strictestPlanRule(const Standard &standard);

} // namespace adit
