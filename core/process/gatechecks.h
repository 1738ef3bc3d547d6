// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/basis.h"
#include "core/process/gates.h"

namespace adit {

/// What the conditions of gates are looked at with; made once for all of them.
struct GateContext
{
    const CaseView &view;
    const std::vector<RatedItem> &items;
    const Schedule &schedule;
    const BasisIndex &basis;
    QDate today;
};

using MissingList = std::vector<Missing>;
/// What keeps a gate shut.
using GateCheckFunction = MissingList (*)(const GateContext &context, const Gate &gate);

/// The kinds of records that a condition looks at: it holds as long as none of them changes, and the day does not.
std::vector<EntityKind> kindsReadBy(GateCheck check);

// By what they look at, each in a file of its own.
GateCheckFunction scheduleCheck(GateCheck check);  ///< dates, steps and what was filled in
GateCheckFunction teamCheck(GateCheck check);      ///< the team and its plan
GateCheckFunction fieldworkCheck(GateCheck check); ///< announcement, meetings, requests, outreach, interviews, visit
GateCheckFunction resultCheck(GateCheck check);    ///< ratings, nonconformities, plans, comments

namespace gates {

/// What keeps a gate shut now.
void look(const GateContext &context, GateState &state);
/// Whether somebody passed it, and why.
void lookForPass(const Assessment &assessment, GateState &state);

} // namespace gates

} // namespace adit
