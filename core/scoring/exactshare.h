// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scorecard.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace adit {

using ExactNumber = boost::multiprecision::cpp_int;

/// A share held exactly, however many chapters a mean runs over. Internal to scoring.
struct ExactShare
{
    ExactNumber numerator = 0;
    ExactNumber denominator = 0; ///< 0: nothing relevant, passes every threshold (scoring.md)

    bool isEmpty() const { return denominator == 0; }
    /// By cross-multiplication.
    bool reaches(const Fraction &threshold) const;
};

ExactShare pooled(qint64 gotUnits, int possible, qint64 unitsPerPoint);
/// The mean of those that are not empty; empty if all are.
ExactShare mean(const std::vector<ExactShare> &shares);

/// "73.8": half up to one decimal; where that would reach a threshold that the exact share does not, 0.1 less.
QString shownPercent(const ExactShare &share, const std::vector<Fraction> &thresholds);
double percent(const ExactShare &share);

} // namespace adit
