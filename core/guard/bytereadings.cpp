// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/bytereadings.h"

#include <algorithm>

namespace adit::guard {

namespace {

using Byte = unsigned char;

struct Decoded
{
    char32_t character;
    qsizetype size;
};

Decoded decoded(const QByteArray &bytes, qsizetype at)
{
    const auto first = static_cast<Byte>(bytes[at]);
    const qsizetype size = first < 0x80         ? 1
                           : (first >> 5) == 6  ? 2
                           : (first >> 4) == 14 ? 3
                           : (first >> 3) == 30 ? 4
                                                : 0;
    if (size == 1)
        return {first, 1};
    if (size == 0 || at + size > bytes.size())
        return {QChar::ReplacementCharacter, 1};
    char32_t character = first & (0x7F >> size);
    for (qsizetype i = 1; i < size; ++i) {
        const auto next = static_cast<Byte>(bytes[at + i]);
        if ((next >> 6) != 2)
            return {QChar::ReplacementCharacter, 1};
        character = (character << 6) | (next & 0x3F);
    }
    if (character > QChar::LastValidCodePoint || QChar::isSurrogate(character))
        return {QChar::ReplacementCharacter, 1};
    return {character, size};
}

ByteReading asUtf8(const QByteArray &bytes)
{
    ByteReading reading;
    reading.text.reserve(bytes.size());
    reading.bytes.reserve(static_cast<std::size_t>(bytes.size()) + 1);
    for (qsizetype at = 0; at < bytes.size();) {
        const Decoded next = decoded(bytes, at);
        if (QChar::requiresSurrogates(next.character)) {
            reading.text += QChar(QChar::highSurrogate(next.character));
            reading.text += QChar(QChar::lowSurrogate(next.character));
            reading.bytes.push_back(at);
        } else {
            reading.text += QChar(static_cast<char16_t>(next.character));
        }
        reading.bytes.push_back(at);
        at += next.size;
    }
    reading.bytes.push_back(bytes.size());
    return reading;
}

ByteReading asUtf16(const QByteArray &bytes, qsizetype first, bool isBigEndian)
{
    ByteReading reading{{}, true, first, {}};
    reading.text.reserve(bytes.size() / 2);
    for (qsizetype at = first; at + 1 < bytes.size(); at += 2) {
        const auto high = static_cast<Byte>(bytes[at + (isBigEndian ? 0 : 1)]);
        const auto low = static_cast<Byte>(bytes[at + (isBigEndian ? 1 : 0)]);
        reading.text += QChar(static_cast<char16_t>(high << 8 | low));
    }
    return reading;
}

} // namespace

qsizetype ByteReading::byteOf(qsizetype unit) const
{
    if (isWide)
        return first + unit * 2;
    return bytes.empty() ? unit : bytes[static_cast<std::size_t>(unit)];
}

std::vector<ByteReading> readingsOf(const QByteArray &bytes)
{
    std::vector<ByteReading> readings{asUtf8(bytes)};
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0 && static_cast<Byte>(c) < 0x80; }))
        return readings;
    for (const qsizetype first : {0, 1})
        for (const bool isBigEndian : {true, false})
            readings.push_back(asUtf16(bytes, first, isBigEndian));
    readings.push_back({QString::fromLatin1(bytes), false, 0, {}});
    return readings;
}

} // namespace adit::guard
