// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/monthscale.h"
#include "ui/charts/timemarks.h"

#include <QAbstractScrollArea>
#include <optional>
#include <vector>

namespace adit {

/// From one day to another.
struct TimeSpan
{
    QDate from;
    QDate to;
    enum class Kind { Done, UnderWay, ToCome };
    Kind kind = Kind::ToCome;

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// One line of a chart: a phase, a step, a nonconformity.
struct TimeLane
{
    QString id; ///< what toggled() tells
    QString label;
    QString detail = {}; ///< after the label, faded
    bool isHeading = false;
    std::optional<bool> isOpen = {}; ///< of headings that show or hide the lanes below
    std::vector<TimeSpan> spans = {};
    std::vector<TimeMark> marks = {}; ///< by day

    friend bool operator==(const TimeLane &, const TimeLane &) = default;
};

/// Lanes over months: names at the leading side that stay in view, months above, today's line. Left and right walk
/// through the dates of a lane, up and down from lane to lane, Enter opens a date, Space shows or hides what a heading
/// holds. A list of the same dates belongs beside it: that is the form for screen readers, and this tells what stands
/// at the cursor as its description.
class TimeChart final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimeChart(QWidget *parent = nullptr);

    /// Of the names of lanes, at 13 pixel text; never more than a third of the chart.
    void setLabelWidth(int at13) { m_labelAt13 = at13; }
    /// Goes to today when it is filled for the first time.
    void setLanes(std::vector<TimeLane> lanes, const QDate &today);
    /// Marks a date and brings it into view; nothing happens for one that is in no lane. Sends nothing.
    void setCurrent(const QString &id);
    QString current() const;
    /// Where a date or a lane is on the viewport, for tests and for pointing at it.
    QRect markRect(const QString &id) const;
    QRect laneRect(const QString &id) const;
    /// As high as its lanes.
    int wantedHeight() const;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// A person went there.
    void currentChanged(const QString &id);
    void activated(const QString &id);
    void toggled(const QString &lane);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Place
    {
        int lane = 0;
        int mark = -1; ///< -1: the lane itself
    };
    void layOut();
    void goTo(Place place);
    void show(const Place &place);
    void walk(int step);
    void climb(int step);
    std::optional<Place> placeOf(const QString &id) const;
    std::optional<Place> placeAt(const QPoint &position) const;
    const TimeMark *markOf(const Place &place) const;
    qreal viewX(const QDate &day) const;
    QRectF mirrored(const QRectF &rect) const;
    int labelWidth() const;
    int headHeight() const;
    int laneHeight() const;
    int laneTop(int lane) const;
    QRectF markBox(int lane, const TimeMark &mark) const;
    void paintMonths(QPainter *painter) const;
    void paintLane(QPainter *painter, int lane) const;
    void paintSpan(QPainter *painter, int lane, const TimeSpan &span) const;
    void paintLabel(QPainter *painter, int lane) const;
    void speak();

    std::vector<TimeLane> m_lanes;
    QDate m_today;
    MonthScale m_scale;
    Place m_place;
    int m_labelAt13 = 190;
    bool m_isFilled = false;
};

} // namespace adit
