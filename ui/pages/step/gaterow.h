// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace adit {

/// One condition of a step: its mark, what it asks, what is missing, and a link to where that is done.
class GateRow final : public QWidget
{
    Q_OBJECT
public:
    enum class Mark { Missing, Warning, Met, Passed, Blocked };
    struct Words
    {
        QString title;
        QString detail;
        QString link; ///< empty: nowhere to go
        QString tip;

        friend bool operator==(const Words &, const Words &) = default;
    };

    GateRow(Mark mark, const Words &words, QWidget *parent = nullptr);

Q_SIGNALS:
    void followed();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace adit
