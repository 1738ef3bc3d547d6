// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace adit {

namespace {

bool turnsWithReading(const QString &name)
{
    return name == QLatin1String("back") || name == QLatin1String("forward") ||
           name == QLatin1String("chevron-right") || name == QLatin1String("undo") || name == QLatin1String("redo") ||
           name == QLatin1String("assess");
}

QPixmap rendered(const QString &name, const QSize &pixels, const QColor &ink)
{
    const QString key = QStringLiteral("adit-%1-%2x%3-%4")
                            .arg(name, QString::number(pixels.width()), QString::number(pixels.height()), ink.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer(file.readAll().replace("#000000", ink.name().toLatin1()));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// An engine that paints anew each time, with the palette of that moment.
class PaintedIconEngine : public QIconEngine
{
public:
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setLayoutDirection(QGuiApplication::layoutDirection());
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
};

class RoleIconEngine final : public PaintedIconEngine
{
public:
    RoleIconEngine(QString name, Role ink)
        : m_name(std::move(name))
        , m_ink(ink)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_name, Theme::current().color(mode == QIcon::Disabled ? Role::DisabledText : m_ink));
    }
    QIconEngine *clone() const override { return new RoleIconEngine(m_name, m_ink); }

private:
    QString m_name;
    Role m_ink;
};

class GlyphIconEngine final : public PaintedIconEngine
{
public:
    explicit GlyphIconEngine(Glyph glyph)
        : m_glyph(glyph)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Role ink = mode == QIcon::Disabled ? Role::DisabledText : inkOf(m_glyph);
        paintGlyph(painter, rect, m_glyph, Theme::current().color(ink));
    }
    QIconEngine *clone() const override { return new GlyphIconEngine(m_glyph); }

private:
    Glyph m_glyph;
};

} // namespace

void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &ink)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPixmap pixmap = rendered(name, (rect.size() * ratio).toSize(), ink);
    if (pixmap.isNull())
        return;
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    if (painter->layoutDirection() == Qt::RightToLeft && turnsWithReading(name)) {
        painter->translate(rect.center().x() * 2, 0);
        painter->scale(-1, 1);
    }
    painter->drawPixmap(rect, pixmap, pixmap.rect());
    painter->restore();
}

QIcon roleIcon(const QString &name, Role ink)
{
    return QIcon(new RoleIconEngine(name, ink));
}

QIcon glyphIcon(Glyph glyph)
{
    return QIcon(new GlyphIconEngine(glyph));
}

QString iconName(AudienceMark mark)
{
    switch (mark) {
    case AudienceMark::Public:
        return QStringLiteral("eye");
    case AudienceMark::Team:
        return QStringLiteral("eye-closed");
    case AudienceMark::Identity:
        return QStringLiteral("shield");
    }
    return {};
}

} // namespace adit
