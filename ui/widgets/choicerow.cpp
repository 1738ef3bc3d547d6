// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicerow.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace adit {

namespace {

constexpr int edge = 6; ///< above and below the words

} // namespace

ChoiceRow::ChoiceRow(const QString &name, const QString &detail, QWidget *parent)
    : QAbstractButton(parent)
    , m_detail(detail)
{
    setText(name);
    setAccessibleName(name + QStringLiteral(". ") + detail);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect ChoiceRow::detailPlace(int width) const
{
    const int top = edge + QFontMetrics(typeFont(font(), Type::Strong)).height() + 1;
    const QFontMetrics small(typeFont(font(), Type::Small));
    const QRect room(grid::group, top, std::max(1, width - 2 * grid::group), QWIDGETSIZE_MAX);
    return small.boundingRect(room, Qt::TextWordWrap, m_detail);
}

int ChoiceRow::heightForWidth(int width) const
{
    return detailPlace(width).bottom() + 1 + edge;
}

QSize ChoiceRow::sizeHint() const
{
    const int width = scaled(font(), 240);
    return {width, heightForWidth(width)};
}

QSize ChoiceRow::minimumSizeHint() const
{
    return {scaled(font(), 120), scaled(font(), 30)};
}

void ChoiceRow::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintRow(&painter, rect(), {isEnabled(), underMouse(), isDown(), isChecked(), hasFocus()}, theme);
    const auto visual = [&](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const QFont strong = typeFont(font(), Type::Strong);
    painter.setFont(strong);
    painter.setPen(theme.color(isEnabled() ? Role::Text : Role::DisabledText));
    const int width = this->width() - 2 * grid::group;
    painter.drawText(visual({grid::group, edge, width, QFontMetrics(strong).height()}),
                     Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width));
    painter.setFont(typeFont(font(), Type::Small));
    painter.setPen(theme.color(isEnabled() ? Role::SecondText : Role::DisabledText));
    QRect place = detailPlace(this->width());
    place.setWidth(width);
    painter.drawText(visual(place), Qt::TextWordWrap | Qt::AlignLeading, m_detail);
}

} // namespace adit
