// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/marks.h"

#include "core/report/sheet.h"

#include <array>
#include <cmath>
#include <numbers>

namespace adit::report {

namespace {

constexpr pdf::Point centre{0.5, -0.33};
constexpr double radius = 0.44;

using Pieces = std::vector<pdf::Mark::Piece>;

pdf::Path disc(double r)
{
    return pdf::Path().circle(centre, r);
}

Pieces filled(const pdf::Path &path, pdf::Color ink)
{
    return {{.path = path, .fill = ink}};
}

/// Filled between two circles that run against each other: a thin stroke would be bent to pixels on screens.
Pieces ring(double width, pdf::Color ink)
{
    pdf::Path path;
    path.arc(centre, radius, 0, 360).close().arc(centre, radius - width, 0, -360).close();
    return filled(path, ink);
}

/// A thin ring with a part filled, clockwise from the top.
Pieces pie(double sweep, pdf::Color ink)
{
    Pieces pieces = ring(0.09, ink);
    pdf::Path part;
    part.moveTo(centre).arc(centre, radius - 0.04, -90, sweep).close();
    pieces.push_back({.path = part, .fill = ink});
    return pieces;
}

Pieces clock(pdf::Color ink)
{
    Pieces pieces = ring(0.09, ink);
    pdf::Path hands;
    hands.moveTo({centre.x, centre.y - 0.25}).lineTo(centre).lineTo({centre.x + 0.17, centre.y + 0.1});
    pieces.push_back({.path = hands, .stroke = pdf::Stroke{.color = ink, .width = 0.09, .roundEnds = true}});
    return pieces;
}

Pieces dotted(pdf::Color ink)
{
    Pieces pieces;
    for (int i = 0; i < 12; ++i) {
        const double angle = i * std::numbers::pi / 6;
        pieces.push_back(
            {.path = pdf::Path().circle(
                 {centre.x + (radius - 0.05) * std::sin(angle), centre.y - (radius - 0.05) * std::cos(angle)}, 0.05),
             .fill = ink});
    }
    return pieces;
}

Pieces dash(pdf::Color ink)
{
    return filled(pdf::Path().rect({centre.x - 0.38, centre.y - 0.055, 0.76, 0.11}), ink);
}

Pieces diamondPieces()
{
    constexpr double reach = 0.36;
    pdf::Path path;
    path.moveTo({reach, centre.y - reach})
        .lineTo({2 * reach, centre.y})
        .lineTo({reach, centre.y + reach})
        .lineTo({0, centre.y})
        .close();
    return filled(path, sheet::ink);
}

struct Shape
{
    const char *name;
    quint32 ink;
    Pieces (*draw)(pdf::Color);
};

/// Names as the standard's file spells them; inks of the look.
const std::array shapes{
    Shape{"disc", 0x14604f, [](pdf::Color ink) { return filled(disc(radius), ink); }},
    Shape{"three-quarters", 0x2f6f91, [](pdf::Color ink) { return pie(270, ink); }},
    Shape{"half", 0x8f5a00, [](pdf::Color ink) { return pie(180, ink); }},
    Shape{"ring", 0xa6322b, [](pdf::Color ink) { return ring(0.14, ink); }},
    Shape{"clock", 0x6a5aa6, [](pdf::Color ink) { return clock(ink); }},
    Shape{"dash", 0x555555, [](pdf::Color ink) { return dash(ink); }},
    Shape{"dotted", 0x555555, [](pdf::Color ink) { return dotted(ink); }},
};

std::shared_ptr<const pdf::Mark> markOf(Pieces pieces, double width = 1)
{
    return std::make_shared<const pdf::Mark>(
        pdf::Mark{.width = width, .height = 0.8, .pieces = std::move(pieces), .alt = {}});
}

/// An unknown name gets the dotted ring: the word beside it says what it is.
Look lookOf(const QString &glyph, const QString &word)
{
    for (const Shape &shape : shapes)
        if (glyph == QLatin1String(shape.name) || &shape == &shapes.back())
            return {markOf(shape.draw({shape.ink})), {shape.ink}, word};
    return {};
}

} // namespace

Marks::Marks(const Standard &standard, const QString &language, const QString &notRelevant, const QString &notAssessed)
    : m_notRelevant(lookOf(QStringLiteral("dash"), notRelevant))
    , m_notAssessed(lookOf(QStringLiteral("dotted"), notAssessed))
    , m_diamond(markOf(diamondPieces(), 0.72))
{
    for (const ScaleStep &step : standard.scale())
        m_steps.push_back(lookOf(step.glyph, step.label.in(language)));
}

const Look &Marks::rating(std::optional<int> step) const
{
    return step ? m_steps[static_cast<std::size_t>(*step)] : m_notAssessed;
}

std::shared_ptr<const pdf::Mark> spoken(const std::shared_ptr<const pdf::Mark> &mark, const QString &alt)
{
    auto copy = std::make_shared<pdf::Mark>(*mark);
    copy->alt = alt;
    return copy;
}

} // namespace adit::report
