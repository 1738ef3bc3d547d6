// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/historyfilter.h"

#include <QByteArray>
#include <vector>

namespace adit {

/// Rows of the journal as SQL names them, with what is bound to it: ?1 and on.
struct JournalQuery
{
    QByteArray condition;
    std::vector<QString> parameters = {};
};

/// The operations that a filter asks for; a condition on table op, which SQLite answers without reading values.
JournalQuery operationsWanted(const HistoryFilter &filter);
/// The edits with at least one such operation; a condition on table edit.
JournalQuery editsWanted(const HistoryFilter &filter);

} // namespace adit
