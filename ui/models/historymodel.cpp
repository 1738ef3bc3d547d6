// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/historymodel.h"

#include "ui/editing/verbwords.h"
#include "ui/look/theme.h"
#include "ui/words/words.h"

#include <QDateTime>
#include <algorithm>

namespace adit {

namespace {
constexpr int atOnce = 500;
}

HistoryModel::HistoryModel(CaseDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_limit(atOnce)
{}

Result<> HistoryModel::refresh()
{
    ADIT_TRY_ASSIGN(auto entries, m_document.history(m_filter, m_limit + 1));
    beginResetModel();
    m_entries = std::move(entries);
    m_hasMore = static_cast<int>(m_entries.size()) > m_limit;
    if (m_hasMore)
        m_entries.pop_back();
    endResetModel();
    return {};
}

void HistoryModel::setFilter(const HistoryFilter &filter)
{
    m_filter = filter;
    m_limit = atOnce;
}

void HistoryModel::wantMore()
{
    m_limit += atOnce;
}

int HistoryModel::rowOf(const HistoryEntry &entry) const
{
    const auto found = std::ranges::find_if(
        m_entries, [&](const HistoryEntry &known) { return known.first == entry.first && known.merge == entry.merge; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HistoryModel::text(const HistoryEntry &entry, int column) const
{
    switch (column) {
    case When:
        return momentWords(entry.time,
                           QDateTime::fromMSecsSinceEpoch(m_document.surroundings().now().milliseconds).date());
    case Who:
        return entry.actor;
    case What:
        return entry.withheld ? tr("Withheld from this copy") : editWords(entry.verb, entry.subject);
    case Entries:
        return QString::number(entry.operations);
    case State:
        return entry.undone ? tr("undone") : QString();
    default:
        return {};
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryEntry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == Entries ? Qt::AlignTrailing : Qt::AlignLeading));
    case Qt::ForegroundRole:
        return Theme::current().color(entry.undone ? Role::ThirdText : Role::Text);
    case UndoneRole:
        return entry.undone;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Entries ? Qt::AlignTrailing : Qt::AlignLeading));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case What:
        return tr("What");
    case Entries:
        return tr("Entries");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace adit
