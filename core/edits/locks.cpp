// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/locks.h"

#include "core/base/rule.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/identity/compartment.h"

#include <algorithm>

namespace adit {

namespace {

bool isLocked(const Record &lock)
{
    return lock[field::lock::state] == QLatin1String("locked");
}

LockState stateOf(const Record &lock)
{
    return {lock[field::lock::scope], lock.text(field::lock::since.index), lock[field::lock::set_by],
            lock[field::lock::reason]};
}

Error lockedBy(const Assessment &assessment, const LockState &lock)
{
    const auto who = profileIn(assessment, lock.setBy);
    QStringList words{lock.since};
    if (who)
        words.append(who->actor());
    if (!lock.reason.isEmpty())
        words.append(lock.reason);
    return {ErrorCode::CaseLocked, lock.scope, words.join(QStringLiteral(", "))};
}

/// What a lock of the whole case leaves open: the process itself, what is said about the case, and decided.
bool isOutsideLocks(const Change &change)
{
    switch (change.entity.kind) {
    case EntityKind::Comment:
    case EntityKind::Reply:
    case EntityKind::SignOff:
    case EntityKind::ReviewMark:
    case EntityKind::Lock:
    case EntityKind::Decision:
    case EntityKind::Calibration:
    case EntityKind::BlindRating:
    case EntityKind::Redaction:
    case EntityKind::PublicPhoto:
    case EntityKind::Dismissal:
    case EntityKind::Release:
    case EntityKind::Handover:
    case EntityKind::Profile:
    case EntityKind::KeyShare:
    case EntityKind::Complaint:
    case EntityKind::Milestone:
    case EntityKind::Step:
    case EntityKind::GatePass:
        return true;
    case EntityKind::Details:
        return change.field == &infoOf(field::details::deferred_left_out) ||
               change.field == &infoOf(field::details::deferred_codes) ||
               change.field == &infoOf(field::details::company_comments) ||
               change.field == &infoOf(field::details::disclosure);
    default:
        return false;
    }
}

/// The nodes that a change is about.
QStringList nodesOf(const CaseView &view, const Change &change)
{
    switch (change.entity.kind) {
    case EntityKind::Answer:
    case EntityKind::Relevance:
    case EntityKind::Action:
        return {change.entity.code};
    case EntityKind::Nonconformity: {
        const Record *record = view.assessment.find(change.entity.kind, change.entity.id);
        QStringList nodes = record ? (*record)[field::nonconformity::requirements] : QStringList();
        if (change.field == &infoOf(field::nonconformity::requirements))
            nodes.append(change.member);
        return nodes;
    }
    default:
        return {};
    }
}

bool mayUnlock(const Assessment &assessment, const LockState &lock, const QString &fingerprint)
{
    static const QStringList roles{QStringLiteral("lead-auditor"), QStringLiteral("technical-reviewer"),
                                   QStringLiteral("decision-maker"), QStringLiteral("programme-manager")};
    return lock.setBy == fingerprint ||
           std::ranges::any_of(assessment.records(EntityKind::TeamMember), [&](const auto &entry) {
               const Record &member = entry.second;
               return member[field::team_member::profile] == fingerprint &&
                      roles.contains(member[field::team_member::role]);
           });
}

Result<Edit> setLock(const CaseView &view, Verb verb, const LockState &lock, const Profile &by)
{
    ADIT_TRY(checkCounts(view.assessment, by.shown()));
    Draft draft(view, verb, lock.scope);
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), by.shown()));
    draft.add(std::move(introduced));
    const bool locks = verb == Verb::Lock;
    ADIT_TRY_ASSIGN(
        Edit set, addRecord(draft.view(), view.assessment.derivedRef(EntityKind::Lock, lock.scope),
                            {{{&infoOf(field::lock::state), locks ? QStringLiteral("locked") : QStringLiteral("open")},
                              {&infoOf(field::lock::since), lock.since},
                              {&infoOf(field::lock::set_by), lock.setBy},
                              {&infoOf(field::lock::reason), lock.reason}}}));
    draft.add(std::move(set));
    return draft.edit();
}

} // namespace

std::optional<LockState> lockOver(const Assessment &assessment, const QString &node)
{
    const auto code = RequirementCode::fromString(node);
    for (const LockState &lock : locksOf(assessment)) {
        const auto scope = RequirementCode::fromString(lock.scope);
        if (lock.scope == wholeCase || (code && scope && scope->contains(*code)))
            return lock;
    }
    return std::nullopt;
}

std::vector<LockState> locksOf(const Assessment &assessment)
{
    std::vector<LockState> locks;
    for (const auto &[id, record] : assessment.records(EntityKind::Lock))
        if (isLocked(record))
            locks.push_back(stateOf(record));
    std::ranges::sort(locks, [](const LockState &a, const LockState &b) {
        const bool isWhole = a.scope == wholeCase;
        if (isWhole != (b.scope == wholeCase))
            return isWhole;
        return RequirementCode::fromString(a.scope) < RequirementCode::fromString(b.scope);
    });
    return locks;
}

Result<Edit> lock(const CaseView &view, const QString &scope, const Profile &by, const QDate &day,
                  const QString &reason)
{
    const auto code = RequirementCode::fromString(scope);
    if (scope != wholeCase && !(code && code->level() != NodeLevel::Principle && view.standard.find(*code)))
        return Error{ErrorCode::UnknownNode, scope, QStringLiteral("chapter criterion requirement")};
    if (isLocked(view.assessment.at(EntityKind::Lock, scope)))
        return Error{ErrorCode::NothingToChange, scope};
    return setLock(view, Verb::Lock, {scope, toIso(day), by.shown().fingerprint(), reason}, by);
}

Result<Edit> unlock(const CaseView &view, const QString &scope, const Profile &by, const QDate &day,
                    const QString &reason)
{
    const Record &record = view.assessment.at(EntityKind::Lock, scope);
    if (!isLocked(record))
        return Error{ErrorCode::NothingToChange, scope};
    if (!mayUnlock(view.assessment, stateOf(record), by.shown().fingerprint()))
        return Error{ErrorCode::Independence, by.shown().actor(), ruleMark(Rule::WhoUnlocks)};
    return setLock(view, Verb::Unlock, {scope, toIso(day), by.shown().fingerprint(), reason}, by);
}

Result<> checkLocks(const CaseView &view, const Edit &edit, const PublicProfile *by)
{
    const auto locks = locksOf(view.assessment);
    if (locks.empty())
        return {};
    for (const Change &change : edit.changes) {
        if (change.entity.kind == EntityKind::Lock && change.field == &infoOf(field::lock::state)) {
            const Record &record = view.assessment.at(EntityKind::Lock, change.entity.code);
            const bool opens = isLocked(record) && change.value != QLatin1String("locked");
            if (opens && !(by && mayUnlock(view.assessment, stateOf(record), by->fingerprint())))
                return lockedBy(view.assessment, stateOf(record));
        }
        if (locks.front().scope == wholeCase && !isOutsideLocks(change))
            return lockedBy(view.assessment, locks.front());
        for (const QString &node : nodesOf(view, change))
            if (const auto over = lockOver(view.assessment, node); over && over->scope != wholeCase)
                return lockedBy(view.assessment, *over);
    }
    return {};
}

} // namespace adit
