// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QFont;
class QPainter;

namespace adit {

class Theme;

/// What the pointer and the keyboard do to a control right now.
struct ControlState
{
    bool enabled = true;
    bool hovered = false;
    bool pressed = false;
    bool checked = false;
    bool focused = false;
};

/// A filled box with a line inside its own rectangle; an invalid line colour draws none.
void paintBox(QPainter *painter, const QRectF &rect, const QColor &ground, const QColor &line, qreal radius,
              qreal width = 1);
/// Two pixels of accent inside the control's own box.
void paintFocus(QPainter *painter, const QRectF &rect, qreal radius);
/// Frame of one pixel on a row of a list that has the focus, and the ground and leading bar of a selected row.
void paintRow(QPainter *painter, const QRectF &rect, const ControlState &state, const Theme &theme);
/// A small boxed key name, centred in `rect`; keys read left to right in every language.
void paintKeyCap(QPainter *painter, const QRectF &rect, const QString &key, const Theme &theme);
/// Width a key cap needs for its text.
int keyCapWidth(const QFont &font, const QString &key);

} // namespace adit
