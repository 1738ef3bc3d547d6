// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/publish/printedplace.h"

#include <QPdfView>

namespace adit {

/// Pages below each other, on which a place can be pointed at by a calm box, and words be marked with the mouse. The
/// view of Qt draws pages alone and does not say where; this one knows its layout.
class PageView final : public QPdfView
{
    Q_OBJECT
public:
    explicit PageView(QWidget *parent = nullptr);

    /// Draws a box round it.
    void setPlace(const PlaceOnPage &place);
    /// The same, and scrolls so that it is seen with what stands above.
    void showPlace(const PlaceOnPage &place);
    /// No box, and no words marked.
    void clear();
    const std::optional<PlaceOnPage> &place() const { return m_place; }
    /// The box in the viewport; empty without a place.
    QRectF placeBox() const;
    /// A page in the viewport, in pixels.
    QRectF pageBox(int page) const;
    /// Of the words that are marked, in the viewport.
    QRectF markedBox() const;
    const QString &markedWords() const { return m_markedWords; }
    /// The mouse is still pressed.
    bool isMarking() const { return m_pressedPage.has_value(); }

Q_SIGNALS:
    /// Words were marked, others, or none; or those that are moved on the screen.
    void markedChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Where the pages stand, from the top left of the first one's margin on.
    QList<QRect> layout() const;
    QTransform toViewport(int page) const;
    std::optional<int> pageAt(const QPointF &at) const;
    QPointF onPage(int page, const QPointF &at) const;
    QRectF boxOf(const std::optional<PlaceOnPage> &place) const;
    void mark(const QPointF &to);
    void paintMarked(QPainter &painter) const;

    std::optional<PlaceOnPage> m_place;
    std::optional<PlaceOnPage> m_marked;
    QString m_markedWords;
    std::optional<int> m_pressedPage;
    QPointF m_pressedAt; ///< on that page, in points
};

} // namespace adit
