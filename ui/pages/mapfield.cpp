// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mapfield.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <cmath>

namespace adit {

/// The outlines alone; the pages of the report show the rest.
class MapField::Picture final : public QWidget
{
public:
    explicit Picture(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(scaled(font(), 176), scaled(font(), 112));
    }

    void setMap(const SiteMap &map)
    {
        m_map = map;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintBox(&painter, rect(), theme.color(Role::Base), theme.color(Role::ButtonLine), grid::radius);
        if (m_map.features.empty())
            return;
        const Projection onPicture = projection();
        for (const MapFeature::Kind kind :
             {MapFeature::Kind::Boundary, MapFeature::Kind::Area, MapFeature::Kind::Line, MapFeature::Kind::Place})
            for (const MapFeature &feature : m_map.features)
                if (feature.kind == kind)
                    paintFeature(painter, feature, onPicture, theme);
    }

private:
    /// From degrees to this widget, worked out once for a painting: a map may have thousands of positions.
    struct Projection
    {
        MapPosition middle;
        double east = 1; ///< pixels to a degree
        double north = 1;
        QPointF centre;

        QPointF operator()(const MapPosition &at) const
        {
            return centre + QPointF((at.longitude - middle.longitude) * east, (middle.latitude - at.latitude) * north);
        }
    };

    Projection projection() const
    {
        const auto [low, high] = m_map.corners();
        const MapPosition middle{(low.longitude + high.longitude) / 2, (low.latitude + high.latitude) / 2};
        const auto [east, north] = metresToDegree(middle.latitude);
        const double across = std::max((high.longitude - low.longitude) * east, 1.0);
        const double up = std::max((high.latitude - low.latitude) * north, 1.0);
        const double scale = std::min((width() - 20) / across, (height() - 20) / up);
        return {middle, east * scale, north * scale, {width() / 2.0, height() / 2.0}};
    }

    static void paintFeature(QPainter &painter, const MapFeature &feature, const Projection &onPicture,
                             const Theme &theme)
    {
        if (feature.kind == MapFeature::Kind::Place) {
            painter.fillRect(QRectF(onPicture(feature.lines.front().front()) - QPointF(2, 2), QSizeF(4, 4)),
                             theme.color(Role::Text));
            return;
        }
        QPainterPath path;
        const bool isLine = feature.kind == MapFeature::Kind::Line;
        for (const auto &line : feature.lines) {
            path.moveTo(onPicture(line.front()));
            for (const MapPosition &at : line)
                path.lineTo(onPicture(at));
            if (!isLine)
                path.closeSubpath();
        }
        const bool isBoundary = feature.kind == MapFeature::Kind::Boundary;
        if (!isLine)
            painter.fillPath(path, theme.color(isBoundary ? Role::Alternate : Role::Line));
        painter.strokePath(path, QPen(theme.color(isBoundary ? Role::Text : Role::SecondText), isBoundary ? 1.5 : 1,
                                      isLine ? Qt::DashLine : Qt::SolidLine));
    }

    SiteMap m_map;
};

MapField::MapField(QWidget *parent)
    : QWidget(parent)
    , m_picture(new Picture(this))
    , m_about(newReading(this, {}, Type::Small, Role::SecondText))
    , m_choose(new Button(Button::Kind::Plain, tr("Load a GeoJSON file…"), this))
    , m_remove(new Button(Button::Kind::Flat, tr("Remove"), this))
{
    m_picture->setObjectName(QStringLiteral("mapPicture"));
    m_about->setObjectName(QStringLiteral("mapAbout"));
    m_about->setWordWrap(true);
    m_choose->setObjectName(QStringLiteral("mapChoose"));
    m_remove->setObjectName(QStringLiteral("mapRemove"));
    connect(m_choose, &Button::clicked, this, &MapField::fileWanted);
    connect(m_remove, &Button::clicked, this, &MapField::removed);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::inside);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(grid::inside);
    words->addWidget(m_about);
    words->addLayout(buttons);
    words->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::group);
    layout->addWidget(m_picture, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    setFocusProxy(m_choose);
}

void MapField::setStored(const QString &geoJson)
{
    const auto map = geoJson.isEmpty() ? Result<SiteMap>(SiteMap{}) : SiteMap::fromGeoJson(geoJson.toUtf8());
    const bool hasMap = map && !map->features.empty();
    m_picture->setVisible(hasMap);
    m_remove->setVisible(!geoJson.isEmpty());
    QStringList names;
    if (hasMap) {
        m_picture->setMap(*map);
        for (const MapFeature &feature : map->features)
            if (!feature.name.isEmpty())
                names.append(feature.name);
    }
    m_about->setText(!map              ? tr("What is kept here is no map, and is not printed.")
                     : !hasMap         ? tr("The report draws it by itself: the boundary of the mine, and around it "
                                                    "areas, lines and places with their names. Leave out what must not be shown.")
                     : names.isEmpty() ? tr("Nothing on it has a name.")
                                       : names.join(QStringLiteral(" · ")));
    m_picture->setAccessibleName(m_about->text());
}

} // namespace adit
