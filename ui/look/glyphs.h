// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QString>

class QPainter;

namespace adit {

/// The shapes that stand for ratings. A standard's scale names them; an unknown name is drawn as the dotted ring.
enum class Glyph { Disc, ThreeQuarters, Half, Ring, Dash, ClockFace, Dotted };

Glyph glyphFromName(const QString &name);
/// The ink that belongs to a shape: shape and colour always go together.
Role inkOf(Glyph glyph);
/// Glyphs are not mirrored in right-to-left windows.
void paintGlyph(QPainter *painter, const QRectF &rect, Glyph glyph);
void paintGlyph(QPainter *painter, const QRectF &rect, Glyph glyph, const QColor &ink);
/// The mark of a critical requirement, before its number.
void paintDiamond(QPainter *painter, const QRectF &rect, const QColor &ink);
/// Diagonal lines: what was left out as not relevant.
void paintHatching(QPainter *painter, const QRectF &rect, const QColor &ink);

/// State of a phase or step.
enum class StepMark { Closed, Current, Half, ToCome, Optional };
void paintStepMark(QPainter *painter, const QRectF &rect, StepMark mark);

/// A thin rounded bar: how much of something is done, 0 to 1.
void paintShareBar(QPainter *painter, const QRectF &rect, qreal share, const Theme &theme);

} // namespace adit
