// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/sqlite.h"

#include <span>
#include <vector>

namespace adit {

/// SQLite's application_id of a case file: "Adit".
constexpr qint64 caseApplicationId = 0x41646974;

/// One step from schema `version - 1` to `version`. Numbered .sql files in resources/schema, forward only.
struct Migration
{
    int version;
    QByteArray sql;
};

/// The migrations that this program knows, from version 1 on.
const std::vector<Migration> &knownMigrations();
int newestSchema();

/// Brings a database from its user_version to the newest of `migrations`, in one transaction.
Result<> migrate(Database &database, std::span<const Migration> migrations);

/// The same for a file that is older than the program: a copy is migrated and then takes the file's place, so that a
/// failure half-way leaves the file as it was. The old file stays beside it as "<name>.schema-<n>.bak". Error
/// FileLocked where somebody has it open.
Result<> migrateFile(const QString &path, std::span<const Migration> migrations);

/// All objects of a database as text, to compare two schemas: a file from outside must have exactly the tables, indexes
/// and nothing else (no triggers, no views) that its version has.
Result<QString> schemaText(Database &database);
/// The same of a fresh database made by the first `version` migrations.
Result<QString> expectedSchemaText(int version);

} // namespace adit
