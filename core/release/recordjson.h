// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/earlier.h"
#include "core/report/fieldwork.h"
#include "core/scoring/scorecard.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace adit {

/// Scores as a public record states them: exact sums as fractions, figures as printed.
QJsonObject scoresJson(const Standard &standard, const ScoreCard &card);

/// Scores of the audit before, as printed; null where they compare with nothing.
QJsonObject beforeJson(const Standard &standard, const ScoreCard &card, const EarlierScores &before);
/// What was done in the field, as counts; null where one is withheld or was not set.
QJsonObject fieldworkJson(const PublicFieldwork &fieldwork);
/// ISO, or null.
QJsonValue orNull(const std::optional<QDate> &date);

/// "relevant", "not-relevant", "other-kind-of-mine".
QString relevanceCode(RelevanceReason reason);
std::optional<RelevanceReason> relevanceFrom(const QString &code);

} // namespace adit
