// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet.h"
#include "core/exchange/xlsxpackage.h"

#include <QList>
#include <QStringList>
#include <memory>

namespace adit {

/// What the cells of a worksheet refer to in the rest of the workbook.
struct WorksheetContext
{
    bool is1904 = false;
    /// By number of the cell style.
    QList<bool> isDateStyle = {};
    QStringList strings = {};
};

/// Reads the part of one worksheet. Errors SheetUnreadable and SheetTooLarge: the subject is "row 7" where a row is to
/// blame, else empty.
Result<Sheet> readWorksheet(std::unique_ptr<PackagePart> part, const WorksheetContext &context);

} // namespace adit
