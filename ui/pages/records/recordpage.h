// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/records/listview.h"

#include <functional>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

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
    RecordPage(Editor &editor, const RecordPageInfo &info, QWidget *parent = nullptr);

    /// How files are chosen for evidence; without it they can be dropped and pasted only.
    using FileChooser = std::function<QStringList()>;
    void setFileChooser(const FileChooser &choose);
    /// Files that are to become evidence.
    void takeFiles(const std::vector<IntakeSource> &sources);
    /// Goes to a list, and opens a record by its number if there is one.
    void openList(EntityKind kind, const QString &label = {});
    void forgetPending() override;
    void focusMain() override;
    QList<QWidget *> panels() override;

Q_SIGNALS:
    void recordActivated(const adit::EntityRef &entity);

protected:
    bool commitPending() override;
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose(int list);
    void refresh();
    void refreshHead();
    /// What only a page of evidence has: files come in, and there are pictures to look at.
    void addEvidenceParts(QHBoxLayout *head, QHBoxLayout *lists);
    /// Made when it is first looked at.
    ListView *current();

    Editor &m_editor;
    const RecordPageInfo &m_info;
    SegmentedControl *m_chooser;
    SearchField *m_search;
    Button *m_add;
    Button *m_addFiles = nullptr;
    SegmentedControl *m_look = nullptr;
    FileChooser m_chooseFiles;
    QStackedWidget *m_stack;
    std::vector<ListView *> m_lists; ///< nothing where a list was not looked at yet
    int m_current = 0;
};

} // namespace adit
