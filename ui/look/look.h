// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QApplication;
class QPalette;

namespace adit {

/// Which colours a person wants; `System` follows the palette the desktop gave at the start.
enum class Appearance { System, Light, Dark };
QString appearanceCode(Appearance appearance);
Appearance appearanceFromCode(const QString &code);

/// Puts style, palette and style sheet in place. Call again after the appearance or the application's font changed.
void applyLook(QApplication &application, Appearance appearance, const QPalette &systemPalette);

} // namespace adit
