// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace adit {

/// What a standard is and is not: its notice, how much it holds, how certain that is, how it rates and which levels
/// it knows.
class AboutStandardView final : public QWidget
{
    Q_OBJECT
public:
    explicit AboutStandardView(const Standard &standard, QWidget *parent = nullptr);

private:
    QGridLayout *addTable(const QString &title);
    void addCounts(const Standard &standard);
    void addCertainty(const Standard &standard);
    void addScale(const Standard &standard);
    void addLevels(const Standard &standard);
    void addRow(QGridLayout *table, const QString &label, const QString &value);

    QVBoxLayout *m_layout;
};

} // namespace adit
