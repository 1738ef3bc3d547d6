// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace adit {

/// A text that saves itself: half a second after the last key, and at once when the field is left. There is no button.
class CommitTextEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CommitTextEdit(QWidget *parent = nullptr);

    /// What is stored now; sends nothing. Shown, unless something is typed that is not stored yet: that stays, so that
    /// a save that failed is tried again. Cursor and the field's own undo stay when the text is the same.
    void setStored(const QString &text);
    /// Sends what is typed and not stored yet. It stays pending until setStored() confirms it.
    void commitNow();
    /// Drops what is typed: it is not wanted, or belongs to something that is no longer shown.
    void forget();
    /// Blanks alone count as nothing, as they do where texts are stored.
    bool hasPending() const;
    /// As typed: unlike toPlainText(), no-break spaces stay what they are.
    QString typed() const;
    int wordCount() const;
    /// Height in lines of text that the field asks for.
    void setLines(int lines);

    QSize sizeHint() const override;

Q_SIGNALS:
    void committed(const QString &text);
    /// Escape was pressed.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    /// A file that is dropped here is for the page, not for the text.
    bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    QString m_stored;
    QTimer m_pause;
    int m_lines = 4;
};

} // namespace adit
