// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/gates.h"

#include <QString>
#include <optional>
#include <vector>

namespace adit {

/// Where what a gate misses is done.
struct Destination
{
    QString page;                        ///< "assess", "people", "step:P3"; empty: on the step's own page
    std::optional<EntityKind> list = {}; ///< of a page with several
    QString subject = {};                ///< the requirement or record to open there

    friend bool operator==(const Destination &, const Destination &) = default;
};
Destination destinationOf(const GateState &gate, const Standard &standard);

/// The lists that the gates of a step are about, each once.
std::vector<EntityKind> listsOf(const QString &step, const Standard &standard);
/// Whether a record of such a list belongs to the step: the meetings and comments of others do not.
bool belongsTo(const Record &record, const QString &step, const Standard &standard);

} // namespace adit
