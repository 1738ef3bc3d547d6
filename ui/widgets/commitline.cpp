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
    connect(&m_pause, &QTimer::timeout, this, &CommitLine::commitIfComplete);
    connect(this, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
}

void CommitLine::setStored(const QString &text)
{
    const bool wasPending = hasPending();
    m_stored = text;
    const bool isPending = hasPending();
    if (wasPending && isPending)
        return;
    const bool onlyBlanksDiffer = !isPending && hasFocus();
    if (!onlyBlanksDiffer && this->text() != text)
        setText(text);
    if (!hasFocus())
        setCursorPosition(0); // a long text is read from its beginning
    m_pause.stop();
}

void CommitLine::commitNow()
{
    m_pause.stop();
    if (hasPending())
        Q_EMIT committed(text().trimmed());
}

void CommitLine::commitIfComplete()
{
    if (isAcceptable())
        commitNow();
}

void CommitLine::forget()
{
    m_pause.stop();
    if (text() != m_stored)
        setText(m_stored);
}

void CommitLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        commitIfComplete();
        Q_EMIT left();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->modifiers().testFlag(Qt::ControlModifier))
        commitIfComplete();
    QLineEdit::keyPressEvent(event);
}

void CommitLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return;
    commitIfComplete();
    if (!hasPending())
        forget();
}

} // namespace adit
