// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/startparts.h"

#include "ui/look/glyphs.h"
#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/models/recentcases.h"
#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

namespace adit {

Portal::Portal(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Portal::sizeHint() const
{
    return {scaled(font(), 32), scaled(font(), 32)};
}

void Portal::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(&painter, rect(), QStringLiteral("portal"), theme.color(Role::Text));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Accent));
    painter.drawEllipse(QPointF(width() / 2.0, height() * 0.79), width() * 0.115, width() * 0.115);
}

StartEntry::StartEntry(const QString &icon, const QString &title, const QString &detail, const QString &key,
                       QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_detail(detail)
    , m_key(key)
{
    setText(title);
    setAccessibleDescription(detail);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StartEntry::sizeHint() const
{
    return {scaled(font(), 220), scaled(font(), 44)};
}

void StartEntry::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (isDown() || underMouse())
        paintBox(&painter, rect(), theme.color(isDown() ? Role::Line : Role::Hover), {}, grid::radius);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int icon = scaled(font(), 18);
    paintIcon(&painter, visual({8, (height() - icon) / 2, icon, icon}), m_icon, theme.color(Role::SecondText));
    const int left = 8 + icon + scaled(font(), 14);
    QFont medium = font();
    medium.setWeight(QFont::Medium);
    painter.setFont(medium);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(visual({left, 4, width() - left - 8, height() / 2 - 4}), Qt::AlignBottom | Qt::AlignLeading,
                     text());
    painter.setFont(typeFont(font(), Type::Small));
    painter.setPen(theme.color(Role::ThirdText));
    painter.drawText(visual({left, height() / 2, width() - left - 8, height() / 2 - 4}),
                     Qt::AlignTop | Qt::AlignLeading, m_detail);
    painter.setFont(font());
    if (!m_key.isEmpty()) {
        const int cap = keyCapWidth(font(), m_key);
        paintKeyCap(&painter, visual({width() - cap - 8, (height() - scaled(font(), 20)) / 2, cap, scaled(font(), 20)}),
                    m_key, theme);
    }
    if (hasFocus())
        paintFocus(&painter, rect(), grid::radius);
}

void StartEntry::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

DropHint::DropHint(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("dropHint"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DropHint::setActive(bool active)
{
    m_active = active;
    update();
}

QSize DropHint::sizeHint() const
{
    return {scaled(font(), 200), scaled(font(), 72)};
}

void DropHint::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.color(m_active ? Role::Accent : Role::Edge), 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(m_active ? QBrush(theme.color(Role::Tint)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), grid::radius, grid::radius);
    painter.setPen(theme.color(Role::SecondText));
    painter.drawText(rect(), Qt::AlignCenter, tr("Drop a case file or a parcel here"));
}

void RecentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::current();
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    painter->save();
    painter->setLayoutDirection(option.direction);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect box = option.rect;
    if (selected)
        painter->fillRect(box, theme.color(Role::Tint));
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.color(Role::Line));
    const bool first = index.column() == 0;
    const bool reversed = option.direction == Qt::RightToLeft;
    if (selected && first)
        painter->fillRect(QRect(reversed ? box.right() - 2 : box.left(), box.top(), 3, box.height()),
                          theme.color(Role::Accent));
    if (selected && view && view->hasFocus()) {
        painter->setPen(theme.color(Role::Accent));
        painter->drawLine(box.topLeft(), box.topRight());
        painter->drawLine(box.bottomLeft(), box.bottomRight());
    }
    QRect text = QStyle::visualRect(option.direction, box, box.adjusted(12, 0, -12, 0));
    const QVariant share = index.data(RecentModel::ShareRole);
    if (share.isValid()) {
        const int wide = scaled(option.font, 64);
        paintShareBar(painter,
                      QStyle::visualRect(option.direction, box, QRect(box.left() + 12, box.center().y() - 2, wide, 4)),
                      share.toDouble(), theme);
        text = QStyle::visualRect(option.direction, box, box.adjusted(12 + wide + 10, 0, -12, 0));
    }
    const auto draw = [&](const QRect &where, const QFont &face, Role ink, const QString &words,
                          Qt::Alignment vertical) {
        painter->setFont(face);
        painter->setPen(theme.color(ink));
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>() & ~Qt::AlignVertical_Mask;
        painter->drawText(
            where, static_cast<int>(alignment | vertical),
            painter->fontMetrics().elidedText(words, first ? Qt::ElideRight : Qt::ElideMiddle, where.width()));
    };
    const QString second = index.data(RecentModel::SecondLineRole).toString();
    if (first) {
        draw(text.adjusted(0, 4, 0, -text.height() / 2), typeFont(option.font, Type::Strong), Role::Text,
             index.data().toString(), Qt::AlignBottom);
        draw(text.adjusted(0, text.height() / 2, 0, -4), typeFont(option.font, Type::Small), Role::ThirdText, second,
             Qt::AlignTop);
    } else {
        draw(text, option.font, Role::SecondText, index.data().toString(), Qt::AlignVCenter);
    }
    painter->restore();
}

QWidget *newEmptyRecents(QWidget *parent, const std::function<void()> &createNew)
{
    auto *empty = new QWidget(parent);
    auto *layout = new QVBoxLayout(empty);
    layout->addStretch(1);
    layout->addWidget(
        newLabel(empty, StartEntry::tr("No case was opened on this computer yet."), Type::Strong, Role::Text), 0,
        Qt::AlignHCenter);
    layout->addWidget(newLabel(empty,
                               StartEntry::tr("Make a new assessment, open a file, or look at the sample first."),
                               Type::Body, Role::ThirdText),
                      0, Qt::AlignHCenter);
    layout->addSpacing(grid::inside);
    auto *create = new Button(Button::Kind::Primary, StartEntry::tr("New assessment"), empty);
    QObject::connect(create, &Button::clicked, empty, createNew);
    layout->addWidget(create, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return empty;
}

} // namespace adit
