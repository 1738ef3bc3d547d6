// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

namespace adit::guard {

/// Bytes as a text in one encoding, with the byte of each of its UTF-16 code units.
struct ByteReading
{
    QString text;
    bool isWide = false;          ///< UTF-16
    qsizetype first = 0;          ///< byte of the first code unit
    std::vector<qsizetype> bytes; ///< of UTF-8: byte of each code unit, and of the end

    qsizetype byteOf(qsizetype unit) const;
};

/// As UTF-8 (what is none stands for U+FFFD, a byte each), UTF-16 in both byte orders at even and odd offsets, Latin-1.
/// Readings that would be the same or hold nothing are left out.
std::vector<ByteReading> readingsOf(const QByteArray &bytes);

} // namespace adit::guard
