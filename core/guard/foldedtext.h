// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guard/letters.h"

#include <QByteArrayView>
#include <QStringView>
#include <cstdint>
#include <string>
#include <vector>

namespace adit::guard {

/// What stands between a word and the one before.
enum class Gap : std::uint8_t {
    Joiner,   ///< a hyphen or an apostrophe, perhaps with the end of a line: perhaps one word
    Line,     ///< the end of a line
    Space,    ///< spaces, full stops, underscores
    Adjacent, ///< nothing: digits beside letters, characters of an unspaced script
    Other     ///< two words for certain
};

/// A run of letters, a run of digits, or one character of an unspaced script.
struct Word
{
    std::uint32_t first = 0; ///< index of its first letter
    std::uint32_t count = 0; ///< so many letters
    std::uint32_t from = 0;  ///< in the source, UTF-16 code units
    std::uint32_t to = 0;
    LetterKind kind = LetterKind::Latin; ///< of its first letter
    Gap gap = Gap::Other;
    bool isMixed = false; ///< letters of several scripts
    bool startsUpper = false;
    bool isUpper = true;    ///< all of it
    char32_t character = 0; ///< of an unspaced script
};

/// A text as the guard reads it: letters a to z with the place of each in the source, cut into words. Made in one pass.
class FoldedText
{
public:
    explicit FoldedText(QStringView source, bool withPinyin = true);

    QStringView source() const { return m_source; }
    const std::vector<Word> &words() const { return m_words; }
    QByteArrayView letters(std::uint32_t first, std::uint32_t end) const
    {
        return {m_letters.data() + first, qsizetype(end) - qsizetype(first)};
    }
    QByteArrayView letters(const Word &word) const { return letters(word.first, word.first + word.count); }
    QStringView sourceOf(const Word &word) const { return m_source.mid(word.from, word.to - word.from); }
    std::uint32_t beginOf(std::uint32_t letter) const { return m_begins[letter]; }
    std::uint32_t endOf(std::uint32_t letter) const { return m_ends[letter]; }
    /// Inside a word, another may begin here: a capital after a small letter, a soft hyphen.
    bool hasSeamBefore(std::uint32_t letter) const { return m_seams[letter] != 0; }

private:
    void add(char32_t character, const FoldedLetter &folded, std::uint32_t from, std::uint32_t to);
    void addLetters(const FoldedLetter &folded, std::uint32_t from, std::uint32_t to);
    void addUnspaced(char32_t character, std::uint32_t from, std::uint32_t to);
    void noteCase(const FoldedLetter &folded);
    void separate(char32_t character);
    void open(LetterKind kind, std::uint32_t from);
    void close();
    Gap takeGap();

    QStringView m_source;
    std::string m_letters; // grows a letter at a time: quicker than QByteArray
    std::vector<std::uint32_t> m_begins;
    std::vector<std::uint32_t> m_ends;
    std::vector<std::uint8_t> m_seams;
    std::vector<Word> m_words;
    bool m_withPinyin;
    bool m_isOpen = false;
    bool m_isForeign = false; ///< the open word is to be romanised as a whole
    bool m_seamNext = false;
    std::uint32_t m_uppersBefore = 0; ///< capitals in a row
    bool m_lowerBefore = false;
    // What stood since the last word:
    bool m_sawAny = false;
    bool m_hyphenFirst = false;
    bool m_sawLine = false;
    bool m_sawSpace = false;
    bool m_sawOther = false;
};

} // namespace adit::guard
