// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/journal/operation.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>

namespace adit {

class CaseStore;

/// What a copy is to hold of a case: what is not seen travels as a commitment, so that all chains still verify.
struct Withholding
{
    std::function<bool(const Operation &)> sees; ///< asked for operations that are not withheld already
    bool seesActors = true;                      ///< false: nor who did what, with what and why
    bool seesFiles = true;                       ///< false: bytes of evidence are left out
};

/// Writes what may be seen of a case into a new file at `to`, which the caller syncs and moves into place. Nothing else
/// of the case was ever in that file.
Result<> writeRoleCopy(CaseStore &from, const QString &to, const Withholding &withholding);

/// Whom a copy of a case was made for. A case that was not handed over has none.
struct MadeFor
{
    QString role;
    QStringList chapters; ///< none: all
    qint64 lastEdit = 0;  ///< what came with it, by its number in this file: not to be undone here
    QString manifest;     ///< of the parcel it came in, as it was signed
};
Result<std::optional<MadeFor>> readMadeFor(CaseStore &store);
/// Into a closed file that is no case of anybody yet.
Result<> writeMadeFor(const QString &path, const MadeFor &madeFor);

} // namespace adit
