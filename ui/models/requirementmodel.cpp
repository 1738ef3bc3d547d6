// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requirementmodel.h"

#include "ui/words/words.h"

#include <algorithm>

namespace adit {

RequirementModel::RequirementModel(CaseDocument &document, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
    , m_standard(document.standard())
    , m_rows(m_standard.nodes().size(), 0)
{
    const auto number = [this](const std::vector<int> &siblings) {
        for (int row = 0; row < static_cast<int>(siblings.size()); ++row)
            m_rows[static_cast<std::size_t>(siblings[static_cast<std::size_t>(row)])] = row;
    };
    number(m_standard.principles());
    for (int node = 0; node < static_cast<int>(m_standard.nodes().size()); ++node)
        number(m_standard.children(node));
    recount();
    connect(&document, &CaseDocument::changed, this, &RequirementModel::refresh);
}

void RequirementModel::recount()
{
    m_counts.assign(m_standard.nodes().size(), {});
    const auto &items = m_document.ratedItems();
    for (int ordinal = 0; ordinal < static_cast<int>(items.size()); ++ordinal) {
        const RatedItem &item = items[static_cast<std::size_t>(ordinal)];
        if (item.relevance != RelevanceReason::Relevant)
            continue;
        const bool rated = item.rating && m_standard.scale()[static_cast<std::size_t>(*item.rating)].points;
        for (int node = m_standard.requirements()[static_cast<std::size_t>(ordinal)]; node >= 0;
             node = m_standard.nodes()[static_cast<std::size_t>(node)].parent) {
            ++m_counts[static_cast<std::size_t>(node)].relevant;
            m_counts[static_cast<std::size_t>(node)].rated += rated ? 1 : 0;
        }
    }
}

void RequirementModel::refresh(const ChangeSet &changes)
{
    if (changes.touches(EntityKind::Relevance) || changes.touches(EntityKind::Details)) {
        recount();
        for (int node = 0; node < static_cast<int>(m_standard.nodes().size()); ++node)
            refreshNode(node);
        return;
    }
    if (!changes.touches(EntityKind::Answer) && !changes.touches(EntityKind::Action))
        return;
    recount();
    for (const RequirementCode &code : changes.requirements()) {
        const auto start = m_standard.nodeIndex(code);
        for (int node = start.value_or(-1); node >= 0; node = m_standard.nodes()[static_cast<std::size_t>(node)].parent)
            refreshNode(node);
    }
}

void RequirementModel::refreshNode(int node)
{
    const QModelIndex changed = indexOfNode(node);
    Q_EMIT dataChanged(changed, changed);
}

QModelIndex RequirementModel::indexOfNode(int node) const
{
    return createIndex(m_rows[static_cast<std::size_t>(node)], 0, static_cast<quintptr>(node));
}

QModelIndex RequirementModel::indexOf(const RequirementCode &code) const
{
    const auto node = m_standard.nodeIndex(code);
    return node ? indexOfNode(*node) : QModelIndex();
}

RequirementCode RequirementModel::codeAt(const QModelIndex &index) const
{
    return nodeAt(index).code;
}

const StandardNode &RequirementModel::nodeAt(const QModelIndex &index) const
{
    return m_standard.nodes()[static_cast<std::size_t>(index.internalId())];
}

QModelIndex RequirementModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto &siblings =
        parent.isValid() ? m_standard.children(static_cast<int>(parent.internalId())) : m_standard.principles();
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex RequirementModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int above = nodeAt(index).parent;
    return above < 0 ? QModelIndex() : indexOfNode(above);
}

int RequirementModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? m_standard.children(static_cast<int>(parent.internalId())).size()
                                             : m_standard.principles().size());
}

int RequirementModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant RequirementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto node = static_cast<int>(index.internalId());
    const StandardNode &what = nodeAt(index);
    const Counts &counts = m_counts[static_cast<std::size_t>(node)];
    const auto ordinal = m_standard.ordinal(what.code);
    switch (role) {
    case Qt::DisplayRole:
        return shortTitle(what);
    case Qt::ToolTipRole:
        return what.code.toString() + QLatin1Char(' ') + title(what);
    case Qt::AccessibleTextRole:
        return spoken(node);
    case CodeRole:
        return what.code.toString();
    case LevelRole:
        return static_cast<int>(what.code.level());
    case CriticalRole:
        return what.critical;
    case RatedRole:
        return counts.rated;
    case RelevantRole:
        return counts.relevant;
    case GlyphRole:
        return ordinal ? QVariant(static_cast<int>(
                             standingOf(m_standard, m_document.ratedItems()[static_cast<std::size_t>(*ordinal)]).glyph))
                       : QVariant();
    case OpenRole:
        return ordinal && counts.relevant == 1 && !m_document.ratedItems()[static_cast<std::size_t>(*ordinal)].rating;
    default:
        return {};
    }
}

QString RequirementModel::spoken(int node) const
{
    const StandardNode &what = m_standard.nodes()[static_cast<std::size_t>(node)];
    const QString name = what.code.toString() + QLatin1Char(' ') + title(what);
    if (const auto ordinal = m_standard.ordinal(what.code)) {
        const Standing standing = standingOf(m_standard, m_document.ratedItems()[static_cast<std::size_t>(*ordinal)]);
        return what.critical ? tr("%1, critical, %2").arg(name, standing.meaning)
                             : tr("%1, %2").arg(name, standing.meaning);
    }
    const Counts &counts = m_counts[static_cast<std::size_t>(node)];
    return counts.relevant == 0 ? tr("%1, not relevant").arg(name)
                                : tr("%1, %2 of %3 rated").arg(name).arg(counts.rated).arg(counts.relevant);
}

} // namespace adit
