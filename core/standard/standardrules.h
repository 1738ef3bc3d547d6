// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/standard/standard.h"

namespace adit {

/// The rules a JSON schema cannot say: codes, keys and level codes unique; scored steps before the others with falling
/// points, the best of them 1; levels refer to scored steps and ask for less from first to last; point tables fit the
/// scale and do not rise; labels hold known placeholders only; the process holds together (checkProcess()). Error
/// StandardInvalid with the JSON path.
Result<> checkStandardRules(const Standard::Parts &parts);

/// True if sums of these points stay exact: their common denominator is at most a million.
bool arePointsComputable(const std::vector<Fraction> &points);

} // namespace adit
