// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/console.h"

#include <QJsonDocument>
#include <cstdio>

namespace adit::cli {

namespace {

void print(std::FILE *stream, const QString &text)
{
    const QByteArray utf8 = text.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
    std::fflush(stream);
}

QString inBrackets(const QString &detail)
{
    return detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(detail);
}

} // namespace

void Console::say(const QString &line) const
{
    if (!json && !quiet)
        print(stdout, line);
}

void Console::warn(const QString &line) const
{
    print(stderr, QStringLiteral("adit-cli: ") + line);
}

void Console::answer(const QJsonObject &object) const
{
    if (json)
        print(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed());
}

int Console::fail(const Error &error) const
{
    warn(sentence(error));
    answer({{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), errorName(error.code)},
                                                  {QStringLiteral("subject"), error.subject},
                                                  {QStringLiteral("detail"), error.detail}}}});
    return exitCode(error.code);
}

QString sentence(const Error &error)
{
    const QString &subject = error.subject;
    const QString &detail = error.detail;
    switch (error.code) {
    case ErrorCode::UnknownRequirement:
        return QStringLiteral("\"%1\" is no requirement of this case's standard.").arg(subject);
    case ErrorCode::UnknownNode:
        return QStringLiteral("\"%1\" is not in this case's standard; expected: %2.")
            .arg(subject, QString(detail).replace(QLatin1Char(' '), QLatin1String(", ")));
    case ErrorCode::UnknownRating:
        return QStringLiteral("\"%1\" is no rating; expected is one of: %2, not-relevant.")
            .arg(subject, QString(detail).replace(QLatin1Char(' '), QLatin1String(", ")));
    case ErrorCode::UnknownChoice:
        return QStringLiteral("%1 is not allowed; expected is one of: %2.")
            .arg(subject, QString(detail).replace(QLatin1Char(' '), QLatin1String(", ")));
    case ErrorCode::InvalidDate:
        return QStringLiteral("%1 is no date; expected is YYYY-MM-DD.").arg(subject);
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
        return QStringLiteral("The text for %1 holds a character that cannot be kept (%2: code and position).")
            .arg(subject, detail);
    case ErrorCode::NotConfirmed:
        return QStringLiteral("The change of %1 was not confirmed.").arg(subject);
    case ErrorCode::NothingToChange:
        return QStringLiteral("There is nothing to change: %1.").arg(subject);
    case ErrorCode::SheetUnreadable:
        return QStringLiteral("The sheet %1 cannot be read%2.").arg(subject, inBrackets(detail));
    case ErrorCode::SheetEncoding:
        return QStringLiteral("%1 is not in the right encoding; save it as \"CSV UTF-8\"%2.")
            .arg(subject, inBrackets(detail));
    case ErrorCode::SheetTooLarge:
        return QStringLiteral("The sheet %1 is too large%2.").arg(subject, inBrackets(detail));
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
        return BadInput;
    case ErrorCode::NotConfirmed:
    case ErrorCode::NothingToChange:
    case ErrorCode::NothingToUndo:
    case ErrorCode::NothingToRedo:
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
