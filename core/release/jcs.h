// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace adit {

/// One way only to write a JSON value (RFC 8785, JCS): members sorted by UTF-16 code units, no blanks, the shortest
/// escapes. What is hashed and signed is written so, and whoever checks it writes it again. Numbers are whole ones here
/// (up to 2^53): everything else that counts is a text.
QByteArray jcs(const QJsonValue &value);

} // namespace adit
