// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/printedmarks.h"

#include "core/report/words.h"

namespace adit {

QString printedMark(WithheldAs withheld)
{
    const auto words = report::Words::in(QStringLiteral("en"));
    return words ? words->named("withheld", codeOf(withheld)) : QString();
}

std::vector<MarkedText::Piece> printedPieces(const Assessment &assessment, const EntityRef &entity,
                                             const FieldInfo &field, const QString &text)
{
    const PublicText printed = Redactions(assessment, Reader::Public).textOf(entity, field, text);
    std::vector<MarkedText::Piece> pieces;
    pieces.reserve(printed.parts().size());
    for (const TextPart &part : printed.parts()) {
        const bool isMark = part.withheld && part.text.isEmpty();
        pieces.push_back({isMark ? printedMark(*part.withheld) : part.text,
                          part.withheld ? MarkedText::Mark::Withheld : MarkedText::Mark::None});
    }
    return pieces;
}

} // namespace adit
