// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/threadmodel.h"
#include "ui/pages/review/reviewview.h"

class QComboBox;
class QLabel;
class QListView;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace adit {

class Button;
class Chip;
class CommentForm;
class ThreadView;

/// The comments on the draft: which there are, and the one that is being talked about.
class ThreadsView final : public ReviewView
{
    Q_OBJECT
public:
    explicit ThreadsView(Editor &editor, QWidget *parent = nullptr);

    void refresh() override;
    bool commitPending() override;
    void forgetPending() override;
    void focusMain() override;
    /// Opens a thread by the number of its comment.
    void open(const QString &label);
    /// A form for a new one, likely about a requirement.
    void beginComment(const QString &requirement);
    /// The requirement that is looked at in the tree, to see its threads only.
    void setRequirement(const QString &code);
    int waiting() const { return m_model.waiting(); }

private:
    QWidget *buildList();
    QWidget *buildNothing();
    void connectParts();
    void applyFilter();
    void showCurrent();
    void showFirst();
    void showNothing();
    bool hasLeave();

    Editor &m_editor;
    ThreadModel m_model;
    QString m_requirement;
    QSplitter *m_splitter;
    QListView *m_list;
    QLabel *m_count;
    Button *m_new;
    Chip *m_waiting;
    Chip *m_ofRequirement;
    QComboBox *m_round;
    QStackedWidget *m_stack;
    ThreadView *m_thread;
    QScrollArea *m_threadScroll;
    CommentForm *m_form;
    QScrollArea *m_formScroll;
    QLabel *m_nothingTitle = nullptr;
    QWidget *m_nothing;
};

} // namespace adit
