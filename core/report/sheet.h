// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/pagination.h"
#include "core/pdf/text.h"

/// The typographic sheet: every measure, face and colour of the report, once. Lengths in points from the top left
/// corner of an A4 page.
namespace adit::report::sheet {

inline constexpr double left = pdf::points(22);
inline constexpr double right = pdf::a4.width - left;
inline constexpr double width = right - left;
/// Labels, ratings, sources stand in the label column; reading text only in the text column.
inline constexpr double labelWidth = pdf::points(38.5);
inline constexpr double textLeft = left + pdf::points(42.5);
inline constexpr double textWidth = right - textLeft;

inline constexpr pdf::Frame textArea{70, 784};
inline constexpr pdf::Frame pageOne{42, 784};
inline constexpr double headerText = 35;
inline constexpr double headerRule = 48.3;
inline constexpr double footerRule = 791;
inline constexpr double footerText = 795;

inline constexpr double line = 14;
inline constexpr double noteLine = 10.5;
inline constexpr double registerLine = 11.5;

inline constexpr pdf::Color ink{0x1b1b1b};
inline constexpr pdf::Color secondary{0x555555};
inline constexpr pdf::Color zero{0x737373};
inline constexpr pdf::Color grey{0x9a9a9a};
inline constexpr pdf::Color light{0xd2d2d2};
inline constexpr pdf::Color bar{0x4a4a4a};
inline constexpr pdf::Color interval{0xb4b4b4};
inline constexpr pdf::Color paper{0xffffff};
inline constexpr pdf::Color withheldGround{0xececec};
/// Pale enough that text over it keeps its contrast.
inline constexpr pdf::Color watermark{0xeaeaea};

inline pdf::TextStyle serif(double size = 10)
{
    return {.family = pdf::Family::Serif, .size = size, .color = ink};
}
inline pdf::TextStyle sans(double size = 8.5, pdf::Color color = ink)
{
    return {.family = pdf::Family::Sans, .size = size, .color = color};
}
inline pdf::TextStyle bold(double size = 8.5, pdf::Color color = ink)
{
    return {.family = pdf::Family::Sans, .size = size, .color = color, .bold = true};
}
inline pdf::TextStyle note()
{
    return sans(7.5, secondary);
}
/// For columns of numbers.
inline pdf::TextStyle figures(pdf::TextStyle style)
{
    style.tabular = true;
    return style;
}

inline pdf::Stroke strong()
{
    return {.color = ink, .width = 0.75};
}
inline pdf::Stroke section()
{
    return {.color = grey, .width = 0.5};
}
inline pdf::Stroke row()
{
    return {.color = light, .width = 0.5};
}

} // namespace adit::report::sheet
