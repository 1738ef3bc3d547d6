// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/identity/profile.h"

#include <QString>
#include <optional>

namespace adit {

// A hard lock: what was handed in for review, or decided on, is changed by nobody until it is opened again in
// somebody's own name (process.md: a lock is never passed with a reason). It holds for everything that changes the
// case, whichever page or command it comes from: CaseDocument asks before each edit. What was done elsewhere without
// knowing of it still comes in with a merge, and shows as changed since.

/// The scope of everything: ratings, evidence, people, findings. The process goes on, and so do review and decision.
inline constexpr QLatin1String wholeCase("all");

struct LockState
{
    QString scope; ///< chapter, criterion, requirement, or wholeCase
    QString since; ///< ISO date
    QString setBy; ///< fingerprint; empty where the reader may not know
    QString reason;
};

/// The lock that keeps a node from being changed: its own, one above it, or one of the whole case.
std::optional<LockState> lockOver(const Assessment &assessment, const QString &node);
/// Locks that hold now, the whole case first.
std::vector<LockState> locksOf(const Assessment &assessment);

/// `scope` is a node or wholeCase. Errors UnknownNode; NothingToChange where it is locked already.
Result<Edit> lock(const CaseView &view, const QString &scope, const Profile &by, const QDate &day,
                  const QString &reason);
/// Whoever locked it may, and who leads the audit, reviews it or decides on it (by the fingerprint that the team's
/// list has). Errors Independence for others; NothingToChange where it is not locked itself.
Result<Edit> unlock(const CaseView &view, const QString &scope, const Profile &by, const QDate &day,
                    const QString &reason);

/// Error CaseLocked where an edit changes what is locked, or opens a lock in nobody's name.
Result<> checkLocks(const CaseView &view, const Edit &edit, const PublicProfile *by);

} // namespace adit
