// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scoretable.h"

#include "ui/words/words.h"

#include <QFont>

namespace adit {

namespace {
enum Column { Number, Title, Floor, Now, Ceiling, Rated, Unrated, Deferred, NotRelevant, ColumnCount };
}

void ScoreTable::setLines(std::vector<ScoreLine> lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int ScoreTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ScoreTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ScoreTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ScoreLine &line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() <= Title ? Qt::AlignLeading : Qt::AlignTrailing));
    if (role == Qt::FontRole && line.strong) {
        QFont strong;
        strong.setWeight(QFont::DemiBold);
        return strong;
    }
    if (role != Qt::DisplayRole)
        return {};
    const auto percent = [](const QString &shown) { return shown.isEmpty() ? QStringLiteral("–") : shown; };
    switch (index.column()) {
    case Number:
        return line.number;
    case Title:
        return line.title;
    case Floor:
        return percent(line.floor);
    case Now:
        return percent(line.now);
    case Ceiling:
        return percent(line.ceiling);
    case Rated:
        return line.rated;
    case Unrated:
        return line.unrated;
    case Deferred:
        return line.deferred;
    case NotRelevant:
        return line.notRelevant;
    default:
        return {};
    }
}

QVariant ScoreTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section <= Title ? Qt::AlignLeading : Qt::AlignTrailing));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number");
    case Title:
        return tr("Title");
    case Floor:
        return tr("Floor %");
    case Now:
        return tr("Rated so far %");
    case Ceiling:
        return tr("Ceiling %");
    case Rated:
        return tr("Rated");
    case Unrated:
        return tr("Not rated");
    case Deferred:
        return tr("Deferred");
    case NotRelevant:
        return notRelevantWord();
    default:
        return {};
    }
}

} // namespace adit
