// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/foldedtext.h"

namespace adit::guard {

namespace {

bool isHyphen(char32_t c)
{
    return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x00AC || c == 0xFE63 || c == 0xFF0D;
}

bool isApostrophe(char32_t c)
{
    return c == U'\'' || c == U'`' || c == 0x00B4 || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC ||
           c == 0x02BB || c == 0x02BF || c == 0x02BE || c == 0x2032 || c == 0xFF07;
}

bool isLineEnd(char32_t c)
{
    return c == U'\n' || c == U'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

} // namespace

FoldedText::FoldedText(QStringView source, bool withPinyin)
    : m_source(source)
    , m_withPinyin(withPinyin)
{
    m_letters.reserve(static_cast<std::size_t>(source.size()));
    m_begins.reserve(static_cast<std::size_t>(source.size()));
    m_ends.reserve(static_cast<std::size_t>(source.size()));
    m_seams.reserve(static_cast<std::size_t>(source.size()));
    m_words.reserve(static_cast<std::size_t>(source.size() / 5 + 1));
    for (qsizetype at = 0; at < source.size();) {
        char32_t c = source[at].unicode();
        const bool isPair = QChar::isHighSurrogate(c) && at + 1 < source.size() && source[at + 1].isLowSurrogate();
        if (isPair)
            c = QChar::surrogateToUcs4(source[at], source[at + 1]);
        const qsizetype next = at + (isPair ? 2 : 1);
        add(c, foldedLetter(c), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(next));
        at = next;
    }
    close();
}

void FoldedText::add(char32_t character, const FoldedLetter &folded, std::uint32_t from, std::uint32_t to)
{
    switch (folded.kind) {
    case LetterKind::Separator:
        separate(character);
        break;
    case LetterKind::Silent:
        if (m_isOpen && QChar::isMark(character)) { // belongs to the letter before
            m_words.back().to = to;
            if (m_letters.size() > m_words.back().first)
                m_ends.back() = to;
        }
        break;
    case LetterKind::Seam:
        m_seamNext = m_isOpen;
        break;
    case LetterKind::Unspaced:
        addUnspaced(character, from, to);
        break;
    default:
        addLetters(folded, from, to);
    }
}

void FoldedText::addUnspaced(char32_t character, std::uint32_t from, std::uint32_t to)
{
    close();
    open(LetterKind::Unspaced, from);
    m_words.back().character = plainForm(character);
    if (m_withPinyin)
        for (const char letter : pinyinOf(character)) {
            m_letters.push_back(letter);
            m_begins.push_back(from);
            m_ends.push_back(to);
            m_seams.push_back(0);
        }
    m_words.back().to = to;
    close();
}

void FoldedText::addLetters(const FoldedLetter &folded, std::uint32_t from, std::uint32_t to)
{
    const bool isDigit = folded.kind == LetterKind::Digit;
    if (m_isOpen && isDigit != (m_words.back().kind == LetterKind::Digit))
        close();
    if (!m_isOpen)
        open(folded.kind, from);
    Word &word = m_words.back();
    word.isMixed |= folded.kind != word.kind;
    m_isForeign |= folded.kind == LetterKind::Foreign;
    word.to = to;
    noteCase(folded);
    const bool isGreekU = folded.kind == LetterKind::Greek && folded.text[0] == 'y' && // omicron, ypsilon
                          m_letters.size() > word.first && m_letters.back() == 'o';
    for (std::uint8_t i = 0; i < folded.size; ++i) {
        m_letters.push_back(isGreekU ? 'u' : folded.text[i]);
        m_begins.push_back(from);
        m_ends.push_back(to);
        m_seams.push_back(i == 0 && std::exchange(m_seamNext, false) ? 1 : 0);
    }
}

/// Humps: oneWord, and the last of several capitals before small letters.
void FoldedText::noteCase(const FoldedLetter &folded)
{
    Word &word = m_words.back();
    const bool isFirst = m_letters.size() == word.first;
    if (isFirst)
        word.startsUpper = folded.isUpper;
    word.isUpper &= folded.isUpper;
    if (folded.isUpper && m_lowerBefore)
        m_seamNext = true;
    if (!folded.isUpper && m_uppersBefore > 1 && !m_seams.empty())
        m_seams.back() = 1;
    m_uppersBefore = folded.isUpper ? m_uppersBefore + 1 : 0;
    m_lowerBefore = !folded.isUpper;
}

void FoldedText::separate(char32_t character)
{
    close();
    const bool joins = isHyphen(character) || isApostrophe(character);
    if (joins && !m_sawAny)
        m_hyphenFirst = true;
    else if (isLineEnd(character))
        m_sawLine = true;
    else if (QChar::isSpace(character) || character == U'.' || character == U'_' || character == 0x00B7)
        m_sawSpace = true;
    else
        m_sawOther = true;
    m_sawAny = true;
}

Gap FoldedText::takeGap()
{
    const Gap gap = !m_sawAny       ? Gap::Adjacent
                    : m_sawOther    ? Gap::Other
                    : m_hyphenFirst ? Gap::Joiner
                    : m_sawLine     ? Gap::Line
                                    : Gap::Space;
    m_sawAny = m_sawOther = m_hyphenFirst = m_sawLine = m_sawSpace = false;
    return gap;
}

void FoldedText::open(LetterKind kind, std::uint32_t from)
{
    Word word;
    word.first = static_cast<std::uint32_t>(m_letters.size());
    word.from = from;
    word.to = from;
    word.kind = kind;
    word.gap = takeGap();
    m_words.push_back(word);
    m_isOpen = true;
    m_seamNext = m_lowerBefore = false;
    m_uppersBefore = 0;
}

void FoldedText::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = m_seamNext = false;
    Word &word = m_words.back();
    if (m_isForeign) {
        m_letters.resize(word.first);
        m_letters += romanised(sourceOf(word)).toStdString();
        const std::size_t size = m_letters.size();
        for (auto *places : {&m_begins, &m_ends})
            places->resize(word.first);
        m_begins.resize(size, word.from);
        m_ends.resize(size, word.to);
        m_seams.resize(word.first);
        m_seams.resize(size, 0);
        word.kind = LetterKind::Foreign;
        m_isForeign = false;
    }
    word.count = static_cast<std::uint32_t>(m_letters.size()) - word.first;
}

} // namespace adit::guard
