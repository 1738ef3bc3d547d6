// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pieces.h"
#include "core/report/scorebar.h"
#include "core/report/scorecard.h"
#include "core/report/sheet.h"

#include <algorithm>

/// The sections of page one that are made of numbers: principles, criticals, counts.
namespace adit::report {

namespace {

void addScale(Block &block, const Context &context, double y)
{
    Cell scale{.role = pdf::Role::P};
    std::vector<double> marks = thresholds(context.assessment.standard);
    marks.insert(marks.begin(), 0);
    for (const double mark : marks) {
        const pdf::TextBlock number = context.type.line(context.words.figure(QString::number(mark, 'g', 4)),
                                                        sheet::figures(sheet::note()), {.leading = 10.5});
        const double x = sheet::textLeft + sheet::textWidth * mark / 100;
        const double shift = mark <= 0 ? 0 : mark >= 100 ? number.width() : number.width() / 2;
        scale.texts.push_back({x - shift, y, number});
    }
    block.cells.push_back(std::move(scale));
}

/// One principle: its name, points and score.
void addPrincipleLine(Block &block, const Context &context, const GroupScore &score, double y)
{
    const Words &words = context.words;
    const StandardNode &node = context.node(score.node);
    constexpr double percentWidth = 62;
    constexpr double pointsWidth = 86;
    Cell row{.role = pdf::Role::P};
    row.texts.push_back({sheet::textLeft, y,
                         context.fitted(node.code.toString() + QStringLiteral("\u2002") + context.title(node),
                                        sheet::sans(), sheet::textWidth - percentWidth - pointsWidth, 12.5, 1)});
    if (!score.now.isEmpty())
        row.texts.push_back({sheet::right - percentWidth - pointsWidth, y,
                             context.text(words("points_of", {{"got", words.points(score.now.got)},
                                                              {"all", words.number(score.now.possible)}}),
                                          sheet::figures(sheet::note()), pointsWidth, 12.5, pdf::Align::End)});
    const bool plain = score.now.isEmpty();
    row.texts.push_back({sheet::right - percentWidth, y,
                         context.text(scoreWord(context, score),
                                      plain ? sheet::sans(8.5, sheet::secondary) : sheet::figures(sheet::bold(10)),
                                      percentWidth, 12.5, pdf::Align::End)});
    block.reach(y + 12.5);
    block.cells.push_back(std::move(row));
}

/// The same with its bar below. Returns where it ends.
double addPrinciple(Block &block, const Context &context, const GroupScore &score, double y, double pitch)
{
    addPrincipleLine(block, context, score, y);
    const Words &words = context.words;
    const double barTop = y + 16.5;
    if (hasBar(score))
        block.cells.push_back(barCell(
            context, {.area = {sheet::textLeft, barTop, sheet::textWidth, 6.8}, .score = &score, .lines = sheet::ink}));
    double bottom = y + pitch;
    const QString interval = intervalSentence(context, score);
    if (!interval.isEmpty())
        bottom =
            block.add(pdf::Role::P, sheet::textLeft, barTop + 9.5,
                      context.text(score.now.isEmpty() ? interval : words("interval.grey", {{"interval", interval}}),
                                   sheet::note(), sheet::textWidth, sheet::noteLine)) +
            4;
    block.reach(std::max(barTop + 10, bottom - 4));
    return bottom;
}

/// Where there are too many for bars on one page: lines, as far as they fit.
void addPrincipleLines(Block &block, const Context &context)
{
    constexpr std::size_t most = 20;
    const std::vector<GroupScore> &principles = context.assessment.score.principles;
    double y = 0;
    for (std::size_t i = 0; i < std::min(most, principles.size()); ++i, y += 13)
        addPrincipleLine(block, context, principles[i], y);
    if (principles.size() > most)
        block.add(pdf::Role::P, sheet::textLeft, y,
                  context.text(context.words.counted("more", static_cast<int>(principles.size() - most)), sheet::note(),
                               sheet::textWidth, 12.5));
}

/// Small numbers as words, where the language has them.
QString spelled(const Context &context, std::size_t n)
{
    const QString digits = QString::number(n);
    return context.words.has("number", digits) ? context.words.named("number", digits)
                                               : context.words.number(static_cast<int>(n));
}

} // namespace

Block principlesSection(const Context &context, int tightness)
{
    const std::vector<GroupScore> &principles = context.assessment.score.principles;
    Block block;
    addSectionLabel(block, context,
                    context.words.counted("scorecard.principles", static_cast<int>(principles.size()),
                                          {{"number", spelled(context, principles.size())}}),
                    context.words("scorecard.weakest"));
    if (tightness >= tightest - 1) {
        addPrincipleLines(block, context);
        return block;
    }
    addScale(block, context, 0);
    double y = 11;
    for (const GroupScore &score : principles)
        y = addPrinciple(block, context, score, y, tightness > 0 ? 28 : 31.5);
    return block;
}

namespace {

/// One critical requirement as its mark, read aloud with its number.
const Look &lookOf(const Context &context, int ordinal)
{
    const PublicRequirement &requirement = context.assessment.requirements[static_cast<std::size_t>(ordinal)];
    return requirement.answer ? context.marks.rating(requirement.answer->step) : context.marks.notRelevant();
}

struct ChapterMarks
{
    QString chapter;
    QString principle;
    std::vector<int> ordinals;
};

std::vector<ChapterMarks> criticalsByChapter(const Context &context)
{
    std::vector<ChapterMarks> out;
    for (const int ordinal : context.assessment.score.critical.all) {
        const QString code = context.assessment.standard.requirement(ordinal).code.toString();
        const QString chapter = code.section(QLatin1Char('.'), 0, 1);
        if (out.empty() || out.back().chapter != chapter)
            out.push_back({chapter, code.section(QLatin1Char('.'), 0, 0), {}});
        out.back().ordinals.push_back(ordinal);
    }
    return out;
}

constexpr double stripWidth = 222;
constexpr double markPitch = 12.5;
constexpr double stripRow = 30.8;

void addGroup(Block &block, const Context &context, const ChapterMarks &group, double x, double y)
{
    const double groupWidth = markPitch * static_cast<double>(group.ordinals.size()) - 2;
    Cell cell{.role = pdf::Role::P};
    cell.texts.push_back(
        {x, y, context.type.line(group.chapter, sheet::figures(sheet::note()), {.leading = sheet::noteLine})});
    pdf::Paragraph marks = context.paragraph(pdf::Paragraph::unlimited, 14);
    for (const int ordinal : group.ordinals) {
        const Look &look = lookOf(context, ordinal);
        const QString code = context.assessment.standard.requirement(ordinal).code.toString();
        marks.add(spoken(look.mark, code + QLatin1Char(' ') + look.word), 10.5);
        marks.add(QString(QChar(0x2009)), sheet::sans(10));
    }
    cell.texts.push_back({x - 0.4, y + 12.5, context.type.set(marks)});
    block.cells.push_back(std::move(cell));
    block.rules.push_back({y + 10.8, sheet::section(), x, x + std::max(groupWidth, 12.0)});
    block.reach(y + 26.5);
}

/// Chapters with their marks, a new row for each principle and where a row is full.
void addStrip(Block &block, const Context &context)
{
    double x = 0;
    double y = 0;
    QString principle;
    for (const ChapterMarks &all : criticalsByChapter(context)) {
        const auto perRow = static_cast<std::size_t>(stripWidth / markPitch);
        for (std::size_t from = 0; from < all.ordinals.size(); from += perRow) {
            const std::size_t to = std::min(from + perRow, all.ordinals.size());
            const ChapterMarks group{
                all.chapter,
                all.principle,
                {all.ordinals.begin() + static_cast<qptrdiff>(from), all.ordinals.begin() + static_cast<qptrdiff>(to)}};
            const double needed = std::max(markPitch * static_cast<double>(group.ordinals.size()), 14.0);
            if (!principle.isEmpty() && (principle != group.principle || x + needed > stripWidth)) {
                x = 0;
                y += stripRow;
            }
            principle = group.principle;
            addGroup(block, context, group, sheet::textLeft + x, y);
            x += needed + 7;
        }
    }
}

struct Count
{
    const Look *look = nullptr;
    QString word = {};
    int n = 0;
    QString of = {};
};

struct CountPlace
{
    double x;
    double y;
    double numberRight;
    double ofWidth;
};

Cell countRow(const Context &context, const Count &count, const CountPlace &at)
{
    Cell head{.role = pdf::Role::TH, .attributes = {.scope = pdf::Scope::Row}};
    Cell number{.role = pdf::Role::TD};
    QString word = count.word.isEmpty() && count.look ? count.look->word : count.word;
    if (!word.isEmpty())
        word[0] = word[0].toUpper();
    constexpr double numberWidth = 22;
    const double wordWidth = at.numberRight - at.x - numberWidth - 2;
    head.texts.push_back(
        {at.x, at.y,
         count.look ? context.rated({count.look->mark, count.look->ink, word}, sheet::sans(), 9.2, wordWidth, 12.5)
                    : context.text(word, sheet::sans(), wordWidth, 12.5)});
    number.texts.push_back({at.numberRight - numberWidth, at.y,
                            context.text(context.words.number(count.n), sheet::figures(sheet::bold()), numberWidth,
                                         12.5, pdf::Align::End)});
    if (!count.of.isEmpty())
        number.texts.push_back(
            {at.numberRight + 5, at.y, context.text(count.of, sheet::figures(sheet::note()), at.ofWidth + 2, 12.5)});
    return {.role = pdf::Role::TR, .children = {std::move(head), std::move(number)}};
}

/// A table of mark, word, number and what it is out of.
void addCounts(Block &block, const Context &context, const std::vector<Count> &counts, double x, double width,
               double pitch)
{
    double ofWidth = 0;
    for (const Count &count : counts)
        ofWidth = std::max(ofWidth, context.type.line(count.of, sheet::figures(sheet::note())).width());
    const double numberRight = x + width - (ofWidth > 0 ? ofWidth + 6 : 0);
    double y = 0;
    Cell table{.role = pdf::Role::Table};
    for (const Count &count : counts) {
        table.children.push_back(countRow(context, count, {x, y, numberRight, ofWidth}));
        const double height = std::max(pitch, table.children.back().children.front().texts.front().block.height());
        y += height;
        block.rules.push_back({y - 0.5, sheet::row(), x, x + width});
    }
    block.cells.push_back(std::move(table));
    block.reach(y);
}

} // namespace

Block criticalsSection(const Context &context, const Places &places, int tightness)
{
    const Words &words = context.words;
    const CriticalScore &critical = context.assessment.score.critical;
    const bool stripFits = tightness < tightest;
    const QString page = pageOf(context, places, "results");
    Block block;
    addSectionLabel(block, context, words.counted("scorecard.criticals", static_cast<int>(critical.all.size())),
                    stripFits        ? words("scorecard.criticals_note")
                    : page.isEmpty() ? words("scorecard.strip_elsewhere")
                                     : words("scorecard.strip_page", {{"page", page}}));
    if (stripFits)
        addStrip(block, context);
    std::vector<Count> counts;
    for (std::size_t i = 0; i < critical.ratings.size(); ++i)
        if (context.assessment.standard.scale()[i].points || critical.ratings[i] > 0)
            counts.push_back({.look = &context.marks.rating(static_cast<int>(i)), .n = critical.ratings[i]});
    if (!critical.unrated.empty())
        counts.push_back({.look = &context.marks.rating(std::nullopt), .n = static_cast<int>(critical.unrated.size())});
    counts.push_back(
        {.look = &context.marks.notRelevant(), .n = static_cast<int>(critical.all.size()) - critical.relevant});
    counts.push_back({.word = words("scorecard.all_criticals"), .n = static_cast<int>(critical.all.size())});
    const double x = sheet::textLeft + (stripFits ? stripWidth + 6 : 0);
    addCounts(block, context, counts, x, sheet::right - x, 14.1);
    block.rules.pop_back();
    return block;
}

Block countsSection(const Context &context)
{
    const Words &words = context.words;
    const GroupScore &whole = context.assessment.score.whole;
    const auto all = static_cast<int>(context.assessment.requirements.size());
    Block block;
    addSectionLabel(block, context, words.counted("scorecard.all_requirements", all), {});
    std::vector<Count> rated;
    const QString ofRated = whole.rated() == 0 ? QString() : words("of_n", {{"n", words.number(whole.rated())}});
    const QString ofRelevant =
        whole.relevant == 0 ? QString() : words("of_relevant", {{"n", words.number(whole.relevant)}});
    std::vector<Count> states{{.word = words("rated"), .n = whole.rated(), .of = ofRelevant}};
    for (std::size_t i = 0; i < whole.ratings.size(); ++i) {
        const Look &look = context.marks.rating(static_cast<int>(i));
        const bool scored = context.assessment.standard.scale()[i].points.has_value();
        (scored ? rated : states)
            .push_back({.look = &look, .n = whole.ratings[i], .of = scored ? ofRated : ofRelevant});
    }
    states.push_back({.look = &context.marks.rating(std::nullopt), .n = whole.unrated, .of = ofRelevant});
    states.push_back({.look = &context.marks.notRelevant(),
                      .n = whole.notRelevant,
                      .of = words("of_n", {{"n", words.number(all)}})});
    constexpr double half = (sheet::textWidth - 24) / 2;
    addCounts(block, context, rated, sheet::textLeft, half - 6, 13.6);
    addCounts(block, context, states, sheet::textLeft + half + 18, half + 6, 13.6);
    return block;
}

} // namespace adit::report
