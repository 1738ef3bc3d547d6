// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

namespace adit {

/// Whether an entity may be as `record` has it: what it must have is there, its links lead somewhere, its dates follow
/// each other, and its kind's own rules hold. Used for what is typed, imported and received alike.
/// Error InvalidValue: subject "field: value", detail what was expected. Error Independence: subject who, detail why.
Result<> checkRecord(const CaseView &view, const EntityRef &entity, const Record &record);

/// Whether there is an entity of a derived kind for a code: a node, a stakeholder group, the plan.
Result<> checkCode(const Standard &standard, EntityKind kind, const QString &code);

/// The fields that an entity of a kind needs, in the order they are asked for.
std::vector<const FieldInfo *> requiredFields(EntityKind kind);

/// Whether two names are one person's: rules of independence tell people apart by their names, without regard to case
/// and to blanks typed twice.
bool isSamePerson(const QString &name, const QString &other);

/// Somebody or something by its label; nothing if there is none.
const Record *findByLabel(const Assessment &assessment, EntityKind kind, const QString &label);
std::optional<EntityRef> refByLabel(const Assessment &assessment, EntityKind kind, const QString &label);
/// Records of a kind that say something, in the order of their labels.
std::vector<const Record *> recordsInOrder(const Assessment &assessment, EntityKind kind);

} // namespace adit
