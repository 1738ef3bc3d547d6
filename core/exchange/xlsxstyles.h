// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace adit {

/// True for a number format that shows a date, such as "dd/mm/yyyy" or "[$-409]d-mmm;@"; false for times alone
/// ("h:mm"), numbers and text. The codes are English in every file, whatever the language of the program.
bool showsDate(const QString &formatCode);
/// The same for a format known by number only (ECMA-376 part 1, 18.8.30, with those of East Asian languages).
bool showsDate(int builtinFormat);

/// The day of a serial number; nothing outside 1900 to 9999. Days before 1900-03-01 count as spreadsheets do, to whom
/// 1900 was a leap year; their 29 February is nothing.
std::optional<QDate> dateFromSerial(double serial, bool is1904);

/// "1.2" for 1.2, 1.2000000000000002 and 1.20: the 15 digits that spreadsheets show.
QString numberText(double number);

} // namespace adit
