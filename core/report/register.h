// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

/// The register of nonconformities, in the part about them and what is planned.
namespace adit::report {

/// Where a nonconformity is found, by its number.
QString registerPlace(const QString &label);
/// The nonconformity that an action is printed with: its own, or where it names none, an open one about its
/// requirement. Nothing: it is printed by itself.
const PublicNonconformity *nonconformityOf(const PublicAssessment &assessment, const RequirementCode &code,
                                           const PublicAction &action);

/// Counts by grade and state, what became of earlier ones, and every nonconformity with cause, plan and state.
void addRegister(Part &part, const Context &context);

} // namespace adit::report
