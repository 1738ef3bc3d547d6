// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

namespace adit {

void paintBox(QPainter *painter, const QRectF &rect, const QColor &ground, const QColor &line, qreal radius,
              qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    const qreal half = line.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    painter->restore();
}

void paintFocus(QPainter *painter, const QRectF &rect, qreal radius)
{
    paintBox(painter, rect, {}, Theme::current().color(Role::Accent), radius, 2);
}

void paintRow(QPainter *painter, const QRectF &rect, const ControlState &state, const Theme &theme)
{
    if (state.checked)
        painter->fillRect(rect, theme.color(Role::Tint));
    else if (state.hovered)
        painter->fillRect(rect, theme.color(Role::Hover));
    if (state.checked) {
        const bool rightToLeft = painter->layoutDirection() == Qt::RightToLeft;
        painter->fillRect(QRectF(rightToLeft ? rect.right() - 3 : rect.left(), rect.top(), 3, rect.height()),
                          theme.color(Role::Accent));
    }
    if (state.focused)
        paintBox(painter, rect, {}, theme.color(Role::Accent), 0);
}

int keyCapWidth(const QFont &font, const QString &key)
{
    const QFont small = typeFont(font, Type::Caption);
    return std::max(QFontMetrics(small).horizontalAdvance(key) + scaled(font, 8), scaled(font, 16));
}

void paintKeyCap(QPainter *painter, const QRectF &rect, const QString &key, const Theme &theme)
{
    painter->save();
    paintBox(painter, rect, theme.color(Role::Window), theme.color(Role::Line), grid::cap);
    painter->setFont(typeFont(painter->font(), Type::Caption));
    painter->setPen(theme.color(Role::ThirdText));
    painter->drawText(rect, Qt::AlignCenter, key);
    painter->restore();
}

} // namespace adit
