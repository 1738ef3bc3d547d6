// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/look/glyphs.h"
#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QStyle>

namespace adit {

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
}

void Chip::setDiamond(bool shown)
{
    m_diamond = shown;
    updateGeometry();
}

void Chip::setMenuMark(bool shown)
{
    m_menuMark = shown;
    setCheckable(!shown);
    updateGeometry();
}

void Chip::setTag()
{
    m_tag = true;
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, toolTip().isEmpty());
    updateGeometry();
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

int Chip::leadWidth() const
{
    if (m_diamond)
        return scaled(font(), 9) + scaled(font(), 4);
    return m_icon.isEmpty() ? 0 : scaled(font(), 14) + scaled(font(), 4);
}

QSize Chip::sizeHint() const
{
    const QFont face = typeFont(font(), Type::Small);
    const int text = QFontMetrics(face).horizontalAdvance(this->text());
    const int mark = m_menuMark ? scaled(font(), 18) : 0;
    return {text + leadWidth() + mark + scaled(font(), m_tag ? 14 : 16), scaled(font(), m_tag ? 20 : 24)};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const auto pick = [&](Role plain, Role warn, Role block) {
        return theme.color(m_tone == Tone::Plain ? plain : m_tone == Tone::Warn ? warn : block);
    };
    QColor ground = pick(Role::Base, Role::WarnGround, Role::BlockGround);
    if (isChecked())
        ground = theme.color(Role::Tint);
    else if (!m_tag && isEnabled() && (isDown() || underMouse()))
        ground = theme.color(isDown() ? Role::Line : Role::Hover);
    paintBox(&painter, rect(), ground,
             isChecked() && isEnabled() ? theme.color(Role::Accent)
                                        : pick(Role::ButtonLine, Role::WarnLine, Role::BlockLine),
             m_tag ? grid::cap : grid::radius);
    const QColor ink = !isEnabled() ? theme.color(Role::DisabledText)
                                    : pick(isChecked() ? Role::Text : Role::SecondText, Role::Partially, Role::NotMet);
    int x = scaled(font(), m_tag ? 7 : 8);
    const auto place = [&](int width, int height) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, (this->height() - height) / 2, width, height));
    };
    if (m_diamond)
        paintDiamond(&painter, place(scaled(font(), 9), scaled(font(), 9)), theme.color(Role::Text));
    else if (!m_icon.isEmpty())
        paintIcon(&painter, place(scaled(font(), 14), scaled(font(), 14)), m_icon, ink);
    x += leadWidth();
    painter.setFont(typeFont(font(), Type::Small));
    painter.setPen(ink);
    const int textWidth = painter.fontMetrics().horizontalAdvance(text());
    painter.drawText(place(textWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeading, text());
    x += textWidth + scaled(font(), 4);
    if (m_menuMark)
        paintIcon(&painter, place(scaled(font(), 14), scaled(font(), 14)), QStringLiteral("chevron-down"), ink);
    if (hasFocus())
        paintFocus(&painter, rect(), grid::radius);
}

} // namespace adit
