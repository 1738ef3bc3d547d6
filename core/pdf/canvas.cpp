// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/canvas.h"

namespace adit::pdf {

namespace {

void appendColor(QByteArray &out, Color color)
{
    for (const int shift : {16, 8, 0}) {
        appendNumber(out, static_cast<double>((color.rgb >> shift) & 0xff) / 255.0, 3);
        out += ' ';
    }
}

} // namespace

Canvas::Canvas(FontBook &fonts, ImageBook &images, Marking &marking, Size size, int page)
    : m_fonts(fonts)
    , m_images(images)
    , m_marking(marking)
    , m_size(size)
    , m_page(page)
{
    m_content.reserve(32 * 1024);
}

void Canvas::begin()
{
    m_marking.before(m_content, m_page);
}

void Canvas::point(Point at)
{
    appendNumber(m_content, at.x);
    m_content += ' ';
    appendNumber(m_content, m_size.height - at.y);
    m_content += ' ';
}

void Canvas::setFill(Color color)
{
    if (m_fill == color)
        return;
    m_fill = color;
    appendColor(m_content, color);
    m_content += "rg\n";
}

void Canvas::setStroke(const Stroke &stroke)
{
    if (m_strokeColor != stroke.color) {
        m_strokeColor = stroke.color;
        appendColor(m_content, stroke.color);
        m_content += "RG\n";
    }
    if (m_lineWidth != stroke.width) {
        m_lineWidth = stroke.width;
        m_content += number(stroke.width, 3) + " w\n";
    }
    if (m_roundEnds != stroke.roundEnds) {
        m_roundEnds = stroke.roundEnds;
        m_content += stroke.roundEnds ? "1 J 1 j\n" : "0 J 0 j\n";
    }
    if (m_dashes != stroke.dashes) {
        m_dashes = stroke.dashes;
        m_content += '[';
        for (const double dash : m_dashes)
            m_content += number(dash) + ' ';
        m_content += "] 0 d\n";
    }
}

void Canvas::outline(const Path &path)
{
    for (const Path::Segment &segment : path.segments()) {
        switch (segment.step) {
        case Path::Step::Move:
            point(segment.points[0]);
            m_content += "m\n";
            break;
        case Path::Step::Line:
            point(segment.points[0]);
            m_content += "l\n";
            break;
        case Path::Step::Curve:
            for (const Point &at : segment.points)
                point(at);
            m_content += "c\n";
            break;
        case Path::Step::Close:
            m_content += "h\n";
            break;
        }
    }
}

void Canvas::fill(const Rect &rect, Color color)
{
    begin();
    setFill(color);
    point({rect.x, rect.bottom()});
    m_content += number(rect.width) + ' ' + number(rect.height) + " re f\n";
}

void Canvas::fill(const Path &path, Color color)
{
    begin();
    setFill(color);
    outline(path);
    m_content += "f\n";
}

void Canvas::stroke(const Rect &rect, const Stroke &stroke)
{
    begin();
    setStroke(stroke);
    point({rect.x, rect.bottom()});
    m_content += number(rect.width) + ' ' + number(rect.height) + " re S\n";
}

void Canvas::stroke(const Path &path, const Stroke &stroke)
{
    begin();
    setStroke(stroke);
    outline(path);
    m_content += "S\n";
}

void Canvas::line(Point from, Point to, const Stroke &stroke)
{
    begin();
    setStroke(stroke);
    point(from);
    m_content += "m ";
    point(to);
    m_content += "l S\n";
}

void Canvas::paintMark(const Mark &mark, Point at, double size)
{
    for (const Mark::Piece &piece : mark.pieces) {
        const Path path = piece.path.transformed(at, size);
        if (piece.fill)
            fill(path, *piece.fill);
        if (!piece.stroke)
            continue;
        Stroke scaled = *piece.stroke;
        scaled.width *= size;
        for (double &dash : scaled.dashes)
            dash *= size;
        stroke(path, scaled);
    }
}

TagAttributes Canvas::figureAt(const Rect &place, const QString &alt) const
{
    return {.alt = alt, .box = Rect{place.x, m_size.height - place.bottom(), place.width, place.height}};
}

void Canvas::mark(const Mark &mark, Point at, double size)
{
    if (m_marking.inArtifact())
        return paintMark(mark, at, size);
    if (mark.alt.isEmpty()) {
        const TagGuard artifact(m_marking, Artifact::Layout);
        return paintMark(mark, at, size);
    }
    const double height = mark.height * size;
    const TagAttributes attributes = figureAt({at.x, at.y - height, mark.width * size, height}, mark.alt);
    const TagGuard figure(m_marking, m_marking.tree().add(m_marking.element(), Role::Figure, attributes));
    paintMark(mark, at, size);
}

void Canvas::image(const Image &image, const Rect &place, const QString &alt)
{
    if (alt.trimmed().isEmpty() || m_marking.inArtifact()) {
        m_fault = Error{ErrorCode::ReportFailed, QStringLiteral("pdf"), QStringLiteral("picture without its words")};
        return;
    }
    const TagGuard figure(m_marking, m_marking.tree().add(m_marking.element(), Role::Figure, figureAt(place, alt)));
    begin();
    m_content += "q " + number(place.width) + " 0 0 " + number(place.height) + ' ';
    point({place.x, place.bottom()});
    m_content += "cm /" + m_images.resource(image) + " Do Q\n";
}

void Canvas::link(const Rect &area, const Link &link, const QString &description)
{
    m_links.push_back({area, link, description, m_marking.element()});
}

QByteArray Canvas::takeContent()
{
    m_marking.end(m_content);
    return std::move(m_content);
}

} // namespace adit::pdf
