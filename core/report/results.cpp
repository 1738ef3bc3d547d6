// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/earlier.h"
#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/scorebar.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

constexpr double rowHeight = 17.2;
constexpr double numberWidth = 17.5;
constexpr double titleLeft = sheet::left;
constexpr double scoreWidth = 30;
constexpr double changeWidth = 32;
constexpr double ratedWidth = 34;

/// Columns, from the left. The change since the audit before takes its room from the others, where there is one.
struct Columns
{
    explicit Columns(bool showsChange)
        : hasChange(showsChange)
        , bar(sheet::left + (showsChange ? 197 : 215))
        , barWidth(showsChange ? 74 : 79)
        , score(bar + barWidth + 4)
        , change(score + scoreWidth)
        , critical(showsChange ? change + changeWidth + 8 : change + 14)
        , criticalWidth(showsChange ? 66 : 62)
        , rated(critical + criticalWidth + 2)
        , page(rated + ratedWidth + 2)
        , pageWidth(sheet::right - page)
    {}
    bool hasChange;
    double bar, barWidth, score, change, critical, criticalWidth, rated, page, pageWidth;
};

/// The number of a threshold above its line, in the head over the bars.
Cell scaleCell(const Context &context, const Columns &columns, double y)
{
    Cell cell{.role = pdf::Role::TH,
              .attributes = {.actualText = context.words("results.bar"), .scope = pdf::Scope::Column}};
    for (const double mark : thresholds(context.assessment.standard)) {
        const pdf::TextBlock number = context.type.line(QString::number(mark, 'g', 4), sheet::figures(sheet::note()),
                                                        {.leading = sheet::noteLine});
        cell.texts.push_back({columns.bar + columns.barWidth * mark / 100 - number.width() / 2, y, number});
    }
    return cell;
}

/// "since 2023"
QString since(const Context &context)
{
    const QString &year = *context.assessment.details.previousYear;
    return year.isEmpty() ? context.words("results.since_before") : context.words("results.since", {{"year", year}});
}

int addHead(Part &part, const Context &context, const Columns &columns, const std::shared_ptr<TableTags> &tags)
{
    const Words &words = context.words;
    Block head;
    head.group = pdf::Role::TR;
    head.table = tags;
    head.isTableHead = true;
    head.box.keepWithNext = true;
    head.box.spaceBefore = 4;
    const auto add = [&](const QString &title, double x, double width, pdf::Align align) {
        pdf::TextBlock text = context.text(title, sheet::note(), width, sheet::noteLine, align);
        const double y = 2 * sheet::noteLine - text.height();
        head.add(pdf::Role::TH, x, y, std::move(text), {.scope = pdf::Scope::Column});
    };
    add(words("results.chapter"), titleLeft, 150, pdf::Align::Start);
    head.cells.push_back(scaleCell(context, columns, sheet::noteLine));
    add(words("results.score"), columns.score, scoreWidth, pdf::Align::End);
    if (columns.hasChange)
        add(since(context), columns.change, changeWidth, pdf::Align::End);
    add(words("results.critical"), columns.critical, columns.criticalWidth, pdf::Align::Start);
    add(words("results.rated"), columns.rated, ratedWidth, pdf::Align::End);
    add(words("results.page"), columns.page, columns.pageWidth, pdf::Align::End);
    head.rules.push_back({2 * sheet::noteLine + 3.5, sheet::strong(), sheet::left, sheet::right});
    head.box.height = 2 * sheet::noteLine + 4.5;
    return part.add(std::move(head));
}

/// Lines of the thresholds over the whole height of a row, so that they run through the table.
Cell barColumn(const Context &context, const Columns &columns, const GroupScore &score, double height)
{
    Cell cell{.role = pdf::Role::TD};
    if (!hasBar(score)) {
        cell.texts.push_back(
            {columns.bar, (height - 14) / 2,
             context.text(context.words("results.none_relevant"), sheet::note(), columns.barWidth + 2, 14)});
        return cell;
    }
    constexpr double barHeight = 6.8;
    const double above = (height - barHeight) / 2;
    cell.children.push_back(barCell(context, {.area = {columns.bar, above, columns.barWidth, barHeight},
                                              .score = &score,
                                              .overhang = above,
                                              .lines = sheet::grey,
                                              .baseline = false}));
    return cell;
}

pdf::TextBlock criticalsOf(const Context &context, const GroupScore &score, double width)
{
    pdf::Paragraph out = context.paragraph(width, 11);
    const auto [first, end] = context.assessment.standard.ordinalsBelow(score.node);
    for (int ordinal = first; ordinal < end; ++ordinal) {
        if (!context.assessment.standard.requirement(ordinal).critical)
            continue;
        const PublicRequirement &requirement = context.assessment.requirements[static_cast<std::size_t>(ordinal)];
        const Look &look =
            requirement.answer ? context.marks.rating(requirement.answer->step) : context.marks.notRelevant();
        out.add(spoken(look.mark, look.word), 9);
        out.add(QStringLiteral(" "), sheet::sans(4.5));
    }
    if (out.spans.empty())
        out.add(context.words("results.no_criticals"), sheet::note());
    return context.type.set(out);
}

/// A cell in the middle of a row's height.
void addMiddle(Block &block, pdf::Role role, double x, double height, pdf::TextBlock text)
{
    const double y = (height - text.height()) / 2;
    block.add(role, x, y, std::move(text), {.scope = role == pdf::Role::TH ? pdf::Scope::Row : pdf::Scope::None});
}

/// How the score moved; a dash where it compares with nothing.
QString changeOf(const Context &context, const GroupScore &score, const std::optional<Share> &before)
{
    const bool isKnown = before && !score.now.isEmpty();
    return isKnown ? context.words.difference(score.now.shown.toDouble() - before->shown.toDouble())
                   : QStringLiteral("–");
}

Block rowBlock(const Context &context, const Columns &columns, const GroupScore &score,
               const std::optional<Share> &before, bool isPrinciple)
{
    const Words &words = context.words;
    const StandardNode &node = context.node(score.node);
    const pdf::TextStyle style = isPrinciple ? sheet::bold() : sheet::sans();
    Block block;
    block.group = pdf::Role::TR;
    pdf::TextBlock criticals = isPrinciple ? pdf::TextBlock() : criticalsOf(context, score, columns.criticalWidth);
    const double height = std::max(rowHeight, criticals.height() + 4);
    const double indent = isPrinciple ? 9.5 : numberWidth;
    Cell title{.role = pdf::Role::TH, .attributes = {.scope = pdf::Scope::Row}};
    const double titleWidth = columns.bar - titleLeft - indent - 7;
    const auto titleOf = [&](const QString &text) { return context.fitted(text, style, titleWidth, 14, 1); };
    pdf::TextBlock full = context.type.line(context.title(node), style);
    const bool fits = full.width() <= titleWidth;
    pdf::Paragraph code = context.paragraph(indent + 6, 14);
    code.add({.text = node.code.toString(),
              .style = style,
              .link = {.destination = isPrinciple ? QString() : place(node.code)}});
    title.texts.push_back({titleLeft, (height - 14) / 2, context.type.set(code)});
    title.texts.push_back(
        {titleLeft + indent, (height - 14) / 2, titleOf(fits ? context.title(node) : context.shortTitle(node))});
    block.cells.push_back(std::move(title));
    block.cells.push_back(barColumn(context, columns, score, height));
    addMiddle(block, pdf::Role::TD, columns.score, height,
              context.text(score.now.isEmpty() ? QStringLiteral("–") : words.figure(score.now.shown),
                           sheet::figures(sheet::bold()), scoreWidth, 14, pdf::Align::End));
    if (columns.hasChange)
        addMiddle(
            block, pdf::Role::TD, columns.change, height,
            context.text(changeOf(context, score, before), sheet::figures(style), changeWidth, 14, pdf::Align::End));
    addMiddle(block, pdf::Role::TD, columns.critical, height, std::move(criticals));
    addMiddle(block, pdf::Role::TD, columns.rated, height,
              context.text(QStringLiteral("%1/%2").arg(words.number(score.rated()),
                                                       words.number(score.relevant + score.notRelevant)),
                           sheet::figures(style), ratedWidth, 14, pdf::Align::End));
    if (isPrinciple)
        addMiddle(block, pdf::Role::TD, columns.page, height, {});
    else
        block.cells.push_back(
            pageCell(place(node.code), pdf::Role::TD, columns.page, columns.pageWidth, (height - 14) / 2, 14));
    block.reach(height);
    block.rules.push_back({height, isPrinciple ? sheet::strong() : sheet::row(), sheet::left, sheet::right});
    return block;
}

void addKey(Part &part, const Context &context, bool hasChange)
{
    const Words &words = context.words;
    pdf::Paragraph key = context.paragraph(sheet::width, sheet::noteLine + 2);
    key.add(words("results.key"), sheet::note());
    const auto add = [&](const Look &look) {
        key.add(QStringLiteral("  "), sheet::note());
        key.add(look.mark, 8.5);
        key.add({.text = QChar(0x00A0) + QString(look.word).replace(QLatin1Char(' '), QChar(0x00A0)),
                 .style = sheet::note()});
    };
    const CriticalScore &critical = context.assessment.score.critical;
    for (std::size_t i = 0; i < critical.ratings.size(); ++i)
        if (critical.ratings[i] > 0)
            add(context.marks.rating(static_cast<int>(i)));
    if (critical.relevant < static_cast<int>(critical.all.size()))
        add(context.marks.notRelevant());
    if (!critical.unrated.empty())
        add(context.marks.rating(std::nullopt));
    QString note = words("results.note");
    if (hasChange)
        note += QLatin1Char(' ') + words("results.change_note");
    Block block;
    block.box.spaceBefore = 6;
    const double y = critical.all.empty() ? 0 : block.add(pdf::Role::P, sheet::left, 0, context.type.set(key));
    block.add(pdf::Role::P, sheet::left, y + 1, context.text(note, sheet::note(), sheet::width, sheet::noteLine));
    part.add(std::move(block));
}

} // namespace

Part resultsPart(const Context &context)
{
    const ScoreCard &score = context.assessment.score;
    Part part{.destination = QStringLiteral("results"), .title = context.words("results.title")};
    addTitle(part, context, part.title, context.words("results.lead"));
    const auto tags = std::make_shared<TableTags>();
    const EarlierScores before = earlierScores(context.assessment);
    const Columns columns(!before.isEmpty());
    const int head = addHead(part, context, columns, tags);
    const auto add = [&](const GroupScore &group, const std::optional<Share> &earlier, bool isPrinciple) {
        Block row = rowBlock(context, columns, group, earlier, isPrinciple);
        row.box.head = head;
        row.table = tags;
        if (isPrinciple) {
            row.destination = QLatin1String("results-") + context.node(group.node).code.toString();
            row.box.spaceBefore = 4;
            row.box.keepWithNext = true;
        }
        part.add(std::move(row));
    };
    for (std::size_t i = 0; i < score.principles.size(); ++i) {
        add(score.principles[i], before.principles[i], true);
        const RequirementCode &code = context.node(score.principles[i].node).code;
        for (std::size_t j = 0; j < score.chapters.size(); ++j)
            if (code.contains(context.node(score.chapters[j].node).code))
                add(score.chapters[j], before.chapters[j], false);
    }
    addKey(part, context, columns.hasChange);
    return part;
}

} // namespace adit::report
