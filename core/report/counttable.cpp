// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/counttable.h"

#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

constexpr double rowPadding = 0.4;

double numberLeft(const CountTable &table, std::size_t column)
{
    const auto after = static_cast<double>(table.heads.size() - 1) - static_cast<double>(column);
    return table.x + table.width - after * table.numberWidth;
}

double nameWidth(const CountTable &table)
{
    return table.width - static_cast<double>(table.heads.size() - 1) * table.numberWidth - 4;
}

Cell headRow(const Context &context, const CountTable &table, double y, double &bottom)
{
    Cell row{.role = pdf::Role::TR};
    std::vector<pdf::TextBlock> texts;
    double height = 0;
    for (qsizetype i = 0; i < table.heads.size(); ++i) {
        texts.push_back(context.text(table.heads[i], sheet::note(), i == 0 ? nameWidth(table) : table.numberWidth,
                                     sheet::noteLine, i == 0 ? pdf::Align::Start : context.columnEnd()));
        height = std::max(height, texts.back().height());
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Cell head{.role = pdf::Role::TH, .attributes = {.scope = pdf::Scope::Column}};
        const double top = y + height - texts[i].height();
        head.texts.push_back({i == 0 ? table.x : numberLeft(table, i - 1), top, std::move(texts[i])});
        row.children.push_back(std::move(head));
    }
    bottom = y + height + 3.5;
    return row;
}

Cell countRow(const Context &context, const CountTable &table, const CountRow &count, double y, double &bottom)
{
    Cell row{.role = pdf::Role::TR};
    Cell name{.role = pdf::Role::TH, .attributes = {.scope = pdf::Scope::Row}};
    name.texts.push_back(
        {table.x, y + rowPadding,
         context.text(count.name, count.isTotal ? sheet::bold() : sheet::sans(), nameWidth(table), sheet::line)});
    bottom = y + name.texts.back().block.height() + 2 * rowPadding;
    row.children.push_back(std::move(name));
    for (std::size_t i = 0; i < count.values.size(); ++i) {
        const CountValue &value = count.values[i];
        const bool isBold = value.isBold || (count.isTotal && !value.isQuiet);
        const pdf::TextStyle style = value.isQuiet ? sheet::sans(8.5, sheet::secondary)
                                     : isBold      ? sheet::bold()
                                                   : sheet::sans();
        Cell number{.role = pdf::Role::TD};
        number.texts.push_back(
            {numberLeft(table, i), y + rowPadding,
             context.text(value.text, sheet::figures(style), table.numberWidth, sheet::line, pdf::Align::End)});
        bottom = std::max(bottom, y + number.texts.back().block.height() + 2 * rowPadding);
        row.children.push_back(std::move(number));
    }
    return row;
}

} // namespace

double addCountTable(Block &block, const Context &context, const CountTable &table, double y)
{
    Cell cell{.role = pdf::Role::Table};
    const double right = table.x + table.width;
    cell.children.push_back(headRow(context, table, y, y));
    block.rules.push_back({y, sheet::strong(), table.x, right});
    y += 1;
    for (const CountRow &row : table.rows) {
        cell.children.push_back(countRow(context, table, row, y, y));
        if (&row != &table.rows.back())
            block.rules.push_back({y, sheet::row(), table.x, right});
    }
    block.cells.push_back(std::move(cell));
    block.reach(y);
    return y;
}

double addTableHeading(Block &block, const Context &context, const QString &text, double x, double width, double y)
{
    return block.add(pdf::Role::H3, x, y, context.text(text, sheet::bold(), width, sheet::line)) + 2;
}

double addTableNote(Block &block, const Context &context, const QString &text, double x, double width, double y)
{
    return block.add(pdf::Role::P, x, y + 3, context.text(text, sheet::note(), width, sheet::noteLine));
}

} // namespace adit::report
