// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

/// The register of nonconformities, in the part about them and what is planned.
namespace adit::report {

/// Where a nonconformity is found, by its number.
QString registerPlace(const QString &label);
/// Whether an action is printed with its nonconformity.
bool isInRegister(const PublicAssessment &assessment, const PublicAction &action);

/// Counts by grade and state, what became of earlier ones, and every nonconformity with cause, plan and state.
void addRegister(Part &part, const Context &context);

} // namespace adit::report
