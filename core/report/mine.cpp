// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/mapdrawing.h"
#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

struct Fact
{
    const char *label;
    QString value;
};

/// One fact a line: label, value, a light rule.
void addFact(Part &part, const Context &context, const Fact &fact)
{
    const bool stated = !fact.value.isEmpty();
    Block block;
    Cell cell{.role = pdf::Role::P};
    cell.texts.push_back(
        {sheet::left, 2, context.text(context.words(fact.label), sheet::bold(), sheet::labelWidth, 14)});
    cell.texts.push_back(
        {sheet::textLeft, 2,
         context.text(stated ? fact.value : context.words("not_stated"),
                      stated ? sheet::sans() : sheet::sans(8.5, sheet::secondary), sheet::textWidth, 14)});
    for (const Text &text : cell.texts)
        block.reach(text.y + text.block.height());
    block.cells.push_back(std::move(cell));
    block.cutBelow(0);
    block.reach(block.box.height + 2);
    block.rules.push_back({block.box.height, sheet::row(), sheet::textLeft, sheet::right});
    part.add(std::move(block));
}

/// The map of the site with a table of what its numbers are, or the mark of a withheld one.
void addSiteMap(Part &part, const Context &context)
{
    const std::vector<TextPart> &parts = context.assessment.details.boundary->parts();
    const Words &words = context.words;
    if (std::ranges::any_of(parts, [](const TextPart &one) { return one.withheld.has_value(); }))
        return addLabelled(part, context, words("map.label"), {context.said(*context.assessment.details.boundary)},
                           sheet::serif());
    const auto map = parts.size() == 1 ? SiteMap::fromGeoJson(parts.front().text.toUtf8()) : Result<SiteMap>(SiteMap{});
    if (!map || map->features.empty())
        return;
    addTableLabel(part, context, "map.label");
    const MapDrawing drawing = drawnMap(context, *map);
    Block block;
    block.cells.push_back(drawing.figure);
    block.reach(drawing.height);
    block.box.keepWithNext = true;
    part.add(std::move(block));
    if (drawing.numbered.empty())
        return addNote(part, context, words("map.signs"), sheet::textLeft, sheet::textWidth);
    Table::Style style = textTable();
    style.leading = sheet::registerLine;
    style.spaceBefore = 7;
    style.rowsHaveHeads = false;
    constexpr double half = sheet::textWidth / 2 + 6;
    constexpr double number = 26;
    Table table(part, context,
                {{words("map.number"), sheet::textLeft, number},
                 {words("map.what"), sheet::textLeft + number, half - 12 - number},
                 {words("map.number"), sheet::textLeft + half, number},
                 {words("map.what"), sheet::textLeft + half + number, sheet::textWidth - half - number}},
                style);
    // Down the first half, then down the second.
    const std::size_t rows = (drawing.numbered.size() + 1) / 2;
    for (std::size_t i = 0; i < rows; ++i) {
        QStringList texts;
        for (const std::size_t at : {i, rows + i}) {
            const bool isThere = at < drawing.numbered.size();
            texts << (isThere ? words.number(static_cast<int>(at) + 1) : QString())
                  << (isThere ? context.own(drawing.numbered[at]->name) : QString());
        }
        table.row(texts);
    }
    addNote(part, context, words("map.signs"), sheet::textLeft, sheet::textWidth);
}

} // namespace

Part minePart(const Context &context)
{
    const Words &words = context.words;
    const PublicDetails &details = context.assessment.details;
    Part part{.destination = QStringLiteral("mine"), .title = words("mine.title")};
    addTitle(part, context, part.title);
    QString previous = *details.previousResult;
    if (!details.previousYear->isEmpty() && !previous.contains(*details.previousYear))
        previous = previous.isEmpty() ? words.digits(*details.previousYear)
                                      : words("mine.previous_value",
                                              {{"year", words.digits(*details.previousYear)}, {"result", previous}});
    const QString country = *details.fictional && !words.has("country", *details.country)
                                ? words("mine.fictional_country")
                                : words.country(*details.country);
    for (const Fact &fact :
         {Fact{"mine.site", *details.site}, Fact{"mine.operator", *details.operatorName},
          Fact{"mine.location", *details.location}, Fact{"mine.country", country},
          Fact{"mine.materials", *details.materials},
          Fact{"mine.kind", details.mine->isEmpty() ? QString() : words.named("mine.kind", *details.mine)},
          Fact{"mine.audit", details.kind->isEmpty() ? QString() : words.named("audit.kind", *details.kind)},
          Fact{"mine.previous", previous}})
        addFact(part, context, fact);
    addLabelled(part, context, words("mine.about"), paragraphsOf(context.said(*details.description)), sheet::serif());
    addBullets(part, context, words("mine.facilities"), paragraphsOf(context.said(*details.facilities)));
    addBullets(part, context, words("mine.outside"), paragraphsOf(context.said(*details.outOfScope)));
    addSiteMap(part, context);
    if (*details.fictional)
        addLabelled(part, context, words("mine.sample"), {words("mine.sample_text")}, sheet::serif());
    return part;
}

} // namespace adit::report
