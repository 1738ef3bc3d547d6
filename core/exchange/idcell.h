// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace adit {

/// Why the cell of an id column gave no id.
enum class IdProblem {
    Unknown,
    TurnedIntoDate,  ///< the spreadsheet took an id such as 1.2.3 for a date
    TurnedIntoNumber ///< the spreadsheet took an id such as 1.10 for a number, 1.1
};

struct UnresolvedId
{
    IdProblem problem;
    /// The known ids that may have been typed; none or several. In the order of the known ids.
    QStringList candidates;

    friend bool operator==(const UnresolvedId &, const UnresolvedId &) = default;
};

/// Finds out which id was typed into a cell. Spreadsheets turn ids into dates and numbers; that is undone where exactly
/// one known id can have become the cell, whatever order of day, month and year the spreadsheet used. Otherwise the
/// candidates are told, and nothing is guessed.
class IdResolver
{
public:
    explicit IdResolver(const QStringList &known);

    tl::expected<QString, UnresolvedId> resolve(const SheetCell &cell) const;

private:
    tl::expected<QString, UnresolvedId> decide(const QSet<int> &candidates, IdProblem problem) const;
    QSet<int> idsOfNumber(const QString &text) const;
    QSet<int> idsOfDate(const QString &isoDate) const;
    QSet<int> idsOfDateText(const QString &text) const;

    QStringList m_known;
    QSet<QString> m_ids;
    /// Places in m_known, by the number the id reads as ("1.10" → "1.1").
    QMultiHash<QString, int> m_byNumber;
    /// Places in m_known, by the parts of ids that are made of numbers and names of months.
    QMultiHash<QList<int>, int> m_byParts;
};

} // namespace adit
