// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/filecheck.h"

#include <sqlite3.h>

namespace adit {

namespace {

Result<> checkIntegrity(Database &database, StoreProblems &problems)
{
    ADIT_TRY_ASSIGN(Statement select, database.prepare("PRAGMA integrity_check(100)"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        if (select.text(0) != QLatin1String("ok"))
            problems.add("integrity", {}, select.text(0));
    }
}

StoreProblems checkFile(Database &database)
{
    StoreProblems problems;
    // Where pages cannot be read at all, nothing further can be asked.
    if (const auto pages = database.number("SELECT sum(length(data)) FROM sqlite_dbpage"); !pages)
        problems.add("page", {}, pages.error().detail);
    else if (const auto checked = checkIntegrity(database, problems); !checked)
        problems.add("integrity", {}, checked.error().detail);
    return problems;
}

} // namespace

FileCheck::FileCheck(Database &database)
    : m_database(database)
    , m_problems(std::async(std::launch::async, [this] { return checkFile(m_database); }))
{}

FileCheck::~FileCheck()
{
    if (!m_problems.valid())
        return;
    sqlite3_interrupt(m_database.handle());
    m_problems.wait();
}

} // namespace adit
