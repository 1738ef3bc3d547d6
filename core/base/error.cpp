// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace adit {

QString errorName(ErrorCode code)
{
    switch (code) {
#define ADIT_NAME(name)                                                                                                \
    case ErrorCode::name:                                                                                              \
        return QStringLiteral(#name)
        ADIT_NAME(UnknownRequirement);
        ADIT_NAME(UnknownNode);
        ADIT_NAME(UnknownRating);
        ADIT_NAME(UnknownChoice);
        ADIT_NAME(InvalidDate);
        ADIT_NAME(InvalidNumber);
        ADIT_NAME(InvalidValue);
        ADIT_NAME(MissingJustification);
        ADIT_NAME(MissingUntil);
        ADIT_NAME(TextTooLong);
        ADIT_NAME(TextUnclean);
        ADIT_NAME(NotConfirmed);
        ADIT_NAME(NothingToChange);
        ADIT_NAME(Independence);
        ADIT_NAME(GateClosed);
        ADIT_NAME(ProfileNeeded);
        ADIT_NAME(ProfileInvalid);
        ADIT_NAME(WrongPassphrase);
        ADIT_NAME(ProfileRevoked);
        ADIT_NAME(CaseLocked);
        ADIT_NAME(RoleForbids);
        ADIT_NAME(IdentitySealed);
        ADIT_NAME(SheetUnreadable);
        ADIT_NAME(SheetEncoding);
        ADIT_NAME(SheetTooLarge);
        ADIT_NAME(SheetColumns);
        ADIT_NAME(SheetRows);
        ADIT_NAME(StandardInvalid);
        ADIT_NAME(StandardUnknown);
        ADIT_NAME(FileMissing);
        ADIT_NAME(FileMoved);
        ADIT_NAME(FileExists);
        ADIT_NAME(FileForeign);
        ADIT_NAME(FileDamaged);
        ADIT_NAME(FileNewer);
        ADIT_NAME(FileReadOnly);
        ADIT_NAME(FileLocked);
        ADIT_NAME(FileSuspicious);
        ADIT_NAME(FolderUnwritable);
        ADIT_NAME(StorageFull);
        ADIT_NAME(StorageFailed);
        ADIT_NAME(NothingToUndo);
        ADIT_NAME(NothingToRedo);
        ADIT_NAME(JournalBroken);
        ADIT_NAME(CaseUnrelated);
        ADIT_NAME(OperationRefused);
        ADIT_NAME(JournalForked);
        ADIT_NAME(MergeBuiltOn);
        ADIT_NAME(LabelsClash);
        ADIT_NAME(ConflictUnknown);
        ADIT_NAME(VersionUnknown);
        ADIT_NAME(ParcelInvalid);
        ADIT_NAME(ParcelForeign);
        ADIT_NAME(CopyWithholds);
        ADIT_NAME(ReleaseInvalid);
        ADIT_NAME(ReleaseBlocked);
        ADIT_NAME(FontMissing);
        ADIT_NAME(ReportFailed);
        ADIT_NAME(Cancelled);
#undef ADIT_NAME
    }
    return QStringLiteral("Unknown");
}

} // namespace adit
