// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/namewalk.h"

#include "core/guard/arabicspelling.h"

#include <algorithm>

namespace adit::guard {

namespace {

constexpr std::uint32_t longestSuffix = 3;
constexpr qsizetype fewestInflected = 5;
/// A line may end inside a name of so many letters without a hyphen.
constexpr qsizetype fewestBroken = 6;
constexpr std::uint32_t mostLetters = 120;
constexpr std::uint32_t mostWords = 24;
/// So many symbols at the end of a sounding may still change when letters follow: one more after a c, for French chtch.
qsizetype unsettled(QByteArrayView letters)
{
    return letters.back() == 'c' ? 3 : 2;
}
constexpr std::uint32_t mostCharacters = 6;

} // namespace

void NameWalk::run()
{
    for (std::uint32_t word = 0; word < m_words.size(); ++word)
        walkWord(word);
}

void NameWalk::walkWord(std::uint32_t word)
{
    const Word &each = m_words[word];
    switch (each.kind) {
    case LetterKind::Digit:
        return;
    case LetterKind::Unspaced:
        walkUnspaced(word);
        walkPinyin(word);
        return;
    case LetterKind::Arabic:
        walkArabic(word);
        return;
    case LetterKind::Latin:
        compareSkeleton(word);
        if (each.isMixed)
            walkLooks(word);
        break;
    default:
        walkLooks(word);
    }
    if (each.count == 0)
        return;
    walkFrom(each.first, word);
    for (std::uint32_t letter = each.first + 1; letter < each.first + each.count; ++letter)
        if (m_text.hasSeamBefore(letter))
            walkFrom(letter, word);
}

void NameWalk::walkFrom(std::uint32_t letter, std::uint32_t word)
{
    Span span{letter, 0, word, word};
    for (;;) {
        const Word &last = m_words[span.lastWord];
        span.end = last.first + last.count;
        const qsizetype depth = tryEnds(span);
        const std::uint32_t next = span.lastWord + 1;
        if (depth < m_sounding.symbols.size() - unsettled(m_text.letters(letter, span.end)) ||
            next - word >= mostWords || span.end - letter > mostLetters || !mayGoOn(next))
            return;
        span.lastWord = next;
    }
}

bool NameWalk::mayGoOn(std::uint32_t next) const
{
    if (next >= m_words.size())
        return false;
    const Word &word = m_words[next];
    return word.kind != LetterKind::Digit && word.kind != LetterKind::Unspaced && word.kind != LetterKind::Arabic &&
           word.gap <= Gap::Space;
}

/// The end of the word, the seams in it, and what is left without up to three last letters. → how far the whole went
qsizetype NameWalk::tryEnds(const Span &span)
{
    const Word &last = m_words[span.lastWord];
    const std::uint32_t begin = std::max(span.begin, last.first);
    for (std::uint32_t letter = begin + 1; letter < span.end; ++letter)
        if (m_text.hasSeamBefore(letter))
            tryEnd({span.begin, letter, span.firstWord, span.lastWord});
    const qsizetype whole = tryEnd(span);
    const qsizetype size = m_sounding.symbols.size();
    const bool maybeInflected =
        qsizetype(span.end - span.begin) > fewestInflected && whole >= size - qsizetype(longestSuffix) - 3;
    for (std::uint32_t cut = 1; maybeInflected && cut <= longestSuffix && span.end - cut > begin; ++cut)
        tryEnd({span.begin, span.end - cut, span.firstWord, span.lastWord, cut});
    if (maybeInflected)
        sound(m_text.letters(span.begin, span.end), m_sounding);
    return whole;
}

qsizetype NameWalk::tryEnd(const Span &span)
{
    sound(m_text.letters(span.begin, span.end), m_sounding);
    std::uint32_t node = 0;
    for (qsizetype depth = 0; depth < m_sounding.symbols.size(); ++depth) {
        node = m_patterns.sounds().next(node, m_sounding.symbols[depth]);
        if (node == NameTrie::none)
            return depth;
    }
    for (const std::uint32_t pattern : m_patterns.sounds().patternsAt(node))
        if (accepts(m_patterns[pattern], span))
            hit(m_patterns[pattern], span);
    return m_sounding.symbols.size();
}

bool NameWalk::accepts(const NamePattern &pattern, const Span &span) const
{
    const Word &first = m_words[span.firstWord];
    if (span.cut > 0 && !mayInflect(pattern, span))
        return false;
    if (first.kind == LetterKind::Unspaced)
        return pattern.letters >= fewestInflected && pattern.kind != NamePattern::Kind::Initials &&
               span.lastWord > span.firstWord;
    if (pattern.kind == NamePattern::Kind::Initials)
        return span.cut == 0 && isInitials(span) &&
               pattern.spelled.contains(m_text.letters(span.begin, span.end).toByteArray());
    if (pattern.isExact)
        return span.cut == 0 && span.firstWord == span.lastWord &&
               pattern.spelled.contains(m_text.letters(span.begin, span.end).toByteArray());
    if (pattern.closeness != Closeness::Sounding && first.kind == LetterKind::Latin && !first.isMixed &&
        !pattern.close.contains(closeSpelling(m_text.letters(span.begin, span.end), pattern.closeness)))
        return false;
    return span.lastWord == span.firstWord || crossesRightly(pattern, span);
}

/// Names of five letters and more, told apart as they are written: policy is not Polly.
bool NameWalk::mayInflect(const NamePattern &pattern, const Span &span) const
{
    if (!pattern.mayInflect || pattern.isExact || pattern.letters < fewestInflected)
        return false;
    if (m_words[span.firstWord].kind != LetterKind::Latin || m_words[span.firstWord].isMixed)
        return true;
    const QByteArray close = closeSpelling(m_text.letters(span.begin, span.end), Closeness::Umlauts);
    return std::any_of(pattern.spelled.begin(), pattern.spelled.end(),
                       [&](const QByteArray &spelled) { return closeSpelling(spelled, Closeness::Umlauts) == close; });
}

/// JMO, J.M.O. or J. M. O.: capitals, each a word or all one.
bool NameWalk::isInitials(const Span &span) const
{
    const bool isOne = span.firstWord == span.lastWord;
    for (std::uint32_t word = span.firstWord; word <= span.lastWord; ++word)
        if (!m_words[word].isUpper || (!isOne && m_words[word].count != 1))
            return false;
    return isOne || span.begin == m_words[span.firstWord].first;
}

/// Spaces stand where the name has one, or between l e t t e r s; an end of a line may stand in a long name.
bool NameWalk::crossesRightly(const NamePattern &pattern, const Span &span) const
{
    bool isSpaced = true;
    for (std::uint32_t word = span.firstWord; word <= span.lastWord; ++word)
        isSpaced &= m_words[word].count == 1;
    if (isSpaced)
        return pattern.letters >= 3;
    qsizetype piece = 0;
    std::uint32_t begin = span.begin;
    for (std::uint32_t word = span.firstWord; word <= span.lastWord; ++word) {
        const bool isLast = word == span.lastWord;
        if (!isLast) {
            const Gap gap = m_words[word + 1].gap;
            if (gap == Gap::Joiner || (gap == Gap::Line && pattern.letters >= fewestBroken))
                continue;
        }
        if (isLast && begin == span.begin)
            return true; // nothing but hyphens and ends of lines in it
        const std::uint32_t end = isLast ? span.end : m_words[word].first + m_words[word].count;
        const QByteArray sounding = soundingOf(m_text.letters(begin, end));
        QByteArray known;
        while (piece < pattern.pieces.size() && known.size() < sounding.size())
            known = soundingOf(known + pattern.pieces[piece++]);
        if (known != sounding)
            return false;
        begin = end;
    }
    return true;
}

void NameWalk::hit(const NamePattern &pattern, const Span &span)
{
    const bool isUnspaced = m_words[span.firstWord].kind == LetterKind::Unspaced;
    NameHit hit{pattern.person, pattern.part, pattern.label, m_text.beginOf(span.begin), m_text.endOf(span.end - 1),
                span.firstWord, span.lastWord};
    const QByteArray letters = m_text.letters(span.begin, span.end).toByteArray();
    hit.isPart = pattern.kind == NamePattern::Kind::Part;
    hit.isAlone = pattern.isAlone;
    hit.blocks = pattern.kind == NamePattern::Kind::Full && !(isUnspaced && span.lastWord - span.firstWord < 2);
    hit.isCommon = pattern.isCommon || (hit.isPart && m_patterns.isCommon(letters)) || (isUnspaced && !hit.blocks);
    hit.isInflected = span.cut > 0;
    hit.isRespelled = !pattern.spelled.contains(letters);
    m_hits.push_back(hit);
}

void NameWalk::hitWord(std::uint32_t pattern, std::uint32_t word, std::uint32_t from, bool isRespelled)
{
    const NamePattern &found = m_patterns[pattern];
    NameHit hit{found.person, found.part, found.label, from, m_words[word].to, word, word};
    hit.isPart = found.kind == NamePattern::Kind::Part;
    hit.isAlone = found.isAlone;
    hit.blocks = found.kind == NamePattern::Kind::Full;
    hit.isCommon = found.isCommon || m_patterns.isCommon(m_text.letters(m_words[word]).toByteArray());
    hit.isRespelled = isRespelled;
    m_hits.push_back(hit);
}

/// Letters of another script that look like Latin ones; Latin ones among Cyrillic.
void NameWalk::walkLooks(std::uint32_t word)
{
    const Word &each = m_words[word];
    QByteArray latin;
    QByteArray cyrillic;
    bool hasH = false;
    for (const char32_t c : m_text.sourceOf(each).toUcs4()) {
        const FoldedLetter folded = foldedLetter(c);
        if (folded.kind > LetterKind::Arabic)
            continue;
        const QByteArray letters(folded.text.data(), folded.size);
        const char looks = folded.kind == LetterKind::Latin ? '\0' : lookAlike(c);
        const char32_t other = folded.kind == LetterKind::Latin ? cyrillicLookAlike(c) : 0;
        latin += looks ? QByteArray(1, looks) : letters;
        if (other) {
            const FoldedLetter asCyrillic = foldedLetter(other);
            cyrillic.append(asCyrillic.text.data(), asCyrillic.size);
        } else {
            cyrillic += letters;
        }
        hasH |= QChar::toCaseFolded(c) == U'г';
    }
    const QByteArray plain = m_text.letters(each).toByteArray();
    if (latin != plain)
        walkReading(word, latin);
    if (each.isMixed && cyrillic != plain && cyrillic != latin)
        walkReading(word, cyrillic);
    if (hasH && each.kind == LetterKind::Cyrillic)
        walkReading(word, QByteArray(plain).replace('g', 'h'));
}

void NameWalk::walkReading(std::uint32_t word, const QByteArray &letters)
{
    const qsizetype shortest = std::max<qsizetype>(1, letters.size() - qsizetype(longestSuffix));
    for (qsizetype size = letters.size(); size >= shortest; --size) {
        sound(QByteArrayView(letters).first(size), m_sounding);
        std::uint32_t node = 0;
        qsizetype depth = 0;
        for (; depth < m_sounding.symbols.size(); ++depth)
            if (node = m_patterns.sounds().next(node, m_sounding.symbols[depth]); node == NameTrie::none)
                break;
        if (depth < m_sounding.symbols.size())
            continue;
        for (const std::uint32_t index : m_patterns.sounds().patternsAt(node)) {
            const NamePattern &pattern = m_patterns[index];
            const bool isInflected = size < letters.size();
            const bool isClose = pattern.closeness == Closeness::Sounding ||
                                 pattern.close.contains(closeSpelling(letters.first(size), pattern.closeness));
            if (pattern.kind == NamePattern::Kind::Initials || pattern.isExact || !isClose ||
                (isInflected && pattern.letters < fewestInflected))
                continue;
            hitWord(index, word, m_words[word].from, true);
            m_hits.back().isInflected = isInflected;
        }
    }
}

/// Arabic with Arabic by its letters, with Latin names by their consonants.
void NameWalk::walkArabic(std::uint32_t word)
{
    const Word &each = m_words[word];
    const auto prefixes = withoutArabicPrefixes(m_text.sourceOf(each));
    const qsizetype whole = prefixes.front().size();
    for (const QStringView rest : prefixes) {
        const auto from = each.from + static_cast<std::uint32_t>(whole - rest.size());
        std::uint32_t letter = each.first;
        while (letter < each.first + each.count && m_text.beginOf(letter) < from)
            ++letter;
        // Over the spaces of a compound as well: Abd Allah.
        for (std::uint32_t last = word; last < m_words.size() && last < word + 3; ++last) {
            if (last > word && (m_words[last].kind != LetterKind::Arabic || m_words[last].gap > Gap::Space))
                break;
            const std::uint32_t end = m_words[last].first + m_words[last].count;
            for (std::uint32_t cut = 0; cut <= longestSuffix && letter + cut < end && end - cut > m_words[last].first;
                 ++cut) {
                std::uint32_t node = 0;
                for (const char symbol : m_text.letters(letter, end - cut))
                    if (node = m_patterns.arabic().next(node, symbol); node == NameTrie::none)
                        break;
                for (const std::uint32_t index : m_patterns.arabic().patternsAt(node)) {
                    const NamePattern &pattern = m_patterns[index];
                    const Span span{letter, end - cut, word, last, cut};
                    if ((cut == 0 || pattern.letters >= fewestInflected) && (last == word || pattern.pieces.size() > 1))
                        hit(pattern, span);
                }
            }
        }
        if (m_patterns.latinSkeletons().isEmpty())
            continue;
        const auto known = m_patterns.latinSkeletons().equal_range(skeletonOfArabic(rest));
        for (auto at = known.first; at != known.second; ++at)
            if (m_patterns[*at].letters >= 3 && spellsArabic(m_patterns[*at].spelled.front(), rest))
                hitWord(*at, word, from, true);
    }
}

/// A Latin word that spells an Arabic name.
void NameWalk::compareSkeleton(std::uint32_t word)
{
    if (m_patterns.arabicSkeletons().isEmpty() || m_words[word].count < 3)
        return;
    const auto compare = [&](QByteArrayView letters) {
        skeletonOfLatin(letters, m_skeleton);
        const auto known = m_patterns.arabicSkeletons().equal_range(
            QByteArray::fromRawData(m_skeleton.constData(), m_skeleton.size()));
        for (auto at = known.first; at != known.second; ++at)
            if (spellsArabic(letters, m_patterns[*at].source))
                hitWord(*at, word, m_words[word].from, true);
    };
    const QByteArrayView letters = m_text.letters(m_words[word]);
    compare(letters);
    if (letters.size() > fewestInflected && letters.back() == 's')
        compare(letters.chopped(1));
}

void NameWalk::walkUnspaced(std::uint32_t word)
{
    const auto known = m_patterns.unspaced().constFind(m_words[word].character);
    if (known == m_patterns.unspaced().constEnd())
        return;
    for (const UnspacedPattern &pattern : *known) {
        std::uint32_t last = word;
        std::size_t at = 1;
        while (at < pattern.part.characters.size() && last + 1 < m_words.size() &&
               m_words[last + 1].kind == LetterKind::Unspaced && m_words[last + 1].gap <= Gap::Adjacent &&
               m_words[last + 1].character == pattern.part.characters[at]) {
            ++last;
            ++at;
        }
        if (at < pattern.part.characters.size())
            continue;
        NameHit hit{
            pattern.person, pattern.part.part, pattern.part.label, m_words[word].from, m_words[last].to, word, last};
        hit.isPart = pattern.part.part >= 0;
        hit.blocks = pattern.part.isFull;
        m_hits.push_back(hit);
    }
}

/// Han in the text, Latin in the name: two characters at least, since one is read like many others.
void NameWalk::walkPinyin(std::uint32_t word)
{
    for (std::uint32_t last = word; last < m_words.size() && last < word + mostCharacters; ++last) {
        if (m_words[last].kind != LetterKind::Unspaced || m_words[last].count == 0 ||
            (last > word && m_words[last].gap > Gap::Adjacent))
            return;
        const Span span{m_words[word].first, m_words[last].first + m_words[last].count, word, last};
        if (tryEnd(span) < m_sounding.symbols.size() - unsettled(m_text.letters(span.begin, span.end)))
            return;
    }
}

} // namespace adit::guard
