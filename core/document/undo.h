// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <optional>
#include <vector>

namespace adit {

class CaseStore;

// Undo and redo live in the journal: an undo is an edit of its own that names the edit it takes back and sets the
// values from before it. So the order of undos survives a restart. An undo takes back the latest edit made in this file
// that still stands; a redo takes back the latest undo that still stands and that nothing new has come after. What
// other people did is not for undo to take back one by one: a merge counts as one thing, and goes as it came.

Result<std::optional<HistoryEntry>> latestToUndo(CaseStore &store);
Result<std::optional<HistoryEntry>> latestToRedo(CaseStore &store);

/// The edit that sets every field `target` touched to what it was before. For an undo, `target` is the edit; for a redo
/// it is the undo.
Result<Edit> inverseOf(CaseStore &store, const Assessment &assessment, const HistoryEntry &target, Verb verb);

} // namespace adit
