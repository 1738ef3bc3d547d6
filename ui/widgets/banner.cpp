// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/sectionheader.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace adit {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(QStringLiteral("info"), Role::SecondText, this))
    , m_head(newLabel(this, {}, Type::Strong, Role::Text))
    , m_text(newLabel(this, {}, Type::Body, Role::Text))
    , m_buttons(new QWidget(this))
{
    setObjectName(QStringLiteral("banner"));
    m_head->setObjectName(QStringLiteral("bannerHead"));
    m_text->setObjectName(QStringLiteral("bannerText"));
    m_head->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_head);
    words->addWidget(m_text);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 6, 0, 0);
    buttons->setSpacing(grid::inside);
    buttons->addStretch(1);
    m_buttons->hide();
    words->addWidget(m_buttons);
    auto *close = new Button(Button::Kind::Flat, {}, this);
    close->setObjectName(QStringLiteral("dismissBanner"));
    close->setIconName(QStringLiteral("close"));
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss"));
    connect(close, &Button::clicked, this, &Banner::dismissed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::group, 10, 10, 10);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void Banner::showMessage(Tone tone, const QString &head, const QString &text)
{
    // Said again, perhaps because pressing one of its buttons took the focus from a field: the button stays.
    if (!isHidden() && tone == m_tone && head == m_head->text() && text == m_text->text())
        return;
    m_tone = tone;
    for (Button *button : m_buttons->findChildren<Button *>(Qt::FindDirectChildrenOnly)) {
        button->setObjectName({});
        button->hide();
        button->deleteLater();
    }
    m_buttons->hide();
    m_icon->setIcon(tone == Tone::Note ? QStringLiteral("info") : QStringLiteral("warning"),
                    tone == Tone::Note   ? Role::SecondText
                    : tone == Tone::Warn ? Role::Partially
                                         : Role::NotMet);
    m_head->setText(head);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(message());
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    update();
}

void Banner::addButton(const QString &objectName, const QString &label, const std::function<void()> &run)
{
    if (m_buttons->findChild<Button *>(objectName))
        return;
    auto *button = new Button(Button::Kind::Plain, label, m_buttons);
    button->setObjectName(objectName);
    auto *row = static_cast<QHBoxLayout *>(m_buttons->layout());
    row->insertWidget(row->count() - 1, button);
    m_buttons->show();
    // Queued: what it runs may show another message, which removes the button.
    connect(button, &Button::clicked, this, run, Qt::QueuedConnection);
}

QString Banner::message() const
{
    return m_text->text().isEmpty() ? m_head->text() : m_head->text() + QLatin1Char(' ') + m_text->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    const bool note = m_tone == Tone::Note;
    const bool warn = m_tone == Tone::Warn;
    painter.fillRect(rect(), theme.color(note ? Role::Tint : warn ? Role::WarnGround : Role::BlockGround));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(note   ? Role::Line
                                                                     : warn ? Role::WarnLine
                                                                            : Role::BlockLine));
}

void Banner::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT dismissed();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace adit
