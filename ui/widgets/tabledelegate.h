// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace adit {

/// Cells of the project's tables: a hairline below each row, tint and bar on the selected one, no box round a cell.
class TableDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum DataRole {
        StagesRole = Qt::UserRole + 40 ///< how many of how many stages are done, as a QPoint: pips before the text
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace adit
