// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/casestore.h"

#include <functional>
#include <vector>

namespace adit {

/// One thing that does not hold.
struct StoreProblem
{
    QString what;  ///< page, integrity, chain, commitment, clock, edit, head, table, standard
    QString where; ///< page number, operation, table and row
    QString text;
};

/// Reads every page (even free ones, where integrity_check does not look), checks each replica's chain and commitments,
/// and that replaying the journal gives the tables and `memory`. `progress` as in CaseDocument::verify().
Result<std::vector<StoreProblem>> verifyStore(CaseStore &store, const Assessment &memory,
                                              const std::function<bool(double)> &progress);

} // namespace adit
