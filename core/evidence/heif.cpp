// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/heif.h"

#include "core/base/rule.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include <libheif/heif.h>

namespace adit {

namespace {

template <auto Free>
struct Release
{
    template <typename T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};
using Context = std::unique_ptr<heif_context, Release<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Release<heif_image_handle_release>>;
using Image = std::unique_ptr<heif_image, Release<heif_image_release>>;

constexpr int longestSide = 20'000;
constexpr qint64 mostPixels = 120'000'000; ///< the largest sensors of phones have 108 million
constexpr std::size_t largestExif = 1024 * 1024;
constexpr std::size_t largestProfile = 4 * 1024 * 1024;

Result<> check(const heif_error &error)
{
    if (error.code == heif_error_Ok)
        return {};
    return Error{ErrorCode::InvalidValue, QStringLiteral("picture"), QString::fromUtf8(error.message)};
}

/// The file and its main picture. The bytes must outlive both.
Result<Handle> open(Context &context, QByteArrayView bytes)
{
    context.reset(heif_context_alloc());
    heif_context_set_maximum_image_size_limit(context.get(), longestSide);
    ADIT_TRY(check(heif_context_read_from_memory_without_copy(context.get(), bytes.data(),
                                                              static_cast<std::size_t>(bytes.size()), nullptr)));
    heif_image_handle *handle = nullptr;
    ADIT_TRY(check(heif_context_get_primary_image_handle(context.get(), &handle)));
    return Handle(handle);
}

/// A smaller picture that the file brings along, if it is large enough: phones put one in, and it is decoded at once.
Handle largeEnough(Handle main, int longestEdge)
{
    std::vector<heif_item_id> ids(
        static_cast<std::size_t>(std::clamp(heif_image_handle_get_number_of_thumbnails(main.get()), 0, 16)));
    heif_image_handle_get_list_of_thumbnail_IDs(main.get(), ids.data(), static_cast<int>(ids.size()));
    for (const heif_item_id id : ids) {
        heif_image_handle *found = nullptr;
        if (heif_image_handle_get_thumbnail(main.get(), id, &found).code != heif_error_Ok)
            continue;
        Handle small(found);
        if (std::max(heif_image_handle_get_width(found), heif_image_handle_get_height(found)) >= longestEdge)
            return small;
    }
    return main;
}

RawPicture pixelsOf(const heif_image *image)
{
    int stride = 0;
    const std::uint8_t *rows = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    RawPicture picture{heif_image_get_width(image, heif_channel_interleaved),
                       heif_image_get_height(image, heif_channel_interleaved),
                       {},
                       {}};
    const qsizetype length = qsizetype(picture.width) * 4;
    picture.rgba.resize(length * picture.height);
    for (int row = 0; rows && row < picture.height; ++row)
        std::memcpy(picture.rgba.data() + row * length, rows + qsizetype(row) * stride,
                    static_cast<std::size_t>(length));
    return picture;
}

QByteArray profileOf(const heif_image_handle *handle)
{
    const std::size_t size = heif_image_handle_get_raw_color_profile_size(handle);
    if (size == 0 || size > largestProfile)
        return {};
    QByteArray profile(static_cast<qsizetype>(size), Qt::Uninitialized);
    return heif_image_handle_get_raw_color_profile(handle, profile.data()).code == heif_error_Ok ? profile
                                                                                                 : QByteArray();
}

} // namespace

QByteArray heifMime(QByteArrayView bytes)
{
    constexpr qsizetype begin = 12; // length, "ftyp", main brand
    if (bytes.size() < begin || bytes.sliced(4, 4) != QByteArrayView("ftyp"))
        return {};
    const QByteArrayView brand = bytes.sliced(8, 4);
    for (const char *known : {"avif", "avis"})
        if (brand == QByteArrayView(known))
            return "image/avif";
    for (const char *known : {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"})
        if (brand == QByteArrayView(known))
            return "image/heic";
    return {};
}

bool isHeif(QByteArrayView bytes)
{
    return !heifMime(bytes).isEmpty();
}

Result<RawPicture> decodeHeif(QByteArrayView bytes, int longestEdge)
{
    Context context;
    ADIT_TRY_ASSIGN(Handle main, open(context, bytes));
    const Handle handle = largeEnough(std::move(main), longestEdge);
    const qint64 width = heif_image_handle_get_width(handle.get());
    const qint64 height = heif_image_handle_get_height(handle.get());
    if (width < 1 || height < 1 || width * height > mostPixels)
        return Error{ErrorCode::InvalidValue, QStringLiteral("picture"),
                     ruleMark(Rule::PixelsAtMost, {QString::number(mostPixels / 1'000'000)})};
    heif_image *decoded = nullptr;
    ADIT_TRY(
        check(heif_decode_image(handle.get(), &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nullptr)));
    Image image(decoded);
    const int wide = heif_image_get_width(decoded, heif_channel_interleaved);
    const int high = heif_image_get_height(decoded, heif_channel_interleaved);
    if (const int longer = std::max(wide, high); longer > longestEdge) {
        heif_image *scaled = nullptr;
        ADIT_TRY(check(heif_image_scale_image(decoded, &scaled, std::max(1, int(qint64(wide) * longestEdge / longer)),
                                              std::max(1, int(qint64(high) * longestEdge / longer)), nullptr)));
        image.reset(scaled);
    }
    RawPicture picture = pixelsOf(image.get());
    picture.profile = profileOf(handle.get());
    return picture;
}

Result<QByteArray> heifExif(QByteArrayView bytes)
{
    Context context;
    ADIT_TRY_ASSIGN(const Handle handle, open(context, bytes));
    heif_item_id id = 0;
    if (heif_image_handle_get_list_of_metadata_block_IDs(handle.get(), "Exif", &id, 1) < 1)
        return QByteArray();
    constexpr std::size_t offsetSize = 4; // says how far behind it the TIFF header begins, big-endian
    const std::size_t size = heif_image_handle_get_metadata_size(handle.get(), id);
    if (size <= offsetSize || size > largestExif)
        return Error{ErrorCode::InvalidValue, QStringLiteral("Exif"),
                     ruleMark(Rule::MegabytesAtMost, {QStringLiteral("1")})};
    QByteArray block(static_cast<qsizetype>(size), Qt::Uninitialized);
    ADIT_TRY(check(heif_image_handle_get_metadata(handle.get(), id, block.data())));
    qint64 offset = 0;
    for (std::size_t i = 0; i < offsetSize; ++i)
        offset = offset << 8 | static_cast<unsigned char>(block[static_cast<qsizetype>(i)]);
    offset += offsetSize;
    return offset < block.size() ? block.mid(offset) : QByteArray();
}

} // namespace adit
