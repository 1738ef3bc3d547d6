// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QString>
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

/// Within one assessment, and between it and an earlier one of the mine, if given: most similar first.
std::vector<SimilarFindings> similarFindings(const Assessment &assessment, const Assessment *earlier = nullptr);

} // namespace adit
