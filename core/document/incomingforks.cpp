// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Chains that cannot both keep their name: two tails of one chain, or two chains that drew the same letters.
#include "core/document/checkedchain.h"
#include "core/document/incomingreader.h"
#include "core/journal/rehome.h"

#include <algorithm>
#include <span>

namespace adit {

namespace {

/// Nothing where some of it is withheld.
std::optional<std::set<EntityId>> thingsIn(const std::vector<Operation> &operations)
{
    if (std::ranges::any_of(operations, &Operation::withheld))
        return std::nullopt;
    std::set<EntityId> things;
    for (const Operation &operation : operations)
        things.insert(operation.entity.id);
    return things;
}

bool haveOneInCommon(const Relabelling &a, const Relabelling &b)
{
    return std::ranges::any_of(a, [&](const auto &label) { return b.contains(label.first); });
}

} // namespace

Result<bool> IncomingWork::Reader::settle(const Fork &fork)
{
    ADIT_TRY_ASSIGN(std::vector<Operation> theirTail, checkedTail(fork.replica, fork.common));
    std::vector<Operation> ourTail;
    bool oursBuiltOn = false;
    {
        const auto held = hold();
        ADIT_TRY_ASSIGN(ourTail, ours.chain(fork.replica, fork.common));
        ADIT_TRY_ASSIGN(oursBuiltOn, ours.isBuiltOn(fork.replica, fork.common));
    }
    ADIT_TRY_ASSIGN(const bool theirsBuiltOn, theirs.isBuiltOn(fork.replica, fork.common));
    if (oursBuiltOn && theirsBuiltOn)
        return false;
    const bool movesTheirs = oursBuiltOn || (!theirsBuiltOn && ourTail.front().hash < theirTail.front().hash);
    work.m_preview.rehomed.push_back(fork);
    parted[fork.replica] = fork.common;
    if (movesTheirs)
        return moveTheirs(fork, std::move(theirTail));
    ADIT_TRY_ASSIGN(const bool isMoved, moveOurs(fork, std::move(ourTail)));
    if (isMoved)
        chains.push_back(std::move(theirTail));
    return isMoved;
}

Result<bool> IncomingWork::Reader::moveOurs(const Fork &fork, std::vector<Operation> tail)
{
    ADIT_TRY_ASSIGN(const auto labels, labelsOf(fork, tail, ours));
    if (!labels)
        return false;
    tellLabels(*labels, tail);
    std::vector<Operation> both = tail;
    tail = rehomed(assessment, std::move(tail), *labels);
    const Operation &last = tail.back();
    ourEnds[last.version.replica] = {last.version.sequence, last.hash, last.time};
    std::vector<TouchedEntity> fields;
    if (!labels->empty()) {
        for (std::size_t i = 0; i < both.size(); ++i) {
            if (!(both[i].entity == tail[i].entity))
                renamed.insert_or_assign(tail[i].entity.id, tail[i].entity.code);
            both[i].entity = tail[i].entity;
        }
        both.insert(both.end(), tail.begin(), tail.end());
        fields = touchedBy(both); // as they were called, and as they will be
    }
    work.m_intake->moved.push_back({fork, std::move(tail), *labels, std::move(fields)});
    return true;
}

Result<bool> IncomingWork::Reader::moveTheirs(const Fork &fork, std::vector<Operation> tail)
{
    const ReplicaId home = newHomeOf(tail.front());
    movedTheirs.emplace(home, fork.replica);
    ADIT_TRY_ASSIGN(const bool isHere, isHereAs(home, tail));
    if (isHere)
        return true;
    ADIT_TRY_ASSIGN(const auto labels, labelsOf(fork, tail, theirs));
    if (!labels)
        return false;
    const auto known = ourEnds.find(home);
    const auto begin = known == ourEnds.end() ? 0 : std::min<std::size_t>(known->second.sequence, tail.size());
    tellLabels(*labels, std::span(tail).subspan(begin));
    ADIT_TRY(takeUnknown(rehomed(assessment, std::move(tail), *labels)));
    return true;
}

/// A tail that moved before, in another merge, brings nothing, whatever is withheld of it in that file: clocks and the
/// salted commitments tell that it is the same.
Result<bool> IncomingWork::Reader::isHereAs(const ReplicaId &home, const std::vector<Operation> &tail)
{
    const auto known = ourEnds.find(home);
    if (known == ourEnds.end() || known->second.sequence < tail.size())
        return false;
    const auto held = hold();
    ADIT_TRY_ASSIGN(std::vector<Operation> here, ours.chain(home, 0));
    // A label as a value has another commitment under the new name; where it is not known what an operation is of, its
    // clock has to do.
    const auto isSame = [](const Operation &a, const Operation &b) {
        return a.time == b.time && (a.commitment == b.commitment || a.withheld || b.withheld || namesThing(b));
    };
    here.resize(std::min(here.size(), tail.size()), tail.front());
    return std::ranges::equal(here, tail, isSame);
}

/// Things that a chain had made up to where it forked. Both files hold that part: it is enough that one of them knows
/// what it is about.
Result<std::optional<std::set<EntityId>>> IncomingWork::Reader::thingsBefore(const Fork &fork)
{
    {
        const auto held = hold();
        ADIT_TRY_ASSIGN(auto older, ours.thingsOf(fork.replica, fork.common));
        if (older)
            return older;
    }
    IncomingCheck check(standard, assessment, theirEnds);
    std::vector<Operation> operations;
    Result<> checked;
    ADIT_TRY(theirs.forEachOfChain(fork.replica, 0, [&](Operation &operation) {
        if (operation.version.sequence > fork.common)
            return false;
        checked = check.check(operation);
        if (checked)
            operations.push_back(std::move(operation));
        return checked.has_value();
    }));
    if (!checked)
        return inFile(checked.error());
    return thingsIn(operations);
}

Result<std::optional<Relabelling>> IncomingWork::Reader::labelsOf(const Fork &fork, const std::vector<Operation> &tail,
                                                                  MergeTables &in)
{
    // What is withheld may be of a thing that needs another label, and of the first form it cannot be hashed anew.
    if (std::ranges::any_of(tail, &Operation::withheld) || !std::ranges::all_of(tail, isCheckable))
        return std::optional<Relabelling>();
    ADIT_TRY_ASSIGN(const int letters, lettersIn(fork.replica, in));
    if (relabellingOf(tail, letters, {}).empty())
        return std::optional(Relabelling());
    ADIT_TRY_ASSIGN(const auto older, thingsBefore(fork));
    if (!older)
        return std::optional<Relabelling>();
    Relabelling labels = relabellingOf(tail, letters, *older);
    const auto held = hold();
    ADIT_TRY_ASSIGN(const bool areNamed, in.areNamedByOthers(fork.replica, labels));
    const bool isTold =
        std::ranges::none_of(tail, [](const Operation &operation) { return operation.edit.withheld.has_value(); });
    return labels.empty() || (isTold && !areNamed) ? std::optional(std::move(labels)) : std::nullopt;
}

void IncomingWork::Reader::tellLabels(const Relabelling &labels, std::span<const Operation> tail)
{
    std::set<QString> told;
    for (const Operation &operation : tail)
        if (const auto label = labels.find(operation.entity.code);
            label != labels.end() && told.insert(label->first).second)
            work.m_preview.relabelled.push_back({label->first, label->second, operation.edit.actor});
}

Result<> IncomingWork::Reader::takeUnknown(std::vector<Operation> tail)
{
    const auto known = ourEnds.find(tail.front().version.replica);
    if (known != ourEnds.end()) {
        const auto same = std::ranges::find_if(tail, [&](const Operation &operation) {
            return operation.version.sequence == known->second.sequence && operation.hash == known->second.hash;
        });
        const bool isOlder = tail.back().version.sequence < known->second.sequence;
        if (same == tail.end() && !isOlder)
            return Error{ErrorCode::JournalForked, work.m_path, tail.front().edit.actor};
        tail.erase(tail.begin(), isOlder ? tail.end() : std::next(same));
    }
    chains.push_back(std::move(tail));
    return {};
}

Result<std::optional<Operation>> IncomingWork::Reader::firstOf(const ReplicaId &replica, MergeTables &in)
{
    std::optional<Operation> first;
    const auto held = hold();
    ADIT_TRY(in.forEachOfChain(replica, 0, [&first](Operation &operation) {
        first = std::move(operation);
        return false;
    }));
    return first;
}

Result<bool> IncomingWork::Reader::followTheirs(const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(const bool isBuiltOn, theirs.isBuiltOn(replica, 0));
    if (isBuiltOn)
        return false;
    ADIT_TRY_ASSIGN(std::vector<Operation> chain, checkedTail(replica, 0));
    parted[replica] = 0;
    const Fork fork{replica, 0, 0, chain.size()};
    return moveTheirs(fork, std::move(chain));
}

Result<bool> IncomingWork::Reader::followOurs(const ReplicaId &own)
{
    std::vector<Operation> chain;
    {
        const auto held = hold();
        ADIT_TRY_ASSIGN(const bool isBuiltOn, ours.isBuiltOn(own, 0));
        if (isBuiltOn)
            return false;
        ADIT_TRY_ASSIGN(chain, ours.chain(own, 0));
    }
    parted[own] = 0;
    const Fork fork{own, 0, chain.size(), 0};
    ADIT_TRY_ASSIGN(const bool isMoved, moveOurs(fork, std::move(chain)));
    if (isMoved)
        ourEnds.erase(own);
    return isMoved;
}

Result<> IncomingWork::Reader::followMoves(std::set<ReplicaId> &settled)
{
    const auto follow = [&](const ReplicaId &replica, MergeTables &in, const ChainEnds &known,
                            const auto &move) -> Result<bool> {
        ADIT_TRY_ASSIGN(const auto first, firstOf(replica, in));
        if (!first || !known.contains(newHomeOf(*first)))
            return false;
        ADIT_TRY_ASSIGN(const bool isMoved, move(replica));
        return isMoved ? Result<bool>(true) : Error{ErrorCode::LabelsClash, work.m_path, first->edit.actor};
    };
    for (const auto &[replica, end] : theirEnds) {
        if (settled.contains(replica) || ourEnds.contains(replica))
            continue;
        ADIT_TRY_ASSIGN(const bool isMoved,
                        follow(replica, theirs, ourEnds, [this](const ReplicaId &each) { return followTheirs(each); }));
        if (isMoved)
            settled.insert(replica);
    }
    for (const auto &[own, end] : ChainEnds(ourEnds))
        if (!theirEnds.contains(own))
            ADIT_TRY(follow(own, ours, theirEnds, [this](const ReplicaId &each) { return followOurs(each); }));
    return {};
}

Result<int> IncomingWork::Reader::lettersIn(const ReplicaId &replica, MergeTables &in)
{
    const auto held = hold();
    ADIT_TRY_ASSIGN(const bool isFirst, in.isFirst(replica));
    return isFirst ? 0 : lettersOf(replica);
}

/// Copies that began apart draw the letters of their labels each for itself, 1 in 17 576 times the same ones. Where
/// they numbered alike, all that one of them wrote goes on under another name, with its letters.
Result<bool> IncomingWork::Reader::settleLetters(const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(const int letters, lettersIn(replica, theirs));
    for (const auto &[own, end] : ChainEnds(ourEnds)) {
        ADIT_TRY_ASSIGN(const int ourLetters, lettersIn(own, ours));
        if (ourLetters != letters || theirEnds.contains(own))
            continue;
        ADIT_TRY_ASSIGN(const bool isSettled, settleLetters(replica, own, letters));
        if (isSettled)
            return true;
    }
    return false;
}

Result<bool> IncomingWork::Reader::settleLetters(const ReplicaId &replica, const ReplicaId &own, int letters)
{
    ADIT_TRY_ASSIGN(std::vector<Operation> theirChain, checkedTail(replica, 0));
    std::vector<Operation> ourChain;
    bool oursBuiltOn = false;
    {
        const auto held = hold();
        ADIT_TRY_ASSIGN(ourChain, ours.chain(own, 0));
        ADIT_TRY_ASSIGN(oursBuiltOn, ours.isBuiltOn(own, 0));
    }
    if (!haveOneInCommon(relabellingOf(ourChain, letters, {}), relabellingOf(theirChain, letters, {})))
        return false;
    ADIT_TRY_ASSIGN(const bool theirsBuiltOn, theirs.isBuiltOn(replica, 0));
    if (oursBuiltOn && theirsBuiltOn)
        return false;
    // One that moved before moved again already (followMoves()).
    const bool movesTheirs = oursBuiltOn || (!theirsBuiltOn && ourChain.front().hash < theirChain.front().hash);
    if (movesTheirs) {
        parted[replica] = 0;
        const Fork fork{replica, 0, 0, theirChain.size()};
        return moveTheirs(fork, std::move(theirChain));
    }
    parted[own] = 0;
    const Fork fork{own, 0, ourChain.size(), 0};
    ADIT_TRY_ASSIGN(const bool isMoved, moveOurs(fork, std::move(ourChain)));
    if (isMoved)
        ourEnds.erase(own);
    return false; // theirs comes in as it is
}

} // namespace adit
