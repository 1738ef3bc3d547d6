// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/commitline.h"

#include <QKeyEvent>

namespace adit {

CommitLine::CommitLine(QWidget *parent)
    : QLineEdit(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &CommitLine::commitNow);
    connect(this, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
}

void CommitLine::setStored(const QString &text)
{
    m_stored = text;
    if (this->text() != text)
        setText(text);
    m_pause.stop();
}

void CommitLine::commitNow()
{
    m_pause.stop();
    if (!hasPending() || !isAcceptable())
        return;
    Q_EMIT committed(text());
}

void CommitLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        commitNow();
        Q_EMIT left();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->modifiers().testFlag(Qt::ControlModifier))
        commitNow();
    QLineEdit::keyPressEvent(event);
}

void CommitLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        commitNow();
}

} // namespace adit
