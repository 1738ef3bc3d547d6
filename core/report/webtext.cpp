// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/webtext.h"

#include <algorithm>

namespace adit::report {

QString escaped(const QString &text)
{
    const auto isControl = [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || (c.unicode() >= 0x7f && c.unicode() < 0xa0) ||
               c.unicode() >= 0xfffe;
    };
    if (std::none_of(text.begin(), text.end(), isControl))
        return text.toHtmlEscaped();
    QString clean = text;
    std::replace_if(clean.begin(), clean.end(), isControl, QChar(QChar::ReplacementCharacter));
    return clean.toHtmlEscaped();
}

QString webId(const QString &destination)
{
    return QString(destination).replace(QLatin1Char(' '), QLatin1Char('-'));
}

namespace {

QString number(double value)
{
    QString out = QString::number(value, 'f', 3);
    while (out.endsWith(QLatin1Char('0')))
        out.chop(1);
    return out.endsWith(QLatin1Char('.')) ? out.chopped(1) : out;
}

QString colorOf(pdf::Color color)
{
    return QStringLiteral("#%1").arg(color.rgb, 6, 16, QLatin1Char('0'));
}

QString pointOf(const pdf::Point &point)
{
    return number(point.x) + QLatin1Char(' ') + number(point.y);
}

QString pathData(const pdf::Path &path)
{
    QString out;
    for (const pdf::Path::Segment &segment : path.segments()) {
        switch (segment.step) {
        case pdf::Path::Step::Move:
            out += QLatin1Char('M') + pointOf(segment.points[0]);
            break;
        case pdf::Path::Step::Line:
            out += QLatin1Char('L') + pointOf(segment.points[0]);
            break;
        case pdf::Path::Step::Curve:
            out += QLatin1Char('C') + pointOf(segment.points[0]) + QLatin1Char(' ') + pointOf(segment.points[1]) +
                   QLatin1Char(' ') + pointOf(segment.points[2]);
            break;
        case pdf::Path::Step::Close:
            out += QLatin1Char('Z');
            break;
        }
    }
    return out;
}

QString shapeElement(const Shape &shape)
{
    QString out = QStringLiteral("<path d=\"") + pathData(shape.path) + QStringLiteral("\" fill=\"") +
                  (shape.fill ? colorOf(*shape.fill) : QStringLiteral("none")) + QLatin1Char('"');
    if (shape.stroke) {
        out += QStringLiteral(" stroke=\"%1\" stroke-width=\"%2\"")
                   .arg(colorOf(shape.stroke->color), number(shape.stroke->width));
        if (shape.stroke->roundEnds)
            out += QStringLiteral(" stroke-linecap=\"round\"");
        QStringList dashes;
        for (const double dash : shape.stroke->dashes)
            dashes.append(number(dash));
        if (!dashes.isEmpty())
            out += QStringLiteral(" stroke-dasharray=\"") + dashes.join(QLatin1Char(' ')) + QLatin1Char('"');
    }
    return out + QStringLiteral("/>");
}

/// One short line in a drawing, about the middle of its room.
QString textElement(const Text &text)
{
    const pdf::TextStyle &style = text.block.spans.front().style;
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"middle\" font-size=\"%3\" font-weight=\"%4\" "
                          "fill=\"%5\" font-family=\"sans-serif\">%6</text>")
        .arg(number(text.x + text.block.room / 2), number(text.y + text.block.baseline()), number(style.size),
             style.bold ? QStringLiteral("700") : QStringLiteral("400"), colorOf(style.color),
             escaped(text.block.text));
}

struct Extent
{
    double left = 1e9;
    double top = 1e9;
    double right = -1e9;
    double bottom = -1e9;

    void hold(const Shape &shape)
    {
        const double edge = shape.stroke ? shape.stroke->width / 2 : 0;
        for (const pdf::Path::Segment &segment : shape.path.segments()) {
            if (segment.step == pdf::Path::Step::Close)
                continue;
            const pdf::Point &at = segment.points[segment.step == pdf::Path::Step::Curve ? 2 : 0];
            left = std::min(left, at.x - edge);
            right = std::max(right, at.x + edge);
            top = std::min(top, at.y - edge);
            bottom = std::max(bottom, at.y + edge);
        }
    }
    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

Extent extentOf(const std::vector<Shape> &shapes)
{
    Extent extent;
    for (const Shape &shape : shapes)
        extent.hold(shape);
    return extent;
}

QString viewBox(const Extent &extent)
{
    return QStringLiteral("viewBox=\"%1 %2 %3 %4\"")
        .arg(number(extent.left), number(extent.top), number(extent.width()), number(extent.height()));
}

/// Where a click may lead: a place of the page, or an address that a browser opens.
QString hrefOf(const pdf::Link &link)
{
    if (!link.destination.isEmpty())
        return QLatin1Char('#') + webId(link.destination);
    for (const char *scheme : {"https://", "http://", "mailto:"})
        if (link.uri.startsWith(QLatin1String(scheme)))
            return link.uri;
    return {};
}

} // namespace

QString svg(const std::vector<Shape> &shapes, const QString &alt, bool stretches)
{
    const Extent extent = extentOf(shapes);
    QString out = QStringLiteral("<svg class=\"%1\" %2 style=\"%3:%4rem\"")
                      .arg(stretches ? QStringLiteral("bar") : QStringLiteral("figure"), viewBox(extent),
                           stretches ? QStringLiteral("height") : QStringLiteral("max-width"),
                           number((stretches ? extent.height() : extent.width()) / 10));
    if (stretches)
        out += QStringLiteral(" preserveAspectRatio=\"none\"");
    out += alt.isEmpty() ? QStringLiteral(" aria-hidden=\"true\">")
                         : QStringLiteral(" role=\"img\" aria-label=\"") + escaped(alt) + QStringLiteral("\">");
    for (const Shape &shape : shapes)
        out += shapeElement(shape);
    return out + QStringLiteral("</svg>");
}

QString photo(const pdf::Image &image, double width, const QString &alt, const char *classes)
{
    return QStringLiteral("<img class=\"%1\" style=\"width:%2rem\" width=\"%3\" height=\"%4\" alt=\"%5\" "
                          "src=\"data:image/jpeg;base64,%6\"/>")
        .arg(QLatin1String(classes), number(width / 10), QString::number(image.width()),
             QString::number(image.height()), escaped(alt), QString::fromLatin1(image.bytes().toBase64()));
}

QString svgImage(const std::vector<Shape> &shapes, const std::vector<Text> &texts, const QString &alt)
{
    const Extent extent = extentOf(shapes);
    QString image = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" %1 width=\"%2\" height=\"%3\">")
                        .arg(viewBox(extent), number(extent.width()), number(extent.height()));
    for (const Shape &shape : shapes)
        image += shapeElement(shape);
    for (const Text &text : texts)
        image += textElement(text);
    image += QStringLiteral("</svg>");
    return QStringLiteral("<img class=\"figure\" style=\"max-width:%1rem\" alt=\"%2\" "
                          "src=\"data:image/svg+xml;base64,%3\"/>")
        .arg(number(extent.width() / 10), escaped(alt), QString::fromLatin1(image.toUtf8().toBase64()));
}

QString WebText::styleClass(const pdf::TextStyle &style)
{
    const auto &body = m_context.assessment.body;
    const bool isAccent = body && body->made.accent == style.color.rgb;
    QString rule = QStringLiteral("font:%1%2 %3rem/%4 var(--%5);color:%6")
                       .arg(style.italic ? QStringLiteral("italic ") : QString(),
                            style.bold ? QStringLiteral("700") : QStringLiteral("400"), number(style.size / 10),
                            style.size > 12 ? QStringLiteral("1.25") : QStringLiteral("1.45"),
                            style.family == pdf::Family::Serif ? QStringLiteral("serif") : QStringLiteral("sans"),
                            isAccent ? QStringLiteral("var(--accent)") : colorOf(style.color));
    if (style.tabular)
        rule += QStringLiteral(";font-variant-numeric:tabular-nums");
    if (style.ground)
        rule += QStringLiteral(";background:") + colorOf(*style.ground) + QStringLiteral(";padding:.1em .3em");
    qsizetype at = m_styles.indexOf(rule);
    if (at < 0) {
        at = m_styles.size();
        m_styles.append(rule);
    }
    return QStringLiteral("t%1").arg(at);
}

QString WebText::mark(const pdf::Mark &mark, double size)
{
    QString content;
    for (const pdf::Mark::Piece &piece : mark.pieces)
        content += shapeElement(piece);
    const QString box = QStringLiteral("0 -0.85 %1 1").arg(number(mark.width));
    qsizetype at = m_symbols.indexOf(content);
    if (at < 0) {
        at = m_symbols.size();
        m_symbols.append(content);
    }
    const QString spoken = mark.alt.isEmpty()
                               ? QStringLiteral("aria-hidden=\"true\"")
                               : QStringLiteral("role=\"img\" aria-label=\"") + escaped(mark.alt) + QLatin1Char('"');
    return QStringLiteral("<svg class=\"mark\" style=\"height:%1rem\" viewBox=\"%2\" ").arg(number(size / 10), box) +
           spoken + QStringLiteral("><use href=\"#m%1\"/></svg>").arg(at);
}

QString WebText::span(const pdf::TextBlock &block, std::size_t index, const QString &around)
{
    const pdf::Span &span = block.spans[index];
    const auto from = static_cast<qsizetype>(block.spanStarts[index]);
    const auto to =
        index + 1 < block.spanStarts.size() ? static_cast<qsizetype>(block.spanStarts[index + 1]) : block.text.size();
    QString out = span.mark
                      ? mark(*span.mark, span.markSize)
                      : escaped(block.text.mid(from, to - from)).replace(QLatin1Char('\n'), QLatin1String("<br/>"));
    if (out.isEmpty())
        return out;
    const QString style = span.mark ? around : styleClass(span.style);
    QString attributes;
    if (style != around)
        attributes += QStringLiteral(" class=\"") + style + QLatin1Char('"');
    if (!span.language.isEmpty() && span.language != block.language)
        attributes += QStringLiteral(" lang=\"") + escaped(span.language) + QLatin1Char('"');
    const QString href = hrefOf(span.link);
    if (!href.isEmpty())
        return QStringLiteral("<a href=\"") + escaped(href) + QLatin1Char('"') + attributes + QLatin1Char('>') + out +
               QStringLiteral("</a>");
    return attributes.isEmpty()
               ? out
               : QStringLiteral("<span") + attributes + QLatin1Char('>') + out + QStringLiteral("</span>");
}

namespace {

const pdf::TextStyle *styleOf(const pdf::TextBlock &block)
{
    for (const pdf::Span &span : block.spans)
        if (!span.mark)
            return &span.style;
    return nullptr;
}

} // namespace

QString WebText::inside(const pdf::TextBlock &block)
{
    const pdf::TextStyle *style = styleOf(block);
    const QString around = style ? styleClass(*style) : QString();
    QString out;
    for (std::size_t i = 0; i < block.spans.size(); ++i)
        out += span(block, i, around);
    return out;
}

QString WebText::attributes(const pdf::TextBlock &block, const QString &classes)
{
    QStringList all = classes.isEmpty() ? QStringList() : QStringList(classes);
    const pdf::TextStyle *style = styleOf(block);
    if (style)
        all.append(styleClass(*style));
    if (style && style->tabular && block.align == m_context.columnEnd())
        all.append(QStringLiteral("figures"));
    else if (block.align == pdf::Align::End)
        all.append(QStringLiteral("end"));
    QString out;
    if (!all.isEmpty())
        out += QStringLiteral(" class=\"") + all.join(QLatin1Char(' ')) + QLatin1Char('"');
    if (block.rightToLeft != m_context.words.isRightToLeft())
        out += block.rightToLeft ? QStringLiteral(" dir=\"rtl\"") : QStringLiteral(" dir=\"ltr\"");
    return out;
}

QString WebText::styleRules() const
{
    QString out;
    for (qsizetype i = 0; i < m_styles.size(); ++i)
        out += QStringLiteral(".t%1{").arg(i) + m_styles[i] + QStringLiteral("}\n");
    return out;
}

QString WebText::symbols() const
{
    if (m_symbols.isEmpty())
        return {};
    QString out = QStringLiteral("<svg class=\"symbols\" aria-hidden=\"true\"><defs>");
    for (qsizetype i = 0; i < m_symbols.size(); ++i)
        out += QStringLiteral("<g id=\"m%1\">").arg(i) + m_symbols[i] + QStringLiteral("</g>");
    return out + QStringLiteral("</defs></svg>\n");
}

} // namespace adit::report
