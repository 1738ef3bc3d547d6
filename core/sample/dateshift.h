// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace adit {

/// Moves the dates in a text by some days: "2026-05-04", "4 May 2026", "4–9 May 2026", "May 2026" (taken as its
/// middle). A year by itself stays.
QString shiftDates(const QString &text, int days);

} // namespace adit
