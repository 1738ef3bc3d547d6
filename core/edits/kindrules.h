// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

namespace adit {

/// The rules of the field for one kind of thing, beyond what fields and links say: states follow each other and bring
/// what they need, nobody judges their own work (assurance.md). Errors as checkRecord().
Result<> checkKindRules(const CaseView &view, const Record &record);

} // namespace adit
