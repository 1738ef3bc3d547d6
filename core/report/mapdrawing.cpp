// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/mapdrawing.h"

#include "core/report/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace adit::report {

namespace {

constexpr double lowest = 150; ///< of the frame, points
constexpr double highest = 300;
constexpr double margin = 18; ///< between frame and what lies outermost
constexpr double badge = 5.6; ///< radius of a number's circle
constexpr pdf::Color boundaryGround{0xf4f4f4};
constexpr pdf::Color areaGround{0xdedede};

/// From degrees to points of the sheet.
class Projection
{
public:
    explicit Projection(const SiteMap &map)
    {
        const auto [low, high] = map.corners();
        m_middle = {(low.longitude + high.longitude) / 2, (low.latitude + high.latitude) / 2};
        std::tie(m_east, m_north) = metresToDegree(m_middle.latitude);
        // A single place has no extent: a kilometre around it.
        metresAcross = std::max((high.longitude - low.longitude) * m_east, 0.0);
        metresUp = std::max((high.latitude - low.latitude) * m_north, 0.0);
        const double across = std::max(metresAcross, 1000 - std::min(1000.0, metresUp));
        const double up = std::max(metresUp, 1000 - std::min(1000.0, metresAcross));
        const double room = sheet::textWidth - 2 * margin;
        const double bottomRoom = 16; // the scale stands there
        pointsToMetre = std::min(room / std::max(across, 1.0), (highest - 2 * margin - bottomRoom) / std::max(up, 1.0));
        height = std::clamp(up * pointsToMetre + 2 * margin + bottomRoom, lowest, highest);
        m_centre = {sheet::textLeft + sheet::textWidth / 2, (height - bottomRoom) / 2};
    }

    pdf::Point operator()(const MapPosition &at) const
    {
        return {m_centre.x + (at.longitude - m_middle.longitude) * m_east * pointsToMetre,
                m_centre.y - (at.latitude - m_middle.latitude) * m_north * pointsToMetre};
    }

    double metresAcross = 0;
    double metresUp = 0;
    double pointsToMetre = 1;
    double height = 0;

private:
    MapPosition m_middle;
    pdf::Point m_centre;
    double m_east = 1;
    double m_north = 1;
};

pdf::Path pathOf(const MapFeature &feature, const Projection &onSheet)
{
    pdf::Path path;
    for (const auto &line : feature.lines) {
        path.moveTo(onSheet(line.front()));
        for (std::size_t i = 1; i < line.size(); ++i)
            path.lineTo(onSheet(line[i]));
        if (feature.kind == MapFeature::Kind::Boundary || feature.kind == MapFeature::Kind::Area)
            path.close();
    }
    return path;
}

Shape shapeOf(const MapFeature &feature, const Projection &onSheet)
{
    switch (feature.kind) {
    case MapFeature::Kind::Boundary:
        return {.path = pathOf(feature, onSheet),
                .fill = boundaryGround,
                .stroke = pdf::Stroke{.color = sheet::ink, .width = 1.1}};
    case MapFeature::Kind::Area:
        return {.path = pathOf(feature, onSheet),
                .fill = areaGround,
                .stroke = pdf::Stroke{.color = sheet::bar, .width = 0.5}};
    case MapFeature::Kind::Line:
        return {.path = pathOf(feature, onSheet),
                .stroke = pdf::Stroke{.color = sheet::bar, .width = 0.9, .dashes = {4, 2}}};
    case MapFeature::Kind::Place:
        break;
    }
    const pdf::Point at = onSheet(feature.lines.front().front());
    return {.path = pdf::Path().rect({at.x - 2.2, at.y - 2.2, 4.4, 4.4}), .fill = sheet::ink};
}

/// Where the number of a feature points to: the middle of an area's outline, the half of a line, a place.
pdf::Point anchorOf(const MapFeature &feature, const Projection &onSheet)
{
    const auto &line = feature.lines.front();
    if (feature.kind == MapFeature::Kind::Place)
        return onSheet(line.front());
    if (feature.kind == MapFeature::Kind::Line || feature.kind == MapFeature::Kind::Boundary)
        return onSheet(line[line.size() / 2]);
    double area = 0;
    pdf::Point sum;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const pdf::Point a = onSheet(line[i]);
        const pdf::Point b = onSheet(line[(i + 1) % line.size()]);
        const double cross = a.x * b.y - b.x * a.y;
        area += cross;
        sum = {sum.x + (a.x + b.x) * cross, sum.y + (a.y + b.y) * cross};
    }
    if (std::abs(area) < 1e-9)
        return onSheet(line.front());
    return {sum.x / (3 * area), sum.y / (3 * area)};
}

/// Gives each number the free spot that is nearest to what it names.
class Badges
{
public:
    explicit Badges(pdf::Rect frame)
        : m_frame(frame)
    {}

    void keepFree(pdf::Point at) { m_taken.push_back(at); }

    pdf::Point place(pdf::Point anchor, bool mayCover)
    {
        constexpr double pi = 3.14159265358979323846;
        if (mayCover && isFree(anchor))
            return take(anchor);
        for (int ring = 1; ring <= 8; ++ring)
            for (int turn = 0; turn < 12; ++turn) {
                const double angle = (turn * 30.0 - 45) * pi / 180;
                const double reach = badge * 1.1 + ring * badge * 0.9;
                const pdf::Point at{anchor.x + reach * std::cos(angle), anchor.y + reach * std::sin(angle)};
                if (isFree(at))
                    return take(at);
            }
        return take({std::clamp(anchor.x, m_frame.x + badge, m_frame.right() - badge),
                     std::clamp(anchor.y, m_frame.y + badge, m_frame.bottom() - badge)});
    }

private:
    bool isFree(pdf::Point at) const
    {
        return at.x > m_frame.x + badge + 1 && at.x < m_frame.right() - badge - 1 && at.y > m_frame.y + badge + 1 &&
               at.y < m_frame.bottom() - badge - 1 && std::ranges::all_of(m_taken, [&](const pdf::Point &other) {
                   return std::hypot(at.x - other.x, at.y - other.y) > 2 * badge + 1;
               });
    }

    pdf::Point take(pdf::Point at)
    {
        m_taken.push_back(at);
        return at;
    }

    pdf::Rect m_frame;
    std::vector<pdf::Point> m_taken;
};

/// A length of 1, 2 or 5 and zeros that takes at most a quarter of the frame.
double scaleMetres(const Projection &onSheet)
{
    const double most = sheet::textWidth / 4 / onSheet.pointsToMetre;
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0, 1.0})
        if (step * power <= most)
            return step * power;
    return power;
}

pdf::TextBlock centred(const Context &context, const QString &text, const pdf::TextStyle &style, double width)
{
    return context.text(text, style, width, 8, pdf::Align::Center);
}

void addScale(Cell &figure, const Context &context, const Projection &onSheet)
{
    const double metres = scaleMetres(onSheet);
    const double length = metres * onSheet.pointsToMetre;
    const double x = sheet::textLeft + 10;
    const double y = onSheet.height - 8;
    figure.drawing.push_back(
        {.path = pdf::Path().moveTo({x, y - 3}).lineTo({x, y}).lineTo({x + length, y}).lineTo({x + length, y - 3}),
         .stroke = pdf::Stroke{.color = sheet::ink, .width = 0.75}});
    const pdf::TextBlock text =
        centred(context, distanceWords(context.words, metres), sheet::sans(6.5), std::max(length, 50.0));
    figure.texts.push_back({x + length / 2 - text.room / 2, y - 12, text});
}

void addNorth(Cell &figure, const Context &context)
{
    const double x = sheet::right - 16;
    figure.drawing.push_back(
        {.path = pdf::Path().moveTo({x, 8}).lineTo({x + 3.6, 19}).lineTo({x, 16.4}).lineTo({x - 3.6, 19}).close(),
         .fill = sheet::ink});
    const pdf::TextBlock text = centred(context, context.words("map.north"), sheet::sans(6.5), 30);
    figure.texts.push_back({x - 15, 20, text});
}

void addNumber(Cell &figure, const Context &context, int number, pdf::Point anchor, pdf::Point at)
{
    if (std::hypot(at.x - anchor.x, at.y - anchor.y) > badge + 1)
        figure.drawing.push_back(
            {.path = pdf::Path().moveTo(anchor).lineTo(at), .stroke = pdf::Stroke{.color = sheet::ink, .width = 0.4}});
    figure.drawing.push_back({.path = pdf::Path().circle(at, badge),
                              .fill = sheet::paper,
                              .stroke = pdf::Stroke{.color = sheet::ink, .width = 0.5}});
    const pdf::TextBlock text = centred(context, context.words.number(number), sheet::bold(6.5), 2 * badge);
    figure.texts.push_back({at.x - badge, at.y - 4.2, text});
}

/// What is larger lies below.
int layerOf(MapFeature::Kind kind)
{
    return static_cast<int>(kind);
}

} // namespace

QString distanceWords(const Words &words, double metres)
{
    if (metres < 1000)
        return words("map.metres", {{"n", words.figure(QString::number(std::round(metres)))}});
    const double kilometres = metres / 1000;
    const bool isRound = kilometres >= 10 || std::abs(kilometres - std::round(kilometres)) < 1e-6;
    return words("map.kilometres", {{"n", words.figure(QString::number(kilometres, 'f', isRound ? 0 : 1))}});
}

MapDrawing drawnMap(const Context &context, const SiteMap &map)
{
    const Projection onSheet(map);
    const pdf::Rect frame{sheet::textLeft, 0, sheet::textWidth, onSheet.height};
    MapDrawing made{.figure = {.role = pdf::Role::Figure, .attributes = {.box = frame}, .keepsSides = true},
                    .height = frame.height,
                    .numbered = {}};
    std::vector<const MapFeature *> layers;
    layers.reserve(map.features.size());
    for (const MapFeature &feature : map.features)
        layers.push_back(&feature);
    std::ranges::stable_sort(layers, {}, [](const MapFeature *feature) { return layerOf(feature->kind); });
    for (const MapFeature *feature : layers)
        made.figure.drawing.push_back(shapeOf(*feature, onSheet));
    Badges badges(frame);
    for (const MapFeature *feature : layers)
        if (feature->kind == MapFeature::Kind::Place)
            badges.keepFree(onSheet(feature->lines.front().front()));
    for (const MapFeature &feature : map.features) {
        if (feature.name.isEmpty())
            continue;
        made.numbered.push_back(&feature);
        const pdf::Point anchor = anchorOf(feature, onSheet);
        addNumber(made.figure, context, static_cast<int>(made.numbered.size()), anchor,
                  badges.place(anchor, feature.kind != MapFeature::Kind::Place));
    }
    addScale(made.figure, context, onSheet);
    addNorth(made.figure, context);
    made.figure.drawing.push_back(
        {.path = pdf::Path().rect(frame), .stroke = pdf::Stroke{.color = sheet::grey, .width = 0.5}});
    QStringList names;
    for (const MapFeature *feature : made.numbered)
        names.append(context.own(feature->name));
    const Words &words = context.words;
    made.figure.attributes.alt = words("map.alt", {{"across", distanceWords(words, onSheet.metresAcross)},
                                                   {"up", distanceWords(words, onSheet.metresUp)}});
    if (!names.isEmpty())
        made.figure.attributes.alt += QLatin1Char(' ') + words("map.alt_names", {{"names", words.list(names)}});
    return made;
}

} // namespace adit::report
