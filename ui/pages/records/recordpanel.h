// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

#include <QWidget>

namespace adit {

/// What the form of one kind of record has beside its fields. Shown for records that are there, not for new ones.
class RecordPanel : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void open(const EntityRef &record) = 0;
    virtual void refresh() = 0;
    /// Stores what is typed; false where that was refused.
    virtual bool commitPending() { return true; }
    virtual void forgetPending() {}
};

} // namespace adit
