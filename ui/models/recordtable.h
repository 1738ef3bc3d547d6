// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QAbstractTableModel>
#include <vector>

namespace adit {

/// All records of one kind as a table: their numbers, then the fields that tell them apart. Read anew by refresh().
class RecordTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    RecordTable(const CaseDocument &document, EntityKind kind, std::vector<const FieldInfo *> columns,
                QObject *parent = nullptr);

    void refresh();
    EntityRef entity(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1 where it is not in the table.
    int rowOf(const EntityId &id) const;
    const std::vector<const FieldInfo *> &columns() const { return m_columns; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant stagesOf(const QModelIndex &index) const;

    const CaseDocument &m_document;
    EntityKind m_kind;
    std::vector<const FieldInfo *> m_columns;
    std::vector<EntityRef> m_rows;
};

} // namespace adit
