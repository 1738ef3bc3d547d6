// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/models/recordtable.h"
#include "ui/pages/records/recordlists.h"

#include <QSet>
#include <QSortFilterProxyModel>
#include <QWidget>
#include <optional>

class QLabel;
class QSplitter;
class QStackedLayout;
class QTableView;
class QVBoxLayout;

namespace adit {

class FilesForm;
class PictureGrid;
class RecordForm;
class RecordsView;
struct IntakeSource;

/// The rows of a table that have certain words, and that somebody else wants to be shown.
class RecordFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RecordFilter(const RecordTable &table);

    /// Nothing: all of them.
    void setShown(const std::optional<QSet<EntityId>> &shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const RecordTable &m_table;
    std::optional<QSet<EntityId>> m_shown;
};

/// One list of records: the table, and at its side the record that was opened or is being made. Other ways to look at
/// the list may be added to the table.
class ListView final : public QWidget
{
    Q_OBJECT
public:
    ListView(Editor &editor, const RecordList &list, QWidget *parent = nullptr);

    EntityKind kind() const { return m_list.kind; }
    int count() const { return m_table.rowCount(); }
    void refresh();
    void setFilter(const QString &words);
    QString filter() const { return m_words; }
    /// Opens a record in the form; with the focus in one of its fields, if one is named.
    void open(EntityRef entity, const QString &field = {});
    void beginNew();
    /// With values that are likelier than those of the kind.
    void beginNew(const RecordInput &likely);
    /// Evidence: files that are to become such, beside the list until they are.
    void takeFiles(const std::vector<IntakeSource> &sources);
    /// Evidence: as pictures instead of a table.
    void showPictures(bool shown);
    /// The record in the form, if one that is there is open.
    std::optional<EntityRef> opened() const;
    bool commitPending();
    void forgetPending();
    /// Puts the focus into the table, or whatever stands in its place.
    void focusTable();
    QWidget *table() const;

    /// Above the table and what stands in its place; takes it.
    void setTop(QWidget *top);
    /// Another way to look at the list; takes it.
    void addView(RecordsView *view, const QString &name, const QString &icon);
    /// The table first.
    QStringList viewNames() const { return m_viewNames; }
    QStringList viewIcons() const { return m_viewIcons; }
    int currentView() const { return m_currentView; }
    void showView(int view);
    /// Which records are shown besides those that the words leave out; nothing: all.
    void setShown(const std::optional<QSet<EntityId>> &shown);

Q_SIGNALS:
    /// Somebody wants to look at the record itself: a picture, a paper.
    void activated(const adit::EntityRef &entity);
    void countChanged();
    /// The cursor stays where it is.
    void formClosed();
    void refreshed();
    void filterChanged();
    /// Another record is looked at, or a new one is being made.
    void currentChanged(const std::optional<adit::EntityRef> &entity);
    /// The form of a nonconformity wants it in its next state, or back in the one before.
    void moveWanted(const adit::EntityRef &nonconformity);
    void returnWanted(const adit::EntityRef &nonconformity);

private:
    /// Made when it is first wanted: most lists are looked at without changing anything.
    RecordForm *form();
    FilesForm *filesForm();
    bool isFormShown() const;
    void addBeside(QWidget *form);
    void showForm(bool shown);
    void openCurrent();
    void step(EntityRef entity);
    void fitColumns();

    Editor &m_editor;
    const RecordList &m_list;
    RecordTable m_table;
    RecordFilter m_filter;
    QString m_words;
    QTableView *m_view;
    std::vector<RecordsView *> m_views; ///< besides the table
    QStringList m_viewNames;
    QStringList m_viewIcons;
    int m_currentView = 0; ///< 0: the table
    QLabel *m_empty;
    QVBoxLayout *m_left;
    QStackedLayout *m_stack;
    QSplitter *m_splitter;
    RecordForm *m_form = nullptr;
    FilesForm *m_filesForm = nullptr;
    PictureGrid *m_pictures = nullptr;
    bool m_showsPictures = false;
};

} // namespace adit
