// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace adit {

/// A picture without a format: rows of red, green, blue and alpha, a byte each.
struct RawPicture
{
    int width = 0;
    int height = 0;
    QByteArray rgba;
    QByteArray profile = {}; ///< ICC, of the colours; empty: sRGB
};

/// Pictures in the containers of the HEIF family, which phones make: HEIC (HEVC inside) and AVIF. Told by their first
/// bytes alone; the name of a file may say anything.
bool isHeif(QByteArrayView bytes);
/// "image/heic" or "image/avif"; empty where it is neither.
QByteArray heifMime(QByteArrayView bytes);

/// The picture as it is to be seen (turned, mirrored and cut as the file asks), made smaller so that its longer edge
/// has at most `longestEdge` pixels. What a hostile file can ask for is bounded. Error InvalidValue with the library's
/// words.
Result<RawPicture> decodeHeif(QByteArrayView bytes, int longestEdge);

/// The Exif block that the file carries, from its TIFF header on; empty where there is none.
Result<QByteArray> heifExif(QByteArrayView bytes);

} // namespace adit
