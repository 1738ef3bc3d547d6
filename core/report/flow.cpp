// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/flow.h"

#include "core/report/report.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

pdf::Paragraph Context::paragraph(double width, double leading) const
{
    return {.width = width,
            .leading = leading,
            .rightToLeft = words.isRightToLeft(),
            .language = words.language(),
            .region = assessment.details.country->toUpper()};
}

pdf::TextBlock Context::text(const QString &text, const pdf::TextStyle &style, double width, double leading,
                             pdf::Align align) const
{
    pdf::Paragraph out = paragraph(width, leading);
    out.align = align == pdf::Align::End && style.tabular ? columnEnd() : align;
    out.add(own(words.held(text)), style);
    return type.set(out);
}

pdf::TextBlock Context::catalogueText(const LocalText &text, const pdf::TextStyle &style, double width,
                                      double leading) const
{
    const QString shown = text.in(words.language());
    pdf::Paragraph out = paragraph(width, leading);
    out.rightToLeft = shown.isRightToLeft();
    const bool isTranslated = text.all().contains(words.language());
    out.add(
        {.text = own(words.held(shown)), .style = style, .language = isTranslated ? QString() : QStringLiteral("en")});
    return type.set(out);
}

pdf::TextBlock Context::heading(const QString &text, const pdf::TextStyle &style, double width, double leading) const
{
    if (own(text) != text)
        return this->text(text, style, width, leading);
    pdf::Paragraph out = paragraph(width, leading);
    const QStringList all = text.split(QLatin1Char(' '));
    for (qsizetype i = 0; i < all.size(); ++i) {
        out.add({.text = all[i], .style = style, .unbroken = all[i].contains(QLatin1Char('-'))});
        if (i + 1 < all.size())
            out.add(QStringLiteral(" "), style);
    }
    return type.set(out);
}

pdf::TextBlock Context::fitted(const QString &text, const pdf::TextStyle &style, double width, double leading,
                               int lines) const
{
    pdf::TextBlock whole = this->text(text, style, width, leading);
    if (whole.lineCount() <= lines)
        return whole;
    const pdf::TextLine &next = whole.lines[static_cast<std::size_t>(lines)];
    qsizetype length = whole.runs[next.run].text;
    for (length = std::min(length, text.size()); length > 0; --length) {
        if (text[length - 1].isHighSurrogate())
            continue;
        pdf::TextBlock cut = this->text(text.left(length).trimmed() + QChar(0x2026), style, width, leading);
        if (cut.lineCount() <= lines)
            return cut;
    }
    return whole;
}

pdf::TextBlock Context::rated(const Look &look, const pdf::TextStyle &style, double markSize, double width,
                              double leading) const
{
    pdf::Paragraph out = paragraph(width, leading);
    out.add(look.mark, markSize);
    out.add(QChar(0x00A0) + look.word, style);
    return type.set(out);
}

QString Context::editionMark() const
{
    if (edition)
        return words("release_number", {{"n", words.number(edition->number)}});
    if (kind == ReportKind::Draft)
        return words("draft_for", {{"name", copyFor}});
    return words(kind == ReportKind::Full || kind == ReportKind::Actions ? "not_public" : "preview");
}

QString Context::bodyWords(const char *place) const
{
    return assessment.body ? assessment.body->made.words(words.language(), QLatin1String(place)) : QString();
}

pdf::Color Context::accentOr(pdf::Color otherwise) const
{
    return assessment.body && assessment.body->made.accent ? pdf::Color{*assessment.body->made.accent} : otherwise;
}

QString Context::kindName() const
{
    return words.named("kind", codeOf(kind == ReportKind::Scorecard ? ReportKind::Public : kind));
}

QString Context::shortTitle(const StandardNode &node) const
{
    const QString text = node.shortTitle.in(words.language());
    return text.isEmpty() ? title(node) : text;
}

double Pen::across(double left, double width) const
{
    return context.words.isRightToLeft() ? pdf::a4.width - left - width : left;
}

QString Pen::pageNumber(const QString &destination) const
{
    const auto found = places.find(destination);
    return found == places.end() ? QString() : context.words.number(found->second);
}

void Pen::endWord(pdf::Point baseline)
{
    canvas->text(space, {baseline.x, baseline.y - space.baseline()});
}

double Block::add(pdf::Role role, double x, double y, pdf::TextBlock text, const pdf::TagAttributes &attributes)
{
    const double bottom = y + text.height();
    reach(bottom);
    Cell cell{.role = role, .attributes = attributes};
    cell.texts.push_back({x, y, std::move(text)});
    cells.push_back(std::move(cell));
    return bottom;
}

namespace {

pdf::Column columnOf(const Text &text)
{
    return {text.y, text.block.lineCount(), text.block.leading};
}

void columnsOf(const Cell &cell, std::vector<pdf::Column> &out)
{
    for (const Text &text : cell.texts)
        out.push_back(columnOf(text));
    for (const Cell &child : cell.children)
        columnsOf(child, out);
}

/// Paints the cells of one piece of a box.
class CellPainter
{
public:
    CellPainter(Pen &pen, double top, double from, double to, bool tagged)
        : m_pen(pen)
        , m_top(top)
        , m_from(from)
        , m_to(to)
        , m_tagged(tagged)
    {}

    void paint(Cell &cell)
    {
        if (!isHere(cell))
            return;
        if (cell.image)
            return picture(cell);
        if (!m_tagged)
            return content(cell);
        if (cell.element < pdf::ElementId{0})
            cell.element = m_pen.document.element(cell.role, onPage(cell.attributes));
        const pdf::TagGuard guard = m_pen.document.tag(cell.element);
        content(cell);
    }

private:
    bool isHere(const Cell &cell) const
    {
        const bool isEmpty = cell.children.empty() && std::all_of(cell.texts.begin(), cell.texts.end(),
                                                                  [](const Text &t) { return t.block.isEmpty(); });
        if (isEmpty)
            return cell.drawnAt >= m_from - 0.01 && (cell.drawnAt < m_to || m_from == 0);
        const bool text = std::any_of(cell.texts.begin(), cell.texts.end(), [&](const Text &part) {
            const pdf::Lines lines = pdf::linesWithin(columnOf(part), m_from, m_to);
            return lines.to > lines.from;
        });
        return text || std::any_of(cell.children.begin(), cell.children.end(),
                                   [&](const Cell &child) { return isHere(child); });
    }

    pdf::TagAttributes onPage(pdf::TagAttributes attributes) const
    {
        if (attributes.box) {
            attributes.box->y += m_top;
            attributes.box->x = m_pen.across(attributes.box->x, attributes.box->width);
        }
        return attributes;
    }

    /// The canvas makes it a Figure.
    void picture(const Cell &cell)
    {
        pdf::Rect place = *cell.attributes.box;
        place.x = m_pen.across(place.x, place.width);
        place.y += m_top;
        m_pen.canvas->image(*cell.image, place, cell.attributes.alt);
    }

    void draw(const Cell &cell)
    {
        if (cell.role == pdf::Role::Figure)
            return paintShapes(cell);
        const pdf::TagGuard artifact = m_pen.document.artifact();
        paintShapes(cell);
    }

    /// How far to the side a picture stands on a mirrored page that is not mirrored itself.
    double shiftOf(const Cell &cell) const
    {
        return m_pen.across(cell.attributes.box->x, cell.attributes.box->width) - cell.attributes.box->x;
    }

    double placeOf(const Cell &cell, const Text &text) const
    {
        return cell.keepsSides ? text.x + shiftOf(cell) : m_pen.across(text.x, text.block.room);
    }

    bool isDrawnHere(const Cell &cell) const
    {
        return cell.drawnAt >= m_from - 0.01 && cell.drawnAt < std::max(m_to, m_from + 0.01);
    }

    void paintShapes(const Cell &cell)
    {
        for (const Shape &shape : cell.drawing) {
            const pdf::Path path = shape.path.transformed({cell.keepsSides ? shiftOf(cell) : 0, m_top});
            const bool isMirrored = m_pen.context.words.isRightToLeft() && !cell.keepsSides;
            const pdf::Path &placed = isMirrored ? path.mirrored(pdf::a4.width) : path;
            if (shape.fill)
                m_pen.canvas->fill(placed, *shape.fill);
            if (shape.stroke)
                m_pen.canvas->stroke(placed, *shape.stroke);
        }
    }

    void writePage(const PageReference &page)
    {
        const Context &context = m_pen.context;
        const QString number = m_pen.pageNumber(page.destination);
        pdf::Paragraph text = context.paragraph(page.width, page.leading);
        text.align = page.width > 0 ? context.columnEnd() : pdf::Align::Start;
        text.add({.text = page.isWorded
                              ? context.words("entry.on_page", {{"page", context.words("page", {{"page", number}})}})
                              : number,
                  .style = page.style,
                  .link = {.destination = page.destination}});
        const pdf::TextBlock block = context.type.set(text);
        m_pen.canvas->text(block, {m_pen.across(page.x, block.room), m_top + page.y});
    }

    void content(Cell &cell)
    {
        if (isDrawnHere(cell) && !cell.drawing.empty())
            draw(cell);
        std::optional<pdf::Point> end; // of the text before
        const auto separate = [&] {
            if (end && m_tagged)
                m_pen.endWord(*end);
        };
        for (const Text &text : cell.texts) {
            const pdf::Lines lines = pdf::linesWithin(columnOf(text), m_from, m_to);
            if (lines.to <= lines.from)
                continue;
            separate();
            const double x = placeOf(cell, text);
            m_pen.canvas->text(text.block, {x, m_top + text.y + lines.from * text.block.leading}, lines);
            const pdf::TextLine &last = text.block.lines[static_cast<std::size_t>(lines.to) - 1];
            end = {x + last.x + last.width, m_top + text.y + text.block.baseline(lines.to - 1)};
        }
        if (isDrawnHere(cell) && cell.page) {
            separate();
            writePage(*cell.page);
        }
        for (Cell &child : cell.children)
            paint(child);
    }

    Pen &m_pen;
    double m_top;
    double m_from;
    double m_to;
    bool m_tagged;
};

pdf::ElementId opened(pdf::ElementId &element, pdf::Role role, pdf::Document &document)
{
    if (element < pdf::ElementId{0})
        element = document.element(role);
    return element;
}

void paintInGroup(Block &block, CellPainter &painter, Pen &pen)
{
    const auto cells = [&] {
        for (Cell &cell : block.cells)
            painter.paint(cell);
    };
    if (!block.group)
        return cells();
    const pdf::TagGuard group = pen.document.tag(opened(block.element, *block.group, pen.document));
    cells();
}

void paintInTable(Block &block, CellPainter &painter, Pen &pen)
{
    TableTags &tags = *block.table;
    const pdf::TagGuard table = pen.document.tag(opened(tags.table, pdf::Role::Table, pen.document));
    const pdf::TagGuard section =
        pen.document.tag(block.isTableHead ? opened(tags.head, pdf::Role::THead, pen.document)
                                           : opened(tags.body, pdf::Role::TBody, pen.document));
    paintInGroup(block, painter, pen);
}

} // namespace

void Block::cutBelow(double from, int minLines)
{
    std::vector<pdf::Column> columns;
    for (const Cell &cell : cells)
        columnsOf(cell, columns);
    box.cuts = pdf::cutsBetween(columns, minLines);
    std::erase_if(box.cuts, [&](double y) { return y < from; });
}

void paint(Block &block, const pdf::Placement &placement, Pen &pen)
{
    const bool isRest = placement.from > 0;
    const double top = placement.y + (isRest ? block.box.continued : 0) - placement.from;
    if (!isRest && !placement.repeated && !block.destination.isEmpty())
        pen.document.destination(block.destination, std::max(0.0, top - 8));
    {
        const pdf::TagGuard artifact = pen.document.artifact();
        if (isRest)
            for (const Text &text : block.continued)
                pen.canvas->text(text.block, {pen.across(text.x, text.block.room), placement.y + text.y});
        for (const Rule &rule : block.rules)
            if (rule.y >= placement.from - 0.01 && rule.y <= placement.to + 0.01)
                pen.canvas->line({pen.across(rule.from), top + rule.y}, {pen.across(rule.to), top + rule.y},
                                 rule.stroke);
    }
    CellPainter painter(pen, top, placement.from, std::max(placement.to, block.paintsBelow), !placement.repeated);
    if (placement.repeated) {
        const pdf::TagGuard artifact = pen.document.artifact();
        for (Cell &cell : block.cells)
            painter.paint(cell);
    } else if (block.table) {
        paintInTable(block, painter, pen);
    } else if (block.inside) {
        const pdf::TagGuard inside = pen.document.tag(opened(block.inside->element, block.inside->role, pen.document));
        paintInGroup(block, painter, pen);
    } else {
        paintInGroup(block, painter, pen);
    }
}

} // namespace adit::report
