// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/exchange/sheet.h"

#include <QStringList>
#include <functional>

namespace adit {

/// Whose ratings a sheet holds.
enum class RatingsOf { Auditor, Self, PreviousAudit };

/// A sheet of ratings, read against a case: one edit, and what a person wants to know before it is carried out.
struct RatingImport
{
    Edit edit;                  ///< verb Import; empty where the sheet says nothing new
    int rows = 0;               ///< rows that say something
    int changed = 0;            ///< fields that will have another value
    QStringList unknownColumns; ///< not read
};

/// Columns and rules of cli.md, Sheets. Either every row is good, or Error SheetRows lists all that are not and nothing
/// is imported. `newId` makes ids for actions. `file` is what errors call the sheet.
Result<RatingImport> readRatings(const CaseView &view, const Sheet &sheet, const QString &file, RatingsOf whose,
                                 const std::function<EntityId()> &newId);

} // namespace adit
