// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileDevice>
#include <QMap>
#include <QString>
#include <memory>
#include <random>
#include <vector>

namespace adit::test {

/// What a folder holds: bytes by file name.
using Folder = QMap<QString, QByteArray>;

/// One thing that SQLite asked of the disk, in the order in which it asked.
struct DiskEvent
{
    enum class Kind { Create, Write, Truncate, Sync, Delete };

    Kind kind;
    QString file;
    qint64 at = 0;           ///< Write: where; Truncate: the new size
    QByteArray bytes = {};   ///< Write
    bool withFolder = false; ///< Delete: the folder was synced after it
    friend bool operator==(const DiskEvent &, const DiskEvent &) = default;
};

/// Passes everything on to the system's files and remembers it. Wrapped by the cipher layer as every VFS must be
/// (store.md, Security). Files are named without their folder: one recorder, one folder.
class DiskRecorder
{
public:
    DiskRecorder();
    ~DiskRecorder();
    DiskRecorder(const DiskRecorder &) = delete;
    DiskRecorder &operator=(const DiskRecorder &) = delete;

    /// The name to hand to CaseStore.
    QByteArray vfs() const;
    const std::vector<DiskEvent> &events() const;
    /// Who may read each file, as it was when it was first opened.
    const QMap<QString, QFileDevice::Permissions> &permissions() const;

private:
    struct Vfs;
    std::unique_ptr<Vfs> m_vfs;
};

/// What a disk holds when the power fails after `count` events: of what was synced all; of the rest whatever `random`
/// picks, in sectors of 512 bytes: nothing, everything, the beginning, or any. Created, deleted and truncated files
/// likewise. Bytes outside a write never change (power-safe overwrite, which SQLite takes for granted on Unix).
Folder afterPowerCut(const Folder &start, const std::vector<DiskEvent> &events, std::size_t count,
                     std::mt19937 &random);

Folder readFolder(const QString &path);
void writeFolder(const QString &path, const Folder &files);

} // namespace adit::test
