// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/look.h"

#include "ui/look/stylesheet.h"
#include "ui/look/theme.h"
#include "ui/look/tickstyle.h"

#include <QApplication>
#include <QFont>

/// Resources of a static library register themselves only when asked, and not from inside a namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace adit {

QString appearanceCode(Appearance appearance)
{
    switch (appearance) {
    case Appearance::System:
        return QStringLiteral("system");
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

Appearance appearanceFromCode(const QString &code)
{
    if (code == QLatin1String("light"))
        return Appearance::Light;
    return code == QLatin1String("dark") ? Appearance::Dark : Appearance::System;
}

void applyLook(QApplication &application, Appearance appearance, const QPalette &systemPalette)
{
    registerIcons();
    const bool dark = appearance == Appearance::System ? Theme::isDark(systemPalette) : appearance == Appearance::Dark;
    application.setStyle(new TickStyle);
    const QPalette palette = Theme::palette(dark);
    application.setPalette(palette);
    application.setStyleSheet(styleSheet(Theme(palette), application.font()));
}

} // namespace adit
