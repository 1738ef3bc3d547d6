// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <vector>

namespace adit {

/// Days on a line from the first day of a month to the last of another.
class MonthScale
{
public:
    MonthScale() = default;
    /// The months of both days, over `width` pixels. Without a day there is no month and everything stands at 0.
    MonthScale(const QDate &first, const QDate &last, qreal width);

    struct Month
    {
        QDate first;
        qreal x = 0;
        /// "Jun"; in January and where the scale begins with the year, since a strip may cover several.
        QString words;
    };
    const std::vector<Month> &months() const { return m_months; }
    /// Where a day stands; days outside stand beyond the ends.
    qreal x(const QDate &day) const;
    /// The day at a place; the first and the last beyond the ends.
    QDate dayAt(qreal x) const;
    bool covers(const QDate &day) const { return day >= m_first && day <= m_last; }
    qreal width() const { return m_width; }

    /// How many months two days touch.
    static int monthsBetween(const QDate &first, const QDate &last);

private:
    QDate m_first;
    QDate m_last;
    qreal m_width = 0;
    std::vector<Month> m_months;
};

} // namespace adit
