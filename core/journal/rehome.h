// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"

#include <vector>

namespace adit {

/// Two files that went on under the name of one replica, each for itself: somebody restored a backup or a whole laptop
/// and worked on. Up to `common` their chains are one.
struct Fork
{
    ReplicaId replica;
    quint64 common;
    quint64 ours;   ///< operations of ours since
    quint64 theirs; ///< of the other file
};

/// The name under which a tail goes on: it follows from the tail's first operation, so that the same tail gets the same
/// name wherever and however often it is moved, and merging stays idempotent.
ReplicaId newHomeOf(const Operation &first);

/// A tail of a chain (all operations after `common`) as a chain of its own: numbered from 1 and hashed anew; values,
/// salts, clocks and words stay. What refers to the tail from within it follows.
std::vector<Operation> rehomed(const AssessmentId &assessment, std::vector<Operation> tail);

} // namespace adit
