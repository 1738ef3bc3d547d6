// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QPolygonF>

namespace adit::test {

/// A landscape with a dam, as a camera would bring it home; drawn, so that it can be shown. `number`: the hour of the
/// day, so that no two are alike.
inline QByteArray drawnPhoto(int width, int height, int number = 0, const char *format = "jpg")
{
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width / 400.0, height / 300.0);
    QLinearGradient sky(0, 0, 0, 180);
    sky.setColorAt(0, QColor::fromHsv((205 + number * 7) % 360, 120, 210));
    sky.setColorAt(1, QColor(236, 232, 220));
    painter.fillRect(0, 0, 400, 300, sky);
    painter.setPen(Qt::NoPen);
    const auto slope = [&](const QPolygonF &outline, const QColor &colour) {
        painter.setBrush(colour);
        painter.drawPolygon(outline);
    };
    slope({{0, 150}, {70, 80}, {150, 140}, {230, 60}, {330, 130}, {400, 95}, {400, 300}, {0, 300}},
          QColor(128, 132, 140));
    slope({{0, 190}, {90, 150}, {200, 185}, {400, 160}, {400, 300}, {0, 300}}, QColor(150, 128, 96));
    slope({{60, 235}, {120, 185}, {300, 185}, {370, 235}}, QColor(176, 160, 132));
    slope({{120, 185}, {300, 185}, {290, 180}, {130, 180}}, QColor(206, 196, 176));
    slope({{0, 235}, {400, 235}, {400, 300}, {0, 300}}, QColor(110, 118, 84));
    slope({{196, 182}, {210, 182}, {222, 300}, {184, 300}}, QColor(170, 168, 160));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 88);
    return bytes;
}

} // namespace adit::test
