// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/signoff.h"

#include "core/base/rule.h"
#include "core/edits/recordrules.h"
#include "core/process/team.h"
#include "core/review/independence.h"
#include "core/review/threads.h"

#include <algorithm>

namespace adit {

namespace {

Result<RequirementCode> chapterFrom(const Standard &standard, const QString &chapter)
{
    const auto code = RequirementCode::fromString(chapter);
    if (!code || code->level() != NodeLevel::Chapter || !standard.find(*code))
        return Error{ErrorCode::UnknownNode, chapter, QStringLiteral("chapter")};
    return *code;
}

QString digestOf(const CaseView &view, const QString &chapter)
{
    return toHex(rootOf(leavesOf(view, chapter)));
}

QStringList waitingIn(const CaseView &view, const RequirementCode &chapter)
{
    QStringList waiting;
    for (const Thread &thread : threadsOf(view.assessment, {.onlyWaiting = true})) {
        const auto code = RequirementCode::fromString((*thread.comment)[field::comment::requirement]);
        if (code && chapter.contains(*code) &&
            (*thread.comment)[field::comment::weight] == QLatin1String("must-answer"))
            waiting.append(thread.entity.code);
    }
    return waiting;
}

} // namespace

SignOffState signOffOf(const CaseView &view, const QString &chapter)
{
    const Record &record = view.assessment.at(EntityKind::SignOff, chapter);
    if (!record.has(field::sign_off::digest))
        return {};
    const bool isSame = record[field::sign_off::digest] == digestOf(view, chapter);
    return {isSame ? SignOffState::State::Signed : SignOffState::State::ChangedSince,
            record[field::sign_off::signed_by], record.text(field::sign_off::signed_on.index)};
}

Result<Edit> signOff(const CaseView &view, const QString &chapter, const QString &by, const QDate &day)
{
    ADIT_TRY_ASSIGN(const RequirementCode code, chapterFrom(view.standard, chapter));
    if (signOffOf(view, chapter).state == SignOffState::State::Signed)
        return Error{ErrorCode::NothingToChange, chapter};
    for (const Record *member : activeMembers(view.assessment))
        if (isOnTeam(*member) && isMember(*member, by))
            return Error{ErrorCode::Independence, by, ruleMark(Rule::SignOffFromOutside)};
    if (const QStringList waiting = waitingIn(view, code); !waiting.isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("sign_off: ") + chapter,
                     ruleMark(Rule::CommentsSettledFirst, {waiting.join(QStringLiteral(", "))})};
    ADIT_TRY_ASSIGN(Edit edit, addRecord(view, view.assessment.derivedRef(EntityKind::SignOff, chapter),
                                         {{{&infoOf(field::sign_off::signed_on), toIso(day)},
                                           {&infoOf(field::sign_off::signed_by), by},
                                           {&infoOf(field::sign_off::digest), digestOf(view, chapter)}}}));
    edit.verb = Verb::SignOff;
    return edit;
}

Result<Edit> takeSignOffBack(const CaseView &view, const QString &chapter)
{
    ADIT_TRY(chapterFrom(view.standard, chapter));
    if (signOffOf(view, chapter).state == SignOffState::State::Open)
        return Error{ErrorCode::NothingToChange, chapter};
    ADIT_TRY_ASSIGN(Edit edit, changeRecord(view, view.assessment.derivedRef(EntityKind::SignOff, chapter),
                                            {{{&infoOf(field::sign_off::signed_on), {}},
                                              {&infoOf(field::sign_off::signed_by), {}},
                                              {&infoOf(field::sign_off::digest), {}}}}));
    edit.verb = Verb::SignOff;
    return edit;
}

} // namespace adit
