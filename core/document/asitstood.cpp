// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/history.h"

#include <unordered_map>

namespace adit {

namespace {

/// Chains only grow; but what was merged can be taken out again, and one that forked goes on under another name.
Result<> checkThere(CaseStore &store, const ChainEnds &ends)
{
    MergeTables tables = store.merges();
    for (const auto &[replica, end] : ends) {
        ADIT_TRY_ASSIGN(const auto now, tables.endAt(replica, end.sequence));
        if (!now || now->hash != end.hash)
            return Error{ErrorCode::JournalBroken, QStringLiteral("%1:%2").arg(replica.toString()).arg(end.sequence),
                         QStringLiteral("the chain held something else")};
    }
    return {};
}

} // namespace

Result<Assessment> asItStood(CaseStore &store, const ChainEnds &ends)
{
    ADIT_TRY(checkThere(store, ends));
    Registers registers;
    std::unordered_map<EntityId, EntityRef> things;
    ADIT_TRY(store.journal().forEach("1", "op.number", {}, [&](const Operation &operation) {
        const auto end = ends.find(operation.version.replica);
        if (end != ends.end() && operation.version.sequence <= end->second.sequence && !operation.withheld) {
            registers.apply(operation);
            things.try_emplace(operation.entity.id, operation.entity);
        }
        return true;
    }));
    Assessment assessment(store.assessmentId());
    for (const auto &[key, heads] : registers.all()) {
        const EntityRef &entity = things.at(key.first);
        if (const auto path = resolveField(entity.kind, key.second))
            writeValue(assessment, entity, *path, shownValue(heads, path->field->merge()));
    }
    return assessment;
}

} // namespace adit
