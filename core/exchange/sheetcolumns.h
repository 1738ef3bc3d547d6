// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace adit {

/// Where the columns an import knows stand in a sheet. Columns may come in any order; those it does not know are named,
/// so that the person learns that they were not read.
class SheetColumns
{
public:
    /// Header names are compared without regard to case and blanks around; a blank or hyphen inside counts as "_".
    /// Error SheetColumns: subject is the file, detail lists the required columns missing and the known ones repeated.
    static Result<SheetColumns> match(const Sheet &sheet, const QString &file, const QStringList &known,
                                      const QStringList &required);

    bool contains(const QString &column) const { return m_places.contains(column); }
    /// Empty where the sheet or the row has no such cell.
    SheetCell cell(const SheetRow &row, const QString &column) const;
    /// As written in the header; "column F" for cells under no name.
    const QStringList &unknown() const { return m_unknown; }
    /// Known columns present, and their places.
    const QHash<QString, int> &places() const { return m_places; }

private:
    QHash<QString, int> m_places;
    QStringList m_unknown;
};

/// Cells in known columns that hold a formula's error instead of a value.
QList<RowProblem> formulaFailures(const Sheet &sheet, const SheetColumns &columns);

/// SheetRows with a line "row 7, rating: …; expected …" per problem, by row: the first 200, and how many more there
/// are. Each is one line, whatever was typed into the sheet.
Error rowsError(const QString &file, QList<RowProblem> problems);

} // namespace adit
