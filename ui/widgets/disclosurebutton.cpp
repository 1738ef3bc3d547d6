// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/disclosurebutton.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QStyle>

namespace adit {

DisclosureButton::DisclosureButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize DisclosureButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + scaled(font(), 28), scaled(font(), 24)};
}

void DisclosureButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QColor ink = theme.color(isChecked() || underMouse() ? Role::Text : Role::ThirdText);
    const int icon = scaled(font(), 14);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    paintIcon(&painter, visual({2, (height() - icon) / 2, icon, icon}),
              isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), ink);
    painter.setPen(ink);
    const QRect line = visual({icon + scaled(font(), 8), 0, width() - icon - scaled(font(), 8), height()});
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading, text());
    if (hasFocus())
        paintFocus(&painter, rect(), grid::radius);
}

} // namespace adit
