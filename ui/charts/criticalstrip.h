// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyphs.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace adit {

/// One critical requirement in the strip.
struct CriticalMark
{
    QString id; ///< what chosen() tells: "1.2.2.2"
    Glyph glyph = Glyph::Dotted;
    QString spoken;          ///< "1.2.2.2 Two-way dialogue: substantially meets"
    bool newChapter = false; ///< a gap before

    friend bool operator==(const CriticalMark &, const CriticalMark &) = default;
};

struct CriticalRow
{
    QString label;
    QString count; ///< "7 of 7"
    std::vector<CriticalMark> marks;

    friend bool operator==(const CriticalRow &, const CriticalRow &) = default;
};

/// All critical requirements as glyphs, a row for each principle, grouped by chapter. Arrow keys walk, Enter opens.
class CriticalStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit CriticalStrip(QWidget *parent = nullptr);

    void setRows(std::vector<CriticalRow> rows);
    QRect markRect(int row, int mark) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Place
    {
        int row = 0;
        int mark = 0;
    };
    std::optional<Place> placeAt(const QPoint &position) const;
    const CriticalMark *markAt(const Place &place) const;
    void moveTo(Place place);
    int rowHeight() const;
    int labelWidth() const;
    int pitch() const;

    std::vector<CriticalRow> m_rows;
    Place m_focus;
};

} // namespace adit
