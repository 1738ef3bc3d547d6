// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/mergetables.h"

#include "core/storage/withheldtables.h"

#include <algorithm>
#include <map>
#include <set>

namespace adit {

MergeTables::MergeTables(Database &database, JournalTables &journal)
    : m_database(database)
    , m_journal(journal)
{}

Result<ChainEnds> MergeTables::ends()
{
    ADIT_TRY_ASSIGN(Statement select, // CROSS: not operation by operation
                    m_database.prepare("SELECT replica.id, op.sequence, op.hash, op.time FROM replica "
                                       "CROSS JOIN op ON op.replica = replica.number AND op.sequence = "
                                       "(SELECT max(sequence) FROM op WHERE op.replica = replica.number)"));
    ChainEnds ends;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return ends;
        const auto replica = ReplicaId::fromBytes(select.bytes(0));
        if (!replica)
            return Error{ErrorCode::FileDamaged, m_database.path(), QStringLiteral("replica")};
        ends[*replica] = {static_cast<quint64>(select.number(1)), digestFromBytes(select.bytes(2)),
                          static_cast<quint64>(select.number(3))};
    }
}

Result<std::optional<ChainEnd>> MergeTables::endAt(const ReplicaId &replica, quint64 sequence)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT hash, time FROM op WHERE sequence = ?2 AND "
                                                         "replica = (SELECT number FROM replica WHERE id = ?1)"));
    select.bind(1, replica.bytes()).bind(2, static_cast<qint64>(sequence));
    ADIT_TRY_ASSIGN(const bool hasRow, select.next());
    if (!hasRow)
        return std::optional<ChainEnd>();
    return std::optional(ChainEnd{sequence, digestFromBytes(select.bytes(0)), static_cast<quint64>(select.number(1))});
}

Result<std::vector<Operation>> MergeTables::operationsWhere(const QByteArray &condition, const QByteArray &order,
                                                            const std::vector<QString> &parameters)
{
    std::vector<Operation> operations;
    ADIT_TRY(m_journal.forEach(condition, order, parameters, [&](Operation &operation) {
        operations.push_back(std::move(operation));
        return true;
    }));
    return operations;
}

Result<std::vector<Operation>> MergeTables::chain(const ReplicaId &replica, quint64 after)
{
    std::vector<Operation> operations;
    ADIT_TRY(forEachOfChain(replica, after, [&](Operation &operation) {
        operations.push_back(std::move(operation));
        return true;
    }));
    return operations;
}

Result<> MergeTables::forEachOfChain(const ReplicaId &replica, quint64 after,
                                     const std::function<bool(Operation &)> &visit)
{
    ADIT_TRY_ASSIGN(const auto number, m_journal.knownReplica(replica));
    return m_journal.forEach("op.replica = " + QByteArray::number(number.value_or(0)) + " AND op.sequence > " +
                                 QByteArray::number(after),
                             "op.sequence", {}, visit);
}

Result<std::vector<Operation>> MergeTables::operationsOf(const EntityRef &entity)
{
    return operationsWhere("op.code = ?1 AND op.entity = x'" + entity.id.bytes().toHex() + '\'', "op.number",
                           {entity.code});
}

Result<std::vector<Operation>> MergeTables::headsOf(const EntityRef &entity)
{
    const QByteArray id = "x'" + entity.id.bytes().toHex() + '\'';
    return operationsWhere("op.number IN (SELECT op.number FROM head CROSS JOIN op ON op.replica = head.replica AND "
                           "op.sequence = head.sequence WHERE head.entity = " +
                               id + ')',
                           "op.number");
}

Result<std::vector<EntityRef>> MergeTables::inDoubt()
{
    ADIT_TRY_ASSIGN(
        Statement select,
        m_database.prepare("SELECT DISTINCT op.kind, op.entity, op.code FROM "
                           "(SELECT entity, replica, sequence, count(*) AS heads FROM head GROUP BY entity, field "
                           "HAVING heads > 1 OR field IN ('removed', 'withdrawn', 'text')) AS several "
                           "JOIN op ON op.replica = several.replica AND op.sequence = several.sequence "
                           "WHERE heads > 1 OR (op.kind = 'action') = (op.value IS NULL) "
                           "ORDER BY op.kind, op.code, op.entity"));
    std::vector<EntityRef> entities;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return entities;
        const auto kind = kindFromName(select.text(0));
        const auto id = EntityId::fromBytes(select.bytes(1));
        if (!kind || !id)
            return Error{ErrorCode::FileDamaged, m_database.path(), QStringLiteral("head")};
        entities.push_back({*kind, *id, select.text(2)});
    }
}

Result<QString> MergeTables::labelOf(const EntityId &entity)
{
    if (!m_label) {
        ADIT_TRY_ASSIGN(m_label, m_database.prepare("SELECT op.code FROM head JOIN op ON op.replica = head.replica AND "
                                                    "op.sequence = head.sequence WHERE head.entity = ?1 LIMIT 1"));
    }
    Statement *select = &*m_label;
    select->bind(1, entity.bytes());
    ADIT_TRY_ASSIGN(const bool hasRow, select->next());
    QString label = hasRow ? select->text(0) : QString();
    select->reset();
    return label;
}

Result<QStringList> MergeTables::clashingLabels(std::span<const EntityRef> entities,
                                                const std::map<EntityId, QString> &renamed)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT entity FROM op WHERE code = ?1 AND kind = ?2 AND entity <> ?3"));
    std::map<std::pair<EntityKind, QString>, EntityId> named;
    QStringList clashes;
    for (const EntityRef &entity : entities) {
        const auto [known, isFirst] = named.try_emplace({entity.kind, entity.code}, entity.id);
        bool isClash = !(known->second == entity.id);
        if (isFirst) {
            select.bind(1, entity.code).bind(2, QString(kindInfo(entity.kind).name)).bind(3, entity.id.bytes());
            while (!isClash) {
                ADIT_TRY_ASSIGN(const bool hasRow, select.next());
                if (!hasRow)
                    break;
                const auto other = EntityId::fromBytes(select.bytes(0));
                isClash = !other || !renamed.contains(*other);
            }
            select.reset();
        }
        if (!isClash) {
            const auto now = renamed.find(entity.id);
            ADIT_TRY_ASSIGN(const QString label,
                            now == renamed.end() ? labelOf(entity.id) : Result<QString>(now->second));
            isClash = !label.isEmpty() && label != entity.code;
        }
        if (isClash && !clashes.contains(entity.code))
            clashes.append(entity.code);
    }
    return clashes;
}

Result<> MergeTables::forEachHead(std::span<const EntityId> entities,
                                  const std::function<void(const EntityId &, const QString &, const Version &)> &visit)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT field, replica, sequence FROM head WHERE entity = ?1"));
    for (const EntityId &entity : entities) {
        select.bind(1, entity.bytes());
        while (true) {
            ADIT_TRY_ASSIGN(const bool hasRow, select.next());
            if (!hasRow)
                break;
            ADIT_TRY_ASSIGN(const auto replica, m_journal.replicaById(select.number(1)));
            if (replica)
                visit(entity, select.text(0), {*replica, static_cast<quint64>(select.number(2))});
        }
        select.reset();
    }
    return {};
}

Result<qint64> MergeTables::latestEdit()
{
    return m_database.number("SELECT ifnull(max(number), 0) FROM edit");
}

Result<qint64> MergeTables::record(const StoredMerge &merge)
{
    ADIT_TRY_ASSIGN(Statement insert, m_database.prepare("INSERT INTO merge (first, last, time, actor, source) "
                                                         "VALUES (?1, ?2, ?3, ?4, ?5) RETURNING number"));
    insert.bind(1, merge.firstEdit).bind(2, merge.lastEdit).bind(3, merge.time.milliseconds);
    insert.bind(4, merge.actor).bind(5, merge.source);
    ADIT_TRY(insert.next());
    return insert.number(0);
}

Result<std::vector<StoredMerge>> MergeTables::merges()
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT number, first, last, time, actor, source FROM merge "
                                                         "ORDER BY number DESC"));
    std::vector<StoredMerge> merges;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return merges;
        merges.push_back({select.number(0), select.number(1), select.number(2), Instant{select.number(3)},
                          select.text(4), select.text(5)});
    }
}

Result<std::optional<StoredEdit>> MergeTables::builtOn(const StoredMerge &merge)
{
    std::set<Version> cameIn;
    ADIT_TRY(m_journal.forEach("op.edit BETWEEN " + QByteArray::number(merge.firstEdit) + " AND " +
                                   QByteArray::number(merge.lastEdit),
                               "op.number", {}, [&](const Operation &operation) {
                                   cameIn.insert(operation.version);
                                   return true;
                               }));
    std::set<ReplicaId> replicas;
    for (const Version &version : cameIn)
        replicas.insert(version.replica);
    ADIT_TRY_ASSIGN(const DisclosedVersions disclosed, WithheldTables(m_database, m_journal).ofMerge(merge.number));
    cameIn.insert(disclosed.operations.begin(), disclosed.operations.end());
    cameIn.insert(disclosed.edits.begin(), disclosed.edits.end());
    std::optional<StoredEdit> found;
    ADIT_TRY(m_journal.forEach(
        "op.edit > " + QByteArray::number(merge.lastEdit), "op.number", {}, [&](const Operation &operation) {
            const auto isOfThem = [&](const Version &version) { return cameIn.contains(version); };
            // What continues one of their chains came in with a later merge.
            if (std::ranges::any_of(operation.bases, isOfThem) || replicas.contains(operation.version.replica) ||
                (operation.edit.undoes && isOfThem(*operation.edit.undoes)))
                found =
                    StoredEdit{0, {operation.version.replica, operation.edit.first}, 0, operation.time, operation.edit};
            return !found;
        }));
    return found;
}

Result<std::vector<TouchedEntity>> MergeTables::takeOut(const StoredMerge &merge)
{
    const QByteArray range =
        "BETWEEN " + QByteArray::number(merge.firstEdit) + " AND " + QByteArray::number(merge.lastEdit);
    ADIT_TRY_ASSIGN(auto operations, operationsWhere("op.edit " + range, "op.number"));
    const auto cameIn = operations.size();
    WithheldTables withheld(m_database, m_journal);
    ADIT_TRY_ASSIGN(const DisclosedVersions disclosed, withheld.ofMerge(merge.number));
    for (const Version &version : disclosed.operations) {
        ADIT_TRY_ASSIGN(auto operation, m_journal.find(version));
        if (operation)
            operations.push_back(std::move(*operation));
    }
    const std::vector<TouchedEntity> touched = touchedBy(operations);
    ADIT_TRY(withheld.withholdAgain(disclosed));
    // Operations are numbered without gaps.
    ADIT_TRY(m_database.execute("DELETE FROM op WHERE edit " + range + "; DELETE FROM edit WHERE number " + range +
                                "; UPDATE op SET number = number - " + QByteArray::number(cameIn) + " WHERE edit > " +
                                QByteArray::number(merge.lastEdit)));
    ADIT_TRY(findHeadsAnew(touched));
    ADIT_TRY(m_database.execute("DELETE FROM replica WHERE number NOT IN (SELECT replica FROM op); "
                                "DELETE FROM context WHERE number NOT IN (SELECT context FROM edit)"));
    m_journal.forgetNumbers();
    ADIT_TRY_ASSIGN(Statement forget, m_database.prepare("DELETE FROM merge WHERE number = ?1"));
    forget.bind(1, merge.number);
    ADIT_TRY(forget.run());
    ADIT_TRY(withheld.forget(merge.number));
    return touched;
}

} // namespace adit
