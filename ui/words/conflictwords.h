// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/journal/conflicts.h"

namespace adit {

/// What a conflict is about, as people know it: "1.2.2.2 Grievances", "Evidence E-A07 River at the ford".
QString subjectWords(const CaseView &view, const EntityRef &entity);
/// The requirement it belongs to, if it belongs to one.
std::optional<RequirementCode> requirementOf(const EntityRef &entity);
/// What is in conflict: "Finding", or "Removed or changed".
QString topicWords(const Conflict &conflict);
/// A value of a version as it is read; "–" where it was cleared.
QString versionWords(const CaseView &view, const ConflictVersion &version);
QString versionWords(const CaseView &view, const FieldInfo &field, const std::optional<QString> &value);
/// Whether its versions are texts in which single words differ.
bool isText(const Conflict &conflict);

} // namespace adit
