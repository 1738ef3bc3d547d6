// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QString>
#include <functional>
#include <vector>

namespace adit {

/// Two findings that say nearly the same: copied, and perhaps not looked at. Nobody is blamed by it: the same wording
/// can be right. It says where a reviewer looks twice (assurance.md, calibration).
struct SimilarFindings
{
    QString requirement;
    QString other;          ///< the other requirement
    bool isEarlier = false; ///< of the earlier assessment
    double share = 0;       ///< of the runs of words of the shorter one that stand in the other too, 0 to 1
};

/// Above this share two findings are told of.
inline constexpr double similarFrom = 0.6;
/// A run of so many words is what is compared; shorter findings are left alone.
inline constexpr int wordsOfRun = 5;
inline constexpr int fewestWords = 12;

/// What is compared, as values: a long case is compared beside the window.
struct FindingText
{
    QString requirement;
    QString text;

    friend bool operator==(const FindingText &, const FindingText &) = default;
};
/// Those that say anything, in the order of their requirements.
std::vector<FindingText> findingTexts(const Assessment &assessment);

/// Within one assessment, and between it and an earlier one of the mine, if there is one: most similar first. `goesOn`
/// is asked now and then; false ends it with what was found so far.
std::vector<SimilarFindings> similarFindings(const std::vector<FindingText> &findings,
                                             const std::vector<FindingText> &earlier = {},
                                             const std::function<bool()> &goesOn = {});

/// A text in pieces, by whether they are part of a run of words that stands in the other text too.
struct SharedPiece
{
    QString text;
    bool isShared;
};
std::vector<SharedPiece> sharedPieces(const QString &text, const QString &other);

} // namespace adit
