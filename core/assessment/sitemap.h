// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace adit {

/// Degrees on the globe (WGS 84), as GeoJSON has them.
struct MapPosition
{
    double longitude = 0; ///< -180 to 180, east is positive
    double latitude = 0;  ///< -90 to 90, north is positive

    friend bool operator==(const MapPosition &, const MapPosition &) = default;
};

/// One thing on the map of a site.
struct MapFeature
{
    enum class Kind {
        Boundary, ///< of the mine: what the assessment covers
        Area,     ///< a pit, a tailings facility, a village
        Line,     ///< a road, a river, a pipeline
        Place     ///< a point
    };

    Kind kind = Kind::Place;
    QString name = {}; ///< may be empty
    /// Outlines of areas, closed and without the last position said twice, holes wound the other way; lines; or one
    /// place.
    std::vector<std::vector<MapPosition>> lines = {};

    friend bool operator==(const MapFeature &, const MapFeature &) = default;
};

/// The boundary of the mine and what lies around it, drawn in the public report without any map from elsewhere: sites
/// are assessed offline. A value; kept in the case as GeoJSON (RFC 7946).
struct SiteMap
{
    /// Of the whole map, from end to end: a pipeline and its port still fit; what is larger is another place by
    /// mistake.
    static constexpr int largestKilometres = 400;

    std::vector<MapFeature> features = {};

    /// Reads GeoJSON: one object, a feature or a collection of them, with areas, lines and points. Of a feature's
    /// properties `name` is taken, and `kind` (boundary, area, line, place); where none says boundary, the first area
    /// is it. Anything else in the file (heights, other properties) is left out, so that nothing of a mapping program
    /// gets into a case unseen. Errors: InvalidValue (subject "boundary: POINTER" with the JSON pointer of the place,
    /// detail the rule).
    static Result<SiteMap> fromGeoJson(const QByteArray &geoJson);
    /// The same map always gives the same text: six decimals (a tenth of a metre).
    QByteArray toGeoJson() const;
    /// Without positions that lie so nearly on the line between their neighbours that no print could show it: a file
    /// may have very many of them.
    SiteMap thinned() const;

    /// South-west and north-east corner.
    std::pair<MapPosition, MapPosition> corners() const;

    friend bool operator==(const SiteMap &, const SiteMap &) = default;
};

/// Metres to a degree at a latitude (WGS 84): east and north. Exact enough for the scale of a printed map.
std::pair<double, double> metresToDegree(double latitude);

} // namespace adit
