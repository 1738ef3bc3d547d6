// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/changesview.h"

#include "core/review/calibration.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/pages/changerows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptylayout.h"
#include "ui/widgets/plainviews.h"
#include "ui/widgets/sectionheader.h"
#include "ui/words/conflictwords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr std::size_t atOnce = 40;

QString whoAndWhen(const ChangedField &changed, const QDate &today)
{
    return changed.actors.join(QStringLiteral(", ")) + QStringLiteral(", ") + momentWords(changed.time, today);
}

} // namespace

ChangesView::ChangesView(Editor &editor, QWidget *parent)
    : ReviewView(parent)
    , m_editor(editor)
    , m_since(newLabel(this, {}, Type::Heading, Role::Text))
    , m_count(newLabel(this, {}, Type::Small, Role::SecondText))
    , m_mark(new Button(Button::Kind::Primary, tr("Mark as read"), this))
    , m_list(new QVBoxLayout)
    , m_more(new Button(Button::Kind::Link, {}, this))
{
    auto *content = new QWidget;
    auto *column = new QWidget(content);
    column->setMaximumWidth(scaled(font(), 860));
    m_list->setSpacing(grid::unit);
    m_more->setObjectName(QStringLiteral("changesMore"));
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->addLayout(m_list);
    inner->addWidget(m_more, 0, Qt::AlignLeading);
    inner->addStretch(1);
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(grid::page, 0, grid::page, grid::group);
    outer->addWidget(column, 1);
    outer->addStretch(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    m_scroll = newPageScroll(content, this);
    m_scroll->setObjectName(QStringLiteral("changesScroll"));
    m_scroll->setFocusPolicy(Qt::StrongFocus); // there may be nothing in it but words to read
    layout->addWidget(m_scroll, 1);
    connect(m_mark, &Button::clicked, this, &ChangesView::markRead);
    connect(m_more, &Button::clicked, this, &ChangesView::showSome);
}

QWidget *ChangesView::buildHead()
{
    m_since->setObjectName(QStringLiteral("changesSince"));
    m_count->setObjectName(QStringLiteral("changesCount"));
    m_mark->setObjectName(QStringLiteral("markRead"));
    auto *head = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_since);
    m_count->setWordWrap(true);
    words->addWidget(m_count);
    m_samples = newMarkSamples(head);
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::group);
    line->addLayout(words, 1);
    line->addWidget(m_samples);
    line->addWidget(m_mark);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(grid::page, 14, grid::page, grid::inside);
    layout->addLayout(line);
    return head;
}

/// As core calls whoever reads: by the profile where one is open, else by the name.
QString ChangesView::reader() const
{
    const Surroundings &surroundings = m_editor.document().surroundings();
    return surroundings.profile ? surroundings.profile->shown().fingerprint() : surroundings.actor;
}

void ChangesView::markRead()
{
    CaseDocument &document = m_editor.document();
    const auto chains = document.chainEnds();
    if (!chains) {
        m_editor.submit(chains.error());
        return;
    }
    auto edit = addRecord(document.view(), document.assessment().derivedRef(EntityKind::ReviewMark, reader()),
                          {{{&infoOf(field::review_mark::made), toIso(document.today())},
                            {&infoOf(field::review_mark::chains), *chains}}});
    if (edit)
        edit->verb = Verb::MarkRead;
    m_editor.submit(edit);
}

void ChangesView::refresh()
{
    const CaseDocument &document = m_editor.document();
    const Record &mark = document.assessment().at(EntityKind::ReviewMark, reader());
    auto log = document.logSince(mark[field::review_mark::chains]);
    if (!log) {
        m_editor.submit(log.error());
        return;
    }
    std::erase_if(*log, [&](const LogEntry &entry) { return isStillBlind(document.assessment(), entry.entity); });
    m_things = changedThings(*log);
    const auto made = mark[field::review_mark::made];
    m_since->setText(made ? tr("Since %1").arg(dateWords(*made)) : tr("All of it is new to you"));
    QStringList words{m_things.empty()
                          ? tr("Nothing has changed since you marked it as read.")
                          : tr("%n requirement(s) or record(s) changed", nullptr, static_cast<int>(m_things.size()))};
    const auto withheld = static_cast<int>(std::ranges::count_if(*log, &LogEntry::withheld));
    if (withheld > 0)
        words.append(tr("%n change(s) are withheld from this copy", nullptr, withheld));
    if (!made)
        words.append(tr("mark it as read, and from then on only what is new stands here"));
    m_count->setText(words.join(QStringLiteral("; ")));
    m_samples->setVisible(!m_things.empty());
    if (m_things.empty() && made && m_mark->hasFocus())
        m_scroll->setFocus(Qt::OtherFocusReason);
    m_mark->setEnabled(!m_things.empty() || !made);
    emptyLayout(m_list);
    m_shown = 0;
    showSome();
}

void ChangesView::showSome()
{
    const std::size_t end = std::min(m_things.size(), m_shown + atOnce);
    for (; m_shown < end; ++m_shown)
        addThing(m_things[m_shown]);
    const auto left = static_cast<int>(m_things.size() - m_shown);
    m_more->setText(tr("Show more, %n left", nullptr, left));
    m_more->updateGeometry();
    m_more->setVisible(left > 0);
}

QString ChangesView::titleOf(const ChangedThing &thing) const
{
    return subjectWords(m_editor.document().view(), thing.entity);
}

void ChangesView::addThing(const ChangedThing &thing)
{
    auto *box = new QWidget(m_list->parentWidget());
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 10, 0, 6);
    column->setSpacing(6);
    auto *head = new SectionHeader(titleOf(thing), box);
    head->setObjectName(QStringLiteral("changedThing"));
    head->setRuled(true);
    if (const auto code = requirementOf(thing.entity)) {
        auto *link = new Button(Button::Kind::Link, tr("Open"), head);
        link->setAccessibleName(tr("Open %1").arg(code->toString()));
        head->addTrailing(link);
        connect(link, &Button::clicked, this, [this, words = code->toString()] {
            Q_EMIT wanted({QStringLiteral("assess"), std::nullopt, words});
        });
    }
    column->addWidget(head);
    const CaseDocument &document = m_editor.document();
    addChangeRows(
        document.view(), thing,
        [today = document.today()](const ChangedField &changed) { return whoAndWhen(changed, today); }, column);
    m_list->addWidget(box);
}

void ChangesView::focusMain()
{
    (m_mark->isEnabled() ? static_cast<QWidget *>(m_mark) : m_scroll)->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
