// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabledelegate.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace adit {

namespace {

constexpr int pipPitch = 11; ///< at 13 pixel text

int pipsWidth(const QModelIndex &index, const QFont &font)
{
    const int stages = index.data(TableDelegate::StagesRole).toPoint().y();
    return stages > 0 ? scaled(font, stages * pipPitch + 6) : 0;
}

void paintPips(QPainter &painter, const QRect &room, const QPoint &stages, const QFont &font, const Theme &theme)
{
    const int pitch = scaled(font, pipPitch);
    const int height = scaled(font, 6);
    for (int stage = 0; stage < stages.y(); ++stage) {
        const QRectF pip(room.left() + stage * pitch + 0.5, room.center().y() - height / 2.0 + 0.5, pitch - 3, height);
        const bool isDone = stage < stages.x();
        painter.setPen(theme.color(isDone ? Role::ChartInk : Role::Edge));
        painter.setBrush(isDone ? theme.color(Role::ChartInk) : QColor(Qt::transparent));
        painter.drawRoundedRect(pip, 1.5, 1.5);
    }
}

} // namespace

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    return {item.fontMetrics.horizontalAdvance(item.text) + pipsWidth(index, option.font) + 26,
            scaled(option.font, 28)};
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
    QRect text = box.adjusted(12, 0, -12, 0);
    if (const int pips = pipsWidth(index, item.font); pips > 0) {
        painter->setRenderHint(QPainter::Antialiasing);
        paintPips(*painter,
                  QStyle::visualRect(option.direction, text, QRect(text.topLeft(), QSize(pips, text.height()))),
                  index.data(StagesRole).toPoint(), item.font, theme);
        painter->setPen(ink.isValid() ? ink.value<QColor>() : theme.color(Role::Text));
        text = QStyle::visualRect(option.direction, text, text.adjusted(pips, 0, 0, 0));
    }
    painter->drawText(text, static_cast<int>(QStyle::visualAlignment(option.direction, item.displayAlignment)),
                      item.fontMetrics.elidedText(item.text, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace adit
