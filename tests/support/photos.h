// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace adit::test {

/// What a camera is to have written.
struct CameraData
{
    QByteArray takenAt = {}; ///< "2026:05:05 14:03:22"
    double latitude = 0;     ///< both 0: no place
    double longitude = 0;
};

/// An Exif block, from its TIFF header on.
QByteArray exifBlock(const CameraData &data);
/// The smallest files of each format that carry it; the pictures in them are of no interest.
QByteArray jpegWith(const QByteArray &exif);
QByteArray pngWith(const QByteArray &exif);
QByteArray webpWith(const QByteArray &exif);
/// A picture of one colour with a corner of another one, as HEIC or AVIF; empty where this machine cannot make such.
QByteArray heifPicture(bool asAvif, int width, int height, const QByteArray &exif = {});

} // namespace adit::test
