// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/fields.h"
#include "core/base/time.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

/// The present values of one entity, by field. A value is text or absent; a set is a sorted list of codes. Typed
/// reading through `Field`: the C++ type of the answer follows from the field's type.
class Record
{
public:
    explicit Record(EntityKind kind);

    EntityKind kind() const { return m_kind; }

    /// Line, Text, Rating, Choice, Code, Link, Number, Time: the text, empty if absent. Date: the date if any. Flag:
    /// bool. Set: the members.
    template <EntityKind K, ValueType T, Audience A>
    auto operator[](Field<K, T, A> field) const
    {
        Q_ASSERT(K == m_kind);
        if constexpr (isSetType(T))
            return members(field.index);
        else if constexpr (T == ValueType::Date)
            return dateFromIso(text(field.index));
        else if constexpr (T == ValueType::Flag)
            return has(field.index);
        else
            return text(field.index);
    }
    template <EntityKind K, ValueType T, Audience A>
    bool has(Field<K, T, A> field) const
    {
        return isSetType(T) ? !members(field.index).isEmpty() : has(field.index);
    }

    // By index, for the machinery that treats all fields alike.
    bool has(int index) const { return m_values[static_cast<std::size_t>(index)].has_value(); }
    QString text(int index) const { return m_values[static_cast<std::size_t>(index)].value_or(QString()); }
    std::optional<QString> value(int index) const { return m_values[static_cast<std::size_t>(index)]; }
    void set(int index, std::optional<QString> value) { m_values[static_cast<std::size_t>(index)] = std::move(value); }
    QStringList members(int index) const;
    void setMember(int index, const QString &member, bool present);
    /// True if no field but the entity's own code has a value.
    bool isBlank() const;

    friend bool operator==(const Record &, const Record &) = default;

private:
    EntityKind m_kind;
    std::vector<std::optional<QString>> m_values; ///< sets: members joined by blanks, absent when empty
};

} // namespace adit
