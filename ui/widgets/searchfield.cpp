// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace adit {

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    placeText();
}

void SearchField::setKeyHint(const QString &hint)
{
    m_hint = hint;
    placeText();
    update();
}

void SearchField::placeText()
{
    setTextMargins(scaled(font(), 24), 0, m_hint.isEmpty() ? 0 : keyCapWidth(font(), m_hint) + 4, 0);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeText();
}

void SearchField::setIconName(const QString &name)
{
    m_icon = name;
    update();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const int icon = scaled(font(), grid::icon);
    const auto place = [&](int left, int width, int height) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, (this->height() - height) / 2, width, height));
    };
    paintIcon(&painter, place(scaled(font(), 9), icon, icon), m_icon, Theme::current().color(Role::SecondText));
    if (m_hint.isEmpty() || !text().isEmpty())
        return;
    painter.setFont(font());
    const int cap = keyCapWidth(font(), m_hint);
    paintKeyCap(&painter, place(width() - cap - scaled(font(), 7), cap, scaled(font(), 18)), m_hint, Theme::current());
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        Q_EMIT leftDownwards();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace adit
