// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QStringView>
#include <QVarLengthArray>

namespace adit::guard {

/// Arabic writes consonants and long vowels, and its Latin spellings are many: Mohammed, Muhammad, Mohamed. Names meet
/// by what their consonants leave of them, and then letter by letter: a long vowel must be there, a short one may be.

/// What the consonants of a word leave: a key that all spellings of it share. Dentals, gutturals, lips each count as
/// one.
QByteArray skeletonOfArabic(QStringView word);
QByteArray skeletonOfLatin(QByteArrayView letters);
void skeletonOfLatin(QByteArrayView letters, QVarLengthArray<char, 64> &skeleton);

/// Whether Latin letters (a to z) can spell an Arabic word.
bool spellsArabic(QByteArrayView letters, QStringView word);

/// The word and what remains without and, for, to, the: wa-, fa-, bi-, li-, ka-, al-.
QList<QStringView> withoutArabicPrefixes(QStringView word);

} // namespace adit::guard
