// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/gates.h"

#include <QString>

namespace adit {

/// "8 Jun 2026", "8 Jun 2026, 3 days late", "was due 8 Jun 2026, done 3 days late".
QString deadlineWords(const DeadlineState &state);
/// The first few things that are missing, by the words people know them by.
QString missingWords(const GateState &gate, const CaseView &view);
/// Where a rule was read.
QString certaintyWords(const QString &code);

} // namespace adit
