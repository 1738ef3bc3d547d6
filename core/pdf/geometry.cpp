// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/geometry.h"

#include <cmath>
#include <numbers>

namespace adit::pdf {

Path &Path::moveTo(Point to)
{
    m_segments.push_back({Step::Move, {to, {}, {}}});
    return *this;
}

Path &Path::lineTo(Point to)
{
    m_segments.push_back({Step::Line, {to, {}, {}}});
    return *this;
}

Path &Path::curveTo(Point handle1, Point handle2, Point to)
{
    m_segments.push_back({Step::Curve, {handle1, handle2, to}});
    return *this;
}

Path &Path::close()
{
    m_segments.push_back({Step::Close, {}});
    return *this;
}

Path &Path::arc(Point centre, double radius, double start, double sweep)
{
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / 90.0)));
    const double radians = std::numbers::pi / 180.0;
    const double step = sweep / pieces * radians;
    const double reach = 4.0 / 3.0 * std::tan(step / 4.0) * radius;
    const auto at = [&](double angle) {
        return Point{centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
    };
    double angle = start * radians;
    Point from = at(angle);
    const bool open = !m_segments.empty() && m_segments.back().step != Step::Close;
    open ? lineTo(from) : moveTo(from);
    for (int i = 0; i < pieces; ++i) {
        const double next = angle + step;
        const Point to = at(next);
        curveTo({from.x - reach * std::sin(angle), from.y + reach * std::cos(angle)},
                {to.x + reach * std::sin(next), to.y - reach * std::cos(next)}, to);
        angle = next;
        from = to;
    }
    return *this;
}

Path &Path::circle(Point centre, double radius)
{
    moveTo({centre.x + radius, centre.y});
    return arc(centre, radius, 0, 360).close();
}

Path &Path::rect(const Rect &rect)
{
    return moveTo({rect.x, rect.y})
        .lineTo({rect.right(), rect.y})
        .lineTo({rect.right(), rect.bottom()})
        .lineTo({rect.x, rect.bottom()})
        .close();
}

Path Path::transformed(Point move, double scale) const
{
    Path out = *this;
    for (Segment &segment : out.m_segments)
        for (Point &point : segment.points)
            point = {move.x + point.x * scale, move.y + point.y * scale};
    return out;
}

Path Path::mirrored(double pageWidth) const
{
    Path out = *this;
    for (Segment &segment : out.m_segments)
        for (Point &point : segment.points)
            point.x = pageWidth - point.x;
    return out;
}

} // namespace adit::pdf
