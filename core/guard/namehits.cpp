// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/namehits.h"

#include "core/guard/foldedtext.h"
#include "core/guard/namepatterns.h"

#include <algorithm>
#include <tuple>

namespace adit::guard {

namespace {

constexpr std::uint32_t wordsApart = 6;
constexpr qsizetype longestAbbreviation = 4;

using Hits = std::vector<NameHit>;

/// A short part counts beside another one when they touch, or when it is written with a capital.
bool countsBeside(const NameHit &part, const NameHit &other, const FoldedText &text)
{
    if (part.isAlone)
        return true;
    const std::uint32_t apart =
        part.firstWord > other.lastWord ? part.firstWord - other.lastWord : other.firstWord - part.lastWord;
    return apart <= 1 || text.words()[part.firstWord].startsUpper;
}

/// Two common words in lower case, apart: "it may be hope".
bool isChance(const NameHit &a, const NameHit &b, const FoldedText &text)
{
    const auto isLower = [&](const NameHit &hit) {
        const Word &word = text.words()[hit.firstWord];
        return hit.isCommon && word.kind == LetterKind::Latin && !word.startsUpper;
    };
    return isLower(a) && isLower(b) && b.firstWord > a.lastWord + 1;
}

bool areTwoParts(const NameHit &a, const NameHit &b, const FoldedText &text)
{
    return a.isPart && b.isPart && a.part != b.part && b.from >= a.to && b.firstWord - a.lastWord <= wordsApart &&
           countsBeside(a, b, text) && countsBeside(b, a, text) && !isChance(a, b, text);
}

NameHit both(const NameHit &a, const NameHit &b)
{
    NameHit hit = a;
    hit.part = -1;
    hit.label = "name";
    hit.to = std::max(a.to, b.to);
    hit.lastWord = std::max(a.lastWord, b.lastWord);
    hit.blocks = true;
    hit.isPart = false;
    hit.isCommon = a.isCommon && b.isCommon;
    hit.isInflected = a.isInflected || b.isInflected;
    hit.isRespelled = a.isRespelled || b.isRespelled;
    return hit;
}

/// Hits of one person, in order of place: each that has another part near is part of a hit that blocks.
void joinParts(const Hits &hits, const FoldedText &text, Hits &joined)
{
    for (std::size_t i = 0; i < hits.size(); ++i) {
        if (!hits[i].isPart)
            continue;
        std::size_t farthest = i;
        for (std::size_t j = i + 1; j < hits.size() && hits[j].firstWord <= hits[i].lastWord + wordsApart; ++j)
            if (areTwoParts(hits[i], hits[j], text))
                farthest = j;
        if (farthest != i)
            joined.push_back(both(hits[i], hits[farthest]));
    }
}

/// J., Wm., Yu.: a capital, or a beginning with a full stop, of another part of the person.
class InitialsBeside
{
public:
    InitialsBeside(const NameHit &hit, const FoldedText &text, const NamePatterns &patterns)
        : m_hit(hit)
        , m_text(text)
        , m_patterns(patterns)
    {}

    /// The hit with the initials before or after it, if they say whose it is.
    bool extend(NameHit &extended) const
    {
        std::uint32_t first = m_hit.firstWord;
        while (first > 0 && isInitial(first - 1) && touches(first - 1))
            --first;
        std::uint32_t last = m_hit.lastWord;
        while (last + 1 < m_text.words().size() && isInitial(last + 1) && touches(last))
            ++last;
        const auto found = (m_hit.firstWord - first) + (last - m_hit.lastWord);
        const bool isMarked = (first < m_hit.firstWord && hasStop(first)) || (last > m_hit.lastWord && hasStop(last));
        if (found == 0 || (found == 1 && !isMarked))
            return false;
        extended = m_hit;
        extended.label = "name";
        extended.from = std::min(m_hit.from, m_text.words()[first].from);
        extended.to = std::max(m_hit.to, m_text.words()[last].to);
        extended.firstWord = first;
        extended.lastWord = last;
        extended.blocks = true;
        extended.isPart = false;
        return true;
    }

private:
    bool hasStop(std::uint32_t word) const
    {
        const Word &each = m_text.words()[word];
        return each.to < m_text.source().size() && m_text.source()[each.to] == QLatin1Char('.');
    }

    /// Nothing but stops, spaces and a comma between a word and the next.
    bool touches(std::uint32_t word) const
    {
        const auto &words = m_text.words();
        const QStringView between = m_text.source().mid(words[word].to, words[word + 1].from - words[word].to);
        return between.size() <= 4 && std::all_of(between.begin(), between.end(), [](QChar c) {
                   return c.isSpace() || c == QLatin1Char('.') || c == QLatin1Char(',') || c == QLatin1Char('-');
               });
    }

    bool isInitial(std::uint32_t word) const
    {
        const Word &each = m_text.words()[word];
        if (each.kind > LetterKind::Greek || each.count == 0 || !each.startsUpper)
            return false;
        const bool isLetter = each.to - each.from == 1;
        if (!isLetter && (qsizetype(each.count) > longestAbbreviation || !hasStop(word)))
            return false;
        const QByteArray beginning = soundingOf(m_text.letters(each));
        const auto &parts = m_patterns.partsOf(m_hit.person);
        return std::any_of(parts.begin(), parts.end(), [&](const auto &part) {
            return part.first != m_hit.part && part.second.startsWith(beginning);
        });
    }

    const NameHit &m_hit;
    const FoldedText &m_text;
    const NamePatterns &m_patterns;
};

void addInitials(Hits &hits, const FoldedText &text, const NamePatterns &patterns)
{
    const std::size_t count = hits.size();
    for (std::size_t i = 0; i < count; ++i) {
        NameHit extended;
        if (hits[i].isPart && hits[i].isAlone && InitialsBeside(hits[i], text, patterns).extend(extended))
            hits.push_back(extended);
    }
}

/// What stands inside a hit of the person that weighs as much or more is left out.
void dropCovered(Hits &hits)
{
    std::stable_sort(hits.begin(), hits.end(), [](const NameHit &a, const NameHit &b) {
        return std::tuple(!a.blocks, a.from, -qint64(a.to), a.isRespelled, a.isInflected, a.isCommon) <
               std::tuple(!b.blocks, b.from, -qint64(b.to), b.isRespelled, b.isInflected, b.isCommon);
    });
    Hits kept;
    std::size_t blocking = 0;
    std::uint32_t blockedTo = 0; // of those seen, in order of their beginning
    std::vector<std::pair<std::uint32_t, std::uint32_t>> blocked;
    std::uint32_t dismissibleTo = 0;
    for (const NameHit &hit : hits) {
        if (hit.blocks) {
            if (hit.to <= blockedTo)
                continue;
            blockedTo = hit.to;
            blocked.emplace_back(hit.from, hit.to);
            kept.push_back(hit);
            continue;
        }
        while (blocking < blocked.size() && blocked[blocking].second < hit.to)
            ++blocking;
        const bool isBlocked = blocking < blocked.size() && blocked[blocking].first <= hit.from;
        if (isBlocked || hit.to <= dismissibleTo || !hit.isAlone)
            continue;
        dismissibleTo = hit.to;
        kept.push_back(hit);
    }
    hits = std::move(kept);
}

} // namespace

std::vector<NameHit> weighed(std::vector<NameHit> hits, const FoldedText &text, const NamePatterns &patterns)
{
    std::stable_sort(hits.begin(), hits.end(), [](const NameHit &a, const NameHit &b) {
        return std::tie(a.person, a.from, a.to) < std::tie(b.person, b.from, b.to);
    });
    Hits all;
    for (auto at = hits.begin(); at != hits.end();) {
        const auto end = std::find_if(at, hits.end(), [&](const NameHit &hit) { return hit.person != at->person; });
        Hits own(at, end);
        Hits joined;
        joinParts(own, text, joined);
        addInitials(own, text, patterns);
        own.insert(own.end(), joined.begin(), joined.end());
        dropCovered(own);
        all.insert(all.end(), own.begin(), own.end());
        at = end;
    }
    return all;
}

} // namespace adit::guard
