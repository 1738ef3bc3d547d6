// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assess/threadspanel.h"

#include "core/review/threads.h"
#include "ui/look/measures.h"
#include "ui/pages/review/threadview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sectionheader.h"

#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

/// What the team owes an answer first, then what waits for whoever asked, then what waits for nobody.
int rankOf(const Thread &thread)
{
    return thread.isNote() ? 2 : thread.state() == Thread::State::Open ? 0 : 1;
}

} // namespace

ThreadsPanel::ThreadsPanel(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_head(new SectionHeader(tr("Review"), this))
    , m_list(new QVBoxLayout)
    , m_ask(new Button(Button::Kind::Flat, tr("Ask about this requirement"), this))
{
    m_head->setObjectName(QStringLiteral("sideThreads"));
    m_head->setRuled(true);
    m_ask->setObjectName(QStringLiteral("askAboutRequirement"));
    m_ask->setIconName(QStringLiteral("comment"));
    m_ask->setToolTip(tr("A comment for the review, which the team answers or which is a note"));
    m_list->setSpacing(grid::group);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_head);
    layout->addLayout(m_list);
    layout->addWidget(m_ask, 0, Qt::AlignLeading);
    connect(m_ask, &Button::clicked, this, [this] {
        if (m_code)
            Q_EMIT askWanted(*m_code);
    });
}

QStringList ThreadsPanel::labels(const RequirementCode &code) const
{
    std::vector<Thread> threads = threadsOf(m_editor.document().assessment(), {.requirement = code.toString()});
    // What somebody writes in stays in sight, even where it was settled or taken back meanwhile.
    std::erase_if(threads, [&](const Thread &thread) {
        const auto view = std::ranges::find(m_views, thread.entity.code, &ThreadView::label);
        return thread.state() == Thread::State::Settled && (view == m_views.end() || !(*view)->hasPending());
    });
    std::ranges::stable_sort(threads, {}, rankOf);
    QStringList labels;
    for (const Thread &thread : threads)
        labels.append(thread.entity.code);
    return labels;
}

ThreadView *ThreadsPanel::viewOf(const QString &label)
{
    auto *view = new ThreadView(m_editor, ThreadView::Place::Beside, this);
    connect(view, &ThreadView::left, this, &ThreadsPanel::left);
    connect(view, &ThreadView::reviewWanted, this, [this, label] { Q_EMIT threadWanted(label); });
    return view;
}

void ThreadsPanel::show(const RequirementCode &code)
{
    if (m_code != code)
        forget();
    m_code = code;
    const QStringList wanted = labels(code);
    std::vector<ThreadView *> views;
    for (const QString &label : wanted) {
        const auto known = std::ranges::find(m_views, label, &ThreadView::label);
        views.push_back(known != m_views.end() ? *known : viewOf(label));
    }
    for (ThreadView *view : m_views) {
        m_list->removeWidget(view);
        if (std::ranges::find(views, view) == views.end()) {
            view->hide();
            view->setParent(nullptr);
            view->deleteLater(); // it may have sent the edit that is being shown
        }
    }
    m_views = std::move(views);
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        m_list->addWidget(m_views[i]);
        m_views[i]->open(wanted[static_cast<qsizetype>(i)]);
        m_views[i]->show();
    }
    m_head->setVisible(!m_views.empty());
    m_head->setDetail(tr("%n open", nullptr, static_cast<int>(m_views.size())));
}

bool ThreadsPanel::commitPending()
{
    return std::ranges::all_of(m_views, [](ThreadView *view) { return view->commitPending(); });
}

void ThreadsPanel::forget()
{
    for (ThreadView *view : m_views)
        view->forgetPending();
}

} // namespace adit
