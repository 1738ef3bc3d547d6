// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/committextedit.h"

#include "ui/look/measures.h"

#include <QKeyEvent>
#include <QRegularExpression>

namespace adit {

namespace {
constexpr int pauseMilliseconds = 500;
}

CommitTextEdit::CommitTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &CommitTextEdit::commitNow);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (hasPending())
            m_pause.start();
    });
    document()->setDocumentMargin(2);
}

void CommitTextEdit::setStored(const QString &text)
{
    m_stored = text;
    const QString shown = toPlainText();
    const bool onlyBlanksTyped = text.isEmpty() && shown.trimmed().isEmpty() && hasFocus();
    if (shown != text && !onlyBlanksTyped)
        setPlainText(text);
    m_pause.stop();
}

void CommitTextEdit::commitNow()
{
    m_pause.stop();
    if (!hasPending())
        return;
    Q_EMIT committed(toPlainText());
}

int CommitTextEdit::wordCount() const
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return static_cast<int>(toPlainText().split(blanks, Qt::SkipEmptyParts).size());
}

void CommitTextEdit::setLines(int lines)
{
    m_lines = lines;
    setMinimumHeight(sizeHint().height());
}

QSize CommitTextEdit::sizeHint() const
{
    return {scaled(font(), 200), m_lines * fontMetrics().lineSpacing() + scaled(font(), 21)};
}

bool CommitTextEdit::event(QEvent *event)
{
    // With nothing of its own to undo, the key belongs to the case's undo.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) ||
            (key->matches(QKeySequence::Redo) && !document()->isRedoAvailable())) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void CommitTextEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        commitNow();
        Q_EMIT left();
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier) &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CommitTextEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        commitNow();
}

} // namespace adit
