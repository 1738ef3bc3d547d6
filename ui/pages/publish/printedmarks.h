// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/redactions.h"
#include "ui/pages/publish/printedplace.h"
#include "ui/widgets/markedtext.h"

#include <QString>
#include <vector>

namespace adit {

/// What the report prints in the place of withheld words, in its language.
QString printedMark(WithheldAs withheld, const QString &language = QStringLiteral("en"));

/// Where the mark of a redaction, or the words in its place, are printed: of the first text in which it withholds
/// something.
PrintedPlace placeOfRedaction(const Assessment &assessment, const Record &redaction, const QString &language);
/// Where words of a text are printed; empty words: the beginning of the text.
PrintedPlace placeOfText(const Assessment &assessment, const EntityRef &entity, const QString &text, qsizetype from,
                         qsizetype length);

/// A text as the public report prints it, with what stands for something withheld marked.
std::vector<MarkedText::Piece> printedPieces(const Assessment &assessment, const EntityRef &entity,
                                             const FieldInfo &field, const QString &text);

} // namespace adit
