// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/committextedit.h"

#include "ui/look/measures.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QRegularExpression>

namespace adit {

namespace {

constexpr int pauseMilliseconds = 500;

QString withPlainLineBreaks(QString text)
{
    return text.replace(QChar::ParagraphSeparator, QLatin1Char('\n')).replace(QChar::LineSeparator, QLatin1Char('\n'));
}

} // namespace

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
    const bool wasPending = hasPending();
    m_stored = withPlainLineBreaks(text);
    const bool isPending = hasPending();
    if (wasPending && isPending)
        return;
    const bool onlyBlanksDiffer = !isPending && hasFocus();
    if (!onlyBlanksDiffer && typed() != m_stored)
        setPlainText(text);
    m_pause.stop();
}

void CommitTextEdit::commitNow()
{
    m_pause.stop();
    if (!hasPending())
        return;
    Q_EMIT committed(typed());
}

void CommitTextEdit::forget()
{
    m_pause.stop();
    if (typed() != m_stored)
        setPlainText(m_stored);
}

bool CommitTextEdit::hasPending() const
{
    const QString text = typed();
    return text != m_stored && !(m_stored.isEmpty() && text.trimmed().isEmpty());
}

QString CommitTextEdit::typed() const
{
    return withPlainLineBreaks(document()->toRawText());
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

bool CommitTextEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

} // namespace adit
