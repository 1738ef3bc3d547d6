// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/document.h"
#include "core/pdf/pagination.h"
#include "core/report/edition.h"
#include "core/report/marks.h"
#include "core/report/publicassessment.h"
#include "core/report/words.h"

#include <map>
#include <memory>

/// How a report is put on pages: parts are measured as boxes of cells, paginated, and only then painted, so that every
/// page number is known before the first page is written.
namespace adit::report {

/// What every block is made from.
struct Context
{
    const PublicAssessment &assessment;
    const Words &words;
    const Marks &marks;
    pdf::Typesetter &type;
    bool isWhole = true;                        ///< all parts are printed, so that one can point to another
    bool isPaged = true;                        ///< false: a web page
    bool isAssessed = true;                     ///< false: a catalogue by itself, nothing of a case
    std::optional<ReleaseEdition> edition = {}; ///< nothing: not released
    ReportKind kind = ReportKind::Public;
    QString copyFor = {}; ///< of a draft

    pdf::Paragraph paragraph(double width, double leading) const;
    /// One text in one style. It starts at the report's side, whatever its own direction.
    pdf::TextBlock text(const QString &text, const pdf::TextStyle &style, double width, double leading,
                        pdf::Align align = pdf::Align::Start) const;
    /// Words of the catalogue, in their own direction; English, and said to be, where they are not translated.
    pdf::TextBlock catalogueText(const LocalText &text, const pdf::TextStyle &style, double width,
                                 double leading) const;
    /// A title: as text(), with words that have a hyphen held together.
    pdf::TextBlock heading(const QString &text, const pdf::TextStyle &style, double width, double leading) const;
    /// As text(), cut to `lines` with an ellipsis.
    pdf::TextBlock fitted(const QString &text, const pdf::TextStyle &style, double width, double leading,
                          int lines) const;
    /// A glyph and its word.
    pdf::TextBlock rated(const Look &look, const pdf::TextStyle &style, double markSize, double width,
                         double leading) const;

    /// "Preview, not released", which release it is, or for whom: on every page.
    QString editionMark() const;
    /// "Public summary".
    QString kindName() const;
    QString said(const PublicText &text) const { return words.said(text); }
    /// What the office's template has for a place in the report's language; empty: the program's own words, or none.
    QString bodyWords(const char *place) const;
    /// The office's colour, for rules and numbers that mean the same in any.
    pdf::Color accentOr(pdf::Color otherwise) const;
    QString title(const StandardNode &node) const { return node.title.in(words.language()); }
    /// What somebody wrote, to stand inside the report's own words.
    QString own(const QString &text) const { return words.own(text); }
    /// For narrow places.
    QString shortTitle(const StandardNode &node) const;
    /// Where numbers in columns line up: on their units, whichever way the page is read.
    pdf::Align columnEnd() const { return words.isRightToLeft() ? pdf::Align::Start : pdf::Align::End; }
    const StandardNode &node(int index) const { return assessment.standard.nodes()[static_cast<std::size_t>(index)]; }
};

/// On which page (from 1) a destination is.
using Places = std::map<QString, int>;

/// What painting works with: the page open now and the numbers of all pages.
struct Pen
{
    const Context &context;
    pdf::Document &document;
    const Places &places;
    pdf::TextBlock space = {}; ///< a space without width
    pdf::Canvas *canvas = nullptr;

    /// Where something of a width stands: pages that are read from right to left are mirrored.
    double across(double left, double width = 0) const;
    QString pageNumber(const QString &destination) const;
    /// Ends a word for who listens: an unseen space behind text that other text of the same element follows.
    void endWord(pdf::Point baseline);
};

/// Text at a place in a box; y from the top of the box.
struct Text
{
    double x = 0;
    double y = 0;
    pdf::TextBlock block = {};
};

/// The number of the page that a destination is on, known when all is laid out; clickable. An edition without pages
/// leaves it out.
struct PageReference
{
    QString destination = {};
    double x = 0;
    double y = 0;
    double width = pdf::Paragraph::unlimited; ///< the number stands at its end
    double leading = 14;
    pdf::TextStyle style = {};
    bool isWorded = false; ///< "(page 12)"
};

/// An outline of a drawing, filled or stroked; y from the top of the box.
using Shape = pdf::Mark::Piece;

/// One element of the structure in a box: text, a picture, a page number, or cells below it.
struct Cell
{
    pdf::Role role = pdf::Role::P;
    pdf::TagAttributes attributes = {}; ///< a box in them is relative to the cell's box
    std::vector<Text> texts = {};
    std::vector<Cell> children = {};
    std::vector<Shape> drawing = {}; ///< of a Figure, or seen and not read
    std::optional<PageReference> page = {};
    std::optional<pdf::Image> image = {}; ///< a photo; stands in the box of the attributes, which has its alt
    double drawnAt = 0;                   ///< where drawing, image and page number stand, for cutting
    bool stretches = false;               ///< the drawing is a bar: it may be drawn longer than it is here
    bool keepsSides = false;              ///< a map: as it is on pages read from right to left too
    bool isLogo = false;                  ///< an image in the corner of the page, beside what follows
    bool isOfPages = false;               ///< says something of pages: an edition without them leaves it out
    pdf::ElementId element{-1};           ///< kept for the rest of a cut box
};

struct Rule
{
    double y = 0;
    pdf::Stroke stroke = {};
    double from = 0;
    double to = 0;
};

/// An element that several boxes stand in: a list of contents.
struct Container
{
    pdf::Role role = pdf::Role::Div;
    pdf::ElementId element{-1};
};

/// The elements of a table that its boxes share.
struct TableTags
{
    pdf::ElementId table{-1};
    pdf::ElementId head{-1};
    pdf::ElementId body{-1};
};

/// One thing in the flow: measured when made, painted once per piece.
struct Block
{
    pdf::Box box = {};
    std::vector<Cell> cells = {};
    std::vector<Rule> rules = {};
    std::optional<pdf::Role> group = {}; ///< all cells stand in one element of this role
    std::shared_ptr<Container> inside = {};
    std::shared_ptr<TableTags> table = {};
    double paintsBelow = 0; ///< cells that stand beside the boxes below, down to here
    bool isTableHead = false;
    QString destination = {};
    std::vector<Text> continued = {}; ///< shown beside or above the rest of a cut box
    pdf::ElementId element{-1};

    /// Grows the box to hold what ends at `bottom`.
    void reach(double bottom) { box.height = std::max(box.height, bottom); }
    /// Adds a cell of one text and returns where it ends.
    double add(pdf::Role role, double x, double y, pdf::TextBlock text, const pdf::TagAttributes &attributes = {});
    /// Lets the box be cut between lines below `from`.
    void cutBelow(double from, int minLines = 3);
};

/// A stretch of the report that starts a page and has a running title of its own.
struct Part
{
    QString destination = {};
    QString title = {};
    QString running = {};
    int outlineLevel = 0;
    pdf::PageRules rules = {};
    bool isPageOne = false;
    std::vector<Block> blocks = {};

    int add(Block block)
    {
        blocks.push_back(std::move(block));
        return static_cast<int>(blocks.size()) - 1;
    }
};

void paint(Block &block, const pdf::Placement &placement, Pen &pen);

} // namespace adit::report
