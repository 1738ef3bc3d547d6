// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/photos.h"

#include <QtEndian>
#include <cmath>
#include <cstring>
#include <memory>

#include <exiv2/exif.hpp>
#include <libheif/heif.h>

namespace adit::test {

namespace {

std::string degrees(double value)
{
    constexpr int parts = 10'000'000; // a hundredth of a millimetre
    return std::to_string(std::llround(std::abs(value) * parts)) + '/' + std::to_string(parts) + " 0/1 0/1";
}

template <typename T>
QByteArray bigEndian(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

heif_error append(heif_context *, const void *data, std::size_t size, void *to)
{
    static_cast<QByteArray *>(to)->append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

} // namespace

QByteArray exifBlock(const CameraData &data)
{
    Exiv2::ExifData exif;
    if (!data.takenAt.isEmpty())
        exif["Exif.Photo.DateTimeOriginal"] = data.takenAt.toStdString();
    if (data.latitude != 0 || data.longitude != 0) {
        exif["Exif.GPSInfo.GPSLatitudeRef"] = data.latitude < 0 ? "S" : "N";
        exif["Exif.GPSInfo.GPSLatitude"] = degrees(data.latitude);
        exif["Exif.GPSInfo.GPSLongitudeRef"] = data.longitude < 0 ? "W" : "E";
        exif["Exif.GPSInfo.GPSLongitude"] = degrees(data.longitude);
    }
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, exif);
    return {reinterpret_cast<const char *>(blob.data()), static_cast<qsizetype>(blob.size())};
}

QByteArray jpegWith(const QByteArray &exif)
{
    const QByteArray body = QByteArray("Exif\0\0", 6) + exif;
    return QByteArray("\xff\xd8\xff\xe1", 4) + bigEndian<quint16>(static_cast<quint16>(body.size() + 2)) + body +
           QByteArray("\xff\xda\x00\x02\xff\xd9", 6);
}

QByteArray pngWith(const QByteArray &exif)
{
    const auto chunk = [](const QByteArray &kind, const QByteArray &body) {
        return bigEndian<quint32>(static_cast<quint32>(body.size())) + kind + body + QByteArray(4, '\0');
    };
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", QByteArray(13, '\0')) + chunk("eXIf", exif) +
           chunk("IEND", {});
}

QByteArray webpWith(const QByteArray &exif)
{
    QByteArray length(4, '\0');
    qToLittleEndian(static_cast<quint32>(exif.size()), length.data());
    return QByteArray("RIFF\0\0\0\0WEBPVP8 \x01\0\0\0x\0", 22) + "EXIF" + length + exif;
}

QByteArray heifPicture(bool asAvif, int width, int height, const QByteArray &exif)
{
    const std::unique_ptr<heif_context, void (*)(heif_context *)> context(heif_context_alloc(), heif_context_free);
    heif_encoder *encoder = nullptr;
    if (heif_context_get_encoder_for_format(context.get(), asAvif ? heif_compression_AV1 : heif_compression_HEVC,
                                            &encoder)
            .code != heif_error_Ok)
        return {};
    const std::unique_ptr<heif_encoder, void (*)(heif_encoder *)> ownEncoder(encoder, heif_encoder_release);
    heif_image *image = nullptr;
    heif_image_create(width, height, heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image);
    const std::unique_ptr<heif_image, void (*)(const heif_image *)> ownImage(image, heif_image_release);
    heif_image_add_plane(image, heif_channel_interleaved, width, height, 8);
    int stride = 0;
    std::uint8_t *rows = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool isCorner = x < width / 4 && y < height / 4;
            const std::uint8_t colour[] = {static_cast<std::uint8_t>(isCorner ? 220 : 20), 90,
                                           static_cast<std::uint8_t>(isCorner ? 20 : 220)};
            std::memcpy(rows + y * stride + 3 * x, colour, sizeof colour);
        }
    heif_image_handle *handle = nullptr;
    if (heif_context_encode_image(context.get(), image, encoder, nullptr, &handle).code != heif_error_Ok)
        return {};
    if (!exif.isEmpty())
        heif_context_add_exif_metadata(context.get(), handle, exif.constData(), static_cast<int>(exif.size()));
    heif_image_handle_release(handle);
    QByteArray bytes;
    heif_writer writer{1, append};
    return heif_context_write(context.get(), &writer, &bytes).code == heif_error_Ok ? bytes : QByteArray();
}

} // namespace adit::test
