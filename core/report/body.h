// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

/// What an office's template puts into a report. All of it is left out where the case has none.
namespace adit::report {

/// What it says of itself: the field of the details, else its template's name.
QString firmName(const Context &context);
/// Name and address in one line or more, and how to complain, on page one: villages need to know whom to write to.
std::optional<Block> bodySection(const Context &context, int tightness);

/// The logo in the corner of page one where reading a line ends; nothing without one.
std::optional<Cell> logoCell(const Context &context);
/// What the logo leaves of the width beside it.
double widthBesideLogo(const Context &context);

/// The page after page one, if the office has a foreword in the report's language.
bool hasForeword(const Context &context);
Part forewordPart(const Context &context);
/// Who the body is.
void addAboutBody(Part &part, const Context &context);
/// How to complain about the assessment, or to ask again for what is withheld.
void addContest(Part &part, const Context &context);

} // namespace adit::report
