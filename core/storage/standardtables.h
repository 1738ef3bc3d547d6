// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"
#include "core/storage/sqlite.h"

namespace adit {

/// The standard in use lives in the case (store.md, File): tree, texts per language, provenance and rules, with a hash.
Result<> writeStandard(Database &database, const Standard &standard);
/// As the tables have it, and the hash stored with it, which is compared by checkHash(): that costs as much as reading
/// and wants no database. Error FileDamaged where the tables do not make a standard.
struct StoredStandard
{
    Standard standard;
    QString hash;
};
Result<StoredStandard> readStandard(Database &database);
/// Whether the tables add up to the hash. May run beside whatever else is read. Error FileDamaged with `path`.
Result<> checkHash(const StoredStandard &stored, const QString &path);

} // namespace adit
