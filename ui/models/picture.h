// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace adit {

/// Whether files of a type can be shown as a picture that is made once, at a size; drawings (SVG) are drawn anew at
/// each size.
bool isPhoto(const QString &mime);
bool isDrawing(const QString &mime);

/// The picture in the bytes of a file, the right way up, its longer edge at most `longestEdge` pixels: of a photo, a
/// drawing, or the first page of a PDF. Null where they are none. Meant for a thread beside the window: a photo of 12
/// million pixels takes a tenth of a second.
QImage pictureOf(const QByteArray &bytes, const QString &mime, int longestEdge);

} // namespace adit
