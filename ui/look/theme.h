// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace adit {

/// What a colour is for. Widgets ask for a role, never for a colour, so that light, dark and foreign palettes all hold.
enum class Role {
    Window,     ///< bars and the rail
    Base,       ///< pages and fields
    Alternate,  ///< the tree and sheets
    Line,       ///< hairlines; also the ground of something pressed
    ButtonLine, ///< the line round buttons and tags
    Edge,       ///< fields, the rating strip, marks: at least 3:1
    Hover,
    Track, ///< what a bar runs in
    ChartInk,
    ChartOpen, ///< the part of a bar that is still open; always with an edge round it
    Text,
    SecondText,
    ThirdText,
    DisabledText,
    Accent, ///< what to do next, and focus
    OnAccent,
    Tint, ///< the ground of what is selected
    WarnGround,
    WarnLine,
    BlockGround,
    BlockLine,
    Added,
    Removed,
    Fully, ///< inks of the ratings, for text and glyphs
    Substantially,
    Partially, ///< also the ink of warnings
    NotMet,    ///< also the ink of what is blocked or overdue
    Deferred
};

/// The colours of one palette by role. Window, base, text and accent are the palette's own; the rest follows from
/// whether the palette is dark (Qt 6.4 knows no colour scheme).
class Theme
{
public:
    explicit Theme(const QPalette &palette);
    /// Of the palette the application has now.
    static Theme current();

    bool isDark() const { return m_dark; }
    QColor color(Role role) const;

    /// The palette of the mock-ups, for an application that starts under a light or a dark desktop.
    static QPalette palette(bool dark);
    static bool isDark(const QPalette &palette);

private:
    bool m_dark;
    QColor m_window;
    QColor m_base;
    QColor m_text;
    QColor m_accent;
    QColor m_onAccent;
};

/// WCAG contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace adit
