// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"

#include <map>
#include <set>
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

/// What begins the labels of things made in a copy: one of 17 576 numbers, each of three letters. Two copies that do
/// not know of each other cannot agree on shorter ones.
int lettersOf(const ReplicaId &replica);

/// Labels given in a tail, with those that they get when it moves.
using Relabelling = std::map<QString, QString>;
/// Two tails number what they make alike, so what is made in the one that moves gets the letters of its new name and
/// keeps its number. `letters`: those of the labels that the replica gave; `older`: things it had made before.
Relabelling relabellingOf(const std::vector<Operation> &tail, int letters, const std::set<EntityId> &older);

/// Whether the value of an operation is a label, or ends in one behind a slash ("nonconformity/NC-A01"): what is
/// withheld of a thing has to stay withheld under its other label.
bool namesThing(const Operation &operation);

/// A tail of a chain (all operations after `common`) as a chain of its own: numbered from 1 and hashed anew; values,
/// salts, clocks and words stay. What refers to the tail from within it follows, by number or by label.
std::vector<Operation> rehomed(const AssessmentId &assessment, std::vector<Operation> tail,
                               const Relabelling &labels = {});

} // namespace adit
