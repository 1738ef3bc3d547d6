// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/image.h"

namespace adit::pdf {

namespace {

/// Second bytes of the markers of T.81, table B.1.
namespace marker {
constexpr int baselineFrame = 0xc0;
constexpr int huffmanTables = 0xc4;
constexpr int start = 0xd8;
constexpr int end = 0xd9;
constexpr int scan = 0xda;
constexpr int quantizationTables = 0xdb;
constexpr int restartInterval = 0xdd;
} // namespace marker

struct Frame
{
    int width = 0;
    int height = 0;
    int components = 0;
};

Error refused(const QString &detail)
{
    return {ErrorCode::InvalidValue, QStringLiteral("jpeg"), detail};
}

/// Goes through the segments of a file in the one order in which this project writes them.
class Segments
{
public:
    explicit Segments(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    Result<Frame> read()
    {
        if (word(0) != (0xff00 | marker::start))
            return refused(QStringLiteral("not a JPEG"));
        for (m_at = 2; !m_scanned;)
            ADIT_TRY(segment());
        ADIT_TRY(scanData());
        return m_frame;
    }

private:
    int byte(qsizetype at) const { return at < m_bytes.size() ? static_cast<unsigned char>(m_bytes[at]) : -1; }
    /// -1 past the end.
    int word(qsizetype at) const { return byte(at + 1) < 0 ? -1 : byte(at) << 8 | byte(at + 1); }

    Result<> segment()
    {
        const int kind = byte(m_at + 1);
        const int length = word(m_at + 2);
        if (length < 2 || m_at + 2 + length > m_bytes.size())
            return refused(QStringLiteral("cut off"));
        if (byte(m_at) != 0xff)
            return refused(QStringLiteral("no marker at %1").arg(m_at));
        ADIT_TRY(allowed(kind, length));
        m_at += 2 + length;
        return {};
    }

    Result<> allowed(int kind, int length)
    {
        switch (kind) {
        case marker::quantizationTables:
        case marker::huffmanTables:
        case marker::restartInterval:
            return {};
        case marker::baselineFrame:
            return frame(length);
        case marker::scan:
            return scan(length);
        default:
            return refused(QStringLiteral("segment %1").arg(kind, 2, 16, QLatin1Char('0')));
        }
    }

    Result<> frame(int length)
    {
        const Frame frame{.width = word(m_at + 7), .height = word(m_at + 5), .components = byte(m_at + 9)};
        const bool known = frame.components == 1 || frame.components == 3;
        if (m_frame.components != 0 || byte(m_at + 4) != 8 || !known || length != 8 + 3 * frame.components)
            return refused(QStringLiteral("frame"));
        if (frame.width < 1 || frame.height < 1 || frame.width > Image::largestEdge ||
            frame.height > Image::largestEdge)
            return refused(QStringLiteral("%1 x %2 pixels").arg(frame.width).arg(frame.height));
        m_frame = frame;
        return {};
    }

    /// One scan with all components: two could hide a second picture.
    Result<> scan(int length)
    {
        const int components = m_frame.components;
        if (components == 0 || byte(m_at + 4) != components || length != 6 + 2 * components)
            return refused(QStringLiteral("scan"));
        m_scanned = true;
        return {};
    }

    /// From the first coded byte to the end of the image, which is the end of the file.
    Result<> scanData() const
    {
        qsizetype at = m_at;
        for (at = m_bytes.indexOf('\xff', at); at >= 0; at = m_bytes.indexOf('\xff', at + 2)) {
            const int next = byte(at + 1);
            if (next == marker::end)
                return at + 2 == m_bytes.size() ? Result<>() : refused(QStringLiteral("bytes after the end"));
            const bool isData = next == 0 || (next >= 0xd0 && next <= 0xd7);
            if (!isData)
                return refused(next < 0 ? QStringLiteral("cut off")
                                        : QStringLiteral("segment %1").arg(next, 2, 16, QLatin1Char('0')));
        }
        return refused(QStringLiteral("cut off"));
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    Frame m_frame;
    bool m_scanned = false;
};

} // namespace

Result<Image> Image::jpeg(const QByteArray &bytes)
{
    ADIT_TRY_ASSIGN(const Frame frame, Segments(bytes).read());
    Image image;
    image.m_bytes = bytes;
    image.m_width = frame.width;
    image.m_height = frame.height;
    image.m_components = frame.components;
    image.m_hash = sha256(bytes);
    return image;
}

Result<Image> Image::jpeg(const QByteArray &bytes, int width, int height, int components)
{
    ADIT_TRY_ASSIGN(Image image, jpeg(bytes));
    if (image.m_width != width || image.m_height != height || image.m_components != components)
        return refused(QStringLiteral("%1 x %2 pixels, %3 components")
                           .arg(image.m_width)
                           .arg(image.m_height)
                           .arg(image.m_components));
    return image;
}

} // namespace adit::pdf
