// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/startpage.h"

#include "ui/look/glyphs.h"
#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/pages/startparts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace adit {

StartPage::StartPage(RecentCases recents, bool withSample, QWidget *parent)
    : Page(parent)
    , m_recents(recents)
{
    setObjectName(QStringLiteral("startPage"));
    m_filter.setSourceModel(&m_model);
    m_filter.setFilterKeyColumn(-1);
    m_filter.setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildLeft(withSample));
    layout->addWidget(buildRight(), 1);
    refresh();
}

QWidget *StartPage::buildLeft(bool withSample)
{
    auto *left = new QFrame(this);
    left->setProperty("rule", QStringLiteral("right"));
    left->setFixedWidth(scaled(font(), 315));
    auto *name = new QHBoxLayout;
    name->setSpacing(12);
    name->addWidget(new Portal(left));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(newLabel(left, QStringLiteral("Adit"), Type::Heading, Role::Text));
    words->addWidget(newLabel(left, tr("Mine audits, nothing lost"), Type::Small, Role::ThirdText));
    name->addLayout(words, 1);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(grid::page, grid::page, grid::page, grid::page);
    layout->setSpacing(grid::unit);
    auto *nameBox = new QWidget(left);
    nameBox->setLayout(name);
    name->setContentsMargins(8, 4, 8, 12);
    layout->addWidget(nameBox);
    const auto add = [&](const QString &icon, const QString &title, const QString &detail, const QString &key,
                         const QString &objectName, void (StartPage::*signal)()) {
        auto *entry = new StartEntry(icon, title, detail, key, left);
        entry->setObjectName(objectName);
        connect(entry, &StartEntry::clicked, this, signal);
        layout->addWidget(entry);
    };
    add(QStringLiteral("plus"), tr("New assessment"), tr("Site, standard, file"), tr("Ctrl N"),
        QStringLiteral("startNew"), &StartPage::newWanted);
    add(QStringLiteral("folder"), tr("Open a case file"), tr("Folder or memory stick"), tr("Ctrl O"),
        QStringLiteral("startOpen"), &StartPage::openWanted);
    add(QStringLiteral("parcel"), tr("Open a parcel"), tr("Sealed to your profile"), {},
        QStringLiteral("startOpenParcel"), &StartPage::parcelWanted);
    if (withSample) {
        layout->addSpacing(grid::inside);
        auto *line = new QFrame(left);
        line->setProperty("rule", QStringLiteral("line"));
        layout->addWidget(line);
        layout->addSpacing(grid::inside);
        add(QStringLiteral("layers"), tr("Open the sample"), tr("A copper mine, audit finished"), {},
            QStringLiteral("startSample"), &StartPage::sampleWanted);
        add(QStringLiteral("layers"), tr("Open the second sample"), tr("A brine site, audit under way"), {},
            QStringLiteral("startSecondSample"), &StartPage::secondSampleWanted);
    }
    add(QStringLiteral("book"), tr("Read the standard"), tr("All requirements with guidance"), {},
        QStringLiteral("startStandards"), &StartPage::standardsWanted);
    layout->addStretch(1);
    layout->addWidget(new DropHint(left));
    return left;
}

QWidget *StartPage::buildRight()
{
    auto *right = new QWidget(this);
    right->setProperty("ground", QStringLiteral("base"));
    right->setAttribute(Qt::WA_StyledBackground);
    m_search = new SearchField(tr("Filter recent cases"), right);
    m_search->setObjectName(QStringLiteral("recentFilter"));
    m_search->setIconName(QStringLiteral("filter"));
    m_search->setFixedWidth(scaled(font(), 220));
    m_view = new QTableView(right);
    m_view->setObjectName(QStringLiteral("recentCases"));
    m_view->setAccessibleName(tr("Recent cases"));
    m_view->setModel(&m_filter);
    m_view->setItemDelegate(new RecentDelegate(m_view));
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(scaled(font(), 44));
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->installEventFilter(this);
    m_empty = newEmptyRecents(right, [this] { Q_EMIT newWanted(); });
    auto *head = new QHBoxLayout;
    head->addWidget(newLabel(right, tr("Recent"), Type::Title, Role::Text), 1);
    head->addWidget(m_search);
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(32, grid::page, 32, grid::group);
    layout->setSpacing(grid::group);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &SearchField::leftDownwards, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_view, &QTableView::clicked, this, &StartPage::openRow);
    return right;
}

void StartPage::refresh()
{
    m_model.setCases(m_recents.list());
    const bool empty = m_model.rowCount() == 0;
    m_view->setVisible(!empty);
    m_search->setVisible(!empty);
    m_empty->setVisible(empty);
    if (!empty)
        m_view->setCurrentIndex(m_filter.index(0, 0));
}

void StartPage::focusMain()
{
    if (m_view->isVisible())
        m_view->setFocus(Qt::OtherFocusReason);
    else
        findChild<QWidget *>(QStringLiteral("startNew"))->setFocus(Qt::OtherFocusReason);
}

void StartPage::openRow(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT caseWanted(index.data(RecentModel::PathRole).toString());
}

bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        openRow(m_view->currentIndex());
        return true;
    }
    if (key == Qt::Key_Delete && m_view->currentIndex().isValid()) {
        m_recents.forget(m_view->currentIndex().data(RecentModel::PathRole).toString());
        refresh();
        return true;
    }
    return false;
}

} // namespace adit
