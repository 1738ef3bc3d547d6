// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/commitline.h"

#include <QDate>
#include <optional>

namespace adit {

/// A date that may be absent, typed as year-month-day or taken from a calendar. An incomplete one shows so in words and
/// is sent only on the way to something else, to be refused there with a reason rather than lost.
class DateField final : public CommitLine
{
    Q_OBJECT
public:
    explicit DateField(QWidget *parent = nullptr);

    void setDate(const std::optional<QDate> &date);
    /// Nothing while empty or not a date.
    std::optional<QDate> date() const;

protected:
    bool isAcceptable() const override;

private:
    void showValidity();
    void openCalendar();
};

} // namespace adit
