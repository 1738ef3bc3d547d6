// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/exchange/idcell.h"

#include <QString>

namespace adit {

/// What stood in a cell and what was expected there, for the list of bad rows.
struct RowWords
{
    QString found;
    QString expected;
};

/// What stood in a cell, in quotes and short enough for a line.
QString quoted(const QString &typed);
RowWords wordsForId(const UnresolvedId &problem, const QString &typed);
/// Of an error whose subject is "field: value".
RowWords wordsForValue(const Error &error);

} // namespace adit
