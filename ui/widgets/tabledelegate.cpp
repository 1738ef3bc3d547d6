// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabledelegate.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace adit {

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    return {item.fontMetrics.horizontalAdvance(item.text) + 26, scaled(option.font, 28)};
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::current();
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QRect box = option.rect;
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(box, theme.color(Role::Tint));
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.color(Role::Line));
    if (selected && index.column() == 0) {
        const bool reversed = option.direction == Qt::RightToLeft;
        painter->fillRect(QRect(reversed ? box.right() - 2 : box.left(), box.top(), 3, box.height()),
                          theme.color(Role::Accent));
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (selected && view && view->hasFocus()) {
        painter->setPen(theme.color(Role::Accent));
        painter->drawLine(box.topLeft(), box.topRight());
        painter->drawLine(box.bottomLeft(), box.bottomRight());
    }
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter->setFont(item.font);
    painter->setPen(ink.isValid() ? ink.value<QColor>() : theme.color(Role::Text));
    const QRect text = box.adjusted(12, 0, -12, 0);
    painter->drawText(text, static_cast<int>(QStyle::visualAlignment(option.direction, item.displayAlignment)),
                      item.fontMetrics.elidedText(item.text, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace adit
