// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/charts/criticalstrip.h"
#include "ui/charts/scorebars.h"
#include "ui/models/scoretable.h"

#include <vector>

namespace adit {

/// Whose ratings a scoreboard shows.
enum class ScoreSource { Audit, SelfAssessment, PreviousAudit };

/// A score card with the items it was made from.
struct Scores
{
    std::vector<RatedItem> items;
    ScoreCard card;
    QString status;   ///< "Final"
    QString sentence; ///< what is said of the result
};
Scores scoresOf(const CaseDocument &document, ScoreSource source);
/// True if at least one requirement has a rating of this source. Those of the audit before are no source beside a
/// surveillance, which has no others.
bool hasRatings(const CaseDocument &document, ScoreSource source);

// The scores as the charts and the table take them.
std::vector<ChartBar> barsOf(const Standard &standard, const std::vector<GroupScore> &groups);
std::vector<CriticalRow> criticalRows(const Standard &standard, const Scores &scores);
std::vector<ScoreLine> linesOf(const Standard &standard, const ScoreCard &card);
/// The thresholds of the standard's levels in percent, rising; always with 100.
std::vector<double> levelLines(const Standard &standard);
/// "no level" and then the standard's levels upwards; `place` is the index of a level in that list.
QStringList ladderNames(const Standard &standard);
int ladderPlace(const Standard &standard, std::optional<int> level);

} // namespace adit
