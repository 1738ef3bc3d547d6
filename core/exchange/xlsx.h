// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet.h"

namespace adit {

/// Reads one sheet of an xlsx workbook (ECMA-376, transitional or strict). Texts as they are, rich text without its
/// looks; numbers by their shortest text; cells formatted as dates as ISO dates, in both date systems; formulas by the
/// value they last had. Hidden rows and columns are read, merged cells are their first cell. `sheetName` as of
/// readSheet(). Errors as of readSheet(); damaged, encrypted and boobytrapped archives are SheetUnreadable or
/// SheetTooLarge.
Result<Sheet> readXlsx(const QByteArray &data, const QString &file, const QString &sheetName);

Result<QStringList> xlsxSheetNames(const QByteArray &data, const QString &file);

/// Writes a workbook: bold header that stays in view, widths by content, texts as text cells whatever they look like,
/// numbers and dates by their kind. The same sheets and time give the same bytes.
/// Errors: TextUnclean, SheetColumns (checkWritable()); SheetTooLarge above 32 767 characters in a cell, the most xlsx
/// can hold; SheetUnreadable for a sheet name that spreadsheets refuse (empty, repeated, above 31 characters, one of
/// []:*?/\); StorageFailed if the temporary folder cannot be written.
Result<QByteArray> xlsxBytes(const QList<Sheet> &sheets, Instant written);

} // namespace adit
