// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/sitemap.h"

#include "core/assessment/fields.h"
#include "core/base/rule.h"
#include "core/standard/jsonchecks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>

namespace adit {

namespace {

constexpr std::array kindNames{
    std::pair{MapFeature::Kind::Boundary, QLatin1String("boundary")},
    std::pair{MapFeature::Kind::Area, QLatin1String("area")},
    std::pair{MapFeature::Kind::Line, QLatin1String("line")},
    std::pair{MapFeature::Kind::Place, QLatin1String("place")},
};

using Line = std::vector<MapPosition>;

Error invalid(const QStringList &steps, Rule rule, const QStringList &values = {})
{
    return {ErrorCode::InvalidValue,
            QString(infoOf(field::details::boundary).name) + QLatin1String(": ") + jsonPointer(steps),
            ruleMark(rule, values)};
}

bool isArea(MapFeature::Kind kind)
{
    return kind == MapFeature::Kind::Boundary || kind == MapFeature::Kind::Area;
}

/// Positive where it is wound against the clock.
double windingOf(const Line &ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPosition &a = ring[i];
        const MapPosition &b = ring[(i + 1) % ring.size()];
        sum += a.longitude * b.latitude - b.longitude * a.latitude;
    }
    return sum;
}

/// A name in one line, without characters that are not seen: they could turn the text around it.
QString nameFrom(const QJsonValue &value)
{
    QString out;
    for (const QChar c : value.toString().simplified())
        if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format &&
            c.category() != QChar::Other_PrivateUse && c.category() != QChar::Other_NotAssigned)
            out.append(c);
    return out.left(120).trimmed();
}

/// Reads one GeoJSON text; knows at which place of it it is.
class Reader
{
public:
    Result<SiteMap> read(const QJsonObject &whole)
    {
        ADIT_TRY(object(whole));
        if (m_map.features.empty())
            return invalid(m_steps, Rule::MapObject);
        giveBoundary();
        return std::move(m_map);
    }

private:
    /// Where one is in the text, for as long as it is looked at.
    class Step
    {
    public:
        Step(QStringList &steps, const QString &name)
            : m_steps(steps)
        {
            m_steps.append(name);
        }
        Step(QStringList &steps, qsizetype index)
            : Step(steps, QString::number(index))
        {}
        ~Step() { m_steps.removeLast(); }
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        QStringList &m_steps;
    };

    Result<> object(const QJsonObject &json)
    {
        const QString type = json.value(QLatin1String("type")).toString();
        if (type == QLatin1String("FeatureCollection")) {
            const Step here(m_steps, QStringLiteral("features"));
            return each(json.value(QLatin1String("features")), [this](const QJsonValue &one) {
                return one.toObject().value(QLatin1String("type")) == QLatin1String("Feature") ? object(one.toObject())
                                                                                               : fault(Rule::MapObject);
            });
        }
        if (type == QLatin1String("Feature")) {
            const QJsonObject properties = json.value(QLatin1String("properties")).toObject();
            const QJsonValue shape = json.value(QLatin1String("geometry"));
            const Step here(m_steps, QStringLiteral("geometry"));
            return shape.isNull() ? Result<>() : geometry(shape.toObject(), properties);
        }
        return geometry(json, {});
    }

    Result<> geometry(const QJsonObject &json, const QJsonObject &properties)
    {
        const QString type = json.value(QLatin1String("type")).toString();
        const bool isMany = type.startsWith(QLatin1String("Multi"));
        const QString single = isMany ? type.mid(5) : type;
        const QJsonValue coordinates = json.value(QLatin1String("coordinates"));
        if (type == QLatin1String("GeometryCollection")) {
            const Step here(m_steps, QStringLiteral("geometries"));
            return each(json.value(QLatin1String("geometries")),
                        [&](const QJsonValue &one) { return geometry(one.toObject(), properties); });
        }
        if (single != QLatin1String("Polygon") && single != QLatin1String("LineString") &&
            single != QLatin1String("Point"))
            return fault(Rule::MapObject);
        const Step here(m_steps, QStringLiteral("coordinates"));
        const auto one = [&](const QJsonValue &value) { return feature(single, value, properties); };
        return isMany ? each(coordinates, one) : one(coordinates);
    }

    Result<> feature(const QString &type, const QJsonValue &coordinates, const QJsonObject &properties)
    {
        MapFeature made{.name = nameFrom(properties.value(QLatin1String("name")))};
        if (type == QLatin1String("Polygon")) {
            made.kind = MapFeature::Kind::Area;
            if (properties.value(QLatin1String("kind")) == QLatin1String("boundary"))
                made.kind = MapFeature::Kind::Boundary;
            ADIT_TRY(each(coordinates, [&](const QJsonValue &value) { return ring(value, made.lines); }));
        } else if (type == QLatin1String("LineString")) {
            made.kind = MapFeature::Kind::Line;
            made.lines.resize(1);
            ADIT_TRY(positions(coordinates, made.lines.front()));
            if (made.lines.front().size() < 2)
                return fault(Rule::MapLine);
        } else {
            made.lines.resize(1);
            ADIT_TRY(position(coordinates, made.lines.front()));
        }
        m_map.features.push_back(std::move(made));
        return {};
    }

    /// The first ring is the outline, the others are holes in it (RFC 7946, 3.1.6).
    Result<> ring(const QJsonValue &value, std::vector<Line> &rings)
    {
        Line made;
        ADIT_TRY(positions(value, made));
        if (made.size() < 4 || made.front() != made.back())
            return fault(Rule::MapRing);
        made.pop_back();
        if ((windingOf(made) > 0) != rings.empty())
            std::ranges::reverse(made);
        rings.push_back(std::move(made));
        return {};
    }

    Result<> positions(const QJsonValue &value, Line &line)
    {
        return each(value, [&](const QJsonValue &one) { return position(one, line); });
    }

    Result<> position(const QJsonValue &value, Line &line)
    {
        const QJsonArray numbers = value.toArray();
        if (numbers.size() < 2 || !numbers[0].isDouble() || !numbers[1].isDouble())
            return fault(Rule::MapPosition);
        const MapPosition made{numbers[0].toDouble(), numbers[1].toDouble()};
        if (std::abs(made.longitude) > 180 || std::abs(made.latitude) > 90)
            return fault(Rule::MapPosition);
        line.push_back(made);
        return {};
    }

    template <typename Do>
    Result<> each(const QJsonValue &list, const Do &perform)
    {
        if (!list.isArray() || list.toArray().isEmpty())
            return fault(Rule::MapList);
        const QJsonArray all = list.toArray();
        for (qsizetype i = 0; i < all.size(); ++i) {
            const Step here(m_steps, i);
            ADIT_TRY(perform(all[i]));
        }
        return {};
    }

    /// Where no feature says that it is the boundary, the first area is.
    void giveBoundary()
    {
        const auto hasKind = [](MapFeature::Kind kind) {
            return [kind](const MapFeature &feature) { return feature.kind == kind; };
        };
        std::vector<MapFeature> &all = m_map.features;
        const auto area = std::ranges::find_if(all, hasKind(MapFeature::Kind::Area));
        if (area != all.end() && std::ranges::none_of(all, hasKind(MapFeature::Kind::Boundary)))
            area->kind = MapFeature::Kind::Boundary;
    }

    Result<> fault(Rule rule) const { return invalid(m_steps, rule); }

    QStringList m_steps;
    SiteMap m_map;
};

/// Plain degrees, east and north alike in length, for distances on one map.
struct Plane
{
    double shrink = 1; ///< a degree east, in degrees north

    /// Square of the distance of a position from the line between two others.
    double squareFrom(const MapPosition &at, const MapPosition &a, const MapPosition &b) const
    {
        const double x = (b.longitude - a.longitude) * shrink;
        const double y = b.latitude - a.latitude;
        const double px = (at.longitude - a.longitude) * shrink;
        const double py = at.latitude - a.latitude;
        const double length = x * x + y * y;
        const double along = length > 0 ? std::clamp((px * x + py * y) / length, 0.0, 1.0) : 0;
        return (px - along * x) * (px - along * x) + (py - along * y) * (py - along * y);
    }
};

/// Leaves out what no print could show: positions nearer than `tolerance` to the line without them (Douglas and
/// Peucker). Written with a list of stretches: an outline may have very many positions.
Line withoutNear(const Line &line, const Plane &plane, double tolerance)
{
    if (line.size() < 3)
        return line;
    std::vector<bool> stays(line.size(), false);
    stays.front() = stays.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> stretches{{0, line.size() - 1}};
    while (!stretches.empty()) {
        const auto [from, to] = stretches.back();
        stretches.pop_back();
        double farthest = tolerance * tolerance;
        std::size_t at = 0;
        for (std::size_t i = from + 1; i < to; ++i)
            if (const double square = plane.squareFrom(line[i], line[from], line[to]); square > farthest) {
                farthest = square;
                at = i;
            }
        if (at == 0)
            continue;
        stays[at] = true;
        stretches.emplace_back(from, at);
        stretches.emplace_back(at, to);
    }
    Line out;
    out.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i)
        if (stays[i])
            out.push_back(line[i]);
    return out;
}

/// A ring is thinned as a line from its first position round to its first position, and stays a ring.
Line thinnedRing(Line ring, const Plane &plane, double tolerance)
{
    ring.push_back(ring.front());
    Line out = withoutNear(ring, plane, tolerance);
    if (out.size() < 4)
        out = std::move(ring);
    out.pop_back();
    return out;
}

MapPosition rounded(const MapPosition &at)
{
    const auto six = [](double degrees) { return std::round(degrees * 1e6) / 1e6; };
    return {six(at.longitude), six(at.latitude)};
}

QJsonArray toJson(const MapPosition &at)
{
    const MapPosition shown = rounded(at);
    return {shown.longitude, shown.latitude};
}

QJsonObject toJson(const MapFeature &feature)
{
    QJsonArray lines;
    for (const Line &line : feature.lines) {
        QJsonArray positions;
        const bool isRing = isArea(feature.kind);
        for (const MapPosition &at : line)
            positions.append(toJson(at));
        if (isRing)
            positions.append(toJson(line.front()));
        lines.append(positions);
    }
    const QString type = isArea(feature.kind)                     ? QStringLiteral("Polygon")
                         : feature.kind == MapFeature::Kind::Line ? QStringLiteral("LineString")
                                                                  : QStringLiteral("Point");
    const QJsonArray coordinates = isArea(feature.kind)                     ? lines
                                   : feature.kind == MapFeature::Kind::Line ? lines[0].toArray()
                                                                            : lines[0].toArray()[0].toArray();
    const auto kind = std::ranges::find_if(kindNames, [&](const auto &one) { return one.first == feature.kind; });
    QJsonObject properties{{QStringLiteral("kind"), QString(kind->second)}};
    if (!feature.name.isEmpty())
        properties.insert(QStringLiteral("name"), feature.name);
    return {{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("geometry"),
             QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("coordinates"), coordinates}}}};
}

} // namespace

Result<SiteMap> SiteMap::fromGeoJson(const QByteArray &geoJson)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(geoJson, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject())
        return invalid({}, Rule::MapJson, {QString::number(problem.offset)});
    ADIT_TRY_ASSIGN(SiteMap map, Reader().read(document.object()));
    const auto [southWest, northEast] = map.corners();
    const auto [east, north] = metresToDegree((southWest.latitude + northEast.latitude) / 2);
    const double across = std::hypot((northEast.longitude - southWest.longitude) * east,
                                     (northEast.latitude - southWest.latitude) * north);
    if (across > largestKilometres * 1000.0)
        return invalid({}, Rule::MapExtent, {QString::number(largestKilometres)});
    return map;
}

QByteArray SiteMap::toGeoJson() const
{
    QJsonArray list;
    for (const MapFeature &feature : features)
        list.append(toJson(feature));
    return QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                                     {QStringLiteral("features"), list}})
        .toJson(QJsonDocument::Compact);
}

SiteMap SiteMap::thinned() const
{
    const auto [southWest, northEast] = corners();
    const auto [east, north] = metresToDegree((southWest.latitude + northEast.latitude) / 2);
    const Plane plane{east / north};
    const double extent =
        std::max((northEast.longitude - southWest.longitude) * plane.shrink, northEast.latitude - southWest.latitude);
    const double tolerance = extent / 5000;
    SiteMap out = *this;
    for (MapFeature &feature : out.features)
        for (Line &line : feature.lines)
            line = isArea(feature.kind) ? thinnedRing(line, plane, tolerance) : withoutNear(line, plane, tolerance);
    return out;
}

std::pair<MapPosition, MapPosition> SiteMap::corners() const
{
    MapPosition low{180, 90};
    MapPosition high{-180, -90};
    for (const MapFeature &feature : features)
        for (const Line &line : feature.lines)
            for (const MapPosition &at : line) {
                low = {std::min(low.longitude, at.longitude), std::min(low.latitude, at.latitude)};
                high = {std::max(high.longitude, at.longitude), std::max(high.latitude, at.latitude)};
            }
    return {low, high};
}

std::pair<double, double> metresToDegree(double latitude)
{
    const double angle = latitude * std::numbers::pi / 180;
    return {111412.84 * std::cos(angle) - 93.5 * std::cos(3 * angle) + 0.118 * std::cos(5 * angle),
            111132.92 - 559.82 * std::cos(2 * angle) + 1.175 * std::cos(4 * angle)};
}

} // namespace adit
