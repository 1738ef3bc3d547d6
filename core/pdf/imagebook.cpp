// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/imagebook.h"

#include <algorithm>

namespace adit::pdf {

QByteArray ImageBook::resource(const Image &image)
{
    const auto at = std::find_if(m_images.begin(), m_images.end(),
                                 [&image](const Image &other) { return other.hash() == image.hash(); });
    const auto number = at - m_images.begin();
    if (at == m_images.end())
        m_images.push_back(image);
    return 'I' + QByteArray::number(static_cast<qsizetype>(number));
}

QByteArray ImageBook::write(PdfFile &file) const
{
    QByteArray entries;
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        const Image &image = m_images[i];
        const ObjectId object = file.reserve();
        // The colours are those of the document's output intent, which is sRGB.
        file.writeStream(object,
                         "/Type /XObject /Subtype /Image /Width " + QByteArray::number(image.width()) + " /Height " +
                             QByteArray::number(image.height()) + " /ColorSpace " +
                             (image.components() == 1 ? "/DeviceGray" : "/DeviceRGB") +
                             " /BitsPerComponent 8 /Filter /DCTDecode",
                         image.bytes(), Packing::None);
        entries += "/I" + QByteArray::number(static_cast<qsizetype>(i)) + ' ' + reference(object) + ' ';
    }
    return entries;
}

} // namespace adit::pdf
