// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/threadsview.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/review/commentform.h"
#include "ui/pages/review/threadview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainviews.h"
#include "ui/words/choicewords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace adit {

ThreadsView::ThreadsView(Editor &editor, QWidget *parent)
    : ReviewView(parent)
    , m_editor(editor)
    , m_model(editor.document())
    , m_splitter(new QSplitter(this))
    , m_list(new QListView(this))
    , m_count(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_new(new Button(Button::Kind::Plain, tr("Comment"), this))
    , m_waiting(new Chip(tr("Waiting"), this))
    , m_ofRequirement(new Chip({}, this))
    , m_round(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_thread(new ThreadView(editor))
    , m_threadScroll(newPageScroll(m_thread, this))
    , m_form(new CommentForm(editor))
    , m_formScroll(newPageScroll(m_form, this))
    , m_nothing(buildNothing())
{
    for (QWidget *part : {m_nothing, static_cast<QWidget *>(m_threadScroll), static_cast<QWidget *>(m_formScroll)})
        m_stack->addWidget(part);
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({scaled(font(), 340), scaled(font(), 800)});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connectParts();
}

QWidget *ThreadsView::buildList()
{
    m_count->setObjectName(QStringLiteral("threadCount"));
    m_new->setObjectName(QStringLiteral("newComment"));
    m_new->setIconName(QStringLiteral("plus"));
    m_waiting->setObjectName(QStringLiteral("threadsWaiting"));
    m_waiting->setToolTip(tr("Only those that wait for somebody"));
    m_ofRequirement->setObjectName(QStringLiteral("threadsOfRequirement"));
    m_ofRequirement->setToolTip(tr("Only those about the requirement that you looked at last"));
    m_ofRequirement->hide();
    for (Chip *chip : {m_waiting, m_ofRequirement})
        chip->setCheckable(true);
    m_round->setObjectName(QStringLiteral("threadsRound"));
    m_round->setAccessibleName(tr("Round"));
    m_round->addItem(tr("All rounds"), QString());
    for (const QString &code : choiceCodes(infoOf(field::comment::round)))
        m_round->addItem(choiceWord(infoOf(field::comment::round), code), code);
    m_list->setObjectName(QStringLiteral("threadList"));
    m_list->setAccessibleName(tr("Threads"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ThreadDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setStyleSheet(QStringLiteral("background: transparent"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *panel = new QFrame(this);
    panel->setMinimumWidth(scaled(font(), 210));
    panel->setProperty("ground", QStringLiteral("alternate"));
    panel->setAttribute(Qt::WA_StyledBackground);
    auto *top = new QHBoxLayout;
    top->addWidget(m_count, 1);
    top->addWidget(m_new);
    auto *chips = new QWidget(panel);
    auto *flow = new FlowLayout(6, chips);
    flow->addWidget(m_waiting);
    flow->addWidget(m_ofRequirement);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(grid::group, grid::inside, grid::group, grid::inside);
    head->setSpacing(grid::inside);
    head->addLayout(top);
    head->addWidget(chips);
    head->addWidget(m_round);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    return panel;
}

QWidget *ThreadsView::buildNothing()
{
    auto *nothing = new QWidget(this);
    m_nothingTitle = newLabel(nothing, {}, Type::Heading, Role::Text);
    m_nothingTitle->setObjectName(QStringLiteral("threadsNothing"));
    auto *text =
        newReading(nothing,
                   tr("A reviewer comments on a requirement, a nonconformity or the draft as a whole. The team "
                      "answers, both may go on, and whoever asked says when it is settled. A note wants no "
                      "answer."),
                   Type::Body, Role::SecondText);
    text->setWordWrap(true);
    text->setMaximumWidth(scaled(font(), 560));
    auto *layout = new QVBoxLayout(nothing);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::group);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_nothingTitle);
    layout->addWidget(text);
    layout->addStretch(1);
    return nothing;
}

void ThreadsView::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ThreadsView::showCurrent);
    connect(m_new, &Button::clicked, this,
            [this] { beginComment(m_ofRequirement->isChecked() ? m_requirement : QString()); });
    connect(m_waiting, &Chip::clicked, this, &ThreadsView::applyFilter);
    connect(m_ofRequirement, &Chip::clicked, this, &ThreadsView::applyFilter);
    connect(m_round, &QComboBox::activated, this, &ThreadsView::applyFilter);
    connect(m_form, &CommentForm::added, this, &ThreadsView::open);
    connect(m_form, &CommentForm::cancelled, this, &ThreadsView::showNothing);
    connect(m_thread, &ThreadView::whereWanted, this, [this](const QString &requirement, const QString &label) {
        if (!requirement.isEmpty())
            Q_EMIT wanted({QStringLiteral("assess"), std::nullopt, requirement});
        else
            Q_EMIT wanted({QStringLiteral("actions"), EntityKind::Nonconformity, label});
    });
}

void ThreadsView::applyFilter()
{
    m_model.setFilter({.requirement = m_ofRequirement->isChecked() ? m_requirement : QString(),
                       .round = m_round->currentData().toString(),
                       .onlyWaiting = m_waiting->isChecked()});
    refresh();
}

void ThreadsView::setRequirement(const QString &code)
{
    m_requirement = code;
    m_ofRequirement->setText(tr("Only %1").arg(code));
    m_ofRequirement->updateGeometry();
    m_ofRequirement->setVisible(!code.isEmpty());
    if (m_ofRequirement->isChecked())
        applyFilter();
}

void ThreadsView::refresh()
{
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model.refresh();
        const bool isWriting = m_stack->currentWidget() == m_formScroll;
        m_list->setCurrentIndex(isWriting ? QModelIndex() : m_model.indexOf(m_thread->label()));
    }
    m_list->viewport()->update();
    m_waiting->setText(tr("Waiting %1").arg(m_model.waiting()));
    m_waiting->updateGeometry();
    m_count->setText(tr("%n comment(s)", nullptr, m_model.total()));
    m_nothingTitle->setText(m_model.total() == 0 ? tr("No comments yet") : tr("Choose a comment"));
    if (m_stack->currentWidget() == m_threadScroll)
        return m_thread->open(m_thread->label());
    if (m_stack->currentWidget() == m_nothing && m_model.rowCount() > 0)
        showFirst();
}

void ThreadsView::showFirst()
{
    const QSignalBlocker quiet(m_list->selectionModel());
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    m_thread->open(m_model.label(m_list->currentIndex()));
    m_stack->setCurrentWidget(m_threadScroll);
}

/// Whether what is on the right may be left; if not, the list goes back to it.
bool ThreadsView::hasLeave()
{
    if (commitPending())
        return true;
    const QSignalBlocker quiet(m_list->selectionModel());
    m_list->setCurrentIndex(m_stack->currentWidget() == m_threadScroll ? m_model.indexOf(m_thread->label())
                                                                       : QModelIndex());
    m_list->viewport()->update();
    Q_EMIT heldBack();
    return false;
}

void ThreadsView::showCurrent()
{
    const QString label = m_model.label(m_list->currentIndex());
    const bool isShown = m_stack->currentWidget() == m_threadScroll && m_thread->label() == label;
    if (label.isEmpty() || isShown || !hasLeave())
        return;
    m_thread->open(label);
    m_stack->setCurrentWidget(m_threadScroll);
    m_threadScroll->ensureVisible(0, 0);
}

void ThreadsView::showNothing()
{
    m_stack->setCurrentWidget(m_nothing);
    refresh();
}

void ThreadsView::open(const QString &label)
{
    refresh();
    if (m_model.indexOf(label).isValid())
        return m_list->setCurrentIndex(m_model.indexOf(label));
    // The filter hides it.
    if (!hasLeave())
        return;
    m_thread->open(label);
    m_stack->setCurrentWidget(m_threadScroll);
}

void ThreadsView::beginComment(const QString &requirement)
{
    if (!hasLeave())
        return;
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex({});
    }
    m_list->viewport()->update();
    m_stack->setCurrentWidget(m_formScroll);
    m_form->begin(requirement);
}

bool ThreadsView::commitPending()
{
    if (m_stack->currentWidget() == m_formScroll)
        return m_form->commitPending();
    return m_stack->currentWidget() != m_threadScroll || m_thread->commitPending();
}

void ThreadsView::forgetPending()
{
    m_thread->forgetPending();
    m_form->forgetPending();
    if (m_stack->currentWidget() == m_formScroll)
        showNothing();
}

void ThreadsView::focusMain()
{
    (m_model.rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_new)->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
