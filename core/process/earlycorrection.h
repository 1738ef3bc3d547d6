// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/schedule.h"

namespace adit {

/// The day until which the result is held back while the early correction is open (process.md, step 6): when its end is
/// planned for, else the last day that the standard allows, counted from the step's opening where its first milestone
/// has no date yet.
std::optional<QDate> correctionEnds(const CaseView &view, const Schedule &schedule);

} // namespace adit
