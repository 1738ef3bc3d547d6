// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QAbstractTableModel>
#include <vector>

namespace adit {

/// The edits of a case that a filter asks for, latest first, as the history page shows them: some hundreds at first,
/// and more as somebody wants them.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, What, Entries, State, ColumnCount };
    enum HistoryRole { UndoneRole = Qt::UserRole };

    explicit HistoryModel(CaseDocument &document, QObject *parent = nullptr);

    /// Reads the edits again. Error as from CaseDocument::history().
    Result<> refresh();
    void setFilter(const HistoryFilter &filter);
    const HistoryFilter &filter() const { return m_filter; }
    /// Whether there are more than are shown.
    bool hasMore() const { return m_hasMore; }
    void wantMore();
    /// The row of an edit, by its first operation; -1 where it is not shown. A merge comes before what came in with it
    /// and shares its name with the latest edit of it.
    int rowOf(const HistoryEntry &entry) const;
    const HistoryEntry &entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const HistoryEntry &entry, int column) const;

    CaseDocument &m_document;
    HistoryFilter m_filter;
    int m_limit;
    bool m_hasMore = false;
    std::vector<HistoryEntry> m_entries;
};

} // namespace adit
