// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/casestore.h"
#include "core/storage/storeproblem.h"

#include <functional>
#include <vector>

namespace adit {

/// Reads every page (even free ones, where integrity_check does not look), checks each replica's chain and commitments,
/// that replaying the journal gives the tables and `memory`, and that the standard is the one of the stored hash.
/// `standard`: as it was read when the case was opened. `progress` as in CaseDocument::verify().
Result<std::vector<StoreProblem>> verifyStore(CaseStore &store, const Standard &standard, const Assessment &memory,
                                              const std::function<bool(double)> &progress);

} // namespace adit
