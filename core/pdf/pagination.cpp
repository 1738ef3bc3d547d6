// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pagination.h"

#include <algorithm>
#include <cmath>

namespace adit::pdf {

namespace {

constexpr double epsilon = 1e-6;

class Paginator
{
public:
    Paginator(const std::vector<Box> &boxes, const PageRules &rules)
        : m_boxes(boxes)
        , m_rules(rules)
        , m_y(rules.first.top)
    {}

    Pagination run()
    {
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            const Box &box = m_boxes[i];
            const bool kept = i > 0 && m_boxes[i - 1].keepWithNext && !box.breakBefore;
            if (box.breakBefore && !m_atTop)
                turnPage(box, i);
            else if (!kept && !m_atTop && chainHeight(i) > room() + epsilon)
                turnPage(box, i);
            place(i);
        }
        m_out.pages = m_boxes.empty() ? 0 : m_page + 1;
        return std::move(m_out);
    }

private:
    const Frame &frame() const { return m_page == 0 ? m_rules.first : m_rules.rest; }
    double room() const { return frame().bottom - m_y; }
    double space(const Box &box) const { return m_atTop ? 0 : box.spaceBefore; }

    /// Room on a later page, below the heads repeated there.
    double pageRoom(const Box &box) const
    {
        return m_rules.rest.height() - (box.head >= 0 ? m_boxes[static_cast<std::size_t>(box.head)].height : 0);
    }
    bool mayCut(const Box &box) const
    {
        const bool sparse = m_y - frame().top < m_rules.minFilled * frame().height();
        return !box.cuts.empty() && (!box.wholeIfPossible || box.height > pageRoom(box) || sparse);
    }
    /// What of a box must stand with what is kept with it.
    double firstPiece(const Box &box) const { return mayCut(box) ? box.cuts.front() : box.height; }

    /// What must not be torn from box i on: headings, and the first piece of what follows.
    double chainHeight(std::size_t i) const
    {
        double height = space(m_boxes[i]);
        for (std::size_t at = i; at < m_boxes.size(); ++at) {
            const bool goesOn = m_boxes[at].keepWithNext && at + 1 < m_boxes.size() && !m_boxes[at + 1].breakBefore;
            if (at > i)
                height += m_boxes[at].spaceBefore;
            if (!goesOn)
                return height + firstPieceOrWhole(m_boxes[at], height);
            height += m_boxes[at].height;
        }
        return height;
    }
    /// A box that nearly fits is better moved whole than cut: the page then ends at most `slack` early.
    double firstPieceOrWhole(const Box &box, double before) const
    {
        const bool movesWhole = room() - before <= m_rules.slack && box.height <= pageRoom(box) - before;
        return movesWhole ? box.height : firstPiece(box);
    }

    void turnPage(const Box &box, std::size_t index)
    {
        ++m_page;
        m_y = m_rules.rest.top;
        m_atTop = true;
        if (box.head < 0 || static_cast<std::size_t>(box.head) >= index)
            return;
        const double height = m_boxes[static_cast<std::size_t>(box.head)].height;
        m_out.placements.push_back({box.head, m_page, m_y, 0, height, true});
        m_y += height;
    }

    void put(std::size_t i, double from, double to, double extra)
    {
        m_out.placements.push_back({static_cast<int>(i), m_page, m_y, from, to, false});
        m_y += to - from + extra;
        m_atTop = false;
    }

    void place(std::size_t i)
    {
        const Box &box = m_boxes[i];
        double from = 0;
        for (;;) {
            const double before = from > 0 ? box.continued : space(box);
            const double left = room() - before;
            if (from == 0)
                m_y += before;
            if (box.height - from <= left + epsilon)
                return put(i, from, box.height, from > 0 ? before : 0);
            const double cut = bestCut(box, from, left);
            if (cut > from) {
                put(i, from, cut, from > 0 ? before : 0);
                from = cut;
            } else if (m_atTop) {
                m_out.overflowing.push_back(static_cast<int>(i));
                return put(i, from, box.height, from > 0 ? before : 0);
            }
            turnPage(box, i);
        }
    }

    /// The last cut in the room left; `from` if there is none or moving the whole box is better.
    double bestCut(const Box &box, double from, double left) const
    {
        const bool movesWhole = from == 0 && !m_atTop && left <= m_rules.slack && box.height <= pageRoom(box);
        if (movesWhole || (from == 0 && !mayCut(box)))
            return from;
        const auto after = std::upper_bound(box.cuts.begin(), box.cuts.end(), from + left + epsilon);
        return after == box.cuts.begin() ? from : std::max(from, *(after - 1));
    }

    const std::vector<Box> &m_boxes;
    const PageRules &m_rules;
    Pagination m_out;
    int m_page = 0;
    double m_y;
    bool m_atTop = true;
};

int linesAbove(const Column &column, double y)
{
    const double lines = std::floor((y - column.top) / column.leading + epsilon);
    return static_cast<int>(std::clamp(lines, 0.0, static_cast<double>(column.lines)));
}

bool cutsCleanly(const Column &column, double y, int minLines)
{
    const int above = linesAbove(column, y);
    const int below = column.lines - above;
    const double edge = column.top + above * column.leading;
    const bool inside = y > column.top + epsilon && y < column.top + column.lines * column.leading - epsilon;
    if (inside && std::abs(edge - y) > epsilon * 100)
        return false;
    return !inside || (above >= minLines && below >= minLines);
}

} // namespace

Pagination paginate(const std::vector<Box> &boxes, const PageRules &rules)
{
    return Paginator(boxes, rules).run();
}

std::vector<double> cutsBetween(const std::vector<Column> &columns, int minLines)
{
    double bottom = 0;
    std::vector<double> candidates;
    for (const Column &column : columns) {
        bottom = std::max(bottom, column.top + column.lines * column.leading);
        for (int line = 1; line <= column.lines; ++line)
            candidates.push_back(column.top + line * column.leading);
    }
    std::sort(candidates.begin(), candidates.end());
    std::vector<double> out;
    for (const double y : candidates) {
        const bool clean = std::all_of(columns.begin(), columns.end(),
                                       [&](const Column &column) { return cutsCleanly(column, y, minLines); });
        if (clean && y < bottom - epsilon && (out.empty() || y > out.back() + epsilon))
            out.push_back(y);
    }
    return out;
}

Lines linesWithin(const Column &column, double from, double to)
{
    return {linesAbove(column, from), linesAbove(column, to)};
}

} // namespace adit::pdf
