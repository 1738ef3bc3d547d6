// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/journal/incoming.h"
#include "core/journal/registers.h"
#include "core/storage/casestore.h"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace adit {

// What the journal says of a case, for people who read it: its edits, and their operations with what was there before.

HistoryEntry entryFrom(const StoredEdit &edit);
/// A merge, named by the latest edit that came in with it.
HistoryEntry entryFrom(const StoredMerge &merge, const StoredEdit &latest);

/// Follows the edits, latest first, and keeps account of which are taken back.
class UndoAccount
{
public:
    /// True if the edit just seen has been taken back by one seen before (that is, later).
    bool see(const StoredEdit &edit);

    const std::set<Version> &takenBack() const { return m_takenBack; }

private:
    std::set<Version> m_takenBack;
};

/// What an operation replaced of its own field, read from the file.
Result<std::vector<Head>> headsBefore(JournalTables &journal, const Operation &operation);

/// The edits that a filter asks for, latest first, at most `limit`. A merge stands above what came in with it, and is
/// asked for by who merged and when; for what was changed its edits are.
Result<std::vector<HistoryEntry>> historyOf(CaseStore &store, const HistoryFilter &filter, int limit);
Result<std::vector<LogEntry>> logOf(CaseStore &store, const HistoryFilter &filter);
/// The operations of one edit in the order in which they were made; none of a merge, whose edits have their own.
Result<std::vector<LogEntry>> entriesOf(CaseStore &store, const HistoryEntry &edit);

/// What the operations up to these ends of the chains add up to: see CaseDocument.
Result<Assessment> asItStood(CaseStore &store, const ChainEnds &ends);

} // namespace adit
