// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/console.h"

#include "app/adit-cli/rulewords.h"
#include "app/adit-cli/terminaltext.h"

#include <QJsonDocument>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace adit::cli {

namespace {

bool written(std::FILE *stream, const QString &text)
{
    const QByteArray utf8 = text.toUtf8() + '\n';
    const auto size = static_cast<std::size_t>(utf8.size());
    return std::fwrite(utf8.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

QString inBrackets(const QString &detail)
{
    return detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(detail);
}

QString listed(const QString &codes)
{
    return QString(codes).replace(QLatin1Char(' '), QLatin1String(", "));
}

QString principleNote(const QString &code)
{
    bool isPrinciple = false;
    code.toInt(&isPrinciple);
    return isPrinciple ? QStringLiteral(" A principle is always relevant.") : QString();
}

/// Values come from outside; only a list of rows has lines of its own.
Error printable(const Error &error)
{
    const bool hasLines = error.code == ErrorCode::SheetRows;
    return {error.code, cli::printable(error.subject),
            cli::printable(error.detail, hasLines ? LineBreaks::Kept : LineBreaks::Escaped)};
}

QJsonObject errorJson(const QString &code, const Error &error, const QString &message)
{
    return {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), code},
                                                  {QStringLiteral("subject"), inWords(error.subject)},
                                                  {QStringLiteral("detail"), inWords(error.detail)},
                                                  {QStringLiteral("message"), message}}}};
}

void complain(const QString &text)
{
    // Nobody is left to tell if this fails.
    written(stderr, QStringLiteral("adit-cli: ") + printable(text, LineBreaks::Kept));
}

} // namespace

void Console::print(const QString &text) const
{
    if (!written(stdout, text) && m_outputError == 0)
        m_outputError = errno;
}

void Console::say(const QString &line) const
{
    if (!json && !quiet)
        print(printable(line));
}

void Console::show(const QString &text) const
{
    print(printable(text, LineBreaks::Kept));
}

void Console::warn(const QString &line) const
{
    complain(printable(line));
}

void Console::answer(const QJsonObject &object) const
{
    // Characters such as U+009B are legal in JSON and dangerous on a terminal.
    if (json)
        show(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed());
}

int Console::fail(const Error &error) const
{
    const QString message = sentence(printable(error));
    complain(message);
    answer(errorJson(errorName(error.code), error, message));
    return exitCode(error.code);
}

int Console::wrongUse(const QString &message, const QString &help) const
{
    const QString whole = QStringLiteral("%1 See: %2").arg(printable(message), help);
    complain(whole);
    answer(errorJson(QStringLiteral("WrongUse"), {}, whole));
    return WrongUse;
}

int Console::end(int code) const
{
    if (m_outputError == 0 && std::fclose(stdout) != 0)
        m_outputError = errno;
    if (m_outputError == 0)
        return code;
    // A reader that has seen enough, such as head, is no news.
    if (m_outputError != EPIPE)
        complain(QStringLiteral("The answer could not be written (%1).%2")
                     .arg(QString::fromLocal8Bit(std::strerror(m_outputError)),
                          code == Done ? QStringLiteral(" What was asked for is done.") : QString()));
    return StorageTrouble;
}

QString sentence(const Error &error)
{
    const QString subject = inWords(error.subject);
    const QString detail = inWords(error.detail);
    switch (error.code) {
    case ErrorCode::UnknownRequirement:
        return QStringLiteral("\"%1\" is no requirement of this case's standard.").arg(subject);
    case ErrorCode::UnknownNode:
        return QStringLiteral("\"%1\" does not fit here; expected is the number of a %2 in this case's standard.%3")
            .arg(subject, QString(detail).replace(QLatin1Char(' '), QLatin1String(" or ")), principleNote(subject));
    case ErrorCode::UnknownRating:
        return QStringLiteral("\"%1\" is no rating; expected is one of: %2, not-relevant, unrated.")
            .arg(subject, listed(detail));
    case ErrorCode::UnknownChoice:
        return QStringLiteral("%1 is not allowed; expected is one of: %2.").arg(subject, listed(detail));
    case ErrorCode::InvalidDate:
        return QStringLiteral("%1 is no date that fits; expected is YYYY-MM-DD, years 1900 to 2199.").arg(subject);
    case ErrorCode::InvalidNumber:
        return QStringLiteral("%1 is not a number that fits here; expected: %2.").arg(subject, detail);
    case ErrorCode::InvalidValue:
        return QStringLiteral("%1 does not fit here; expected: %2.").arg(subject, detail);
    case ErrorCode::MissingJustification:
        return QStringLiteral("%1 needs a justification for this (--justification).").arg(subject);
    case ErrorCode::MissingUntil:
        return QStringLiteral("%1 needs the date when it will be rated (--until YYYY-MM-DD).").arg(subject);
    case ErrorCode::TextTooLong:
        return QStringLiteral("The text for %1 is too long; at most %2 characters fit.").arg(subject, detail);
    case ErrorCode::TextUnclean:
        return QStringLiteral("The text for %1 holds a control character (%2, at place %3); expected: text without.")
            .arg(subject, detail.section(QLatin1String(", "), 0, 0), detail.section(QLatin1String(", "), 1));
    case ErrorCode::NotConfirmed:
        return QStringLiteral("The change of %1 was not confirmed.").arg(subject);
    case ErrorCode::NothingToChange:
        return QStringLiteral("There is nothing to change: %1.").arg(subject);
    case ErrorCode::Independence:
        return QStringLiteral("Not for %1: %2.").arg(subject, detail);
    case ErrorCode::GateClosed:
        return QStringLiteral("Step %1 cannot be moved on yet:\n%2").arg(subject, detail);
    case ErrorCode::ProfileNeeded:
        return QStringLiteral("%1 is done in one's own name: --profile FILE says in whose (profile new makes one).")
            .arg(subject);
    case ErrorCode::ProfileInvalid:
        return QStringLiteral("%1 is not a profile that can be used; expected: %2.").arg(subject, detail);
    case ErrorCode::WrongPassphrase:
        return QStringLiteral("That is not the passphrase of %1.").arg(subject);
    case ErrorCode::ProfileRevoked:
        return QStringLiteral("The profile of %1 counts no more: %2.").arg(subject, detail);
    case ErrorCode::CaseLocked:
        return QStringLiteral("Locked: %1 (%2). Whoever locked it, or leads the audit, can unlock it.")
            .arg(subject, detail);
    case ErrorCode::RoleForbids:
        return QStringLiteral("This copy of the case was made for the role %2, which does not write \"%1\".")
            .arg(subject, detail);
    case ErrorCode::IdentitySealed:
        return QStringLiteral("Who %1 is cannot be read with this profile; whoever wrote it can hand it on "
                              "(people share).")
            .arg(subject);
    case ErrorCode::SheetUnreadable:
        return QStringLiteral("The sheet %1 cannot be read; expected: %2.").arg(subject, detail);
    case ErrorCode::SheetEncoding:
        return QStringLiteral("%1 is not in the right encoding; expected: %2, as a spreadsheet program can save it.")
            .arg(subject, detail);
    case ErrorCode::SheetTooLarge:
        return QStringLiteral("The sheet %1 is too large; expected: %2.").arg(subject, detail);
    case ErrorCode::SheetColumns:
        return QStringLiteral("The columns of %1 do not fit: %2.").arg(subject, detail);
    case ErrorCode::SheetRows:
        return QStringLiteral("Nothing was imported from %1, because of these rows:\n%2").arg(subject, detail);
    case ErrorCode::StandardInvalid:
        return QStringLiteral("The standard's file is wrong at %1: %2").arg(subject, detail);
    case ErrorCode::StandardUnknown:
        return QStringLiteral("There is no standard \"%1\"; known are: %2.").arg(subject, detail);
    case ErrorCode::FileMissing:
        return QStringLiteral("There is no %1.").arg(subject);
    case ErrorCode::FileMoved:
        return QStringLiteral("%1 was moved, removed or replaced while it was open. Nothing more was stored.")
            .arg(subject);
    case ErrorCode::FileExists:
        return QStringLiteral("%1 exists already and was left as it is; choose another name.").arg(subject);
    case ErrorCode::FileForeign:
        return QStringLiteral("%1 is not an Adit case.").arg(subject);
    case ErrorCode::FileDamaged:
        return QStringLiteral("%1 is damaged%2. It was left as it is; work on a copy or a backup.")
            .arg(subject, inBrackets(detail));
    case ErrorCode::FileNewer:
        return QStringLiteral(
                   "%1 was made by a newer Adit (file format %2). It was left as it is; update Adit to open it.")
            .arg(subject, detail);
    case ErrorCode::FileReadOnly:
        return QStringLiteral("%1 cannot be written: the file or its folder is read-only. Nothing was changed.")
            .arg(subject);
    case ErrorCode::FileLocked:
        return QStringLiteral("%1 is open elsewhere%2. Close it there first.").arg(subject, inBrackets(detail));
    case ErrorCode::FileSuspicious:
        return QStringLiteral("%1 does not have the tables of an Adit case%2 and was not opened.")
            .arg(subject, inBrackets(detail));
    case ErrorCode::FolderUnwritable:
        return QStringLiteral("The folder %1 cannot be written.").arg(subject);
    case ErrorCode::StorageFull:
        return QStringLiteral("The disk with %1 is full. Nothing was changed; what was there before is kept.")
            .arg(subject);
    case ErrorCode::StorageFailed:
        return QStringLiteral("%1 could not be read or written%2.").arg(subject, inBrackets(detail));
    case ErrorCode::NothingToUndo:
        return QStringLiteral("There is nothing to undo.");
    case ErrorCode::NothingToRedo:
        return QStringLiteral("There is nothing to redo.");
    case ErrorCode::JournalBroken:
        return QStringLiteral("The journal is broken at operation %1%2.").arg(subject, inBrackets(detail));
    case ErrorCode::CaseUnrelated:
        return QStringLiteral("%1 is no copy of this assessment%2. Both files were left as they are.")
            .arg(subject, inBrackets(detail));
    case ErrorCode::OperationRefused:
        if (namesRule(error.detail, Rule::ReadCopyAgain))
            return QStringLiteral("Nothing of %1 was taken: %2. Both files are as they were.").arg(subject, detail);
        return QStringLiteral("The journal of %1 was refused, at operation %2. Nothing of it was taken; both files are "
                              "as they were.")
            .arg(subject, detail);
    case ErrorCode::JournalForked:
        return QStringLiteral("%1 and the case went on separately under one name, as happens when a laptop is restored "
                              "from a backup. Both files were left as they are; --rehome gives one of the two another "
                              "name. Who, since when, operations here, operations there:\n%2")
            .arg(subject, detail);
    case ErrorCode::MergeBuiltOn:
        return QStringLiteral("What came in with %1 cannot be taken out any more; built on it was: %2.")
            .arg(subject, detail);
    case ErrorCode::LabelsClash:
        return QStringLiteral("In %1 these labels stand for other things than in the case: %2. Both files were left as "
                              "they are.")
            .arg(subject, detail);
    case ErrorCode::ParcelInvalid:
        return QStringLiteral("%1 is no parcel that can be opened: %2. Nothing was written.").arg(subject, detail);
    case ErrorCode::ParcelForeign:
        return QStringLiteral("The parcel %1 is sealed to somebody else: %2.").arg(subject, detail);
    case ErrorCode::CopyWithholds:
        return QStringLiteral(
                   "%1 withholds %2 operations of an older form that this case does not have yet; without their "
                   "content they cannot be checked. Merge the copy of whoever made them first. Both files were left "
                   "as they are.")
            .arg(subject, detail);
    case ErrorCode::ConflictUnknown:
        return QStringLiteral("There is no conflict \"%1\"; conflicts CASE lists them.").arg(subject);
    case ErrorCode::VersionUnknown:
        return QStringLiteral("\"%1\" is not a version of that conflict; expected: %2.").arg(subject, detail);
    case ErrorCode::ReleaseInvalid:
        return QStringLiteral("%1 is not as a release has it; expected %2.").arg(subject, detail);
    case ErrorCode::ReleaseBlocked:
        return QStringLiteral("It does not go out: %1: %2.").arg(subject, detail);
    case ErrorCode::FontMissing:
        return QStringLiteral("The font \"%1\" is not installed; it comes with the package %2.").arg(subject, detail);
    case ErrorCode::ReportFailed:
        return QStringLiteral("The report could not be made: %1%2.").arg(subject, inBrackets(detail));
    case ErrorCode::Cancelled:
        return QStringLiteral("Cancelled.");
    }
    return errorName(error.code);
}

ExitCode exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownRequirement:
    case ErrorCode::UnknownNode:
    case ErrorCode::UnknownRating:
    case ErrorCode::UnknownChoice:
    case ErrorCode::InvalidDate:
    case ErrorCode::InvalidNumber:
    case ErrorCode::InvalidValue:
    case ErrorCode::MissingJustification:
    case ErrorCode::MissingUntil:
    case ErrorCode::TextTooLong:
    case ErrorCode::TextUnclean:
    case ErrorCode::SheetUnreadable:
    case ErrorCode::SheetEncoding:
    case ErrorCode::SheetTooLarge:
    case ErrorCode::SheetColumns:
    case ErrorCode::SheetRows:
    case ErrorCode::StandardInvalid:
    case ErrorCode::StandardUnknown:
    case ErrorCode::ProfileInvalid:
    case ErrorCode::WrongPassphrase:
    case ErrorCode::CaseUnrelated:
    case ErrorCode::OperationRefused:
    case ErrorCode::JournalForked:
    case ErrorCode::LabelsClash:
    case ErrorCode::ParcelInvalid:
    case ErrorCode::ParcelForeign:
    case ErrorCode::CopyWithholds:
    case ErrorCode::ReleaseInvalid:
    case ErrorCode::ConflictUnknown:
    case ErrorCode::VersionUnknown:
        return BadInput;
    case ErrorCode::ProfileNeeded:
        return WrongUse;
    case ErrorCode::NotConfirmed:
    case ErrorCode::NothingToChange:
    case ErrorCode::Independence:
    case ErrorCode::GateClosed:
    case ErrorCode::ReleaseBlocked:
    case ErrorCode::IdentitySealed:
    case ErrorCode::ProfileRevoked:
    case ErrorCode::RoleForbids:
    case ErrorCode::CaseLocked:
    case ErrorCode::NothingToUndo:
    case ErrorCode::NothingToRedo:
    case ErrorCode::MergeBuiltOn:
    case ErrorCode::Cancelled:
        return AnswerIsNo;
    case ErrorCode::FileMissing:
    case ErrorCode::FileMoved:
    case ErrorCode::FileExists:
    case ErrorCode::FileForeign:
    case ErrorCode::FileDamaged:
    case ErrorCode::FileNewer:
    case ErrorCode::FileReadOnly:
    case ErrorCode::FileLocked:
    case ErrorCode::FileSuspicious:
    case ErrorCode::FolderUnwritable:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageFailed:
    case ErrorCode::JournalBroken:
    case ErrorCode::FontMissing:
    case ErrorCode::ReportFailed:
        return StorageTrouble;
    }
    return StorageTrouble;
}

} // namespace adit::cli
