// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/sqlite.h"
#include "core/storage/storeproblem.h"

#include <future>

namespace adit {

/// What SQLite itself says of a file: every page is read, even free ones, where integrity_check does not look, and then
/// that is asked. Begins at once, beside its owner, who leaves the connection alone meanwhile.
class FileCheck
{
public:
    explicit FileCheck(Database &database);
    /// Stops it.
    ~FileCheck();
    FileCheck(const FileCheck &) = delete;
    FileCheck &operator=(const FileCheck &) = delete;

    /// Waits for the end.
    StoreProblems problems() { return m_problems.get(); }

private:
    Database &m_database;
    std::future<StoreProblems> m_problems;
};

} // namespace adit
