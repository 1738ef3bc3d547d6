// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace adit::pdf {

/// A picture ready to be printed: a baseline JPEG (ITU-T T.81) that holds the pixels and nothing else, so that whatever
/// a camera or a program wrote beside them cannot leave with a report. Made elsewhere; checked here. A plain value
/// whose bytes are shared by all who print it.
class Image
{
public:
    static constexpr int largestEdge = 20000; ///< pixels

    /// The bytes are taken as they are if they are the picture that the caller says: so many pixels, 1 component
    /// (grey) or 3 (red, green, blue as sRGB, in the YCbCr of JFIF). InvalidValue otherwise; the detail says what was
    /// found: cut off, a segment that may not be there, other sizes.
    static Result<Image> jpeg(const QByteArray &bytes, int width, int height, int components);
    /// The same of bytes that say themselves how large they are.
    static Result<Image> jpeg(const QByteArray &bytes);

    const QByteArray &bytes() const { return m_bytes; }
    int width() const { return m_width; }
    int height() const { return m_height; }
    int components() const { return m_components; }
    /// Of the bytes: one picture, one hash.
    const Digest &hash() const { return m_hash; }

private:
    Image() = default;

    QByteArray m_bytes;
    int m_width = 0;
    int m_height = 0;
    int m_components = 0;
    Digest m_hash{};
};

} // namespace adit::pdf
