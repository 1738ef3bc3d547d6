// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace adit {

/// The program that keeps the folder of `path` in step with other machines ("Dropbox"), told by names and marks of the
/// folders above; empty if none is known. Such a program may copy a case while it is written, or put an older one in
/// its place (store.md, File), so the person is warned.
QString syncServiceOf(const QString &path);

} // namespace adit
