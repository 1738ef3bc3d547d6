// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/itemrow.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace adit {

ItemRow::ItemRow(const QString &icon, const QString &name, const QString &detail, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_detail(detail)
{
    setText(name);
    setAccessibleName(name + QStringLiteral(", ") + detail);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ItemRow::setIconInk(Role ink)
{
    m_iconInk = ink;
    update();
}

void ItemRow::setMarked(bool marked)
{
    m_isMarked = marked;
    update();
}

QSize ItemRow::sizeHint() const
{
    return {scaled(font(), 200), scaled(font(), 40)};
}

QSize ItemRow::minimumSizeHint() const
{
    return {scaled(font(), 60), sizeHint().height()};
}

void ItemRow::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (m_isMarked || underMouse())
        painter.fillRect(rect(), theme.color(m_isMarked ? Role::Tint : Role::Hover));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Role::Line));
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int icon = scaled(font(), grid::icon);
    const int left = icon + scaled(font(), 10);
    const int half = height() / 2;
    paintIcon(&painter, visual({2, (half - icon) / 2 + 3, icon, icon}), m_icon, theme.color(m_iconInk));
    const auto line = [&](const QString &words, const QFont &face, Role ink, const QRect &place) {
        painter.setFont(face);
        painter.setPen(theme.color(ink));
        painter.drawText(visual(place), Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, place.width()));
    };
    line(text(), font(), Role::Text, {left, 2, width() - left, half - 1});
    line(m_detail, typeFont(font(), Type::Small), Role::ThirdText, {left, half, width() - left, half - 3});
    if (hasFocus())
        paintFocus(&painter, rect(), grid::radius);
}

void ItemRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace adit
