// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QImage>
#include <QSize>

namespace adit {

/// The pixels of a JPEG (ITU-T T.81) as they lie in the file: not turned, in the colours of its own profile. Made
/// smaller while it is read, in eighths, as long as both sides stay at least `atLeast`: a photo of 12 million pixels
/// is read three times as fast. CMYK comes as RGB, by the plain rule. Half a picture is none: a file that is cut off or
/// damaged is an error (InvalidValue), where other readers fill what is missing with grey.
Result<QImage> decodeJpeg(QByteArrayView bytes, const QSize &atLeast);

/// A baseline JPEG of nothing but the pixels: no density, no profile, no comment, whatever the image carries. Same
/// pixels, same bytes. `image` has at least one pixel.
QByteArray encodeJpeg(const QImage &image, int quality);

} // namespace adit
