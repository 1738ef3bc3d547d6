// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>

class QSvgRenderer;

namespace adit {

/// A picture from memory, as large as there is room for.
class FilePicture final : public QWidget
{
    Q_OBJECT
public:
    explicit FilePicture(const QByteArray &bytes, QWidget *parent = nullptr);
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
