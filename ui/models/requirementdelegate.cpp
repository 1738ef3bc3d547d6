// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requirementdelegate.h"

#include "core/standard/requirementcode.h"
#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/models/requirementmodel.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace adit {

namespace {

NodeLevel levelOf(const QModelIndex &index)
{
    return static_cast<NodeLevel>(index.data(RequirementModel::LevelRole).toInt());
}

} // namespace

QSize RequirementDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {scaled(option.font, 160), scaled(option.font, 24)};
}

void RequirementDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    if (levelOf(index) == NodeLevel::Requirement)
        paintRequirement(painter, option, index);
    else
        paintGroup(painter, option, index);
    painter->restore();
}

void RequirementDelegate::paintRequirement(QPainter *painter, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    const Theme theme = Theme::current();
    const QFont &font = option.font;
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
    const int side = scaled(font, 14);
    int x = option.rect.left();
    const QVariant glyph = index.data(RequirementModel::GlyphRole);
    if (glyph.isValid()) {
        paintGlyph(painter, visual({x, option.rect.center().y() - side / 2 + 1, side, side}),
                   static_cast<Glyph>(glyph.toInt()));
        x += side + scaled(font, 7);
    }
    const QString code = index.data(RequirementModel::CodeRole).toString();
    painter->setFont(font);
    const int codeWidth = painter->fontMetrics().horizontalAdvance(code);
    painter->setPen(theme.color(Role::SecondText));
    painter->drawText(visual({x, option.rect.top(), codeWidth + 2, option.rect.height()}),
                      Qt::AlignVCenter | Qt::AlignLeading, code);
    x += codeWidth + scaled(font, 6);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool left = glyph.isValid() && static_cast<Glyph>(glyph.toInt()) == Glyph::Dash;
    painter->setFont(selected ? typeFont(font, Type::Strong) : font);
    painter->setPen(theme.color(left ? Role::ThirdText : Role::Text));
    int right = option.rect.right() - scaled(font, 8);
    if (index.data(RequirementModel::ConflictRole).toBool()) {
        right -= side;
        paintIcon(painter, visual({right, option.rect.center().y() - side / 2 + 1, side, side}),
                  QStringLiteral("merge"), theme.color(Role::Partially));
        right -= scaled(font, 4);
    }
    const QRect text(x, option.rect.top(), right - x, option.rect.height());
    painter->drawText(visual(text), Qt::AlignVCenter | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

void RequirementDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const Theme theme = Theme::current();
    const QFont &font = option.font;
    const NodeLevel level = levelOf(index);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
    const int rated = index.data(RequirementModel::RatedRole).toInt();
    const QVariant counted = index.data(RequirementModel::RelevantRole);
    const int relevant = counted.isValid() ? counted.toInt() : 1;
    int right = option.rect.right() - scaled(font, 10);
    if (counted.isValid() && (level != NodeLevel::Criterion || relevant == 0)) {
        const QString count = relevant == 0 ? QStringLiteral("–") : QStringLiteral("%1/%2").arg(rated).arg(relevant);
        painter->setFont(typeFont(font, Type::Small));
        painter->setPen(theme.color(Role::ThirdText));
        painter->drawText(visual({right - scaled(font, 52), option.rect.top(), scaled(font, 52), option.rect.height()}),
                          Qt::AlignVCenter | Qt::AlignTrailing, count);
        right -= relevant == 0 ? scaled(font, 18) : scaled(font, 74);
        if (relevant > 0)
            paintShareBar(painter, visual({right, option.rect.center().y() - 1, scaled(font, 22), 4}),
                          static_cast<qreal>(rated) / relevant, theme);
        right -= scaled(font, 4);
    }
    const QString code = index.data(RequirementModel::CodeRole).toString();
    const bool strong = level == NodeLevel::Principle || option.state.testFlag(QStyle::State_Selected);
    painter->setFont(strong ? typeFont(font, Type::Strong) : font);
    painter->setPen(theme.color(relevant == 0                   ? Role::ThirdText
                                : level == NodeLevel::Criterion ? Role::SecondText
                                                                : Role::Text));
    const int codeWidth = painter->fontMetrics().horizontalAdvance(code);
    const int x = option.rect.left() + scaled(font, 2);
    painter->drawText(visual({x, option.rect.top(), codeWidth + 2, option.rect.height()}),
                      Qt::AlignVCenter | Qt::AlignLeading, code);
    const int textLeft = x + codeWidth + scaled(font, 8);
    const int room = std::max(0, right - textLeft);
    painter->drawText(visual({textLeft, option.rect.top(), room, option.rect.height()}),
                      Qt::AlignVCenter | Qt::AlignLeading,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
}

RequirementTree::RequirementTree(QWidget *parent)
    : QTreeView(parent)
{
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(scaled(font(), 12));
    setRootIsDecorated(true);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new RequirementDelegate(this));
    setAccessibleName(tr("Requirements"));
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (model()->hasChildren(index))
            setExpanded(index, !isExpanded(index));
    });
}

int RequirementTree::lead(const QModelIndex &index) const
{
    int depth = 0;
    for (QModelIndex at = index.parent(); at.isValid(); at = at.parent())
        ++depth;
    return scaled(font(), 8) + depth * indentation();
}

void RequirementTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->setLayoutDirection(layoutDirection());
    const bool selected = selectionModel()->isSelected(index);
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool hovered = viewport()->underMouse() && row.contains(viewport()->mapFromGlobal(QCursor::pos()));
    paintRow(painter, row, {true, hovered, false, selected, selected && hasFocus()}, Theme::current());
    const int mark = lead(index);
    const int wide = scaled(font(), 14);
    drawBranches(painter, QStyle::visualRect(layoutDirection(), row, QRect(mark, row.top(), wide, row.height())),
                 index);
    QStyleOptionViewItem plain = option;
    plain.rect = QStyle::visualRect(layoutDirection(), row, row.adjusted(mark + scaled(font(), 20), 0, 0, 0));
    plain.state.setFlag(QStyle::State_Selected, selected);
    plain.font = font();
    itemDelegate()->paint(painter, plain, index);
}

void RequirementTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const Theme theme = Theme::current();
    const auto centered = [&](int side) {
        return QRectF(rect.center().x() - side / 2.0 + 0.5, rect.center().y() - side / 2.0 + 0.5, side, side);
    };
    if (levelOf(index) != NodeLevel::Requirement)
        paintIcon(painter, centered(scaled(font(), 14)),
                  isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                  theme.color(Role::SecondText));
    else if (index.data(RequirementModel::CriticalRole).toBool())
        paintDiamond(painter, centered(scaled(font(), 9)), theme.color(Role::Text));
}

void RequirementTree::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && model()->hasChildren(index) && event->button() == Qt::LeftButton) {
        const int x = layoutDirection() == Qt::RightToLeft ? viewport()->width() - qRound(event->position().x())
                                                           : qRound(event->position().x());
        if (x >= lead(index) - 4 && x < lead(index) + scaled(font(), 18)) {
            setExpanded(index, !isExpanded(index));
            return;
        }
    }
    QTreeView::mousePressEvent(event);
}

void RequirementTree::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier) || event->modifiers() == Qt::ShiftModifier;
    if (plain && event->key() == Qt::Key_Backspace) {
        Q_EMIT cleared();
        return;
    }
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT entered();
        return;
    }
    const QString text = event->text();
    if (plain && text.size() == 1 && text.at(0).isLetterOrNumber()) {
        Q_EMIT keyTyped(text.toUpper());
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace adit
