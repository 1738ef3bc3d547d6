// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <algorithm>
#include <optional>

namespace adit {

/// Bytes written as hex in the one way that released files have it: lower case, so many of them, nothing else.
inline std::optional<QByteArray> bytesFromHex(const QString &text, qsizetype size)
{
    const bool isHex = std::ranges::all_of(text, [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
    });
    return isHex && text.size() == 2 * size ? std::optional(QByteArray::fromHex(text.toLatin1())) : std::nullopt;
}

} // namespace adit
