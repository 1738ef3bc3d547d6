// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pieces.h"

#include "core/report/passages.h"
#include "core/report/sheet.h"

namespace adit::report {

QStringList paragraphsOf(const QString &text)
{
    QStringList out;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        QString clean = QString(line).replace(QLatin1Char('\t'), QLatin1Char(' ')).trimmed();
        if (!clean.isEmpty())
            out.append(std::move(clean));
    }
    return out;
}

QString place(const RequirementCode &code)
{
    return code.toString();
}

QString actionPlace(const RequirementCode &code)
{
    return QLatin1String("action-") + code.toString();
}

void addCode(pdf::Paragraph &paragraph, const Context &context, const StandardNode &node, const pdf::TextStyle &style,
             const pdf::Link &link)
{
    if (node.critical) {
        paragraph.add(context.marks.diamond(), style.size * 0.95);
        paragraph.add(QString(QChar(0x00A0)), style);
    }
    paragraph.add({.text = node.code.toString(), .style = style, .link = link});
}

double addChapterHeading(Block &block, const Context &context, const StandardNode &node)
{
    Cell heading{.role = pdf::Role::H2};
    pdf::TextStyle number = sheet::serif(18);
    number.color = context.accentOr(sheet::secondary);
    heading.texts.push_back({sheet::left, 0, context.text(node.code.toString(), number, sheet::labelWidth, 28)});
    heading.texts.push_back(
        {sheet::textLeft, 0, context.heading(context.title(node), sheet::serif(18), sheet::textWidth, 28)});
    const double end = heading.texts.back().block.height();
    block.cells.push_back(std::move(heading));
    block.reach(end);
    return end;
}

void addTitle(Part &part, const Context &context, const QString &title, const QString &lead)
{
    Block block;
    double y = block.add(pdf::Role::H2, sheet::left, 0, context.heading(title, sheet::serif(22), sheet::width, 28));
    if (!lead.isEmpty())
        y = block.add(pdf::Role::P, sheet::left, y + 4, context.text(lead, sheet::serif(), sheet::textWidth, 14));
    block.reach(y + 7);
    block.box.keepWithNext = true;
    part.add(std::move(block));
}

namespace {

/// A block that begins with the label; the text's first line shares its baseline.
Block labelled(const Context &context, const QString &label)
{
    Block block;
    block.box.spaceBefore = 14;
    if (!label.isEmpty())
        block.add(pdf::Role::H3, sheet::left, 0, context.text(label, sheet::bold(), sheet::labelWidth, 14));
    return block;
}

} // namespace

void addLabelled(Part &part, const Context &context, const QString &label, const QStringList &paragraphs,
                 const pdf::TextStyle &style)
{
    if (paragraphs.isEmpty()) {
        Block block = labelled(context, label);
        block.add(pdf::Role::P, sheet::textLeft, 0,
                  context.text(context.words("not_stated"), sheet::sans(8.5, sheet::secondary), sheet::textWidth, 14));
        part.add(std::move(block));
        return;
    }
    for (qsizetype i = 0; i < paragraphs.size(); ++i) {
        Block block = labelled(context, i == 0 ? label : QString());
        block.box.spaceBefore = i == 0 ? 14 : 5;
        const double labelEnd = block.box.height;
        pdf::Paragraph text = context.paragraph(sheet::textWidth, 14);
        text.rightToLeft = paragraphs[i].isRightToLeft();
        addReferences(text, context, paragraphs[i], style);
        block.add(pdf::Role::P, sheet::textLeft, 0, context.type.set(text));
        block.cutBelow(labelEnd);
        part.add(std::move(block));
    }
}

void addTableLabel(Part &part, const Context &context, const char *key)
{
    Block block = labelled(context, context.words(key));
    block.box.keepWithNext = true;
    // The table beside the label starts on the same line.
    block.paintsBelow = block.box.height;
    block.box.height = 0;
    part.add(std::move(block));
}

Table::Style textTable()
{
    return {.text = sheet::sans(), .leading = 14, .padding = 0.8, .rule = sheet::row(), .spaceBefore = 0};
}

double listIndent(double dashSize)
{
    return dashSize + 0.5;
}

double addList(Block &block, const Context &context, const std::vector<pdf::Paragraph> &items, double x, double y,
               double dashSize)
{
    const double indent = listIndent(dashSize);
    Cell list{.role = pdf::Role::L};
    for (const pdf::Paragraph &item : items) {
        Cell entry{.role = pdf::Role::LI};
        Cell label{.role = pdf::Role::Lbl};
        Cell body{.role = pdf::Role::LBody};
        const bool isOtherWay = item.rightToLeft != context.words.isRightToLeft();
        label.texts.push_back({x, y,
                               context.text(QString(QChar(0x2013)), sheet::sans(dashSize, sheet::secondary), indent,
                                            item.leading, isOtherWay ? pdf::Align::End : pdf::Align::Start)});
        body.texts.push_back({x + indent, y, context.type.set(item)});
        // An entry that is read the other way than the report begins at the other side.
        if (isOtherWay) {
            label.texts.back().x = x + item.width;
            body.texts.back().x = x;
        }
        y += body.texts.back().block.height();
        entry.children = {std::move(label), std::move(body)};
        list.children.push_back(std::move(entry));
    }
    block.reach(y);
    block.cells.push_back(std::move(list));
    return y;
}

double addList(Block &block, const Context &context, const QStringList &items, double x, double y, double width,
               double leading)
{
    std::vector<pdf::Paragraph> paragraphs;
    paragraphs.reserve(static_cast<std::size_t>(items.size()));
    for (const QString &item : items) {
        paragraphs.push_back(context.paragraph(width - listIndent(), leading));
        paragraphs.back().rightToLeft = item.isRightToLeft();
        addReferences(paragraphs.back(), context, item, sheet::sans());
    }
    return addList(block, context, paragraphs, x, y);
}

void addBullets(Part &part, const Context &context, const QString &label, const QStringList &items)
{
    if (items.size() < 2) {
        addLabelled(part, context, label, items, sheet::sans());
        return;
    }
    Block block = labelled(context, label);
    const double labelEnd = block.box.height;
    addList(block, context, items, sheet::textLeft, 0, sheet::textWidth, 14);
    block.cutBelow(labelEnd, 1);
    part.add(std::move(block));
}

void addNote(Part &part, const Context &context, const QString &text, double x, double width)
{
    Block block;
    block.box.spaceBefore = 5;
    block.add(pdf::Role::P, x, 0, context.text(text, sheet::note(), width, sheet::noteLine));
    block.cutBelow(0);
    part.add(std::move(block));
}

Cell pageCell(const QString &destination, pdf::Role role, double x, double width, double y, double leading)
{
    return {.role = role,
            .page = PageReference{.destination = destination,
                                  .x = x,
                                  .y = y,
                                  .width = width,
                                  .leading = leading,
                                  .style = sheet::figures(sheet::sans())},
            .drawnAt = y,
            .isOfPages = true};
}

Table::Table(Part &part, const Context &context, std::vector<Column> columns, Style style)
    : m_part(part)
    , m_context(context)
    , m_columns(std::move(columns))
    , m_style(std::move(style))
{
    addHead(m_style.spaceBefore);
}

void Table::addHead(double spaceBefore)
{
    Block head;
    head.group = pdf::Role::TR;
    head.table = m_tags;
    head.isTableHead = true;
    head.box.spaceBefore = spaceBefore;
    head.box.keepWithNext = true;
    std::vector<pdf::TextBlock> texts;
    double height = 0;
    for (const Column &column : m_columns) {
        const pdf::Align align = column.align == pdf::Align::End ? m_context.columnEnd() : column.align;
        texts.push_back(m_context.text(column.head, sheet::note(), column.width, sheet::noteLine, align));
        height = std::max(height, texts.back().height());
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const double y = height - texts[i].height();
        head.add(pdf::Role::TH, m_columns[i].x, y, std::move(texts[i]), {.scope = pdf::Scope::Column});
    }
    const double to = m_columns.back().x + m_columns.back().width;
    head.rules.push_back({height + 3.5, sheet::strong(), m_columns.front().x, to});
    head.box.height = height + 4.5;
    m_head = m_part.add(std::move(head));
}

pdf::TextBlock Table::cell(std::size_t column, const QString &text, bool bold) const
{
    pdf::TextStyle style = m_style.text;
    style.bold = bold;
    style.tabular = m_columns[column].align == pdf::Align::End;
    return m_context.text(text, style, m_columns[column].width, m_style.leading, m_columns[column].align);
}

Block &Table::row(std::vector<pdf::TextBlock> texts, const QString &destination)
{
    Block block;
    block.group = pdf::Role::TR;
    block.table = m_tags;
    block.destination = destination;
    block.box.head = m_head;
    block.box.wholeIfPossible = true;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool isHead = i == 0 && m_style.rowsHaveHeads;
        block.add(isHead ? pdf::Role::TH : pdf::Role::TD, m_columns[i].x, m_style.padding, std::move(texts[i]),
                  {.scope = isHead ? pdf::Scope::Row : pdf::Scope::None});
    }
    block.reach(block.box.height + m_style.padding);
    block.cutBelow(m_style.padding);
    const double to = m_columns.back().x + m_columns.back().width;
    block.rules.push_back({block.box.height, m_style.rule, m_columns.front().x, to});
    return m_part.blocks[static_cast<std::size_t>(m_part.add(std::move(block)))];
}

Block &Table::row(const QStringList &texts, bool bold)
{
    std::vector<pdf::TextBlock> cells;
    for (qsizetype i = 0; i < texts.size(); ++i)
        cells.push_back(cell(static_cast<std::size_t>(i), texts[i], bold));
    return row(std::move(cells));
}

} // namespace adit::report
