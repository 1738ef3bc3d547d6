// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/redactions.h"
#include "ui/widgets/markedtext.h"

#include <QString>
#include <vector>

namespace adit {

/// What the report prints in the place of withheld words, in the language that it is printed in.
QString printedMark(WithheldAs withheld);

/// A text as the public report prints it, with what stands for something withheld marked.
std::vector<MarkedText::Piece> printedPieces(const Assessment &assessment, const EntityRef &entity,
                                             const FieldInfo &field, const QString &text);

} // namespace adit
