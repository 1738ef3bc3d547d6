// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/operationindexes.h"
#include "core/storage/sqlite.h"
#include "core/storage/storeproblem.h"

#include <future>
#include <optional>

namespace adit {

struct FileFindings
{
    StoreProblems problems;
    /// For whoever reads the rows; nothing where SQLite has looked at them, or found problems before.
    std::optional<OperationIndexes> indexes;
};

/// What SQLite itself says of a file: every page is read, even free ones, where integrity_check does not look, and then
/// that is asked, but for the indexes of operations. Begins at once, beside its owner. By a connection of its own: what
/// another one has read before may not be what is on the disk, and one that threads share stops at each column to ask
/// whether it may go on.
class FileCheck
{
public:
    explicit FileCheck(Database database);
    /// Stops it.
    ~FileCheck();
    FileCheck(const FileCheck &) = delete;
    FileCheck &operator=(const FileCheck &) = delete;

    /// Waits for the end.
    FileFindings findings() { return m_findings.get(); }

private:
    Database m_database;
    std::future<FileFindings> m_findings;
};

} // namespace adit
