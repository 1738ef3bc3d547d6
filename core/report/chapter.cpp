// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/scorebar.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

constexpr double widestBar = 220;

/// "● 2 fully meets   ◕ 3 substantially meets …", each held together.
pdf::TextBlock countsLine(const Context &context, const GroupScore &score)
{
    pdf::Paragraph out = context.paragraph(sheet::textWidth, 14);
    const Words &words = context.words;
    const auto add = [&](const Look &look, const QString &counted) {
        if (!out.spans.empty())
            out.add(QStringLiteral("   "), sheet::sans());
        out.add(look.mark, 9.2);
        out.add(QChar(0x00A0) + QString(counted).replace(QLatin1Char(' '), QChar(0x00A0)), sheet::sans());
    };
    for (std::size_t i = 0; i < score.ratings.size(); ++i) {
        const int n = score.ratings[i];
        const Look &look = context.marks.rating(static_cast<int>(i));
        if (context.assessment.standard.scale()[i].points)
            add(look, words.number(n) + QLatin1Char(' ') + look.word);
        else if (n > 0)
            add(look, words.counted("count.deferred", n));
    }
    if (score.unrated > 0)
        add(context.marks.rating(std::nullopt), words.counted("count.not_assessed", score.unrated));
    if (score.notRelevant > 0)
        add(context.marks.notRelevant(), words.counted("count.not_relevant", score.notRelevant));
    return context.type.set(out);
}

void addScore(Block &block, const Context &context, const GroupScore &score, double y)
{
    const Words &words = context.words;
    pdf::Paragraph figure = context.paragraph(pdf::Paragraph::unlimited, 14);
    if (score.now.isEmpty())
        figure.add(scoreWord(context, score), sheet::sans(8.5, sheet::secondary));
    else
        figure.add(scoreWord(context, score), sheet::bold(10))
            .add(QStringLiteral("  ") + words("points_of", {{"got", words.points(score.now.got)},
                                                            {"all", words.number(score.now.possible)}}),
                 sheet::sans());
    pdf::TextBlock shown = context.type.set(figure);
    const double barWidth = std::min(widestBar, sheet::textWidth - 9 - shown.width());
    Cell scale{.role = pdf::Role::P};
    for (const double mark : thresholds(context.assessment.standard)) {
        const pdf::TextBlock number = context.type.line(context.words.figure(QString::number(mark, 'g', 4)),
                                                        sheet::figures(sheet::note()), {.leading = sheet::noteLine});
        const double x = sheet::textLeft + barWidth * mark / 100;
        scale.texts.push_back({x - (mark >= 100 ? number.width() : number.width() / 2), y, number});
    }
    block.cells.push_back(std::move(scale));
    block.cells.push_back(
        barCell(context, {.area = {sheet::textLeft, y + 13.3, barWidth, 6.8}, .score = &score, .lines = sheet::ink}));
    block.add(pdf::Role::P, sheet::textLeft + barWidth + 9, y + 9, std::move(shown));
}

Block opening(const Context &context, const GroupScore &score)
{
    const StandardNode &node = context.node(score.node);
    Block block;
    double y = addChapterHeading(block, context, node);
    if (hasBar(score)) {
        addScore(block, context, score, y + 4.5);
        y = block.add(pdf::Role::P, sheet::textLeft, y + 33, countsLine(context, score));
        const QString interval = intervalSentence(context, score);
        if (!interval.isEmpty())
            y = block.add(pdf::Role::P, sheet::textLeft, y + 1,
                          context.text(interval, sheet::note(), sheet::textWidth, sheet::noteLine));
    } else {
        y = block.add(pdf::Role::P, sheet::textLeft, y + 2,
                      context.rated(context.marks.notRelevant(), sheet::sans(), 9.2, sheet::textWidth, 14));
    }
    const QString rule = node.relevanceRule.in(context.words.language());
    if (!rule.isEmpty())
        y = block.add(pdf::Role::P, sheet::textLeft, y + 3,
                      context.text(context.words("chapter.rule", {{"rule", rule}}), sheet::note(), sheet::textWidth,
                                   sheet::noteLine));
    block.reach(y + 10);
    block.box.keepWithNext = true;
    return block;
}

} // namespace

Part chapterPart(const Context &context, std::size_t chapter)
{
    const GroupScore &score = context.assessment.score.chapters[chapter];
    const StandardNode &node = context.node(score.node);
    Part part{.destination = place(node.code)};
    part.title = node.code.toString() + QLatin1Char(' ') + context.title(node);
    part.outlineLevel = 1;
    part.add(opening(context, score));
    const auto [first, end] = context.assessment.standard.ordinalsBelow(score.node);
    for (int ordinal = first; ordinal < end; ++ordinal) {
        const auto at = [&](int i) -> const PublicRequirement & {
            return context.assessment.requirements[static_cast<std::size_t>(i)];
        };
        if (at(ordinal).answer) {
            part.add(requirementBlock(context, ordinal));
            addPhotos(part, context, context.assessment.standard.requirement(ordinal).code);
        } else if (!at(ordinal).decidedBy) {
            part.add(otherKindBlock(context, ordinal));
        } else {
            std::vector<int> together;
            for (int i = ordinal; i < end && at(i).decidedBy == at(ordinal).decidedBy; ++i)
                together.push_back(i);
            part.add(notRelevantBlock(context, *at(ordinal).decidedBy, together));
            ordinal = together.back();
        }
    }
    return part;
}

} // namespace adit::report
