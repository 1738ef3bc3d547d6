// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/text.h"

#include <vector>

/// Which box goes on which page. A pure function of heights and keep rules, run after everything is measured and before
/// anything is drawn: so the numbers of the contents and "page 3 of 133" are known when the first page is written.
namespace adit::pdf {

/// One thing in the flow: a heading, a paragraph, a row of a table, a requirement.
struct Box
{
    double height = 0;
    double spaceBefore = 0;        ///< left out at the top of a page
    std::vector<double> cuts = {}; ///< where it may be cut, from its top, ascending, inside (0, height)
    double continued = 0;          ///< room for "continued" above the rest of a cut box
    bool keepWithNext = false;     ///< on the same page as (the first piece of) the next box
    bool breakBefore = false;      ///< starts a page
    bool wholeIfPossible =
        false;     ///< cut only where taller than a page, or where the page would stay emptier than allowed
    int head = -1; ///< the box (a table's head) repeated above this one on each later page
};

/// Where boxes stand on a page, from its top. The first page of a flow may differ.
struct Frame
{
    double top = 70;
    double bottom = 784;

    double height() const { return bottom - top; }
};

struct PageRules
{
    Frame first = {};
    Frame rest = {};
    double slack = 40;      ///< a page may end this much early to keep a box whole
    double minFilled = 0.6; ///< of a page that is not the last, where the cuts allow it
};

/// A piece of a box: what of it, from `from` to `to` below its top, stands at `y` on a page.
struct Placement
{
    int box = 0;
    int page = 0;
    double y = 0; ///< of the piece; a rest has its `continued` room here and its content below
    double from = 0;
    double to = 0;
    bool repeated = false; ///< a head shown again: decoration, not content
};

struct Pagination
{
    std::vector<Placement> placements; ///< in order of page and y
    int pages = 0;
    std::vector<int> overflowing; ///< boxes taller than a page without a cut that helps
};

Pagination paginate(const std::vector<Box> &boxes, const PageRules &rules);

/// Lines of text inside a box, for finding and using cuts. What must not be cut is one line of its whole height.
struct Column
{
    double top = 0;
    int lines = 1;
    double leading = 14;
};

/// Where a box of columns side by side may be cut: between lines of every column, with at least `minLines` lines (or
/// none) of each on both sides.
std::vector<double> cutsBetween(const std::vector<Column> &columns, int minLines = 3);
/// The lines of a column that stand in a piece.
Lines linesWithin(const Column &column, double from, double to);

} // namespace adit::pdf
