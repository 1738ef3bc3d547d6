// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QDate>
#include <QSet>
#include <QStringList>

namespace adit {

/// Counts days as a standard and a country count them. Days and months are calendar ones; working days leave out the
/// standard's weekend and holidays and the days that the case lists for its country.
class WorkDays
{
public:
    explicit WorkDays(const WorkCalendar &calendar, const QStringList &holidays = {});
    WorkDays(const Standard &standard, const Assessment &assessment);

    bool isWorkingDay(const QDate &day) const;
    /// So much later, or earlier where the amount is negative. A month later than the 31st is the month's last day.
    QDate after(const QDate &day, int amount, DayUnit unit) const;

private:
    QSet<int> m_weekend;
    QSet<QDate> m_days;         ///< without work, of this case
    QSet<int> m_yearlyHolidays; ///< month times 100 and day
};

} // namespace adit
