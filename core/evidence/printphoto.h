// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace adit {

/// A photo as it is printed: a baseline JPEG made anew from the pixels alone, so that nothing that a camera or a
/// program wrote beside them (where, when, by whom, a small picture of what was cut away) can leave with a report.
struct PrintPhoto
{
    // What fits at 300 dots an inch into the text column, 123.5 mm wide, and 90 mm of its height.
    static constexpr int mostWidth = 1459;
    static constexpr int mostHeight = 1063;

    QByteArray jpeg;
    int width = 0; ///< pixels
    int height = 0;
    QString sha256; ///< of `jpeg`, hex: what somebody who looked at it is bound to
};

/// Makes it from the bytes of evidence: JPEG, PNG, HEIF (HEIC, AVIF), and WebP and TIFF where Qt reads them here; which
/// it is, the bytes say, never a name. Turned upright, colours as sRGB, white behind what is transparent, made smaller
/// to at most mostWidth by mostHeight, never larger. Same bytes, same photo. Error InvalidValue, subject "photo":
/// PhotoExpected for anything else, PhotoCutOff for half a file, PixelsAtMost for more than 120 million pixels (30
/// million where a format has to be read whole). Takes some 60 ms for 12 million pixels; meant for any thread.
Result<PrintPhoto> printPhoto(const QByteArray &bytes);

/// How large a picture becomes at most, in pixels, and how well it is kept.
struct PrintSize
{
    int width = PrintPhoto::mostWidth;
    int height = PrintPhoto::mostHeight;
    int quality = 87; ///< of the JPEG, 1 to 100
};
/// The same at another size than a photo's.
Result<PrintPhoto> printPhoto(const QByteArray &bytes, const PrintSize &most);

} // namespace adit
