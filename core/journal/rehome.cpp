// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/rehome.h"

#include <QUuid>
#include <algorithm>

namespace adit {

ReplicaId newHomeOf(const Operation &first)
{
    return ReplicaId(QUuid::createUuidV5(first.version.replica.uuid(), toBytes(first.hash)));
}

std::vector<Operation> rehomed(const AssessmentId &assessment, std::vector<Operation> tail)
{
    if (tail.empty())
        return tail;
    const ReplicaId from = tail.front().version.replica;
    const ReplicaId to = newHomeOf(tail.front());
    const quint64 common = tail.front().version.sequence - 1;
    const auto move = [&](Version &version) {
        if (version.replica == from && version.sequence > common)
            version = {to, version.sequence - common};
    };
    Digest before = chainStart(assessment, to);
    for (Operation &operation : tail) {
        move(operation.version);
        std::ranges::for_each(operation.bases, move);
        std::ranges::sort(operation.bases, std::less<>());
        operation.edit.first -= common;
        if (operation.edit.undoes)
            move(*operation.edit.undoes);
        operation.hash = chainedHash(before, operation);
        before = operation.hash;
    }
    return tail;
}

} // namespace adit
