// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/parts.h"
#include "core/report/passages.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

constexpr double padding = 5;
constexpr double leading = 13;
constexpr double half = (sheet::textWidth - 10) / 2;

/// What has no outcome yet is open.
QString outcomeOf(const PublicConcern &concern)
{
    return concern.outcome->isEmpty() ? QStringLiteral("open") : *concern.outcome;
}

QStringList outcomes()
{
    return QString(infoOf(field::concern::upheld).choices).split(QLatin1Char(' '));
}

/// How many of each outcome, in large figures.
void addCounts(Part &part, const Context &context)
{
    const auto &concerns = context.assessment.concerns;
    const QStringList codes = outcomes();
    const double step = sheet::width / static_cast<double>(codes.size());
    Block block;
    block.box.spaceBefore = 4;
    block.rules.push_back({0, sheet::strong(), sheet::left, sheet::right});
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const auto count = static_cast<int>(std::ranges::count(concerns, codes[i], outcomeOf));
        const double x = sheet::left + static_cast<double>(i) * step;
        Cell cell{.role = pdf::Role::P};
        cell.texts.push_back({x, 4, context.text(context.words.number(count), sheet::serif(16), step - 8, 24)});
        cell.texts.push_back(
            {x, 28, context.text(context.words.named("outcome", codes[i]), sheet::sans(), step - 8, sheet::line)});
        block.reach(28 + cell.texts.back().block.height() + 4);
        block.cells.push_back(std::move(cell));
    }
    block.rules.push_back({block.box.height, sheet::section(), sheet::left, sheet::right});
    block.box.keepWithNext = true;
    part.add(std::move(block));
}

std::vector<Table::Column> columns(const Words &words)
{
    return {{words("voices.outcome"), sheet::left, sheet::labelWidth},
            {words("voices.said"), sheet::textLeft, half},
            {words("voices.answer"), sheet::textLeft + half + 10, half}};
}

pdf::TextBlock outcomeCell(const Context &context, const PublicConcern &concern, double width)
{
    const Words &words = context.words;
    const QString outcome = words.named("outcome", outcomeOf(concern));
    pdf::Paragraph out = context.paragraph(width, leading);
    out.add(outcome.left(1).toUpper() + outcome.mid(1), sheet::bold());
    out.add(QLatin1Char('\n') +
                (concern.group->isEmpty() ? words("people.no_group") : words.named("group", *concern.group)),
            sheet::note());
    return context.type.set(out);
}

pdf::TextBlock saidCell(const Context &context, const DisclosedPassages &text, const pdf::TextStyle &style,
                        double width)
{
    const QString said = linesOf(context.said(*text));
    pdf::Paragraph out = context.paragraph(width, leading);
    out.rightToLeft = said.isRightToLeft();
    addReferences(out, context, said, style);
    return context.type.set(out);
}

void addRow(Table &table, const Context &context, const PublicConcern &concern)
{
    std::vector<pdf::TextBlock> texts;
    texts.push_back(outcomeCell(context, concern, table.column(0).width));
    texts.push_back(saidCell(context, concern.text, sheet::serif(9.5), table.column(1).width));
    if (concern.answer->isBlank())
        texts.push_back(context.text(context.words("voices.no_answer"), sheet::sans(8.5, sheet::secondary),
                                     table.column(2).width, leading));
    else
        texts.push_back(saidCell(context, concern.answer, sheet::sans(), table.column(2).width));
    table.row(std::move(texts));
}

} // namespace

bool hasVoices(const Context &context)
{
    return !context.assessment.concerns.empty();
}

Part voicesPart(const Context &context)
{
    const Words &words = context.words;
    const auto &concerns = context.assessment.concerns;
    Part part{.destination = QStringLiteral("voices"), .title = words("voices.title")};
    addTitle(part, context, part.title, words.counted("voices.lead", static_cast<int>(concerns.size())));
    addCounts(part, context);
    Table table(
        part, context, columns(words),
        {.text = sheet::sans(), .leading = leading, .padding = padding, .rule = sheet::section(), .spaceBefore = 7});
    for (const PublicConcern &concern : concerns)
        addRow(table, context, concern);
    return part;
}

bool hasComments(const Context &context)
{
    const PublicDetails &details = context.assessment.details;
    return !details.companyComments->isBlank() || !details.diverging->isBlank();
}

Part commentsPart(const Context &context)
{
    const Words &words = context.words;
    const PublicDetails &details = context.assessment.details;
    Part part{.destination = QStringLiteral("comments"), .title = words("comments.title")};
    addTitle(part, context, part.title, words("comments.lead"));
    const auto add = [&](const char *label, const DisclosedPassages &text, const char *none) {
        if (text->isBlank())
            addLabelled(part, context, words(label), {words(none)}, sheet::sans(8.5, sheet::secondary));
        else
            addLabelled(part, context, words(label), paragraphsOf(context.said(*text)), sheet::serif());
    };
    add("comments.company", details.companyComments, "comments.no_company");
    add("comments.diverging", details.diverging, "comments.no_diverging");
    return part;
}

} // namespace adit::report
