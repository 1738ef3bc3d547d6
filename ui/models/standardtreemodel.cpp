// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/standardtreemodel.h"

#include "ui/words/words.h"

namespace adit {

StandardTreeModel::StandardTreeModel(const Standard &standard, QObject *parent)
    : QAbstractItemModel(parent)
    , m_standard(standard)
    , m_rows(standard.nodes().size(), 0)
{
    const auto number = [this](const std::vector<int> &siblings) {
        for (int row = 0; row < static_cast<int>(siblings.size()); ++row)
            m_rows[static_cast<std::size_t>(siblings[static_cast<std::size_t>(row)])] = row;
    };
    number(m_standard.principles());
    for (int node = 0; node < static_cast<int>(m_standard.nodes().size()); ++node)
        number(m_standard.children(node));
}

QModelIndex StandardTreeModel::indexOfNode(int node) const
{
    return createIndex(m_rows[static_cast<std::size_t>(node)], 0, static_cast<quintptr>(node));
}

QModelIndex StandardTreeModel::indexOf(const RequirementCode &code) const
{
    const auto node = m_standard.nodeIndex(code);
    return node ? indexOfNode(*node) : QModelIndex();
}

const StandardNode &StandardTreeModel::nodeAt(const QModelIndex &index) const
{
    return m_standard.nodes()[static_cast<std::size_t>(index.internalId())];
}

QModelIndex StandardTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto &siblings =
        parent.isValid() ? m_standard.children(static_cast<int>(parent.internalId())) : m_standard.principles();
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex StandardTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int above = nodeAt(index).parent;
    return above < 0 ? QModelIndex() : indexOfNode(above);
}

int StandardTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? m_standard.children(static_cast<int>(parent.internalId())).size()
                                             : m_standard.principles().size());
}

int StandardTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant StandardTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StandardNode &node = nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return shortTitle(node);
    case Qt::ToolTipRole:
        return node.code.toString() + QLatin1Char(' ') + title(node);
    case Qt::AccessibleTextRole:
        return node.critical ? tr("%1 %2, critical").arg(node.code.toString(), title(node))
                             : node.code.toString() + QLatin1Char(' ') + title(node);
    case CodeRole:
        return node.code.toString();
    case LevelRole:
        return static_cast<int>(node.code.level());
    case CriticalRole:
        return node.critical;
    default:
        return {};
    }
}

} // namespace adit
