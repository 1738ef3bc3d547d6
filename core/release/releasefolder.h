// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/release/manifest.h"
#include "core/release/releasecheck.h"

#include <QString>

namespace adit {

/// Whether a release can be made there: a name that is free, in a folder that can be written to. Errors: InvalidValue,
/// FileExists, FolderUnwritable.
Result<> checkReleaseFolder(const QString &path);
/// Makes the folder, whole or not at all. Errors as above; StorageFull, StorageFailed.
Result<> writeReleaseFolder(const QString &path, const ReleaseFiles &files);
/// Puts the manifest with one more signature in the place of the one that is there. Errors: StorageFull, StorageFailed.
Result<> writeManifest(const QString &folder, const ReleaseManifest &manifest);

} // namespace adit
