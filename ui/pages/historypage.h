// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/historymodel.h"
#include "ui/pages/page.h"

class QTableView;

namespace adit {

class Button;

/// Every edit of the case, who made it, and back to any point: as new entries, so nothing is ever lost.
class HistoryPage final : public Page
{
    Q_OBJECT
public:
    explicit HistoryPage(Editor &editor, QWidget *parent = nullptr);

    void focusMain() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void refreshButtons();

    Editor &m_editor;
    HistoryModel m_model;
    QTableView *m_view;
    Button *m_undo;
    Button *m_redo;
    Button *m_undoTo;
};

} // namespace adit
