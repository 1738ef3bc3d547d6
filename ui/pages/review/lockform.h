// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace adit {

class Button;
class CommitTextEdit;

/// Why something is locked, or opened again. Opens in place; nothing modal.
class LockForm final : public QWidget
{
    Q_OBJECT
public:
    explicit LockForm(QWidget *parent = nullptr);

    void ask(const QString &title, const QString &confirm);
    /// True while a reason is typed that waits to be confirmed.
    bool hasPending() const;
    /// Closes it, and drops what is typed.
    void finish();

Q_SIGNALS:
    void confirmed(const QString &reason);
    void closed();

private:
    QLabel *m_title;
    CommitTextEdit *m_reason;
    Button *m_confirm;
    Button *m_cancel;
};

} // namespace adit
