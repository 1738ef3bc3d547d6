// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QString>

namespace adit {

/// A small file beside an open case that says who has it, for the second opener to read. Only a note: the lock itself
/// is SQLite's, so a stale note never blocks and never frightens. Holds host, user and time: never leaves the folder.
class LockNote
{
public:
    /// Writes the note; where that fails the case opens all the same.
    LockNote(const QString &casePath, const QString &actor, Instant now);
    ~LockNote();
    LockNote(const LockNote &) = delete;
    LockNote &operator=(const LockNote &) = delete;

    /// "user on host, since 2026-05-04T16:20:00.000Z"; empty if there is no note.
    static QString holder(const QString &casePath);
    static QString pathFor(const QString &casePath);

private:
    QString m_path;
};

} // namespace adit
