// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <QDateTime>
#include <QTimeZone>

namespace adit {

Instant systemNow()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

QString toIso(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.milliseconds, QTimeZone::utc())
        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

std::optional<Instant> instantFromIso(const QString &text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid() || !text.endsWith(QLatin1Char('Z')))
        return std::nullopt;
    return Instant{parsed.toMSecsSinceEpoch()};
}

std::optional<QDate> dateFromIso(const QString &text)
{
    // By hand: a case holds thousands of dates, and QDate reads formats, not dates.
    if (text.size() != 10 || text[4] != QLatin1Char('-') || text[7] != QLatin1Char('-'))
        return std::nullopt;
    int parts[3] = {};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (i == 4 || i == 7)
            continue;
        if (c < u'0' || c > u'9')
            return std::nullopt;
        int &part = parts[i < 4 ? 0 : i < 7 ? 1 : 2];
        part = 10 * part + (c - u'0');
    }
    const QDate date(parts[0], parts[1], parts[2]);
    if (!date.isValid() || date.year() < 1900 || date.year() > 2199)
        return std::nullopt;
    return date;
}

QString toIso(const QDate &date)
{
    return date.toString(QStringLiteral("yyyy-MM-dd"));
}

} // namespace adit
