// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/linediff.h"

#include <QStringList>
#include <algorithm>

namespace adit {

namespace {

/// Lengths of the longest common parts of what is left of both, by line.
class CommonLines
{
public:
    CommonLines(const QStringList &before, const QStringList &after)
        : m_width(static_cast<std::size_t>(after.size()) + 1)
        , m_lengths((static_cast<std::size_t>(before.size()) + 1) * m_width)
    {
        for (qsizetype i = before.size() - 1; i >= 0; --i)
            for (qsizetype j = after.size() - 1; j >= 0; --j)
                at(i, j) = before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    int &at(qsizetype i, qsizetype j)
    {
        return m_lengths[static_cast<std::size_t>(i) * m_width + static_cast<std::size_t>(j)];
    }

private:
    std::size_t m_width;
    std::vector<int> m_lengths;
};

void append(std::vector<DiffLine> &out, DiffLine::Kind kind, const QStringList &lines)
{
    for (const QString &line : lines)
        out.push_back({kind, line});
}

void diffMiddle(const QStringList &before, const QStringList &after, std::vector<DiffLine> &out)
{
    constexpr qsizetype mostCells = 4'000'000;
    if ((before.size() + 1) * (after.size() + 1) > mostCells) {
        append(out, DiffLine::Kind::Removed, before);
        append(out, DiffLine::Kind::Added, after);
        return;
    }
    CommonLines common(before, after);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() && j < after.size()) {
        if (before[i] == after[j]) {
            out.push_back({DiffLine::Kind::Same, before[i++]});
            ++j;
        } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
            out.push_back({DiffLine::Kind::Removed, before[i++]});
        } else {
            out.push_back({DiffLine::Kind::Added, after[j++]});
        }
    }
    append(out, DiffLine::Kind::Removed, before.mid(i));
    append(out, DiffLine::Kind::Added, after.mid(j));
}

} // namespace

std::vector<DiffLine> lineDiff(const QString &before, const QString &after)
{
    const auto linesOf = [](const QString &text) {
        return text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n'));
    };
    const QStringList from = linesOf(before);
    const QStringList to = linesOf(after);
    const qsizetype shorter = std::min(from.size(), to.size());
    qsizetype head = 0;
    while (head < shorter && from[head] == to[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && from[from.size() - 1 - tail] == to[to.size() - 1 - tail])
        ++tail;
    std::vector<DiffLine> out;
    append(out, DiffLine::Kind::Same, from.mid(0, head));
    diffMiddle(from.mid(head, from.size() - head - tail), to.mid(head, to.size() - head - tail), out);
    append(out, DiffLine::Kind::Same, from.mid(from.size() - tail));
    return out;
}

} // namespace adit
