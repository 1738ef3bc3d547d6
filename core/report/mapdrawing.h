// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/sitemap.h"
#include "core/report/flow.h"

namespace adit::report {

/// The map of a site as the report draws it, by itself: no map of the world is needed, and none is given away. North is
/// up, the scale is true in the middle of the map (an equal cylinder that touches it there; off by less than one in
/// three hundred over the largest map), what has a name carries a number. In grey alone: boundary, areas, lines and
/// places differ by their form.
struct MapDrawing
{
    Cell figure;                              ///< at the top of a box
    double height = 0;                        ///< points
    std::vector<const MapFeature *> numbered; ///< in the order of their numbers, which start at 1
};
MapDrawing drawnMap(const Context &context, const SiteMap &map);

/// "4.2 km", "350 m".
QString distanceWords(const Words &words, double metres);

} // namespace adit::report
