// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace adit {

/// Room kept free beside an open case, given back when the disk is full: what is being worked on can then still be
/// saved (store.md, File). A file of its own, since space kept inside the database cannot be given back in time.
class DiskReserve
{
public:
    static constexpr qint64 bytes = 16 * 1024 * 1024;

    /// Takes the room; where the disk has none, or its file system cannot set room aside, nothing is held.
    explicit DiskReserve(const QString &casePath);
    ~DiskReserve();
    DiskReserve(const DiskReserve &) = delete;
    DiskReserve &operator=(const DiskReserve &) = delete;

    /// True if the disk had no room for it, or it had to be given back.
    bool isDiskFull() const { return m_isFull; }
    /// False if there was nothing to give back.
    bool release();

    static QString pathFor(const QString &casePath);

private:
    QString m_path;
    bool m_isHeld = false;
    bool m_isFull = false;
};

} // namespace adit
