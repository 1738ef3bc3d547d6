// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/secret.h"

#include <QByteArrayView>
#include <QString>

namespace adit {

// Bytes as people write, read out and type them: letters and digits without I, L, O and U, which look or sound like
// others.

/// Groups of four, with dashes.
QString inGroups(QByteArrayView bytes);
/// Such letters as they were written, without dashes, from what somebody typed or read out: small ones are large, O is
/// 0, I and L are 1, and what is neither letter nor digit is left away.
QString asWritten(const QString &typed);

/// 32 bytes as 13 groups of four and a fifth that checks the four and their place.
QString recoveryCodeOf(const Secret &seed);
/// Understands what asWritten() does. Error InvalidValue says which group is wrong.
Result<Secret> seedFromRecoveryCode(const QString &code);

} // namespace adit
