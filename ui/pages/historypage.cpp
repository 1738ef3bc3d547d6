// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/historypage.h"

#include "ui/editing/verbwords.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

HistoryPage::HistoryPage(Editor &editor, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_model(editor.document())
    , m_view(new QTableView(this))
    , m_undo(new Button(Button::Kind::Plain, tr("Undo"), this))
    , m_redo(new Button(Button::Kind::Plain, tr("Redo"), this))
    , m_undoTo(new Button(Button::Kind::Plain, tr("Undo to here"), this))
{
    setObjectName(QStringLiteral("historyPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_undo->setIconName(QStringLiteral("undo"));
    m_redo->setIconName(QStringLiteral("redo"));
    m_undo->setObjectName(QStringLiteral("historyUndo"));
    m_redo->setObjectName(QStringLiteral("historyRedo"));
    m_undoTo->setObjectName(QStringLiteral("historyUndoTo"));
    m_view->setObjectName(QStringLiteral("historyTable"));
    m_view->setAccessibleName(tr("Edits, latest first"));
    m_view->setModel(&m_model);
    dressTable(m_view);
    m_view->horizontalHeader()->setMinimumSectionSize(scaled(font(), 70));
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        m_view->horizontalHeader()->setSectionResizeMode(
            column, column == HistoryModel::What ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    auto *head = new QHBoxLayout;
    head->setSpacing(grid::inside);
    head->addWidget(newLabel(this, tr("History"), Type::Title, Role::Text), 1);
    for (Button *button : {m_undo, m_redo, m_undoTo})
        head->addWidget(button);
    auto *note = newLabel(
        this, tr("Undoing adds entries with the earlier values; nothing is erased, and it works after a restart."),
        Type::Small, Role::ThirdText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::inside);
    layout->setSpacing(grid::inside);
    layout->addLayout(head);
    layout->addWidget(note);
    layout->addWidget(m_view, 1);
    connect(m_undo, &Button::clicked, &editor, &Editor::undo);
    connect(m_redo, &Button::clicked, &editor, &Editor::redo);
    connect(m_undoTo, &Button::clicked, this, [this] {
        if (m_view->currentIndex().isValid())
            m_editor.undoTo(m_model.entry(m_view->currentIndex().row()).first);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPage::refreshButtons);
    connect(&editor.document(), &CaseDocument::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void HistoryPage::focusMain()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void HistoryPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void HistoryPage::refresh()
{
    const int row = m_view->currentIndex().row();
    if (const auto read = m_model.refresh(); !read)
        Q_EMIT m_editor.failed(read.error());
    if (m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1), 0));
    refreshButtons();
}

void HistoryPage::refreshButtons()
{
    const auto undo = m_editor.document().nextUndo();
    const auto redo = m_editor.document().nextRedo();
    m_undo->setEnabled(undo.has_value());
    m_undo->setToolTip(undo ? editWords(undo->verb, undo->subject) : tr("There is nothing left to undo"));
    m_redo->setEnabled(redo.has_value());
    m_redo->setToolTip(redo ? editWords(redo->verb, redo->subject) : tr("There is nothing left to redo"));
    const QModelIndex current = m_view->currentIndex();
    const HistoryEntry *entry = current.isValid() ? &m_model.entry(current.row()) : nullptr;
    const bool possible = entry && undo && !entry->undone && !entry->cameIn && entry->verb != Verb::Create &&
                          entry->verb != Verb::Undo && entry->verb != Verb::Redo;
    m_undoTo->setEnabled(possible);
    m_undoTo->setToolTip(possible ? tr("Takes back this edit and all later ones")
                                  : tr("Choose an edit that still stands"));
}

} // namespace adit
