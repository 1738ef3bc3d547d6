// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/undo.h"

#include "core/document/history.h"

#include <algorithm>

namespace adit {

namespace {

/// What a step back meets.
struct Met
{
    const StoredEdit &edit;
    const StoredMerge *merge; ///< with which it came in
    /// The merge came after the edit and brought no other: it only disclosed what was withheld here.
    bool isMergeAlone;
};

/// The edits of this file, latest first; before those that came in with a merge comes the merge itself.
Result<> walkBack(CaseStore &store, const std::function<bool(const Met &)> &visit)
{
    ADIT_TRY_ASSIGN(const auto merges, store.merges().merges());
    auto merge = merges.begin();
    return store.journal().forEachEditBackwards([&](const StoredEdit &edit) {
        for (; merge != merges.end() && edit.number < merge->firstEdit; ++merge)
            if (merge->lastEdit < merge->firstEdit && !visit({edit, &*merge, true}))
                return false;
        const bool cameIn = merge != merges.end() && edit.number <= merge->lastEdit;
        return visit({edit, cameIn ? &*merge : nullptr, false});
    });
}

enum class Step { GoOn, Take, Stop };

/// What is printed or not is asked for and decided by two people: one of them does not take it back alone, and a
/// release that went out is not undone.
bool isDecidedAnew(Verb verb)
{
    return verb == Verb::Redact || verb == Verb::DecideRedaction || verb == Verb::PassName || verb == Verb::Release;
}

/// What an undo of an undo puts back is the edit itself: the entry to name in the menu.
Result<std::optional<HistoryEntry>> firstWhere(CaseStore &store,
                                               const std::function<Step(Verb, bool takenBack)> &decide)
{
    UndoAccount account;
    std::optional<HistoryEntry> found;
    // What was there when the copy was handed over is not for its holder to take back.
    ADIT_TRY_ASSIGN(const auto madeFor, readMadeFor(store));
    ADIT_TRY(walkBack(store, [&](const Met &met) {
        const auto &[edit, merge, isMergeAlone] = met;
        if (madeFor && edit.number <= madeFor->lastEdit && !isMergeAlone)
            return false;
        const bool takenBack = !isMergeAlone && account.see(edit);
        const Verb verb = merge ? Verb::Merge : verbFromCode(edit.context.verb).value_or(Verb::Import);
        const Step step = decide(verb, takenBack && !merge);
        if (step == Step::Take)
            found = merge ? entryFrom(*merge, edit) : entryFrom(edit);
        return step == Step::GoOn;
    }));
    return found;
}

/// The value that was shown before an operation: the latest of those it replaced.
Result<std::optional<QString>> valueBefore(JournalTables &journal, const Operation &operation, MergeRule rule)
{
    ADIT_TRY_ASSIGN(const auto heads, headsBefore(journal, operation));
    return shownValue(heads, rule);
}

/// The values that stood beside each other before a conflict was resolved, the one shown last.
Result<std::vector<std::optional<QString>>> valuesBefore(JournalTables &journal, const Operation &operation)
{
    ADIT_TRY_ASSIGN(auto heads, headsBefore(journal, operation));
    std::ranges::sort(heads, {}, &Head::time);
    std::vector<std::optional<QString>> values;
    for (const Head &head : heads)
        if (std::ranges::find(values, head.value) == values.end())
            values.push_back(head.value);
    if (values.empty())
        values.emplace_back();
    return values;
}

} // namespace

Result<std::optional<HistoryEntry>> latestToUndo(CaseStore &store)
{
    return firstWhere(store, [](Verb verb, bool takenBack) {
        if (verb == Verb::Create || isDecidedAnew(verb))
            return Step::Stop;
        return !takenBack && verb != Verb::Undo && verb != Verb::Redo ? Step::Take : Step::GoOn;
    });
}

Result<std::optional<HistoryEntry>> latestToRedo(CaseStore &store)
{
    return firstWhere(store, [](Verb verb, bool takenBack) {
        if (verb == Verb::Undo)
            return takenBack ? Step::GoOn : Step::Take;
        return verb == Verb::Redo ? Step::GoOn : Step::Stop;
    });
}

Result<Edit> inverseOf(CaseStore &store, const Assessment &assessment, const HistoryEntry &target, Verb verb)
{
    JournalTables &journal = store.journal();
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
        if (target.verb == Verb::Resolve && path->field->merge() == MergeRule::Register) {
            ADIT_TRY_ASSIGN(const auto values, valuesBefore(journal, *operation));
            for (const auto &value : values)
                inverse.changes.push_back({operation->entity, path->field, path->member, value});
            continue;
        }
        const bool isDone = std::ranges::any_of(inverse.changes, [&](const Change &change) {
            return change.entity == operation->entity && change.field == path->field && change.member == path->member;
        });
        if (isDone)
            continue; // an undo put several values back beside each other
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

} // namespace adit
