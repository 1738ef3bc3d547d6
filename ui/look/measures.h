// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QLabel;
class QWidget;

namespace adit {

enum class Role;

/// The grid and the measures of the mock-ups, in logical pixels. They are stated for text of 13 pixels and grow with
/// the person's own text size, so that 150 % text does not burst a row.
namespace grid {
constexpr int unit = 4;
constexpr int inside = 8;
constexpr int group = 16;
constexpr int page = 24;
constexpr int icon = 16;
constexpr int control = 28;
constexpr qreal radius = 4;
constexpr qreal card = 6;
constexpr qreal cap = 3;
} // namespace grid

/// `at13` pixels at 13 pixel text, for this font; never smaller than stated.
int scaled(const QFont &font, qreal at13);
/// Pixel size of a font, whichever way it was set.
qreal pixelSize(const QFont &font);

/// Sizes of text relative to the system's font.
enum class Type { Caption, Small, Body, Strong, Heading, Title, Figure };
/// `base` is a body font.
QFont typeFont(const QFont &base, Type type);
/// Gives a label its size and ink through the style sheet, so that both follow a change of palette or font.
void dress(QLabel *label, Type type, Role ink);
/// The same by name, for property selectors of the style sheet.
QString typeName(Type type);
QString inkName(Role ink);
/// A label made and dressed in one go; plain text, never taken for markup.
QLabel *newLabel(QWidget *parent, const QString &text, Type type, Role ink);
/// The same for text of several lines, which a person may want to copy.
QLabel *newReading(QWidget *parent, const QString &text, Type type, Role ink);

} // namespace adit
