// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/duestrip.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace adit {

namespace {

/// More months than this crowd one line.
constexpr int mostMonths = 15;

} // namespace

DueStrip::DueStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("dueStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DueStrip::setMarks(std::vector<TimeMark> marks, const QDate &today)
{
    m_marks = std::move(marks);
    m_today = today;
    setVisible(!m_marks.empty());
    const auto late = std::ranges::count(m_marks, TimeMark::Shape::Late, &TimeMark::shape);
    setAccessibleName(tr("%n due date(s)", nullptr, int(m_marks.size())));
    setAccessibleDescription(late > 0 ? tr("%n late", nullptr, int(late)) : QString());
    update();
}

void DueStrip::setCurrent(const QString &id)
{
    m_current = id;
    update();
}

QSize DueStrip::sizeHint() const
{
    return {scaled(font(), 400), scaled(font(), 60)};
}

QSize DueStrip::minimumSizeHint() const
{
    return {scaled(font(), 120), sizeHint().height()};
}

int DueStrip::lineY() const
{
    return scaled(font(), 38);
}

MonthScale DueStrip::scale() const
{
    QDate first = m_today;
    QDate last = m_today.addMonths(2);
    for (const TimeMark &mark : m_marks) {
        first = std::min(first, mark.day);
        last = std::max(last, mark.day);
    }
    first = std::max(first, m_today.addMonths(-3));
    if (MonthScale::monthsBetween(first, last) > mostMonths)
        last = first.addMonths(mostMonths - 1);
    return {first, last, qreal(width())};
}

/// Mirrored where one reads from right to left.
qreal DueStrip::place(const MonthScale &scale, const QDate &day) const
{
    const qreal x = scale.x(day);
    return layoutDirection() == Qt::RightToLeft ? width() - x : x;
}

QRectF DueStrip::rectOf(const MonthScale &scale, const TimeMark &mark) const
{
    const qreal side = scaled(font(), 12);
    return {place(scale, mark.day) - side / 2, lineY() - side - 4, side, side};
}

QRectF DueStrip::markRect(const QString &id) const
{
    const auto found = std::ranges::find(m_marks, id, &TimeMark::id);
    return found == m_marks.end() ? QRectF() : rectOf(scale(), *found);
}

void DueStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    const MonthScale scale = this->scale();
    QPainter painter(this);
    painter.setFont(typeFont(font(), Type::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = lineY();
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    const auto words = [&](qreal x, int top, const QString &text, bool centred) {
        const int wide = metrics.horizontalAdvance(text);
        const int left = centred ? int(x) - wide / 2 : reversed ? int(x) - wide - 4 : int(x) + 4;
        painter.drawText(QRect(std::clamp(left, 0, std::max(0, width() - wide)), top, wide + 2, metrics.height()),
                         Qt::AlignCenter, text);
    };
    const qreal each = width() / std::max<qreal>(1, qreal(scale.months().size()));
    const int every = std::max(1, int(std::ceil(metrics.horizontalAdvance(QStringLiteral("MMM 0000 ")) / each)));
    for (std::size_t i = 0; i < scale.months().size(); ++i) {
        const auto &month = scale.months()[i];
        const qreal x = place(scale, month.first);
        painter.fillRect(QRectF(x, scaled(font(), 15), 1, line - scaled(font(), 15)), theme.color(Role::Line));
        painter.setPen(theme.color(Role::ThirdText));
        if (i % std::size_t(every) == 0)
            words(x, 0, month.words, false);
    }
    painter.fillRect(QRect(0, line, width(), 1), theme.color(Role::ButtonLine));
    int later = 0;
    for (const TimeMark &mark : m_marks) {
        if (!scale.covers(mark.day)) {
            ++later;
            continue;
        }
        paintTimeMark(&painter, rectOf(scale, mark), mark.shape);
        if (mark.id == m_current) {
            const QRectF box = rectOf(scale, mark);
            painter.fillRect(QRectF(box.center().x() - 2, box.top() - 3, 4, box.height() + 6),
                             theme.color(Role::Accent));
        }
    }
    const qreal today = place(scale, m_today);
    paintToday(&painter, today, scaled(font(), 15), line + 5);
    painter.setFont(typeFont(font(), Type::Strong));
    QFont strong = typeFont(font(), Type::Small);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(theme.color(Role::Text));
    words(today, line + 4, tr("today"), true);
    painter.setFont(typeFont(font(), Type::Small));
    painter.setPen(theme.color(Role::ThirdText));
    QString count = tr("%n due date(s)", nullptr, int(m_marks.size()));
    if (later > 0)
        count += QStringLiteral(", ") + tr("%1 beyond this strip").arg(later);
    painter.drawText(QRect(0, line + 4, width(), metrics.height()), Qt::AlignTrailing | Qt::AlignVCenter, count);
}

const TimeMark *DueStrip::markAt(const QPointF &position) const
{
    const MonthScale scale = this->scale();
    const TimeMark *nearest = nullptr;
    qreal best = scaled(font(), 12);
    for (const TimeMark &mark : m_marks) {
        const qreal away = std::abs(rectOf(scale, mark).center().x() - position.x());
        if (scale.covers(mark.day) && away < best) {
            best = away;
            nearest = &mark;
        }
    }
    return position.y() <= lineY() + 2 ? nearest : nullptr;
}

void DueStrip::mousePressEvent(QMouseEvent *event)
{
    if (const TimeMark *mark = markAt(event->position()); mark && event->button() == Qt::LeftButton)
        Q_EMIT chosen(mark->id);
}

bool DueStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const TimeMark *mark = markAt(help->pos());
    QToolTip::showText(help->globalPos(), mark ? mark->spoken : QString(), this);
    return true;
}

} // namespace adit
