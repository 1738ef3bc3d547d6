// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartlegend.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QPainter>
#include <QStyle>

namespace adit {

QSize ChartLegend::sizeHint() const
{
    return {scaled(font(), 260), scaled(font(), 20)};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setFont(typeFont(font(), Type::Caption));
    const int y = height() / 2;
    int x = 8;
    const auto visual = [&](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    const auto word = [&](const QString &text) {
        painter.setPen(theme.color(Role::SecondText));
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(visual({x, 0, wide + 2, height()}), Qt::AlignVCenter, text);
        x += wide + scaled(font(), 12);
    };
    const auto box = [&](int wide) {
        const QRect at = visual({x, y - 4, wide, 8});
        x += wide + 5;
        return at;
    };
    painter.fillRect(box(14), theme.color(Role::ChartInk));
    word(tr("floor"));
    const QRect open = box(14);
    painter.fillRect(open, theme.color(Role::ChartOpen));
    painter.setPen(theme.color(Role::Edge));
    painter.drawRect(open.adjusted(0, 0, -1, -1));
    word(tr("still open"));
    painter.fillRect(box(2).adjusted(0, -2, 0, 2), theme.color(Role::Text));
    word(tr("rated so far"));
}

} // namespace adit
