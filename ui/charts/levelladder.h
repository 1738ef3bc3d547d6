// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace adit {

/// The levels of the standard as stations on a line, and between which two the result lies today. A click asks why.
class LevelLadder final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit LevelLadder(QWidget *parent = nullptr);

    /// From "no level" upwards; floor and ceiling are places in the list.
    void setLevels(const QStringList &names, int floor, int ceiling);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPointF station(int index) const;

    QStringList m_names;
    int m_floor = 0;
    int m_ceiling = 0;
};

} // namespace adit
