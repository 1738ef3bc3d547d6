// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sectionheader.h"

#include "ui/look/measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace adit {

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_title(newLabel(this, title, Type::Strong, Role::Text))
    , m_detail(newLabel(this, {}, Type::Small, Role::ThirdText))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(grid::inside);
    m_layout->addWidget(m_title);
    m_layout->addStretch(1);
    m_layout->addWidget(m_detail);
    m_detail->hide();
    setMinimumHeight(scaled(font(), 24));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHeader::setAudience(AudienceMark mark, const QString &word)
{
    m_layout->insertWidget(1, new IconLabel(iconName(mark), Role::ThirdText, this));
    m_layout->insertWidget(2, newLabel(this, word, Type::Small, Role::ThirdText));
}

void SectionHeader::setDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void SectionHeader::addLeading(QWidget *widget)
{
    m_layout->insertWidget(0, widget);
}

void SectionHeader::addTrailing(QWidget *widget)
{
    m_layout->addWidget(widget);
}

void SectionHeader::setRuled(bool ruled)
{
    m_ruled = ruled;
    m_layout->setContentsMargins(0, 0, 0, ruled ? grid::unit : 0);
    update();
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    if (!m_ruled)
        return;
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::current().color(Role::Line));
}

IconLabel::IconLabel(const QString &name, Role ink, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_ink(ink)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const QString &name, Role ink)
{
    m_name = name;
    m_ink = ink;
    update();
}

QSize IconLabel::sizeHint() const
{
    const int side = scaled(font(), grid::icon);
    return {side, side};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintIcon(&painter, rect(), m_name, Theme::current().color(isEnabled() ? m_ink : Role::DisabledText));
}

} // namespace adit
