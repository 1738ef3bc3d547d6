// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/undo.h"

#include "core/journal/registers.h"
#include "core/storage/journaltables.h"

#include <algorithm>
#include <map>
#include <set>

namespace adit {

namespace {

HistoryEntry entryFrom(const StoredEdit &edit)
{
    return {.first = edit.first,
            .time = Instant{static_cast<qint64>(edit.time >> 16)},
            .actor = edit.context.actor,
            .verb = verbFromCode(edit.context.verb).value_or(Verb::Import),
            .subject = edit.context.subject,
            .operations = static_cast<int>(edit.last - edit.first.sequence + 1)};
}

/// Follows the edits, latest first, and keeps account of which are taken back.
class Account
{
public:
    /// True if the edit just seen has been taken back by one seen before (that is, later).
    bool see(const StoredEdit &edit)
    {
        const bool takenBack = m_takenBack.contains(edit.first);
        if (edit.context.undoes && !takenBack)
            m_takenBack.insert(*edit.context.undoes);
        return takenBack;
    }

private:
    std::set<Version> m_takenBack;
};

/// What an undo of an undo puts back is the edit itself: the entry to name in the menu.
Result<std::optional<HistoryEntry>> firstWhere(JournalTables &journal,
                                               const std::function<int(const StoredEdit &, bool takenBack)> &decide)
{
    constexpr int take = 1;
    constexpr int stop = -1;
    Account account;
    std::optional<HistoryEntry> found;
    ADIT_TRY(journal.forEachEditBackwards([&](const StoredEdit &edit) {
        const int decision = decide(edit, account.see(edit));
        if (decision == take)
            found = entryFrom(edit);
        return decision != take && decision != stop;
    }));
    return found;
}

/// Operations at hand, to spare a look into the file for each.
using KnownOperations = std::map<Version, const Operation *>;

/// The value that was shown before an operation: the latest of those it replaced.
Result<std::optional<QString>> valueBefore(JournalTables &journal, const Operation &operation, MergeRule rule,
                                           const KnownOperations &known = {})
{
    std::vector<Head> heads;
    for (const Version &base : operation.bases) {
        if (const auto at = known.find(base); at != known.end()) {
            heads.push_back({base, at->second->time, at->second->value});
            continue;
        }
        ADIT_TRY_ASSIGN(const auto before, journal.find(base));
        if (before)
            heads.push_back({base, before->time, before->value});
    }
    return shownValue(heads, rule);
}

} // namespace

Result<std::optional<HistoryEntry>> latestToUndo(JournalTables &journal)
{
    return firstWhere(journal, [](const StoredEdit &edit, bool takenBack) {
        const auto verb = verbFromCode(edit.context.verb);
        if (verb == Verb::Create)
            return -1;
        return !takenBack && verb != Verb::Undo && verb != Verb::Redo ? 1 : 0;
    });
}

Result<std::optional<HistoryEntry>> latestToRedo(JournalTables &journal)
{
    return firstWhere(journal, [](const StoredEdit &edit, bool takenBack) {
        const auto verb = verbFromCode(edit.context.verb);
        if (verb == Verb::Undo)
            return takenBack ? 0 : 1;
        return verb == Verb::Redo ? 0 : -1;
    });
}

Result<Edit> inverseOf(JournalTables &journal, const Assessment &assessment, const HistoryEntry &target, Verb verb)
{
    std::optional<StoredEdit> stored;
    ADIT_TRY(journal.forEachEditBackwards([&](const StoredEdit &edit) {
        if (edit.first == target.first)
            stored = edit;
        return !stored;
    }));
    if (!stored)
        return Error{ErrorCode::JournalBroken, QString::number(target.first.sequence), QStringLiteral("edit")};
    ADIT_TRY_ASSIGN(const auto operations, journal.operationsOf(*stored));
    Edit inverse{verb, target.subject, {}};
    std::vector<Change> asItIs; // changes that change nothing
    for (auto operation = operations.rbegin(); operation != operations.rend(); ++operation) {
        const auto path = resolveField(operation->entity.kind, operation->field);
        if (!path)
            return Error{ErrorCode::JournalBroken, operation->field};
        ADIT_TRY_ASSIGN(const auto before, valueBefore(journal, *operation, path->field->merge()));
        const Record *record = assessment.find(operation->entity.kind, operation->entity.id);
        const bool isMember = !path->member.isEmpty();
        const bool same = record && !isMember && record->value(path->field->index) == before;
        (same ? asItIs : inverse.changes).push_back({operation->entity, path->field, path->member, before});
    }
    // The journal must say that the edit is taken back, also where that makes no difference.
    if (inverse.changes.empty())
        inverse.changes = std::move(asItIs);
    return inverse;
}

Result<std::vector<HistoryEntry>> historyOf(JournalTables &journal, int limit)
{
    std::vector<HistoryEntry> entries;
    Account account;
    ADIT_TRY(journal.forEachEditBackwards([&](const StoredEdit &edit) {
        entries.push_back(entryFrom(edit));
        entries.back().undone = account.see(edit);
        return static_cast<int>(entries.size()) < limit;
    }));
    return entries;
}

Result<std::vector<LogEntry>> logOf(JournalTables &journal, const std::optional<RequirementCode> &requirement,
                                    const std::optional<Instant> &since)
{
    std::set<Version> undone;
    Account account;
    ADIT_TRY(journal.forEachEditBackwards([&](const StoredEdit &edit) {
        if (account.see(edit))
            undone.insert(edit.first);
        return true;
    }));
    std::vector<Operation> operations;
    const QByteArray condition = requirement ? QByteArray("op.code = ?1") : QByteArray("1");
    std::vector<QString> parameters;
    if (requirement)
        parameters.push_back(requirement->toString());
    ADIT_TRY(journal.forEach(condition, "op.time DESC, op.number DESC", parameters, [&](const Operation &operation) {
        if (since && operation.moment() < *since)
            return false;
        operations.push_back(operation);
        return true;
    }));
    KnownOperations known;
    for (const Operation &operation : operations)
        known.emplace(operation.version, &operation);
    std::vector<LogEntry> entries;
    for (const Operation &operation : operations) {
        const auto path = resolveField(operation.entity.kind, operation.field);
        if (!path)
            return Error{ErrorCode::JournalBroken, operation.field};
        ADIT_TRY_ASSIGN(const auto before, valueBefore(journal, operation, path->field->merge(), known));
        // A sealed text says nothing to a reader, and the key it was sealed with must not be told.
        const bool isTold = path->field->audience != Audience::Identity;
        entries.push_back({.version = operation.version,
                           .time = operation.moment(),
                           .actor = operation.edit.actor,
                           .entity = operation.entity,
                           .field = operation.field,
                           .audience = path->field->audience,
                           .before = isTold ? before : std::nullopt,
                           .after = isTold ? operation.value : std::nullopt,
                           .verb = verbFromCode(operation.edit.verb).value_or(Verb::Import),
                           .undone = undone.contains({operation.version.replica, operation.edit.first})});
    }
    return entries;
}

} // namespace adit
