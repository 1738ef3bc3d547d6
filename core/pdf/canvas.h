// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/fontbook.h"
#include "core/pdf/geometry.h"
#include "core/pdf/imagebook.h"
#include "core/pdf/marking.h"
#include "core/pdf/text.h"

namespace adit::pdf {

/// A clickable place of a page, as painted.
struct LinkArea
{
    Rect area;
    Link link;
    QString description;
    ElementId element;
};

/// One page to draw on. Made by the document; whatever is painted belongs to the tag or artifact open at that moment.
class Canvas
{
public:
    Canvas(FontBook &fonts, ImageBook &images, Marking &marking, Size size, int page);

    Size size() const { return m_size; }
    /// From 0.
    int page() const { return m_page; }

    void fill(const Rect &rect, Color color);
    void fill(const Path &path, Color color);
    void stroke(const Rect &rect, const Stroke &stroke);
    void stroke(const Path &path, const Stroke &stroke);
    void line(Point from, Point to, const Stroke &stroke);
    /// Lines of a block, the top left corner of the first at `at`. Links become Link elements under the open tag, spans
    /// in another language become Span elements.
    void text(const TextBlock &block, Point at, Lines lines = {});
    /// The first line of a block turned about its middle, for the word across a draft. Degrees, clockwise.
    void turned(const TextBlock &block, Point middle, double degrees);
    /// A mark by itself, its baseline's left end at `at`. With an alt it becomes a Figure, else it is an artifact.
    void mark(const Mark &mark, Point at, double size);
    /// A picture drawn out over the place. It becomes a Figure under the open tag; `alt` is the sentence that stands
    /// for it. A picture is never decoration: without a sentence, or in an artifact, it is a fault.
    void image(const Image &image, const Rect &place, const QString &alt);
    /// Makes a place clickable for the element open now (which is a Link).
    void link(const Rect &area, const Link &link, const QString &description);

    const std::vector<LinkArea> &links() const { return m_links; }
    /// Ends the page's last marked stretch; the canvas is not painted on any more.
    QByteArray takeContent();
    const std::optional<Error> &fault() const { return m_fault; }

private:
    struct Turn
    {
        double cosine = 1;
        double sine = 0;
    };
    /// What the canvas remembers while it paints the lines of one block.
    struct Passage;

    void begin();
    void point(Point at);
    void outline(const Path &path);
    void setFill(Color color);
    void setStroke(const Stroke &stroke);
    void paintGrounds(const TextBlock &block, Point at, int from, int to);
    void paintRun(const TextBlock &block, const GlyphRun &run, Point baseline, Turn turn);
    void paintInline(Passage &passage, const GlyphRun &run, Point baseline);
    ElementId ownerOf(Passage &passage, const GlyphRun &run);
    TagAttributes figureAt(const Rect &place, const QString &alt) const;
    void paintMark(const Mark &mark, Point at, double size);

    FontBook &m_fonts;
    ImageBook &m_images;
    Marking &m_marking;
    Size m_size;
    int m_page;
    QByteArray m_content;
    std::vector<LinkArea> m_links;
    std::optional<Error> m_fault;
    std::optional<Color> m_fill;
    std::optional<Color> m_strokeColor;
    double m_lineWidth = -1;
    std::vector<double> m_dashes;
    bool m_roundEnds = false;
};

} // namespace adit::pdf
