// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordtable.h"

#include "ui/widgets/tabledelegate.h"
#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QPoint>
#include <algorithm>

namespace adit {

RecordTable::RecordTable(const CaseDocument &document, EntityKind kind, std::vector<const FieldInfo *> columns,
                         QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_kind(kind)
    , m_columns(std::move(columns))
{}

void RecordTable::refresh()
{
    std::vector<EntityRef> rows;
    const int code = *kindInfo(m_kind).codeField;
    for (const auto &[id, record] : m_document.assessment().records(m_kind))
        if (!record.isBlank())
            rows.push_back({m_kind, id, record.text(code)});
    // "E-A99" before "E-A100".
    std::ranges::sort(rows, {}, [](const EntityRef &row) { return std::pair(row.code.size(), row.code); });
    if (rows == m_rows) {
        if (!rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int RecordTable::rowOf(const EntityId &id) const
{
    const auto found = std::ranges::find(m_rows, id, &EntityRef::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RecordTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

/// Of what goes through stages, how far it is.
QVariant RecordTable::stagesOf(const QModelIndex &index) const
{
    const FieldInfo &state = infoOf(field::nonconformity::state);
    if (index.column() == 0 || m_columns[static_cast<std::size_t>(index.column()) - 1] != &state)
        return {};
    const EntityRef &row = m_rows[static_cast<std::size_t>(index.row())];
    const Record *record = m_document.assessment().find(row.kind, row.id);
    const QStringList states = QString(state.choices).split(QLatin1Char(' '));
    const qsizetype reached = record ? states.indexOf(record->text(state.index)) + 1 : 0;
    return QPoint(static_cast<int>(reached), static_cast<int>(states.size()));
}

QVariant RecordTable::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && role == TableDelegate::StagesRole)
        return stagesOf(index);
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const EntityRef &row = m_rows[static_cast<std::size_t>(index.row())];
    if (index.column() == 0)
        return m_kind == EntityKind::GroupPlan   ? choiceWord(infoOf(field::person::stakeholder), row.code)
               : m_kind == EntityKind::AuditPlan ? kindWord(m_kind)
                                                 : row.code;
    const Record *record = m_document.assessment().find(row.kind, row.id);
    const FieldInfo &field = *m_columns[static_cast<std::size_t>(index.column()) - 1];
    if (!record)
        return {};
    const QString words = valueWords(field, *record);
    return role == Qt::DisplayRole ? words.simplified() : words;
}

QVariant RecordTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Number") : fieldLabel(*m_columns[static_cast<std::size_t>(section) - 1]);
}

} // namespace adit
