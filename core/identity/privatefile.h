// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace adit {

// The small files that profiles, cards and passphrases are kept in.

/// All of it, at most 64 KiB. Error FileMissing, StorageFailed.
Result<QByteArray> readSmallFile(const QString &path);
/// Whole or not at all, and for its owner alone. Error FileExists where there is one already.
Result<> writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace adit
