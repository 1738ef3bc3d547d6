// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/historymodel.h"
#include "ui/pages/page.h"
#include "ui/pages/step/destinations.h"

#include <functional>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace adit {

class Button;
class EditDetail;
class HistoryFilters;

/// Every edit of the case, who made it, and back to any point: as new entries, so nothing is ever lost. Filters narrow
/// it to a person, a thing, a field or some days, and the edit that is chosen shows each of its entries with what was
/// there before. What is shown goes into a sheet for whoever audits the audit.
class HistoryPage final : public Page
{
    Q_OBJECT
public:
    /// Asks where to put the sheet; empty: nowhere.
    using PathChooser = std::function<QString(QWidget *parent, const QString &suggestion)>;

    explicit HistoryPage(Editor &editor, PathChooser chooseSheet = {}, QWidget *parent = nullptr);

    void focusMain() override;
    QList<QWidget *> panels() override;
    void setRoom(int width) override;

Q_SIGNALS:
    void wanted(const adit::Destination &destination);
    /// The sheet is written.
    /// `note`: what is to be known of it before it is sent on; may be empty.
    void saved(const QString &path, const QString &note);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QHBoxLayout *buildHead();
    QWidget *buildList();
    void connectParts();
    void refresh();
    /// What is chosen stays chosen as long as it is there.
    void refreshList();
    void refreshButtons();
    void refreshCount();
    void showChosen();
    void saveSheet();
    const HistoryEntry *chosen() const;

    Editor &m_editor;
    HistoryModel m_model;
    PathChooser m_chooseSheet;
    HistoryFilters *m_filters;
    QSplitter *m_splitter;
    QStackedWidget *m_list;
    QTableView *m_view;
    QLabel *m_nothing;
    QLabel *m_count;
    Button *m_more;
    EditDetail *m_detail;
    QScrollArea *m_detailScroll;
    Button *m_undo;
    Button *m_redo;
    Button *m_undoTo;
    Button *m_save;
};

} // namespace adit
