// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace adit {

// Case files as files. All reading goes through SQLite's own handles: POSIX takes all of a process's locks on a file
// away as soon as any other descriptor of it is closed, so that looking at a case that is open here with QFile would
// let another program in.

struct FileStart
{
    QByteArray bytes; ///< fewer than asked for where the file is shorter
    qint64 size;      ///< of the whole file
};
/// Errors FileMissing, FileForeign (a folder, say), StorageFailed.
Result<FileStart> readStart(const QString &path, qsizetype count);

/// Copies byte by byte to a new file, which is on the disk when this returns. Only its owner may read it before it is
/// whole. Nothing is left behind if it fails.
Result<> copyFile(const QString &from, const QString &to);
/// Puts what another program or library wrote to a closed file on the disk.
Result<> syncFile(const QString &path);
/// Makes what was renamed, made or removed in the folder of `path` survive a power cut. Folders that cannot be synced
/// (some network drives) are left to their system.
void syncFolderOf(const QString &path);
/// `from` takes the place of `to` in one step: there is a whole file at `to` at all times.
Result<> replaceFile(const QString &from, const QString &to);

/// Errors FileExists, FileMissing (the folder) and FolderUnwritable: what keeps a file from being made at `path`.
Result<> checkNewPath(const QString &path);
/// Makes a small file of the program's own beside a case, in place of whatever has its name: a link that somebody put
/// there is removed, not followed. `mode`: who may read it. Returns a descriptor, or -1.
int makeOwnFile(const QString &path, unsigned mode);
/// Makes an empty file that only its owner may read, at a path that must be free: SQLite would leave it to the system
/// who may read what it writes there.
Result<> makePrivateFile(const QString &path);
/// Gives a file that is whole its name; `to` must be free (error FileExists). A journal that a crash left there belongs
/// to a file that is gone, and would be played into this one: it is put aside.
Result<> moveIntoPlace(const QString &from, const QString &to);

/// A file in the making beside the place it is for, under a name that nobody else uses: removed at the end, with what
/// SQLite keeps beside it, unless it was moved into place. What a crash left a day ago or longer is removed too. One in
/// the making for another one in the making is named as that: neither is left for good.
class UnfinishedFile
{
public:
    explicit UnfinishedFile(const QString &place);
    ~UnfinishedFile();
    UnfinishedFile(const UnfinishedFile &) = delete;
    UnfinishedFile &operator=(const UnfinishedFile &) = delete;

    QString path() const { return m_path; }
    void remove() const;

private:
    QString m_path;
};

} // namespace adit
