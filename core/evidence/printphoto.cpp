// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/printphoto.h"

#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/evidence/heif.h"
#include "core/evidence/jpegcodec.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QTransform>
#include <algorithm>
#include <array>

namespace adit {

namespace {

constexpr qint64 mostPixels = 120'000'000;     ///< the largest sensors of phones have 108 million
constexpr qint64 mostPixelsWhole = 30'000'000; ///< of formats that are only read at their full size
constexpr int mostMegabytes = 256;             ///< of such a picture, 8 bytes a pixel
constexpr int longestEdge = 32'000;

Error refused(Rule rule, const QStringList &values = {})
{
    return {ErrorCode::InvalidValue, QStringLiteral("photo"), ruleMark(rule, values)};
}

Result<> checkSize(const QSize &size, qint64 most)
{
    if (size.width() < 1 || size.height() < 1)
        return refused(Rule::PhotoExpected);
    const bool isTooLarge =
        qint64(size.width()) * size.height() > most || size.width() > longestEdge || size.height() > longestEdge;
    return isTooLarge ? refused(Rule::PixelsAtMost, {QString::number(most / 1'000'000)}) : Result<>();
}

/// The size it is printed at, in pixels.
QSize printSize(const QSize &size, const QSize &most)
{
    const bool fits = size.width() <= most.width() && size.height() <= most.height();
    return fits ? size : size.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1});
}

bool isTurned(QImageIOHandler::Transformations transformation)
{
    return transformation.testFlag(QImageIOHandler::TransformationRotate90);
}

QImage upright(QImage image, QImageIOHandler::Transformations transformation)
{
    const bool isMirrored = transformation.testFlag(QImageIOHandler::TransformationMirror);
    const bool isFlipped = transformation.testFlag(QImageIOHandler::TransformationFlip);
    if (isMirrored || isFlipped)
        image = image.mirrored(isMirrored, isFlipped);
    return isTurned(transformation) ? image.transformed(QTransform().rotate(90)) : image;
}

Result<QImage> readHeif(const QByteArray &bytes, const QSize &most)
{
    // Twice as large, so that the last step is always a good filter.
    auto raw = decodeHeif(bytes, 2 * most.width());
    if (!raw)
        return raw.error().detail == ruleMark(Rule::PixelsAtMost, {QStringLiteral("120")})
                   ? Error{raw.error().code, QStringLiteral("photo"), raw.error().detail}
                   : refused(Rule::PhotoCutOff);
    const QImage shared(reinterpret_cast<const uchar *>(raw->rgba.constData()), raw->width, raw->height,
                        4 * qsizetype(raw->width), QImage::Format_RGBA8888);
    QImage image = shared.copy();
    if (!raw->profile.isEmpty())
        image.setColorSpace(QColorSpace::fromIccProfile(raw->profile));
    return image;
}

Result<QImage> readJpeg(const QByteArray &bytes, const QImageReader &reader, const QSize &most)
{
    ADIT_TRY(checkSize(reader.size(), mostPixels));
    const auto transformation = reader.transformation();
    const QSize seen = isTurned(transformation) ? reader.size().transposed() : reader.size();
    const QSize printed = printSize(seen, most);
    ADIT_TRY_ASSIGN(QImage image, decodeJpeg(bytes, isTurned(transformation) ? printed.transposed() : printed));
    return upright(std::move(image), transformation);
}

/// Formats that are read whole.
Result<QImage> readWhole(QImageReader &reader)
{
    ADIT_TRY(checkSize(reader.size(), mostPixelsWhole));
    reader.setAutoTransform(true);
    QImage image = reader.read();
    if (image.isNull())
        return refused(Rule::PhotoCutOff);
    return image;
}

Result<QImage> readPixels(const QByteArray &bytes, const QSize &most)
{
    static const bool limited = [] {
        QImageReader::setAllocationLimit(mostMegabytes);
        return true;
    }();
    Q_UNUSED(limited)
    if (isHeif(bytes))
        return readHeif(bytes, most);
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const QByteArray format = reader.format();
    if (format == "jpeg" || format == "jpg")
        return readJpeg(bytes, reader, most);
    static const std::array<QByteArray, 4> whole{"png", "webp", "tiff", "tif"};
    if (std::find(whole.begin(), whole.end(), format) == whole.end())
        return refused(Rule::PhotoExpected);
    return readWhole(reader);
}

QImage inStandardColours(QImage image)
{
    const QColorSpace standard(QColorSpace::SRgb);
    const QColorSpace own = image.colorSpace();
    if (own.isValid() && own != standard)
        image.convertToColorSpace(standard);
    return image;
}

/// Paper shows through what is transparent.
QImage onWhite(QImage image)
{
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int paper = 255 - qAlpha(row[x]);
            row[x] = qRgb(qRed(row[x]) + paper, qGreen(row[x]) + paper, qBlue(row[x]) + paper);
        }
    }
    return image;
}

} // namespace

Result<PrintPhoto> printPhoto(const QByteArray &bytes)
{
    return printPhoto(bytes, PrintSize());
}

Result<PrintPhoto> printPhoto(const QByteArray &bytes, const PrintSize &most)
{
    const QSize size(most.width, most.height);
    ADIT_TRY_ASSIGN(const QImage read, readPixels(bytes, size));
    ADIT_TRY(checkSize(read.size(), mostPixels));
    const QImage::Format wide =
        read.depth() > 32 ? QImage::Format_RGBA64_Premultiplied : QImage::Format_ARGB32_Premultiplied;
    const QImage small = read.convertToFormat(wide).scaled(printSize(read.size(), size), Qt::IgnoreAspectRatio,
                                                           Qt::SmoothTransformation);
    const QImage image = onWhite(inStandardColours(small).convertToFormat(QImage::Format_ARGB32_Premultiplied));
    PrintPhoto photo{encodeJpeg(image, most.quality), image.width(), image.height(), {}};
    if (photo.jpeg.isEmpty())
        return refused(Rule::PhotoExpected);
    photo.sha256 = toHex(adit::sha256(photo.jpeg));
    return photo;
}

} // namespace adit
