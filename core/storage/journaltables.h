// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"
#include "core/storage/sqlite.h"

#include <QHash>
#include <functional>
#include <optional>
#include <vector>

namespace adit {

/// Where a replica's chain ends: what its next operation continues from.
struct ChainTip
{
    quint64 sequence = 0;
    Digest hash{};
};

/// One row of the edit table.
struct StoredEdit
{
    qint64 number = 0; ///< in the order in which this file took them in
    Version first;
    quint64 last = 0;
    quint64 time = 0; ///< clock of its last operation
    EditContext context;
};

/// The journal in its tables: append-only.
class JournalTables
{
public:
    explicit JournalTables(Database &database);

    /// Appends the operations of one edit, all of one replica, and makes them the only heads of their registers.
    Result<> append(const std::vector<Operation> &operations);

    Result<ChainTip> tip(const AssessmentId &assessment, const ReplicaId &replica);
    Result<quint64> latestTime();
    Result<qint64> count();
    /// A digest of where all chains end: the same only for journals that hold the same operations.
    Result<Digest> state();
    Result<std::vector<Version>> heads(const EntityId &entity, const QString &field);
    Result<bool> hasReplica(const ReplicaId &replica);
    /// How many other replicas came into this file before this one; before an unknown one came all there are.
    Result<int> replicaPlace(const std::optional<ReplicaId> &replica);

    /// All operations for which `condition` (SQL on table op) holds, in `order`. Hands out one at a time; stop by
    /// returning false.
    Result<> forEach(const QByteArray &condition, const QByteArray &order, const std::vector<QString> &parameters,
                     const std::function<bool(const Operation &)> &visit);
    Result<std::optional<Operation>> find(const Version &version);
    Result<std::vector<Operation>> operationsOf(const StoredEdit &edit);
    /// After a transaction that did not end well: numbers given in it may be given again.
    void forgetNumbers() { m_replicas.clear(); }
    /// Edits from the latest on; stop by returning false.
    Result<> forEachEditBackwards(const std::function<bool(const StoredEdit &)> &visit);

private:
    Result<qint64> replicaNumber(const ReplicaId &replica);
    Result<std::optional<qint64>> knownReplica(const ReplicaId &replica);
    Result<qint64> contextNumber(const EditContext &context);
    Result<qint64> insertEdit(const std::vector<Operation> &operations);
    Result<std::optional<ReplicaId>> replicaById(qint64 number);
    Result<StoredEdit> editFromRow(const Statement &row);

    Database &m_database;
    QHash<qint64, ReplicaId> m_replicas;
};

} // namespace adit
