// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/schedule.h"
#include "core/scoring/scorecard.h"

#include <QString>
#include <vector>

namespace adit {

/// One thing that keeps a gate shut.
struct Missing
{
    /// What it is about, by code: a requirement, a label, a group, a role, a milestone, a field; empty where something
    /// is missing as a whole (no announcement at all).
    QString subject;
    int have = -1; ///< of `need`, where both can be counted
    int need = -1;
};

/// One gate as it stands.
struct GateState
{
    const Gate *gate = nullptr;
    std::vector<Missing> missing;
    bool wasPassed = false; ///< somebody passed it with a reason, and may
    QString passedBy;
    QString reason;

    bool isMet() const { return missing.empty(); }
    bool isOpen() const { return isMet() || wasPassed; }
};

/// Where the process stands: all dates and all gates. Pure, and quick enough to be worked out at every edit.
struct ProcessState
{
    QDate today;
    Schedule schedule;
    std::vector<GateState> gates; ///< in the standard's order

    /// The gates of a step that are asked for when it opens, or when it closes.
    std::vector<const GateState *> gatesOf(const QString &step, bool opens) const;
    /// Those of them that are shut.
    std::vector<const GateState *> shut(const QString &step, bool opens) const;
    const GateState *gate(const QString &code) const;
};

/// `items` are those of CaseDocument::ratedItems().
ProcessState processStateOf(const CaseView &view, const std::vector<RatedItem> &items, const QDate &today);

} // namespace adit
