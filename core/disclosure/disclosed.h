// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/record.h"
#include "core/disclosure/redactions.h"

#include <utility>

namespace adit {

/// A value that may be published. The only way to make one is disclose(), which takes public fields alone; so whatever
/// is built from such values cannot hold a note, a self-assessment or a name, however it is rendered.
template <typename T>
class Disclosed
{
public:
    const T &value() const { return m_value; }
    const T &operator*() const { return m_value; }
    const T *operator->() const { return &m_value; }

    friend bool operator==(const Disclosed &, const Disclosed &) = default;

private:
    explicit Disclosed(T value)
        : m_value(std::move(value))
    {}
    template <EntityKind K, ValueType V>
    friend auto disclose(const Record &record, Field<K, V, Audience::Public> field);
    template <EntityKind K, ValueType V>
    friend auto disclose(const Redactions &redactions, const EntityRef &entity, const Record &record,
                         Field<K, V, Audience::Public> field);

    T m_value;
};

/// Reads a public field; a field of another audience does not compile. A field made up to look public is looked up in
/// the registry, and reads as empty.
template <EntityKind K, ValueType V>
auto disclose(const Record &record, Field<K, V, Audience::Public> field)
{
    using Value = decltype(record[field]);
    return Disclosed<Value>(infoOf(field).audience == Audience::Public ? record[field] : Value());
}

/// The same of a text that passages may be withheld of. Only texts can be: for a rating or a grade this does not
/// compile.
template <EntityKind K, ValueType V>
auto disclose(const Redactions &redactions, const EntityRef &entity, const Record &record,
              Field<K, V, Audience::Public> field)
{
    static_assert(V == ValueType::Text || V == ValueType::Line, "only texts are withheld");
    const FieldInfo &info = infoOf(field);
    return Disclosed<PublicText>(info.audience == Audience::Public ? redactions.textOf(entity, info, record[field])
                                                                   : PublicText());
}

} // namespace adit
