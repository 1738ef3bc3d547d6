// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/calibrationmodel.h"

#include "core/edits/recordrules.h"
#include "ui/models/threadmodel.h"
#include "ui/words/calibrationwords.h"
#include "ui/words/words.h"

#include <algorithm>

namespace adit {

CalibrationModel::CalibrationModel(const CaseDocument &document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
{
    refresh();
}

void CalibrationModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    const CaseView view = m_document.view();
    for (const Record *record : recordsInOrder(view.assessment, EntityKind::Calibration)) {
        const QString label = (*record)[field::calibration::label];
        const auto state = calibrationOf(view, label);
        if (!state)
            continue;
        const auto mark = state->isOpen     ? Thread::State::Settled
                          : state->isDone() ? Thread::State::Answered
                                            : Thread::State::Open;
        const QStringList detail{calibrationStateWord(*state),
                                 dateWords((*record)[field::calibration::drawn].value_or(QDate())),
                                 tr("%n requirement(s)", nullptr, static_cast<int>(state->pairs.size()))};
        m_rows.push_back(
            {label, ratersWords(view.assessment, *state), detail.join(QStringLiteral(" · ")), static_cast<int>(mark)});
    }
    std::ranges::reverse(m_rows);
    endResetModel();
}

QString CalibrationModel::label(const QModelIndex &index) const
{
    return index.data(ThreadModel::LabelRole).toString();
}

QModelIndex CalibrationModel::indexOf(const QString &label) const
{
    const auto row = std::ranges::find(m_rows, label, &Row::label);
    return row == m_rows.end() ? QModelIndex() : index(static_cast<int>(row - m_rows.begin()));
}

int CalibrationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CalibrationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.raters;
    case ThreadModel::LabelRole:
        return row.label;
    case ThreadModel::DetailRole:
        return row.detail;
    case ThreadModel::StateRole:
        return row.state;
    case ThreadModel::WaitingRole:
        return row.state != static_cast<int>(Thread::State::Settled);
    case Qt::ToolTipRole:
        return row.raters + QLatin1Char('\n') + row.detail;
    case Qt::AccessibleTextRole:
        return QStringList{row.label, row.raters, row.detail}.join(QStringLiteral(", "));
    default:
        return {};
    }
}

} // namespace adit
