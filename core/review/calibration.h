// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/journal/logentry.h"
#include "core/scoring/scorecard.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

// Calibration (assurance.md: blind double rating and its agreement statistic; ISO/IEC 17021-1, 7, from general
// knowledge): two auditors rate some requirements, neither sees what the other gives before both are done, then they
// talk about where they differ.

/// So many relevant requirements, spread over the chapters; which ones follows from the seed, so that nobody picks.
QStringList drawRequirements(const Standard &standard, const std::vector<RatedItem> &items, int count, quint64 seed);

/// `raters`: labels of two members of the team. Errors InvalidValue (raters, requirements).
Result<Edit> drawCalibration(const CaseView &view, const EntityRef &newCalibration, const QStringList &requirements,
                             const QStringList &raters, const QDate &day);

struct BlindInput
{
    QString calibration; ///< label
    QString requirement;
    QString rater; ///< label of the member
    QString rating;
    QString reason;
};
/// Gives a rating, or gives it anew while the calibration is not laid open. `newRating` where there is none yet. Errors
/// InvalidValue (not in the sample, no rater of it, laid open already), UnknownRating; only ratings with points count.
Result<Edit> rateBlind(const CaseView &view, const EntityRef &newRating, const BlindInput &input, const QDate &day);
/// Both are done: from now on everybody sees both. Error InvalidValue with what is missing.
Result<Edit> layOpen(const CaseView &view, const QString &calibration, const QDate &day);

/// What came of talking about the differences; empty takes it away. Error InvalidValue before both are laid open: there
/// is nothing to talk about yet.
Result<Edit> noteCalibration(const CaseView &view, const QString &calibration, const QString &notes);

/// What a rater gave a requirement; nothing before. Who may look at it: see CalibrationState::seenBy().
const Record *blindRatingOf(const Assessment &assessment, const QString &calibration, const QString &requirement,
                            const QString &rater);

/// Whether a thing is a blind rating that is not laid open: whatever tells of changes leaves out what it says.
bool isStillBlind(const Assessment &assessment, const EntityRef &entity);
/// Takes what they say out of what the log tells.
void hideBlind(const Assessment &assessment, std::vector<LogEntry> &entries);

/// One requirement rated twice.
struct RatingPair
{
    QString requirement;
    std::optional<int> first; ///< index of the scale
    std::optional<int> second;

    bool isWhole() const { return first && second; }
    bool differs() const { return isWhole() && *first != *second; }
};

/// How far two raters agree.
struct Agreement
{
    int rated = 0; ///< requirements rated by both
    int same = 0;
    /// Cohen's weighted kappa, J. Cohen, Psychological Bulletin 70 (1968): 1 - sum(w o) / sum(w e), o and e the
    /// observed and the expected share of each pair of ratings, w = |i - j| / (k - 1). 1: always the same; 0: as often
    /// as by chance. Nothing where chance alone would always agree.
    std::optional<double> kappa;
    /// Steps of the scale that the second rater is stricter by, on average: negative where the first is.
    double drift = 0;
};
/// `steps`: how many ratings there are.
Agreement agreementOf(const std::vector<RatingPair> &pairs, int steps);

/// A calibration as it stands.
struct CalibrationState
{
    const Record *record;
    QStringList raters; ///< labels, the first and the second
    std::vector<RatingPair> pairs;
    bool isOpen = false; ///< laid open

    /// What somebody may look at, by their label: before both are laid open one's own and no more; who is neither of
    /// the two sees none.
    std::vector<RatingPair> seenBy(const QString &rater) const;
    /// How many requirements a rater has rated: that much may be told to anybody.
    int ratedBy(const QString &rater) const;
    bool isDone() const; ///< both have rated all
    std::vector<RatingPair> ofChapter(const QString &chapter) const;
    QStringList chapters() const;
};
std::optional<CalibrationState> calibrationOf(const CaseView &view, const QString &label);
/// Steps of the scale that have points, and so can be given blindly.
int ratableSteps(const Standard &standard);

} // namespace adit
