// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/requirementfilter.h"
#include "ui/pages/scoreboard/scoreview.h"

#include <functional>

class QWidget;

namespace adit {

/// Opens the Assess page on requirements.
using ShowInAssess = std::function<void(const RequirementConditions &)>;

// What the sheet beside the scoreboard says: how a figure comes about, from counts to result, and what is left out.

/// Points × count = sum, floor and ceiling as computed, what is open, what is left out and why, other rules.
QWidget *whyGroup(const CaseDocument &document, const Scores &scores, const GroupScore &group, bool otherRules);
/// Floor and ceiling of the level with the reasons for and against, each with a way there.
QWidget *whyLevel(const CaseDocument &document, const Scores &scores, const ShowInAssess &showInAssess);
/// Counts of the critical requirements, and what is missing for them.
QWidget *whyCriticals(const CaseDocument &document, const Scores &scores, const ShowInAssess &showInAssess);

} // namespace adit
