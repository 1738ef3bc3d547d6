// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

#include <functional>

namespace adit {

/// What a surveillance or a renewal takes over from the audit before it (process.md, Next steps): the ratings as
/// previous ratings beside the new ones, what is not relevant, the words about the site, and the nonconformities that
/// are still open with their corrective actions. A surveillance, whose ratings they stay, takes over what the result
/// rests on besides: what was put off and left out, and the plan. Made against the new case; requirements that its
/// standard does not have are left behind. `newEntity` and `newId` are the new case's.
Result<Edit> takeOver(const CaseView &view, const CaseView &previous,
                      const std::function<EntityRef(EntityKind)> &newEntity, const std::function<EntityId()> &newId);

} // namespace adit
