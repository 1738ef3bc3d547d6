// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/journaltables.h"

#include <algorithm>

namespace adit {

namespace {

Error broken(const Version &version, const QString &what)
{
    return {ErrorCode::JournalBroken, QStringLiteral("%1:%2").arg(version.replica.toString()).arg(version.sequence),
            what};
}

constexpr const char *operationColumns =
    "SELECT op.replica, op.sequence, op.time, op.kind, op.entity, op.code, op.field, op.bases, op.salt, op.value, "
    "op.commitment, op.hash, edit.first, edit.verb, edit.subject, edit.undoes, context.actor, context.app, "
    "context.language FROM op JOIN edit ON edit.number = op.edit JOIN context ON context.number = edit.context ";

constexpr const char *editColumns =
    "SELECT edit.number, edit.replica, edit.first, edit.last, edit.time, edit.verb, edit.subject, edit.undoes, "
    "context.actor, context.app, context.language FROM edit JOIN context ON context.number = edit.context ";

std::optional<Version> undoesFrom(const Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    const auto versions = unpackVersions(row.bytes(column));
    return versions && versions->size() == 1 ? std::optional(versions->front()) : std::nullopt;
}

} // namespace

JournalTables::JournalTables(Database &database)
    : m_database(database)
{}

Result<std::optional<qint64>> JournalTables::knownReplica(const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT number FROM replica WHERE id = ?1"));
    select.bind(1, replica.bytes());
    ADIT_TRY_ASSIGN(const bool known, select.next());
    return known ? std::optional(select.number(0)) : std::nullopt;
}

Result<int> JournalTables::replicaPlace(const std::optional<ReplicaId> &replica)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT count(*) FROM replica WHERE number < "
                                       "ifnull((SELECT number FROM replica WHERE id = ?1), 1 << 60)"));
    select.bind(1, replica ? replica->bytes() : QByteArray());
    ADIT_TRY(select.next());
    return static_cast<int>(select.number(0));
}

Result<bool> JournalTables::hasReplica(const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(const auto number, knownReplica(replica));
    return number.has_value();
}

Result<qint64> JournalTables::replicaNumber(const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(const auto known, knownReplica(replica));
    if (known)
        return *known;
    ADIT_TRY_ASSIGN(Statement insert, m_database.prepare("INSERT INTO replica (id) VALUES (?1) RETURNING number"));
    insert.bind(1, replica.bytes());
    ADIT_TRY(insert.next());
    return insert.number(0);
}

Result<std::optional<ReplicaId>> JournalTables::replicaById(qint64 number)
{
    if (const auto cached = m_replicas.constFind(number); cached != m_replicas.constEnd())
        return std::optional(*cached);
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT id FROM replica WHERE number = ?1"));
    select.bind(1, number);
    ADIT_TRY_ASSIGN(const bool found, select.next());
    const auto id = found ? ReplicaId::fromBytes(select.bytes(0)) : std::nullopt;
    if (id)
        m_replicas.insert(number, *id);
    return id;
}

Result<qint64> JournalTables::contextNumber(const EditContext &context)
{
    ADIT_TRY_ASSIGN(Statement upsert,
                    m_database.prepare("INSERT INTO context (actor, app, language) VALUES (?1, ?2, ?3) "
                                       "ON CONFLICT (actor, app, language) DO UPDATE SET actor = actor "
                                       "RETURNING number"));
    upsert.bind(1, context.actor).bind(2, context.app).bind(3, context.language);
    ADIT_TRY(upsert.next());
    return upsert.number(0);
}

Result<qint64> JournalTables::insertEdit(const std::vector<Operation> &operations)
{
    const Operation &first = operations.front();
    ADIT_TRY_ASSIGN(const qint64 replica, replicaNumber(first.version.replica));
    ADIT_TRY_ASSIGN(const qint64 context, contextNumber(first.edit));
    ADIT_TRY_ASSIGN(Statement insert,
                    m_database.prepare("INSERT INTO edit (replica, first, last, time, verb, subject, undoes, context) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING number"));
    insert.bind(1, replica)
        .bind(2, static_cast<qint64>(first.version.sequence))
        .bind(3, static_cast<qint64>(operations.back().version.sequence))
        .bind(4, static_cast<qint64>(operations.back().time))
        .bind(5, first.edit.verb)
        .bind(6, first.edit.subject)
        .bind(8, context);
    if (first.edit.undoes)
        insert.bind(7, packVersions({*first.edit.undoes}));
    ADIT_TRY(insert.next());
    return insert.number(0);
}

Result<> JournalTables::append(const std::vector<Operation> &operations)
{
    ADIT_TRY_ASSIGN(const qint64 edit, insertEdit(operations));
    ADIT_TRY_ASSIGN(const qint64 replica, replicaNumber(operations.front().version.replica));
    ADIT_TRY_ASSIGN(
        Statement insert,
        m_database.prepare("INSERT INTO op (replica, sequence, time, edit, kind, entity, code, field, bases, "
                           "salt, value, commitment, hash) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"));
    ADIT_TRY_ASSIGN(Statement drop, m_database.prepare("DELETE FROM head WHERE entity = ?1 AND field = ?2"));
    ADIT_TRY_ASSIGN(Statement head, m_database.prepare("INSERT INTO head VALUES (?1, ?2, ?3, ?4)"));
    for (const Operation &operation : operations) {
        const QByteArray entity = operation.entity.id.bytes();
        const auto sequence = static_cast<qint64>(operation.version.sequence);
        insert.bind(1, replica)
            .bind(2, sequence)
            .bind(3, static_cast<qint64>(operation.time))
            .bind(4, edit)
            .bind(5, QString(kindInfo(operation.entity.kind).name))
            .bind(6, entity)
            .bind(7, operation.entity.code)
            .bind(8, operation.field)
            .bind(9, packVersions(operation.bases))
            .bind(10, operation.salt)
            .bind(11, operation.value)
            .bind(12, toBytes(operation.commitment))
            .bind(13, toBytes(operation.hash));
        ADIT_TRY(insert.run());
        drop.bind(1, entity).bind(2, operation.field);
        ADIT_TRY(drop.run());
        head.bind(1, entity).bind(2, operation.field).bind(3, replica).bind(4, sequence);
        ADIT_TRY(head.run());
    }
    return {};
}

Result<ChainTip> JournalTables::tip(const AssessmentId &assessment, const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(const auto number, knownReplica(replica));
    ChainTip tip{0, chainStart(assessment, replica)};
    if (!number)
        return tip;
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT sequence, hash FROM op WHERE replica = ?1 "
                                                         "ORDER BY sequence DESC LIMIT 1"));
    select.bind(1, *number);
    ADIT_TRY_ASSIGN(const bool any, select.next());
    return any ? ChainTip{static_cast<quint64>(select.number(0)), digestFromBytes(select.bytes(1))} : tip;
}

Result<quint64> JournalTables::latestTime()
{
    ADIT_TRY_ASSIGN(const qint64 time, m_database.number("SELECT ifnull(max(time), 0) FROM edit"));
    return static_cast<quint64>(time);
}

Result<qint64> JournalTables::count()
{
    return m_database.number("SELECT ifnull(max(number), 0) FROM op");
}

Result<Digest> JournalTables::state()
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT id, (SELECT hash FROM op WHERE op.replica = replica.number "
                                       "ORDER BY sequence DESC LIMIT 1) FROM replica ORDER BY id"));
    QByteArray tips;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return blake2b(tips);
        tips += select.bytes(0) + select.bytes(1);
    }
}

Result<std::vector<Version>> JournalTables::heads(const EntityId &entity, const QString &field)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT replica, sequence FROM head WHERE entity = ?1 AND field = ?2"));
    select.bind(1, entity.bytes()).bind(2, field);
    std::vector<Version> versions;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            break;
        ADIT_TRY_ASSIGN(const auto replica, replicaById(select.number(0)));
        if (replica)
            versions.push_back({*replica, static_cast<quint64>(select.number(1))});
    }
    std::ranges::sort(versions, std::less<>());
    return versions;
}

Result<> JournalTables::forEach(const QByteArray &condition, const QByteArray &order,
                                const std::vector<QString> &parameters,
                                const std::function<bool(const Operation &)> &visit)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare(QByteArray(operationColumns) + "WHERE " + condition + " ORDER BY " + order));
    for (std::size_t i = 0; i < parameters.size(); ++i)
        select.bind(static_cast<int>(i) + 1, parameters[i]);
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        ADIT_TRY_ASSIGN(const auto replica, replicaById(select.number(0)));
        const auto kind = kindFromName(select.text(3));
        const auto entity = EntityId::fromBytes(select.bytes(4));
        const auto bases = unpackVersions(select.bytes(7));
        const auto undoes = undoesFrom(select, 15);
        if (!replica || !kind || !entity || !bases || undoes.has_value() == select.isNull(15))
            return Error{ErrorCode::JournalBroken, QString::number(select.number(1)), QStringLiteral("row")};
        Operation operation{.version = {*replica, static_cast<quint64>(select.number(1))},
                            .time = static_cast<quint64>(select.number(2)),
                            .entity = {*kind, *entity, select.text(5)},
                            .field = select.text(6),
                            .bases = *bases,
                            .edit = {static_cast<quint64>(select.number(12)), select.text(13), select.text(14), undoes,
                                     select.text(16), select.text(17), select.text(18)},
                            .salt = select.bytes(8),
                            .value = select.optionalText(9),
                            .disclosed = !select.isNull(8),
                            .commitment = digestFromBytes(select.bytes(10)),
                            .hash = digestFromBytes(select.bytes(11))};
        if (!visit(operation))
            return {};
    }
}

Result<std::optional<Operation>> JournalTables::find(const Version &version)
{
    std::optional<Operation> found;
    ADIT_TRY_ASSIGN(const auto replica, knownReplica(version.replica));
    if (!replica)
        return found;
    const QByteArray condition =
        "op.replica = " + QByteArray::number(*replica) + " AND op.sequence = " + QByteArray::number(version.sequence);
    ADIT_TRY(forEach(condition, "op.number", {}, [&](const Operation &operation) {
        found = operation;
        return false;
    }));
    return found;
}

Result<std::vector<Operation>> JournalTables::operationsOf(const StoredEdit &edit)
{
    std::vector<Operation> operations;
    ADIT_TRY_ASSIGN(const auto replica, knownReplica(edit.first.replica));
    const QByteArray condition = "op.replica = " + QByteArray::number(replica.value_or(0)) +
                                 " AND op.sequence BETWEEN " + QByteArray::number(edit.first.sequence) + " AND " +
                                 QByteArray::number(edit.last);
    ADIT_TRY(forEach(condition, "op.sequence", {}, [&](const Operation &operation) {
        operations.push_back(operation);
        return true;
    }));
    if (operations.empty())
        return broken(edit.first, QStringLiteral("edit without operations"));
    return operations;
}

Result<StoredEdit> JournalTables::editFromRow(const Statement &row)
{
    ADIT_TRY_ASSIGN(const auto replica, replicaById(row.number(1)));
    if (!replica)
        return Error{ErrorCode::JournalBroken, QString::number(row.number(0)), QStringLiteral("edit")};
    const auto first = static_cast<quint64>(row.number(2));
    return StoredEdit{
        .number = row.number(0),
        .first = {*replica, first},
        .last = static_cast<quint64>(row.number(3)),
        .time = static_cast<quint64>(row.number(4)),
        .context = {first, row.text(5), row.text(6), undoesFrom(row, 7), row.text(8), row.text(9), row.text(10)}};
}

Result<> JournalTables::forEachEditBackwards(const std::function<bool(const StoredEdit &)> &visit)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare(QByteArray(editColumns) + "ORDER BY edit.number DESC"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        ADIT_TRY_ASSIGN(const StoredEdit edit, editFromRow(select));
        if (!visit(edit))
            return {};
    }
}

} // namespace adit
