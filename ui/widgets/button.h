// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace adit {

/// A push button in the project's look. Primary is the one thing to do next; plain has a line; flat shows its box only
/// under the pointer; link is accent text.
class Button : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind { Primary, Plain, Flat, Link };

    Button(Kind kind, const QString &text, QWidget *parent = nullptr);

    /// An icon of resources/icons before the text; alone when the text is empty (then set a tool tip: it is the name).
    void setIconName(const QString &name);
    /// A key shown behind the text, faded; only words, the shortcut itself belongs to an action.
    void setHint(const QString &hint);
    /// A chevron at the end: the button opens a menu.
    void setMenuMark(bool shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintGround(QPainter *painter) const;
    QColor ink() const;
    int padding() const;

    Kind m_kind;
    QString m_icon;
    QString m_hint;
    bool m_menuMark = false;
};

} // namespace adit
