// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/wordmerge.h"

#include <QStringList>
#include <QTextBoundaryFinder>
#include <algorithm>

namespace adit {

namespace {

using Words = std::vector<QString>;

Words wordsOf(const QString &text)
{
    Words words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to >= 0; to = finder.toNextBoundary()) {
        if (to > from)
            words.push_back(text.mid(from, to - from));
        from = to;
    }
    return words;
}

/// Words [from, to) of the base give way to words [otherFrom, otherTo) of the other text.
struct Hunk
{
    std::size_t from, to;
    std::size_t otherFrom, otherTo;
};

QString joined(const Words &words, std::size_t from, std::size_t to)
{
    QString text;
    for (std::size_t i = from; i < to; ++i)
        text += words[i];
    return text;
}

bool isBlank(const Words &words, std::size_t from, std::size_t to)
{
    return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(from),
                       words.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const QString &word) { return word.trimmed().isEmpty(); });
}

bool endsSentence(const QString &word)
{
    static const QString ends = QStringLiteral(".!?…。！？");
    return !word.isEmpty() && ends.contains(word.back());
}

/// What was put in can often be said to begin a little later: in "one. two." for "one." it is ". two" or " two.".
/// People put in whole sentences, so that it begins behind one if it can.
void slideBehindSentence(Hunk &hunk, const Words &base, const Words &other, std::size_t first, std::size_t limit)
{
    if (hunk.from != hunk.to)
        return;
    Hunk slid = hunk;
    while (slid.from > first && base[slid.from - 1] == other[slid.otherTo - 1])
        slid = {slid.from - 1, slid.to - 1, slid.otherFrom - 1, slid.otherTo - 1};
    while (slid.to < limit && base[slid.to] == other[slid.otherFrom]) {
        slid = {slid.from + 1, slid.to + 1, slid.otherFrom + 1, slid.otherTo + 1};
        if (endsSentence(base[slid.from - 1]))
            hunk = slid;
    }
}

/// Longest common words of two stretches, by the table of how long they can be from each pair on.
class CommonWords
{
public:
    static constexpr std::size_t most = 4'000'000; ///< entries of the table

    CommonWords(const Words &a, const Words &b, Hunk within)
        : m_a(a)
        , m_b(b)
        , m_within(within)
        , m_width(within.otherTo - within.otherFrom + 1)
        , m_lengths((within.to - within.from + 1) * m_width, 0)
    {
        for (std::size_t i = within.to; i-- > within.from;)
            for (std::size_t j = within.otherTo; j-- > within.otherFrom;)
                at(i, j) = a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }

    std::vector<Hunk> hunks()
    {
        std::vector<Hunk> found;
        Hunk open{m_within.from, m_within.from, m_within.otherFrom, m_within.otherFrom};
        while (open.to < m_within.to || open.otherTo < m_within.otherTo) {
            const bool isSame =
                open.to < m_within.to && open.otherTo < m_within.otherTo && m_a[open.to] == m_b[open.otherTo];
            if (isSame) {
                close(found, open);
                open = {open.to + 1, open.to + 1, open.otherTo + 1, open.otherTo + 1};
            } else if (open.otherTo == m_within.otherTo ||
                       (open.to < m_within.to && at(open.to + 1, open.otherTo) >= at(open.to, open.otherTo + 1))) {
                ++open.to;
            } else {
                ++open.otherTo;
            }
        }
        close(found, open);
        return found;
    }

private:
    int &at(std::size_t i, std::size_t j) { return m_lengths[(i - m_within.from) * m_width + j - m_within.otherFrom]; }
    /// Blanks that two changes have between them belong to the changes: "names a" for "still named one" is one change.
    void close(std::vector<Hunk> &found, const Hunk &hunk) const
    {
        if (hunk.from == hunk.to && hunk.otherFrom == hunk.otherTo)
            return;
        const bool follows = !found.empty() && isBlank(m_a, found.back().to, hunk.from);
        const bool changesWords =
            follows && !isBlank(m_a, hunk.from, hunk.to) && !isBlank(m_a, found.back().from, found.back().to);
        if (changesWords) {
            found.back().to = hunk.to;
            found.back().otherTo = hunk.otherTo;
        } else {
            found.push_back(hunk);
        }
    }

    const Words &m_a;
    const Words &m_b;
    const Hunk m_within;
    const std::size_t m_width;
    std::vector<int> m_lengths;
};

std::vector<Hunk> hunksOf(const Words &base, const Words &other)
{
    Hunk differing{0, base.size(), 0, other.size()};
    while (differing.from < differing.to && differing.otherFrom < differing.otherTo &&
           base[differing.from] == other[differing.otherFrom]) {
        ++differing.from;
        ++differing.otherFrom;
    }
    while (differing.from < differing.to && differing.otherFrom < differing.otherTo &&
           base[differing.to - 1] == other[differing.otherTo - 1]) {
        --differing.to;
        --differing.otherTo;
    }
    const std::size_t rows = differing.to - differing.from + 1;
    const std::size_t columns = differing.otherTo - differing.otherFrom + 1;
    if (rows == 1 && columns == 1)
        return {};
    std::vector<Hunk> hunks =
        rows * columns > CommonWords::most ? std::vector{differing} : CommonWords(base, other, differing).hunks();
    for (std::size_t i = 0; i < hunks.size(); ++i)
        slideBehindSentence(hunks[i], base, other, i > 0 ? hunks[i - 1].to : 0,
                            i + 1 < hunks.size() ? hunks[i + 1].from : base.size());
    return hunks;
}

/// One side of a three-way merge.
struct Side
{
    Words words;
    std::vector<Hunk> hunks;
    std::size_t next = 0;

    Side(const Words &base, const QString &text)
        : words(wordsOf(text))
        , hunks(hunksOf(base, words))
    {}
    const Hunk *peek() const { return next < hunks.size() ? &hunks[next] : nullptr; }

    /// What this side has in the place of words [from, to) of the base; `first` is the first of its hunks there.
    QString inPlaceOf(const Words &base, std::size_t from, std::size_t to, std::size_t first) const
    {
        QString text;
        std::size_t at = from;
        for (std::size_t i = first; i < next; ++i) {
            text += joined(base, at, hunks[i].from) + joined(words, hunks[i].otherFrom, hunks[i].otherTo);
            at = hunks[i].to;
        }
        return text + joined(base, at, to);
    }
};

class ThreeWay
{
public:
    ThreeWay(const QString &base, const QString &ours, const QString &theirs)
        : m_base(wordsOf(base))
        , m_ours(m_base, ours)
        , m_theirs(m_base, theirs)
    {}

    WordMerge merge()
    {
        using From = WordMerge::Piece::From;
        std::size_t at = 0;
        while (m_ours.peek() || m_theirs.peek()) {
            const std::size_t firstOfOurs = m_ours.next;
            const std::size_t firstOfTheirs = m_theirs.next;
            const auto [from, to] = nextChange();
            add(From::Base, joined(m_base, at, from));
            at = to;
            const QString ours = m_ours.inPlaceOf(m_base, from, to, firstOfOurs);
            const QString theirs = m_theirs.inPlaceOf(m_base, from, to, firstOfTheirs);
            if (m_theirs.next == firstOfTheirs) {
                add(From::Ours, ours);
            } else if (m_ours.next == firstOfOurs) {
                add(From::Theirs, theirs);
            } else if (ours == theirs) {
                add(From::Both, ours);
            } else {
                add(From::Ours, ours);
                add(From::Theirs, theirs);
                m_merge.overlaps = true;
            }
        }
        add(From::Base, joined(m_base, at, m_base.size()));
        return std::move(m_merge);
    }

private:
    /// The next stretch of the base that somebody changed, taken as far as changes of the two sides overlap.
    std::pair<std::size_t, std::size_t> nextChange()
    {
        const Hunk *ours = m_ours.peek();
        const Hunk *theirs = m_theirs.peek();
        const bool oursFirst = ours && (!theirs || ours->from <= theirs->from);
        const Hunk first = *(oursFirst ? ours : theirs);
        ++(oursFirst ? m_ours : m_theirs).next;
        std::size_t to = first.to;
        const auto belongs = [&](const Hunk *hunk) {
            return hunk && (hunk->from < to || (hunk->from == to && hunk->from == first.from));
        };
        while (true) {
            if (belongs(m_ours.peek()))
                to = std::max(to, m_ours.hunks[m_ours.next++].to);
            else if (belongs(m_theirs.peek()))
                to = std::max(to, m_theirs.hunks[m_theirs.next++].to);
            else
                return {first.from, to};
        }
    }

    void add(WordMerge::Piece::From from, const QString &text)
    {
        if (text.isEmpty())
            return;
        if (!m_merge.pieces.empty() && m_merge.pieces.back().from == from)
            m_merge.pieces.back().text += text;
        else
            m_merge.pieces.push_back({from, text});
    }

    const Words m_base;
    Side m_ours;
    Side m_theirs;
    WordMerge m_merge;
};

} // namespace

std::vector<WordPiece> wordDiff(const QString &before, const QString &after)
{
    const Words base = wordsOf(before);
    const Words other = wordsOf(after);
    std::vector<WordPiece> pieces;
    const auto add = [&](WordPiece::Kind kind, const QString &text) {
        if (!text.isEmpty())
            pieces.push_back({kind, text});
    };
    std::size_t at = 0;
    for (const Hunk &hunk : hunksOf(base, other)) {
        add(WordPiece::Kind::Same, joined(base, at, hunk.from));
        add(WordPiece::Kind::Removed, joined(base, hunk.from, hunk.to));
        add(WordPiece::Kind::Added, joined(other, hunk.otherFrom, hunk.otherTo));
        at = hunk.to;
    }
    add(WordPiece::Kind::Same, joined(base, at, base.size()));
    return pieces;
}

QString WordMerge::text() const
{
    QString text;
    for (const Piece &piece : pieces)
        text += piece.text;
    return text;
}

WordMerge mergeWords(const QString &base, const QString &ours, const QString &theirs)
{
    return ThreeWay(base, ours, theirs).merge();
}

} // namespace adit
