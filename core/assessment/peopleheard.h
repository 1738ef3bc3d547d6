// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QHash>
#include <QStringList>

namespace adit {

/// Codes of the stakeholder groups, in the registry's order.
QStringList stakeholderGroups();

/// Whether an interview took place: planned and cancelled ones did not.
bool wasHeld(const Record &interview);

/// How many were heard in each stakeholder group: everybody named in an interview that was held, and those that a group
/// interview counts without naming. Exact counts are the team's: what is printed goes through publishedCounts().
QHash<QString, int> heardByGroup(const Assessment &assessment);

/// How many of a group are to be heard; nothing where no number was set.
std::optional<int> plannedFor(const Assessment &assessment, const QString &group);

} // namespace adit
