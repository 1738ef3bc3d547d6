// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/picture.h"

#include "core/evidence/heif.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QPdfDocument>
#include <QSvgRenderer>
#include <algorithm>

namespace adit {

namespace {

QSize within(const QSize &size, int longestEdge)
{
    const QSize most(longestEdge, longestEdge);
    return std::max(size.width(), size.height()) > longestEdge ? size.scaled(most, Qt::KeepAspectRatio) : size;
}

QImage photo(QByteArray bytes, int longestEdge)
{
    if (isHeif(bytes)) {
        const auto raw = decodeHeif(bytes, longestEdge);
        return raw ? QImage(reinterpret_cast<const uchar *>(raw->rgba.constData()), raw->width, raw->height,
                            4 * raw->width, QImage::Format_RGBA8888)
                         .copy()
                   : QImage();
    }
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    // The format's own way to a small picture, where it has one, reads a photo several times as fast.
    if (reader.size().isValid())
        reader.setScaledSize(within(reader.size(), longestEdge));
    const QImage read = reader.read();
    return read.isNull() ? read
                         : read.scaled(within(read.size(), longestEdge), Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QImage drawing(const QByteArray &bytes, int longestEdge)
{
    QSvgRenderer renderer(bytes);
    const QSize size = renderer.defaultSize();
    if (!renderer.isValid() || size.isEmpty())
        return {};
    QImage image(size.scaled(longestEdge, longestEdge, Qt::KeepAspectRatio), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

QImage firstPage(QByteArray bytes, int longestEdge)
{
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1)
        return {};
    const QSize size = document.pagePointSize(0).scaled(longestEdge, longestEdge, Qt::KeepAspectRatio).toSize();
    const QImage page = document.render(0, size);
    QImage paper(size, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, page);
    return page.isNull() ? page : paper;
}

} // namespace

bool isDrawing(const QString &mime)
{
    return mime.startsWith(QLatin1String("image/svg"));
}

bool isPhoto(const QString &mime)
{
    return mime.startsWith(QLatin1String("image/")) && !isDrawing(mime);
}

QImage pictureOf(const QByteArray &bytes, const QString &mime, int longestEdge)
{
    if (isPhoto(mime))
        return photo(bytes, longestEdge);
    if (isDrawing(mime))
        return drawing(bytes, longestEdge);
    return mime == QLatin1String("application/pdf") ? firstPage(bytes, longestEdge) : QImage();
}

} // namespace adit
