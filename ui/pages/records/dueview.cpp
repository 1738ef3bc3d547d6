// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/dueview.h"

#include "ui/charts/timechart.h"
#include "ui/look/measures.h"
#include "ui/words/words.h"

#include <QVBoxLayout>
#include <algorithm>

namespace adit {

namespace {

using Shape = TimeMark::Shape;

/// "NC-A07#2": the nonconformity, and which of its dates.
QString markId(const NonconformityCard &card, std::size_t date)
{
    return card.entity.code + QLatin1Char('#') + QString::number(date);
}

std::vector<TimeMark> marksOf(const NonconformityCard &card, const QDate &today)
{
    std::vector<TimeMark> marks;
    for (const NonconformityCard::Action &action : card.actions) {
        const auto day = action.done ? action.done : action.due;
        if (!day)
            continue;
        const bool isLate = !action.done && card.isOverdue(today) && *day < today;
        const Shape shape = action.done ? Shape::Done : isLate ? Shape::Late : Shape::Planned;
        const QString standing = action.done ? DueView::tr("done") : isLate ? DueView::tr("late") : DueView::tr("due");
        marks.push_back({markId(card, marks.size()), *day, shape,
                         QStringLiteral("%1, %2: %3").arg(dateWords(*day), standing, action.text)});
    }
    std::ranges::stable_sort(marks, {}, &TimeMark::day);
    return marks;
}

TimeLane laneOf(const NonconformityCard &card, const QDate &today)
{
    TimeLane lane{card.entity.code, card.entity.code + QLatin1Char(' ') + card.title};
    lane.marks = marksOf(card, today);
    if (lane.marks.empty()) {
        lane.detail = DueView::tr("no date");
        return lane;
    }
    const QDate end = lane.marks.back().day;
    const QDate start = std::min(card.raised.value_or(end), end);
    const TimeSpan::Kind kind = card.implemented || card.isClosed() ? TimeSpan::Kind::Done : TimeSpan::Kind::ToCome;
    lane.spans.push_back({start, end, kind});
    return lane;
}

} // namespace

DueView::DueView(QWidget *parent)
    : RecordsView(parent)
    , m_chart(new TimeChart(this))
{
    setObjectName(QStringLiteral("dueDates"));
    m_chart->setObjectName(QStringLiteral("dueChart"));
    m_chart->setLabelWidth(280);
    m_chart->setAccessibleName(tr("Due dates of nonconformities and their actions"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, grid::inside);
    layout->setSpacing(grid::inside);
    layout->addWidget(m_chart, 1);
    layout->addWidget(new TimeLegend(this));
    connect(m_chart, &TimeChart::currentChanged, this, [this](const QString &id) {
        if (const auto entity = entityOf(id))
            Q_EMIT currentChanged(*entity);
    });
    connect(m_chart, &TimeChart::activated, this, [this](const QString &id) {
        if (const auto entity = entityOf(id))
            Q_EMIT opened(*entity);
    });
}

std::optional<EntityRef> DueView::entityOf(const QString &markId) const
{
    const QString label = markId.section(QLatin1Char('#'), 0, 0);
    const auto card = std::ranges::find(m_cards, label, [](const NonconformityCard &each) { return each.entity.code; });
    return card == m_cards.end() ? std::nullopt : std::optional(card->entity);
}

void DueView::setCards(const std::vector<NonconformityCard> &cards, const QDate &today)
{
    m_cards = cards;
    std::vector<TimeLane> lanes;
    lanes.reserve(cards.size());
    for (const NonconformityCard &card : cards)
        if (!card.isWithdrawn)
            lanes.push_back(laneOf(card, today));
    m_chart->setLanes(std::move(lanes), today);
}

void DueView::setCurrent(const std::optional<EntityRef> &entity)
{
    if (entity && entityOf(m_chart->current()) != entity)
        m_chart->setCurrent(entity->code + QStringLiteral("#0"));
}

void DueView::focusMain()
{
    m_chart->setFocus(Qt::OtherFocusReason);
}

} // namespace adit
