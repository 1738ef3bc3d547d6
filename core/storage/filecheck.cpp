// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/filecheck.h"

#include <utility>

#include <sqlite3.h>

namespace adit {

namespace {

/// Adds what the pragma finds.
Result<> ask(Database &database, const QByteArray &pragma, StoreProblems &problems)
{
    ADIT_TRY_ASSIGN(Statement select, database.prepare(pragma));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        if (select.text(0) != QLatin1String("ok"))
            problems.add("integrity", {}, select.text(0));
    }
}

/// What integrity_check says, but for the indexes of operations where those are known.
Result<> checkIntegrity(Database &database, FileFindings &findings)
{
    ADIT_TRY_ASSIGN(const bool areKnown, OperationIndexes::areKnown(database));
    if (!areKnown)
        return ask(database, "PRAGMA integrity_check(100)", findings.problems);
    ADIT_TRY(ask(database, "PRAGMA quick_check(100)", findings.problems));
    if (!findings.problems.isEmpty())
        return {};
    ADIT_TRY_ASSIGN(findings.indexes, OperationIndexes::read(database));
    ADIT_TRY_ASSIGN(Statement tables, database.prepare("SELECT format('PRAGMA integrity_check(\"%w\")', name) FROM "
                                                       "sqlite_schema WHERE type = 'table' AND name <> 'op'"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, tables.next());
        if (!hasRow)
            return {};
        ADIT_TRY(ask(database, tables.bytes(0), findings.problems));
    }
}

FileFindings checkFile(Database &database)
{
    FileFindings findings;
    if (const auto set = database.execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0"); !set)
        findings.problems.add("integrity", {}, set.error().detail);
    // Where pages cannot be read at all, nothing further can be asked.
    if (const auto pages = database.number("SELECT sum(length(data)) FROM sqlite_dbpage"); !pages)
        findings.problems.add("page", {}, pages.error().detail);
    else if (const auto checked = checkIntegrity(database, findings); !checked)
        findings.problems.add("integrity", {}, checked.error().detail);
    return findings;
}

} // namespace

FileCheck::FileCheck(Database database)
    : m_database(std::move(database))
    , m_findings(std::async(std::launch::async, [this] { return checkFile(m_database); }))
{}

FileCheck::~FileCheck()
{
    if (!m_findings.valid())
        return;
    sqlite3_interrupt(m_database.handle());
    m_findings.wait();
}

} // namespace adit
