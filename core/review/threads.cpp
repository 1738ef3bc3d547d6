// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/threads.h"

#include "core/base/rule.h"
#include "core/edits/draft.h"
#include "core/edits/recordrules.h"

#include <algorithm>

namespace adit {

namespace {

Error noComment(const QString &label)
{
    return {ErrorCode::InvalidValue, QStringLiteral("comment: ") + label, ruleMark(Rule::CommentNumber)};
}

bool isAbout(const Assessment &assessment, const Record &comment, const QString &requirement)
{
    if (comment[field::comment::requirement] == requirement)
        return true;
    const Record *nonconformity =
        findByLabel(assessment, EntityKind::Nonconformity, comment[field::comment::nonconformity]);
    return nonconformity && (*nonconformity)[field::nonconformity::requirements].contains(requirement);
}

bool isWanted(const Assessment &assessment, const Thread &thread, const ThreadFilter &filter)
{
    const Record &comment = *thread.comment;
    return (filter.requirement.isEmpty() || isAbout(assessment, comment, filter.requirement)) &&
           (filter.nonconformity.isEmpty() || comment[field::comment::nonconformity] == filter.nonconformity) &&
           (filter.round.isEmpty() || comment[field::comment::round] == filter.round) &&
           (!filter.onlyWaiting || thread.isWaiting());
}

qsizetype rankOfRound(const Record &comment)
{
    return QString(infoOf(field::comment::round).choices)
        .split(QLatin1Char(' '))
        .indexOf(comment[field::comment::round]);
}

void addReplies(const Assessment &assessment, std::vector<Thread> &threads)
{
    for (const Record *reply : recordsInOrder(assessment, EntityKind::Reply))
        for (Thread &thread : threads)
            if ((*reply)[field::reply::comment] == (*thread.comment)[field::comment::label])
                thread.replies.push_back(reply);
    for (Thread &thread : threads)
        std::ranges::stable_sort(thread.replies, {},
                                 [](const Record *reply) { return reply->text(field::reply::made.index); });
}

QString dayText(const Remark &remark)
{
    return toIso(remark.day);
}

} // namespace

bool Thread::isNote() const
{
    return (*comment)[field::comment::weight] == QLatin1String("note");
}

Thread::State Thread::state() const
{
    if (comment->has(field::comment::resolved))
        return State::Settled;
    return comment->has(field::comment::answer) ? State::Answered : State::Open;
}

std::vector<Thread> threadsOf(const Assessment &assessment, const ThreadFilter &filter)
{
    std::vector<Thread> threads;
    for (const auto &[id, comment] : assessment.records(EntityKind::Comment)) {
        Thread thread{{EntityKind::Comment, id, comment[field::comment::label]}, &comment, {}};
        if (comment.has(field::comment::text) && isWanted(assessment, thread, filter))
            threads.push_back(std::move(thread));
    }
    std::ranges::sort(threads, [](const Thread &a, const Thread &b) {
        const auto key = [](const Thread &thread) {
            return std::tuple(rankOfRound(*thread.comment), thread.entity.code.size(), thread.entity.code);
        };
        return key(a) < key(b);
    });
    addReplies(assessment, threads);
    return threads;
}

std::optional<Thread> threadOf(const Assessment &assessment, const QString &label)
{
    for (Thread &thread : threadsOf(assessment))
        if (thread.entity.code == label)
            return std::move(thread);
    return std::nullopt;
}

Result<Edit> comment(const CaseView &view, const EntityRef &newComment, const RecordInput &input, const Remark &remark)
{
    RecordInput whole = input;
    whole.values.emplace_back(&infoOf(field::comment::text), remark.text);
    whole.values.emplace_back(&infoOf(field::comment::made_by), remark.by);
    whole.values.emplace_back(&infoOf(field::comment::made), dayText(remark));
    whole.values.emplace_back(&infoOf(field::comment::state), QStringLiteral("open"));
    ADIT_TRY_ASSIGN(Edit edit, addRecord(view, newComment, whole));
    edit.verb = Verb::Comment;
    return edit;
}

Result<Edit> answer(const CaseView &view, const QString &label, const EntityRef &newReply, const Remark &remark,
                    bool isAccepted)
{
    const auto thread = threadOf(view.assessment, label);
    if (!thread)
        return noComment(label);
    if (remark.text.trimmed().isEmpty())
        return Error{ErrorCode::InvalidValue, QStringLiteral("answer:"), ruleMark(Rule::TextNeeded)};
    Draft draft(view, Verb::Comment, label);
    if (thread->state() == Thread::State::Open) {
        ADIT_TRY_ASSIGN(Edit first,
                        changeRecord(view, thread->entity,
                                     {{{&infoOf(field::comment::answer), remark.text},
                                       {&infoOf(field::comment::answered), dayText(remark)},
                                       {&infoOf(field::comment::answered_by), remark.by},
                                       {&infoOf(field::comment::state),
                                        isAccepted ? QStringLiteral("accepted") : QStringLiteral("rejected")}}}));
        draft.add(std::move(first));
        return draft.edit();
    }
    ADIT_TRY_ASSIGN(Edit reply, addRecord(view, newReply,
                                          {{{&infoOf(field::reply::comment), label},
                                            {&infoOf(field::reply::made), dayText(remark)},
                                            {&infoOf(field::reply::made_by), remark.by},
                                            {&infoOf(field::reply::text), remark.text}}}));
    draft.add(std::move(reply));
    return draft.edit();
}

Result<Edit> settle(const CaseView &view, const QString &label, const Remark &remark)
{
    const auto thread = threadOf(view.assessment, label);
    if (!thread)
        return noComment(label);
    const Record &comment = *thread->comment;
    if (thread->state() == Thread::State::Settled)
        return Error{ErrorCode::NothingToChange, label};
    if (!thread->isNote() && thread->state() == Thread::State::Open)
        return Error{ErrorCode::InvalidValue, QStringLiteral("resolved: ") + label,
                     ruleMark(Rule::AnswerBeforeSettling)};
    if (!thread->isNote() && isSamePerson(comment[field::comment::answered_by], remark.by) &&
        !isSamePerson(comment[field::comment::made_by], remark.by))
        return Error{ErrorCode::Independence, remark.by, ruleMark(Rule::AnswererDoesNotSettle)};
    ADIT_TRY_ASSIGN(Edit edit, changeRecord(view, thread->entity,
                                            {{{&infoOf(field::comment::resolved), dayText(remark)},
                                              {&infoOf(field::comment::resolved_by), remark.by}}}));
    edit.verb = Verb::Comment;
    return edit;
}

Result<Edit> reopen(const CaseView &view, const QString &label)
{
    const auto thread = threadOf(view.assessment, label);
    if (!thread)
        return noComment(label);
    if (thread->state() != Thread::State::Settled)
        return Error{ErrorCode::NothingToChange, label};
    ADIT_TRY_ASSIGN(Edit edit, changeRecord(view, thread->entity,
                                            {{{&infoOf(field::comment::resolved), {}},
                                              {&infoOf(field::comment::resolved_by), {}}}}));
    edit.verb = Verb::Comment;
    return edit;
}

} // namespace adit
