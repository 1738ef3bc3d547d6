// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Chains that went on separately under one name: what a tail is built into, and its move.
#include "core/storage/mergetables.h"
#include "core/storage/withheldtables.h"

#include <algorithm>

namespace adit {

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
                   (operation.value && labels.contains(operation.value->section(QLatin1Char('/'), -1)));
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
    ADIT_TRY(WithheldTables(m_database, m_journal).rename(from, common, moved.front().version.replica));
    head.bind(1, before).bind(2, after).bind(3, static_cast<qint64>(common));
    ADIT_TRY(head.run());
    if (common > 0)
        return {};
    // Nothing is left under the old name.
    m_journal.forgetNumbers();
    return m_database.execute("DELETE FROM replica WHERE number = " + QByteArray::number(before));
}

} // namespace adit
