// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <vector>

namespace adit {

/// One all-day entry of a calendar.
struct CalendarEvent
{
    QString uid; ///< the same for the same thing at every export, so that calendars update it
    QDate day;
    QString summary;
    QString description;
};

/// An iCalendar file (RFC 5545): all-day events, lines folded at 75 octets between characters, texts escaped. `written`
/// is the time stamp of all of them.
QByteArray calendarBytes(const std::vector<CalendarEvent> &events, const QString &name, Instant written);

} // namespace adit
