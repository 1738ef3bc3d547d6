// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/scorecard.h"

#include "core/report/body.h"
#include "core/report/earlier.h"
#include "core/report/levelwords.h"
#include "core/report/passages.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <algorithm>
#include <array>
#include <span>

namespace adit::report {

void addSectionLabel(Block &block, const Context &context, const QString &label, const QString &note)
{
    const double y =
        block.add(pdf::Role::H2, sheet::left, 0, context.text(label, sheet::bold(), sheet::labelWidth, 12.5));
    if (!note.isEmpty())
        block.add(pdf::Role::P, sheet::left, y + 2,
                  context.text(note, sheet::note(), sheet::labelWidth - 6, sheet::noteLine));
}

QString pageOf(const Context &context, const Places &places, const char *destination)
{
    const auto found = places.find(QLatin1String(destination));
    return found == places.end() ? QString() : context.words("page", {{"page", context.words.number(found->second)}});
}

namespace {

struct Fact
{
    QString label;
    QString value;
};

/// A size of type and how many lines of it there is room for.
struct Size
{
    pdf::TextStyle style;
    double leading;
    int lines;
};

/// In the first size in which all of it fits; in the last one it is cut.
pdf::TextBlock shrunk(const Context &context, const QString &text, double width, std::span<const Size> sizes)
{
    for (const Size &size : sizes) {
        pdf::TextBlock block = context.text(text, size.style, width, size.leading);
        if (block.lineCount() <= size.lines)
            return block;
    }
    const Size &last = sizes.back();
    return context.fitted(text, last.style, width, last.leading, last.lines);
}

std::array<Fact, 4> facts(const Context &context)
{
    const Words &words = context.words;
    const PublicDetails &details = context.assessment.details;
    const auto dateOr = [&](const DisclosedDate &date, const char *otherwise) {
        return date.value() ? words.date(**date) : words(otherwise);
    };
    QString visit = dateOr(details.visitStart, "fact.no_date");
    if (details.visitStart.value() && details.visitEnd.value())
        visit = words.dates(**details.visitStart, **details.visitEnd);
    QString previous = details.previousResult->isEmpty() ? words("fact.none") : context.own(*details.previousResult);
    if (!details.previousYear->isEmpty() && !previous.contains(*details.previousYear))
        previous += words("list.comma") + context.own(words.digits(*details.previousYear));
    const std::optional<QDate> until = validUntil(context.assessment);
    return {{{words("fact.visit"), visit},
             {words("fact.report"), dateOr(details.reportDate, "fact.in_preparation")},
             {words("fact.valid"), until ? words.date(*until) : words("fact.valid_value")},
             {words("fact.previous"), previous}}};
}

double addFacts(Block &block, const Context &context, double y)
{
    const std::array sizes{Size{sheet::serif(), 13, 2}, Size{sheet::serif(8.5), 11, 4}, Size{sheet::serif(7.5), 10, 6}};
    const std::array<Fact, 4> all = facts(context);
    constexpr std::array<double, 5> edges{0, 98, 192, 286, sheet::width + 8};
    double bottom = y;
    Cell labels{.role = pdf::Role::TR};
    Cell values{.role = pdf::Role::TR};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double x = sheet::left + edges[i];
        const double step = edges[i + 1] - edges[i];
        Cell label{.role = pdf::Role::TH, .attributes = {.scope = pdf::Scope::Column}};
        label.texts.push_back({x, y, context.fitted(all[i].label, sheet::note(), step - 8, sheet::noteLine, 1)});
        labels.children.push_back(std::move(label));
        Cell value{.role = pdf::Role::TD};
        value.texts.push_back({x, y + 12, shrunk(context, all[i].value, step - 8, sizes)});
        bottom = std::max(bottom, y + 12 + value.texts.back().block.height());
        values.children.push_back(std::move(value));
    }
    block.cells.push_back({.role = pdf::Role::Table, .children = {std::move(labels), std::move(values)}});
    block.reach(bottom);
    return bottom;
}

QString subtitle(const Context &context)
{
    const PublicDetails &details = context.assessment.details;
    QStringList parts;
    for (const DisclosedText *text : {&details.operatorName, &details.materials, &details.location})
        if (!text->value().isEmpty())
            parts.append(context.own(text->value()));
    const QString country = *details.fictional ? QString() : context.words.country(*details.country);
    if (!country.isEmpty())
        parts.append(context.own(country));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

Block scorecardHead(const Context &context, int tightness)
{
    const Words &words = context.words;
    const PublicDetails &details = context.assessment.details;
    Block block;
    if (auto logo = logoCell(context)) {
        block.reach(logo->attributes.box->height);
        block.cells.push_back(std::move(*logo));
    }
    const double room = widthBesideLogo(context);
    Cell kind{.role = pdf::Role::P};
    pdf::TextStyle kindStyle = sheet::bold();
    kindStyle.color = context.accentOr(sheet::ink);
    QString what = context.kindName();
    if (context.kind != ReportKind::Actions)
        what += QStringLiteral(" · ") + words("scorecard.title");
    kind.texts.push_back({sheet::left, 0, context.text(what, kindStyle, room / 2, 11.5)});
    const QString edition =
        *details.fictional ? context.editionMark() + QStringLiteral(" · ") + words("fictional") : context.editionMark();
    kind.texts.push_back(
        {sheet::left + room / 2, 0, context.text(edition, sheet::note(), room / 2, 11.5, pdf::Align::End)});
    const QString site = details.site->isEmpty() ? words("unnamed_site") : *details.site;
    const std::array titles{Size{sheet::serif(26), 35, 1}, Size{sheet::serif(18), 24, 2},
                            Size{sheet::serif(13), 17.5, 3}, Size{sheet::serif(10), 13.5, 5}};
    pdf::TextBlock title = shrunk(context, site, room, std::span(titles).subspan(tightness > 1 ? 1 : 0));
    block.add(pdf::Role::H1, sheet::left, 22, std::move(title));
    double y = block.box.height;
    block.cells.insert(block.cells.end(), std::move(kind));
    const QString under = subtitle(context);
    const std::array lines{Size{sheet::sans(8.5, sheet::secondary), 12.5, 3}, Size{sheet::note(), 10.5, 6}};
    if (!under.isEmpty())
        y = block.add(pdf::Role::P, sheet::left, y, shrunk(context, under, sheet::width, lines));
    y += 7.5;
    pdf::Stroke strong = sheet::strong();
    strong.color = context.accentOr(strong.color);
    block.rules.push_back({y, strong, sheet::left, sheet::right});
    y = addFacts(block, context, y + 6) + 5.5;
    block.rules.push_back({y, sheet::section(), sheet::left, sheet::right});
    block.reach(y);
    return block;
}

namespace {

/// How far up the levels the result is known to reach, and may still reach; ranks count from the highest.
struct Reach
{
    int certain;
    int possible;
    bool isOpen() const { return possible < certain; }
};

/// Where nothing is rated, nothing is certain either.
Reach reachOf(const ScoreCard &score, int count)
{
    const LevelResult &level = score.level;
    if (level.isPostponed)
        return {count, level.ceiling.value_or(count)};
    if (level.status == LevelStatus::Final)
        return {level.achieved.value_or(count), level.achieved.value_or(count)};
    return {score.whole.rated() == 0 ? count : level.floor.value_or(count), level.ceiling.value_or(count)};
}

/// What the line shows by its colour, for who listens.
const char *rungKey(int rank, const Reach &reach)
{
    return rank >= reach.certain ? "ladder.reached" : rank >= reach.possible ? "ladder.possible" : "ladder.not_reached";
}

Shape stretch(const pdf::Rect &area, int rank, const Reach &reach)
{
    const bool isPossible = rank >= reach.possible && rank < reach.certain;
    if (isPossible)
        return {.path = pdf::Path().rect({area.x + 0.3, area.y + 0.3, area.width - 0.6, area.height - 0.6}),
                .stroke = pdf::Stroke{.color = sheet::ink, .width = 0.6}};
    return {.path = pdf::Path().rect(area), .fill = rank >= reach.certain ? sheet::ink : sheet::light};
}

/// The levels as a line of stretches: dark what is reached, outlined what is possible. In bold only what is certain.
void addLevelLine(Block &block, const Context &context, double y)
{
    const Standard &standard = context.assessment.standard;
    const int count = static_cast<int>(standard.levels().size());
    if (count == 0)
        return;
    const Reach reach = reachOf(context.assessment.score, count);
    const double step = (sheet::textWidth + 1.5) / count;
    Cell list{.role = pdf::Role::L};
    for (int i = 0; i < count; ++i) {
        const int rank = count - 1 - i; // the standard lists the highest first
        pdf::TextStyle style = sheet::sans(8.5, rank < reach.possible ? sheet::secondary : sheet::ink);
        style.bold = rank == reach.certain;
        const QString level = context.words.digits(levelName(standard, rank, context.words.language()));
        Cell name{.role = pdf::Role::LBody,
                  .attributes = {.actualText = context.words(rungKey(rank, reach), {{"level", level}})}};
        name.texts.push_back({sheet::textLeft + i * step, y + 6, context.fitted(level, style, step - 4, 12.5, 1)});
        list.children.push_back({.role = pdf::Role::LI,
                                 .children = {std::move(name)},
                                 .drawing = {stretch({sheet::textLeft + i * step, y, step - 1.5, 2.4}, rank, reach)},
                                 .drawnAt = y,
                                 .stretches = true});
    }
    block.cells.push_back(std::move(list));
    block.reach(y + 6 + 12.5);
    if (reach.isOpen())
        block.add(pdf::Role::P, sheet::textLeft, y + 6 + 12.5,
                  context.text(context.words("ladder.key"), sheet::note(), sheet::textWidth, sheet::noteLine));
}

} // namespace

Block resultSection(const Context &context, int tightness)
{
    const Standard &standard = context.assessment.standard;
    const QString language = context.words.language();
    Block block;
    addSectionLabel(block, context, context.words("scorecard.result"));
    const QString label = resultLabel(context);
    const bool isLong = label.size() > 44 || tightness > 1;
    double y = block.add(pdf::Role::P, sheet::textLeft, -0.5,
                         context.heading(label, sheet::serif(isLong ? 14 : 19), sheet::textWidth, isLong ? 19 : 24.5));
    y = block.add(pdf::Role::P, sheet::textLeft, y + 3,
                  context.text(context.words.digits(levelQualification(standard, language)), sheet::serif(),
                               sheet::textWidth, 14));
    addLevelLine(block, context, y + 10.5);
    QStringList reasons = reasonSentences(context);
    if (!context.assessment.details.deferredLeftOut->isBlank())
        reasons.append(
            context.words("scorecard.left_out_because",
                          {{"reason", context.said(*context.assessment.details.deferredLeftOut).simplified()}}));
    const qsizetype most = tightness > 2 ? 4 : 8;
    if (tightness > 1 && reasons.size() > most + 1) {
        const auto left = static_cast<int>(reasons.size() - most);
        reasons = reasons.mid(0, most);
        reasons.append(context.words.counted("more", left));
    }
    y = block.box.height + 6;
    for (QString &reason : reasons)
        if (reason.size() > 400)
            reason = reason.left(400).trimmed() + QChar(0x2026);
    addList(block, context, reasons, sheet::textLeft, y, sheet::textWidth, tightness > 0 ? 12 : 14);
    return block;
}

Block meaningSection(const Context &context, const Places &places, int tightness)
{
    const Words &words = context.words;
    const PublicDetails &details = context.assessment.details;
    Block block;
    addSectionLabel(block, context, words("scorecard.not_mean"));
    QString until = details.visitEnd.value()
                        ? words("scorecard.samples_until", {{"date", words.date(**details.visitEnd)}})
                        : words("scorecard.samples");
    if (context.assessment.score.whole.rated() == 0)
        until = words("scorecard.nothing_assessed");
    const QString audit = pageOf(context, places, "audit");
    const double leading = tightness > 0 ? 12 : 14;
    std::vector<pdf::Paragraph> items(4, context.paragraph(sheet::textWidth - 9, leading));
    items[0].add(words("scorecard.no_harm"), sheet::sans());
    items[1].add(words("scorecard.no_replacement"), sheet::sans());
    const QString see = audit.isEmpty() ? QString() : words("scorecard.see_page", {{"page", audit}});
    addLinked(items[2], until + see + QLatin1Char('.'), audit, QStringLiteral("audit"), sheet::sans());
    items[3].add(words("scorecard.other_sites"), sheet::sans());
    const double y = addList(block, context, items, sheet::textLeft, 0);
    const Standard &standard = context.assessment.standard;
    QStringList points;
    for (const Fraction &fraction : context.assessment.score.points)
        points.append(words.digits(fraction.toString()));
    const bool pooled = context.assessment.score.principleRule == PrincipleRule::Pooled;
    QString note = words("scorecard.catalogue", {{"title", standard.title().in(words.language())},
                                                 {"points", points.join(words("list.comma"))},
                                                 {"rule", words(pooled ? "rule.pooled" : "rule.mean")}});
    const QString method = pageOf(context, places, "method");
    if (!method.isEmpty())
        note += words("scorecard.method_page", {{"page", method}});
    pdf::Paragraph linked = context.paragraph(sheet::textWidth, sheet::noteLine);
    addLinked(linked, note, method, QStringLiteral("method"), sheet::note());
    pdf::TextBlock last = context.type.set(linked);
    if (last.lineCount() > 5)
        last = context.fitted(note, sheet::note(), sheet::textWidth, sheet::noteLine, 5);
    block.add(pdf::Role::P, sheet::textLeft, y + (tightness > 0 ? 4 : 10), std::move(last));
    return block;
}

Part scorecardPart(const Context &context, const Places &places, int tightness)
{
    Part part{.destination = QStringLiteral("scorecard"), .title = context.words("scorecard.title")};
    part.isPageOne = true;
    part.rules.first = sheet::pageOne;
    const double gap = std::max(4.0, 12.5 - 3 * tightness);
    part.add(scorecardHead(context, tightness));
    std::vector<Block> sections;
    sections.push_back(resultSection(context, tightness));
    sections.push_back(principlesSection(context, tightness));
    if (!context.assessment.score.critical.all.empty())
        sections.push_back(criticalsSection(context, places, tightness));
    sections.push_back(countsSection(context));
    sections.push_back(meaningSection(context, places, tightness));
    if (auto body = bodySection(context, tightness))
        sections.push_back(std::move(*body));
    for (Block &section : sections) {
        section.box.spaceBefore = gap;
        part.add(std::move(section));
    }
    return part;
}

} // namespace adit::report
