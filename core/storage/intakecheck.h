// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace adit {

class CaseStore;
struct Intake;

/// Whether what was read of another copy still goes on from what is here: since then this file may have been edited, or
/// an earlier merge taken out of it. Error OperationRefused: detail says where, by the rule ReadCopyAgain.
Result<> checkGoesOn(CaseStore &store, const Intake &intake);

} // namespace adit
