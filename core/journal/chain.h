// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/journal/operation.h"

#include <functional>
#include <vector>

namespace adit {

/// What a replica's next operations are chained to.
struct ChainState
{
    ReplicaId replica;
    quint64 sequence; ///< of its latest operation
    Digest hash;      ///< of its latest operation, or chainStart()
};

/// Turns the changes of an edit into operations: numbered, clocked, salted, committed to and chained. `basesOf` says
/// which values each one replaces; asked for all before the first of them is stored, so that two changes of one field
/// stand beside each other.
Result<std::vector<Operation>> seal(const Edit &edit, EditContext context, ChainState state, HybridClock &clock,
                                    Instant now, Random &random,
                                    const std::function<Result<std::vector<Version>>(const Change &)> &basesOf);

} // namespace adit
