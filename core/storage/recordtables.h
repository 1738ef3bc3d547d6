// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/journal/registers.h"
#include "core/storage/sqlite.h"

#include <map>
#include <utility>

namespace adit {

/// The tables of entities: written and read through the field registry, one row an entity. Statements are prepared
/// once.
class RecordTables
{
public:
    explicit RecordTables(Database &database);

    /// Makes the row if there is none, then sets one field or one member of a set.
    Result<> write(const EntityRef &entity, const FieldPath &path, const std::optional<QString> &value);
    /// Several fields of one entity at once.
    using Values = std::vector<std::pair<FieldPath, std::optional<QString>>>;
    Result<> writeAll(const EntityRef &entity, const Values &values);
    /// A thing is called by another label from now on.
    Result<> relabel(const EntityRef &entity);
    /// Takes the row away, of something that no operation speaks of any more.
    Result<> remove(const EntityRef &entity);
    Result<Assessment> read(const AssessmentId &id);
    /// Before the connection is closed.
    void forgetStatements()
    {
        m_statements.clear();
        m_upserts.clear();
    }

private:
    Result<> writeMember(const EntityRef &entity, const FieldPath &path, const std::optional<QString> &value);
    Result<Statement *> prepared(const QByteArray &sql);
    /// Makes a row or sets some of its columns.
    using Columns = std::pair<EntityKind, std::vector<const FieldInfo *>>;
    Result<Statement *> upsert(const Columns &columns);
    Result<> readKind(const KindInfo &kind, Assessment &assessment);
    Result<> readMembers(Assessment &assessment);

    Database &m_database;
    std::map<QByteArray, Statement> m_statements;
    std::map<Columns, Statement> m_upserts;
};

} // namespace adit
