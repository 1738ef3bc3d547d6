// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QAbstractButton>

namespace adit {

/// A thing in a narrow list: icon, name, and below it in small print what it is. Pressing it opens it.
class ItemRow final : public QAbstractButton
{
    Q_OBJECT
public:
    ItemRow(const QString &icon, const QString &name, const QString &detail, QWidget *parent = nullptr);

    /// Of the icon; warnings have their own.
    void setIconInk(Role ink);
    /// The row of what is pointed at elsewhere on the page.
    void setMarked(bool marked);
    bool isMarked() const { return m_isMarked; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_icon;
    QString m_detail;
    Role m_iconInk = Role::SecondText;
    bool m_isMarked = false;
};

} // namespace adit
