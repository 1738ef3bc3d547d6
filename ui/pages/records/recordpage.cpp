// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/recordpage.h"

#include "core/edits/recordrules.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/choicewords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace adit {

RecordPage::RecordPage(Editor &editor, const RecordPageInfo &info, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_info(info)
    , m_chooser(new SegmentedControl(this))
    , m_search(new SearchField(tr("Find in the list"), this))
    , m_add(new Button(Button::Kind::Plain, {}, this))
    , m_head(new QHBoxLayout)
    , m_below(new QVBoxLayout)
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
    m_head->setContentsMargins(grid::page, 14, grid::page, 0);
    m_head->setSpacing(grid::inside);
    m_head->addWidget(newLabel(this, recordPageTitle(info), Type::Title, Role::Text));
    m_head->addStretch(1);
    m_head->addWidget(m_search);
    m_head->addWidget(m_add);
    m_below->setContentsMargins(grid::page, 0, grid::page, 0);
    auto *lists = new QHBoxLayout;
    lists->setContentsMargins(grid::page, 0, grid::page, 0);
    lists->addWidget(m_chooser);
    lists->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addLayout(m_head);
    layout->addLayout(m_below);
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

void RecordPage::addBelowHead(QWidget *widget)
{
    m_below->addWidget(widget);
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
