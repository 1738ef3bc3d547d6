// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/sheet.h"
#include "core/journal/logentry.h"

#include <vector>

namespace adit {

/// What an entry is about, as sheets and commands name it: "evidence E-A07", "details".
QString entityName(const EntityRef &entity);

/// The log as a sheet, one operation a row, for people who go through it with other programs: who changed which field
/// of what, when, with what was there before. Moments are UTC, fields and verbs by the names of the registry, so that
/// it reads the same on every machine.
Sheet logSheet(const std::vector<LogEntry> &entries);

} // namespace adit
