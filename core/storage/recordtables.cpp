// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/recordtables.h"

namespace adit {

namespace {

QByteArray latin1(QLatin1String text)
{
    return {text.data(), text.size()};
}

} // namespace

RecordTables::RecordTables(Database &database)
    : m_database(database)
{}

Result<Statement *> RecordTables::prepared(const QByteArray &sql)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end())
        return &found->second;
    ADIT_TRY_ASSIGN(Statement statement, m_database.prepare(sql));
    return &m_statements.emplace(sql, std::move(statement)).first->second;
}

Result<> RecordTables::write(const EntityRef &entity, const FieldPath &path, const std::optional<QString> &value)
{
    return writeAll(entity, {{path, value}});
}

Result<> RecordTables::writeMember(const EntityRef &entity, const FieldPath &path, const std::optional<QString> &value)
{
    ADIT_TRY_ASSIGN(
        Statement * member,
        prepared(value ? "INSERT INTO member (kind, entity, field, member) VALUES (?1, ?2, ?3, ?4) "
                         "ON CONFLICT DO NOTHING"
                       : "DELETE FROM member WHERE kind = ?1 AND entity = ?2 AND field = ?3 AND member = ?4"));
    member->bind(1, QString(kindInfo(entity.kind).name))
        .bind(2, entity.id.bytes())
        .bind(3, QString(path.field->name))
        .bind(4, path.member);
    return member->run();
}

Result<Statement *> RecordTables::upsert(const Columns &columns)
{
    if (const auto known = m_upserts.find(columns); known != m_upserts.end())
        return &known->second;
    QByteArray names;
    QByteArray marks;
    QByteArray updates;
    for (const FieldInfo *field : columns.second) {
        const QByteArray name = latin1(field->name);
        names += ", " + name;
        marks += ", ?";
        updates += (updates.isEmpty() ? "" : ", ") + name + " = excluded." + name;
    }
    ADIT_TRY_ASSIGN(Statement row,
                    m_database.prepare("INSERT INTO " + latin1(kindInfo(columns.first).name) + " (id, code" + names +
                                       ") VALUES (?, ?" + marks + ") ON CONFLICT (id) DO " +
                                       (updates.isEmpty() ? "NOTHING" : "UPDATE SET " + updates)));
    return &m_upserts.emplace(columns, std::move(row)).first->second;
}

Result<> RecordTables::writeAll(const EntityRef &entity, const Values &values)
{
    Columns columns{entity.kind, {}};
    for (const auto &[path, value] : values)
        if (path.member.isEmpty())
            columns.second.push_back(path.field);
    ADIT_TRY_ASSIGN(Statement * row, upsert(columns));
    row->bind(1, entity.id.bytes()).bind(2, entity.code);
    int parameter = 2;
    for (const auto &[path, value] : values)
        if (path.member.isEmpty())
            row->bind(++parameter, value);
    ADIT_TRY(row->run());
    for (const auto &[path, value] : values)
        if (!path.member.isEmpty())
            ADIT_TRY(writeMember(entity, path, value));
    return {};
}

Result<> RecordTables::relabel(const EntityRef &entity)
{
    ADIT_TRY_ASSIGN(Statement row, m_database.prepare("UPDATE " + latin1(kindInfo(entity.kind).name) +
                                                      " SET code = ?2 WHERE id = ?1 AND code <> ?2"));
    row.bind(1, entity.id.bytes()).bind(2, entity.code);
    return row.run();
}

Result<> RecordTables::remove(const EntityRef &entity)
{
    ADIT_TRY_ASSIGN(Statement row,
                    m_database.prepare("DELETE FROM " + latin1(kindInfo(entity.kind).name) + " WHERE id = ?1"));
    row.bind(1, entity.id.bytes());
    return row.run();
}

Result<Assessment> RecordTables::read(const AssessmentId &id)
{
    Assessment assessment(id);
    for (const KindInfo &kind : allKinds())
        ADIT_TRY(readKind(kind, assessment));
    ADIT_TRY(readMembers(assessment));
    return assessment;
}

Result<> RecordTables::readKind(const KindInfo &kind, Assessment &assessment)
{
    std::vector<int> columns;
    QByteArray sql = "SELECT id, code";
    for (const FieldInfo &field : fieldsOf(kind.kind)) {
        if (field.type == ValueType::Code || isSetType(field.type))
            continue;
        columns.push_back(field.index);
        sql += ", " + latin1(field.name);
    }
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare(sql + " FROM " + latin1(kind.name)));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        const auto entity = EntityId::fromBytes(select.bytes(0));
        if (!entity || !assessment.isGenuine({kind.kind, *entity, select.text(1)}))
            return Error{ErrorCode::FileDamaged, m_database.path(),
                         QString(kind.name) + QLatin1Char(' ') + select.text(1)};
        Record &record = assessment.write({kind.kind, *entity, select.text(1)});
        for (std::size_t i = 0; i < columns.size(); ++i)
            record.set(columns[i], select.optionalText(static_cast<int>(i) + 2));
    }
}

Result<> RecordTables::readMembers(Assessment &assessment)
{
    ADIT_TRY_ASSIGN(Statement select, m_database.prepare("SELECT kind, entity, field, member FROM member"));
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, select.next());
        if (!hasRow)
            return {};
        const auto kind = kindFromName(select.text(0));
        const auto entity = EntityId::fromBytes(select.bytes(1));
        const FieldInfo *field = kind ? findField(*kind, select.text(2)) : nullptr;
        const Record *record = entity && field ? assessment.find(*kind, *entity) : nullptr;
        if (!record || !isSetType(field->type) || !field->allows(select.text(3)))
            return Error{ErrorCode::FileDamaged, m_database.path(), QStringLiteral("member ") + select.text(2)};
        assessment.write({*kind, *entity, {}}).setMember(field->index, select.text(3), true);
    }
}

} // namespace adit
