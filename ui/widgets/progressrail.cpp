// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressrail.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace adit {

namespace {

class RailDelegate final : public QStyledItemDelegate
{
public:
    explicit RailDelegate(ProgressRail *rail)
        : QStyledItemDelegate(rail)
        , m_rail(rail)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool head = index.data(RailModel::HeadRole).toBool();
        const int height = head ? (index.row() == 0 ? 32 : 48) : 28;
        return {scaled(option.font, 40), scaled(option.font, head && m_rail->iconsOnly() ? 12 : height)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setLayoutDirection(option.direction);
        if (index.data(RailModel::HeadRole).toBool())
            paintHead(painter, option, index);
        else
            paintEntry(painter, option, index);
        painter->restore();
    }

private:
    void paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        if (m_rail->iconsOnly())
            return;
        QFont face = typeFont(option.font, Type::Small);
        face.setWeight(QFont::DemiBold);
        painter->setFont(face);
        painter->setPen(Theme::current().color(Role::SecondText));
        painter->drawText(option.rect.adjusted(scaled(option.font, 16), 0, -8, -scaled(option.font, 6)),
                          Qt::AlignBottom | Qt::AlignLeading, index.data().toString());
    }

    void paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const Theme theme = Theme::current();
        const QFont &font = option.font;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        paintGround(painter, option, theme);
        const auto visual = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
        const QRect row = option.rect;
        const int icon = scaled(font, grid::icon);
        const int lead = row.left() + (m_rail->iconsOnly() ? (row.width() - icon) / 2 : scaled(font, 16));
        const QRect mark = visual({lead, row.center().y() - icon / 2 + 1, icon, icon});
        const QVariant step = index.data(RailModel::MarkRole);
        if (step.isValid())
            paintStepMark(painter, mark, static_cast<StepMark>(step.toInt()));
        else
            paintIcon(painter, mark, index.data(RailModel::IconRole).toString(),
                      theme.color(selected ? Role::Text : Role::SecondText));
        if (m_rail->iconsOnly())
            return;
        const QString detail = index.data(RailModel::DetailRole).toString();
        painter->setFont(typeFont(font, Type::Small));
        const int detailWidth = painter->fontMetrics().horizontalAdvance(detail);
        painter->setPen(theme.color(Role::ThirdText));
        painter->drawText(
            visual({row.right() - scaled(font, 16) - detailWidth, row.top(), detailWidth + 2, row.height()}),
            Qt::AlignVCenter | Qt::AlignTrailing, detail);
        const bool strong = selected || (step.isValid() && step.toInt() == static_cast<int>(StepMark::Current));
        painter->setFont(strong ? typeFont(font, Type::Strong) : font);
        painter->setPen(theme.color(Role::Text));
        const int left = lead + icon + scaled(font, 8);
        const QRect text(left, row.top(), row.right() - scaled(font, 20) - detailWidth - left, row.height());
        painter->drawText(visual(text), Qt::AlignVCenter | Qt::AlignLeading,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }

    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme) const
    {
        const QRectF box = QRectF(option.rect).adjusted(8, 0, -8, 0);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected)
            paintBox(painter, box, theme.color(Role::Tint), {}, grid::radius);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            paintBox(painter, box, theme.color(Role::Hover), {}, grid::radius);
        if (selected) {
            const qreal x = option.direction == Qt::RightToLeft ? box.right() - 3 : box.left();
            paintBox(painter, QRectF(x, box.top() + 4, 3, box.height() - 8), theme.color(Role::Accent), {}, 1.5);
        }
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintBox(painter, box, {}, theme.color(Role::Accent), grid::radius);
    }

    ProgressRail *m_rail;
};

} // namespace

void RailModel::setRows(std::vector<RailRow> rows)
{
    const bool sameShape = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                      [](const RailRow &a, const RailRow &b) { return a.id == b.id; });
    if (!sameShape)
        beginResetModel();
    m_rows = std::move(rows);
    if (!sameShape)
        endResetModel();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int RailModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const RailRow &r) { return r.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RailRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return row.tip.isEmpty() ? row.text : row.tip;
    case Qt::AccessibleTextRole:
        return row.detail.isEmpty() ? row.text : row.text + QStringLiteral(", ") + row.detail;
    case IdRole:
        return row.id;
    case DetailRole:
        return row.detail;
    case IconRole:
        return row.icon;
    case MarkRole:
        return row.mark ? QVariant(static_cast<int>(*row.mark)) : QVariant();
    case HeadRole:
        return row.isHead();
    default:
        return {};
    }
}

Qt::ItemFlags RailModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[static_cast<std::size_t>(index.row())].isHead())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

ProgressRail::ProgressRail(QWidget *parent)
    : QListView(parent)
{
    setModel(&m_rows);
    setItemDelegate(new RailDelegate(this));
    setAccessibleName(tr("Process and work"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setStyleSheet(QStringLiteral("background: transparent"));
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.data(RailModel::IdRole).toString()); });
}

void ProgressRail::setCurrentId(const QString &id)
{
    const int row = m_rows.rowOf(id);
    setCurrentIndex(row < 0 ? QModelIndex() : m_rows.index(row));
}

QString ProgressRail::currentId() const
{
    return currentIndex().data(RailModel::IdRole).toString();
}

void ProgressRail::setIconsOnly(bool iconsOnly)
{
    if (m_iconsOnly == iconsOnly)
        return;
    m_iconsOnly = iconsOnly;
    setVerticalScrollBarPolicy(iconsOnly ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    scheduleDelayedItemsLayout();
}

void ProgressRail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        Q_EMIT chosen(currentId());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace adit
