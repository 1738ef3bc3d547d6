// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/merge/versioncard.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace adit {

VersionCard::VersionCard(QWidget *parent)
    : QFrame(parent)
    , m_whose(newLabel(this, {}, Type::Strong, Role::Text))
    , m_detail(new ElidedLabel({}, this))
    , m_head(new QHBoxLayout)
    , m_text(new MarkedText(this))
{
    m_detail->setLook(Type::Small, Role::SecondText);
    m_text->setObjectName(QStringLiteral("versionText"));
    m_text->setReadOnly(true);
    m_text->setProperty("card", QStringLiteral("front"));
    m_text->setMinimumHeight(scaled(font(), 64));
    m_head->setContentsMargins(12, 0, 12, 0);
    m_head->setSpacing(grid::inside);
    m_head->addWidget(m_whose);
    m_head->addWidget(m_detail, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(m_head);
    layout->addWidget(m_text, 1);
    m_whose->setMinimumHeight(scaled(font(), 36));
    setMinimumWidth(scaled(font(), 170));
}

void VersionCard::show(const QString &whose, const QString &detail, const QString &key,
                       const std::vector<MarkedText::Piece> &pieces)
{
    m_whose->setText(whose);
    m_detail->setText(detail);
    m_key = key;
    const int cap = key.isEmpty() ? 0 : keyCapWidth(font(), key) + grid::unit;
    m_head->setContentsMargins(12, 0, 12 + cap, 0);
    m_text->setAccessibleName(whose + QStringLiteral(", ") + detail);
    m_text->setPieces(pieces);
    update();
}

void VersionCard::setTaken(bool taken)
{
    m_isTaken = taken;
    update();
}

void VersionCard::setBack(bool back)
{
    m_isBack = back;
    dress(m_whose, Type::Strong, back ? Role::SecondText : Role::Text);
    m_text->setProperty("card", back ? QStringLiteral("back") : QStringLiteral("front"));
}

void VersionCard::setRoom(bool text, bool isStacked)
{
    setMaximumHeight(text ? QWIDGETSIZE_MAX : scaled(font(), 120));
    setMinimumHeight(scaled(font(), text ? (isStacked ? 170 : 220) : 90));
}

void VersionCard::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintBox(&painter, rect(), theme.color(m_isBack ? Role::Alternate : Role::Base),
             theme.color(m_isTaken ? Role::Accent : Role::ButtonLine), grid::card, m_isTaken ? 2 : 1);
    const int line = m_text->geometry().top() - 1;
    painter.fillRect(QRect(1, line, width() - 2, 1), theme.color(Role::Line));
    if (m_key.isEmpty())
        return;
    const int cap = keyCapWidth(font(), m_key);
    const QRect place(width() - cap - 10, (line - scaled(font(), 18)) / 2, cap, scaled(font(), 18));
    paintKeyCap(&painter, QStyle::visualRect(layoutDirection(), rect(), place), m_key, theme);
}

} // namespace adit
