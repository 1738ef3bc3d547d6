// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/errorwords.h"

#include "core/edits/locks.h"
#include "ui/words/choicewords.h"
#include "ui/words/releasewords.h"
#include "ui/words/rulewords.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace adit {

namespace {

struct Sentences
{
    const char *head;
    const char *text;
};

Sentences sentencesOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownRequirement:
        return {QT_TRANSLATE_NOOP("Error", "There is no requirement “%1” in this standard."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Check the number.")};
    case ErrorCode::UnknownNode:
        return {
            QT_TRANSLATE_NOOP("Error", "“%1” is not a chapter, criterion, requirement or step that can be used here."),
            QT_TRANSLATE_NOOP("Error", "Nothing was changed. Expected: %2.")};
    case ErrorCode::UnknownRating:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is not a rating of this standard."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Possible are: %2.")};
    case ErrorCode::UnknownChoice:
        return {QT_TRANSLATE_NOOP("Error", "“%1” cannot be chosen here."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Possible are: %2.")};
    case ErrorCode::InvalidDate:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is not a date."),
                QT_TRANSLATE_NOOP("Error",
                                  "Nothing was changed. Write the date as year-month-day, for example 2026-05-04.")};
    case ErrorCode::InvalidNumber:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is not a number that fits."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Expected: %2.")};
    case ErrorCode::InvalidValue:
        return {QT_TRANSLATE_NOOP("Error", "“%1” does not fit here."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Expected: %2.")};
    case ErrorCode::MissingJustification:
        return {QT_TRANSLATE_NOOP("Error", "%1 needs a justification."),
                QT_TRANSLATE_NOOP("Error", "The entry is as it was. Write why, then confirm.")};
    case ErrorCode::MissingUntil:
        return {QT_TRANSLATE_NOOP("Error", "%1 needs the date by which it will be rated."),
                QT_TRANSLATE_NOOP("Error", "The entry is as it was. Add the date, then confirm.")};
    case ErrorCode::TextTooLong:
        return {QT_TRANSLATE_NOOP("Error", "The text for “%1” is too long to store."),
                QT_TRANSLATE_NOOP(
                    "Error",
                    "The last stored text is kept; what you typed is still in the field. The limit is %2 characters.")};
    case ErrorCode::TextUnclean:
        return {QT_TRANSLATE_NOOP("Error", "The text for “%1” holds a control character that cannot be stored."),
                QT_TRANSLATE_NOOP(
                    "Error",
                    "The last stored text is kept; what you typed is still in the field. Remove the character (%2).")};
    case ErrorCode::NotConfirmed:
        return {QT_TRANSLATE_NOOP("Error", "What you typed for %1 waits to be confirmed."),
                QT_TRANSLATE_NOOP("Error", "What you typed is still in the field. Confirm it, or cancel.")};
    case ErrorCode::NothingToChange:
        return {QT_TRANSLATE_NOOP("Error", "There is nothing to change."), "%1"};
    case ErrorCode::Independence:
        return {QT_TRANSLATE_NOOP("Error", "“%1” may not do this."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. The rule: %2.")};
    case ErrorCode::GateClosed:
        return {QT_TRANSLATE_NOOP("Error", "Step %1 cannot be moved on yet."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Missing: %2")};
    case ErrorCode::ProfileNeeded:
        return {QT_TRANSLATE_NOOP("Error", "This is done in one’s own name."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Open your profile first: %1.")};
    case ErrorCode::ProfileInvalid:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is not a profile that can be used."),
                QT_TRANSLATE_NOOP("Error", "The file was left as it is. Expected: %2.")};
    case ErrorCode::WrongPassphrase:
        return {QT_TRANSLATE_NOOP("Error", "That is not the passphrase of “%1”."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Mind capital letters and the keyboard’s language.")};
    case ErrorCode::ProfileRevoked:
        return {QT_TRANSLATE_NOOP("Error", "The profile of %1 counts no more."), "%2"};
    case ErrorCode::CaseLocked:
        return {QT_TRANSLATE_NOOP("Error", "%1 is locked."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed; what you typed is still in the field. Locked %2.")};
    case ErrorCode::RoleForbids:
        return {QT_TRANSLATE_NOOP("Error", "This copy of the case was made for another role."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Who works in it (%2) does not write “%1”.")};
    case ErrorCode::IdentitySealed:
        return {QT_TRANSLATE_NOOP("Error", "Who %1 is cannot be read with your profile."),
                QT_TRANSLATE_NOOP("Error", "Whoever wrote the name can share it with you.")};
    case ErrorCode::SheetUnreadable:
        return {QT_TRANSLATE_NOOP("Error", "The sheet “%1” could not be read."),
                QT_TRANSLATE_NOOP("Error", "Nothing was imported. Expected: %2.")};
    case ErrorCode::SheetEncoding:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is not in the expected encoding."),
                QT_TRANSLATE_NOOP("Error", "Nothing was imported. Save it as CSV UTF-8 and try again.")};
    case ErrorCode::SheetTooLarge:
        return {QT_TRANSLATE_NOOP("Error", "The file “%1” is too large."),
                QT_TRANSLATE_NOOP("Error", "Nothing was imported. The limit is %2.")};
    case ErrorCode::SheetColumns:
        return {QT_TRANSLATE_NOOP("Error", "Columns of “%1” are missing or repeated."),
                QT_TRANSLATE_NOOP("Error", "Nothing was imported. %2")};
    case ErrorCode::SheetRows:
        return {QT_TRANSLATE_NOOP("Error", "Some rows of “%1” cannot be taken."),
                QT_TRANSLATE_NOOP("Error", "Nothing was imported. %2")};
    case ErrorCode::StandardInvalid:
        return {QT_TRANSLATE_NOOP("Error", "The standard’s file is not valid at %1."),
                QT_TRANSLATE_NOOP("Error", "It was not loaded. Expected there: %2.")};
    case ErrorCode::StandardUnknown:
        return {QT_TRANSLATE_NOOP("Error", "The standard “%1” is not known."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Known are: %2.")};
    case ErrorCode::FileMissing:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is not there."),
                QT_TRANSLATE_NOOP("Error",
                                  "Nothing was changed. Perhaps it was moved, or the memory stick is not plugged in.")};
    case ErrorCode::FileMoved:
        return {QT_TRANSLATE_NOOP("Error", "“%1” was moved, removed or replaced while it was open."),
                QT_TRANSLATE_NOOP("Error", "Everything up to the last saved entry is here. Go on in a copy, or put the "
                                           "file back where it was.")};
    case ErrorCode::FileExists:
        return {QT_TRANSLATE_NOOP("Error", "“%1” exists already."),
                QT_TRANSLATE_NOOP("Error", "It was not overwritten. Choose another name or folder.")};
    case ErrorCode::FileForeign:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is not an Adit case."),
                QT_TRANSLATE_NOOP("Error", "The file was left as it is. Choose a file that ends in .adit.")};
    case ErrorCode::FileDamaged:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is damaged."),
                QT_TRANSLATE_NOOP("Error", "It was left as it is. Open your latest backup; what was found: %2")};
    case ErrorCode::FileNewer:
        return {QT_TRANSLATE_NOOP("Error", "“%1” was written by a newer version of Adit."),
                QT_TRANSLATE_NOOP("Error", "It was left as it is. Install a version that reads format %2.")};
    case ErrorCode::FileReadOnly:
        return {
            QT_TRANSLATE_NOOP("Error", "“%1” cannot be written."),
            QT_TRANSLATE_NOOP("Error", "Nothing was changed. Copy it to a folder you may write to and open the copy.")};
    case ErrorCode::FileLocked:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is open elsewhere."),
                QT_TRANSLATE_NOOP("Error", "It was left as it is. Close it there first: %2")};
    case ErrorCode::FileSuspicious:
        return {QT_TRANSLATE_NOOP("Error", "“%1” has parts that do not belong into an Adit case."),
                QT_TRANSLATE_NOOP("Error", "It was not opened. Ask the person who sent it; what differs: %2")};
    case ErrorCode::FolderUnwritable:
        return {QT_TRANSLATE_NOOP("Error", "The folder “%1” cannot be written."),
                QT_TRANSLATE_NOOP("Error", "Nothing was saved there. Choose another folder.")};
    case ErrorCode::StorageFull:
        return {QT_TRANSLATE_NOOP("Error", "There is no room left for “%1”."),
                QT_TRANSLATE_NOOP(
                    "Error",
                    "Everything up to the last saved entry is safe. Free some space, then repeat the last entry.")};
    case ErrorCode::StorageFailed:
        return {QT_TRANSLATE_NOOP("Error", "“%1” could not be written."),
                QT_TRANSLATE_NOOP("Error", "Everything up to the last saved entry is safe. The system says: %2")};
    case ErrorCode::NothingToUndo:
        return {QT_TRANSLATE_NOOP("Error", "There is nothing left to undo."), ""};
    case ErrorCode::NothingToRedo:
        return {QT_TRANSLATE_NOOP("Error", "There is nothing left to redo."), ""};
    case ErrorCode::JournalBroken:
        return {
            QT_TRANSLATE_NOOP("Error", "The history of this case does not check out at %1."),
            QT_TRANSLATE_NOOP(
                "Error", "Nothing was changed. Keep a copy of the file and open your latest backup; what failed: %2")};
    case ErrorCode::CaseUnrelated:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is no copy of this assessment."),
                QT_TRANSLATE_NOOP("Error", "Both files were left as they are. What it is: %2")};
    case ErrorCode::OperationRefused:
        return {QT_TRANSLATE_NOOP("Error", "The history in “%1” does not hold together."),
                QT_TRANSLATE_NOOP("Error", "Nothing of it was taken; both files are as they were. Ask who sent it for "
                                           "a new copy. What failed: %2")};
    case ErrorCode::JournalForked:
        return {QT_TRANSLATE_NOOP("Error", "“%1” and this case went on separately under one name."),
                QT_TRANSLATE_NOOP("Error", "This happens when a laptop is restored from a backup. Both files were left "
                                           "as they are: %2")};
    case ErrorCode::MergeBuiltOn:
        return {QT_TRANSLATE_NOOP("Error", "What came in with “%1” cannot be taken out any more."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. Other work was built on it: %2")};
    case ErrorCode::LabelsClash:
        return {QT_TRANSLATE_NOOP("Error", "In “%1” numbers stand for other things than here."),
                QT_TRANSLATE_NOOP("Error", "Both files were left as they are. The numbers: %2")};
    case ErrorCode::ParcelInvalid:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is no parcel that can be opened."),
                QT_TRANSLATE_NOOP("Error", "Nothing was written. %2")};
    case ErrorCode::ParcelForeign:
        return {QT_TRANSLATE_NOOP("Error", "The parcel “%1” is sealed to somebody else."),
                QT_TRANSLATE_NOOP("Error", "It is sealed to %2. Ask whoever made it for one that is sealed to your "
                                           "profile.")};
    case ErrorCode::CopyWithholds:
        return {QT_TRANSLATE_NOOP("Error", "“%1” withholds work of an older form that is missing here."),
                QT_TRANSLATE_NOOP("Error", "Without its content it cannot be checked. Both files were left as they "
                                           "are. Merge the copy of whoever did that work first: %2.")};
    case ErrorCode::ConflictUnknown:
        return {QT_TRANSLATE_NOOP("Error", "There is no conflict “%1” any more."), ""};
    case ErrorCode::VersionUnknown:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is not one of the versions."),
                QT_TRANSLATE_NOOP("Error", "Nothing was changed. They are: %2")};
    case ErrorCode::ReleaseInvalid:
        return {QT_TRANSLATE_NOOP("Error", "“%1” is not as a release has it."),
                QT_TRANSLATE_NOOP("Error", "Expected: %2")};
    case ErrorCode::ReleaseBlocked:
        return {QT_TRANSLATE_NOOP("Error", "It does not go out."),
                QT_TRANSLATE_NOOP("Error", "What holds it up: %1.\n%2")};
    case ErrorCode::FontMissing:
        return {QT_TRANSLATE_NOOP("Error", "The font “%1” is missing."),
                QT_TRANSLATE_NOOP("Error", "No report was made. Install the package %2.")};
    case ErrorCode::ReportFailed:
        return {QT_TRANSLATE_NOOP("Error", "The report could not be made."),
                QT_TRANSLATE_NOOP("Error", "The case is as it was. %1 %2")};
    case ErrorCode::Cancelled:
        return {QT_TRANSLATE_NOOP("Error", "Cancelled."), QT_TRANSLATE_NOOP("Error", "Nothing was changed.")};
    }
    return {"%1", "%2"};
}

QString filled(const char *text, const Error &error)
{
    QString sentence = QCoreApplication::translate("Error", text);
    // One pass, so that a "%2" inside a file name stays what it is.
    const auto place = [&](QLatin1String mark, const QString &value, QString &out) {
        if (!sentence.startsWith(mark))
            return false;
        out += value;
        sentence.remove(0, mark.size());
        return true;
    };
    QString out;
    while (!sentence.isEmpty()) {
        if (place(QLatin1String("%1"), error.subject, out) || place(QLatin1String("%2"), error.detail, out))
            continue;
        out += sentence.at(0);
        sentence.remove(0, 1);
    }
    return out.trimmed();
}

/// "cause: not known" by the label of the field; the label alone where there is no value.
QString fieldAndValue(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([a-z_]+):\\s*(.*)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return text;
    const QString field = fieldNameWords(match.captured(1));
    return match.captured(2).isEmpty() ? field
                                       : QCoreApplication::translate("Error", "%1: %2").arg(field, match.captured(2));
}

QString subjectWords(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidValue:
    case ErrorCode::InvalidDate:
    case ErrorCode::InvalidNumber:
    case ErrorCode::UnknownChoice:
        return fieldAndValue(withRuleWords(error.subject));
    case ErrorCode::RoleForbids:
    case ErrorCode::TextTooLong:
    case ErrorCode::TextUnclean:
        return fieldNameWords(error.subject);
    case ErrorCode::ReleaseBlocked:
        return blockedWords(error.subject);
    case ErrorCode::CaseLocked:
        return error.subject == wholeCase ? QCoreApplication::translate("Error", "The whole case") : error.subject;
    default:
        return withRuleWords(error.subject);
    }
}

QString detailWords(const Error &error)
{
    switch (error.code) {
    case ErrorCode::UnknownNode:
        return nodeWords(error.detail);
    case ErrorCode::ReleaseBlocked:
        return blockedPlaces(error.subject, error.detail);
    case ErrorCode::RoleForbids:
        return choiceWord(infoOf(field::team_member::role), error.detail);
    default:
        return withRuleWords(error.detail);
    }
}

/// Nobody's history is wrong where the case went on while somebody looked at what would come in.
Sentences sentencesOf(const Error &error)
{
    if (error.code == ErrorCode::OperationRefused && namesRule(error.detail, Rule::ReadCopyAgain))
        return {QT_TRANSLATE_NOOP("Error", "This case changed since “%1” was read."),
                QT_TRANSLATE_NOOP("Error", "Nothing of it was taken; both files are as they were. Read it again: it is "
                                           "then compared with the case as it is now.")};
    if (isAboutNames(error))
        return {
            QT_TRANSLATE_NOOP("Error", "It would name somebody, and was not made."),
            QT_TRANSLATE_NOOP("Error", "%2\nRewrite the text or withhold the name. Nobody lets a whole name pass.")};
    return sentencesOf(error.code);
}

} // namespace

ErrorWords errorWords(const Error &error)
{
    const Sentences sentences = sentencesOf(error);
    const Error told{error.code, subjectWords(error), detailWords(error)};
    return {filled(sentences.head, told), filled(sentences.text, told)};
}

} // namespace adit
