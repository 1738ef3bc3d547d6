// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuspieces.h"

#include "ui/look/measures.h"
#include "ui/widgets/paint.h"

#include <QPainter>

namespace adit {

ShareBar::ShareBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ShareBar::setShare(qreal share)
{
    m_share = share;
    update();
}

QSize ShareBar::sizeHint() const
{
    return {scaled(font(), 64), 4};
}

void ShareBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintShareBar(&painter, rect(), m_share, Theme::current());
}

GlyphLabel::GlyphLabel(int side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void GlyphLabel::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    m_diamond = false;
    update();
}

void GlyphLabel::setDiamond()
{
    m_diamond = true;
    update();
}

QSize GlyphLabel::sizeHint() const
{
    return {scaled(font(), m_side), scaled(font(), m_side)};
}

void GlyphLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_diamond)
        paintDiamond(&painter, rect(), Theme::current().color(Role::Text));
    else
        paintGlyph(&painter, rect(), m_glyph);
}

StepMarkLabel::StepMarkLabel(int side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StepMarkLabel::setMark(StepMark mark)
{
    m_mark = mark;
    update();
}

QSize StepMarkLabel::sizeHint() const
{
    return {scaled(font(), m_side), scaled(font(), m_side)};
}

void StepMarkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStepMark(&painter, rect(), m_mark);
}

Avatar::Avatar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setPerson(const QString &name)
{
    m_initials.clear();
    for (const QString &part : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (m_initials.size() < 2)
            m_initials += part.at(0).toUpper();
    }
    setToolTip(name);
    setAccessibleName(name);
    update();
}

QSize Avatar::sizeHint() const
{
    return {scaled(font(), 28), scaled(font(), 28)};
}

void Avatar::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    paintBox(&painter, rect(), theme.color(Role::Base), theme.color(Role::ButtonLine), height() / 2.0);
    painter.setFont(typeFont(typeFont(font(), Type::Strong), Type::Caption));
    painter.setPen(theme.color(Role::Text));
    QFont face = painter.font();
    face.setWeight(QFont::DemiBold);
    painter.setFont(face);
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

} // namespace adit
