// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/scorebar.h"

#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

std::vector<double> thresholds(const Standard &standard)
{
    std::vector<double> out{100};
    for (const LevelRule &level : standard.levels())
        if (level.eachPrinciple)
            out.push_back(100 * level.eachPrinciple->toDouble());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool hasBar(const GroupScore &score)
{
    return score.relevant > 0 && !score.ceiling.isEmpty();
}

bool isOpen(const GroupScore &score)
{
    return hasBar(score) && score.unrated + score.deferred > 0 && score.floor.percent < score.ceiling.percent;
}

QString scoreWord(const Context &context, const GroupScore &score)
{
    const Words &words = context.words;
    if (score.relevant == 0)
        return words("not_relevant");
    if (!score.now.isEmpty())
        return words.percent(score.now.shown);
    return words(score.unrated == 0 && score.deferred > 0 ? "deferred" : "not_assessed");
}

QString intervalSentence(const Context &context, const GroupScore &score)
{
    if (!isOpen(score))
        return {};
    const Words &words = context.words;
    const QString from = words.figure(score.floor.shown);
    const QString to = words.figure(score.ceiling.shown);
    if (score.unrated == 0)
        return words.counted("interval.deferred", score.deferred, {{"from", from}, {"to", to}});
    if (score.deferred == 0)
        return words.counted("interval.unrated", score.unrated, {{"from", from}, {"to", to}});
    const QStringList open{words.counted("open.deferred", score.deferred),
                           words.counted("open.unrated", score.unrated)};
    return words("interval.mixed", {{"from", from}, {"to", to}, {"open", words.list(open)}});
}

namespace {

/// Outlines as they are added, one over the other.
class Drawing
{
public:
    void line(pdf::Point from, pdf::Point to, const pdf::Stroke &stroke)
    {
        shapes.push_back({.path = pdf::Path().moveTo(from).lineTo(to), .stroke = stroke});
    }
    void fill(const pdf::Rect &rect, pdf::Color color)
    {
        shapes.push_back({.path = pdf::Path().rect(rect), .fill = color});
    }
    void outline(const pdf::Rect &rect, const pdf::Stroke &stroke)
    {
        shapes.push_back({.path = pdf::Path().rect(rect), .stroke = stroke});
    }

    std::vector<Shape> shapes;
};

std::vector<Shape> drawingOf(const ScoreBar &bar, const GroupScore &score, const std::vector<double> &marks)
{
    const pdf::Rect &area = bar.area;
    Drawing drawing;
    const auto at = [&](double percent) { return area.x + area.width * percent / 100; };
    const double certain = isOpen(score) ? score.floor.percent : score.now.percent;
    const double possible = isOpen(score) ? score.ceiling.percent : certain;
    for (const double mark : marks)
        drawing.line({at(mark), area.y - bar.overhang}, {at(mark), area.bottom() + bar.overhang},
                     {.color = bar.lines, .width = 0.5});
    if (bar.baseline)
        drawing.line({area.x, area.bottom() + 0.9}, {area.right(), area.bottom() + 0.9}, sheet::row());
    if (certain > 0)
        drawing.fill({area.x, area.y, at(certain) - area.x, area.height}, sheet::bar);
    if (score.now.isEmpty()) // an outline: a full grey bar would look like a high score
        drawing.outline({area.x, area.y, at(possible) - area.x, area.height}, {.color = sheet::grey, .width = 0.5});
    else if (possible > certain)
        drawing.fill({at(certain), area.y, at(possible) - at(certain), area.height}, sheet::interval);
    for (const double mark : marks)
        if (mark < possible && !score.now.isEmpty())
            drawing.line({at(mark), area.y}, {at(mark), area.bottom()}, {.color = sheet::paper, .width = 0.75});
    if (isOpen(score) && !score.now.isEmpty())
        drawing.line({at(score.now.percent), area.y}, {at(score.now.percent), area.bottom()},
                     {.color = sheet::ink, .width = 0.75});
    return std::move(drawing.shapes);
}

} // namespace

Cell barCell(const Context &context, const ScoreBar &bar)
{
    const GroupScore &score = *bar.score;
    const StandardNode &node = context.node(score.node);
    QString alt = context.words(
        "bar.alt",
        {{"code", node.code.toString()}, {"title", context.title(node)}, {"score", scoreWord(context, score)}});
    if (isOpen(score))
        alt += QLatin1Char(' ') + intervalSentence(context, score);
    Cell cell{.role = pdf::Role::Figure, .attributes = {.alt = alt, .box = bar.area}};
    cell.drawnAt = bar.area.y;
    cell.stretches = true;
    cell.drawing = drawingOf(bar, score, thresholds(context.assessment.standard));
    return cell;
}

} // namespace adit::report
