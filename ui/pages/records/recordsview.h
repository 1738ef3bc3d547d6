// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QWidget>
#include <optional>

namespace adit {

/// Another way to look at the records of a list, beside its table: a board, a strip of dates. Whoever adds it to the
/// list fills it.
class RecordsView : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows which record is looked at; nothing: none. Sends nothing.
    virtual void setCurrent(const std::optional<EntityRef> &entity) = 0;
    virtual void focusMain() = 0;

Q_SIGNALS:
    /// A person stepped onto a record.
    void currentChanged(const adit::EntityRef &entity);
    /// A person wants its form.
    void opened(const adit::EntityRef &entity);
};

} // namespace adit
