// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filepicture.h"

#include <QPainter>
#include <QSvgRenderer>

namespace adit {

FilePicture::FilePicture(const QImage &photo, QWidget *parent)
    : QWidget(parent)
    , m_image(photo)
{}

FilePicture::FilePicture(const QByteArray &drawing, QWidget *parent)
    : QWidget(parent)
    , m_drawing(std::make_unique<QSvgRenderer>(drawing))
{}

FilePicture::~FilePicture() = default;

bool FilePicture::isReadable() const
{
    return !m_image.isNull() || (m_drawing && m_drawing->isValid());
}

QSize FilePicture::sizeHint() const
{
    return m_drawing ? m_drawing->defaultSize() : m_image.size();
}

void FilePicture::paintEvent(QPaintEvent *)
{
    if (!isReadable())
        return;
    const QSizeF size = QSizeF(sizeHint()).scaled(this->size(), Qt::KeepAspectRatio);
    const QRectF place(QPointF((width() - size.width()) / 2, 0), size);
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_drawing)
        m_drawing->render(&painter, place);
    else
        painter.drawImage(place, m_image);
}

} // namespace adit
