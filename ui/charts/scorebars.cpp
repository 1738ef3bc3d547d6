// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/scorebars.h"

#include "ui/look/glyphs.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QAccessible>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QHorizontalStackedBarSeries>
#include <QKeyEvent>
#include <QStyle>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>

namespace adit {

ScoreBars::ScoreBars(const QString &name, const Measures &measures, QWidget *parent)
    : QChartView(parent)
    , m_measures(measures)
    , m_series(new QHorizontalStackedBarSeries(this))
    , m_axis(new QValueAxis(this))
{
    setAccessibleName(name);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    chart()->addSeries(m_series);
    chart()->addAxis(m_axis, Qt::AlignBottom);
    m_axis->setRange(0, 100);
    m_axis->setVisible(false);
    m_series->attachAxis(m_axis);
    m_series->setBarWidth(static_cast<qreal>(measures.barHeight) / measures.rowHeight);
}

void ScoreBars::setBars(const std::vector<ChartBar> &bars)
{
    const bool sameCount = bars.size() == m_bars.size();
    m_bars = bars;
    m_focusRow = std::clamp(m_focusRow, 0, std::max(0, static_cast<int>(bars.size()) - 1));
    measureLabels();
    fillSeries();
    colorSeries();
    if (!sameCount)
        updateGeometry();
    place();
    viewport()->update();
}

void ScoreBars::setCurrent(const QString &id)
{
    m_current = id;
    viewport()->update();
}

void ScoreBars::setLines(const std::vector<double> &percents)
{
    m_lines = percents;
    viewport()->update();
}

void ScoreBars::fillSeries()
{
    m_series->clear();
    m_floor = new QBarSet(tr("floor"), m_series);
    m_open = new QBarSet(tr("still open"), m_series);
    // The chart counts rows upwards; right-to-left windows grow bars to the left, which is to say below zero.
    const qreal sign = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    m_axis->setRange(sign < 0 ? -100 : 0, sign < 0 ? 0 : 100);
    for (auto bar = m_bars.rbegin(); bar != m_bars.rend(); ++bar) {
        m_floor->append(sign * (bar->relevant ? bar->floor : 0));
        m_open->append(sign * (bar->relevant ? bar->ceiling - bar->floor : 0));
    }
    m_series->append(m_floor);
    m_series->append(m_open);
    const QList<QAbstractAxis *> old = chart()->axes(Qt::Vertical);
    for (QAbstractAxis *axis : old) {
        chart()->removeAxis(axis);
        delete axis;
    }
    auto *rows = new QBarCategoryAxis(this);
    for (auto bar = m_bars.rbegin(); bar != m_bars.rend(); ++bar)
        rows->append(bar->id);
    chart()->addAxis(rows, Qt::AlignLeft);
    rows->setVisible(false);
    m_series->attachAxis(rows);
}

void ScoreBars::colorSeries()
{
    if (!m_floor)
        return;
    const Theme theme = Theme::current();
    m_floor->setColor(theme.color(Role::ChartInk));
    m_floor->setPen(Qt::NoPen);
    m_open->setColor(theme.color(Role::ChartOpen));
    m_open->setPen(QPen(theme.color(Role::Edge), 1));
}

int ScoreBars::headHeight() const
{
    return scaled(font(), 22);
}

QSize ScoreBars::sizeHint() const
{
    const int columns = m_measures.numberWidth + m_measures.labelWidth + m_measures.figuresWidth + 170;
    return {scaled(font(), columns),
            headHeight() + static_cast<int>(m_bars.size()) * scaled(font(), m_measures.rowHeight) + 2};
}

QSize ScoreBars::minimumSizeHint() const
{
    return {scaled(font(), m_measures.numberWidth + m_measures.labelWidth + m_measures.figuresWidth + 60),
            sizeHint().height()};
}

QRectF ScoreBars::plotRect() const
{
    const int lead = 8 + scaled(font(), m_measures.numberWidth) + labelWidth() + scaled(font(), 8);
    const int trail = scaled(font(), m_measures.figuresWidth + 24);
    const int rows = static_cast<int>(m_bars.size()) * scaled(font(), m_measures.rowHeight);
    return QStyle::visualRect(layoutDirection(), viewport()->rect(),
                              QRect(lead, headHeight(), std::max(40, viewport()->width() - lead - trail), rows));
}

void ScoreBars::place()
{
    chart()->setPlotArea(plotRect());
}

qreal ScoreBars::xOf(double percent) const
{
    const QRectF plot = plotRect();
    const qreal offset = plot.width() * percent / 100;
    return layoutDirection() == Qt::RightToLeft ? plot.right() - offset : plot.left() + offset;
}

int ScoreBars::labelWidth() const
{
    const int least = scaled(font(), m_measures.labelWidth);
    const int most = std::max(least, viewport()->width() * 2 / 5 - scaled(font(), m_measures.numberWidth));
    return std::clamp(m_longestLabel, least, most);
}

void ScoreBars::measureLabels()
{
    const QFontMetrics metrics(typeFont(font(), m_measures.strongSelection ? Type::Strong : Type::Body));
    m_longestLabel = 0;
    for (const ChartBar &bar : m_bars)
        m_longestLabel = std::max(m_longestLabel, metrics.horizontalAdvance(bar.label) + 2);
}

QRect ScoreBars::rowRect(int row) const
{
    const int height = scaled(font(), m_measures.rowHeight);
    return {0, headHeight() + row * height, viewport()->width(), height};
}

int ScoreBars::rowAt(const QPoint &position) const
{
    const int row = (position.y() - headHeight()) / scaled(font(), m_measures.rowHeight);
    return position.y() < headHeight() || row >= static_cast<int>(m_bars.size()) ? -1 : row;
}

void ScoreBars::drawBackground(QPainter *painter, const QRectF &rect)
{
    const Theme theme = Theme::current();
    painter->fillRect(rect, theme.color(Role::Base));
    for (int row = 0; row < static_cast<int>(m_bars.size()); ++row) {
        const bool current = m_bars[static_cast<std::size_t>(row)].id == m_current;
        if (current || row == m_hoverRow)
            paintBox(painter, rowRect(row), theme.color(current ? Role::Tint : Role::Hover), {}, grid::radius);
    }
}

void ScoreBars::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setLayoutDirection(layoutDirection());
    drawHead(painter);
    for (int row = 0; row < static_cast<int>(m_bars.size()); ++row)
        drawRow(painter, row);
    if (hasFocus() && !m_bars.empty())
        paintBox(painter, rowRect(m_focusRow), {}, Theme::current().color(Role::Accent), grid::radius);
}

void ScoreBars::drawHead(QPainter *painter) const
{
    const Theme theme = Theme::current();
    painter->setFont(typeFont(font(), Type::Caption));
    painter->setPen(theme.color(Role::SecondText));
    const QRect head(0, 0, viewport()->width(), headHeight() - 3);
    qreal last = -1000;
    const QFontMetrics metrics(painter->font());
    for (const double line : m_lines) {
        const QString text = QString::number(line);
        const qreal x = xOf(line);
        if (std::abs(x - last) > metrics.horizontalAdvance(text) + 4) {
            painter->drawText(QRectF(x - 30, head.top(), 60, head.height()), Qt::AlignHCenter | Qt::AlignBottom, text);
            last = x;
        }
    }
    painter->drawText(head.adjusted(6, 0, -6, 0), Qt::AlignTrailing | Qt::AlignBottom, tr("floor – ceiling %"));
}

void ScoreBars::drawRow(QPainter *painter, int row) const
{
    const Theme theme = Theme::current();
    const ChartBar &bar = m_bars[static_cast<std::size_t>(row)];
    const QRect box = rowRect(row);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), box, r); };
    const int number = scaled(font(), m_measures.numberWidth);
    const int label = labelWidth();
    const bool current = bar.id == m_current && m_measures.strongSelection;
    painter->setFont(current ? typeFont(font(), Type::Strong) : font());
    painter->setPen(theme.color(bar.relevant ? Role::Text : Role::ThirdText));
    painter->drawText(visual({8, box.top(), number, box.height()}), Qt::AlignVCenter | Qt::AlignLeading, bar.number);
    painter->drawText(visual({8 + number, box.top(), label, box.height()}), Qt::AlignVCenter | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(bar.label, Qt::ElideRight, label));
    painter->setFont(typeFont(font(), Type::Small));
    painter->setPen(theme.color(bar.relevant ? Role::Text : Role::ThirdText));
    const int figures = scaled(font(), m_measures.figuresWidth);
    painter->drawText(visual({box.width() - figures - 6, box.top(), figures, box.height()}),
                      Qt::AlignVCenter | Qt::AlignTrailing, bar.figures);
    const qreal middle = box.top() + box.height() / 2.0;
    const qreal half = scaled(font(), m_measures.barHeight) / 2.0;
    if (!bar.relevant)
        paintHatching(painter, QRectF(plotRect().left(), middle - half / 2, plotRect().width(), half),
                      theme.color(Role::ButtonLine));
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const double line : m_lines) {
        painter->setPen(QPen(theme.color(Role::Edge), 1));
        const int x = qRound(xOf(line));
        if (bar.relevant)
            painter->drawLine(x, qRound(middle - half) - 2, x, qRound(middle + half) + 2);
    }
    painter->setRenderHint(QPainter::Antialiasing, true);
    if (bar.relevant && bar.ratedSoFar)
        painter->fillRect(QRectF(qRound(xOf(*bar.ratedSoFar)) - 1, middle - half - 2, 2, 2 * half + 4),
                          theme.color(Role::Text));
}

void ScoreBars::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    place();
}

void ScoreBars::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    setFocus(Qt::MouseFocusReason);
    focusRow(row);
    Q_EMIT chosen(m_bars[static_cast<std::size_t>(row)].id);
}

void ScoreBars::mouseMoveEvent(QMouseEvent *event)
{
    m_hoverRow = rowAt(event->position().toPoint());
    viewport()->update();
}

void ScoreBars::leaveEvent(QEvent *event)
{
    m_hoverRow = -1;
    viewport()->update();
    QChartView::leaveEvent(event);
}

void ScoreBars::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_bars.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return focusRow(std::max(0, m_focusRow - 1));
    case Qt::Key_Down:
        return focusRow(std::min(last, m_focusRow + 1));
    case Qt::Key_Home:
        return focusRow(0);
    case Qt::Key_End:
        return focusRow(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_bars.empty())
            Q_EMIT chosen(m_bars[static_cast<std::size_t>(m_focusRow)].id);
        return;
    default:
        event->ignore();
    }
}

void ScoreBars::focusRow(int row)
{
    if (m_bars.empty())
        return;
    m_focusRow = row;
    setAccessibleDescription(m_bars[static_cast<std::size_t>(row)].spoken);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
}

void ScoreBars::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    focusRow(m_focusRow);
}

void ScoreBars::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void ScoreBars::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        colorSeries();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        measureLabels();
        fillSeries();
        colorSeries();
        place();
        updateGeometry();
    }
}

bool ScoreBars::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        QToolTip::showText(help->globalPos(), row < 0 ? QString() : m_bars[static_cast<std::size_t>(row)].spoken, this);
        return true;
    }
    return QChartView::viewportEvent(event);
}

} // namespace adit
