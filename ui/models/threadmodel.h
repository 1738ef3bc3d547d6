// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/review/threads.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace adit {

/// The threads of a review as a list: number, what it is about, and how it stands.
class ThreadModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum ThreadRole {
        LabelRole = Qt::UserRole,
        DetailRole, ///< round and who asked
        StateRole,  ///< Thread::State
        WaitingRole
    };

    explicit ThreadModel(const CaseDocument &document, QObject *parent = nullptr);

    void setFilter(const ThreadFilter &filter);
    const ThreadFilter &filter() const { return m_filter; }
    void refresh();
    QString label(const QModelIndex &index) const { return index.data(LabelRole).toString(); }
    QModelIndex indexOf(const QString &label) const;
    /// Of all threads, whatever is filtered.
    int waiting() const { return m_waiting; }
    int total() const { return m_total; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        QString label;
        QString about;
        QString detail;
        QString stateWord;
        Thread::State state;
        bool isWaiting;
    };
    Row rowOf(const Thread &thread) const;

    const CaseDocument &m_document;
    ThreadFilter m_filter;
    std::vector<Row> m_rows;
    int m_waiting = 0;
    int m_total = 0;
};

/// Rows of ThreadModel, on two lines.
class ThreadDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace adit
