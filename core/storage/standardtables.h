// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"
#include "core/storage/sqlite.h"

namespace adit {

/// The standard in use lives in the case (store.md, File): tree, texts per language, provenance and rules, with a hash.
Result<> writeStandard(Database &database, const Standard &standard);
/// Error FileDamaged where the tables do not add up to the hash stored with them.
Result<Standard> readStandard(Database &database);

} // namespace adit
