// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace adit::report {

// What the Unicode collection of language data (CLDR) knows.

/// Which form of a noun a count takes in a language: "one", "other"; Arabic has
/// "zero", "two", "few" and "many" besides.
QString pluralForm(const QString &language, int n);
/// Name of a country by its two letters; empty where there is none.
QString countryName(const QString &language, const QString &code);

} // namespace adit::report
