// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timechart.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace adit {

namespace {

template <typename Visit>
void eachDay(const std::vector<TimeLane> &lanes, const Visit &visit)
{
    for (const TimeLane &lane : lanes) {
        for (const TimeMark &mark : lane.marks)
            visit(mark.day);
        for (const TimeSpan &span : lane.spans) {
            visit(span.from);
            visit(span.to);
        }
    }
}

} // namespace

TimeChart::TimeChart(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Dates by month"));
}

void TimeChart::setLanes(std::vector<TimeLane> lanes, const QDate &today)
{
    const QString kept = current();
    const QString keptLane = m_place.lane < int(m_lanes.size()) ? m_lanes[std::size_t(m_place.lane)].id : QString();
    m_lanes = std::move(lanes);
    m_today = today;
    const auto lane = std::ranges::find(m_lanes, keptLane, &TimeLane::id);
    m_place = {lane == m_lanes.end() ? 0 : int(lane - m_lanes.begin()), -1};
    if (const auto place = placeOf(kept); place && !kept.isEmpty())
        m_place = *place;
    layOut();
    viewport()->update();
}

int TimeChart::labelWidth() const
{
    return std::min(scaled(font(), m_labelAt13), viewport()->width() / 3);
}

int TimeChart::headHeight() const
{
    return scaled(font(), 24);
}

int TimeChart::laneHeight() const
{
    return scaled(font(), 24);
}

int TimeChart::laneTop(int lane) const
{
    return headHeight() + lane * laneHeight() - verticalScrollBar()->value();
}

int TimeChart::wantedHeight() const
{
    return headHeight() + int(m_lanes.size()) * laneHeight() + scaled(font(), 4) +
           horizontalScrollBar()->sizeHint().height();
}

QSize TimeChart::sizeHint() const
{
    return {scaled(font(), 600), wantedHeight()};
}

void TimeChart::layOut()
{
    if (!m_today.isValid())
        return; // not filled yet
    QDate first = m_today;
    QDate last = m_today.addMonths(2);
    eachDay(m_lanes, [&](const QDate &day) {
        first = std::min(first, day);
        last = std::max(last, day);
    });
    const int room = std::max(1, viewport()->width() - labelWidth() - scaled(font(), 12));
    const int months = MonthScale::monthsBetween(first, last);
    const QDate middle = m_isFilled ? m_scale.dayAt(horizontalScrollBar()->value() + room / 2.0) : m_today;
    m_scale = MonthScale(first, last, std::max(room, months * scaled(font(), 58)));
    horizontalScrollBar()->setRange(0, std::max(0, int(m_scale.width()) - room));
    horizontalScrollBar()->setPageStep(room);
    horizontalScrollBar()->setSingleStep(scaled(font(), 29));
    const int height = int(m_lanes.size()) * laneHeight();
    verticalScrollBar()->setRange(0, std::max(0, height + headHeight() - viewport()->height()));
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height() - headHeight()));
    verticalScrollBar()->setSingleStep(laneHeight());
    horizontalScrollBar()->setValue(int(m_scale.x(middle)) - room / 2);
    m_isFilled = m_isFilled || (!m_lanes.empty() && isVisible());
}

qreal TimeChart::viewX(const QDate &day) const
{
    return labelWidth() + m_scale.x(day) - horizontalScrollBar()->value();
}

/// Everything is laid out from left to right, and turned round as a whole where one reads the other way.
QRectF TimeChart::mirrored(const QRectF &rect) const
{
    if (layoutDirection() != Qt::RightToLeft)
        return rect;
    return {viewport()->width() - rect.right(), rect.top(), rect.width(), rect.height()};
}

QRectF TimeChart::markBox(int lane, const TimeMark &mark) const
{
    const qreal side = scaled(font(), 12);
    return mirrored({viewX(mark.day) - side / 2, laneTop(lane) + (laneHeight() - side) / 2.0, side, side});
}

const TimeMark *TimeChart::markOf(const Place &place) const
{
    if (place.lane < 0 || place.lane >= int(m_lanes.size()))
        return nullptr;
    const auto &marks = m_lanes[std::size_t(place.lane)].marks;
    return place.mark >= 0 && place.mark < int(marks.size()) ? &marks[std::size_t(place.mark)] : nullptr;
}

std::optional<TimeChart::Place> TimeChart::placeOf(const QString &id) const
{
    for (int lane = 0; lane < int(m_lanes.size()); ++lane) {
        const auto &marks = m_lanes[std::size_t(lane)].marks;
        const auto found = std::ranges::find(marks, id, &TimeMark::id);
        if (found != marks.end())
            return Place{lane, int(found - marks.begin())};
    }
    return std::nullopt;
}

QString TimeChart::current() const
{
    const TimeMark *mark = markOf(m_place);
    return mark ? mark->id : QString();
}

QRect TimeChart::markRect(const QString &id) const
{
    const auto place = placeOf(id);
    return place ? markBox(place->lane, *markOf(*place)).toAlignedRect() : QRect();
}

QRect TimeChart::laneRect(const QString &id) const
{
    const auto lane = std::ranges::find(m_lanes, id, &TimeLane::id);
    if (lane == m_lanes.end())
        return {};
    return mirrored(QRectF(0, laneTop(int(lane - m_lanes.begin())), labelWidth(), laneHeight())).toAlignedRect();
}

void TimeChart::setCurrent(const QString &id)
{
    if (const auto place = placeOf(id)) {
        m_place = *place;
        show(m_place);
    }
}

void TimeChart::show(const Place &place)
{
    const int top = place.lane * laneHeight();
    const int roomDown = viewport()->height() - headHeight();
    if (roomDown < laneHeight())
        return; // not laid out yet
    if (top < verticalScrollBar()->value())
        verticalScrollBar()->setValue(top);
    else if (top + laneHeight() > verticalScrollBar()->value() + roomDown)
        verticalScrollBar()->setValue(top + laneHeight() - roomDown);
    if (const TimeMark *mark = markOf(place)) {
        const int room = horizontalScrollBar()->pageStep();
        const int x = int(m_scale.x(mark->day));
        const int edge = std::min(scaled(font(), 40), room / 4);
        if (x - edge < horizontalScrollBar()->value() || x + edge > horizontalScrollBar()->value() + room)
            horizontalScrollBar()->setValue(x - room / 2);
    }
    speak();
    viewport()->update();
}

/// What stands at the cursor, for screen readers: a change of the description is told.
void TimeChart::speak()
{
    const TimeMark *mark = markOf(m_place);
    const bool hasLane = m_place.lane < int(m_lanes.size());
    const QString lane = hasLane ? m_lanes[std::size_t(m_place.lane)].label : QString();
    setAccessibleDescription(mark ? lane + QStringLiteral(": ") + mark->spoken : lane);
}

void TimeChart::goTo(Place place)
{
    if (m_lanes.empty())
        return;
    place.lane = std::clamp(place.lane, 0, int(m_lanes.size()) - 1);
    m_place = place;
    show(m_place);
    if (markOf(m_place))
        Q_EMIT currentChanged(current());
}

void TimeChart::walk(int step)
{
    if (m_lanes.empty())
        return;
    const int count = int(m_lanes[std::size_t(m_place.lane)].marks.size());
    goTo({m_place.lane, count == 0 ? -1 : std::clamp(m_place.mark + step, 0, count - 1)});
}

/// To another lane, and there to the date that is nearest.
void TimeChart::climb(int step)
{
    const TimeMark *from = markOf(m_place);
    const QDate day = from ? from->day : m_today;
    const int lane = std::clamp(m_place.lane + step, 0, std::max(0, int(m_lanes.size()) - 1));
    if (m_lanes.empty() || lane == m_place.lane)
        return;
    const auto &marks = m_lanes[std::size_t(lane)].marks;
    const auto nearest =
        std::ranges::min_element(marks, {}, [&](const TimeMark &mark) { return std::abs(mark.day.daysTo(day)); });
    goTo({lane, nearest == marks.end() ? -1 : int(nearest - marks.begin())});
}

void TimeChart::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return walk(event->key() == forward ? 1 : -1);
    case Qt::Key_Up:
        return climb(-1);
    case Qt::Key_Down:
        return climb(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (markOf(m_place))
            Q_EMIT activated(current());
        return;
    case Qt::Key_Space:
        if (m_place.lane < int(m_lanes.size()) && m_lanes[std::size_t(m_place.lane)].isOpen)
            Q_EMIT toggled(m_lanes[std::size_t(m_place.lane)].id);
        return;
    default:
        return QAbstractScrollArea::keyPressEvent(event);
    }
}

std::optional<TimeChart::Place> TimeChart::placeAt(const QPoint &position) const
{
    const int lane = (position.y() - headHeight() + verticalScrollBar()->value()) / laneHeight();
    if (position.y() < headHeight() || lane >= int(m_lanes.size()))
        return std::nullopt;
    if (mirrored(QRectF(0, 0, labelWidth(), viewport()->height())).contains(position))
        return Place{lane, -1};
    Place place{lane, -1};
    qreal best = laneHeight();
    const auto &marks = m_lanes[std::size_t(lane)].marks;
    for (int i = 0; i < int(marks.size()); ++i) {
        const qreal away = std::abs(markBox(lane, marks[std::size_t(i)]).center().x() - position.x());
        if (away < best) {
            best = away;
            place.mark = i;
        }
    }
    return place.mark < 0 ? std::nullopt : std::optional(place);
}

void TimeChart::mousePressEvent(QMouseEvent *event)
{
    const auto place = placeAt(event->position().toPoint());
    if (!place || event->button() != Qt::LeftButton)
        return;
    if (place->mark < 0 && m_lanes[std::size_t(place->lane)].isOpen) {
        m_place = *place;
        Q_EMIT toggled(m_lanes[std::size_t(place->lane)].id);
    } else {
        goTo(*place);
    }
}

void TimeChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto place = placeAt(event->position().toPoint());
    if (place && place->mark >= 0)
        Q_EMIT activated(current());
}

bool TimeChart::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto place = placeAt(help->pos());
    const TimeMark *mark = place ? markOf(*place) : nullptr;
    QToolTip::showText(help->globalPos(),
                       mark    ? mark->spoken
                       : place ? m_lanes[std::size_t(place->lane)].label
                               : QString(),
                       viewport());
    return true;
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void TimeChart::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    speak();
    viewport()->update();
}

void TimeChart::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimeChart::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection());
    const QRectF lanes = mirrored(QRectF(labelWidth(), 0, viewport()->width() - labelWidth(), viewport()->height()));
    painter.setClipRect(lanes);
    paintMonths(&painter);
    painter.setClipRect(lanes.intersected(QRectF(0, headHeight(), viewport()->width(), viewport()->height())));
    for (int lane = 0; lane < int(m_lanes.size()); ++lane)
        paintLane(&painter, lane);
    const QRectF today = mirrored({viewX(m_today), 0, 0, 0});
    painter.setClipRect(lanes);
    paintToday(&painter, today.left(), headHeight() - 4, viewport()->height());
    painter.setClipRect(QRectF(0, headHeight(), viewport()->width(), viewport()->height()));
    for (int lane = 0; lane < int(m_lanes.size()); ++lane)
        paintLabel(&painter, lane);
    painter.setClipping(false);
    if (hasFocus() && !m_lanes.empty())
        paintBox(&painter, QRectF(viewport()->rect()), {}, Theme::current().color(Role::Accent), 0);
}

void TimeChart::paintMonths(QPainter *painter) const
{
    const Theme theme = Theme::current();
    painter->setFont(typeFont(font(), Type::Small));
    const int bottom = std::min(viewport()->height(), laneTop(int(m_lanes.size())));
    const qreal todayX = mirrored({viewX(m_today), 0, 0, 0}).left();
    const QString today = tr("today");
    QFont strong = painter->font();
    strong.setWeight(QFont::DemiBold);
    const int todayWide = QFontMetrics(strong).horizontalAdvance(today);
    const QRectF todayBox(todayX - todayWide / 2.0 - 4, 0, todayWide + 8, headHeight() - 4);
    for (const MonthScale::Month &month : m_scale.months()) {
        const QRectF line = mirrored({viewX(month.first), 4, 1, qreal(bottom - 4)});
        painter->fillRect(line, theme.color(Role::Line));
        painter->setPen(theme.color(Role::ThirdText));
        const int wide = painter->fontMetrics().horizontalAdvance(month.words);
        const QRectF words = mirrored({viewX(month.first) + 5, 0, wide + 2.0, headHeight() - 4.0});
        if (!words.intersects(todayBox))
            painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeading, month.words);
    }
    painter->setFont(strong);
    painter->setPen(theme.color(Role::Text));
    painter->drawText(todayBox, Qt::AlignCenter, today);
}

void TimeChart::paintSpan(QPainter *painter, int lane, const TimeSpan &span) const
{
    const Theme theme = Theme::current();
    const qreal from = viewX(span.from);
    const qreal to = std::max(viewX(span.to), from + 3);
    const qreal thick = scaled(font(), 6);
    const QRectF bar = mirrored({from, laneTop(lane) + (laneHeight() - thick) / 2, to - from, thick});
    switch (span.kind) {
    case TimeSpan::Kind::Done:
        painter->fillRect(bar, theme.color(Role::ChartInk));
        break;
    case TimeSpan::Kind::UnderWay:
        painter->fillRect(bar, theme.color(Role::Accent));
        break;
    case TimeSpan::Kind::ToCome:
        paintBox(painter, bar, theme.color(Role::ChartOpen), theme.color(Role::Edge), 0);
        break;
    }
}

void TimeChart::paintLane(QPainter *painter, int lane) const
{
    const Theme theme = Theme::current();
    const TimeLane &shown = m_lanes[std::size_t(lane)];
    painter->fillRect(QRectF(0, laneTop(lane) + laneHeight() - 1, viewport()->width(), 1), theme.color(Role::Line));
    for (const TimeSpan &span : shown.spans)
        paintSpan(painter, lane, span);
    for (const TimeMark &mark : shown.marks)
        paintTimeMark(painter, markBox(lane, mark), mark.shape);
    if (lane != m_place.lane)
        return;
    if (const TimeMark *mark = markOf(m_place))
        paintBox(painter, markBox(lane, *mark).adjusted(-4, -4, 4, 4), {}, theme.color(Role::Accent), grid::radius, 2);
}

void TimeChart::paintLabel(QPainter *painter, int lane) const
{
    const Theme theme = Theme::current();
    const TimeLane &shown = m_lanes[std::size_t(lane)];
    const bool isCurrent = lane == m_place.lane && hasFocus();
    const QRectF row = mirrored({0, qreal(laneTop(lane)), qreal(labelWidth()), qreal(laneHeight())});
    painter->fillRect(row.adjusted(0, 0, 0, -1), theme.color(isCurrent ? Role::Tint : Role::Base));
    painter->fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), theme.color(Role::Line));
    qreal left = 4;
    if (shown.isOpen) {
        const qreal side = scaled(font(), 14);
        paintIcon(painter, mirrored({left, laneTop(lane) + (laneHeight() - side) / 2, side, side}),
                  *shown.isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                  theme.color(Role::SecondText));
    }
    left += scaled(font(), 20);
    painter->setFont(shown.isHeading ? typeFont(font(), Type::Strong) : font());
    const QFontMetrics metrics = painter->fontMetrics();
    qreal room = labelWidth() - left - 8;
    const auto words = [&](qreal x, qreal wide, const QString &text, int alignment) {
        painter->drawText(mirrored({x, qreal(laneTop(lane)), wide, qreal(laneHeight())}), alignment | Qt::AlignVCenter,
                          text);
    };
    if (!shown.detail.isEmpty()) {
        const qreal wide = std::min(metrics.horizontalAdvance(shown.detail) + 2, int(room / 2));
        painter->setPen(theme.color(Role::ThirdText));
        words(left + room - wide, wide, shown.detail, Qt::AlignTrailing);
        room -= wide + 6;
    }
    painter->setPen(theme.color(Role::Text));
    words(left, room, metrics.elidedText(shown.label, Qt::ElideRight, int(room)), Qt::AlignLeading);
}

} // namespace adit
