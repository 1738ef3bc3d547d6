// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/edits/edit.h"
#include "core/journal/operation.h"

#include <QString>
#include <optional>

namespace adit {

/// One operation as the log shows it.
struct LogEntry
{
    Version version;
    Instant time;
    QString actor;
    EntityRef entity;
    QString field;
    Audience audience;
    std::optional<QString>
        before; ///< of the values it replaced, the one that was shown; never of the identity audience
    std::optional<QString> after;
    Verb verb;
    bool undone = false;
    bool withheld = false; ///< what it changed is not in this copy
};

} // namespace adit
