// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/recordpage.h"

#include "core/edits/recordrules.h"
#include "ui/editing/evidenceintake.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/choicewords.h"

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

RecordPage::RecordPage(Editor &editor, const RecordPageInfo &info, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_info(info)
    , m_chooser(new SegmentedControl(this))
    , m_search(new SearchField(tr("Find in the list"), this))
    , m_add(new Button(Button::Kind::Plain, {}, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("page-") + QLatin1String(info.id));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_add->setObjectName(QStringLiteral("newRecord"));
    m_add->setIconName(QStringLiteral("plus"));
    m_chooser->setObjectName(QStringLiteral("lists"));
    m_search->setObjectName(QStringLiteral("findInList"));
    m_search->setMaximumWidth(scaled(font(), 240));
    m_lists.resize(info.lists.size());
    QStringList names;
    for (const RecordList &list : info.lists) {
        names.append(kindWords(list.kind));
    }
    m_chooser->setSegments(names);
    m_chooser->setVisible(info.lists.size() > 1);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(grid::page, 14, grid::page, 0);
    head->setSpacing(grid::inside);
    head->addWidget(newLabel(this, recordPageTitle(info), Type::Title, Role::Text));
    head->addStretch(1);
    head->addWidget(m_search);
    head->addWidget(m_add);
    auto *lists = new QHBoxLayout;
    lists->setContentsMargins(grid::page, 0, grid::page, 0);
    lists->addWidget(m_chooser);
    lists->addStretch(1);
    if (holdsEvidence(info))
        addEvidenceParts(head, lists);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addLayout(head);
    layout->addLayout(lists);
    layout->addWidget(m_stack, 1);
    connect(m_chooser, &SegmentedControl::chosen, this, &RecordPage::choose);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) { current()->setFilter(words); });
    connect(m_search, &SearchField::leftDownwards, this, [this] { current()->focusTable(); });
    connect(m_add, &Button::clicked, this, [this] { current()->beginNew(); });
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
        m_stack->addWidget(view);
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
}

void RecordPage::openList(EntityKind kind, const QString &label)
{
    for (std::size_t i = 0; i < m_info.lists.size(); ++i)
        if (m_info.lists[i].kind == kind)
            choose(static_cast<int>(i));
    if (const auto entity = refByLabel(m_editor.document().assessment(), kind, label); entity && !label.isEmpty())
        current()->open(*entity);
}

void RecordPage::refresh()
{
    current()->refresh();
}

void RecordPage::refreshHead()
{
    const EntityKind kind = m_info.lists[static_cast<std::size_t>(m_current)].kind;
    m_add->setText(kindWord(kind));
    m_add->setToolTip(tr("New: %1").arg(kindWord(kind)));
    m_add->updateGeometry();
    if (m_addFiles) {
        m_addFiles->setVisible(kind == EntityKind::Evidence);
        m_look->setVisible(kind == EntityKind::Evidence);
    }
}

void RecordPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_stack->setCurrentWidget(current());
    refresh();
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
