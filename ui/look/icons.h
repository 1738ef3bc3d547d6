// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyphs.h"
#include "ui/look/theme.h"

#include <QIcon>

class QPainter;

namespace adit {

/// Draws one of resources/icons in the ink of a role. Arrows that point along the reading direction are turned in
/// right-to-left windows (the painter's layout direction says so).
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &ink);

/// An icon that takes its ink from the palette at the moment it is drawn, so that it follows a change from light to
/// dark.
QIcon roleIcon(const QString &name, Role ink = Role::SecondText);

/// A rating glyph as an icon, for lists and boxes; its ink follows the palette too.
QIcon glyphIcon(Glyph glyph);

/// Who may see a field. The same three marks everywhere.
enum class AudienceMark { Public, Team, Identity };
QString iconName(AudienceMark mark);

} // namespace adit
