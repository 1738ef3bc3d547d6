// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/reviewpage.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/records/recordpage.h"
#include "ui/pages/review/calibrationview.h"
#include "ui/pages/review/changesview.h"
#include "ui/pages/review/chaptersview.h"
#include "ui/pages/review/decisionview.h"
#include "ui/pages/review/similarview.h"
#include "ui/pages/review/threadsview.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace adit {

ReviewPage::ReviewPage(Editor &editor, const ProcessWatch &process, WhoAmI &whoAmI, const CaseChooser &chooseEarlier,
                       RecordPage *list, QWidget *parent)
    : Page(parent)
    , m_editor(editor)
    , m_chooser(new SegmentedControl(this))
    , m_stack(new QStackedWidget(this))
    , m_threads(new ThreadsView(editor))
    , m_chapters(new ChaptersView(editor))
    , m_decision(new DecisionView(editor, process))
    , m_list(list)
    , m_views{m_threads,
              new ChangesView(editor),
              m_chapters,
              m_decision,
              new CalibrationView(editor, whoAmI),
              new SimilarView(editor, chooseEarlier)}
{
    setObjectName(QStringLiteral("reviewPage"));
    setProperty("ground", QStringLiteral("base"));
    setAttribute(Qt::WA_StyledBackground);
    m_chooser->setObjectName(QStringLiteral("reviewViews"));
    m_chooser->setSegments(viewNames());
    for (ReviewView *view : m_views) {
        m_stack->addWidget(view);
        connect(view, &ReviewView::wanted, this, &ReviewPage::wanted);
        connect(view, &ReviewView::heldBack, this, &Page::heldBack);
    }
    m_list->hideTitle();
    m_stack->addWidget(m_list);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(grid::page, 14, grid::page, 10);
    head->setSpacing(grid::group);
    head->addWidget(newLabel(this, tr("Review"), Type::Title, Role::Text));
    head->addWidget(m_chooser);
    head->addStretch(1);
    auto *rule = new QFrame(this);
    rule->setProperty("rule", QStringLiteral("line"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(rule);
    layout->addWidget(m_stack, 1);
    connect(m_chooser, &SegmentedControl::chosen, this, [this](int view) { showView(static_cast<View>(view)); });
    connect(m_decision, &DecisionView::chaptersWanted, this, [this] { showView(Chapters); });
    connect(m_decision, &DecisionView::threadsWanted, this, [this] { showView(Threads); });
    const auto refreshShown = [this] {
        if (isVisible())
            refresh();
    };
    connect(&editor.document(), &CaseDocument::changed, this, refreshShown);
    connect(&editor, &Editor::actorChanged, this, refreshShown);
    connect(&whoAmI, &WhoAmI::changed, this, refreshShown);
}

QStringList ReviewPage::viewNames()
{
    return {tr("Threads"),     tr("What changed"), tr("Chapters"), tr("Decision"),
            tr("Calibration"), tr("Similar"),      tr("List")};
}

ReviewView *ReviewPage::current() const
{
    return qobject_cast<ReviewView *>(m_stack->currentWidget());
}

ReviewPage::View ReviewPage::currentView() const
{
    return static_cast<View>(m_stack->currentIndex());
}

bool ReviewPage::showView(View view)
{
    if (view != currentView() && !settle()) {
        m_chooser->setCurrent(currentView());
        return false;
    }
    m_chooser->setCurrent(view);
    m_stack->setCurrentIndex(view);
    refresh();
    return true;
}

void ReviewPage::open(const QString &comment)
{
    if (showView(Threads) && !comment.isEmpty())
        m_threads->open(comment);
}

void ReviewPage::beginComment(const QString &requirement)
{
    if (showView(Threads))
        m_threads->beginComment(requirement);
}

void ReviewPage::setRequirement(const QString &code)
{
    m_threads->setRequirement(code);
}

void ReviewPage::refresh()
{
    if (ReviewView *view = current())
        view->refresh();
}

bool ReviewPage::commitPending()
{
    ReviewView *view = current();
    return view ? view->commitPending() : m_list->settle();
}

void ReviewPage::forgetPending()
{
    if (ReviewView *view = current())
        view->forgetPending();
    else
        m_list->forgetPending();
}

void ReviewPage::focusMain()
{
    if (ReviewView *view = current())
        view->focusMain();
    else
        m_list->focusMain();
}

QList<QWidget *> ReviewPage::panels()
{
    return QList<QWidget *>{m_chooser} + (current() ? QList<QWidget *>{m_stack} : m_list->panels());
}

void ReviewPage::setRoom(int width)
{
    constexpr int besideEachOther = 1000;
    for (ReviewView *view : m_views)
        view->setNarrow(width < besideEachOther);
    m_list->setRoom(width);
}

void ReviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

} // namespace adit
