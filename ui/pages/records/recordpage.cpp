// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/recordpage.h"

#include "core/edits/recordrules.h"
#include "core/exchange/recordimport.h"
#include "core/release/sheetguard.h"
#include "ui/editing/evidenceintake.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/records/findings.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/choicewords.h"
#include "ui/words/releasewords.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

bool holdsEvidence(const RecordPageInfo &info)
{
    return std::ranges::any_of(info.lists, [](const RecordList &list) { return list.kind == EntityKind::Evidence; });
}

} // namespace

RecordPage::RecordPage(Editor &editor, const RecordPageInfo &info, PathChooser chooseSheetToMake, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_info(info)
    , m_chooseSheetToMake(std::move(chooseSheetToMake))
    , m_title(newLabel(this, recordPageTitle(info), Type::Title, Role::Text))
    , m_chooser(new SegmentedControl(this))
    , m_viewChooser(new SegmentedControl(this))
    , m_search(new SearchField(tr("Find in the list"), this))
    , m_add(new Button(Button::Kind::Plain, {}, this))
    , m_head(new QHBoxLayout)
    , m_below(new QVBoxLayout)
    , m_listsLine(new QHBoxLayout)
    , m_export(new Button(Button::Kind::Flat, tr("Export list…"), this))
    , m_import(new Button(Button::Kind::Flat, {}, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("page-") + QLatin1String(info.id));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_add->setObjectName(QStringLiteral("newRecord"));
    m_add->setIconName(QStringLiteral("plus"));
    m_export->setObjectName(QStringLiteral("exportList"));
    m_import->setObjectName(QStringLiteral("importList"));
    m_chooser->setObjectName(QStringLiteral("lists"));
    m_search->setObjectName(QStringLiteral("findInList"));
    m_search->setMaximumWidth(scaled(font(), 240));
    m_viewChooser->setObjectName(QStringLiteral("views"));
    m_viewChooser->hide();
    m_lists.resize(info.lists.size());
    QStringList names;
    for (const RecordList &list : info.lists)
        names.append(kindWords(list.kind));
    m_chooser->setSegments(names);
    m_chooser->setVisible(info.lists.size() > 1);
    m_head->setContentsMargins(grid::page, 14, grid::page, 0);
    m_head->setSpacing(grid::inside);
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_head->addWidget(m_search);
    m_head->addWidget(m_viewChooser);
    m_head->addWidget(m_add);
    m_below->setContentsMargins(grid::page, 0, grid::page, 0);
    auto *lists = new QHBoxLayout;
    lists->setSpacing(grid::unit);
    lists->addStretch(1);
    lists->addWidget(m_export);
    lists->addWidget(m_import);
    if (holdsEvidence(info))
        addEvidenceParts(m_head, lists);
    auto *chooser = new QHBoxLayout;
    chooser->addWidget(m_chooser);
    chooser->addStretch(1);
    m_listsLine->setContentsMargins(grid::page, 0, grid::page, 0);
    m_listsLine->addLayout(chooser, 1);
    m_listsLine->addLayout(lists);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addLayout(m_head);
    layout->addLayout(m_below);
    layout->addLayout(m_listsLine);
    layout->addWidget(m_stack, 1);
    connect(m_chooser, &SegmentedControl::chosen, this, &RecordPage::choose);
    connect(m_viewChooser, &SegmentedControl::chosen, this, &RecordPage::showView);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) { current()->setFilter(words); });
    connect(m_search, &SearchField::leftDownwards, this, [this] { current()->focusTable(); });
    connect(m_add, &Button::clicked, this, [this] { current()->beginNew(); });
    connect(m_export, &Button::clicked, this, &RecordPage::exportList);
    connect(m_import, &Button::clicked, this, [this] { Q_EMIT importWanted(kind()); });
    connect(&editor.document(), &CaseDocument::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    refreshHead();
}

void RecordPage::addEvidenceParts(QHBoxLayout *head, QHBoxLayout *lists)
{
    m_addFiles = new Button(Button::Kind::Plain, tr("Add files…"), this);
    m_addFiles->setObjectName(QStringLiteral("addFiles"));
    m_addFiles->setIconName(QStringLiteral("document"));
    m_addFiles->setToolTip(tr("Take files in. They can be dropped here too, or pasted."));
    head->insertWidget(head->indexOf(m_add), m_addFiles);
    m_look = new SegmentedControl(this);
    m_look->setObjectName(QStringLiteral("evidenceLook"));
    m_look->setSegments({tr("List"), tr("Pictures")});
    lists->addWidget(m_look);
    setAcceptDrops(true);
    auto *paste = new QShortcut(QKeySequence::Paste, this);
    paste->setContext(Qt::WidgetWithChildrenShortcut);
    connect(paste, &QShortcut::activated, this,
            [this] { takeFiles(intakeSources(*QGuiApplication::clipboard()->mimeData())); });
    connect(m_addFiles, &Button::clicked, this, [this] {
        if (m_chooseFiles)
            takeFiles(intakeSources(m_chooseFiles()));
    });
    connect(m_look, &SegmentedControl::chosen, this, [this](int look) { current()->showPictures(look == 1); });
}

void RecordPage::setRoom(int width)
{
    constexpr int besideEachOther = 1150; // of the window, for the page with the most lists
    m_listsLine->setDirection(width < besideEachOther ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void RecordPage::setFileChooser(const FileChooser &choose)
{
    m_chooseFiles = choose;
}

void RecordPage::takeFiles(const std::vector<IntakeSource> &sources)
{
    if (sources.empty())
        return;
    if (current()->kind() != EntityKind::Evidence)
        openList(EntityKind::Evidence);
    if (current()->kind() == EntityKind::Evidence) // else something typed keeps the other list where it is
        current()->takeFiles(sources);
}

void RecordPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void RecordPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    takeFiles(intakeSources(*event->mimeData()));
}

ListView *RecordPage::current()
{
    ListView *&view = m_lists[static_cast<std::size_t>(m_current)];
    if (!view) {
        view = new ListView(m_editor, m_info.lists[static_cast<std::size_t>(m_current)], m_stack);
        connect(view, &ListView::activated, this, &RecordPage::recordActivated);
        connect(view, &ListView::countChanged, this, &RecordPage::refreshHead);
        connect(view, &ListView::currentChanged, this, &RecordPage::openedChanged);
        connect(view, &ListView::formClosed, this, &RecordPage::openedChanged);
        m_stack->addWidget(view);
        if (view->kind() == EntityKind::Nonconformity)
            connect(new Findings(m_editor, *view), &Findings::ratingsWanted, this, // goes with the list
                    &RecordPage::ratingsWithoutNonconformityWanted);
        view->showView(m_view);
    }
    return view;
}

void RecordPage::choose(int list)
{
    if (!settle()) {
        m_chooser->setCurrent(m_current);
        return;
    }
    m_current = list;
    m_chooser->setCurrent(list);
    m_stack->setCurrentWidget(current());
    m_search->clear();
    refresh();
    refreshHead();
    refreshViews();
    Q_EMIT openedChanged();
}

int RecordPage::currentView() const
{
    return m_view;
}

void RecordPage::showView(int view)
{
    m_view = view;
    for (ListView *list : m_lists)
        if (list)
            list->showView(view);
    if (isVisible())
        refreshViews();
}

/// A list with nothing but its table has nothing to choose from.
void RecordPage::refreshViews()
{
    const QStringList names = current()->viewNames();
    m_viewChooser->setVisible(names.size() > 1);
    if (names.size() < 2)
        return;
    if (!m_viewChooser->hasSegments())
        m_viewChooser->setSegments(names, current()->viewIcons());
    m_viewChooser->setCurrent(current()->currentView());
}

void RecordPage::openList(EntityKind kind, const QString &label)
{
    for (std::size_t i = 0; i < m_info.lists.size(); ++i)
        if (m_info.lists[i].kind == kind)
            choose(static_cast<int>(i));
    if (const auto entity = refByLabel(m_editor.document().assessment(), kind, label); entity && !label.isEmpty())
        current()->open(*entity);
}

void RecordPage::beginNew(EntityKind kind, const RecordInput &likely)
{
    openList(kind);
    if (m_info.lists[static_cast<std::size_t>(m_current)].kind == kind)
        current()->beginNew(likely);
}

void RecordPage::addTool(QWidget *tool)
{
    m_head->insertWidget(m_head->indexOf(m_add), tool);
}

void RecordPage::hideTitle()
{
    m_title->hide();
}

void RecordPage::addBelowHead(QWidget *widget)
{
    m_below->addWidget(widget);
}

std::optional<EntityRef> RecordPage::opened() const
{
    const ListView *view = m_lists[static_cast<std::size_t>(m_current)];
    return view ? view->opened() : std::nullopt;
}

void RecordPage::refresh()
{
    current()->refresh();
}

void RecordPage::refreshHead()
{
    m_add->setText(kindWord(kind()));
    m_add->setToolTip(tr("New: %1").arg(kindWord(kind())));
    m_add->updateGeometry();
    const bool hasSheet = recordSheet(kind()) != nullptr;
    m_export->setVisible(hasSheet && m_chooseSheetToMake);
    m_import->setVisible(hasSheet);
    m_import->setText(kind() == EntityKind::Request ? tr("Import answers…") : tr("Import list…"));
    m_import->setToolTip(tr("From a spreadsheet, or from CSV; what it would change is shown first"));
    m_import->updateGeometry();
    if (m_addFiles) {
        m_addFiles->setVisible(kind() == EntityKind::Evidence);
        m_look->setVisible(kind() == EntityKind::Evidence);
    }
}

void RecordPage::exportList()
{
    if (!settle())
        return;
    const CaseDocument &document = m_editor.document();
    const RecordSheet &shape = *recordSheet(kind());
    const QString site = document.assessment().details()[field::details::site];
    const QString path =
        m_chooseSheetToMake(this, QStringLiteral("%1 %2.xlsx").arg(site, kindWords(kind()).toLower()).trimmed());
    if (path.isEmpty())
        return;
    const Sheet sheet = recordsSheet(document.assessment(), shape);
    const auto look = sheetMayLeave(sheet, document.assessment(), document.facts().role, m_editor.profile().get());
    const auto written =
        look ? writeSheet(path, sheet, document.surroundings().now(), IfExists::Replace) : Result<>(look.error());
    if (!written)
        Q_EMIT m_editor.failed(written.error());
    else
        Q_EMIT saved(path, sheetLookWords(*look));
}

void RecordPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_stack->setCurrentWidget(current());
    refresh();
    refreshViews();
}

bool RecordPage::commitPending()
{
    const ListView *view = m_lists[static_cast<std::size_t>(m_current)];
    return !view || current()->commitPending();
}

void RecordPage::forgetPending()
{
    current()->forgetPending();
}

void RecordPage::focusMain()
{
    current()->focusTable();
}

QList<QWidget *> RecordPage::panels()
{
    return {m_chooser, current()->table()};
}

} // namespace adit
