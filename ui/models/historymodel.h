// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QAbstractTableModel>
#include <vector>

namespace adit {

/// The edits of a case, latest first, as the history page shows them.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, What, Entries, State, ColumnCount };
    enum HistoryRole { UndoneRole = Qt::UserRole };

    explicit HistoryModel(CaseDocument &document, QObject *parent = nullptr);

    /// Reads the latest edits again. Error as from CaseDocument::history().
    Result<> refresh();
    const HistoryEntry &entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const HistoryEntry &entry, int column) const;

    CaseDocument &m_document;
    std::vector<HistoryEntry> m_entries;
};

} // namespace adit
