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

class FilesForm;
class PictureGrid;
class RecordForm;
struct IntakeSource;

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
    /// Evidence: files that are to become such, beside the list until they are.
    void takeFiles(const std::vector<IntakeSource> &sources);
    /// Evidence: as pictures instead of a table.
    void showPictures(bool shown);
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
    FilesForm *filesForm();
    bool isFormShown() const;
    void addBeside(QWidget *form);
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
    FilesForm *m_filesForm = nullptr;
    PictureGrid *m_pictures = nullptr;
    bool m_showsPictures = false;
};

} // namespace adit
