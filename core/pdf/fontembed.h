// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/fontface.h"
#include "core/pdf/pdffile.h"

namespace adit::pdf {

/// What of a face goes into a file: its painted glyphs in ascending order, and what each means (empty: nothing).
struct FontProgram
{
    const FontFace &face;
    std::vector<quint16> glyphs;
    std::vector<QString> meanings;
};

/// Writes a Type 0 font whose codes are glyph numbers, with widths, subset and the map back to text.
Result<ObjectId> embedFont(PdfFile &file, const FontProgram &program);

} // namespace adit::pdf
