// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <vector>

namespace adit {

/// Whether the journal still holds what was signed at each hand-over, those that the case records and the one that this
/// copy came by: somebody could otherwise write an own chain anew (store.md, Journal and merge).
Result<std::vector<VerifyReport::Problem>> checkSignedHeads(CaseStore &store, const Assessment &assessment);

} // namespace adit
