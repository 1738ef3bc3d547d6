// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyphs.h"

#include <QWidget>

namespace adit {

/// A thin bar of how much is done, for the status bar and rows.
class ShareBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ShareBar(QWidget *parent = nullptr);

    /// 0 to 1.
    void setShare(qreal share);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal m_share = 0;
};

/// One rating glyph (or the critical diamond) as a label.
class GlyphLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit GlyphLabel(int side, QWidget *parent = nullptr);

    void setGlyph(Glyph glyph);
    void setDiamond();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_side;
    Glyph m_glyph = Glyph::Dotted;
    bool m_diamond = false;
};

/// How a step of the process stands, as a label.
class StepMarkLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit StepMarkLabel(int side, QWidget *parent = nullptr);

    void setMark(StepMark mark);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_side;
    StepMark m_mark = StepMark::ToCome;
};

/// The initials of whoever works here, in a circle.
class Avatar final : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(QWidget *parent = nullptr);

    void setPerson(const QString &name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
};

} // namespace adit
