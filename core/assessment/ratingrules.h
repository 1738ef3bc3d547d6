// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QString>

namespace adit {

// What the process lets a rating be (process.md, step 6 and N2).

/// A surveillance looks whether what was found still holds and gives no new detailed scores: its ratings are those of
/// the audit before.
bool keepsPreviousRatings(const Assessment &assessment);
/// The rating that a requirement counts with: its own; where it has none in a surveillance, that of the audit before,
/// which may be "not-relevant". Empty where it is not rated.
QString countingRating(const Assessment &assessment, const Record &answer);
/// In a surveillance nothing can be rated but what the audit before had put off.
bool isRatingKept(const Assessment &assessment, const Standard &standard, const RequirementCode &requirement);

/// The step in which what was corrected early is rated anew, as the standard's process has it; nothing where it has
/// none.
const ProcessStep *earlyCorrection(const Standard &standard);
/// While that step is open the result waits for it, whatever the ratings say, and a rating that changes keeps the one
/// before beside it.
bool isResultPostponed(const Assessment &assessment, const Standard &standard);

} // namespace adit
