// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorecard.h"

#include <QDate>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

struct PublicAssessment;

/// Scores of the audit before, from the ratings that the case holds of it, in the order of ScoreCard::principles and
/// chapters.
struct EarlierScores
{
    /// None where a requirement that counts now has no earlier rating: a score over some of them compares with nothing.
    std::vector<std::optional<Share>> principles;
    std::vector<std::optional<Share>> chapters;

    bool isEmpty() const;
};

/// `before`: for each requirement the code of its earlier rating, not-relevant, or empty. `now` gives what counts
/// today.
EarlierScores earlierScores(const Standard &standard, const std::vector<RatedItem> &now, const QStringList &before,
                            const ScoringOptions &options = {});
/// None at a surveillance, whose scores are the earlier ones.
EarlierScores earlierScores(const PublicAssessment &assessment);

/// How long a result that was reached holds: from the day the report is final, as long as the standard's rule for the
/// reassessment says (process.md, N3). Nothing while the report is not final or the level is open.
std::optional<QDate> validUntil(const Standard &standard, const LevelResult &level, const std::optional<QDate> &final);
/// Nothing at a surveillance, which gives no result.
std::optional<QDate> validUntil(const PublicAssessment &assessment);

} // namespace adit
