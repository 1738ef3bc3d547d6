// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

namespace adit::report {

namespace {

void addTerm(Part &part, const Context &context, pdf::TextBlock term, const QString &meaning)
{
    Block block;
    block.box.spaceBefore = 4;
    Cell cell{.role = pdf::Role::P};
    cell.texts.push_back({sheet::left, 0, std::move(term)});
    cell.texts.push_back({sheet::textLeft, 0, context.text(meaning, sheet::serif(), sheet::textWidth, 14)});
    for (const Text &text : cell.texts)
        block.reach(text.y + text.block.height());
    block.cells.push_back(std::move(cell));
    part.add(std::move(block));
}

void addMark(Part &part, const Context &context, const Look &look, const QString &meaning)
{
    addTerm(part, context, context.rated(look, sheet::bold(8.5, look.ink), 9.6, sheet::labelWidth, 14), meaning);
}

void addSubtitle(Part &part, const Context &context, const char *key)
{
    Block block;
    block.box.spaceBefore = 14;
    block.box.keepWithNext = true;
    block.add(pdf::Role::H3, sheet::left, 0, context.text(context.words(key), sheet::bold(10), sheet::width, 14));
    part.add(std::move(block));
}

} // namespace

Part glossaryPart(const Context &context)
{
    const Words &words = context.words;
    const std::vector<ScaleStep> &scale = context.assessment.standard.scale();
    Part part{.destination = QStringLiteral("glossary"), .title = words("glossary.title")};
    addTitle(part, context, part.title);
    addSubtitle(part, context, "glossary.marks");
    for (std::size_t i = 0; i < scale.size(); ++i) {
        const auto points = i < context.assessment.score.points.size()
                                ? std::optional(words.digits(context.assessment.score.points[i].toString()))
                                : std::nullopt;
        const QString meaning =
            words.has("glossary.rating", scale[i].code) ? words.named("glossary.rating", scale[i].code) : QString();
        const QString counts = points ? words("glossary.points", {{"points", *points}}) : words("glossary.no_points");
        addMark(part, context, context.marks.rating(static_cast<int>(i)),
                meaning.isEmpty() ? counts : meaning + QLatin1Char(' ') + counts);
    }
    addMark(part, context, context.marks.notRelevant(), words("glossary.not_relevant"));
    addMark(part, context, context.marks.rating(std::nullopt), words("glossary.not_assessed"));
    addMark(part, context, {context.marks.diamond(), sheet::ink, words("glossary.critical")},
            words("glossary.critical_text"));
    addSubtitle(part, context, "glossary.words");
    for (const char *term : {"requirement", "finding", "basis", "action", "interval", "principle"})
        addTerm(part, context,
                context.text(words.named("glossary.term", QLatin1String(term)), sheet::bold(), sheet::labelWidth, 14),
                words.named("glossary.text", QLatin1String(term)));
    addSubtitle(part, context, "glossary.sources");
    for (const char *source :
         {"document-company", "document-third-party", "observation", "worker", "community", "regulator", "management"})
        addTerm(part, context,
                context.text(words.named("source", QLatin1String(source)), sheet::sans(), sheet::labelWidth, 14),
                words.named("glossary.source", QLatin1String(source)));
    return part;
}

} // namespace adit::report
