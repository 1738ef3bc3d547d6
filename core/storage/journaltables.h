// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"
#include "core/journal/workdone.h"
#include "core/storage/historyquery.h"
#include "core/storage/sqlite.h"

#include <QHash>
#include <QStringList>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace adit {

/// Where a replica's chain ends: what its next operation continues from.
struct ChainTip
{
    quint64 sequence = 0;
    Digest hash{};
    quint64 time = 0; ///< clock of its last operation
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

/// In the place of a kind: what the operation changes is not in this copy.
inline constexpr QLatin1String withheldKind("withheld");

/// The journal in its tables: append-only.
class JournalTables
{
public:
    explicit JournalTables(Database &database);

    /// Appends the operations of one or several edits, each edit's together. Each becomes a head of its register in
    /// the place of those it is based on.
    Result<> append(std::span<const Operation> operations);

    Result<ChainTip> tip(const AssessmentId &assessment, const ReplicaId &replica);
    /// The highest clock of all edits up to `limit`.
    Result<quint64> latestTime(quint64 limit);
    Result<qint64> count();
    /// Who changed how much of which kind, also what was undone.
    Result<std::vector<WorkDone>> workDone();
    /// A digest of where all chains end: the same only for journals that hold the same operations.
    Result<Digest> state();
    Result<std::vector<Version>> heads(const EntityId &entity, const QString &field);
    /// Of all fields of an entity.
    Result<std::vector<Version>> headsOfAll(const EntityId &entity);
    /// The replicas that this file knows of, in the order in which they came into it.
    Result<std::vector<ReplicaId>> replicas();

    /// All operations for which `condition` (SQL on table op) holds, in `order`. Hands out one at a time; it may
    /// be moved away. Stop by returning false.
    Result<> forEach(const QByteArray &condition, const QByteArray &order, const std::vector<QString> &parameters,
                     const std::function<bool(Operation &)> &visit);
    Result<std::optional<Operation>> find(const Version &version);
    Result<std::vector<Operation>> operationsOf(const StoredEdit &edit);
    /// How rows refer to who works with what, and to a replica; both are made known where they are not.
    Result<qint64> contextNumber(const EditContext &context);
    Result<qint64> replicaNumber(const ReplicaId &replica);
    Result<std::optional<qint64>> knownReplica(const ReplicaId &replica);
    Result<std::optional<ReplicaId>> replicaById(qint64 number);
    /// After a transaction that did not end well: numbers given in it may be given again. Also before the connection
    /// is closed.
    void forgetNumbers()
    {
        m_replicas.clear();
        m_numbers.clear();
        m_contexts.clear();
        m_statements.clear();
    }
    /// Edits from the latest on; stop by returning false.
    Result<> forEachEditBackwards(const std::function<bool(const StoredEdit &)> &visit);
    /// The same of those for which a condition on table edit holds.
    Result<> forEachEditBackwards(const JournalQuery &query, const std::function<bool(const StoredEdit &)> &visit);
    /// Who made the edits, and which fields they touched.
    Result<HistoryScope> scope();

private:
    class EditReader;
    class OperationRow;

    /// `sql` is a literal; prepared once.
    Result<Statement *> prepared(const char *sql);
    /// And empties them.
    Result<> insertRows(std::vector<OperationRow> &rows);
    Result<std::optional<Operation>> operationFrom(const Statement &row, EditReader &edits);
    /// A statement whose parameters are entity, field, replica and sequence.
    Result<> runOnHead(const char *sql, const Operation &of, const Version &version);
    /// `operations`: those of one edit.
    Result<qint64> insertEdit(std::span<const Operation> operations);
    Result<std::vector<Version>> versionsIn(Statement &select);
    Result<StoredEdit> editFromRow(const Statement &row);

    Database &m_database;
    QHash<qint64, ReplicaId> m_replicas;
    QHash<ReplicaId, qint64> m_numbers;
    std::map<QStringList, qint64> m_contexts;
    std::map<const char *, Statement> m_statements; ///< by where they are written
};

} // namespace adit
