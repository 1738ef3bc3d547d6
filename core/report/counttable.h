// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

#include <vector>

/// A small table of words and numbers inside a block, so that two or three stand side by side.
namespace adit::report {

struct CountValue
{
    QString text = {};
    bool isBold = false;
    bool isQuiet = false; ///< words in the place of a number

    static CountValue quiet(const QString &text) { return {.text = text, .isQuiet = true}; }
};

struct CountRow
{
    QString name = {};
    std::vector<CountValue> values = {};
    bool isTotal = false;
};

/// Heads are one more than the values of a row.
struct CountTable
{
    double x = 0;
    double width = 0;
    double numberWidth = 0; ///< of each column but the first
    QStringList heads = {};
    std::vector<CountRow> rows = {};
};

/// Two side by side, with a gap of 8 mm (typographic sheet, Grid).
inline constexpr double halfTable = pdf::points(79);
inline constexpr double halfTableStep = pdf::points(87);

/// Returns where it ends.
double addCountTable(Block &block, const Context &context, const CountTable &table, double y);
/// A heading above a table.
double addTableHeading(Block &block, const Context &context, const QString &text, double x, double width, double y);
/// Words below one.
double addTableNote(Block &block, const Context &context, const QString &text, double x, double width, double y);

} // namespace adit::report
