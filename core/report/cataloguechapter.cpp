// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/parts.h"
#include "core/report/passages.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

namespace adit::report {

namespace {

constexpr double smallLine = 12.6;

QStringList linesOf(const LocalText &text, const Context &context)
{
    return paragraphsOf(text.in(context.words.language()));
}

Block opening(const Context &context, const StandardNode &node)
{
    Block block;
    addChapterHeading(block, context, node);
    block.box.keepWithNext = true;
    return block;
}

void addTerms(Part &part, const Context &context, const StandardNode &chapter)
{
    bool isFirst = true;
    for (const GuidanceTerm &term : chapter.guidance.terms) {
        Block block;
        block.box.spaceBefore = isFirst ? 14 : 3;
        if (isFirst)
            block.add(pdf::Role::H3, sheet::left, 0,
                      context.text(context.words("catalogue.terms"), sheet::bold(), sheet::labelWidth, 14));
        pdf::Paragraph text = context.paragraph(sheet::textWidth, 14);
        text.add(context.own(term.term.in(context.words.language())), sheet::bold());
        text.add(QStringLiteral("  "), sheet::sans());
        addReferences(text, context, context.own(term.meaning.in(context.words.language())), sheet::sans());
        block.add(pdf::Role::P, sheet::textLeft, 0, context.type.set(text));
        part.add(std::move(block));
        isFirst = false;
    }
}

void addCriterion(Part &part, const Context &context, const StandardNode &node)
{
    Block block;
    block.box.spaceBefore = 18;
    block.box.keepWithNext = true;
    block.destination = place(node.code);
    Cell heading{.role = pdf::Role::H3};
    heading.texts.push_back(
        {sheet::left, 0, context.text(node.code.toString(), sheet::sans(11, sheet::secondary), sheet::labelWidth, 15)});
    heading.texts.push_back(
        {sheet::textLeft, 0, context.heading(context.title(node), sheet::bold(11), sheet::textWidth, 15)});
    double y = heading.texts.back().block.height();
    block.cells.push_back(std::move(heading));
    const QString intent = node.guidance.intent.in(context.words.language());
    if (!intent.isEmpty())
        y = block.add(pdf::Role::P, sheet::textLeft, y + 3, context.text(intent, sheet::serif(), sheet::textWidth, 14));
    block.reach(y + 8);
    part.add(std::move(block));
}

/// Who says so and where to ask, small, under the number.
double addLabelColumn(Block &block, const Context &context, const StandardNode &node, double y)
{
    const Words &words = context.words;
    QStringList notes;
    if (node.critical)
        notes.append(words(node.criticalConfidence == QLatin1String("certain") ? "catalogue.critical_read"
                                                                               : "catalogue.critical_assumed"));
    if (node.appliesTo != AppliesTo::Both)
        notes.append(words(node.appliesTo == AppliesTo::NewMines ? "catalogue.new_mines" : "catalogue.existing_mines"));
    if (!node.numberingConfidence.isEmpty())
        notes.append(words("catalogue.number", {{"how", words.named("confidence", node.numberingConfidence)}}));
    QStringList sources;
    for (const QString &source : node.guidance.sources)
        sources.append(words.named("source", source));
    if (!sources.isEmpty())
        notes.append(words("catalogue.sources", {{"sources", sources.join(words("list.comma"))}}));
    for (const QString &note : notes)
        y = block.add(pdf::Role::P, sheet::left, y + 2,
                      context.text(note, sheet::note(), sheet::labelWidth, sheet::noteLine));
    return y;
}

double addHeaded(Block &block, const Context &context, const char *key, const QStringList &items, double y)
{
    if (items.isEmpty())
        return y;
    y = block.add(pdf::Role::P, sheet::textLeft, y + 6,
                  context.text(context.words(key), sheet::bold(), sheet::textWidth, smallLine));
    return addList(block, context, items, sheet::textLeft, y, sheet::textWidth, smallLine);
}

double addRatings(Block &block, const Context &context, const StandardNode &node, double y)
{
    constexpr double wordWidth = 100;
    if (node.guidance.ratings.empty())
        return y;
    y = block.add(pdf::Role::P, sheet::textLeft, y + 6,
                  context.text(context.words("catalogue.ratings"), sheet::bold(), sheet::textWidth, smallLine));
    Cell list{.role = pdf::Role::L};
    for (std::size_t i = 0; i < node.guidance.ratings.size(); ++i) {
        const Look &look = context.marks.rating(static_cast<int>(i));
        Cell label{.role = pdf::Role::Lbl};
        Cell body{.role = pdf::Role::LBody};
        label.texts.push_back({sheet::textLeft, y, context.rated(look, sheet::sans(), 9.2, wordWidth, smallLine)});
        body.texts.push_back({sheet::textLeft + wordWidth, y,
                              context.text(node.guidance.ratings[i].in(context.words.language()), sheet::sans(),
                                           sheet::textWidth - wordWidth, smallLine)});
        y += std::max(label.texts.back().block.height(), body.texts.back().block.height());
        Cell entry{.role = pdf::Role::LI};
        entry.children = {std::move(label), std::move(body)};
        list.children.push_back(std::move(entry));
    }
    block.reach(y);
    block.cells.push_back(std::move(list));
    return y;
}

double addRelated(Block &block, const Context &context, const StandardNode &node, double y)
{
    if (node.guidance.related.empty())
        return y;
    QStringList codes;
    for (const RequirementCode &code : node.guidance.related)
        codes.append(code.toString());
    pdf::Paragraph text = context.paragraph(sheet::textWidth, smallLine);
    addReferences(text, context,
                  context.words("catalogue.related", {{"codes", codes.join(context.words("list.comma"))}}),
                  sheet::sans(8.5, sheet::secondary));
    return block.add(pdf::Role::P, sheet::textLeft, y + 6, context.type.set(text));
}

Block requirement(const Context &context, const StandardNode &node)
{
    constexpr double topPadding = 5;
    Block block;
    block.group = pdf::Role::Sect;
    block.destination = place(node.code);
    block.rules.push_back({0, sheet::strong(), sheet::left, sheet::right});
    Cell heading{.role = pdf::Role::H3};
    pdf::Paragraph code = context.paragraph(sheet::labelWidth, 14);
    addCode(code, context, node, sheet::bold());
    heading.texts.push_back({sheet::left, topPadding, context.type.set(code)});
    heading.texts.push_back(
        {sheet::textLeft, topPadding, context.text(context.title(node), sheet::bold(), sheet::textWidth, 14)});
    double y = topPadding + heading.texts.back().block.height();
    block.cells.push_back(std::move(heading));
    const double labelEnd = addLabelColumn(block, context, node, topPadding + 14);
    const QString statement = node.statement.in(context.words.language());
    if (!statement.isEmpty())
        y = block.add(pdf::Role::P, sheet::textLeft, y + 2,
                      context.text(statement, sheet::serif(), sheet::textWidth, 14));
    const double together = std::max(labelEnd, y);
    y = addHeaded(block, context, "catalogue.look_for", linesOf(node.guidance.lookFor, context), y);
    y = addHeaded(block, context, "catalogue.signs", linesOf(node.guidance.signs, context), y);
    y = addRatings(block, context, node, y);
    y = addRelated(block, context, node, y);
    block.reach(y + 10);
    block.cutBelow(together, 2);
    std::erase_if(block.box.cuts, [&](double cut) { return cut > y - 3 * smallLine; });
    block.continued.push_back({sheet::left, 0,
                               context.text(context.words("entry.continued", {{"code", node.code.toString()}}),
                                            sheet::note(), sheet::labelWidth, 14)});
    return block;
}

} // namespace

Part catalogueChapterPart(const Context &context, int chapter)
{
    const Words &words = context.words;
    const Standard &standard = context.assessment.standard;
    const StandardNode &node = context.node(chapter);
    Part part{.destination = place(node.code)};
    part.title = node.code.toString() + QLatin1Char(' ') + context.title(node);
    part.add(opening(context, node));
    const auto add = [&](const char *label, const LocalText &text) {
        if (!text.isEmpty())
            addLabelled(part, context, words(label), linesOf(text, context), sheet::serif());
    };
    add("catalogue.objective", node.guidance.objective);
    add("catalogue.relevance", node.relevanceRule);
    add("catalogue.relevance_test", node.guidance.relevanceTest);
    addTerms(part, context, node);
    for (const int criterion : standard.children(chapter)) {
        addCriterion(part, context, context.node(criterion));
        for (const int child : standard.children(criterion))
            part.add(requirement(context, context.node(child)));
    }
    return part;
}

} // namespace adit::report
