// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/review/signoff.h"

#include <QAbstractTableModel>
#include <vector>

namespace adit {

/// The relevant chapters as a reviewer goes through them: signed off or not, what waits in them, whether they are
/// locked.
class ChapterModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Chapter, Rated, State, By, Waiting, Lock, ColumnCount };

    struct Row
    {
        QString code;
        QString title;
        int relevant = 0;
        int rated = 0;
        SignOffState signOff = {};
        int waiting = 0;
        QString lock = {}; ///< in short; empty where it is open
        QString lockTip = {};
        bool isLocked = false; ///< itself, not only with the whole case
    };

    explicit ChapterModel(const CaseDocument &document, QObject *parent = nullptr);

    void refresh();
    const Row *row(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &code) const;
    int signedOff() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Row &row, int column) const;

    const CaseDocument &m_document;
    std::vector<Row> m_rows;
};

} // namespace adit
