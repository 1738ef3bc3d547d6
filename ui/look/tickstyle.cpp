// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/tickstyle.h"

#include "ui/look/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <algorithm>

namespace adit {

namespace {

QPainterPath tickIn(const QRectF &box)
{
    QPainterPath tick;
    tick.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.52);
    tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.71);
    tick.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.31);
    return tick;
}

void drawBox(const QStyleOption &option, QPainter &painter)
{
    const Theme theme = Theme::current();
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isPartly = option.state.testFlag(QStyle::State_NoChange);
    const double side = std::min(option.rect.width(), option.rect.height()) - 1;
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    const bool isFilled = isEnabled && (isOn || isPartly);
    const QColor ground = isFilled                                         ? theme.color(Role::Accent)
                          : !isEnabled                                     ? theme.color(Role::Window)
                          : option.state.testFlag(QStyle::State_MouseOver) ? theme.color(Role::Hover)
                                                                           : theme.color(Role::Base);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(isFilled ? Role::Accent : isEnabled ? Role::Edge : Role::DisabledText), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(isFilled ? Role::OnAccent : Role::DisabledText), 1.7, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    if (isOn)
        painter.drawPath(tickIn(box));
    else if (isPartly)
        painter.drawLine(QPointF(box.left() + box.width() * 0.28, box.center().y()),
                         QPointF(box.right() - box.width() * 0.28, box.center().y()));
}

} // namespace

TickStyle::TickStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{}

void TickStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    painter->save();
    drawBox(*option, *painter);
    painter->restore();
}

} // namespace adit
