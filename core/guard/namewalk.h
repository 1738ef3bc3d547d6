// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guard/foldedtext.h"
#include "core/guard/namehits.h"
#include "core/guard/namepatterns.h"

#include <QVarLengthArray>
#include <vector>

namespace adit::guard {

/// Finds the names of all people in a text: each word's sounding walks down the one trie of names, and goes on over
/// hyphens, ends of lines and spaces as long as a name may still come of it.
class NameWalk
{
public:
    NameWalk(const NamePatterns &patterns, const FoldedText &text, std::vector<NameHit> &hits)
        : m_patterns(patterns)
        , m_text(text)
        , m_words(text.words())
        , m_hits(hits)
    {}

    void run();

private:
    /// From a letter to the end of a word, or of what is left of it without its last letters.
    struct Span
    {
        std::uint32_t begin; ///< letters
        std::uint32_t end;
        std::uint32_t firstWord;
        std::uint32_t lastWord;
        std::uint32_t cut = 0;
    };

    void walkWord(std::uint32_t word);
    void walkFrom(std::uint32_t letter, std::uint32_t word);
    qsizetype tryEnds(const Span &span);
    qsizetype tryEnd(const Span &span);
    bool mayGoOn(std::uint32_t next) const;
    bool accepts(const NamePattern &pattern, const Span &span) const;
    bool crossesRightly(const NamePattern &pattern, const Span &span) const;
    bool mayInflect(const NamePattern &pattern, const Span &span) const;
    bool isInitials(const Span &span) const;
    void hit(const NamePattern &pattern, const Span &span);
    void hitWord(std::uint32_t pattern, std::uint32_t word, std::uint32_t from, bool isRespelled);

    void walkLooks(std::uint32_t word);
    void walkReading(std::uint32_t word, const QByteArray &letters);
    void walkArabic(std::uint32_t word);
    void compareSkeleton(std::uint32_t word);
    void walkUnspaced(std::uint32_t word);
    void walkPinyin(std::uint32_t word);

    const NamePatterns &m_patterns;
    const FoldedText &m_text;
    const std::vector<Word> &m_words;
    std::vector<NameHit> &m_hits;
    Sounding m_sounding; ///< of the span tried last
    QVarLengthArray<char, 64> m_skeleton;
};

} // namespace adit::guard
