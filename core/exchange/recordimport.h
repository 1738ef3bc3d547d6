// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/recordrules.h"
#include "core/exchange/recordsheet.h"
#include "core/exchange/sheet.h"

namespace adit {

/// A sheet of records, read against a case: one edit, and what a person wants to know before it is carried out.
struct RecordImport
{
    Edit edit;
    int rows = 0;    ///< that say something
    int changed = 0; ///< fields that will have another value
    QStringList unknownColumns;
};

/// Columns and rules of cli.md, Sheets: an empty cell leaves a field as it is, "-" clears it, several values stand
/// between "|". Either every row is good, or Error SheetRows lists all that are not and nothing is imported.
Result<RecordImport> readRecords(const CaseView &view, const Sheet &sheet, const QString &file,
                                 const RecordSheet &shape, const RecordSources &sources);

/// All records of a list as a sheet, in the order of their labels. Names of people stay out, unless they are opened.
Sheet recordsSheet(const Assessment &assessment, const RecordSheet &shape, const Reveal &reveal = {});

} // namespace adit
