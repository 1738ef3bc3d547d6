// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/jpegcodec.h"

#include "core/base/rule.h"

#include <QColorSpace>
#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <jerror.h>
#include <jpeglib.h>

namespace adit {

namespace {

constexpr int profileMarker = JPEG_APP0 + 2;
constexpr long mostMemory = 512L * 1024 * 1024; ///< for a picture that is sent in several scans
/// Pixels of all scans together: real pictures have ten scans; thousands would keep a reader busy for hours.
constexpr qint64 mostWork = 3'000'000'000;

Error cutOff()
{
    return {ErrorCode::InvalidValue, QStringLiteral("photo"), ruleMark(Rule::PhotoCutOff)};
}

/// The library ends its work by a jump, never by a return; what it says is noted here. `common` is first: the library
/// hands out pointers to it.
struct Faults
{
    jpeg_error_mgr common{};
    std::jmp_buf way{};
    bool isDamaged = false;
};

[[noreturn]] void giveUp(j_common_ptr info)
{
    auto *faults = reinterpret_cast<Faults *>(info->err);
    faults->isDamaged = true;
    std::longjmp(faults->way, 1);
}

/// Where the library goes on with made-up pixels, the picture is not the one that was taken.
void note(j_common_ptr info, int level)
{
    switch (level < 0 ? info->err->msg_code : 0) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_MUST_RESYNC:
        reinterpret_cast<Faults *>(info->err)->isDamaged = true;
        break;
    default:
        break;
    }
}

void saySilently(j_common_ptr /*info*/) {}

void refuseEndlessScans(j_common_ptr info)
{
    const auto *picture = reinterpret_cast<j_decompress_ptr>(info);
    if (qint64(picture->image_width) * picture->image_height * picture->input_scan_number > mostWork)
        giveUp(info);
}

void prepare(Faults &faults)
{
    jpeg_std_error(&faults.common);
    faults.common.error_exit = giveUp;
    faults.common.emit_message = note;
    faults.common.output_message = saySilently;
}

/// By the plain rule; Adobe's programs write all four inverted.
void rgbFromCmyk(const unsigned char *from, unsigned char *to, int pixels, bool isInverted)
{
    for (int i = 0; i < pixels; ++i, from += 4, to += 3)
        for (int c = 0; c < 3; ++c) {
            const int ink = isInverted ? from[c] : 255 - from[c];
            const int key = isInverted ? from[3] : 255 - from[3];
            to[c] = static_cast<unsigned char>(ink * key / 255);
        }
}

class Decoder
{
public:
    Decoder()
    {
        prepare(m_faults);
        m_info.err = &m_faults.common;
        m_watch.progress_monitor = refuseEndlessScans;
    }
    ~Decoder()
    {
        jpeg_destroy_decompress(&m_info);
        std::free(m_profile);
    }
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    Result<QImage> read(QByteArrayView bytes, const QSize &atLeast)
    {
        if (!start(bytes))
            return cutOff();
        chooseScale(atLeast);
        if (!begin())
            return cutOff();
        QImage image(static_cast<int>(m_info.output_width), static_cast<int>(m_info.output_height),
                     QImage::Format_RGB888);
        QByteArray inks(m_info.output_components == 4 ? qsizetype(m_info.output_width) * 4 : 0, '\0');
        if (image.isNull() || !readRows(image.bits(), image.bytesPerLine(), inks.data()))
            return cutOff();
        if (m_profile)
            image.setColorSpace(QColorSpace::fromIccProfile(
                QByteArray(reinterpret_cast<const char *>(m_profile), static_cast<qsizetype>(m_profileSize))));
        return image;
    }

private:
    // Between setting a way out and the end of such a function nothing may need to be taken down.
    bool start(QByteArrayView bytes)
    {
        if (setjmp(m_faults.way))
            return false;
        jpeg_create_decompress(&m_info);
        m_info.mem->max_memory_to_use = mostMemory;
        m_info.progress = &m_watch;
        jpeg_mem_src(&m_info, reinterpret_cast<const unsigned char *>(bytes.data()),
                     static_cast<unsigned long>(bytes.size()));
        jpeg_save_markers(&m_info, profileMarker, 0xffff);
        jpeg_read_header(&m_info, TRUE);
        jpeg_read_icc_profile(&m_info, &m_profile, &m_profileSize);
        return true;
    }

    void chooseScale(const QSize &atLeast)
    {
        m_info.scale_denom = 8;
        m_info.scale_num = 8;
        const auto fits = [&](unsigned eighths) {
            return m_info.image_width * eighths / 8 >= static_cast<unsigned>(atLeast.width()) &&
                   m_info.image_height * eighths / 8 >= static_cast<unsigned>(atLeast.height());
        };
        while (m_info.scale_num > 1 && fits(m_info.scale_num - 1))
            --m_info.scale_num;
        const bool isInks = m_info.jpeg_color_space == JCS_CMYK || m_info.jpeg_color_space == JCS_YCCK;
        m_info.out_color_space = isInks ? JCS_CMYK : JCS_RGB;
        m_info.dct_method = JDCT_ISLOW;
    }

    bool begin()
    {
        if (setjmp(m_faults.way))
            return false;
        jpeg_start_decompress(&m_info);
        return true;
    }

    bool readRows(unsigned char *to, qsizetype stride, char *inks)
    {
        if (setjmp(m_faults.way))
            return false;
        while (m_info.output_scanline < m_info.output_height) {
            unsigned char *row = to + m_info.output_scanline * stride;
            unsigned char *read = m_info.output_components == 4 ? reinterpret_cast<unsigned char *>(inks) : row;
            jpeg_read_scanlines(&m_info, &read, 1);
            if (m_info.output_components == 4)
                rgbFromCmyk(read, row, static_cast<int>(m_info.output_width), m_info.saw_Adobe_marker);
        }
        jpeg_finish_decompress(&m_info);
        return !m_faults.isDamaged;
    }

    jpeg_decompress_struct m_info{};
    jpeg_progress_mgr m_watch{};
    Faults m_faults;
    JOCTET *m_profile = nullptr;
    unsigned m_profileSize = 0;
};

class Encoder
{
public:
    Encoder()
    {
        prepare(m_faults);
        m_info.err = &m_faults.common;
    }
    ~Encoder()
    {
        jpeg_destroy_compress(&m_info);
        std::free(m_bytes);
    }
    Encoder(const Encoder &) = delete;
    Encoder &operator=(const Encoder &) = delete;

    QByteArray write(const QImage &image, int quality)
    {
        if (!run(image.constBits(), image.bytesPerLine(), image.width(), image.height(), quality))
            return {};
        return {reinterpret_cast<const char *>(m_bytes), static_cast<qsizetype>(m_size)};
    }

private:
    bool run(const uchar *from, qsizetype stride, int width, int height, int quality)
    {
        if (setjmp(m_faults.way))
            return false;
        jpeg_create_compress(&m_info);
        jpeg_mem_dest(&m_info, &m_bytes, &m_size);
        m_info.image_width = static_cast<JDIMENSION>(width);
        m_info.image_height = static_cast<JDIMENSION>(height);
        m_info.input_components = 3;
        m_info.in_color_space = JCS_RGB;
        jpeg_set_defaults(&m_info);
        jpeg_set_quality(&m_info, quality, TRUE);
        m_info.optimize_coding = TRUE;
        m_info.write_JFIF_header = FALSE;
        m_info.write_Adobe_marker = FALSE;
        m_info.dct_method = JDCT_ISLOW;
        jpeg_start_compress(&m_info, TRUE);
        while (m_info.next_scanline < m_info.image_height) {
            // The library does not write to its input; its interface is older than const.
            auto *row = const_cast<unsigned char *>(from + m_info.next_scanline * stride);
            jpeg_write_scanlines(&m_info, &row, 1);
        }
        jpeg_finish_compress(&m_info);
        return true;
    }

    jpeg_compress_struct m_info{};
    Faults m_faults;
    unsigned char *m_bytes = nullptr;
    unsigned long m_size = 0;
};

} // namespace

Result<QImage> decodeJpeg(QByteArrayView bytes, const QSize &atLeast)
{
    const auto decoder = std::make_unique<Decoder>(); // not on the stack, which a jump leaves undefined
    return decoder->read(bytes, atLeast);
}

QByteArray encodeJpeg(const QImage &image, int quality)
{
    const auto encoder = std::make_unique<Encoder>();
    return encoder->write(image.convertToFormat(QImage::Format_RGB888), quality);
}

} // namespace adit
