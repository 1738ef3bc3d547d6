// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/chaptermodel.h"

#include "core/edits/locks.h"
#include "core/review/threads.h"
#include "ui/look/theme.h"
#include "ui/words/reviewwords.h"
#include "ui/words/words.h"

#include <algorithm>

namespace adit {

namespace {

/// "R. Salas" of "R. Salas (7K3F-9QZM)".
QString nameOf(const QString &actor)
{
    return actor.section(QStringLiteral(" ("), 0, 0);
}

} // namespace

ChapterModel::ChapterModel(const CaseDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{}

void ChapterModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    const CaseView view = m_document.view();
    const auto waiting = threadsOf(view.assessment, {.onlyWaiting = true});
    const auto locks = locksOf(view.assessment);
    for (const GroupScore &chapter : m_document.scoreCard().chapters) {
        if (chapter.relevant == 0)
            continue;
        const StandardNode &node = view.standard.nodes()[static_cast<std::size_t>(chapter.node)];
        Row row{.code = node.code.toString(),
                .title = shortTitle(node),
                .relevant = chapter.relevant,
                .rated = chapter.rated()};
        row.signOff = signOffOf(view, row.code);
        row.waiting = static_cast<int>(std::ranges::count_if(waiting, [&](const Thread &thread) {
            const auto code = RequirementCode::fromString((*thread.comment)[field::comment::requirement]);
            return code && node.code.contains(*code);
        }));
        row.isLocked = std::ranges::find(locks, row.code, &LockState::scope) != locks.end();
        if (const auto lock = lockOver(view.assessment, row.code)) {
            const QString since = dateWords(dateFromIso(lock->since).value_or(QDate()));
            row.lock = lock->scope == wholeCase ? tr("with the whole case")
                       : lock->reason.isEmpty() ? tr("since %1").arg(since)
                                                : tr("since %1: %2").arg(since, lock->reason);
            row.lockTip = lockWords(view.assessment, *lock);
        }
        m_rows.push_back(std::move(row));
    }
    endResetModel();
}

const ChapterModel::Row *ChapterModel::row(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_rows[static_cast<std::size_t>(index.row())] : nullptr;
}

QModelIndex ChapterModel::indexOf(const QString &code) const
{
    const auto found = std::ranges::find(m_rows, code, &Row::code);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), 0);
}

int ChapterModel::signedOff() const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [](const Row &row) { return row.signOff.state == SignOffState::State::Signed; }));
}

int ChapterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChapterModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChapterModel::text(const Row &row, int column) const
{
    switch (column) {
    case Chapter:
        return row.code + QLatin1Char(' ') + row.title;
    case Rated:
        return tr("%1 of %2").arg(row.rated).arg(row.relevant);
    case State:
        return signOffWord(row.signOff.state);
    case By: {
        const QString day = dateWords(dateFromIso(row.signOff.day).value_or(QDate()));
        return row.signOff.by.isEmpty() ? QString() : tr("%1, %2").arg(nameOf(row.signOff.by), day);
    }
    case Waiting:
        return row.waiting > 0 ? QString::number(row.waiting) : QString();
    case Lock:
        return row.lock;
    default:
        return {};
    }
}

QVariant ChapterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::ToolTipRole && column == By)
        return row.signOff.by;
    if (role == Qt::ToolTipRole && column == Lock)
        return row.lockTip;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(row, column);
    if (role != Qt::ForegroundRole)
        return {};
    const Theme theme = Theme::current();
    if (column == State && row.signOff.state == SignOffState::State::ChangedSince)
        return theme.color(Role::Partially);
    if (column == State && row.signOff.state == SignOffState::State::Signed)
        return theme.color(Role::Fully);
    if (column == Waiting)
        return theme.color(Role::Partially);
    return column == Chapter ? QVariant() : QVariant(theme.color(Role::SecondText));
}

QVariant ChapterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Chapter:
        return tr("Chapter");
    case Rated:
        return tr("Rated");
    case State:
        return tr("Sign-off");
    case By:
        return tr("By");
    case Waiting:
        return tr("Comments waiting");
    default:
        return tr("Locked");
    }
}

} // namespace adit
