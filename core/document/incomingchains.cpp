// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Chains of two files compared: what is new in each, and those that went on separately under one name.
#include "core/document/checkedchain.h"
#include "core/document/incomingreader.h"
#include "core/journal/incoming.h"
#include "core/journal/rehome.h"

#include <algorithm>
#include <set>

namespace adit {

namespace {

/// Numbers of one chain that two files have in common, given that they part somewhere before `end`.
Result<quint64> lastCommon(MergeTables &ours, MergeTables &theirs, const ReplicaId &replica, quint64 end)
{
    quint64 same = 0;
    quint64 other = end;
    while (other - same > 1) {
        const quint64 middle = same + (other - same) / 2;
        ADIT_TRY_ASSIGN(const auto a, ours.endAt(replica, middle));
        ADIT_TRY_ASSIGN(const auto b, theirs.endAt(replica, middle));
        (a && b && a->hash == b->hash ? same : other) = middle;
    }
    return same;
}

} // namespace

Result<> IncomingWork::Reader::readChains()
{
    std::set<ReplicaId> settled;
    QStringList forked;
    for (const auto &[replica, end] : theirEnds) {
        ADIT_TRY(report(0));
        ADIT_TRY_ASSIGN(const auto fork, forkOf(replica));
        if (!fork)
            continue;
        const auto done = forks == Forks::Rehome ? settle(*fork) : Result<bool>(false);
        if (!done)
            return done.error();
        if (!*done)
            forked.append(describe(*fork));
        settled.insert(replica);
    }
    if (!forked.isEmpty())
        return Error{ErrorCode::JournalForked, work.m_path, forked.join(QLatin1Char('\n'))};
    ADIT_TRY(followMoves(settled));
    for (const auto &[replica, end] : theirEnds) {
        const bool isNew = !settled.contains(replica) && !ourEnds.contains(replica);
        ADIT_TRY_ASSIGN(const bool isTheirs, isNew ? settleLetters(replica) : Result<bool>(false));
        if (isTheirs)
            settled.insert(replica);
    }
    for (const auto &[replica, end] : theirEnds) {
        if (settled.contains(replica))
            continue;
        ADIT_TRY_ASSIGN(const bool isOne, isSameAt(replica, inBoth(replica)));
        if (!isOne)
            return Error{ErrorCode::JournalForked, work.m_path, describe({replica, 0, inBoth(replica), end.sequence})};
        ADIT_TRY(readChain(replica, inBoth(replica)));
    }
    return {};
}

quint64 IncomingWork::Reader::inBoth(const ReplicaId &replica)
{
    const auto ourEnd = ourEnds.find(replica);
    return ourEnd == ourEnds.end() ? 0 : std::min(ourEnd->second.sequence, theirEnds[replica].sequence);
}

Result<std::optional<Fork>> IncomingWork::Reader::forkOf(const ReplicaId &replica)
{
    const quint64 both = inBoth(replica);
    ADIT_TRY_ASSIGN(const bool isOne, isSameAt(replica, both));
    if (isOne)
        return std::optional<Fork>();
    const auto held = hold();
    ADIT_TRY_ASSIGN(const quint64 common, lastCommon(ours, theirs, replica, both));
    return std::optional(
        Fork{replica, common, ourEnds[replica].sequence - common, theirEnds[replica].sequence - common});
}

Result<std::optional<Digest>> IncomingWork::Reader::ourHashAt(const ReplicaId &replica, quint64 sequence)
{
    for (const Intake::Moved &moved : work.m_intake->moved)
        if (moved.operations.front().version.replica == replica)
            return std::optional(moved.operations[static_cast<std::size_t>(sequence) - 1].hash);
    const auto held = hold();
    ADIT_TRY_ASSIGN(const auto end, ours.endAt(replica, sequence));
    return end ? std::optional(end->hash) : std::nullopt;
}

Result<bool> IncomingWork::Reader::isSameAt(const ReplicaId &replica, quint64 sequence)
{
    if (sequence == 0)
        return true;
    ADIT_TRY_ASSIGN(const auto our, ourHashAt(replica, sequence));
    ADIT_TRY_ASSIGN(const auto their, theirs.endAt(replica, sequence));
    return our && their && *our == their->hash;
}

QString IncomingWork::Reader::describe(const Fork &fork)
{
    const auto tail = theirs.chain(fork.replica, fork.common);
    const QString who = tail && !tail->empty() ? tail->front().edit.actor : QString();
    const QString since = tail && !tail->empty() ? toIso(tail->front().moment()) : QString();
    return QStringLiteral("%1, %2, %3, %4").arg(who, since).arg(fork.ours).arg(fork.theirs);
}

Result<std::vector<Operation>> IncomingWork::Reader::checkedTail(const ReplicaId &replica, quint64 after)
{
    IncomingCheck check(standard, assessment, theirEnds);
    if (after > 0) {
        ADIT_TRY_ASSIGN(const auto end, theirs.endAt(replica, after));
        if (end)
            check.continueFrom(replica, *end);
    }
    auto read = checkedChain(theirs, check, replica, after, theirEnds[replica].sequence, [&](std::size_t operations) {
        checkedSoFar += operations;
        return report(share());
    });
    if (!read)
        return inFile(read.error());
    std::vector<Operation> operations = std::move(*read);
    const quint64 reached = operations.empty() ? after : operations.back().version.sequence;
    if (reached != theirEnds[replica].sequence)
        return Error{ErrorCode::OperationRefused, work.m_path, replica.toString()};
    return operations;
}

Result<> IncomingWork::Reader::readChain(const ReplicaId &replica, quint64 after)
{
    if (theirEnds[replica].sequence == after)
        return {};
    ADIT_TRY_ASSIGN(std::vector<Operation> operations, checkedTail(replica, after));
    chains.push_back(std::move(operations));
    return {};
}

} // namespace adit
