// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QString>

namespace adit {

/// Who did what sort of work, by the journal: what a statement of independence is drawn from.
struct WorkDone
{
    QString actor;   ///< as the journal names them: "R. Salas (7K3F-9QZM)"
    EntityKind kind; ///< of what was changed
    qint64 changes = 0;
};

} // namespace adit
