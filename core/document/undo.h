// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <optional>
#include <vector>

namespace adit {

class JournalTables;

// Undo and redo live in the journal: an undo is an edit of its own that names the edit it takes back and sets the
// values from before it. So the order of undos survives a restart and a merge. An undo takes back the latest edit that
// still stands; a redo takes back the latest undo that still stands and that no new edit has come after.

Result<std::optional<HistoryEntry>> latestToUndo(JournalTables &journal);
Result<std::optional<HistoryEntry>> latestToRedo(JournalTables &journal);

/// The edit that sets every field `target` touched to what it was before. For an undo, `target` is the edit; for a redo
/// it is the undo.
Result<Edit> inverseOf(JournalTables &journal, const Assessment &assessment, const HistoryEntry &target, Verb verb);

Result<std::vector<HistoryEntry>> historyOf(JournalTables &journal, int limit);
Result<std::vector<LogEntry>> logOf(JournalTables &journal, const std::optional<RequirementCode> &requirement,
                                    const std::optional<Instant> &since);

} // namespace adit
