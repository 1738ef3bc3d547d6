// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/paper.h"
#include "core/pdf/direction.h"
#include "core/report/book.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <QDateTime>
#include <QTimeZone>

namespace adit {

namespace {

using namespace report;

/// Sizes of a paper's type, in points.
struct Setting
{
    double text = 10;
    double leading = 14;
    double label = 8.5;
    double gap = 6;   ///< above and below the rule between sections
    double blank = 0; ///< height of a line to write on
};

constexpr Setting working{.text = 10, .leading = 14, .label = 8.5, .gap = 6, .blank = 22};
/// A notice is read from a wall: the largest that fits one page, else the first that fits two.
constexpr Setting notices[] = {
    {.text = 14, .leading = 20, .label = 11, .gap = 8, .blank = 30},
    {.text = 13, .leading = 18.5, .label = 10.5, .gap = 7.5, .blank = 28},
    {.text = 12.5, .leading = 18, .label = 10.5, .gap = 7, .blank = 26},
    {.text = 12, .leading = 17, .label = 10, .gap = 6, .blank = 25},
    {.text = 11.5, .leading = 16, .label = 9.5, .gap = 5.5, .blank = 24},
    {.text = 11, .leading = 15, .label = 9.5, .gap = 4.5, .blank = 22},
};

pdf::TextBlock titleBlock(const Context &context, const QString &title)
{
    struct Size
    {
        double size, leading;
        int lines;
    };
    for (const Size &size : {Size{26, 33, 2}, Size{20, 26, 3}, Size{14, 19, 5}}) {
        pdf::TextBlock block = context.heading(title, sheet::serif(size.size), sheet::width, size.leading);
        if (block.lineCount() <= size.lines)
            return block;
    }
    return context.fitted(title, sheet::serif(11), sheet::width, 15, 12);
}

Block headBlock(const Context &context, const Paper &paper, const Setting &setting)
{
    Block block;
    pdf::TextStyle kind = sheet::bold(setting.label);
    double y = 0;
    if (!paper.strip.isEmpty()) {
        pdf::TextStyle strip = sheet::bold(setting.label);
        strip.ground = pdf::Color{0xececec};
        const QString space(QChar(0x2002));
        y = block.add(pdf::Role::P, sheet::left, 0,
                      context.text(space + paper.strip + space, strip, sheet::width, setting.label + 6)) +
            7;
    }
    y = block.add(pdf::Role::P, sheet::left, y, context.text(paper.kind, kind, sheet::width, setting.label + 4)) + 3;
    y = block.add(pdf::Role::H1, sheet::left, y, titleBlock(context, paper.title));
    if (!paper.lead.isEmpty())
        y = block.add(pdf::Role::P, sheet::left, y + 5,
                      context.text(paper.lead, sheet::serif(setting.text + (paper.isNotice ? 1 : 0)), sheet::width,
                                   setting.leading + (paper.isNotice ? 1.5 : 0)));
    block.reach(y + setting.gap);
    block.box.keepWithNext = true;
    return block;
}

/// Lines to write on, from the end of the text down.
double addBlanks(Block &block, const Setting &setting, int lines, double y)
{
    for (int i = 0; i < lines; ++i) {
        y += setting.blank;
        block.rules.push_back({y - 4, sheet::section(), sheet::textLeft, sheet::right});
    }
    block.reach(y);
    return y;
}

pdf::TextBlock sideLabel(const Context &context, const QString &label, const Setting &setting)
{
    return context.text(label, sheet::bold(setting.label), sheet::labelWidth, setting.leading);
}

Block factBlock(const Context &context, const PaperPiece &piece, const Setting &setting)
{
    Block block;
    block.rules.push_back({0, sheet::row(), sheet::left, sheet::right});
    const double top = 2.5;
    Cell cell{.role = pdf::Role::P};
    cell.texts.push_back({sheet::left, top, sideLabel(context, piece.label, setting)});
    if (piece.blankLines == 0)
        cell.texts.push_back(
            {sheet::textLeft, top,
             context.text(piece.paragraphs.value(0), sheet::serif(setting.text), sheet::textWidth, setting.leading)});
    for (const Text &text : cell.texts)
        block.reach(text.y + text.block.height());
    block.cells.push_back(std::move(cell));
    block.cutBelow(0);
    block.reach(block.box.height + 2.5);
    if (piece.blankLines > 0)
        addBlanks(block, setting, 1, 0);
    return block;
}

/// The heading and what stands beside it. Whole where it can be; long ones go on on the next page.
void addSection(Part &part, const Context &context, const PaperPiece &piece, const Setting &setting)
{
    const pdf::TextStyle style = sheet::serif(setting.text);
    Block block;
    block.rules.push_back({0, sheet::section(), sheet::left, sheet::right});
    double y = setting.gap;
    const double labelEnd = block.add(pdf::Role::H2, sheet::left, y, sideLabel(context, piece.label, setting));
    if (piece.isList) {
        std::vector<pdf::Paragraph> items;
        for (const QString &item : piece.paragraphs) {
            items.push_back(context.paragraph(sheet::textWidth - listIndent(setting.label), setting.leading));
            items.back().add(pdf::isolated(context.words.held(item)), style);
        }
        y = addList(block, context, items, sheet::textLeft, y, setting.label);
    } else {
        for (qsizetype i = 0; i < piece.paragraphs.size(); ++i) {
            y += i > 0 ? setting.gap / 2 : 0;
            y = block.add(pdf::Role::P, sheet::textLeft, y,
                          context.text(piece.paragraphs[i], style, sheet::textWidth, setting.leading));
        }
    }
    block.box.wholeIfPossible = true;
    block.cutBelow(labelEnd, piece.isList ? 1 : 3);
    addBlanks(block, setting, piece.blankLines, y);
    block.reach(block.box.height + setting.gap);
    part.add(std::move(block));
}

void addTable(Part &part, const Context &context, const PaperPiece &piece)
{
    Block head;
    head.box.spaceBefore = 10;
    head.add(pdf::Role::H2, sheet::left, 0, context.text(piece.label, sheet::bold(10), sheet::width, 14));
    head.box.keepWithNext = true;
    part.add(std::move(head));
    constexpr double gap = 8;
    if (!piece.rows.empty()) {
        std::vector<Table::Column> columns;
        double x = sheet::left;
        for (std::size_t i = 0; i < piece.shares.size(); ++i) {
            const double width = piece.shares[i] * sheet::width;
            const bool isLast = i + 1 == piece.shares.size();
            columns.push_back({piece.heads[static_cast<qsizetype>(i)], x, width - (isLast ? 0 : gap)});
            x += width;
        }
        Table table(part, context, std::move(columns),
                    {.text = sheet::sans(8.5), .leading = 12, .padding = 3, .rule = sheet::row(), .spaceBefore = 4});
        for (const QStringList &row : piece.rows)
            table.row(row);
    }
    for (const QString &paragraph : piece.paragraphs) {
        Block block;
        block.box.spaceBefore = 4;
        block.add(pdf::Role::P, sheet::left, 0, context.text(paragraph, sheet::serif(), sheet::width, 14));
        block.cutBelow(0);
        part.add(std::move(block));
    }
    Block after;
    after.box.height = 8;
    part.add(std::move(after));
}

void addPiece(Part &part, const Context &context, const PaperPiece &piece, const Setting &setting)
{
    switch (piece.kind) {
    case PaperPiece::Kind::Fact:
        part.add(factBlock(context, piece, setting));
        return;
    case PaperPiece::Kind::Section:
        return addSection(part, context, piece, setting);
    case PaperPiece::Kind::Table:
        return addTable(part, context, piece);
    case PaperPiece::Kind::Note:
        return addNote(part, context, piece.paragraphs.value(0), sheet::left, sheet::width);
    }
}

Part partOf(const Context &context, const Paper &paper, const Setting &setting)
{
    Part part{.destination = QStringLiteral("paper"), .title = paper.kind, .isPageOne = true};
    part.rules.first = sheet::pageOne;
    part.add(headBlock(context, paper, setting));
    for (const PaperPiece &piece : paper.pieces)
        addPiece(part, context, piece, setting);
    return part;
}

Part setPaper(const Context &context, const Paper &paper)
{
    if (!paper.isNotice)
        return partOf(context, paper, working);
    for (const int pages : {1, 2})
        for (const Setting &setting : notices) {
            Part part = partOf(context, paper, setting);
            if (Book::pagesOf(part).value_or(pages + 1) <= pages)
                return part;
        }
    return partOf(context, paper, std::end(notices)[-1]);
}

pdf::DocumentInfo infoOf(const Paper &paper)
{
    const QDateTime day(paper.day, QTime(0, 0), QTimeZone::utc());
    return {.title = paper.documentTitle,
            .language = paper.language,
            .created = Instant{day.toMSecsSinceEpoch()},
            .author = paper.author,
            .subject = paper.subject,
            .namesProgram = !paper.isAnonymous};
}

} // namespace

Result<QByteArray> paperPdf(const Paper &paper, const PublicAssessment &around, pdf::Typesetter &typesetter,
                            const std::function<bool(double)> &progress)
{
    ADIT_TRY_ASSIGN(const Words words, Words::in(paper.language, paper.table));
    const Marks marks(around.standard, paper.language, {}, {});
    const Context context{around, words, marks, typesetter, false, false};
    QStringList identity{paper.kind};
    for (const QString &part : {paper.footer, paper.strip})
        if (!part.isEmpty() && !identity.contains(part))
            identity.append(part);
    const QString foot = identity.join(QStringLiteral(" · "));
    Book book(context, {paper.title, {}, foot, foot}, 1);
    book.add(setPaper(context, paper));
    return book.write(infoOf(paper), progress);
}

} // namespace adit
