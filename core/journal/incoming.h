// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/journal/operation.h"
#include "core/journal/registers.h"

#include <QHash>
#include <map>
#include <optional>
#include <vector>

namespace adit {

/// Where one chain stands.
struct ChainEnd
{
    quint64 sequence = 0;
    Digest hash{};
    quint64 time = 0; ///< clock of its latest operation

    friend bool operator==(const ChainEnd &, const ChainEnd &) = default;
};
/// Where all chains of a file stand.
using ChainEnds = std::map<ReplicaId, ChainEnd>;

/// One a line: replica, sequence, hash in hex, in the order of the replicas.
QString textOf(const ChainEnds &ends);
/// What was written so, without clocks. Nothing where a line is none.
std::optional<ChainEnds> chainEndsFrom(const QString &text);

/// Operations of another file, checked one by one before any of them counts. Whoever made that file may have made it to
/// do harm: numbers, hashes, commitments and clocks have to follow from one another, names, codes and values have to be
/// such as could have been typed here, and everything that is referred to has to be there (store.md, Security).
class IncomingCheck
{
public:
    /// `theirs`: how far the chains of that file go.
    IncomingCheck(const Standard &standard, const AssessmentId &assessment, ChainEnds theirs);

    /// What the next operation of a chain is to continue from.
    void continueFrom(const ReplicaId &replica, const ChainEnd &end);
    /// Before its first operation.
    Digest startOf(const ReplicaId &replica) const { return chainStart(m_empty.id(), replica); }
    /// The next operation of its chain. Error OperationRefused: detail says which one and what was expected; the file
    /// is for the caller to name.
    Result<> check(const Operation &operation);

private:
    Result<> checkChain(const Operation &operation);
    Result<> checkReferences(const Operation &operation) const;
    Result<> checkWords(const Operation &operation) const;
    Result<> checkContent(const Operation &operation);
    bool isKnown(const EntityRef &entity);
    bool isKnownCode(const EntityRef &entity) const;
    const std::optional<FieldPath> &path(EntityKind kind, const QString &field);

    const Standard &m_standard;
    const Assessment m_empty;
    const ChainEnds m_theirs;
    ChainEnds m_ends;
    struct CurrentEdit
    {
        EditContext context;
        QByteArray bytes; ///< as hashed with each of its operations
    };
    std::map<ReplicaId, CurrentEdit> m_edits; ///< the edit that each chain is in
    // What was looked at before.
    QHash<EntityId, EntityRef> m_known;
    std::map<std::pair<EntityKind, QString>, std::optional<FieldPath>> m_paths;
};

/// Whether its hash tells that an operation is what it says: not where something is withheld of one of the first form.
bool isCheckable(const Operation &operation);

/// Operations of several chains, each of them in order, put into one order in which every edit comes whole, after its
/// chain and after all it is based on; earlier clocks first where that leaves a choice. Error OperationRefused where
/// they go round in a circle.
Result<std::vector<Operation>> inOrder(std::vector<std::vector<Operation>> chains);

/// Clocks further ahead than this are wrong ones: what they say is taken, but no other clock follows them (store.md,
/// Journal and merge).
inline constexpr qint64 farthestAhead = qint64(24) * 60 * 60 * 1000;

} // namespace adit
