// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answerpanel.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>

namespace adit {

AnswerPanel::AnswerPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(newLabel(this, {}, Type::Strong, Role::Text))
    , m_layout(new QVBoxLayout(this))
    , m_scroll(new QScrollArea(this))
{
    setProperty("ground", QStringLiteral("alternate"));
    setProperty("rule", QStringLiteral("left"));
    auto *close = new Button(Button::Kind::Flat, {}, this);
    close->setObjectName(QStringLiteral("closeSheet"));
    close->setIconName(QStringLiteral("close"));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    connect(close, &Button::clicked, this, &AnswerPanel::closed);
    auto *head = new QHBoxLayout;
    m_title->setWordWrap(true);
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    m_layout->setContentsMargins(grid::group, 12, 12, 12);
    m_layout->setSpacing(grid::unit);
    m_layout->addLayout(head);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_layout->addWidget(m_scroll, 1);
}

void AnswerPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void AnswerPanel::setContent(QWidget *content)
{
    content->setAutoFillBackground(false);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
}

void AnswerPanel::setFooter(QWidget *footer)
{
    delete m_footer;
    m_footer = footer;
    if (m_footer)
        m_layout->addWidget(m_footer);
}

QSize AnswerPanel::sizeHint() const
{
    return {scaled(font(), 316), scaled(font(), 400)};
}

void AnswerPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace adit
