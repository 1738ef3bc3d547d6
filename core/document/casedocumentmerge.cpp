// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an open case does when other people's work comes in: conflicts, merging, and taking a merge out again.
#include "core/document/casedocument.h"
#include "core/document/incomingwork.h"
#include "core/journal/registers.h"
#include "core/storage/casestore.h"

#include <algorithm>

namespace adit {

void CaseDocument::forgetConflictsOf(const Edit &edit)
{
    const auto mayMatter = [&](const Change &change) {
        return edit.verb == Verb::Undo || edit.verb == Verb::Redo ||
               (removalField(change.entity.kind) == change.field) ||
               std::ranges::any_of(*m_conflicts,
                                   [&](const Conflict &conflict) { return conflict.entity == change.entity; });
    };
    if (m_conflicts && std::ranges::any_of(edit.changes, mayMatter))
        m_conflicts.reset();
}

const std::vector<Conflict> &CaseDocument::conflicts() const
{
    if (m_conflicts)
        return *m_conflicts;
    m_conflicts.emplace();
    MergeTables tables = m_store->merges();
    const auto inDoubt = tables.inDoubt();
    for (const EntityRef &entity : inDoubt ? *inDoubt : std::vector<EntityRef>())
        if (const auto operations = tables.headsOf(entity))
            std::ranges::move(conflictsIn(*operations), std::back_inserter(*m_conflicts));
    return *m_conflicts;
}

Conflict CaseDocument::withBase(const Conflict &conflict) const
{
    const auto operations = m_store->merges().operationsOf(conflict.entity);
    auto all = operations ? conflictsIn(*operations) : std::vector<Conflict>();
    for (Conflict &found : all)
        if (found.id() == conflict.id())
            return std::move(found);
    return conflict;
}

const Conflict *CaseDocument::conflictOf(const EntityRef &entity, const FieldInfo &field) const
{
    const auto &all = conflicts();
    const auto found = std::ranges::find_if(
        all, [&](const Conflict &conflict) { return conflict.entity == entity && conflict.field == &field; });
    return found == all.end() ? nullptr : &*found;
}

ChangeSet CaseDocument::announce(const std::vector<FieldValue> &values, Verb verb, const QString &subject)
{
    m_conflicts.reset();
    m_lastNumbers.clear();
    ChangeSet changes{verb, subject, {}, false};
    changes.items.reserve(values.size());
    for (const FieldValue &value : values)
        changes.items.push_back({value.entity, value.path.field});
    changes.scoresChanged = rescore();
    Q_EMIT changed(changes);
    return changes;
}

Result<ChangeSet> CaseDocument::merge(const IncomingWork &incoming)
{
    if (incoming.m_into != m_store) // the case goes on in another file since
        return Error{ErrorCode::FileMoved, incoming.m_into->path()};
    ADIT_TRY_ASSIGN(const auto values, m_store->take(*incoming.m_intake, m_assessment));
    if (!incoming.m_intake->moved.empty())
        m_nextReplica.reset(); // what was written here so far may be the one that has another name now
    const auto isRelabelled = [](const Intake::Moved &moved) { return !moved.labels.empty(); };
    if (std::ranges::any_of(incoming.m_intake->moved, isRelabelled)) {
        ADIT_TRY_ASSIGN(m_assessment, m_store->assessment());
    }
    Record *record = nullptr; // values of one thing follow each other
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == 0 || !(values[i].entity == values[i - 1].entity))
            record = &m_assessment.write(values[i].entity);
        writeValue(*record, values[i].path, values[i].value);
    }
    return announce(values, Verb::Merge, incoming.m_intake->source);
}

Result<ChangeSet> CaseDocument::takeOut(qint64 number)
{
    ADIT_TRY(m_store->recover());
    ADIT_TRY_ASSIGN(const auto merges, m_store->merges().merges());
    const auto merge = std::ranges::find(merges, number, &StoredMerge::number);
    if (merge == merges.end())
        return Error{ErrorCode::NothingToUndo};
    ADIT_TRY_ASSIGN(const auto later, m_store->merges().builtOn(*merge));
    if (later)
        return Error{
            ErrorCode::MergeBuiltOn, merge->source,
            QStringLiteral("%1, %2 %3").arg(later->context.actor, later->context.verb, later->context.subject)};
    ADIT_TRY_ASSIGN(const auto values, m_store->takeOut(*merge, m_assessment));
    ADIT_TRY_ASSIGN(m_assessment, m_store->assessment());
    return announce(values, Verb::Undo, merge->source);
}

} // namespace adit
