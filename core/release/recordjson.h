// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorecard.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace adit {

/// Scores as a public record states them: exact sums as fractions, figures as printed.
QJsonObject scoresJson(const Standard &standard, const ScoreCard &card);

/// "relevant", "not-relevant", "other-kind-of-mine".
QString relevanceCode(RelevanceReason reason);
std::optional<RelevanceReason> relevanceFrom(const QString &code);

} // namespace adit
