// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace adit {

/// A date as it may be meant by a cell: without year where the text shows none.
struct CellDate
{
    std::optional<int> year;
    int month = 1;
    int day = 1;

    friend bool operator==(const CellDate &, const CellDate &) = default;
};

/// The number of a month's name or abbreviation in English, Spanish, French, Portuguese or German; nothing for other
/// words.
std::optional<int> monthNumber(const QString &word);

/// "1.2.3" → "1" "2" "3"; "2-Jan-03" → "2" "Jan" "03"; "1Feb" → "1" "Feb".
QStringList dateWords(const QString &text);

/// Every date that a text may show: "01.02.2003" is two, "Feb 1" a day or a year. None for texts that spreadsheets do
/// not show for a date, such as "1.2.3" without leading zeros or a year of four digits.
QList<CellDate> datesShown(const QString &text);

/// Every sequence of numbers that, typed with dots or the like between, a spreadsheet may turn into the date:
/// 2003-02-01 has come from 1.2.3, 2.1.3, 3.2.1 or from 2.3; 2026-02-01 also from 1.2 or 2.1, completed by the year of
/// typing.
QList<QList<int>> typedParts(const CellDate &date);

} // namespace adit
