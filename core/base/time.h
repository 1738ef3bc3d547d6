// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <functional>
#include <optional>

namespace adit {

/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Always UTC; a person's time zone matters only on screen.
struct Instant
{
    qint64 milliseconds = 0;

    friend auto operator<=>(const Instant &, const Instant &) = default;
};

/// Where "now" comes from. Passed in, so that tests, samples and reports never read the machine's clock by themselves.
using Clock = std::function<Instant()>;
Instant systemNow();

/// "2026-05-04T16:20:00.000Z"
QString toIso(Instant instant);
std::optional<Instant> instantFromIso(const QString &text);

/// Dates are stored and exchanged as YYYY-MM-DD, years 1900 to 2199; anything else is nothing.
std::optional<QDate> dateFromIso(const QString &text);
QString toIso(const QDate &date);

} // namespace adit
