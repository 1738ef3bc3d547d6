// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/monthscale.h"
#include "ui/charts/timemarks.h"

#include <vector>

namespace adit {

/// Due dates on one line by month, above the list of what is due: how it bunches up, and what is late. The list itself
/// is the form for the keyboard and for screen readers; this tells its count.
class DueStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit DueStrip(QWidget *parent = nullptr);

    /// By day. What lies further away than the strip shows is counted at its end.
    void setMarks(std::vector<TimeMark> marks, const QDate &today);
    /// The one that is open in the list; empty: none.
    void setCurrent(const QString &id);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where a mark is drawn.
    QRectF markRect(const QString &id) const;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    MonthScale scale() const;
    qreal place(const MonthScale &scale, const QDate &day) const;
    QRectF rectOf(const MonthScale &scale, const TimeMark &mark) const;
    const TimeMark *markAt(const QPointF &position) const;
    int lineY() const;

    std::vector<TimeMark> m_marks;
    QDate m_today;
    QString m_current;
};

} // namespace adit
