// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

class QSvgRenderer;

namespace adit {

/// A picture from memory, as large as there is room for: a photo that was decoded, or a drawing, which stays sharp.
class FilePicture final : public QWidget
{
    Q_OBJECT
public:
    explicit FilePicture(const QImage &photo, QWidget *parent = nullptr);
    /// An SVG.
    explicit FilePicture(const QByteArray &drawing, QWidget *parent = nullptr);
    ~FilePicture() override;

    /// False where the bytes are no picture that can be drawn.
    bool isReadable() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
    std::unique_ptr<QSvgRenderer> m_drawing;
};

} // namespace adit
