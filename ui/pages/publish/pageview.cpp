// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/pageview.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QScreen>
#include <QScrollBar>

namespace adit {

namespace {

/// Around the words, in pixels.
constexpr qreal air = 3;

/// Pixels to a point at the full size of a page.
qreal fullSize()
{
    return QGuiApplication::primaryScreen()->logicalDotsPerInch() / 72.0;
}

/// A page is white in every look.
QColor paperAccent()
{
    return Theme(Theme::palette(false)).color(Role::Accent);
}

} // namespace

PageView::PageView(QWidget *parent)
    : QPdfView(parent)
{
    viewport()->setCursor(Qt::IBeamCursor);
}

QList<QRect> PageView::layout() const
{
    // As QPdfView lays them out: each page as wide as the view, or as much of it as fits, in the middle.
    QList<QRect> pages;
    const QMargins margins = documentMargins();
    const QSize room = viewport()->size();
    int widest = 0;
    for (int page = 0; document() && page < document()->pageCount(); ++page) {
        QSize size = QSizeF(document()->pagePointSize(page) * fullSize()).toSize();
        if (zoomMode() == ZoomMode::FitToWidth)
            size *= qreal(room.width() - margins.left() - margins.right()) / qreal(size.width());
        else if (zoomMode() == ZoomMode::FitInView)
            size = size.scaled(room + QSize(-margins.left() - margins.right(), -pageSpacing()), Qt::KeepAspectRatio);
        else
            size = QSizeF(document()->pagePointSize(page) * fullSize() * zoomFactor()).toSize();
        widest = std::max(widest, size.width());
        pages.append(QRect(QPoint(), size));
    }
    const int width = std::max(widest + margins.left() + margins.right(), room.width());
    int top = margins.top();
    for (QRect &page : pages) {
        page.moveTopLeft({(width - page.width()) / 2, top});
        top += page.height() + pageSpacing();
    }
    return pages;
}

QRectF PageView::pageBox(int page) const
{
    return QRectF(layout().value(page)).translated(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
}

QTransform PageView::toViewport(int page) const
{
    const QRectF box = pageBox(page);
    const QSizeF points = document()->pagePointSize(page);
    return QTransform::fromTranslate(box.x(), box.y())
        .scale(box.width() / points.width(), box.height() / points.height());
}

QRectF PageView::boxOf(const std::optional<PlaceOnPage> &place) const
{
    if (!place || !document() || place->page >= document()->pageCount())
        return {};
    QRectF box;
    const QTransform transform = toViewport(place->page);
    for (const QPolygonF &line : place->lines)
        box |= transform.mapRect(line.boundingRect());
    return box;
}

QRectF PageView::placeBox() const
{
    const QRectF box = boxOf(m_place);
    return box.isEmpty() ? box : box.adjusted(-air, -air, air, air);
}

QRectF PageView::markedBox() const
{
    return boxOf(m_marked);
}

void PageView::setPlace(const PlaceOnPage &place)
{
    m_place = place;
    viewport()->update();
}

void PageView::showPlace(const PlaceOnPage &place)
{
    setPlace(place);
    const QRectF box = placeBox();
    // What stands above it is seen too.
    const int top = verticalScrollBar()->value() + qRound(box.top()) - viewport()->height() / 3;
    if (!QRectF(viewport()->rect()).contains(box))
        verticalScrollBar()->setValue(top);
    if (horizontalScrollBar()->maximum() > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(box.left()) - grid::page);
}

void PageView::clear()
{
    m_place.reset();
    m_marked.reset();
    m_markedWords.clear();
    m_pressedPage.reset();
    viewport()->update();
    Q_EMIT markedChanged();
}

void PageView::paintEvent(QPaintEvent *event)
{
    QPdfView::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarked(painter);
    if (const QRectF box = placeBox(); !box.isEmpty()) {
        painter.setPen(QPen(paperAccent(), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, grid::radius, grid::radius);
    }
}

void PageView::paintMarked(QPainter &painter) const
{
    if (!m_marked)
        return;
    QColor ground = paperAccent();
    ground.setAlphaF(0.25F);
    const QTransform transform = toViewport(m_marked->page);
    for (const QPolygonF &line : m_marked->lines)
        painter.fillRect(transform.mapRect(line.boundingRect()), ground);
}

std::optional<int> PageView::pageAt(const QPointF &at) const
{
    const QPoint inPages = at.toPoint() + QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const QList<QRect> pages = layout();
    for (int page = 0; page < pages.size(); ++page)
        if (pages[page].contains(inPages))
            return page;
    return std::nullopt;
}

QPointF PageView::onPage(int page, const QPointF &at) const
{
    return toViewport(page).inverted().map(at);
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QPdfView::mousePressEvent(event);
    clear();
    m_pressedPage = pageAt(event->position());
    if (m_pressedPage)
        m_pressedAt = onPage(*m_pressedPage, event->position());
    event->accept();
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedPage && event->buttons().testFlag(Qt::LeftButton))
        mark(event->position());
    else
        QPdfView::mouseMoveEvent(event);
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QPdfView::mouseReleaseEvent(event);
    m_pressedPage.reset();
    Q_EMIT markedChanged();
}

void PageView::mark(const QPointF &to)
{
    const QPdfSelection words = document()->getSelection(*m_pressedPage, m_pressedAt, onPage(*m_pressedPage, to));
    m_markedWords = words.isValid() ? words.text().simplified() : QString();
    m_marked.reset();
    if (!m_markedWords.isEmpty())
        m_marked = PlaceOnPage{*m_pressedPage, words.bounds()};
    viewport()->update();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !m_markedWords.isEmpty())
        QGuiApplication::clipboard()->setText(m_markedWords);
    else if (event->key() == Qt::Key_Escape && (m_marked || m_place))
        clear();
    else
        QPdfView::keyPressEvent(event);
}

void PageView::scrollContentsBy(int dx, int dy)
{
    QPdfView::scrollContentsBy(dx, dy);
    Q_EMIT markedChanged();
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QPdfView::resizeEvent(event);
    Q_EMIT markedChanged();
}

} // namespace adit
