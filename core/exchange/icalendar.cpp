// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/icalendar.h"

#include <QDateTime>
#include <QTimeZone>

namespace adit {

namespace {

QString escaped(QString text)
{
    return text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char(';'), QLatin1String("\\;"))
        .replace(QLatin1Char(','), QLatin1String("\\,"))
        .replace(QLatin1Char('\n'), QLatin1String("\\n"));
}

/// No line is longer than 75 octets without its end; a character is never cut.
QByteArray folded(const QString &line)
{
    constexpr qsizetype longest = 75;
    QByteArray folded;
    QByteArray part;
    for (qsizetype i = 0; i < line.size();) {
        const qsizetype length = line[i].isHighSurrogate() && i + 1 < line.size() ? 2 : 1;
        const QByteArray character = line.mid(i, length).toUtf8();
        if (part.size() + character.size() > longest) {
            folded += part + "\r\n";
            part = " ";
        }
        part += character;
        i += length;
    }
    return folded + part + "\r\n";
}

} // namespace

QByteArray calendarBytes(const std::vector<CalendarEvent> &events, const QString &name, Instant written)
{
    const QString stamp = QDateTime::fromMSecsSinceEpoch(written.milliseconds, QTimeZone::utc())
                              .toString(QStringLiteral("yyyyMMdd'T'hhmmss'Z'"));
    QByteArray bytes = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Adit//Adit//EN\r\nCALSCALE:GREGORIAN\r\n";
    bytes += folded(QStringLiteral("X-WR-CALNAME:") + escaped(name));
    for (const CalendarEvent &event : events) {
        const auto date = [](const QDate &day) { return day.toString(QStringLiteral("yyyyMMdd")); };
        bytes += "BEGIN:VEVENT\r\n";
        bytes += folded(QStringLiteral("UID:") + escaped(event.uid));
        bytes += folded(QStringLiteral("DTSTAMP:") + stamp);
        bytes += folded(QStringLiteral("DTSTART;VALUE=DATE:") + date(event.day));
        bytes += folded(QStringLiteral("DTEND;VALUE=DATE:") + date(event.day.addDays(1)));
        bytes += folded(QStringLiteral("SUMMARY:") + escaped(event.summary));
        if (!event.description.isEmpty())
            bytes += folded(QStringLiteral("DESCRIPTION:") + escaped(event.description));
        bytes += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
    }
    return bytes + "END:VCALENDAR\r\n";
}

} // namespace adit
