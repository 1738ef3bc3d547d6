// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From operations that came in, changed or went to heads and values.
#include "core/journal/conflicts.h"
#include "core/journal/registers.h"
#include "core/storage/mergetables.h"

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

} // namespace adit
