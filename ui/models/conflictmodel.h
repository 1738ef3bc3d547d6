// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace adit {

/// What is to be decided, under the requirements and things it belongs to.
class ConflictModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum ConflictRole {
        HeadRole = Qt::UserRole, ///< true: the name of what follows
        CriticalRole,
        DetailRole, ///< who, when
        IconRole
    };

    explicit ConflictModel(const CaseDocument &document, QObject *parent = nullptr);

    void refresh();
    /// Nothing for a head.
    const Conflict *conflict(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &id) const;
    /// The next conflict in a direction, from none the first; invalid at the end.
    QModelIndex next(const QModelIndex &from, int direction) const;
    /// Place among the conflicts, from 1.
    int place(const QModelIndex &index) const;
    int count() const { return static_cast<int>(m_conflicts.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString head;
        bool isCritical = false;
        int conflict = -1;
    };

    QVariant headData(const Row &row, int role) const;
    QVariant conflictData(const Conflict &conflict, int role) const;

    const CaseDocument &m_document;
    std::vector<Conflict> m_conflicts;
    std::vector<Row> m_rows;
};

/// Rows of ConflictModel: heads on one line, conflicts on two.
class ConflictDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace adit
