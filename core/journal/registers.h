// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"

#include <QHash>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace adit {

/// One value that nothing has replaced yet.
struct Head
{
    Version version;
    quint64 time;
    std::optional<QString> value;
    bool disclosed = true; ///< false: there is a value, but not in this copy
};

/// Every field of every entity as a multi-value register: the operations that no later one has replaced. Usually one;
/// more than one with different values is a conflict, and both stay (store.md). Pure; the state that operations add up
/// to.
class Registers
{
public:
    using Key = std::pair<EntityId, QString>;

    /// Takes an operation in. Operations must come after all they are based on, as a file numbers them.
    void apply(const Operation &operation);

    std::span<const Head> heads(const EntityId &entity, const QString &field) const;
    std::vector<Version> versions(const EntityId &entity, const QString &field) const;
    /// In no order.
    const auto &all() const { return m_heads; }

private:
    struct Hash
    {
        std::size_t operator()(const Key &key) const { return qHashMulti(0, key.first, key.second); }
    };
    std::unordered_map<Key, std::vector<Head>, Hash> m_heads;
};

/// The value to show: of the head with the highest clock, replica id as tie-breaker. For members of a set any head that
/// holds it wins (add-wins). Values that are not in this copy count only where there are no others.
std::optional<QString> shownValue(std::span<const Head> heads, MergeRule rule);

/// A field name as operations carry it, taken apart.
struct FieldPath
{
    const FieldInfo *field;
    QString member; ///< empty but for sets
};
/// Nothing if the registry has no such field, or a member is missing or not allowed.
std::optional<FieldPath> resolveField(EntityKind kind, const QString &name);
QString fieldPath(const FieldInfo &field, const QString &member);

/// Writes one value where it belongs in memory. Used by replay and by the document alike.
void writeValue(Assessment &assessment, const EntityRef &entity, const FieldPath &path,
                const std::optional<QString> &value);
void writeValue(Record &record, const FieldPath &path, const std::optional<QString> &value);

} // namespace adit
