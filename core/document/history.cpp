// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/history.h"

#include <algorithm>
#include <map>

namespace adit {

namespace {

/// Operations at hand, to spare a look into the file for each.
using KnownOperations = std::map<Version, const Operation *>;

Result<std::vector<Head>> headsBefore(JournalTables &journal, const Operation &operation, const KnownOperations &known)
{
    std::vector<Head> heads;
    for (const Version &base : operation.bases) {
        const auto at = known.find(base);
        std::optional<Operation> stored;
        if (at == known.end()) {
            ADIT_TRY_ASSIGN(stored, journal.find(base));
        }
        const Operation *before = at != known.end() ? at->second : stored ? &*stored : nullptr;
        // Who takes a thing away names all that is known of it.
        if (before && before->field == operation.field)
            heads.push_back({base, before->time, before->value, before->disclosed});
    }
    return heads;
}

/// The edits that are taken back, without reading those that take nothing back.
Result<std::set<Version>> takenBack(CaseStore &store)
{
    UndoAccount account;
    ADIT_TRY(store.journal().forEachEditBackwards({"edit.undoes IS NOT NULL"}, [&](const StoredEdit &edit) {
        account.see(edit);
        return true;
    }));
    return account.takenBack();
}

Result<std::optional<StoredEdit>> editAt(JournalTables &journal, qint64 number)
{
    std::optional<StoredEdit> found;
    ADIT_TRY(journal.forEachEditBackwards({"edit.number = " + QByteArray::number(number)}, [&](const StoredEdit &edit) {
        found = edit;
        return false;
    }));
    return found;
}

bool isWanted(const StoredMerge &merge, const HistoryFilter &filter)
{
    return !filter.asksForWhat() && (filter.person.isEmpty() || merge.actor == filter.person) &&
           merge.actor.contains(filter.personHas) && (!filter.since || merge.time >= *filter.since) &&
           (!filter.before || merge.time < *filter.before);
}

LogEntry withheldEntry(const Operation &operation)
{
    return {.version = operation.version,
            .time = operation.moment(),
            .actor = operation.edit.actor,
            .entity = operation.entity,
            .field = {},
            .audience = Audience::Team,
            .before = {},
            .after = {},
            .verb = verbFromCode(operation.edit.verb).value_or(Verb::Import),
            .withheld = true};
}

Result<LogEntry> entryFrom(JournalTables &journal, const Operation &operation, const KnownOperations &known,
                           const std::set<Version> &undone)
{
    if (operation.withheld)
        return withheldEntry(operation);
    const auto path = resolveField(operation.entity.kind, operation.field);
    if (!path)
        return Error{ErrorCode::JournalBroken, operation.field};
    ADIT_TRY_ASSIGN(const auto heads, headsBefore(journal, operation, known));
    const auto before = shownValue(heads, path->field->merge());
    // A sealed text says nothing to a reader, and the key it was sealed with must not be told.
    const bool isTold = path->field->audience != Audience::Identity;
    return LogEntry{.version = operation.version,
                    .time = operation.moment(),
                    .actor = operation.edit.actor,
                    .entity = operation.entity,
                    .field = operation.field,
                    .audience = path->field->audience,
                    .before = isTold ? before : std::nullopt,
                    .after = isTold ? operation.value : std::nullopt,
                    .verb = verbFromCode(operation.edit.verb).value_or(Verb::Import),
                    .undone = undone.contains({operation.version.replica, operation.edit.first})};
}

Result<std::vector<LogEntry>> entriesFrom(CaseStore &store, const std::vector<Operation> &operations)
{
    ADIT_TRY_ASSIGN(const auto undone, takenBack(store));
    KnownOperations known;
    for (const Operation &operation : operations)
        known.emplace(operation.version, &operation);
    std::vector<LogEntry> entries;
    entries.reserve(operations.size());
    for (const Operation &operation : operations) {
        ADIT_TRY_ASSIGN(LogEntry entry, entryFrom(store.journal(), operation, known, undone));
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

HistoryEntry entryFrom(const StoredEdit &edit)
{
    return {.first = edit.first,
            .time = Instant{static_cast<qint64>(edit.time >> 16)},
            .actor = edit.context.actor,
            .verb = verbFromCode(edit.context.verb).value_or(Verb::Import),
            .subject = edit.context.subject,
            .operations = static_cast<int>(edit.last - edit.first.sequence + 1),
            .withheld = edit.context.withheld.has_value()};
}

HistoryEntry entryFrom(const StoredMerge &merge, const StoredEdit &latest)
{
    return {.first = latest.first,
            .time = merge.time,
            .actor = merge.actor,
            .verb = Verb::Merge,
            .subject = merge.source,
            .merge = merge.number};
}

bool UndoAccount::see(const StoredEdit &edit)
{
    const bool isTakenBack = m_takenBack.contains(edit.first);
    if (edit.context.undoes && !isTakenBack)
        m_takenBack.insert(*edit.context.undoes);
    return isTakenBack;
}

Result<std::vector<Head>> headsBefore(JournalTables &journal, const Operation &operation)
{
    return headsBefore(journal, operation, {});
}

Result<std::vector<HistoryEntry>> historyOf(CaseStore &store, const HistoryFilter &filter, int limit)
{
    JournalTables &journal = store.journal();
    ADIT_TRY_ASSIGN(const auto undone, takenBack(store));
    ADIT_TRY_ASSIGN(const auto merges, store.merges().merges());
    std::vector<HistoryEntry> entries;
    auto merge = merges.begin();
    /// The merges that come before an edit, itself counted among theirs.
    const auto addMerges = [&](qint64 edit) -> Result<> {
        for (; merge != merges.end() && merge->lastEdit >= edit; ++merge) {
            if (!isWanted(*merge, filter))
                continue;
            ADIT_TRY_ASSIGN(const auto latest, editAt(journal, merge->lastEdit));
            if (latest)
                entries.push_back(entryFrom(*merge, *latest));
        }
        return {};
    };
    const auto cameIn = [&](qint64 edit) {
        return std::ranges::any_of(
            merges, [edit](const StoredMerge &known) { return known.firstEdit <= edit && edit <= known.lastEdit; });
    };
    Result<> added;
    ADIT_TRY(journal.forEachEditBackwards(editsWanted(filter), [&](const StoredEdit &edit) {
        added = addMerges(edit.number);
        entries.push_back(entryFrom(edit));
        entries.back().undone = undone.contains(edit.first);
        entries.back().cameIn = cameIn(edit.number);
        return added && static_cast<int>(entries.size()) < limit;
    }));
    ADIT_TRY(added);
    if (static_cast<int>(entries.size()) < limit)
        ADIT_TRY(addMerges(0));
    if (static_cast<int>(entries.size()) > limit)
        entries.erase(entries.begin() + limit, entries.end());
    return entries;
}

Result<std::vector<LogEntry>> logOf(CaseStore &store, const HistoryFilter &filter)
{
    const JournalQuery query = operationsWanted(filter);
    std::vector<Operation> operations;
    ADIT_TRY(store.journal().forEach(query.condition, "op.time DESC, op.number DESC", query.parameters,
                                     [&](Operation &operation) {
                                         operations.push_back(std::move(operation));
                                         return true;
                                     }));
    return entriesFrom(store, operations);
}

Result<std::vector<LogEntry>> entriesOf(CaseStore &store, const HistoryEntry &edit)
{
    if (edit.merge || edit.operations < 1)
        return std::vector<LogEntry>();
    const StoredEdit stored{
        .first = edit.first, .last = edit.first.sequence + static_cast<quint64>(edit.operations) - 1, .context = {}};
    ADIT_TRY_ASSIGN(const auto operations, store.journal().operationsOf(stored));
    return entriesFrom(store, operations);
}

} // namespace adit
