// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/nonconformities.h"
#include "ui/pages/records/recordsview.h"

namespace adit {

class TimeChart;

/// Nonconformities by month: each from the day it was raised to the day its correction is due, with the due dates of
/// its actions and what is done of them.
class DueView final : public RecordsView
{
    Q_OBJECT
public:
    explicit DueView(QWidget *parent = nullptr);

    void setCards(const std::vector<NonconformityCard> &cards, const QDate &today);

    void setCurrent(const std::optional<EntityRef> &entity) override;
    void focusMain() override;

private:
    std::optional<EntityRef> entityOf(const QString &markId) const;

    std::vector<NonconformityCard> m_cards;
    TimeChart *m_chart;
};

} // namespace adit
