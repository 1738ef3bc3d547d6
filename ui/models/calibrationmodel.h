// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QAbstractListModel>
#include <QStringList>
#include <vector>

namespace adit {

/// The calibrations of a case as a list, the latest first: who rates, when they were drawn, how they stand. It has the
/// roles of ThreadModel, and is drawn by ThreadDelegate.
class CalibrationModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit CalibrationModel(const CaseDocument &document, QObject *parent = nullptr);

    void refresh();
    QString label(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &label) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        QString label;
        QString raters;
        QString detail;
        int state; ///< Thread::State: under way, both done, laid open
    };

    const CaseDocument &m_document;
    std::vector<Row> m_rows;
};

} // namespace adit
