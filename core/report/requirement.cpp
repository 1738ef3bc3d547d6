// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/levelwords.h"
#include "core/report/parts.h"
#include "core/report/passages.h"
#include "core/report/pieces.h"
#include "core/report/register.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

constexpr double topPadding = 5;
constexpr double bottomPadding = 10;

Block emptyEntry(const StandardNode &node)
{
    Block block;
    block.group = pdf::Role::Sect;
    block.destination = place(node.code);
    block.rules.push_back({0, sheet::strong(), sheet::left, sheet::right});
    return block;
}

/// Number and title as one heading over both columns; returns where the title ends.
double addHeading(Block &block, const Context &context, const StandardNode &node)
{
    Cell heading{.role = pdf::Role::H3};
    pdf::Paragraph code = context.paragraph(sheet::labelWidth, 14);
    addCode(code, context, node, sheet::bold());
    if (node.critical)
        code.add(QStringLiteral("  ") + context.words("critical"), sheet::sans(8.5, sheet::secondary));
    heading.texts.push_back({sheet::left, topPadding, context.type.set(code)});
    heading.texts.push_back(
        {sheet::textLeft, topPadding, context.text(context.title(node), sheet::bold(), sheet::textWidth, 14)});
    const double end = topPadding + heading.texts.back().block.height();
    block.reach(end);
    block.cells.push_back(std::move(heading));
    return end;
}

double addRating(Block &block, const Context &context, const Look &look)
{
    return block.add(pdf::Role::P, sheet::left, topPadding + 14,
                     context.rated(look, sheet::bold(8.5, look.ink), 9.6, sheet::labelWidth, 14));
}

double addLabelNote(Block &block, const Context &context, const QString &text, double y)
{
    return block.add(pdf::Role::P, sheet::left, y,
                     context.text(text, sheet::note(), sheet::labelWidth, sheet::noteLine));
}

QString previousRating(const Context &context, const PublicAnswer &answer)
{
    const Words &words = context.words;
    if (answer.previousRating->isEmpty())
        return {};
    const auto step = context.assessment.standard.scaleIndex(*answer.previousRating);
    if (isSurveillance(context.assessment) && step == answer.step)
        return words("entry.as_of", {{"when", previousAudit(context)}});
    const QString rating = step ? context.marks.rating(step).word : words("not_relevant");
    const QString year = words.digits(*context.assessment.details.previousYear);
    return words("entry.previous", {{"when", year.isEmpty() ? words("entry.before") : year}, {"rating", rating}});
}

/// Both ratings are kept where one was made anew in the early correction (process.md, step 6).
QString firstRating(const Context &context, const PublicAnswer &answer)
{
    const auto step = context.assessment.standard.scaleIndex(*answer.firstRating);
    if (!step)
        return {};
    const QString rating = context.marks.rating(step).word;
    return answer.rerated.value()
               ? context.words("entry.rated_anew_on",
                               {{"rating", rating}, {"date", context.words.shortDate(**answer.rerated)}})
               : context.words("entry.rated_anew", {{"rating", rating}});
}

QString basis(const Context &context, const PublicAnswer &answer)
{
    QStringList sources;
    for (const QString &source : *answer.sources)
        sources.append(context.words.named("source", source));
    if (sources.isEmpty())
        return {};
    return context.words("entry.basis", {{"sources", sources.join(context.words("list.comma"))}});
}

/// Numbers of the nonconformities about a requirement; they lead to the register where that is printed.
double addNonconformities(Block &block, const Context &context, const StandardNode &node, double y)
{
    for (const PublicNonconformity &one : context.assessment.nonconformities) {
        if (!one.requirements->contains(node.code.toString()))
            continue;
        pdf::Paragraph note = context.paragraph(sheet::labelWidth, sheet::noteLine);
        addLinked(note, context.words("entry.nonconformity", {{"number", *one.label}}), *one.label,
                  context.isWhole ? registerPlace(*one.label) : QString(), sheet::note());
        y = block.add(pdf::Role::P, sheet::left, y + 2, context.type.set(note));
    }
    return y;
}

double addLabels(Block &block, const Context &context, const StandardNode &node, const PublicAnswer &answer)
{
    double y = addRating(block, context, context.marks.rating(answer.step)) + 2;
    if (answer.until.value() && answer.step)
        y = addLabelNote(block, context,
                         context.words("entry.until", {{"date", context.words.shortDate(**answer.until)}}), y + 2);
    for (const QString &note : {firstRating(context, answer), previousRating(context, answer), basis(context, answer)})
        if (!note.isEmpty())
            y = addLabelNote(block, context, note, y + 2);
    return addNonconformities(block, context, node, y);
}

double addText(Block &block, const Context &context, const QString &text, double y)
{
    return addPassages(block, context, passagesOf(text), {.text = sheet::serif()}, y);
}

double addStatement(Block &block, const Context &context, const StandardNode &node, double y)
{
    if (node.statement.isEmpty())
        return y;
    return block.add(pdf::Role::P, sheet::textLeft, y,
                     context.catalogueText(node.statement, sheet::sans(8.5, sheet::secondary), sheet::textWidth, 12.6));
}

constexpr double smallLine = 12.6;

PassageStyle small()
{
    return {.text = sheet::sans(), .leading = smallLine, .gap = 0};
}

/// A label in bold and the first paragraph behind it, if the text begins with one that is read the same way; what is
/// left follows below.
pdf::Paragraph labelled(const Context &context, const pdf::Span &label, std::vector<Passage> &passages)
{
    pdf::Paragraph out = context.paragraph(sheet::textWidth, smallLine);
    out.add(label);
    const bool followsLabel = !passages.empty() && !passages.front().isEntry() &&
                              passages.front().text.isRightToLeft() == context.words.isRightToLeft();
    if (!followsLabel)
        return out;
    out.add(QStringLiteral("  "), sheet::sans());
    addReferences(out, context, passages.front().text, sheet::sans());
    passages.erase(passages.begin());
    return out;
}

/// "Why deferred  …" with its first words in bold.
double addReason(Block &block, const Context &context, const QString &label, const QString &text, double y)
{
    std::vector<Passage> passages = passagesOf(text);
    const pdf::Paragraph first = labelled(context, {.text = label, .style = sheet::bold()}, passages);
    y = block.add(pdf::Role::P, sheet::textLeft, y, context.type.set(first));
    return addPassages(block, context, passages, small(), y);
}

/// When an action is due, and the page where it is in the list of all, known when it is painted.
double addDue(Block &block, const Context &context, const PublicAction &action, const QString &destination, double y)
{
    const Words &words = context.words;
    const pdf::TextStyle note = sheet::sans(8.5, sheet::secondary);
    pdf::Paragraph due = context.paragraph(sheet::textWidth, smallLine);
    due.add(
        {.text = action.due.value() ? words("entry.due", {{"date", words.date(**action.due)}}) : words("entry.no_due"),
         .style = note,
         .unbroken = true});
    y = block.add(pdf::Role::P, sheet::textLeft, y, context.type.set(due));
    Cell &cell = block.cells.back();
    cell.drawnAt = y - smallLine;
    cell.page = PageReference{.destination = destination,
                              .x = sheet::textLeft + cell.texts.back().block.width() + 3,
                              .y = y - smallLine,
                              .leading = smallLine,
                              .style = note,
                              .isWorded = true};
    return y;
}

double addAction(Block &block, const Context &context, const StandardNode &node, const PublicAction &action, double y)
{
    y = addReason(block, context, context.words("entry.action"), context.said(*action.text), y);
    const PublicNonconformity *about = nonconformityOf(context.assessment, node.code, action);
    return addDue(block, context, action, about ? registerPlace(*about->label) : actionPlace(node.code), y);
}

double addActions(Block &block, const Context &context, const StandardNode &node, const PublicAnswer &answer, double y)
{
    for (const PublicAction &action : answer.actions)
        y = addAction(block, context, node, action, y + 4);
    return y;
}

/// Cuts leave the heading with its statement, the labels, and the first lines of the finding together.
void finish(Block &block, const Context &context, const StandardNode &node, double together)
{
    block.reach(block.box.height + bottomPadding);
    block.cutBelow(together);
    // A line or two by themselves on a new page, at the end of a chapter on an empty one, look lost.
    constexpr double leastRest = 3 * sheet::line;
    std::erase_if(block.box.cuts, [&](double y) { return y > block.box.height - bottomPadding - leastRest; });
    block.continued.push_back({sheet::left, 0,
                               context.text(context.words("entry.continued", {{"code", node.code.toString()}}),
                                            sheet::note(), sheet::labelWidth, 14)});
}

} // namespace

Block requirementBlock(const Context &context, int ordinal)
{
    const StandardNode &node = context.assessment.standard.requirement(ordinal);
    const PublicAnswer &answer = *context.assessment.requirements[static_cast<std::size_t>(ordinal)].answer;
    Block block = emptyEntry(node);
    const double titleEnd = addHeading(block, context, node);
    const double labelEnd = addLabels(block, context, node, answer);
    double y = addStatement(block, context, node, titleEnd) + 5;
    const double findingTop = y;
    if (answer.finding->isBlank())
        y = block.add(pdf::Role::P, sheet::textLeft, y,
                      context.text(context.words(answer.step ? "entry.no_finding" : "entry.not_assessed"),
                                   sheet::sans(8.5, sheet::secondary), sheet::textWidth, 14));
    else
        y = addText(block, context, context.said(*answer.finding), y);
    const bool deferred =
        answer.step && !context.assessment.standard.scale()[static_cast<std::size_t>(*answer.step)].points;
    if (!answer.justification->isBlank())
        y = addReason(block, context, context.words(deferred ? "entry.why_deferred" : "entry.why"),
                      context.said(*answer.justification), y + 4);
    addActions(block, context, node, answer, y);
    finish(block, context, node, std::max(labelEnd, findingTop + 2 * sheet::line));
    return block;
}

namespace {

void addMembers(Block &block, const Context &context, const std::vector<int> &ordinals, double y)
{
    constexpr double codeWidth = 40;
    Cell list{.role = pdf::Role::L};
    for (const int ordinal : ordinals) {
        const StandardNode &node = context.assessment.standard.requirement(ordinal);
        Cell entry{.role = pdf::Role::LI};
        Cell label{.role = pdf::Role::Lbl};
        Cell body{.role = pdf::Role::LBody};
        pdf::Paragraph code = context.paragraph(codeWidth + 14, 12.6);
        addCode(code, context, node, sheet::sans(8.5, sheet::secondary));
        label.texts.push_back({sheet::textLeft, y, context.type.set(code)});
        body.texts.push_back({sheet::textLeft + codeWidth + 14, y,
                              context.text(context.title(node), sheet::sans(8.5, sheet::secondary),
                                           sheet::textWidth - codeWidth - 14, 12.6)});
        y += std::max(label.texts.back().block.height(), body.texts.back().block.height());
        entry.children = {std::move(label), std::move(body)};
        list.children.push_back(std::move(entry));
    }
    block.reach(y);
    block.cells.push_back(std::move(list));
}

/// Over a whole chapter, whose number and title stand right above.
double addWideHeading(Block &block, const Context &context)
{
    return block.add(pdf::Role::H3, sheet::textLeft, topPadding,
                     context.text(context.words("entry.why_not_relevant"), sheet::bold(), sheet::textWidth, 14));
}

QString decidedFor(const Context &context, const RequirementCode &code)
{
    switch (code.level()) {
    case NodeLevel::Principle:
        return context.words("entry.for_principle");
    case NodeLevel::Chapter:
        return context.words("entry.for_chapter");
    case NodeLevel::Criterion:
        return context.words("entry.for_criterion");
    case NodeLevel::Requirement:
        break;
    }
    return context.words("entry.for_requirement");
}

} // namespace

Block notRelevantBlock(const Context &context, const RequirementCode &code, const std::vector<int> &ordinals)
{
    const StandardNode &node = *context.assessment.standard.find(code);
    const bool isRequirement = code.level() == NodeLevel::Requirement;
    Block block = emptyEntry(node);
    if (code.level() < NodeLevel::Criterion) // the chapter's own place is its opening
        block.destination.clear();
    block.box.wholeIfPossible = true;
    const bool isWide = code.level() < NodeLevel::Criterion;
    double y = isWide ? addWideHeading(block, context) : addHeading(block, context, node);
    double labelEnd = isWide ? topPadding : addRating(block, context, context.marks.notRelevant()) + 2;
    labelEnd = addLabelNote(block, context, decidedFor(context, code), labelEnd + 2);
    if (isRequirement)
        y = addStatement(block, context, node, y);
    y += 5;
    const double top = y;
    const auto justification = context.assessment.justifications.find(code);
    const bool given = justification != context.assessment.justifications.end() && !justification->second->isBlank();
    if (given)
        y = addText(block, context, context.said(*justification->second), y);
    else
        y = block.add(pdf::Role::P, sheet::textLeft, y,
                      context.text(context.words("entry.no_justification"), sheet::sans(8.5, sheet::secondary),
                                   sheet::textWidth, 14));
    if (!isRequirement)
        addMembers(block, context, ordinals, y + 5);
    finish(block, context, node, std::max(labelEnd, top + 2 * sheet::line));
    return block;
}

Block otherKindBlock(const Context &context, int ordinal)
{
    const StandardNode &node = context.assessment.standard.requirement(ordinal);
    Block block = emptyEntry(node);
    double y = addHeading(block, context, node);
    double labelEnd = addRating(block, context, context.marks.notRelevant()) + 2;
    labelEnd = addLabelNote(block, context, context.words("entry.by_rule"), labelEnd + 2);
    y = addStatement(block, context, node, y) + 5;
    block.add(
        pdf::Role::P, sheet::textLeft, y,
        context.text(context.words(node.appliesTo == AppliesTo::NewMines ? "entry.new_mines" : "entry.existing_mines"),
                     sheet::serif(), sheet::textWidth, 14));
    finish(block, context, node, std::max(labelEnd, y + 2 * sheet::line));
    return block;
}

} // namespace adit::report
