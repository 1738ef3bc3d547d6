// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

/// Sections of the part "How the audit was done" that have a file of their own.
namespace adit::report {

/// People spoken to by group, and what was sampled, side by side.
void addFieldwork(Part &part, const Context &context);

} // namespace adit::report
