// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/gates.h"

namespace adit {

// Verbs that the process has a say in. `state` is processStateOf() of the same view.

/// Opens or closes a step today, if its gates are open. Error GateClosed lists those that are shut. Opening is not
/// asked again where the step was open before.
Result<Edit> openStep(const CaseView &view, const ProcessState &state, const QString &step);
Result<Edit> closeStep(const CaseView &view, const ProcessState &state, const QString &step);

/// A named person passes a gate with a reason, which stays on record; an empty reason takes it back. Error GateClosed
/// for a gate that nobody may pass.
Result<Edit> passGate(const CaseView &view, const ProcessState &state, const QString &gate, const QString &by,
                      const QString &reason);
/// All gates that keep a step from opening or closing, with one reason.
Result<Edit> passGates(const CaseView &view, const ProcessState &state, const QString &step, bool opens,
                       const QString &by, const QString &reason);

/// Dates of a milestone. Absent members stay as they are; empty ones are cleared.
struct MilestoneInput
{
    std::optional<QString> planned = {};
    std::optional<QString> done = {};
    std::optional<QString> extended = {}; ///< needs a reason
    std::optional<QString> extension = {};
};
/// Error UnknownNode for a milestone that the standard does not have; InvalidValue where milestones of one step would
/// run backwards.
Result<Edit> setMilestone(const CaseView &view, const QString &milestone, const MilestoneInput &input);

} // namespace adit
