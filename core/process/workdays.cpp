// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/workdays.h"

#include <cstdlib>

namespace adit {

WorkDays::WorkDays(const WorkCalendar &calendar, const QStringList &holidays)
    : m_weekend(calendar.weekend.begin(), calendar.weekend.end())
{
    for (const QString &day : holidays)
        if (const auto date = dateFromIso(day))
            m_days.insert(*date);
    for (const QString &day : calendar.holidays)
        m_yearlyHolidays.insert(day.left(2).toInt() * 100 + day.mid(3).toInt());
}

WorkDays::WorkDays(const Standard &standard, const Assessment &assessment)
    : WorkDays(standard.process().calendar,
               assessment.details()[field::details::holidays].split(QLatin1Char('\n'), Qt::SkipEmptyParts))
{}

bool WorkDays::isWorkingDay(const QDate &day) const
{
    return !m_weekend.contains(day.dayOfWeek()) && !m_days.contains(day) &&
           !m_yearlyHolidays.contains(day.month() * 100 + day.day());
}

QDate WorkDays::after(const QDate &day, int amount, DayUnit unit) const
{
    switch (unit) {
    case DayUnit::Days:
        return day.addDays(amount);
    case DayUnit::Months:
        return day.addMonths(amount);
    case DayUnit::Years:
        return day.addYears(amount);
    case DayUnit::WorkingDays:
        break;
    }
    const int direction = amount < 0 ? -1 : 1;
    QDate reached = day;
    // A calendar whose every day is a holiday must not keep us here: ten years without work are no calendar.
    int idle = 0;
    for (int left = std::abs(amount); left > 0 && idle < 3660;) {
        reached = reached.addDays(direction);
        idle = isWorkingDay(reached) ? 0 : idle + 1;
        left -= idle == 0 ? 1 : 0;
    }
    return reached;
}

} // namespace adit
