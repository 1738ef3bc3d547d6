// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/release/manifest.h"
#include "core/release/releasecheck.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace adit {

/// Whether a release can be made there: a name that is free, in a folder that can be written to. Errors: InvalidValue,
/// FileExists, FolderUnwritable.
Result<> checkReleaseFolder(const QString &path);
/// Makes the folder, whole or not at all. Errors as above; StorageFull, StorageFailed.
Result<> writeReleaseFolder(const QString &path, const ReleaseFiles &files);
/// What is in a folder or ZIP file that is as it was built. Errors: of readReleaseFiles(); ReleaseBlocked ("changed",
/// detail: what and where, one a line).
Result<ReleaseVerdict> intactRelease(const QString &path);
/// The role that somebody signs a release in: the one of theirs that has to sign, and has not where there are several.
/// Nothing where that does not tell.
std::optional<QString> signingRole(const ReleaseManifest &manifest, const QStringList &ownRoles);
/// Signs what is in a folder that is as it was built; says how its manifest is then. Errors: of intactRelease(), sign()
/// and writeManifest().
Result<ReleaseManifest> signRelease(const QString &folder, const QString &role, const Profile &by, const QString &time);
/// Puts the manifest with one more signature in the place of the one that is there. Errors: StorageFull, StorageFailed.
Result<> writeManifest(const QString &folder, const ReleaseManifest &manifest);

} // namespace adit
