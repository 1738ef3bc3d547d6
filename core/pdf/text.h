// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/pdf/fontface.h"
#include "core/pdf/geometry.h"

#include <QString>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

/// Text before and after it is set. A Paragraph says what to set; a TextBlock is the result: lines of positioned
/// glyphs, measured once, split by lines, and painted when the page is known. Both are plain values.
namespace adit::pdf {

enum class Family { Serif, Sans };
/// Start and End follow the paragraph's direction.
enum class Align { Start, Center, End };

struct TextStyle
{
    Family family = Family::Serif;
    double size = 10; ///< points; Arabic is set a little larger, as its letters are smaller for the same size
    Color color = {0x1b1b1b};
    bool bold = false;
    bool italic = false;
    bool tabular = false;             ///< digits of equal width, for columns of numbers
    std::optional<Color> ground = {}; ///< a strip of colour behind the text
};

/// Where a click leads: a named destination of the same document, or an address.
struct Link
{
    QString destination = {};
    QString uri = {};
    QString description = {}; ///< read aloud in place of the address; empty: the text of the link

    bool none() const { return destination.isEmpty() && uri.isEmpty(); }
    friend bool operator==(const Link &, const Link &) = default;
};

/// A small drawing that stands in a line like a letter (a rating's glyph). Shared by all places that show it.
/// Unit: the mark's own size is 1; (0, 0) is on the baseline at its left, y grows down, so what stands on the line is
/// negative.
struct Mark
{
    struct Piece
    {
        Path path;
        std::optional<Color> fill = {};
        std::optional<Stroke> stroke = {}; ///< width and dashes in the mark's unit
    };
    double width = 1;
    double height = 1; ///< above the baseline
    std::vector<Piece> pieces = {};
    QString alt = {}; ///< empty: decoration, the words beside it say the same
};

/// A stretch of a paragraph in one style: text, or one mark.
struct Span
{
    QString text = {};
    TextStyle style = {};
    QString language = {}; ///< BCP 47; empty: the paragraph's
    Link link = {};
    bool unbroken = false;                 ///< never broken across lines
    std::shared_ptr<const Mark> mark = {}; ///< in place of the text
    double markSize = 0;                   ///< points
};

struct Paragraph
{
    static constexpr double unlimited = -1;

    double width = unlimited; ///< points
    double leading = 14;      ///< points from baseline to baseline, whatever the sizes
    Align align = Align::Start;
    bool rightToLeft = false;
    QString language = QStringLiteral("en"); ///< chooses the Han variant and the rules of line breaking
    QString region = {};                     ///< two letters: of several languages of one script, the one spoken there
    bool avoidShortLastLine = true;          ///< sets a little narrower rather than leave one word alone
    std::vector<Span> spans = {};

    Paragraph &add(QString text, const TextStyle &style)
    {
        spans.push_back({.text = std::move(text), .style = style});
        return *this;
    }
    Paragraph &add(std::shared_ptr<const Mark> mark, double size)
    {
        spans.push_back({.mark = std::move(mark), .markSize = size});
        return *this;
    }
    Paragraph &add(Span span)
    {
        spans.push_back(std::move(span));
        return *this;
    }
};

/// Glyphs of one face, size and span on one line, from left to right as drawn.
struct GlyphRun
{
    FaceId face{};
    bool rightToLeft = false;
    bool isMark = false;
    double size = 0;
    double x = 0; ///< from the left of the block
    double width = 0;
    quint32 span = 0;
    quint32 glyph = 0;
    quint32 glyphCount = 0;
    quint32 text = 0; ///< first UTF-16 unit
    quint32 textLength = 0;
};

struct TextLine
{
    quint32 run = 0; ///< its runs, in reading order
    quint32 runCount = 0;
    double x = 0;
    double width = 0; ///< without the space at its end
};

class TextBlock
{
public:
    int lineCount() const { return static_cast<int>(lines.size()); }
    double height() const { return leading * lineCount(); }
    double leading = 0;
    double room = 0; ///< width it was set for; of the line itself where that was not limited
    Align align = Align::Start;
    bool rightToLeft = false; ///< of the paragraph
    /// Of the widest line; never more than the paragraph's width.
    double width() const;
    /// From the top of the block to the baseline of a line. Blocks of the same leading side by side share baselines.
    double baseline(int line = 0) const { return leading * (line + 0.76); }
    bool isEmpty() const { return lines.empty(); }

    QString text; ///< as it stands in the paragraph
    QString language;
    std::vector<Span> spans;         ///< without their text
    std::vector<quint32> spanStarts; ///< first UTF-16 unit of each in `text`
    std::vector<TextLine> lines;
    std::vector<GlyphRun> runs;
    std::vector<Glyph> glyphs;
    std::optional<Error> fault; ///< a font was missing; the document that paints this block fails with it
};

/// Lines [from, to) of a block.
struct Lines
{
    int from = 0;
    int to = -1; ///< -1: to the end
};

} // namespace adit::pdf
