// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <vector>

namespace adit::pdf {

/// Lengths are points (1/72 inch). On a page, x grows to the right and y grows DOWN from the top left corner, as a
/// person reads; the canvas turns it into the upward y of the file.
struct Point
{
    double x = 0;
    double y = 0;
};

struct Rect
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
};

struct Size
{
    double width = 0;
    double height = 0;
};

constexpr Size a4{595.28, 841.89};

constexpr double points(double millimetres)
{
    return millimetres * 72.0 / 25.4;
}

/// 0xRRGGBB in sRGB.
struct Color
{
    quint32 rgb = 0;

    friend bool operator==(const Color &, const Color &) = default;
};

struct Stroke
{
    Color color;
    double width = 1;
    std::vector<double> dashes = {}; ///< lengths of ink and gap in turn; empty: solid
    bool roundEnds = false;
};

/// An outline of lines and curves, in any unit the caller likes; scaled and moved when drawn.
class Path
{
public:
    enum class Step { Move, Line, Curve, Close };
    struct Segment
    {
        Step step;
        Point points[3]; ///< Move, Line: [0]; Curve: two handles and the end
    };

    Path &moveTo(Point to);
    Path &lineTo(Point to);
    Path &curveTo(Point handle1, Point handle2, Point to);
    Path &close();
    /// Degrees, 0 at three o'clock, growing clockwise as seen on the page. A line joins it to an open outline.
    Path &arc(Point centre, double radius, double start, double sweep);
    Path &circle(Point centre, double radius);
    Path &rect(const Rect &rect);

    Path transformed(Point move, double scale = 1) const;
    /// Left and right exchanged, on a page of that width.
    Path mirrored(double pageWidth) const;
    const std::vector<Segment> &segments() const { return m_segments; }

private:
    std::vector<Segment> m_segments;
};

} // namespace adit::pdf
