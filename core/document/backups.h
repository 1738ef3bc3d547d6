// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <optional>
#include <vector>

namespace adit {

/// The latest copies of each case in a folder of the program's own: for the day the case's file or its disk is lost or
/// damaged (store.md, File). They hold all that was written, and of evidence everything but the bytes: a case restored
/// from one says which are not there. Copies are named by the time they were made, in one folder for each
/// assessment and place: a copy elsewhere does not push them out.
class Backups
{
public:
    static constexpr std::size_t kept = 10; ///< of each assessment; older ones are removed

    struct Backup
    {
        QString path;
        Instant made;
    };

    explicit Backups(QString folder);
    /// Where a person's programs keep their data; the same for the window and the command line.
    static QString usualFolder();

    /// Makes a backup, unless the newest one holds all operations already; then it is that one. It counts only after it
    /// was opened again and found the same; only then the oldest go.
    Result<Backup> backUp(const CaseDocument &document) const;
    /// Latest first.
    std::vector<Backup> of(const AssessmentId &assessment) const;
    QString folderOf(const AssessmentId &assessment) const;

    /// Makes a case of a backup at a path that must be free. The backup stays as it is. Errors as CaseDocument::open(),
    /// and FileExists.
    static Result<> restore(const QString &backup, const QString &path);

private:
    QString m_folder;
};

} // namespace adit
