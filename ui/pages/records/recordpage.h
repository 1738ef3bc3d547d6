// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/records/listview.h"

#include <functional>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace adit {

class Button;
class SearchField;
class SegmentedControl;

/// A page of lists that belong together: people and interviews, meetings and places. One list at a time; all of them
/// work alike.
class RecordPage final : public Page
{
    Q_OBJECT
public:
    /// Asks where to put an exported list; empty: nowhere.
    using PathChooser = std::function<QString(QWidget *parent, const QString &suggestion)>;

    RecordPage(Editor &editor, const RecordPageInfo &info, PathChooser chooseSheetToMake = {},
               QWidget *parent = nullptr);

    /// How files are chosen for evidence; without it they can be dropped and pasted only.
    using FileChooser = std::function<QStringList()>;
    void setFileChooser(const FileChooser &choose);
    /// Files that are to become evidence.
    void takeFiles(const std::vector<IntakeSource> &sources);
    /// Goes to a list, and opens a record by its number if there is one.
    void openList(EntityKind kind, const QString &label = {});
    /// A form for a new record of a list, with values that are likely.
    void beginNew(EntityKind kind, const RecordInput &likely);
    QString id() const { return QLatin1String(m_info.id); }
    EntityKind kind() const { return m_info.lists[static_cast<std::size_t>(m_current)].kind; }
    /// What the form of the current list shows, if it is a record that is there.
    std::optional<EntityRef> opened() const;
    /// A button more in the head, before the one for new records; the page owns it.
    void addTool(QWidget *tool);
    /// For a page that is part of another one, which has the title.
    void hideTitle();
    /// What opens in place under the head; the page owns it.
    void addBelowHead(QWidget *widget);
    /// How the list of this page that has several views is looked at: 0 is its table.
    int currentView() const;
    void showView(int view);
    void forgetPending() override;
    void focusMain() override;
    QList<QWidget *> panels() override;
    void setRoom(int width) override;

Q_SIGNALS:
    void recordActivated(const adit::EntityRef &entity);
    /// Another list, or another record in it, or none.
    void openedChanged();
    /// A sheet with records of the list is to be taken in.
    void importWanted(adit::EntityKind kind);
    /// `note`: what is to be known of it before it is sent on; may be empty.
    void saved(const QString &path, const QString &note);
    /// Requirements whose ratings ask for a nonconformity that nobody raised are to be seen.
    void ratingsWithoutNonconformityWanted();

protected:
    bool commitPending() override;
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose(int list);
    void refresh();
    void refreshHead();
    void refreshViews();
    void exportList();
    /// What only a page of evidence has: files come in, and there are pictures to look at.
    void addEvidenceParts(QHBoxLayout *head, QHBoxLayout *lists);
    /// Made when it is first looked at.
    ListView *current();

    Editor &m_editor;
    const RecordPageInfo &m_info;
    PathChooser m_chooseSheetToMake;
    QLabel *m_title;
    SegmentedControl *m_chooser;
    SegmentedControl *m_viewChooser; ///< table, board and so on, of a list that has them
    SearchField *m_search;
    Button *m_add;
    QHBoxLayout *m_head;
    QVBoxLayout *m_below;
    QBoxLayout *m_listsLine; ///< which list, and what can be done with it whole
    Button *m_export;
    Button *m_import;
    Button *m_addFiles = nullptr;
    SegmentedControl *m_look = nullptr;
    FileChooser m_chooseFiles;
    QStackedWidget *m_stack;
    std::vector<ListView *> m_lists; ///< nothing where a list was not looked at yet
    int m_current = 0;
    int m_view = 0;
};

} // namespace adit
