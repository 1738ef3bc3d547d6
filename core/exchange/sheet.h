// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace adit {

/// What the spreadsheet took a cell for. A CSV file knows text only.
enum class CellKind {
    Text,
    Number,  ///< text is the number as the spreadsheet shows it, up to 15 digits: "1.2", "-0.5"
    Date,    ///< text is YYYY-MM-DD; a time of day is left out
    Failure, ///< a formula without a value: text is its error ("#REF!") or "=" where it was never calculated
};

struct SheetCell
{
    QString text;
    CellKind kind = CellKind::Text;

    friend bool operator==(const SheetCell &, const SheetCell &) = default;
};

struct SheetRow
{
    /// As the spreadsheet numbers it, from 1. In a CSV file a line break inside quotes does not count.
    int number = 0;
    /// Without the empty cells at the end.
    QList<SheetCell> cells;

    /// Empty where the row has no such cell.
    SheetCell cell(int column) const { return cells.value(column); }

    friend bool operator==(const SheetRow &, const SheetRow &) = default;
};

/// One thing wrong with one row. An import collects them all before it refuses, those of reading and those of meaning.
struct RowProblem
{
    int row = 0;
    QString column; ///< its name; may be empty
    QString found;
    QString expected;

    friend bool operator==(const RowProblem &, const RowProblem &) = default;
};

/// A table as read from a CSV or xlsx file, before anybody knows what it means. The header is the first row that is not
/// blank; blank rows are left out. Columns without a name have an empty header cell. Plain data: who imports it matches
/// its columns (sheetcolumns.h) and resolves its ids (idcell.h).
struct Sheet
{
    /// Name of the xlsx sheet; empty for CSV.
    QString name;
    /// What separated the cells of a CSV file; null for xlsx.
    QChar separator;
    QStringList header;
    QList<SheetRow> rows;
    /// Rows that could not be read as they stand; whoever imports the sheet must refuse it if there are any
    /// (rowsError()). They are not kept from being read so that every bad row is told of at once.
    QList<RowProblem> problems = {};

    friend bool operator==(const Sheet &, const Sheet &) = default;
};

/// What a sheet may hold at most; above it the reader stops with SheetTooLarge. Below the header, a row with too many
/// columns or too long a cell is a problem of that row.
namespace sheetlimits {
inline constexpr qint64 fileBytes = 64 * 1024 * 1024;
inline constexpr int rows = 100'000;
inline constexpr int columns = 200;
inline constexpr qint64 cells = 5'000'000;
inline constexpr qsizetype cellCharacters = 100'000;
} // namespace sheetlimits

/// Reads a CSV or xlsx file; the content decides which, not the ending. `sheetName` chooses an xlsx sheet (any case);
/// empty is the first visible one.
/// Errors: FileMissing, StorageFailed; SheetUnreadable, SheetEncoding and SheetTooLarge, whose subject is the path,
/// followed by the row where one is to blame (sheetPlace()), and whose detail is what was expected.
Result<Sheet> readSheet(const QString &path, const QString &sheetName = {});
/// The same from memory. `file` is what errors call it.
Result<Sheet> readSheetData(const QByteArray &data, const QString &file, const QString &sheetName = {});

/// Names of the visible sheets of an xlsx file in their order; none for a CSV file.
Result<QStringList> sheetNames(const QString &path);

enum class IfExists {
    Refuse,  ///< FileExists
    Replace, ///< the person was asked already
};
/// Writes a file, whole or not at all: xlsx if the path ends so, else CSV with comma. Cells of kind Text stay text, so
/// that ids are not turned into dates. `written` is the time recorded in an xlsx file. Errors: FileExists,
/// StorageFailed; those of csvBytes() and xlsxBytes().
Result<> writeSheet(const QString &path, const Sheet &sheet, Instant written, IfExists ifExists = IfExists::Refuse);

/// The parts of a cell that holds several values: separated by `|`, and by `;` unless that separates the cells.
/// Trimmed, without empty ones.
QStringList splitValues(const QString &text, QChar separator);

/// "ratings.csv, row 7": the subject of an error that a row is to blame for.
QString sheetPlace(const QString &file, int row);
/// "A" for 0, "AB" for 27: how spreadsheets name columns.
QString columnLetters(int column);

/// For the readers: the problem of a row that is wider than `most` or has a longer cell than fits.
RowProblem tooWide(int row, qsizetype most);
RowProblem tooLong(int row, const QString &column);

/// For the readers: drops empty cells at the ends of rows and of the header, and blank rows.
void tidySheet(Sheet &sheet);
/// For the writers: TextUnclean (subject: sheet row and column) where a text cannot be written without loss,
/// SheetColumns where a row has more cells than the header.
Result<> checkWritable(const Sheet &sheet);

} // namespace adit
