// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"

#include <QWidget>

class QComboBox;

namespace adit {

class Button;
class CommitTextEdit;
class LinkField;
class SegmentedControl;

/// A new comment: which round of the review, whether it must be answered, what it is about, and what there is to say.
class CommentForm final : public QWidget
{
    Q_OBJECT
public:
    explicit CommentForm(Editor &editor, QWidget *parent = nullptr);

    /// Empties it; `requirement` is what it is likely to be about.
    void begin(const QString &requirement);
    bool commitPending();
    void forgetPending();

Q_SIGNALS:
    void added(const QString &label);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void add();

    Editor &m_editor;
    QComboBox *m_round;
    SegmentedControl *m_weight;
    LinkField *m_requirement;
    LinkField *m_nonconformity;
    CommitTextEdit *m_text;
    Button *m_add;
    Button *m_cancel;
};

} // namespace adit
