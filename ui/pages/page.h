// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace adit {

/// A page of the workspace. The window asks all of them the same few things.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Sends what is typed and not stored yet. False if it could not be stored: then heldBack() was sent, the Editor
    /// has said why, and the page must stay, since leaving it would lose what is typed.
    bool settle();
    /// Drops what is typed and not stored.
    virtual void forgetPending() {}
    /// Puts the focus where work goes on.
    virtual void focusMain() { setFocus(Qt::OtherFocusReason); }
    /// The panels between which F6 jumps, in order; hidden ones are skipped.
    virtual QList<QWidget *> panels() { return {this}; }
    /// Width in pixels at 13 pixel text: the page folds panels away when it is narrow.
    virtual void setRoom(int) {}

Q_SIGNALS:
    void heldBack();

protected:
    /// False if something typed is still not stored.
    virtual bool commitPending() { return true; }
};

} // namespace adit
