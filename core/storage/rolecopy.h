// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"
#include "core/base/result.h"
#include "core/journal/operation.h"
#include "core/storage/copymeter.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

namespace adit {

class CaseStore;
class Database;

/// What a copy is to hold of a case: what is not seen travels as a commitment, so that all chains still verify.
struct Withholding
{
    std::function<bool(const Operation &)> sees; ///< asked for operations that are not withheld already
    bool seesActors = true;                      ///< false: nor who did what, with what and why
    bool seesFiles = true;                       ///< false: bytes of evidence are left out
    /// Gets what the case says where the operations are read, before `sees` is asked and for as long: what is seen may
    /// follow from it, and what the case said earlier may no longer hold.
    std::function<void(const Assessment &)> reads = {};
};

/// The operations of a case as a copy is to hold them: what nobody in it may see is a commitment. Of an edit of which
/// nothing is seen, nor is it told whose it was.
Result<std::vector<Operation>> shownOperations(Database &from, const Withholding &withholding, CopyMeter &meter);
/// Fills a new case file with them and with what they add up to. Returns whose bytes are to come along; where none are,
/// the copy says that they were left out. Nothing else of the case was ever in that file.
Result<std::vector<Digest>> fillRoleCopy(Database &copy, const std::vector<Operation> &operations, bool seesFiles,
                                         CopyMeter &meter);

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
