// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/glyphs.h"

#include "ui/look/icons.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

namespace adit {

namespace {

struct GlyphName
{
    Glyph glyph;
    const char *name;
    Role ink;
};

constexpr std::array<GlyphName, 7> glyphTable{{
    {Glyph::Disc, "disc", Role::Fully},
    {Glyph::ThreeQuarters, "three-quarters", Role::Substantially},
    {Glyph::Half, "half", Role::Partially},
    {Glyph::Ring, "ring", Role::NotMet},
    {Glyph::Dash, "dash", Role::SecondText},
    {Glyph::ClockFace, "clock", Role::Deferred},
    {Glyph::Dotted, "dotted", Role::Edge},
}};

QPen roundPen(const QColor &ink, qreal width)
{
    return QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

/// A ring with a part of it filled, clockwise from the top.
void paintPie(QPainter *painter, const QRectF &box, qreal stroke, qreal share, const QColor &ink)
{
    const QRectF ring = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter->setPen(QPen(ink, stroke));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(ring);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    const qreal start =
        share < 0.6 ? 90 : -180; // the half fills the right side, three quarters leave the upper left open
    QPainterPath path(ring.center());
    path.arcTo(ring, start, share < 0.6 ? -180 : 270);
    path.closeSubpath();
    painter->drawPath(path);
}

void paintClock(QPainter *painter, const QRectF &box, qreal stroke, const QColor &ink)
{
    painter->setPen(roundPen(ink, stroke));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2));
    const QPointF center = box.center();
    painter->drawLine(center, center - QPointF(0, box.height() * 0.26));
    painter->drawLine(center, center + QPointF(box.width() * 0.20, box.height() * 0.1));
}

void paintDots(QPainter *painter, const QRectF &box, const QColor &ink)
{
    constexpr int dots = 14;
    const qreal radius = std::max(0.55, box.width() * 0.045);
    const qreal ring = box.width() / 2 - radius;
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    for (int i = 0; i < dots; ++i) {
        QTransform turn;
        turn.rotate(360.0 * i / dots);
        painter->drawEllipse(box.center() + turn.map(QPointF(0, -ring)), radius, radius);
    }
}

QRectF centeredSquare(const QRectF &rect, qreal inset)
{
    const qreal side = std::min(rect.width(), rect.height()) - 2 * inset;
    return {rect.center().x() - side / 2, rect.center().y() - side / 2, side, side};
}

} // namespace

Glyph glyphFromName(const QString &name)
{
    const auto *found = std::find_if(glyphTable.begin(), glyphTable.end(),
                                     [&](const GlyphName &g) { return name == QLatin1String(g.name); });
    return found == glyphTable.end() ? Glyph::Dotted : found->glyph;
}

Role inkOf(Glyph glyph)
{
    return std::find_if(glyphTable.begin(), glyphTable.end(), [&](const GlyphName &g) { return g.glyph == glyph; })
        ->ink;
}

void paintGlyph(QPainter *painter, const QRectF &rect, Glyph glyph)
{
    paintGlyph(painter, rect, glyph, Theme::current().color(inkOf(glyph)));
}

void paintGlyph(QPainter *painter, const QRectF &rect, Glyph glyph, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = centeredSquare(rect, rect.height() / 14);
    const qreal side = box.width();
    switch (glyph) {
    case Glyph::Disc:
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(box);
        break;
    case Glyph::ThreeQuarters:
        paintPie(painter, box, side * 0.1, 0.75, ink);
        break;
    case Glyph::Half:
        paintPie(painter, box, side * 0.12, 0.5, ink);
        break;
    case Glyph::Ring:
        painter->setPen(QPen(ink, side * 0.18));
        painter->drawEllipse(box.adjusted(side * 0.09, side * 0.09, -side * 0.09, -side * 0.09));
        break;
    case Glyph::Dash:
        painter->setPen(QPen(ink, std::max(1.6, side * 0.13), Qt::SolidLine, Qt::FlatCap));
        painter->drawLine(QPointF(box.left() + side * 0.05, box.center().y()),
                          QPointF(box.right() - side * 0.05, box.center().y()));
        break;
    case Glyph::ClockFace:
        paintClock(painter, box, side * 0.11, ink);
        break;
    case Glyph::Dotted:
        paintDots(painter, box, ink);
        break;
    }
    painter->restore();
}

void paintDiamond(QPainter *painter, const QRectF &rect, const QColor &ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ink);
    const QPointF c = rect.center();
    const qreal r = std::min(rect.width(), rect.height()) / 2;
    painter->drawPolygon(QPolygonF{c - QPointF(0, r), c + QPointF(r, 0), c + QPointF(0, r), c - QPointF(r, 0)});
    painter->restore();
}

void paintHatching(QPainter *painter, const QRectF &rect, const QColor &ink)
{
    painter->save();
    painter->setClipRect(rect);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ink, 1));
    const int lines = static_cast<int>(std::ceil((rect.width() + rect.height()) / 6));
    for (int line = 0; line < lines; ++line) {
        const qreal x = rect.left() - rect.height() + 6 * line;
        painter->drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    }
    painter->restore();
}

void paintStepMark(QPainter *painter, const QRectF &rect, StepMark mark)
{
    const Theme theme = Theme::current();
    const bool active = mark == StepMark::Current || mark == StepMark::Half;
    const QColor ink = theme.color(active ? Role::Accent : mark == StepMark::Optional ? Role::Edge : Role::SecondText);
    const QRectF ring = centeredSquare(rect, rect.height() / 16 + 0.7);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen = roundPen(ink, ring.width() * 0.1);
    if (mark == StepMark::Optional)
        pen.setDashPattern({0.4, 2.0});
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(ring);
    if (mark == StepMark::Current || mark == StepMark::Half) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        const qreal inset = ring.width() * 0.24;
        const QRectF dot = ring.adjusted(inset, inset, -inset, -inset);
        if (mark == StepMark::Current)
            painter->drawEllipse(dot);
        else
            painter->drawPie(dot, 90 * 16, -180 * 16);
    } else if (mark == StepMark::Closed) {
        const qreal s = ring.width();
        painter->drawPolyline(QPolygonF{ring.topLeft() + QPointF(s * 0.28, s * 0.53),
                                        ring.topLeft() + QPointF(s * 0.44, s * 0.68),
                                        ring.topLeft() + QPointF(s * 0.73, s * 0.36)});
    }
    painter->restore();
}

void paintShareBar(QPainter *painter, const QRectF &rect, qreal share, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(Role::Track));
    const qreal radius = rect.height() / 2;
    painter->drawRoundedRect(rect, radius, radius);
    if (share > 0) {
        QRectF done = rect;
        done.setWidth(std::max(rect.height(), rect.width() * std::min(share, 1.0)));
        if (painter->layoutDirection() == Qt::RightToLeft)
            done.moveRight(rect.right());
        painter->setBrush(theme.color(Role::SecondText));
        painter->drawRoundedRect(done, radius, radius);
    }
    painter->restore();
}

} // namespace adit
