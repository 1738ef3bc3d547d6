// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/journal/operation.h"
#include "core/journal/registers.h"

#include <span>
#include <vector>

namespace adit {

/// One of the values that stand beside each other.
struct ConflictVersion
{
    Version version;
    const FieldInfo *field; ///< what it is a value of: another one than the conflict's where something was removed
    std::optional<QString> value;
    bool disclosed = true; ///< false: the value is not in this copy
    QString actor;
    Instant time;

    /// Names the version to people and commands: "3f2ac01d:12".
    QString name() const;
};

/// What people did to one thing without knowing of each other, and what nobody has chosen between yet (store.md,
/// Journal and merge). All versions are kept; until somebody resolves it, the first of them is shown.
struct Conflict
{
    enum class Kind {
        Values, ///< one field was given different values
        Removal ///< it was taken away by one and changed by another
    };
    Kind kind;
    EntityRef entity;
    const FieldInfo *field;                ///< Removal: the field that says that it is gone
    std::optional<QString> base;           ///< the latest value that all of them knew, if it was looked for
    std::vector<ConflictVersion> versions; ///< of different values; Removal: the removal, then what was changed

    /// Names the conflict to commands, the same in every copy of the case: "answer:1.2.2.2/finding".
    QString id() const;
};

/// The same wherever the same thing is meant: a code or label where that is enough, with the beginning of the id where
/// it is not.
QString entityKey(const EntityRef &entity);

/// The conflicts of one entity, from its operations in an order in which they may be applied: those that nothing has
/// replaced are enough, all of them tell what was there before. Several values that say the same are none.
std::vector<Conflict> conflictsIn(std::span<const Operation> ofOneEntity);

/// The edit that resolves a conflict: one of its versions, by name, or another value (a combination, say; empty
/// clears). Where something was removed, taking the removal leaves it removed and taking a change brings it back.
/// Errors VersionUnknown, and as checkedValue().
Result<Edit> takeVersion(const Standard &standard, const Conflict &conflict, const QString &version);
Result<Edit> takeValue(const Standard &standard, const Conflict &conflict, const QString &value);

} // namespace adit
