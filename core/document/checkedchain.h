// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/incoming.h"
#include "core/storage/mergetables.h"

#include <functional>
#include <vector>

namespace adit {

/// The operations of a chain from `after` to `end`, all of them checked: some thousands while the next ones are read,
/// for each takes about as long. `report` is told of every some thousands, and stops it with an error. Errors of both,
/// and as IncomingCheck::check().
Result<std::vector<Operation>> checkedChain(MergeTables &from, IncomingCheck &check, const ReplicaId &replica,
                                            quint64 after, quint64 end,
                                            const std::function<Result<>(std::size_t)> &report);

} // namespace adit
