// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace adit {

/// A small boxed word: checkable as a filter, or a still tag that only tells (setTag()).
class Chip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    /// What stands before the text: an icon of resources/icons, or the diamond of critical requirements.
    void setIconName(const QString &name);
    void setDiamond(bool shown);
    /// Opens a menu: a chevron at the end.
    void setMenuMark(bool shown);
    /// Not clickable, 20 high, no focus.
    void setTag();
    enum class Tone { Plain, Warn, Block };
    void setTone(Tone tone);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int leadWidth() const;

    QString m_icon;
    bool m_diamond = false;
    bool m_menuMark = false;
    bool m_tag = false;
    Tone m_tone = Tone::Plain;
};

} // namespace adit
