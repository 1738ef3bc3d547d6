// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace adit::cli {

enum class LineBreaks { Escaped, Kept };

/// A text as a terminal may get it: a stored or typed value must not move the cursor, recolour the screen, reorder what
/// stands beside it or pass for a line of its own. Control characters, line separators and overrides of the writing
/// direction become "\u001b", which inside JSON text is the same text.
QString printable(const QString &text, LineBreaks breaks = LineBreaks::Escaped);

} // namespace adit::cli
