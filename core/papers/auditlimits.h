// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

namespace adit {

// Limits of an audit belong into its public report (ISO 19011, 6.5.1; from general knowledge), and most of what limited
// it is recorded where the public does not see it. So nothing goes there by itself: an auditor takes a sentence over,
// which makes it part of the public field. What the team alone may see is only counted.

/// What limited the audit and is not among its public limits yet.
struct UntoldLimit
{
    EntityKind kind;  ///< what it comes from
    QString label;    ///< its number; empty where several are counted
    QString sentence; ///< as it would be printed
};

/// Deviations from the plan that limit the audit, places not visited, interviews cancelled, and what was deferred to
/// the visit and not seen there. Error ReportFailed where a word is missing.
Result<std::vector<UntoldLimit>> untoldLimits(const CaseView &view);

/// Adds sentences to the public limits, each on a line of its own. Error NothingToChange for none.
Result<Edit> takeIntoLimits(const CaseView &view, const QStringList &sentences);

} // namespace adit
