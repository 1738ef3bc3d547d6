// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conflictmodel.h"

#include "ui/look/glyphs.h"
#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"
#include "ui/words/conflictwords.h"
#include "ui/words/words.h"

#include <QPainter>
#include <algorithm>

namespace adit {

ConflictModel::ConflictModel(const CaseDocument &document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
{
    refresh();
}

void ConflictModel::refresh()
{
    beginResetModel();
    m_conflicts = m_document.conflicts();
    m_rows.clear();
    const CaseView view = m_document.view();
    QString head;
    for (std::size_t i = 0; i < m_conflicts.size(); ++i) {
        const EntityRef &entity = m_conflicts[i].entity;
        const QString words = subjectWords(view, entity);
        const auto code = requirementOf(entity);
        const auto ordinal = code ? view.standard.ordinal(*code) : std::nullopt;
        if (words != head)
            m_rows.push_back({words, ordinal && view.standard.requirement(*ordinal).critical, -1});
        head = words;
        m_rows.push_back({{}, false, static_cast<int>(i)});
    }
    endResetModel();
}

const Conflict *ConflictModel::conflict(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return nullptr;
    const int at = m_rows[static_cast<std::size_t>(index.row())].conflict;
    return at < 0 ? nullptr : &m_conflicts[static_cast<std::size_t>(at)];
}

QModelIndex ConflictModel::indexOf(const QString &id) const
{
    const auto row = std::ranges::find_if(m_rows, [&](const Row &candidate) {
        return candidate.conflict >= 0 && m_conflicts[static_cast<std::size_t>(candidate.conflict)].id() == id;
    });
    return row == m_rows.end() ? QModelIndex() : index(static_cast<int>(row - m_rows.begin()));
}

QModelIndex ConflictModel::next(const QModelIndex &from, int direction) const
{
    int row = from.isValid() ? from.row() + direction : 0;
    for (; row >= 0 && row < rowCount(); row += direction)
        if (m_rows[static_cast<std::size_t>(row)].conflict >= 0)
            return index(row);
    return {};
}

int ConflictModel::place(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[static_cast<std::size_t>(index.row())].conflict + 1 : 0;
}

int ConflictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags ConflictModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return conflict(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

QVariant ConflictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Conflict *at = conflict(index);
    return at ? conflictData(*at, role) : headData(m_rows[static_cast<std::size_t>(index.row())], role);
}

QVariant ConflictModel::headData(const Row &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.head;
    case HeadRole:
        return true;
    case CriticalRole:
        return row.isCritical;
    default:
        return {};
    }
}

QVariant ConflictModel::conflictData(const Conflict &conflict, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return topicWords(conflict);
    case HeadRole:
        return false;
    case DetailRole: {
        // Whose value is not shown: that is what somebody has to look at.
        const ConflictVersion &other = conflict.versions.back();
        return QStringLiteral("%1, %2").arg(other.actor, momentWords(other.time, m_document.today()));
    }
    case IconRole:
        return conflict.kind == Conflict::Kind::Removal ? QStringLiteral("close")
               : isText(conflict)                       ? QStringLiteral("pencil")
                                                        : QStringLiteral("assess");
    case Qt::AccessibleTextRole:
        return subjectWords(m_document.view(), conflict.entity) + QStringLiteral(", ") + topicWords(conflict);
    default:
        return {};
    }
}

QSize ConflictDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isHead = index.data(ConflictModel::HeadRole).toBool();
    return {scaled(option.font, 160), scaled(option.font, isHead ? 36 : 44)};
}

void ConflictDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::current();
    const QFont &font = option.font;
    painter->save();
    painter->setLayoutDirection(option.direction);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
    const auto line = [&](const QString &words, const QFont &face, Role ink, const QRect &place) {
        painter->setFont(face);
        painter->setPen(theme.color(ink));
        painter->drawText(visual(place), Qt::AlignVCenter | Qt::AlignLeading,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, place.width()));
    };
    const QRect box = option.rect;
    const int right = box.right() - scaled(font, 8);
    const QString words = index.data().toString();
    if (index.data(ConflictModel::HeadRole).toBool()) {
        int left = box.left() + scaled(font, 16);
        const int low = box.top() + scaled(font, 8);
        if (index.data(ConflictModel::CriticalRole).toBool()) {
            const int side = scaled(font, 9);
            paintDiamond(painter, visual({left, low + (box.bottom() - low - side) / 2 + 1, side, side}),
                         theme.color(Role::Text));
            left += side + scaled(font, 6);
        }
        line(words, font, Role::Text, {left, low, right - left, box.bottom() - low});
        painter->restore();
        return;
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    paintRow(painter, box,
             {.hovered = option.state.testFlag(QStyle::State_MouseOver),
              .checked = isSelected,
              .focused = option.state.testFlag(QStyle::State_HasFocus)},
             theme);
    const int icon = scaled(font, grid::icon);
    const int left = box.left() + scaled(font, 32);
    const int half = box.height() / 2;
    paintIcon(painter, visual({left, box.top() + (half - icon) / 2 + 3, icon, icon}),
              index.data(ConflictModel::IconRole).toString(), theme.color(Role::SecondText));
    const int text = left + icon + scaled(font, 8);
    line(words, isSelected ? typeFont(font, Type::Strong) : font, Role::Text,
         {text, box.top() + 3, right - text, half - 2});
    line(index.data(ConflictModel::DetailRole).toString(), typeFont(font, Type::Small), Role::ThirdText,
         {text, box.top() + half, right - text, half - 4});
    painter->restore();
}

} // namespace adit
