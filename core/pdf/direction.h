// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Keeps what people typed from changing the order of the words around it.
namespace adit::pdf {

/// Text without invisible controls that turn its letters about ("99 fo 21" for "12 of 99"), and with every embedding
/// and isolate that it opens closed again at the end of its line.
QString balanced(const QString &text);
/// Text to stand inside other words: ordered by its own direction, and they by theirs. `rightToLeft`: of those words.
QString isolated(const QString &text, bool rightToLeft = false);

} // namespace adit::pdf
