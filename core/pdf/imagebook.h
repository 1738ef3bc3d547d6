// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/image.h"
#include "core/pdf/pdffile.h"

namespace adit::pdf {

/// The pictures of one document, each stored once however often it is painted.
class ImageBook
{
public:
    /// The name in the page's resources ("I2"); asking makes the picture part of the document.
    QByteArray resource(const Image &image);
    bool isEmpty() const { return m_images.empty(); }

    /// Writes every picture. Returns the entries of the resource dictionary ("/I0 7 0 R /I1 8 0 R ").
    QByteArray write(PdfFile &file) const;

private:
    std::vector<Image> m_images;
};

} // namespace adit::pdf
