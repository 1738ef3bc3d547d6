// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace adit {

Button::Button(Kind kind, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Button::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Button::setHint(const QString &hint)
{
    m_hint = hint;
    updateGeometry();
    update();
}

void Button::setMenuMark(bool shown)
{
    m_menuMark = shown;
    updateGeometry();
    update();
}

int Button::padding() const
{
    if (m_kind == Kind::Link)
        return 0;
    return scaled(font(), text().isEmpty() ? 6 : m_kind == Kind::Flat ? 8 : 12);
}

QSize Button::sizeHint() const
{
    const int icon = scaled(font(), grid::icon);
    int width = 2 * padding();
    if (!m_icon.isEmpty())
        width += icon + (text().isEmpty() ? 0 : scaled(font(), 6));
    QFont bold = font();
    bold.setWeight(QFont::Medium);
    width += QFontMetrics(bold).horizontalAdvance(text());
    if (!m_hint.isEmpty())
        width += scaled(font(), 8) + QFontMetrics(typeFont(font(), Type::Small)).horizontalAdvance(m_hint);
    if (m_menuMark)
        width += scaled(font(), 4) + icon;
    return {width, scaled(font(), m_kind == Kind::Link ? 24 : grid::control)};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

QColor Button::ink() const
{
    const Theme theme = Theme::current();
    if (!isEnabled())
        return theme.color(Role::DisabledText);
    switch (m_kind) {
    case Kind::Primary:
        return theme.color(Role::OnAccent);
    case Kind::Plain:
        return theme.color(Role::Text);
    case Kind::Flat:
        return theme.color(Role::SecondText);
    case Kind::Link:
        return theme.color(Role::Accent);
    }
    return {};
}

void Button::paintGround(QPainter *painter) const
{
    const Theme theme = Theme::current();
    const bool over = underMouse() && isEnabled();
    QColor ground;
    QColor line;
    if (m_kind == Kind::Primary) {
        ground = isEnabled() ? theme.color(Role::Accent) : theme.color(Role::Window);
        line = isEnabled() ? QColor() : theme.color(Role::Line);
        if (isEnabled() && (isDown() || over))
            ground = theme.isDark() ? ground.lighter(isDown() ? 90 : 108) : ground.darker(isDown() ? 125 : 110);
    } else if (m_kind != Kind::Link) {
        if (m_kind == Kind::Plain) {
            ground = theme.color(isEnabled() ? Role::Base : Role::Window);
            line = theme.color(isEnabled() ? Role::ButtonLine : Role::Line);
        }
        if (over)
            ground = theme.color(isDown() ? Role::Line : Role::Hover);
        if (isChecked())
            ground = theme.color(Role::Tint);
    }
    paintBox(painter, rect(), ground, line, grid::radius);
    if (!hasFocus())
        return;
    if (m_kind == Kind::Primary)
        paintBox(painter, QRectF(rect()).adjusted(2, 2, -2, -2), {}, theme.color(Role::OnAccent), grid::radius - 1,
                 1.5);
    else
        paintFocus(painter, rect(), grid::radius);
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintGround(&painter);
    const QColor color = ink();
    const int icon = scaled(font(), grid::icon);
    int x = padding();
    const auto place = [&](int left, int width, int height) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, (this->height() - height) / 2, width, height));
    };
    if (!m_icon.isEmpty()) {
        paintIcon(&painter, place(x, icon, icon), m_icon, color);
        x += icon + scaled(font(), 6);
    }
    QFont medium = font();
    medium.setWeight(m_kind == Kind::Primary || m_kind == Kind::Plain ? QFont::Medium : QFont::Normal);
    painter.setFont(medium);
    painter.setPen(color);
    const int textWidth = QFontMetrics(medium).horizontalAdvance(text());
    painter.drawText(place(x, textWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic,
                     text());
    x += textWidth;
    if (!m_hint.isEmpty()) {
        painter.setFont(typeFont(font(), Type::Small));
        painter.drawText(
            place(x + scaled(font(), 8), QFontMetrics(painter.font()).horizontalAdvance(m_hint) + 2, height()),
            Qt::AlignVCenter | Qt::AlignLeading, m_hint);
    }
    if (m_menuMark)
        paintIcon(&painter, place(width() - padding() - icon + 3, icon, icon), QStringLiteral("chevron-down"), color);
    if (m_kind == Kind::Link && underMouse())
        painter.drawLine(place(0, textWidth, QFontMetrics(medium).ascent() + 4).bottomLeft(),
                         place(0, textWidth, QFontMetrics(medium).ascent() + 4).bottomRight());
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace adit
