// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/incoming.h"
#include "core/storage/journaltables.h"

#include <span>
#include <vector>

namespace adit {

/// A part of a chain in which something is withheld here: from the first edit that misses something to the last.
struct WithheldStretch
{
    struct Step
    {
        Digest hash;
        bool target;  ///< what it changes and the value are not here
        bool context; ///< nor is who made it, and why
    };
    ReplicaId replica;
    ChainEnd before;         ///< where the chain stood before it
    std::vector<Step> steps; ///< one an operation, without gaps
};

/// What another copy says of operations whose content is withheld here; all of it follows from their hashes.
struct Disclosure
{
    std::vector<Operation> operations;                     ///< as they are with their content
    std::vector<std::pair<Version, EditContext>> contexts; ///< of edits, by their first operation

    bool isEmpty() const { return operations.empty() && contexts.empty(); }
};

/// What was withheld in this file and then disclosed by a merge: to be put back when that is taken out.
struct DisclosedVersions
{
    std::vector<Version> operations;
    std::vector<Version> edits; ///< by their first operation

    bool isEmpty() const { return operations.empty() && edits.empty(); }
};
/// One a line: "op" or "edit", replica, first sequence and last.
QString textOf(const DisclosedVersions &disclosed);
/// Nothing where a line is none.
std::optional<DisclosedVersions> disclosedFrom(const QString &text);

/// Operations of which this file holds commitments only. They stand in their chains from the day they come in; another
/// copy may bring their content later, and a merge that is taken out takes it along.
class WithheldTables
{
public:
    WithheldTables(Database &database, JournalTables &journal);

    /// Costs next to nothing where nothing is withheld.
    Result<std::vector<WithheldStretch>> stretches();
    /// How many operations are here without their content.
    Result<qint64> count();
    /// Who else is known to have worked in a copy, the latest; empty where that was never told.
    Result<QString> lastActorOf(const ReplicaId &replica);

    /// Puts content in the place of commitments. Heads of the fields concerned have to be found anew.
    Result<DisclosedVersions> disclose(const Disclosure &disclosure);
    /// Commitments in the place of content.
    Result<> withholdAgain(const DisclosedVersions &disclosed);

    // Kept with the number of a merge (MergeTables).
    Result<> remember(qint64 merge, const DisclosedVersions &disclosed);
    Result<DisclosedVersions> ofMerge(qint64 merge);
    Result<> forget(qint64 merge);
    /// The tail of a chain behind `common` goes on under another name, where it counts from 1 (MergeTables::rename):
    /// what was disclosed of it is to be found there from now on.
    Result<> rename(const ReplicaId &from, quint64 common, const ReplicaId &to);

private:
    Result<bool> isAnything();
    Result<> readSteps(qint64 replica, quint64 last, WithheldStretch &stretch);
    /// False where the row was so already.
    Result<bool> put(const Operation &operation);
    Result<bool> putContext(const Version &first, const EditContext &context);

    Database &m_database;
    JournalTables &m_journal;
    std::optional<Statement> m_put; ///< prepared once
};

} // namespace adit
