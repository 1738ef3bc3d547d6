// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace adit {

/// What a camera wrote into a photo: when and where it was taken.
struct PhotoFacts
{
    QString takenAt;       ///< "2026-05-05T14:03:22" by the camera's own clock; no time zone is made up for it
    QString takenWhere;    ///< "-33.45690, -70.64830": degrees (WGS 84), five digits: about a metre
    bool isBroken = false; ///< there are data of a camera, but they cannot be read
};

/// Reads the Exif data of a JPEG, PNG, WebP, HEIC or AVIF (CIPA DC-008; where each format keeps them, from general
/// knowledge). Other bytes, and photos without such data, have no facts. Broken data are no error: the photo is still a
/// photo. Only the Exif block is looked at, of at most 1 MB: no other part of a hostile file reaches the library.
PhotoFacts photoFacts(QByteArrayView bytes);

} // namespace adit
