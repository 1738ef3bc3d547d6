// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/pdffile.h"

namespace adit::pdf {

/// What the file says of itself. The moment comes from the caller's model, never from the clock.
struct DocumentInfo
{
    QString title;
    QString language = QStringLiteral("en"); ///< BCP 47
    Instant created;
    QString author = {};
    QString subject = {};
    bool rightToLeft = false;
    bool namesProgram = true; ///< that made it; a paper may have to name nobody and nothing
};

/// The Info dictionary and the XMP packet hold the same values (validators compare them).
ObjectId writeInfo(PdfFile &file, const DocumentInfo &info);
ObjectId writeXmp(PdfFile &file, const DocumentInfo &info);
/// An sRGB output intent with an ICC profile of version 2, made on the spot with a fixed date.
ObjectId writeOutputIntent(PdfFile &file);

} // namespace adit::pdf
