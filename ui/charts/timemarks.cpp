// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timemarks.h"

#include "ui/look/glyphs.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <utility>
#include <vector>

namespace adit {

namespace {

QPolygonF diamondIn(const QRectF &square)
{
    const QPointF middle = square.center();
    const qreal half = square.width() * 0.42;
    return {
        {middle - QPointF(0, half), middle + QPointF(half, 0), middle + QPointF(0, half), middle - QPointF(half, 0)}};
}

std::vector<std::pair<TimeMark::Shape, QString>> legend()
{
    using Shape = TimeMark::Shape;
    return {{Shape::Done, TimeLegend::tr("done")},
            {Shape::Planned, TimeLegend::tr("planned")},
            {Shape::Due, TimeLegend::tr("due by a rule")},
            {Shape::Extended, TimeLegend::tr("extended")},
            {Shape::Late, TimeLegend::tr("late")}};
}

} // namespace

void paintTimeMark(QPainter *painter, const QRectF &square, TimeMark::Shape shape)
{
    const Theme theme = Theme::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF middle = square.center();
    switch (shape) {
    case TimeMark::Shape::Done: {
        // The ground goes first: the disc stands on bars and lines.
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(Role::Base));
        painter->drawEllipse(square);
        paintStepMark(painter, square, StepMark::Closed);
        break;
    }
    case TimeMark::Shape::Planned:
    case TimeMark::Shape::Extended:
        painter->setPen(QPen(theme.color(Role::Text), 1.4));
        painter->setBrush(theme.color(Role::Base));
        painter->drawPolygon(diamondIn(square));
        if (shape == TimeMark::Shape::Extended) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.color(Role::Text));
            painter->drawEllipse(middle, square.width() * 0.14, square.width() * 0.14);
        }
        break;
    case TimeMark::Shape::Due:
        painter->fillRect(QRectF(middle.x() - 1.5, square.top(), 3, square.height()), theme.color(Role::ChartInk));
        break;
    case TimeMark::Shape::Late: {
        const qreal half = square.width() / 2;
        QPainterPath triangle;
        triangle.moveTo(middle.x(), square.top());
        triangle.lineTo(middle.x() + half, square.bottom());
        triangle.lineTo(middle.x() - half, square.bottom());
        triangle.closeSubpath();
        painter->fillPath(triangle, theme.color(Role::NotMet));
        break;
    }
    }
    painter->restore();
}

void paintToday(QPainter *painter, qreal x, qreal top, qreal bottom)
{
    painter->fillRect(QRectF(x - 1, top, 2, bottom - top), Theme::current().color(Role::Text));
}

TimeLegend::TimeLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize TimeLegend::sizeHint() const
{
    const QFontMetrics metrics(typeFont(font(), Type::Small));
    int wide = 0;
    for (const auto &[shape, word] : legend())
        wide += scaled(font(), 12) + 6 + metrics.horizontalAdvance(word) + scaled(font(), 16);
    return {wide, scaled(font(), 20)};
}

void TimeLegend::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setFont(typeFont(font(), Type::Small));
    const int side = scaled(font(), 12);
    const auto visual = [&](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    int x = 0;
    for (const auto &[shape, word] : legend()) {
        paintTimeMark(&painter, visual({x, (height() - side) / 2, side, side}), shape);
        x += side + 6;
        const int wide = painter.fontMetrics().horizontalAdvance(word);
        painter.setPen(theme.color(Role::SecondText));
        painter.drawText(visual({x, 0, wide + 2, height()}), Qt::AlignVCenter | Qt::AlignLeading, word);
        x += wide + scaled(font(), 16);
    }
}

} // namespace adit
