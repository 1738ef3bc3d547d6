// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/listview.h"

#include "core/edits/recordrules.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/records/filesform.h"
#include "ui/pages/records/picturegrid.h"
#include "ui/pages/records/recordform.h"
#include "ui/pages/records/recordsview.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/tabledelegate.h"
#include "ui/words/choicewords.h"

#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// What a new record of a kind most likely says.
RecordInput likely(EntityKind kind, const QDate &today)
{
    const QString day = toIso(today);
    switch (kind) {
    case EntityKind::Request:
        return {{{&infoOf(field::request::asked), day},
                 {&infoOf(field::request::form), QStringLiteral("evidence")},
                 {&infoOf(field::request::state), QStringLiteral("asked")}}};
    case EntityKind::Contact:
        return {{{&infoOf(field::contact::made), day}, {&infoOf(field::contact::direction), QStringLiteral("out")}}};
    case EntityKind::Concern:
        return {{{&infoOf(field::concern::raised), day}}};
    case EntityKind::Comment:
        return {{{&infoOf(field::comment::made), day}, {&infoOf(field::comment::state), QStringLiteral("open")}}};
    case EntityKind::Nonconformity:
        return {{{&infoOf(field::nonconformity::raised), day},
                 {&infoOf(field::nonconformity::state), QStringLiteral("raised")}}};
    case EntityKind::Evidence:
        return {
            {{&infoOf(field::evidence::state), QStringLiteral("sighted")}, {&infoOf(field::evidence::received), day}}};
    case EntityKind::Complaint:
        return {{{&infoOf(field::complaint::received), day},
                 {&infoOf(field::complaint::form), QStringLiteral("complaint")}}};
    case EntityKind::PlanDeviation:
        return {{{&infoOf(field::plan_deviation::noted), day}}};
    default:
        return {};
    }
}

} // namespace

RecordFilter::RecordFilter(const RecordTable &table)
    : m_table(table)
{
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void RecordFilter::setShown(const std::optional<QSet<EntityId>> &shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    invalidateFilter();
}

bool RecordFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return (!m_shown || m_shown->contains(m_table.entity(row).id)) &&
           QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

ListView::ListView(Editor &editor, const RecordList &list, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_list(list)
    , m_table(editor.document(), list.kind, list.columns)
    , m_filter(m_table)
    , m_view(new QTableView)
    , m_viewNames{tr("Table")}
    , m_viewIcons{QStringLiteral("table")}
    , m_empty(newReading(this, listPurpose(list), Type::Body, Role::SecondText))
    , m_left(nullptr)
    , m_stack(new QStackedLayout)
    , m_splitter(new QSplitter(this))
{
    m_filter.setSourceModel(&m_table);
    m_view->setObjectName(QStringLiteral("table-") + kindInfo(list.kind).name);
    m_view->setAccessibleName(kindWords(list.kind));
    m_view->setModel(&m_filter);
    dressTable(m_view);
    const auto wide = std::ranges::find(list.columns, list.wide) - list.columns.begin() + 1;
    m_view->horizontalHeader()->setMaximumSectionSize(scaled(font(), 900));
    for (int column = 0; column < m_table.columnCount(); ++column)
        m_view->horizontalHeader()->setSectionResizeMode(column, column == wide ? QHeaderView::Stretch
                                                                                : QHeaderView::Interactive);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_empty->setMaximumWidth(scaled(font(), 520));
    m_empty->setContentsMargins(12, grid::group, 0, 0);
    auto *left = new QWidget;
    // Cells keep 12 from their edges, so that their text stands under the title.
    m_left = new QVBoxLayout(left);
    m_left->setContentsMargins(grid::page - 12, 0, 0, 0);
    m_left->setSpacing(0);
    m_left->addLayout(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(left);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ListView::openCurrent);
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT activated(m_table.entity(m_filter.mapToSource(index).row())); });
}

RecordForm *ListView::form()
{
    if (m_form)
        return m_form;
    m_form = new RecordForm(m_editor, m_list.kind);
    addBeside(m_form);
    connect(m_form, &RecordForm::closed, this, [this] {
        m_form->forgetPending();
        showForm(false);
        focusTable();
        Q_EMIT formClosed();
    });
    connect(m_form, &RecordForm::moveWanted, this, &ListView::moveWanted);
    connect(m_form, &RecordForm::returnWanted, this, &ListView::returnWanted);
    connect(m_form, &RecordForm::added, this, [this](const EntityRef &entity) { open(entity); });
    return m_form;
}

FilesForm *ListView::filesForm()
{
    if (m_filesForm)
        return m_filesForm;
    m_filesForm = new FilesForm(m_editor);
    addBeside(m_filesForm);
    connect(m_filesForm, &FilesForm::closed, this, [this] {
        m_filesForm->hide();
        fitColumns();
        focusTable();
    });
    connect(m_filesForm, &FilesForm::added, this, [this](const QStringList &labels) {
        m_filesForm->hide();
        if (const auto first = refByLabel(m_editor.document().assessment(), m_list.kind, labels.value(0)))
            open(*first);
        else
            refresh();
    });
    return m_filesForm;
}

void ListView::addBeside(QWidget *form)
{
    form->setMinimumWidth(scaled(font(), 260));
    form->hide();
    m_splitter->addWidget(form);
    m_splitter->setStretchFactor(0, 1);
    QList<int> sizes{scaled(font(), 700)};
    while (sizes.size() < m_splitter->count())
        sizes.append(scaled(font(), 320));
    m_splitter->setSizes(sizes);
}

void ListView::takeFiles(const std::vector<IntakeSource> &sources)
{
    if (sources.empty() || (isFormShown() && !m_form->commitPending()))
        return;
    if (m_form)
        m_form->hide();
    filesForm()->take(sources);
    m_filesForm->show();
    fitColumns();
}

void ListView::showPictures(bool shown)
{
    m_showsPictures = shown;
    if (shown && !m_pictures) {
        m_pictures = new PictureGrid(m_editor.document(), m_table, m_filter);
        m_pictures->setAccessibleName(m_view->accessibleName());
        m_pictures->setSelectionModel(m_view->selectionModel());
        m_stack->addWidget(m_pictures);
        connect(m_pictures, &QListView::activated, this, [this](const QModelIndex &index) {
            Q_EMIT activated(m_table.entity(m_filter.mapToSource(index).row()));
        });
    }
    refresh();
}

bool ListView::isFormShown() const
{
    return m_form && m_form->isVisible();
}

std::optional<EntityRef> ListView::opened() const
{
    return m_form && !m_form->isHidden() && !m_form->isNew() ? m_form->entity() : std::nullopt;
}

void ListView::refresh()
{
    const int before = m_table.rowCount();
    const auto shown = isFormShown() ? m_form->entity() : std::nullopt;
    const QSignalBlocker quiet(m_view->selectionModel());
    m_table.refresh();
    if (shown) {
        const int row = m_table.rowOf(shown->id);
        if (row < 0 && m_list.kind != EntityKind::AuditPlan)
            showForm(false); // taken back
        else if (row >= 0)
            m_view->setCurrentIndex(m_filter.mapFromSource(m_table.index(row, 0)));
    }
    if (m_form)
        m_form->refresh();
    fitColumns();
    m_stack->setCurrentIndex(m_table.rowCount() == 0 ? 0 : m_showsPictures ? 2 : 1 + m_currentView);
    if (m_table.rowCount() != before)
        Q_EMIT countChanged();
    Q_EMIT refreshed();
}

/// As wide as what is in view needs, within bounds; the wide one takes the rest.
void ListView::fitColumns()
{
    const QHeaderView *header = m_view->horizontalHeader();
    const QAbstractItemView *view = m_view;
    const int room = (m_view->viewport()->width() - scaled(font(), 220)) / std::max(1, m_table.columnCount() - 1);
    const int widest = std::clamp(room, scaled(font(), 96), scaled(font(), 156));
    for (int column = 0; column < m_table.columnCount(); ++column) {
        if (header->sectionResizeMode(column) == QHeaderView::Stretch)
            continue;
        const bool hasPips = m_filter.index(0, column).data(TableDelegate::StagesRole).isValid();
        m_view->setColumnWidth(column,
                               std::clamp(std::max(view->sizeHintForColumn(column), header->sectionSizeHint(column)),
                                          scaled(font(), 64), widest + (hasPips ? scaled(font(), 56) : 0)));
    }
}

void ListView::setFilter(const QString &words)
{
    m_words = words.trimmed();
    m_filter.setFilterFixedString(m_words);
    Q_EMIT filterChanged();
}

void ListView::setShown(const std::optional<QSet<EntityId>> &shown)
{
    const QSignalBlocker quiet(m_view->selectionModel());
    m_filter.setShown(shown);
}

void ListView::setTop(QWidget *top)
{
    m_left->insertWidget(0, top);
}

void ListView::addView(RecordsView *view, const QString &name, const QString &icon)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(12, 0, grid::page, 0); // cells of the table keep these from their edges themselves
    layout->addWidget(view);
    m_stack->addWidget(box);
    m_views.push_back(view);
    m_viewNames.append(name);
    m_viewIcons.append(icon);
    connect(view, &RecordsView::opened, this, [this](const EntityRef &entity) { open(entity); });
    connect(view, &RecordsView::currentChanged, this, &ListView::step);
}

void ListView::showView(int view)
{
    m_currentView = std::clamp(view, 0, static_cast<int>(m_views.size()));
    m_stack->setCurrentIndex(m_table.rowCount() > 0 ? 1 + m_currentView : 0);
}

/// The cursor of another view: an open form goes with it, a closed one stays closed.
void ListView::step(EntityRef entity)
{
    if (isFormShown())
        return open(entity);
    const QSignalBlocker quiet(m_view->selectionModel());
    m_view->setCurrentIndex(m_filter.mapFromSource(m_table.index(m_table.rowOf(entity.id), 0)));
    Q_EMIT currentChanged(entity);
}

void ListView::open(EntityRef entity, const QString &field)
{
    refresh();
    const int row = m_table.rowOf(entity.id);
    if ((row < 0 && m_list.kind != EntityKind::AuditPlan) || !commitPending())
        return;
    const QSignalBlocker quiet(m_view->selectionModel());
    m_view->setCurrentIndex(row < 0 ? QModelIndex() : m_filter.mapFromSource(m_table.index(row, 0)));
    form()->open(entity);
    showForm(true);
    if (!field.isEmpty())
        form()->focusField(field);
    Q_EMIT currentChanged(entity);
}

void ListView::openCurrent()
{
    const QModelIndex index = m_filter.mapToSource(m_view->currentIndex());
    if (!index.isValid() || !commitPending())
        return;
    form()->open(m_table.entity(index.row()));
    showForm(true);
    Q_EMIT currentChanged(m_table.entity(index.row()));
}

void ListView::beginNew()
{
    // There is one plan: it is written, not added.
    if (m_list.kind == EntityKind::AuditPlan)
        return open(m_editor.document().assessment().derivedRef(m_list.kind, Assessment::auditPlanCode()));
    beginNew(likely(m_list.kind, m_editor.document().today()));
}

void ListView::beginNew(const RecordInput &likely)
{
    if (!commitPending())
        return;
    m_view->clearSelection();
    Q_EMIT currentChanged(std::nullopt);
    form()->beginNew(likely);
    showForm(true);
    form()->focusFirst();
}

void ListView::showForm(bool shown)
{
    form()->setVisible(shown);
    if (shown && m_filesForm)
        m_filesForm->hide();
    fitColumns();
}

bool ListView::commitPending()
{
    return (!isFormShown() || m_form->commitPending()) && (!m_filesForm || m_filesForm->commitPending());
}

void ListView::forgetPending()
{
    if (m_filesForm)
        m_filesForm->forgetPending();
    if (!m_form)
        return;
    const bool wasNew = m_form->isNew();
    m_form->forgetPending();
    if (wasNew)
        showForm(false);
}

void ListView::focusTable()
{
    if (m_table.rowCount() > 0 && m_currentView > 0)
        m_views[static_cast<std::size_t>(m_currentView - 1)]->focusMain();
    else if (m_table.rowCount() > 0)
        table()->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

QWidget *ListView::table() const
{
    if (m_showsPictures)
        return m_pictures;
    return m_currentView > 0 ? static_cast<QWidget *>(m_views[static_cast<std::size_t>(m_currentView - 1)]) : m_view;
}

} // namespace adit
