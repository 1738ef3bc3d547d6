// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/levelladder.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <algorithm>

namespace adit {

LevelLadder::LevelLadder(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LevelLadder::setLevels(const QStringList &names, int floor, int ceiling)
{
    m_names = names;
    m_floor = floor;
    m_ceiling = ceiling;
    const auto name = [&](int index) { return names.value(index); };
    setAccessibleName(floor == ceiling ? tr("Level: %1").arg(name(floor))
                                       : tr("Level between %1 and %2").arg(name(floor), name(ceiling)));
    setToolTip(tr("Why this level"));
    update();
}

QSize LevelLadder::sizeHint() const
{
    return {scaled(font(), 300), scaled(font(), 52)};
}

QPointF LevelLadder::station(int index) const
{
    const qreal margin = scaled(font(), 30);
    const qreal share = m_names.size() < 2 ? 0 : static_cast<qreal>(index) / static_cast<qreal>(m_names.size() - 1);
    const qreal x = margin + (width() - 2 * margin) * share;
    return {layoutDirection() == Qt::RightToLeft ? width() - x : x, scaled(font(), 14) + 0.0};
}

void LevelLadder::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        paintBox(&painter, rect(), theme.color(Role::Hover), {}, grid::radius);
    painter.setPen(QPen(theme.color(Role::ButtonLine), 2));
    painter.drawLine(station(0), station(static_cast<int>(m_names.size()) - 1));
    painter.setPen(QPen(theme.color(Role::ChartInk), scaled(font(), 5), Qt::SolidLine, Qt::FlatCap));
    if (m_floor != m_ceiling)
        painter.drawLine(station(m_floor), station(m_ceiling));
    const qreal radius = scaled(font(), 5);
    for (int i = 0; i < m_names.size(); ++i) {
        const bool end = i == m_floor || i == m_ceiling;
        const bool within = i >= m_floor && i <= m_ceiling;
        painter.setPen(QPen(theme.color(within ? Role::ChartInk : Role::ButtonLine), 2));
        painter.setBrush(theme.color(m_floor == m_ceiling && end ? Role::ChartInk : Role::Base));
        painter.drawEllipse(station(i), radius, radius);
        painter.setFont(end ? typeFont(typeFont(font(), Type::Strong), Type::Small) : typeFont(font(), Type::Small));
        QFont face = painter.font();
        face.setWeight(end ? QFont::DemiBold : QFont::Normal);
        painter.setFont(face);
        painter.setPen(theme.color(end ? Role::Text : Role::ThirdText));
        const qreal wide = painter.fontMetrics().horizontalAdvance(m_names[i]) + 4;
        QRectF label(station(i).x() - wide / 2, scaled(font(), 26), wide, scaled(font(), 20));
        label.moveLeft(std::clamp(label.left(), 0.0, std::max(0.0, width() - wide)));
        painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop, m_names[i]);
    }
    if (hasFocus())
        paintFocus(&painter, rect(), grid::radius);
}

} // namespace adit
