// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>
#include <functional>

namespace adit {

class Profile;

/// Whether a text names somebody it must not name. May be asked on any thread.
using NamesSomebody = std::function<bool(const QString &text)>;

/// The name guard on parcels to who audits nobody: the mine and the scheme (report.md, Redaction). Each text that the
/// role sees is looked through as it stands, and none may name somebody: ReleaseBlocked ("name-blocks", detail: each
/// name and its place), with nobody to override it; parts of names as for the public, let pass by a second person. What
/// a text said before is in the journal too: the answer tells which versions stay behind (ParcelOrder::staysBehind).
/// Nothing for another role, and where the case holds no names. `madeFor`: the role of this very copy; `profile`:
/// whoever makes the parcel, who has to know whom it could hurt. Errors as protectedPeople().
Result<NamesSomebody> namesKeptFrom(const Assessment &assessment, const QString &madeFor, const QString &role,
                                    const QStringList &chapters, const Profile *profile);

} // namespace adit
