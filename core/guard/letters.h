// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>
#include <array>
#include <cstdint>
#include <vector>

namespace adit::guard {

/// What one character is to the guard.
enum class LetterKind : std::uint8_t {
    Separator,
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Unspaced, ///< Han, kana, Hangul, Thai and others written without spaces, or with particles attached: by itself a
              ///< word
    Foreign,  ///< a script whose letters are romanised together, a word at a time
    Digit,
    Silent, ///< joins, marks, controls of direction: as if not there
    Seam    ///< soft hyphen, zero-width space: the word goes on, and another may begin
};

/// One character in the letters a to z (nothing for soft signs), or as a digit.
struct FoldedLetter
{
    LetterKind kind = LetterKind::Separator;
    std::uint8_t size = 0;
    bool isUpper = false;
    std::array<char, 5> text{};
};

FoldedLetter foldedLetter(char32_t character);

/// Letters that look like Latin ones, as those; 0 where none does.
char lookAlike(char32_t character);
/// The Cyrillic letter that a Latin one looks like, or 0.
char32_t cyrillicLookAlike(char32_t character);

/// Han without tones; empty for other characters.
QByteArray pinyinOf(char32_t character);
/// Simplified for traditional, wide for half-wide: what a character of an unspaced script is compared as.
char32_t plainForm(char32_t character);

/// A word of any other script, in the letters a to z.
QByteArray romanised(QStringView word);

} // namespace adit::guard
