// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/mergetables.h"

#include "core/journal/conflicts.h"
#include "core/storage/withheldtables.h"

#include <QHash>
#include <algorithm>
#include <future>
#include <iterator>
#include <map>

namespace adit {

std::vector<TouchedEntity> touchedBy(std::span<const Operation> operations)
{
    std::vector<TouchedEntity> touched;
    QHash<EntityId, std::size_t> known;
    for (const Operation &operation : operations) {
        if (operation.withheld)
            continue;
        const auto at = known.constFind(operation.entity.id);
        if (at == known.constEnd()) {
            known.insert(operation.entity.id, touched.size());
            touched.push_back({operation.entity, {operation.field}});
        } else {
            touched[*at].fields.insert(operation.field);
        }
    }
    return touched;
}

namespace {

using HeadsOfField = std::function<std::span<const Head>(const QString &)>;

Result<> addValues(const TouchedEntity &touched, const HeadsOfField &headsOf, std::vector<FieldValue> &values)
{
    for (const QString &field : touched.fields) {
        const auto path = resolveField(touched.entity.kind, field);
        if (!path)
            return Error{ErrorCode::JournalBroken, entityKey(touched.entity), field};
        values.push_back({touched.entity, *path, shownValue(headsOf(field), path->field->merge())});
    }
    return {};
}

/// Values of things that nothing but these operations speaks of.
Result<std::vector<FieldValue>> valuesAmong(std::span<const Operation> operations,
                                            std::span<const TouchedEntity> entities)
{
    QSet<EntityId> wanted;
    for (const TouchedEntity &entity : entities)
        wanted.insert(entity.entity.id);
    Registers registers;
    for (const Operation &operation : operations)
        if (wanted.contains(operation.entity.id))
            registers.apply(operation);
    std::vector<FieldValue> values;
    for (const TouchedEntity &entity : entities)
        ADIT_TRY(addValues(
            entity, [&](const QString &field) { return registers.heads(entity.entity.id, field); }, values));
    return values;
}

} // namespace

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
                           "(SELECT entity, replica, sequence FROM head GROUP BY entity, field HAVING count(*) > 1 "
                           "UNION ALL SELECT entity, replica, sequence FROM head "
                           "WHERE field IN ('removed', 'withdrawn', 'text')) AS several "
                           "JOIN op ON op.replica = several.replica AND op.sequence = several.sequence "
                           "WHERE op.field NOT IN ('removed', 'withdrawn', 'text') "
                           "OR (op.kind = 'action') = (op.value IS NULL) "
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

Result<bool> MergeTables::isBuiltOn(const ReplicaId &replica, quint64 common)
{
    const QByteArray mine = replica.bytes().toHex();
    const QByteArray condition =
        "op.replica <> (SELECT number FROM replica WHERE id = x'" + mine + "') AND (instr(op.bases, x'" + mine +
        "') > 0 OR op.edit IN (SELECT number FROM edit WHERE instr(undoes, x'" + mine + "') > 0))";
    bool isBuiltOn = false;
    ADIT_TRY(m_journal.forEach(condition, "op.number", {}, [&](const Operation &operation) {
        const auto isInTail = [&](const Version &version) {
            return version.replica == replica && version.sequence > common;
        };
        isBuiltOn = std::ranges::any_of(operation.bases, isInTail) ||
                    (operation.edit.undoes && isInTail(*operation.edit.undoes));
        return !isBuiltOn;
    }));
    return isBuiltOn;
}

Result<bool> MergeTables::areNamedByOthers(const ReplicaId &replica, const Relabelling &labels)
{
    if (labels.empty())
        return false;
    bool areNamed = false;
    const QByteArray others =
        "op.replica <> (SELECT number FROM replica WHERE id = x'" + replica.bytes().toHex() + "')";
    ADIT_TRY(m_journal.forEach(others, "op.number", {}, [&](const Operation &operation) {
        areNamed = labels.contains(operation.entity.code) ||
                   labels.contains(operation.field.section(QLatin1Char('/'), 1)) ||
                   (operation.value && labels.contains(*operation.value));
        return !areNamed;
    }));
    return areNamed;
}

Result<std::optional<std::set<EntityId>>> MergeTables::thingsOf(const ReplicaId &replica, quint64 upTo)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT DISTINCT entity, kind = 'withheld' FROM op WHERE "
                                                         "replica = (SELECT number FROM replica WHERE id = ?1) "
                                                         "AND sequence <= ?2"));
    select.bind(1, replica.bytes()).bind(2, static_cast<qint64>(upTo));
    std::set<EntityId> things;
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return std::optional(std::move(things));
        const auto entity = EntityId::fromBytes(select.bytes(0));
        if (!entity || select.number(1) != 0)
            return std::optional<std::set<EntityId>>();
        things.insert(*entity);
    }
}

Result<bool> MergeTables::isFirst(const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT 1 FROM op JOIN replica ON replica.number = op.replica "
                                                         "WHERE op.number = 1 AND replica.id = ?1"));
    select.bind(1, replica.bytes());
    return select.next();
}

Result<> MergeTables::rename(const ReplicaId &from, quint64 common, const std::vector<Operation> &moved)
{
    ADIT_TRY_ASSIGN(const qint64 before, m_journal.replicaNumber(from));
    ADIT_TRY_ASSIGN(const qint64 after, m_journal.replicaNumber(moved.front().version.replica));
    ADIT_TRY_ASSIGN(Statement operation,
                    m_database.prepare("UPDATE op SET replica = ?3, sequence = ?4, bases = ?5, hash = ?6, "
                                       "code = ?7, field = ?8, value = ?9, commitment = ?10 "
                                       "WHERE replica = ?1 AND sequence = ?2"));
    ADIT_TRY_ASSIGN(Statement edit,
                    m_database.prepare("UPDATE edit SET replica = ?3, first = ?4, last = last - ?5, undoes = ?6, "
                                       "subject = ?7 WHERE replica = ?1 AND first = ?2"));
    ADIT_TRY_ASSIGN(Statement head, m_database.prepare("UPDATE head SET replica = ?2, sequence = sequence - ?3 "
                                                       "WHERE replica = ?1 AND sequence > ?3"));
    for (const Operation &now : moved) {
        const auto sequence = static_cast<qint64>(now.version.sequence);
        const auto was = sequence + static_cast<qint64>(common);
        operation.bind(1, before).bind(2, was).bind(3, after).bind(4, sequence);
        operation.bind(5, packVersions(now.bases)).bind(6, toBytes(now.hash));
        operation.bind(7, now.entity.code).bind(8, now.field).bind(9, now.value).bind(10, toBytes(now.commitment));
        ADIT_TRY(operation.run());
        if (now.edit.first != now.version.sequence)
            continue;
        edit.bind(1, before).bind(2, was).bind(3, after).bind(4, sequence).bind(5, static_cast<qint64>(common));
        if (now.edit.undoes)
            edit.bind(6, packVersions({*now.edit.undoes}));
        else
            edit.bindNull(6);
        edit.bind(7, now.edit.subject);
        ADIT_TRY(edit.run());
    }
    head.bind(1, before).bind(2, after).bind(3, static_cast<qint64>(common));
    return head.run();
}

Result<std::vector<FieldValue>> MergeTables::valuesOf(std::span<const TouchedEntity> touched)
{
    ADIT_TRY_ASSIGN(Statement select,
                    m_database.prepare("SELECT head.field, head.replica, op.sequence, op.time, op.value, "
                                       "op.salt IS NOT NULL FROM head JOIN op ON op.replica = head.replica AND "
                                       "op.sequence = head.sequence WHERE head.entity = ?1"));
    std::vector<FieldValue> values;
    for (const TouchedEntity &entity : touched) {
        std::map<QString, std::vector<Head>> heads;
        for (const QString &field : entity.fields)
            heads[field];
        select.bind(1, entity.entity.id.bytes());
        while (true) {
            ADIT_TRY_ASSIGN(const bool hasRow, select.next());
            if (!hasRow)
                break;
            const auto wanted = heads.find(select.text(0));
            ADIT_TRY_ASSIGN(const auto replica, m_journal.replicaById(select.number(1)));
            if (wanted != heads.end() && replica)
                wanted->second.push_back({{*replica, static_cast<quint64>(select.number(2))},
                                          static_cast<quint64>(select.number(3)),
                                          select.optionalText(4),
                                          select.number(5) != 0});
        }
        select.reset();
        ADIT_TRY(addValues(
            entity, [&](const QString &field) { return std::span<const Head>(heads[field]); }, values));
    }
    return values;
}

/// Those that no operation here speaks of.
Result<QSet<EntityId>> MergeTables::unknown(std::span<const TouchedEntity> touched)
{
    ADIT_TRY_ASSIGN(Statement any, m_database.prepare("SELECT 1 FROM head WHERE entity = ?1 LIMIT 1"));
    QSet<EntityId> unknown;
    for (const TouchedEntity &entity : touched) {
        any.bind(1, entity.entity.id.bytes());
        ADIT_TRY_ASSIGN(const bool isKnown, any.next());
        any.reset();
        if (!isKnown)
            unknown.insert(entity.entity.id);
    }
    return unknown;
}

Result<std::vector<FieldValue>> MergeTables::append(std::span<const Operation> operations)
{
    std::vector<TouchedEntity> touched = touchedBy(operations);
    ADIT_TRY_ASSIGN(const auto unknown, this->unknown(touched));
    const auto news = std::stable_partition(touched.begin(), touched.end(), [&](const TouchedEntity &entity) {
        return !unknown.contains(entity.entity.id);
    });
    auto valuesOfNews =
        std::async(std::launch::async, [&] { return valuesAmong(operations, std::span(news, touched.end())); });
    ADIT_TRY(m_journal.append(operations));
    ADIT_TRY_ASSIGN(auto values, valuesOf(std::span(touched.begin(), news)));
    ADIT_TRY_ASSIGN(auto newValues, valuesOfNews.get());
    std::ranges::move(newValues, std::back_inserter(values));
    return values;
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

Result<> MergeTables::findHeadsAnew(std::span<const TouchedEntity> touched)
{
    ADIT_TRY_ASSIGN(Statement drop, m_database.prepare("DELETE FROM head WHERE entity = ?1 AND field = ?2"));
    ADIT_TRY_ASSIGN(Statement any, m_database.prepare("SELECT 1 FROM op WHERE code = ?1 AND entity = ?2 LIMIT 1"));
    for (const TouchedEntity &entity : touched) {
        const QByteArray id = entity.entity.id.bytes();
        for (const QString &field : entity.fields) {
            drop.bind(1, id).bind(2, field);
            ADIT_TRY(drop.run());
        }
        any.bind(1, entity.entity.code).bind(2, id);
        ADIT_TRY_ASSIGN(const bool isLeft, any.next());
        any.reset();
        if (isLeft)
            ADIT_TRY(putHeads(entity));
    }
    return {};
}

Result<> MergeTables::putHeads(const TouchedEntity &touched)
{
    ADIT_TRY_ASSIGN(Statement put, m_database.prepare("INSERT INTO head VALUES (?1, ?2, ?3, ?4)"));
    ADIT_TRY_ASSIGN(const auto operations, operationsOf(touched.entity));
    Registers registers;
    for (const Operation &operation : operations)
        if (touched.fields.contains(operation.field))
            registers.apply(operation);
    const QByteArray id = touched.entity.id.bytes();
    for (const QString &field : touched.fields) {
        for (const Head &head : registers.heads(touched.entity.id, field)) {
            ADIT_TRY_ASSIGN(const qint64 replica, m_journal.replicaNumber(head.version.replica));
            put.bind(1, id).bind(2, field).bind(3, replica).bind(4, static_cast<qint64>(head.version.sequence));
            ADIT_TRY(put.run());
        }
    }
    return {};
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
