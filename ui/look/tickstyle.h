// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace adit {

/// Fusion, but for the boxes that are ticked: its own are drawn in shades of the ground, which nobody finds on a dark
/// one. These have the edge of fields (3:1), and accent where they are ticked.
class TickStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    TickStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace adit
