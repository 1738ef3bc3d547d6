// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/monthscale.h"

#include <QLocale>
#include <algorithm>

namespace adit {

MonthScale::MonthScale(const QDate &first, const QDate &last, qreal width)
    : m_width(width)
{
    if (!first.isValid() || !last.isValid())
        return;
    m_first = QDate(first.year(), first.month(), 1);
    m_last = QDate(last.year(), last.month(), last.daysInMonth());
    const QLocale english(QLocale::English);
    for (QDate month = m_first; month <= m_last; month = month.addMonths(1)) {
        const bool withYear = month == m_first || month.month() == 1;
        m_months.push_back(
            {month, x(month), english.toString(month, withYear ? QStringLiteral("MMM yyyy") : QStringLiteral("MMM"))});
    }
}

qreal MonthScale::x(const QDate &day) const
{
    if (!m_first.isValid())
        return 0;
    const qreal days = qreal(m_first.daysTo(m_last) + 1);
    return qreal(m_first.daysTo(day)) / days * m_width;
}

QDate MonthScale::dayAt(qreal x) const
{
    if (m_months.empty())
        return {};
    const qreal days = qreal(m_first.daysTo(m_last) + 1);
    return m_first.addDays(std::clamp<qint64>(qint64(x / std::max<qreal>(1, m_width) * days), 0, qint64(days) - 1));
}

int MonthScale::monthsBetween(const QDate &first, const QDate &last)
{
    return (last.year() - first.year()) * 12 + last.month() - first.month() + 1;
}

} // namespace adit
