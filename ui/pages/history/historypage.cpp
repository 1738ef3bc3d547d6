// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/historypage.h"

#include "core/exchange/logsheet.h"
#include "core/release/sheetguard.h"
#include "core/review/calibration.h"
#include "ui/editing/verbwords.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/history/editdetail.h"
#include "ui/pages/history/historyfilters.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainviews.h"
#include "ui/words/releasewords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

HistoryPage::HistoryPage(Editor &editor, PathChooser chooseSheet, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_model(editor.document())
    , m_chooseSheet(std::move(chooseSheet))
    , m_filters(new HistoryFilters(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_list(new QStackedWidget(m_splitter))
    , m_view(new QTableView(m_list))
    , m_nothing(newReading(m_list, tr("No edit fits these filters."), Type::Body, Role::SecondText))
    , m_count(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_more(new Button(Button::Kind::Link, tr("Show more"), this))
    , m_detail(new EditDetail(editor.document()))
    , m_detailScroll(newPageScroll(m_detail, m_splitter))
    , m_undo(new Button(Button::Kind::Plain, tr("Undo"), this))
    , m_redo(new Button(Button::Kind::Plain, tr("Redo"), this))
    , m_undoTo(new Button(Button::Kind::Plain, tr("Undo to here"), this))
    , m_save(new Button(Button::Kind::Plain, tr("Save as a sheet…"), this))
{
    setObjectName(QStringLiteral("historyPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    auto *note = newLabel(
        this, tr("Undoing adds entries with the earlier values; nothing is erased, and it works after a restart."),
        Type::Small, Role::ThirdText);
    note->setWordWrap(true);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(grid::page, 14, grid::page, 0);
    top->setSpacing(grid::inside);
    top->addLayout(buildHead());
    top->addWidget(note);
    top->addWidget(m_filters);
    auto *below = new QHBoxLayout;
    below->setSpacing(grid::inside);
    below->addStrut(m_more->sizeHint().height()); // the list stays where it is
    below->addWidget(m_count);
    below->addWidget(m_more);
    below->addStretch(1);
    top->addLayout(below);
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(m_detailScroll);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({scaled(font(), 300), scaled(font(), 240)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addLayout(top);
    layout->addWidget(m_splitter, 1);
    connectParts();
}

QHBoxLayout *HistoryPage::buildHead()
{
    m_undo->setIconName(QStringLiteral("undo"));
    m_redo->setIconName(QStringLiteral("redo"));
    m_undo->setObjectName(QStringLiteral("historyUndo"));
    m_redo->setObjectName(QStringLiteral("historyRedo"));
    m_undoTo->setObjectName(QStringLiteral("historyUndoTo"));
    m_save->setObjectName(QStringLiteral("historySave"));
    m_save->setToolTip(tr("The entries of all edits that fit, a row each"));
    m_save->setVisible(m_chooseSheet != nullptr);
    m_count->setObjectName(QStringLiteral("historyCount"));
    m_more->setObjectName(QStringLiteral("historyMore"));
    auto *head = new QHBoxLayout;
    head->setSpacing(grid::inside);
    head->addWidget(newLabel(this, tr("History"), Type::Title, Role::Text), 1);
    for (Button *button : {m_undo, m_redo, m_undoTo, m_save})
        head->addWidget(button);
    return head;
}

QWidget *HistoryPage::buildList()
{
    m_view->setObjectName(QStringLiteral("historyTable"));
    m_view->setAccessibleName(tr("Edits, latest first"));
    m_view->setModel(&m_model);
    dressTable(m_view);
    m_view->horizontalHeader()->setMinimumSectionSize(scaled(font(), 70));
    for (int column = 0; column < HistoryModel::ColumnCount; ++column)
        m_view->horizontalHeader()->setSectionResizeMode(
            column, column == HistoryModel::What ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    m_nothing->setObjectName(QStringLiteral("historyNothing"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_nothing->setContentsMargins(grid::page, grid::inside, grid::page, 0);
    auto *table = new QWidget(m_list);
    auto *layout = new QHBoxLayout(table);
    layout->setContentsMargins(grid::page, 0, grid::page, 0);
    layout->addWidget(m_view);
    m_list->addWidget(table);
    m_list->addWidget(m_nothing);
    m_list->setMinimumHeight(scaled(font(), 120));
    m_list->setMinimumWidth(scaled(font(), 320));
    m_detailScroll->setObjectName(QStringLiteral("historyDetail"));
    m_detailScroll->setFocusPolicy(Qt::StrongFocus); // there may be nothing in it but words to read
    m_detailScroll->setMinimumHeight(scaled(font(), 120));
    m_detailScroll->setMinimumWidth(scaled(font(), 260));
    return m_list;
}

void HistoryPage::connectParts()
{
    connect(m_undo, &Button::clicked, &m_editor, &Editor::undo);
    connect(m_redo, &Button::clicked, &m_editor, &Editor::redo);
    connect(m_undoTo, &Button::clicked, this, [this] {
        if (const HistoryEntry *entry = chosen())
            m_editor.undoTo(entry->first);
    });
    connect(m_save, &Button::clicked, this, &HistoryPage::saveSheet);
    connect(m_filters, &HistoryFilters::changed, this, [this] {
        m_model.setFilter(m_filters->filter());
        refreshList();
    });
    connect(m_more, &Button::clicked, this, [this] {
        m_model.wantMore();
        refreshList();
    });
    connect(m_detail, &EditDetail::requirementWanted, this, [this](const RequirementCode &code) {
        Q_EMIT wanted({QStringLiteral("assess"), std::nullopt, code.toString()});
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showChosen();
        refreshButtons();
    });
    connect(&m_editor.document(), &CaseDocument::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void HistoryPage::focusMain()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> HistoryPage::panels()
{
    return {m_filters, m_view, m_detailScroll};
}

/// Side by side where both have room to be read.
void HistoryPage::setRoom(int width)
{
    const Qt::Orientation wanted = width >= 1240 ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted)
        return;
    m_splitter->setOrientation(wanted);
    m_splitter->setSizes(wanted == Qt::Horizontal ? QList<int>{scaled(font(), 700), scaled(font(), 430)}
                                                  : QList<int>{scaled(font(), 320), scaled(font(), 240)});
}

void HistoryPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

const HistoryEntry *HistoryPage::chosen() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? &m_model.entry(current.row()) : nullptr;
}

void HistoryPage::refresh()
{
    if (const auto scope = m_editor.document().historyScope())
        m_filters->setScope(*scope);
    else
        Q_EMIT m_editor.failed(scope.error());
    refreshList();
}

void HistoryPage::refreshList()
{
    const HistoryEntry *before = chosen();
    const std::optional<HistoryEntry> kept = before ? std::optional(*before) : std::nullopt;
    {
        const QSignalBlocker quiet(m_view->selectionModel());
        if (const auto read = m_model.refresh(); !read)
            Q_EMIT m_editor.failed(read.error());
        if (m_model.rowCount() > 0)
            m_view->setCurrentIndex(m_model.index(std::max(0, kept ? m_model.rowOf(*kept) : 0), 0));
    }
    m_view->viewport()->update();
    m_list->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    refreshCount();
    showChosen();
    refreshButtons();
}

void HistoryPage::refreshCount()
{
    const int shown = m_model.rowCount();
    m_count->setText(m_model.hasMore() ? tr("The latest %n edit(s)", nullptr, shown)
                                       : tr("%n edit(s)", nullptr, shown));
    m_more->setVisible(m_model.hasMore());
    m_count->setVisible(shown > 0);
    m_detailScroll->setVisible(shown > 0);
    m_save->setEnabled(shown > 0);
}

void HistoryPage::showChosen()
{
    if (const HistoryEntry *entry = chosen())
        m_detail->show(*entry);
    else
        m_detail->showNothing();
    m_detailScroll->ensureVisible(0, 0);
}

void HistoryPage::refreshButtons()
{
    const auto undo = m_editor.document().nextUndo();
    const auto redo = m_editor.document().nextRedo();
    m_undo->setEnabled(undo.has_value());
    m_undo->setToolTip(undo ? editWords(undo->verb, undo->subject) : tr("There is nothing left to undo"));
    m_redo->setEnabled(redo.has_value());
    m_redo->setToolTip(redo ? editWords(redo->verb, redo->subject) : tr("There is nothing left to redo"));
    const HistoryEntry *entry = chosen();
    const bool possible = entry && undo && !entry->undone && !entry->cameIn && entry->verb != Verb::Create &&
                          entry->verb != Verb::Undo && entry->verb != Verb::Redo;
    m_undoTo->setEnabled(possible);
    m_undoTo->setToolTip(!possible ? tr("Choose an edit that still stands")
                         : m_filters->isSet()
                             ? tr("Takes back this edit and all later ones, also those that the filters hide")
                             : tr("Takes back this edit and all later ones"));
}

void HistoryPage::saveSheet()
{
    const CaseDocument &document = m_editor.document();
    const QString site = document.assessment().details()[field::details::site];
    const QString path = m_chooseSheet(this, tr("%1 history").arg(site).trimmed() + QStringLiteral(".xlsx"));
    if (path.isEmpty())
        return;
    auto log = document.log(m_model.filter());
    if (log)
        hideBlind(document.assessment(), *log);
    if (!log)
        return Q_EMIT m_editor.failed(log.error());
    Sheet sheet = logSheet(*log);
    const NamesKeptBack kept =
        keepNamesBack(sheet, document.assessment(), document.facts().role, m_editor.profile().get());
    const auto written = writeSheet(path, sheet, document.surroundings().now(), IfExists::Replace);
    if (!written)
        return Q_EMIT m_editor.failed(written.error());
    Q_EMIT saved(path, kept.cells > 0 ? tr("%n text(s) that name somebody were kept back.", nullptr, kept.cells)
                                      : sheetLookWords(kept.look));
}

} // namespace adit
