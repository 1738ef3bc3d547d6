// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/chain.h"

#include "core/journal/registers.h"

namespace adit {

Result<std::vector<Operation>> seal(const Edit &edit, EditContext context, ChainState state, HybridClock &clock,
                                    Instant now, Random &random,
                                    const std::function<Result<std::vector<Version>>(const Change &)> &basesOf)
{
    constexpr int ofEdit = 16;
    constexpr int ofOperation = 2 * saltSize;
    context.first = state.sequence + 1;
    context.verb = verbCode(edit.verb);
    context.subject = edit.subject;
    context.salt = random.bytes(ofEdit);
    std::vector<Operation> operations;
    for (const Change &change : edit.changes) {
        const QString field = fieldPath(*change.field, change.member);
        ADIT_TRY_ASSIGN(std::vector<Version> bases, basesOf(change));
        Operation operation{.version = {state.replica, ++state.sequence},
                            .time = clock.next(now),
                            .entity = change.entity,
                            .field = field,
                            .bases = std::move(bases),
                            .edit = context,
                            .salt = random.bytes(ofOperation),
                            .value = change.value};
        operation.commitment = commitmentOf(operation.salt, operation.value);
        operation.hash = chainedHash(state.hash, operation);
        state.hash = operation.hash;
        operations.push_back(std::move(operation));
    }
    return operations;
}

} // namespace adit
