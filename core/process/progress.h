// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

#include <optional>
#include <vector>

namespace adit {

/// How far a step of the process is. Steps run beside each other (outreach beside desk review), so more than one can be
/// open.
enum class StepState { ToCome, Open, Closed };

StepState stepState(const CaseView &view, const ProcessStep &step);
/// In the standard's order.
std::vector<const ProcessStep *> openSteps(const CaseView &view);
/// The phase of the first open step; nothing where none is open.
std::optional<QString> currentPhase(const CaseView &view);

} // namespace adit
