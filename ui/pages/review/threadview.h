// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/threads.h"
#include "ui/editing/editor.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace adit {

class Button;
class Chip;
class CommitTextEdit;
class ElidedLabel;

/// One comment with all that was said under it, and what can be done next: answer, go on, settle, open again.
class ThreadView final : public QWidget
{
    Q_OBJECT
public:
    enum class Place {
        Page,  ///< of the review: the comment is all there is to see
        Beside ///< narrow, beside what it is about, and perhaps one of several
    };

    explicit ThreadView(Editor &editor, Place place = Place::Page, QWidget *parent = nullptr);

    /// By its number; shows what it has become. What is being written stays as long as it is the same thread.
    void open(const QString &label);
    QString label() const { return m_label; }
    bool hasPending() const;
    bool commitPending();
    void forgetPending();
    void focusText();

Q_SIGNALS:
    /// The thread is to be seen in the review.
    void reviewWanted();
    /// Escape in its text.
    void left();
    /// Where what it is about stands.
    void whereWanted(const QString &requirement, const QString &nonconformity);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildComposer();
    void layOut();
    void nameParts();
    void showRemarks(const Thread &thread);
    void showActions(const Thread &thread);
    void refreshActions();
    void say(bool isAccepted);
    void submit(const Result<Edit> &edit);
    Remark remark() const;

    Editor &m_editor;
    Place m_place;
    QString m_label;
    QLabel *m_number;
    ElidedLabel *m_about;
    Chip *m_state;
    QLabel *m_kind;
    Button *m_where;
    QVBoxLayout *m_remarks;
    QWidget *m_composer = nullptr;
    CommitTextEdit *m_text = nullptr;
    QLabel *m_hint = nullptr;
    Button *m_accept = nullptr;
    Button *m_reject = nullptr;
    Button *m_reply = nullptr;
    Button *m_settle = nullptr;
    Button *m_reopen = nullptr;
};

} // namespace adit
