// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/incomingwork.h"
#include "core/storage/casestore.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace adit {

/// The way from two files to an Intake and its preview. Chains are read and forks settled first (incomingchains.cpp,
/// incomingforks.cpp), then what came is looked at as a whole (incomingwork.cpp), then what it would do here
/// (incomingpreview.cpp).
struct IncomingWork::Reader
{
    IncomingWork &work;
    const Standard &standard;
    const AssessmentId assessment;
    const Instant now;
    const QString actor;
    const Forks forks;
    const Progress &progress;

    // Tables of their own: those of the document belong to its thread.
    JournalTables ourJournal{work.m_into->database()};
    MergeTables ours{work.m_into->database(), ourJournal};
    MergeTables theirs = work.m_from->merges();
    ChainEnds ourEnds{};
    ChainEnds theirEnds{};
    std::vector<std::vector<Operation>> chains{};
    std::map<ReplicaId, quint64> parted{}; ///< chains that go on under two names, with the last number in common
    std::map<EntityId, QString> renamed{}; ///< things of ours, with the labels that they will have
    /// Tails of theirs that go on under another name, by that name, with the one that they had.
    std::map<ReplicaId, ReplicaId> movedTheirs{};
    bool seesFiles = true;    ///< false: a copy for a role that gets no bytes of evidence
    quint64 checkedSoFar = 0; ///< operations

    /// Of all that is to be checked, as far as can be told.
    double share() const;

    /// Nobody writes to our file meanwhile; released between steps.
    auto hold() const { return work.m_into->hold(); }

    Result<> report(double done) const;

    /// Names the file that is read.
    Error inFile(Error error) const;

    Result<> run();

    /// The content of what is here without it.
    Result<> readDisclosure();

    /// A copy that was made for a role takes in what that role may see; of all else that it was done. A case of
    /// nobody's takes in what can be checked: what is withheld of the first form is vouched for by nobody here.
    Result<> keepToRole();

    /// Chains that a copy made for a role wrote itself: what comes back in them is its holder's own work.
    Result<std::set<ReplicaId>> ownChains(const MadeFor &madeFor);

    /// Forks first: a tail of ours that is moved may be there under its new name in the other file.
    Result<> readChains();

    /// How many operations of a chain both files have, be they the same or not.
    quint64 inBoth(const ReplicaId &replica);

    Result<std::optional<Fork>> forkOf(const ReplicaId &replica);

    Result<std::optional<Digest>> ourHashAt(const ReplicaId &replica, quint64 sequence);

    Result<bool> isSameAt(const ReplicaId &replica, quint64 sequence);

    QString describe(const Fork &fork);

    /// The new operations of a chain, from `after` on.
    Result<std::vector<Operation>> checkedTail(const ReplicaId &replica, quint64 after);

    Result<> readChain(const ReplicaId &replica, quint64 after);

    // Chains that cannot both keep their name (incomingforks.cpp). False where what is to move cannot: because others
    // built on it or go by its labels, or because something is withheld of it.

    /// One of the two tails goes on under another name: the same in every copy.
    Result<bool> settle(const Fork &fork);

    /// A whole chain that one of the files has under another name already goes on under that name, whatever its labels
    /// are. Error LabelsClash where it cannot.
    Result<> followMoves(std::set<ReplicaId> &settled);
    Result<std::optional<Operation>> firstOf(const ReplicaId &replica, MergeTables &in);
    Result<bool> followTheirs(const ReplicaId &replica);
    Result<bool> followOurs(const ReplicaId &own);
    /// Of two chains that gave the same labels one goes on under another name. True where that is theirs.
    Result<bool> settleLetters(const ReplicaId &replica);
    Result<bool> settleLetters(const ReplicaId &replica, const ReplicaId &own, int letters);
    Result<int> lettersIn(const ReplicaId &replica, MergeTables &in);

    Result<bool> moveOurs(const Fork &fork, std::vector<Operation> tail);
    Result<bool> moveTheirs(const Fork &fork, std::vector<Operation> tail);

    /// Whether a tail of theirs is here under its new name.
    Result<bool> isHereAs(const ReplicaId &home, const std::vector<Operation> &tail);

    /// What is made in a tail gets the letters of its new name. Nothing where that cannot be told, or where others go
    /// by the labels as they are: in a chain of which something is withheld, or whose things others spoke of.
    Result<std::optional<Relabelling>> labelsOf(const Fork &fork, const std::vector<Operation> &tail, MergeTables &in);
    Result<std::optional<std::set<EntityId>>> thingsBefore(const Fork &fork);

    void tellLabels(const Relabelling &labels, std::span<const Operation> tail);

    /// Their tail under its new name, as far as it did not come in before.
    Result<> takeUnknown(std::vector<Operation> tail);

    /// A label names one thing. Labels begin with letters of the copy that gave them, which are drawn at random.
    Result<> checkLabels();

    void countPeople();

    /// Whose it is that comes in without its content. Who made it may be withheld as well: then it is of the copy of
    /// whoever else is known to work there.
    Result<> countUnseen();

    /// Bytes that new operations name, and those that a backup left out of ours. None for a role that gets none: of
    /// what is named then, that they are left out.
    Result<> findContents();

    /// What one of our operations will be called when tails have moved.
    void rename(Version &version) const;

    /// Of things with something disclosed all that was done: what is disclosed may lie before it.
    Result<std::vector<Operation>> oursOf(const EntityRef &entity, bool isDisclosed);

    /// Things that may be in conflict after the merge, with what is new about them.
    using Candidates = std::map<EntityId, std::pair<EntityRef, std::vector<const Operation *>>>;

    Result<Candidates> candidates();

    Result<> findConflicts();
};

} // namespace adit
