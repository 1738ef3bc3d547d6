// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/threadmodel.h"

#include "ui/look/glyphs.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/paint.h"
#include "ui/words/choicewords.h"
#include "ui/words/reviewwords.h"

#include <QPainter>
#include <algorithm>

namespace adit {

namespace {

StepMark markOf(Thread::State state)
{
    return state == Thread::State::Settled    ? StepMark::Closed
           : state == Thread::State::Answered ? StepMark::Half
                                              : StepMark::ToCome;
}

} // namespace

ThreadModel::ThreadModel(const CaseDocument &document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
{
    refresh();
}

void ThreadModel::setFilter(const ThreadFilter &filter)
{
    m_filter = filter;
    refresh();
}

ThreadModel::Row ThreadModel::rowOf(const Thread &thread) const
{
    const Record &comment = *thread.comment;
    QStringList detail;
    if (thread.isNote())
        detail.append(choiceWord(infoOf(field::comment::weight), comment[field::comment::weight]));
    detail.append(choiceWord(infoOf(field::comment::round), comment[field::comment::round]));
    detail.append(comment[field::comment::made_by]);
    detail.removeAll(QString());
    return {thread.entity.code,
            aboutWords(m_document.view(), comment),
            detail.join(QStringLiteral(" · ")),
            threadStateWord(thread),
            thread.state(),
            thread.isWaiting()};
}

void ThreadModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    for (const Thread &thread : threadsOf(m_document.assessment(), m_filter))
        m_rows.push_back(rowOf(thread));
    const auto all = threadsOf(m_document.assessment());
    m_total = static_cast<int>(all.size());
    m_waiting = static_cast<int>(std::ranges::count_if(all, &Thread::isWaiting));
    endResetModel();
}

QModelIndex ThreadModel::indexOf(const QString &label) const
{
    const auto row = std::ranges::find(m_rows, label, &Row::label);
    return row == m_rows.end() ? QModelIndex() : index(static_cast<int>(row - m_rows.begin()));
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.about;
    case LabelRole:
        return row.label;
    case DetailRole:
        return row.detail;
    case StateRole:
        return static_cast<int>(row.state);
    case WaitingRole:
        return row.isWaiting;
    case Qt::ToolTipRole:
        return row.about + QLatin1Char('\n') + row.detail;
    case Qt::AccessibleTextRole:
        return QStringList{row.label, row.about, row.detail, row.stateWord}.join(QStringLiteral(", "));
    default:
        return {};
    }
}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {scaled(option.font, 160), scaled(option.font, 48)};
}

void ThreadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::current();
    const QFont &font = option.font;
    const QRect box = option.rect;
    painter->save();
    painter->setLayoutDirection(option.direction);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    paintRow(painter, box,
             {.hovered = option.state.testFlag(QStyle::State_MouseOver),
              .checked = isSelected,
              .focused = option.state.testFlag(QStyle::State_HasFocus)},
             theme);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(option.direction, box, r); };
    const auto line = [&](const QString &words, const QFont &face, Role ink, const QRect &place) {
        painter->setFont(face);
        painter->setPen(theme.color(ink));
        painter->drawText(visual(place), Qt::AlignVCenter | Qt::AlignLeading,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, place.width()));
    };
    const int side = scaled(font, 14);
    const int half = box.height() / 2;
    const int right = box.right() - scaled(font, 8);
    const int mark = box.left() + scaled(font, 16);
    const int left = mark + side + scaled(font, 8);
    painter->setRenderHint(QPainter::Antialiasing);
    paintStepMark(painter, visual({mark, box.top() + (half - side) / 2 + 4, side, side}),
                  markOf(static_cast<Thread::State>(index.data(ThreadModel::StateRole).toInt())));
    const bool isWaiting = index.data(ThreadModel::WaitingRole).toBool();
    const QFont face = isWaiting ? typeFont(font, Type::Strong) : font;
    const QString label = index.data(ThreadModel::LabelRole).toString();
    const int number = QFontMetrics(face).horizontalAdvance(label) + scaled(font, 8);
    line(label, face, isWaiting ? Role::Text : Role::SecondText, {left, box.top() + 4, number, half - 3});
    line(index.data().toString(), face, isWaiting ? Role::Text : Role::SecondText,
         {left + number, box.top() + 4, right - left - number, half - 3});
    line(index.data(ThreadModel::DetailRole).toString(), typeFont(font, Type::Small), Role::ThirdText,
         {left, box.top() + half, right - left, half - 5});
    painter->restore();
}

} // namespace adit
