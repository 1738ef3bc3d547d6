// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/chaptermodel.h"
#include "ui/pages/review/reviewview.h"

class QLabel;
class QTableView;

namespace adit {

class Button;
class LockForm;

/// Chapter by chapter: what a reviewer has signed off as it stands, and what nobody may change meanwhile.
class ChaptersView final : public ReviewView
{
    Q_OBJECT
public:
    explicit ChaptersView(Editor &editor, QWidget *parent = nullptr);

    void refresh() override;
    bool commitPending() override;
    void forgetPending() override;
    void focusMain() override;
    void setNarrow(bool narrow) override;

private:
    QWidget *buildHead();
    QWidget *buildWholeLock();
    QWidget *buildFoot();
    void closeForm();
    void refreshButtons();
    void showWholeLock();
    void toggleSignOff();
    /// Locks the scope, or opens it if it is locked, once the reason is given.
    void askForLock(const QString &scope, bool isLocked);
    void setLock(const QString &reason);
    QString current() const;

    Editor &m_editor;
    ChapterModel m_model;
    QString m_scope; ///< that the form is about
    bool m_unlocks = false;
    QLabel *m_sum;
    QLabel *m_wholeWords = nullptr;
    QWidget *m_wholeLock; ///< after its words, which building it sets
    QTableView *m_table;
    LockForm *m_form;
    QLabel *m_chapter;
    QWidget *m_buttons = nullptr;
    Button *m_sign;
    Button *m_back;
    Button *m_lock;
    Button *m_lockAll;
    Button *m_open;
};

} // namespace adit
