// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/photofacts.h"

#include "core/evidence/heif.h"

#include <QDateTime>
#include <cmath>
#include <optional>

#include <exiv2/error.hpp>
#include <exiv2/exif.hpp>

namespace adit {

namespace {

constexpr qsizetype largestBlock = 1024 * 1024;

struct Block
{
    QByteArray exif; ///< from its TIFF header on
    bool isBroken = false;
};

qint64 numberAt(QByteArrayView bytes, qsizetype at, int length, bool isBigEndian)
{
    qint64 number = 0;
    for (int i = 0; i < length; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[isBigEndian ? at + i : at + length - 1 - i]);
    return number;
}

/// Cut short, or longer than anything that a camera writes.
Block blockAt(QByteArrayView bytes, qsizetype at, qint64 length)
{
    if (length < 0 || length > largestBlock || at + length > bytes.size())
        return {{}, true};
    return {bytes.sliced(at, length).toByteArray(), false};
}

/// Segments of a JPEG up to where the picture itself begins.
Block fromJpeg(QByteArrayView bytes)
{
    static constexpr QByteArrayView mark("Exif\0\0", 6);
    qsizetype at = 2;
    while (at + 4 <= bytes.size() && static_cast<unsigned char>(bytes[at]) == 0xff) {
        const int kind = static_cast<unsigned char>(bytes[at + 1]);
        constexpr int app1 = 0xe1;
        constexpr int startOfScan = 0xda;
        if (kind == startOfScan)
            return {};
        const qint64 length = numberAt(bytes, at + 2, 2, true);
        if (kind == app1 && bytes.sliced(at + 4).startsWith(mark))
            return blockAt(bytes, at + 4 + mark.size(), length - 2 - mark.size());
        at += 2 + std::max<qint64>(length, 2);
    }
    return {};
}

/// Chunks of a PNG.
Block fromPng(QByteArrayView bytes)
{
    for (qsizetype at = 8; at + 12 <= bytes.size();) {
        const qint64 length = numberAt(bytes, at, 4, true);
        if (bytes.sliced(at + 4, 4) == QByteArrayView("eXIf"))
            return blockAt(bytes, at + 8, length);
        at += 12 + length;
    }
    return {};
}

/// Chunks of a RIFF file, each begun at an even place.
Block fromWebp(QByteArrayView bytes)
{
    static constexpr QByteArrayView mark("Exif\0\0", 6);
    for (qsizetype at = 12; at + 8 <= bytes.size();) {
        const qint64 length = numberAt(bytes, at + 4, 4, false);
        if (bytes.sliced(at, 4) == QByteArrayView("EXIF")) {
            Block block = blockAt(bytes, at + 8, length);
            if (block.exif.startsWith(mark)) // some programs copy it from a JPEG with its mark
                block.exif.remove(0, mark.size());
            return block;
        }
        at += 8 + length + length % 2;
    }
    return {};
}

Block blockIn(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return fromJpeg(bytes);
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return fromPng(bytes);
    if (bytes.startsWith("RIFF") && bytes.size() >= 12 && bytes.sliced(8, 4) == QByteArrayView("WEBP"))
        return fromWebp(bytes);
    if (isHeif(bytes)) {
        const auto exif = heifExif(bytes);
        return exif ? Block{*exif, false} : Block{{}, true};
    }
    return {};
}

const Exiv2::Exifdatum *find(const Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() || found->count() == 0 ? nullptr : &*found;
}

/// Exif writes "2026:05:05 14:03:22"; zeros or blanks where the camera did not know.
std::optional<QString> takenAt(const Exiv2::ExifData &data, bool &isBroken)
{
    for (const char *key : {"Exif.Photo.DateTimeOriginal", "Exif.Photo.DateTimeDigitized"}) {
        const Exiv2::Exifdatum *datum = find(data, key);
        if (!datum || datum->size() > 64)
            continue;
        const QString text = QString::fromLatin1(datum->toString().c_str()).trimmed();
        QString digits = text;
        digits.remove(QLatin1Char(':')).remove(QLatin1Char(' ')).remove(QLatin1Char('0'));
        if (digits.isEmpty())
            continue;
        const QDateTime moment = QDateTime::fromString(text, QStringLiteral("yyyy:MM:dd HH:mm:ss"));
        if (moment.isValid())
            return moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
        isBroken = true;
    }
    return std::nullopt;
}

/// Degrees, minutes and seconds as fractions; nothing where one of them is none.
std::optional<double> degrees(const Exiv2::ExifData &data, const char *key)
{
    const Exiv2::Exifdatum *datum = find(data, key);
    if (!datum || datum->typeId() != Exiv2::unsignedRational)
        return std::nullopt;
    double sum = 0;
    double unit = 1;
    for (long i = 0; i < std::min<long>(datum->count(), 3); ++i) {
        const Exiv2::Rational part = datum->toRational(i);
        const auto above = static_cast<quint32>(part.first);
        const auto below = static_cast<quint32>(part.second);
        if (below == 0)
            return std::nullopt;
        sum += double(above) / double(below) / unit;
        unit *= 60;
    }
    return sum;
}

/// +1 or -1 by the letter of the half of the world; 0 where it says neither.
int half(const Exiv2::ExifData &data, const char *key, char positive, char negative)
{
    const Exiv2::Exifdatum *datum = find(data, key);
    const std::string letter = datum && datum->size() <= 8 ? datum->toString() : std::string();
    return letter.empty() ? 0 : letter[0] == positive ? 1 : letter[0] == negative ? -1 : 0;
}

std::optional<QString> takenWhere(const Exiv2::ExifData &data, bool &isBroken)
{
    const auto latitude = degrees(data, "Exif.GPSInfo.GPSLatitude");
    const auto longitude = degrees(data, "Exif.GPSInfo.GPSLongitude");
    if (!latitude || !longitude)
        return std::nullopt;
    const int north = half(data, "Exif.GPSInfo.GPSLatitudeRef", 'N', 'S');
    const int east = half(data, "Exif.GPSInfo.GPSLongitudeRef", 'E', 'W');
    if (*latitude == 0 && *longitude == 0)
        return std::nullopt; // what cameras write while they look for satellites
    if (north == 0 || east == 0 || *latitude > 90 || *longitude > 180) {
        isBroken = true;
        return std::nullopt;
    }
    return QStringLiteral("%1, %2").arg(north * *latitude, 0, 'f', 5).arg(east * *longitude, 0, 'f', 5);
}

} // namespace

PhotoFacts photoFacts(QByteArrayView bytes)
{
    const Block block = blockIn(bytes);
    PhotoFacts facts;
    facts.isBroken = block.isBroken;
    if (block.exif.isEmpty())
        return facts;
    // It writes what it finds wrong to the standard error stream.
    static const bool isQuiet = (Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute), true);
    Q_UNUSED(isQuiet)
    try {
        Exiv2::ExifData data;
        Exiv2::ExifParser::decode(data, reinterpret_cast<const Exiv2::byte *>(block.exif.constData()),
                                  static_cast<std::uint32_t>(block.exif.size()));
        facts.isBroken = data.empty();
        facts.takenAt = takenAt(data, facts.isBroken).value_or(QString());
        facts.takenWhere = takenWhere(data, facts.isBroken).value_or(QString());
    } catch (const std::exception &) { // the library's way to say that it cannot go on
        facts.isBroken = true;
    }
    return facts;
}

} // namespace adit
