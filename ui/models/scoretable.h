// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/scorebars.h"

#include <QAbstractTableModel>
#include <vector>

namespace adit {

/// One line of the table behind the charts.
struct ScoreLine
{
    QString number;
    QString title;
    QString floor; ///< empty: not relevant
    QString now;
    QString ceiling;
    int rated = 0;
    int unrated = 0;
    int deferred = 0;
    int notRelevant = 0;
    bool strong = false; ///< a principle

    friend bool operator==(const ScoreLine &, const ScoreLine &) = default;
};

/// The figures of the scoreboard as a table, for reading aloud, copying and checking.
class ScoreTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setLines(std::vector<ScoreLine> lines);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ScoreLine> m_lines;
};

} // namespace adit
