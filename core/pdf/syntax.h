// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

/// How values are spelt in a PDF file. Nothing here depends on the locale, so that the same value is the same bytes.
namespace adit::pdf {

/// The number of an indirect object, from 1.
enum class ObjectId : int {};

/// At most `decimals` digits behind the point, without trailing zeros; never an exponent.
void appendNumber(QByteArray &out, double value, int decimals = 2);
QByteArray number(double value, int decimals = 2);
/// "12 0 R"
QByteArray reference(ObjectId id);
/// "<0A1B…>"
QByteArray hexString(QByteArrayView bytes);
/// Text for people: a literal string where ASCII is enough, else UTF-16 with byte order mark.
QByteArray textString(const QString &text);
/// "(D:20260821120000Z)"
QByteArray dateString(Instant instant);
/// A byte string for a destination's name: its UTF-8 bytes, in hex so that no byte needs an escape.
QByteArray destinationString(const QString &name);

} // namespace adit::pdf
