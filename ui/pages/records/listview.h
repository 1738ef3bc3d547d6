// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/recordtable.h"
#include "ui/pages/records/recordlists.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace adit {

class RecordForm;

/// One list of records: the table, and at its side the record that was opened or is being made.
class ListView final : public QWidget
{
    Q_OBJECT
public:
    ListView(Editor &editor, const RecordList &list, QWidget *parent = nullptr);

    EntityKind kind() const { return m_list.kind; }
    int count() const { return m_table.rowCount(); }
    void refresh();
    void setFilter(const QString &words);
    void open(const EntityRef &entity);
    void beginNew();
    /// With values that are likelier than those of the kind.
    void beginNew(const RecordInput &likely);
    bool commitPending();
    void forgetPending();
    void focusTable();
    QWidget *table() const;

Q_SIGNALS:
    /// Somebody wants to look at the record itself: a picture, a paper.
    void activated(const adit::EntityRef &entity);
    void countChanged();

private:
    /// Made when it is first wanted: most lists are looked at without changing anything.
    RecordForm *form();
    bool isFormShown() const;
    void showForm(bool shown);
    void openCurrent();
    void fitColumns();

    Editor &m_editor;
    const RecordList &m_list;
    RecordTable m_table;
    QSortFilterProxyModel m_filter;
    QTableView *m_view;
    QLabel *m_empty;
    QStackedLayout *m_stack;
    QSplitter *m_splitter;
    RecordForm *m_form = nullptr;
};

} // namespace adit
