// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsx.h"

#include <QDate>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>

#include <xlsxwriter.h>

namespace adit {

namespace {

/// Longer texts in a cell formatted as text are shown as "####" by some spreadsheets.
constexpr qsizetype longestShownAsText = 255;
constexpr int mostCharacters = 32'767; // of the format
constexpr int textFormat = 49;         // "@": stays text when it is edited
constexpr qsizetype narrowest = 8;
constexpr qsizetype widest = 60;

struct Formats
{
    lxw_format *header;
    lxw_format *text;
    lxw_format *longText;
    lxw_format *number;
    lxw_format *date;
};

Formats addFormats(lxw_workbook *book)
{
    const auto add = [&](int builtinFormat) {
        lxw_format *format = workbook_add_format(book);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_num_format_index(format, static_cast<std::uint8_t>(builtinFormat));
        return format;
    };
    Formats formats{add(textFormat), add(textFormat), add(0), add(0), add(0)};
    format_set_num_format(formats.date, "yyyy-mm-dd");
    format_set_bold(formats.header);
    format_set_text_wrap(formats.text);
    format_set_text_wrap(formats.longText);
    return formats;
}

/// The library escapes control characters, but not texts that look like such an escape.
QString withEscapesEscaped(QString text)
{
    static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    return text.contains(QLatin1String("_x")) ? text.replace(escape, QStringLiteral("_x005F_")) : text;
}

lxw_error writeText(lxw_worksheet *page, lxw_row_t row, lxw_col_t column, const QString &text, lxw_format *format)
{
    if (text.isEmpty())
        return LXW_NO_ERROR;
    if (text.size() > mostCharacters)
        return LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED;
    return worksheet_write_string(page, row, column, withEscapesEscaped(text).toUtf8().constData(), format);
}

lxw_error writeCell(lxw_worksheet *page, lxw_row_t row, lxw_col_t column, const SheetCell &cell, const Formats &formats)
{
    bool isNumber = false;
    const double number = cell.kind == CellKind::Number ? cell.text.toDouble(&isNumber) : 0;
    if (isNumber && std::isfinite(number))
        return worksheet_write_number(page, row, column, number, formats.number);
    const auto date = cell.kind == CellKind::Date ? dateFromIso(cell.text) : std::nullopt;
    if (date) {
        lxw_datetime day{
            .year = date->year(), .month = date->month(), .day = date->day(), .hour = 0, .min = 0, .sec = 0};
        return worksheet_write_datetime(page, row, column, &day, formats.date);
    }
    lxw_format *format = cell.text.size() > longestShownAsText ? formats.longText : formats.text;
    return writeText(page, row, column, cell.text, format);
}

/// In characters, by the longest line; long texts wrap.
double columnWidth(const Sheet &sheet, int column)
{
    qsizetype width = std::max(narrowest, sheet.header[column].size());
    for (const SheetRow &row : sheet.rows)
        for (const QString &line : row.cell(column).text.split(QLatin1Char('\n')))
            width = std::max(width, line.size());
    return static_cast<double>(std::min(width, widest)) + 2;
}

Result<> writeRows(lxw_worksheet *page, const Sheet &sheet, const Formats &formats)
{
    for (int i = -1; i < sheet.rows.size(); ++i) {
        for (int column = 0; column < sheet.header.size(); ++column) {
            const auto row = static_cast<lxw_row_t>(i + 1);
            const auto place = static_cast<lxw_col_t>(column);
            const lxw_error error = i < 0 ? writeText(page, row, place, sheet.header[column], formats.header)
                                          : writeCell(page, row, place, sheet.rows[i].cell(column), formats);
            if (error != LXW_NO_ERROR)
                return Error{ErrorCode::SheetTooLarge,
                             QStringLiteral("row %1, column %2").arg(i + 2).arg(columnLetters(column)),
                             QStringLiteral("at most %1 characters in a cell of an xlsx file").arg(mostCharacters)};
        }
    }
    return {};
}

Result<> addSheet(lxw_workbook *book, const Sheet &sheet, const Formats &formats)
{
    ADIT_TRY(checkWritable(sheet));
    const QByteArray name = sheet.name.toUtf8();
    if (name.isEmpty() || workbook_validate_sheet_name(book, name.constData()) != LXW_NO_ERROR)
        return Error{ErrorCode::SheetUnreadable, sheet.name,
                     QStringLiteral("a new sheet name of 1 to 31 characters without []:*?/\\")};
    lxw_worksheet *page = workbook_add_worksheet(book, name.constData());
    for (int column = 0; column < sheet.header.size(); ++column) {
        const auto place = static_cast<lxw_col_t>(column);
        worksheet_set_column(page, place, place, columnWidth(sheet, column), nullptr);
    }
    worksheet_freeze_panes(page, 1, 0);
    return writeRows(page, sheet, formats);
}

/// The library keeps a pointer to this only for the call.
void recordTime(lxw_workbook *book, Instant written)
{
    lxw_doc_properties properties{};
    properties.created = static_cast<time_t>(written.milliseconds / 1000);
    workbook_set_properties(book, &properties);
}

} // namespace

Result<QByteArray> xlsxBytes(const QList<Sheet> &sheets, Instant written)
{
    QTemporaryFile file;
    if (!file.open())
        return Error{ErrorCode::StorageFailed, file.fileTemplate(), file.errorString()};
    const QByteArray path = QFile::encodeName(file.fileName());
    lxw_workbook *book = workbook_new(path.constData());
    recordTime(book, written);
    const Formats formats = addFormats(book);
    Result<> filled;
    for (auto sheet = sheets.begin(); sheet != sheets.end() && filled; ++sheet)
        filled = addSheet(book, *sheet, formats);
    const lxw_error closed = workbook_close(book);
    ADIT_TRY(filled);
    if (closed != LXW_NO_ERROR)
        return Error{ErrorCode::StorageFailed, file.fileName(), QString::fromUtf8(lxw_strerror(closed))};
    QFile result(file.fileName());
    if (!result.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageFailed, file.fileName(), result.errorString()};
    return result.readAll();
}

} // namespace adit
