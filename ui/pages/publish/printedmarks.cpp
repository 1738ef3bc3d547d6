// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/printedmarks.h"

#include "core/assessment/target.h"
#include "core/disclosure/redactiondecision.h"
#include "core/report/words.h"

namespace adit {

namespace {

/// Enough to find a text by.
constexpr int wordsOfBeginning = 6;

/// Under which number it is printed; empty for what has none in print.
QString printedNumber(const Assessment &assessment, const EntityRef &entity)
{
    if (entity.kind == EntityKind::Details || entity.kind == EntityKind::PlainText)
        return {};
    const Record *record = assessment.find(entity.kind, entity.id);
    return entity.kind == EntityKind::PublicPhoto && record ? (*record)[field::public_photo::requirement] : entity.code;
}

QString printedInstead(const Record &redaction, const QString &language)
{
    const QString wording = redaction[field::redaction::wording];
    const auto withheld = withheldAs(redaction[field::redaction::reason]);
    return wording.isEmpty() ? printedMark(withheld.value_or(WithheldAs::Persons), language) : wording;
}

/// What a redaction withholds of a text, with what is printed before it; nothing where it withholds nothing.
std::optional<PrintedPlace> placeIn(const Assessment &assessment, const WrittenText &text, const Record &redaction,
                                    const QString &language)
{
    const auto find = [&](const Redactions &redactions) -> std::optional<PrintedPlace> {
        QString before;
        for (const TextPiece &piece : redactions.piecesOf(text.entity, *text.field, text.text)) {
            if (piece.redaction == &redaction)
                return PrintedPlace{{}, lastWords(before), piece.text};
            before += piece.redaction ? printedInstead(*piece.redaction, language) : piece.text;
        }
        return std::nullopt;
    };
    if (auto place = find(Redactions(assessment, Reader::Public))) {
        place->words = printedInstead(redaction, language);
        return place;
    }
    return find(Redactions({&redaction})); // refused, or given up: its words are printed
}

} // namespace

QString printedMark(WithheldAs withheld, const QString &language)
{
    const auto words = report::Words::in(language);
    return words ? words->named("withheld", codeOf(withheld)) : QString();
}

PrintedPlace placeOfRedaction(const Assessment &assessment, const Record &redaction, const QString &language)
{
    const QString target = redaction[field::redaction::target];
    const auto entity = entityFrom(assessment, target);
    PrintedPlace place{entity ? printedNumber(assessment, *entity) : QString()};
    for (const WrittenText &text : textsOf(assessment, target, redaction[field::redaction::field_name]))
        if (const auto found = text.text.isEmpty() ? std::nullopt : placeIn(assessment, text, redaction, language)) {
            place.before = found->before;
            place.words = found->words;
            break;
        }
    return place;
}

PrintedPlace placeOfText(const Assessment &assessment, const EntityRef &entity, const QString &text, qsizetype from,
                         qsizetype length)
{
    PrintedPlace place{printedNumber(assessment, entity), lastWords(text.left(from)), text.mid(from, length)};
    if (length == 0)
        place.words = text.simplified().section(QLatin1Char(' '), 0, wordsOfBeginning - 1);
    return place;
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
