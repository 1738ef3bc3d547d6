// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace adit {

/// One line that saves itself like CommitTextEdit.
class CommitLine : public QLineEdit
{
    Q_OBJECT
public:
    explicit CommitLine(QWidget *parent = nullptr);

    void setStored(const QString &text);
    void commitNow();
    void forget();
    bool hasPending() const { return text().trimmed() != m_stored; }

Q_SIGNALS:
    void committed(const QString &text);
    void left();

protected:
    /// False: what is typed is not complete yet, and is not sent before somebody asks for it with commitNow().
    virtual bool isAcceptable() const { return true; }
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void commitIfComplete();

    QString m_stored;
    QTimer m_pause;
};

} // namespace adit
