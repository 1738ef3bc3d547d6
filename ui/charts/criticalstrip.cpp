// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/criticalstrip.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <algorithm>

namespace adit {

CriticalStrip::CriticalStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Critical requirements"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CriticalStrip::setRows(std::vector<CriticalRow> rows)
{
    m_rows = std::move(rows);
    m_focus = {};
    updateGeometry();
    update();
}

int CriticalStrip::rowHeight() const
{
    return scaled(font(), 24);
}

int CriticalStrip::labelWidth() const
{
    return scaled(font(), 152 + 12);
}

int CriticalStrip::pitch() const
{
    int widest = 0;
    for (const CriticalRow &row : m_rows) {
        const auto gaps = std::count_if(row.marks.begin(), row.marks.end(), [](const auto &m) { return m.newChapter; });
        widest = std::max(widest, static_cast<int>(row.marks.size()) * 3 + static_cast<int>(gaps));
    }
    const int room = width() - labelWidth() - scaled(font(), 64);
    return std::clamp(widest == 0 ? 0 : room * 3 / widest, scaled(font(), 13), scaled(font(), 18));
}

QRect CriticalStrip::markRect(int row, int mark) const
{
    int x = labelWidth();
    const auto &marks = m_rows[static_cast<std::size_t>(row)].marks;
    for (int i = 0; i <= mark; ++i) {
        const CriticalMark &m = marks[static_cast<std::size_t>(i)];
        x += (i > 0 && m.newChapter ? pitch() / 3 : 0) + (i > 0 ? pitch() : 0);
    }
    return QStyle::visualRect(layoutDirection(), rect(), QRect(x, row * rowHeight(), pitch(), rowHeight()));
}

QSize CriticalStrip::sizeHint() const
{
    return {labelWidth() + scaled(font(), 260), static_cast<int>(m_rows.size()) * rowHeight()};
}

QSize CriticalStrip::minimumSizeHint() const
{
    return {labelWidth() + scaled(font(), 180), sizeHint().height()};
}

void CriticalStrip::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const int side = scaled(font(), 13);
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        const CriticalRow &line = m_rows[static_cast<std::size_t>(row)];
        const QRect box(0, row * rowHeight(), width(), rowHeight());
        painter.setFont(font());
        painter.setPen(theme.color(Role::Text));
        const QRect label =
            QStyle::visualRect(layoutDirection(), box, QRect(8, box.top(), labelWidth() - 16, box.height()));
        painter.drawText(label, Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(line.label, Qt::ElideRight, label.width()));
        painter.drawText(box.adjusted(6, 0, -6, 0), Qt::AlignVCenter | Qt::AlignTrailing, line.count);
        for (int mark = 0; mark < static_cast<int>(line.marks.size()); ++mark) {
            const QRect place = markRect(row, mark);
            const QRectF glyph(place.center().x() - side / 2.0 + 0.5, place.center().y() - side / 2.0 + 0.5, side,
                               side);
            paintGlyph(&painter, glyph, line.marks[static_cast<std::size_t>(mark)].glyph);
            if (hasFocus() && row == m_focus.row && mark == m_focus.mark)
                paintBox(&painter, glyph.adjusted(-3, -3, 3, 3), {}, theme.color(Role::Accent), 3, 2);
        }
    }
}

std::optional<CriticalStrip::Place> CriticalStrip::placeAt(const QPoint &position) const
{
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) {
        for (int mark = 0; mark < static_cast<int>(m_rows[static_cast<std::size_t>(row)].marks.size()); ++mark) {
            if (markRect(row, mark).contains(position))
                return Place{row, mark};
        }
    }
    return std::nullopt;
}

const CriticalMark *CriticalStrip::markAt(const Place &place) const
{
    if (place.row >= static_cast<int>(m_rows.size()))
        return nullptr;
    const auto &marks = m_rows[static_cast<std::size_t>(place.row)].marks;
    return place.mark < static_cast<int>(marks.size()) ? &marks[static_cast<std::size_t>(place.mark)] : nullptr;
}

void CriticalStrip::moveTo(Place place)
{
    place.row = std::clamp(place.row, 0, std::max(0, static_cast<int>(m_rows.size()) - 1));
    if (m_rows.empty())
        return;
    const auto count = static_cast<int>(m_rows[static_cast<std::size_t>(place.row)].marks.size());
    place.mark = std::clamp(place.mark, 0, std::max(0, count - 1));
    m_focus = place;
    if (const CriticalMark *mark = markAt(place)) {
        setAccessibleDescription(mark->spoken);
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

void CriticalStrip::mousePressEvent(QMouseEvent *event)
{
    const auto place = placeAt(event->position().toPoint());
    if (!place || event->button() != Qt::LeftButton)
        return;
    moveTo(*place);
    Q_EMIT chosen(markAt(*place)->id);
}

void CriticalStrip::keyPressEvent(QKeyEvent *event)
{
    const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveTo({m_focus.row - 1, m_focus.mark});
    case Qt::Key_Down:
        return moveTo({m_focus.row + 1, m_focus.mark});
    case Qt::Key_Left:
        return moveTo({m_focus.row, m_focus.mark - ahead});
    case Qt::Key_Right:
        return moveTo({m_focus.row, m_focus.mark + ahead});
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (const CriticalMark *mark = markAt(m_focus))
            Q_EMIT chosen(mark->id);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CriticalStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    moveTo(m_focus);
}

bool CriticalStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto place = placeAt(help->pos());
        QToolTip::showText(help->globalPos(), place ? markAt(*place)->spoken : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace adit
