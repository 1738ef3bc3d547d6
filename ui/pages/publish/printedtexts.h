// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/redactiondecision.h"

#include <QString>
#include <vector>

namespace adit {

// The texts of a case that are printed and that something may be withheld of: findings and justifications,
// nonconformities, planned actions, concerns, what is said of the site, captions of photos.

/// All in which something is written, of what is still there, in the order of the registry and of their numbers.
std::vector<WrittenText> withholdableTexts(const Assessment &assessment);

/// A text with words that stand in it.
struct TextWithWords
{
    WrittenText text;
    QString words; ///< as they stand there, whatever lines they were broken into
};
/// Those in which these very words stand: marked on a page, they may belong to several.
std::vector<TextWithWords> textsWithWords(const Assessment &assessment, const QString &words);

/// How often words stand in a text, overlapping places too, as they are withheld.
int placesOf(const QString &words, const QString &text);

} // namespace adit
