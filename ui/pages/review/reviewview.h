// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/step/destinations.h"

#include <QWidget>

namespace adit {

/// One way to look at the review. The page shows one at a time and asks all of them the same few things, which are
/// those that the window asks of a page.
class ReviewView : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Called when it comes on screen, and when the case changes while it is there.
    virtual void refresh() = 0;
    /// False if something typed is not stored; the Editor has said so.
    virtual bool commitPending() { return true; }
    virtual void forgetPending() {}
    virtual void focusMain() { setFocus(Qt::OtherFocusReason); }
    virtual void setNarrow(bool) {}

Q_SIGNALS:
    /// Another page has to be looked at.
    void wanted(const adit::Destination &destination);
    /// Something typed keeps the view where it is.
    void heldBack();
};

} // namespace adit
