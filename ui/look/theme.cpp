// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include <QGuiApplication>
#include <algorithm>
#include <array>
#include <cmath>

namespace adit {

namespace {

struct RoleColors
{
    Role role;
    QRgb light;
    QRgb dark;
};

constexpr std::array<RoleColors, 28> roleTable{{
    {Role::Window, 0xf5f5f3, 0x1a1c1f},        {Role::Base, 0xffffff, 0x212428},
    {Role::Alternate, 0xfafaf8, 0x25282d},     {Role::Line, 0xe2e2de, 0x34383d},
    {Role::ButtonLine, 0xc6c6c0, 0x50555c},    {Role::Edge, 0x7f848a, 0x7d838b},
    {Role::Hover, 0xeeeeeb, 0x2b2f34},         {Role::Track, 0xececE8, 0x2e3237},
    {Role::ChartInk, 0x4a5560, 0xaeb7c0},      {Role::ChartOpen, 0xd5d8db, 0x4a5058},
    {Role::Text, 0x1c1e21, 0xe7e8ea},          {Role::SecondText, 0x565b61, 0xb4b9bf},
    {Role::ThirdText, 0x63686d, 0x9ba1a8},     {Role::DisabledText, 0xa3a6aa, 0x656a70},
    {Role::Accent, 0x2f55d4, 0x8fa9ff},        {Role::OnAccent, 0xffffff, 0x10131c},
    {Role::Tint, 0xe9eefc, 0x2a3350},          {Role::WarnGround, 0xfbf3e2, 0x332b1b},
    {Role::WarnLine, 0xe6d2a4, 0x5c4b25},      {Role::BlockGround, 0xfbedeb, 0x372321},
    {Role::BlockLine, 0xe9c4bf, 0x66403b},     {Role::Added, 0xddefe8, 0x1f4238},
    {Role::Removed, 0xfadfdb, 0x51302c},       {Role::Fully, 0x14604f, 0x4fc3a6},
    {Role::Substantially, 0x2f6f91, 0x7db9d9}, {Role::Partially, 0x8f5a00, 0xe6b04a},
    {Role::NotMet, 0xa6322b, 0xef8a80},        {Role::Deferred, 0x6a5aa6, 0xb3a4e6},
}};

QColor tableColor(Role role, bool dark)
{
    const auto *found = std::find_if(roleTable.begin(), roleTable.end(), [&](const auto &r) { return r.role == role; });
    return QColor::fromRgb(0xff000000u | (dark ? found->dark : found->light));
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

Theme::Theme(const QPalette &palette)
    : m_dark(isDark(palette))
    , m_window(palette.color(QPalette::Window))
    , m_base(palette.color(QPalette::Base))
    , m_text(palette.color(QPalette::WindowText))
    , m_accent(palette.color(QPalette::Highlight))
    , m_onAccent(palette.color(QPalette::HighlightedText))
{}

Theme Theme::current()
{
    return Theme(QGuiApplication::palette());
}

QColor Theme::color(Role role) const
{
    switch (role) {
    case Role::Window:
        return m_window;
    case Role::Base:
        return m_base;
    case Role::Text:
        return m_text;
    case Role::Accent:
        return m_accent;
    case Role::OnAccent:
        return m_onAccent;
    default:
        return tableColor(role, m_dark);
    }
}

QPalette Theme::palette(bool dark)
{
    const auto color = [dark](Role role) { return tableColor(role, dark); };
    QPalette palette(color(Role::Window));
    palette.setColor(QPalette::Window, color(Role::Window));
    palette.setColor(QPalette::Base, color(Role::Base));
    palette.setColor(QPalette::AlternateBase, color(Role::Alternate));
    palette.setColor(QPalette::Button, color(Role::Base));
    palette.setColor(QPalette::ToolTipBase, color(Role::Base));
    palette.setColor(QPalette::Highlight, color(Role::Accent));
    palette.setColor(QPalette::HighlightedText, color(Role::OnAccent));
    palette.setColor(QPalette::Link, color(Role::Accent));
    palette.setColor(QPalette::PlaceholderText, color(Role::ThirdText));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, color(Role::Text));
        palette.setColor(QPalette::Disabled, role, color(Role::DisabledText));
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Role::Window));
    return palette;
}

bool Theme::isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace adit
