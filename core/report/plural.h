// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace adit::report {

/// Which form of a noun a count takes in a language, as the Unicode rules (CLDR) call it: "one", "other"; Arabic has
/// "zero", "two", "few" and "many" besides.
QString pluralForm(const QString &language, int n);

} // namespace adit::report
