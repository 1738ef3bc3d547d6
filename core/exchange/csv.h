// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet.h"

namespace adit {

/// Reads CSV: UTF-8 with or without byte order mark; `,` `;` or tab, whichever the header has most of outside quotes,
/// or the one named by a spreadsheet's "sep=;" line; RFC 4180 quoting; lines end with CRLF, LF or CR. One leading
/// apostrophe that csvBytes() would have set is taken off. Errors as of readSheet(); SheetEncoding names the row of the
/// first byte that is not UTF-8, and an open quote is reported at the row where it begins. Rows that are too wide, hold
/// too long a cell or a NUL are problems of the sheet.
Result<Sheet> readCsv(const QByteArray &data, const QString &file);

struct CsvOptions
{
    /// `,` `;` or tab.
    QChar separator = QLatin1Char(',');
    /// Without it some spreadsheets take UTF-8 for their local encoding and spoil every accent.
    bool byteOrderMark = true;
};

/// Writes CSV with CRLF. Cells that a spreadsheet would run as a formula (they begin with = + - @, tab or carriage
/// return) get a leading apostrophe; so do cells that look escaped already, hence readCsv() gives back every text as it
/// was. Errors: TextUnclean, SheetColumns (checkWritable()).
Result<QByteArray> csvBytes(const Sheet &sheet, const CsvOptions &options = {});

} // namespace adit
