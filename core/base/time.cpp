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
    if (text.size() != 10)
        return std::nullopt;
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid() || date.year() < 1900 || date.year() > 2199)
        return std::nullopt;
    return date;
}

QString toIso(const QDate &date)
{
    return date.toString(QStringLiteral("yyyy-MM-dd"));
}

} // namespace adit
