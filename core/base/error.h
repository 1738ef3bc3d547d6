// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace adit {

/// What went wrong, for program and person alike. Core code never writes sentences for people: one switch in the window
/// and one in the command line turn a code into words, with `subject` and `detail` filled in.
/// The comment behind each code says what `subject` and `detail` hold.
enum class ErrorCode {
    // Wrong values (exit 3 on the command line)
    UnknownRequirement,   ///< subject: the code as typed
    UnknownNode,          ///< subject: the code as typed; detail: what kind of node was expected
    UnknownRating,        ///< subject: the rating as typed; detail: the codes allowed
    UnknownChoice,        ///< subject: field and value; detail: the codes allowed
    InvalidDate,          ///< subject: field and value; expected is YYYY-MM-DD
    InvalidNumber,        ///< subject: field and value; detail: what was expected
    InvalidValue,         ///< subject: field and value, or what was asked for; detail: what was expected
    MissingJustification, ///< subject: requirement, chapter or criterion
    MissingUntil,         ///< subject: requirement; a deferral needs the date when it will be rated
    TextTooLong,          ///< subject: field; detail: the limit in characters
    TextUnclean,          ///< subject: field; detail: the control character found and where
    NotConfirmed,         ///< subject: requirement, chapter or criterion; typed, but waiting for its confirmation
    NothingToChange,      ///< subject: what was asked for
    Independence,         ///< subject: who; detail: what that person may not do, and the rule
    GateClosed,           ///< subject: step; detail: one line per gate that is shut
    ProfileNeeded,        ///< subject: what for; somebody has to act in their own name
    ProfileInvalid,       ///< subject: file; detail: what was expected
    WrongPassphrase,      ///< subject: file
    ProfileRevoked,       ///< subject: who; detail: since when and why
    CaseLocked,           ///< subject: chapter, criterion, requirement or "all"; detail: since when, by whom, why
    RoleForbids,          ///< subject: field; detail: the role that this copy of the case was made for
    IdentitySealed,       ///< subject: pseudonym; no key to that name is in the profile at hand
    SheetUnreadable,      ///< subject: file; detail: why (not a sheet, damaged archive, …)
    SheetEncoding,        ///< subject: file and row; expected is CSV UTF-8
    SheetTooLarge,        ///< subject: file; detail: the limit
    SheetColumns,         ///< subject: file; detail: the columns missing or repeated
    SheetRows,            ///< subject: file; detail: one line per bad row
    StandardInvalid,      ///< subject: JSON path in the file; detail: what the schema or rule expects
    StandardUnknown,      ///< subject: the id asked for; detail: the ids known
    // Files and storage (exit 4)
    FileMissing,      ///< subject: path
    FileMoved,        ///< subject: path; an open case is no longer there: moved, removed, or another file in its place
    FileExists,       ///< subject: path; never overwritten
    FileForeign,      ///< subject: path; not an Adit case
    FileDamaged,      ///< subject: path; detail: what was found
    FileNewer,        ///< subject: path; detail: the format version it needs
    FileReadOnly,     ///< subject: path
    FileLocked,       ///< subject: path; detail: who holds it and since when
    FileSuspicious,   ///< subject: path; detail: what differs from the expected schema
    FolderUnwritable, ///< subject: folder
    StorageFull,      ///< subject: path
    StorageFailed,    ///< subject: path; detail: the system's message
    // Journal, history and merge
    NothingToUndo,    ///< no subject
    NothingToRedo,    ///< no subject
    JournalBroken,    ///< subject: operation (replica:seq); detail: which check failed
    CaseUnrelated,    ///< subject: path; detail: what differs; two files are not the same assessment
    OperationRefused, ///< subject: path; detail: operation and which check failed; nothing of that file was taken
    JournalForked,    ///< subject: path; detail: who, since when, how much; two files went on under one name
    MergeBuiltOn,     ///< subject: the file merged; detail: what was done since with what came in
    LabelsClash,      ///< subject: path; detail: the labels that name two things
    ConflictUnknown,  ///< subject: the id as typed
    VersionUnknown,   ///< subject: the version as typed; detail: those of the conflict
    // Parcels
    ParcelInvalid, ///< subject: path; detail: what was found or expected
    ParcelForeign, ///< subject: path; detail: whom it is for, and who asked
    CopyWithholds, ///< subject: path; detail: how many operations that this case lacks are withheld in that copy
    // Releases
    ReleaseInvalid, ///< subject: path; detail: what was expected where
    ReleaseBlocked, ///< subject: what holds it up (a check's code); detail: where, one a line
    // Reports
    FontMissing,  ///< subject: font family; detail: the Debian package that has it
    ReportFailed, ///< subject: output path or block; detail: why
    // Long work
    Cancelled ///< no subject
};

/// One failure. Both texts are data (names, values, system messages), never a finished sentence.
struct Error
{
    ErrorCode code;
    QString subject = {};
    QString detail = {};
};

/// Stable name of a code, for logs, tests and `--json` output ("FileNewer").
QString errorName(ErrorCode code);

} // namespace adit
