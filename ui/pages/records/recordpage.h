// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/records/listview.h"

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
    RecordPage(Editor &editor, const RecordPageInfo &info, QWidget *parent = nullptr);

    /// Goes to a list, and opens a record by its number if there is one.
    void openList(EntityKind kind, const QString &label = {});
    /// A form for a new record of a list, with values that are likely.
    void beginNew(EntityKind kind, const RecordInput &likely);
    QString id() const { return QLatin1String(m_info.id); }
    /// A button more in the head, before the one for new records; the page owns it.
    void addTool(QWidget *tool);
    /// What opens in place under the head; the page owns it.
    void addBelowHead(QWidget *widget);
    void forgetPending() override;
    void focusMain() override;
    QList<QWidget *> panels() override;

Q_SIGNALS:
    void recordActivated(const adit::EntityRef &entity);

protected:
    bool commitPending() override;
    void showEvent(QShowEvent *event) override;

private:
    void choose(int list);
    void refresh();
    void refreshHead();
    /// Made when it is first looked at.
    ListView *current();

    Editor &m_editor;
    const RecordPageInfo &m_info;
    SegmentedControl *m_chooser;
    SearchField *m_search;
    Button *m_add;
    QHBoxLayout *m_head;
    QVBoxLayout *m_below;
    QStackedWidget *m_stack;
    std::vector<ListView *> m_lists; ///< nothing where a list was not looked at yet
    int m_current = 0;
};

} // namespace adit
