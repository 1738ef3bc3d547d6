// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QString>
#include <optional>

namespace adit {

/// Who did what sort of work, by the journal: what a statement of independence is drawn from. A copy that was made for
/// a role is not told all of it.
struct WorkDone
{
    std::optional<QString> actor; ///< as the journal names them: "R. Salas (7K3F-9QZM)"; nothing where that is withheld
    std::optional<EntityKind> kind; ///< of what was changed; nothing where that is withheld
    qint64 changes = 0;
};

} // namespace adit
