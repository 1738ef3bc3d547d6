// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QRectF>
#include <QString>
#include <QWidget>

class QPainter;

namespace adit {

/// One dated thing on a strip.
struct TimeMark
{
    enum class Shape {
        Done,     ///< disc with a tick
        Planned,  ///< diamond
        Due,      ///< tick on the line: nobody planned it, a rule asks for it
        Extended, ///< diamond with a dot: later than the rule, with a reason
        Late      ///< triangle
    };
    QString id; ///< what is told when somebody chooses it
    QDate day;
    Shape shape = Shape::Planned;
    QString spoken; ///< "Draft report sent, 13 Jul 2026, planned"

    friend bool operator==(const TimeMark &, const TimeMark &) = default;
};

/// Draws a mark in the middle of a square. Shapes tell them apart, colours only help.
void paintTimeMark(QPainter *painter, const QRectF &square, TimeMark::Shape shape);
/// The line of today.
void paintToday(QPainter *painter, qreal x, qreal top, qreal bottom);

/// The key below a strip: what the shapes mean.
class TimeLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit TimeLegend(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace adit
