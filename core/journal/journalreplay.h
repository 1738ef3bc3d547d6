// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/operation.h"
#include "core/journal/registers.h"

#include <QStringList>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace adit {

/// What a whole journal adds up to, from the bytes of its rows: the heads of all fields and the assessment that they
/// show. The same as Registers and shownValue() say, for hundreds of thousands of operations: only what is left of them
/// in the end becomes text.
class JournalReplay
{
public:
    explicit JournalReplay(const AssessmentId &assessment);

    /// The next operation; all it is based on came before. `value`: nothing where it clears, or is not in this copy.
    /// False where it is none: of an unknown field, of an id that does not follow from its code or that another thing
    /// has, or with bases that are no versions.
    bool apply(const OperationBytes &operation, const std::optional<QByteArrayView> &value, bool disclosed);

    /// Whether this is a head. Each is to be asked for once: unasked() are the fields of the others.
    bool takeHead(QByteArrayView entity, QByteArrayView field, QByteArrayView replica, quint64 sequence);
    QStringList unasked() const;

    Assessment assessment() const;

private:
    using PackedVersion = std::array<char, 24>;
    struct Value
    {
        PackedVersion version;
        quint64 time;
        std::optional<std::string> value;
        bool disclosed;
        bool asked;
    };
    struct Register
    {
        FieldPath path;
        std::vector<Value> heads;
    };
    struct Thing
    {
        EntityRef ref;
        std::string kind; ///< as operations write it, like the code
        std::string code;
        std::map<std::string, Register, std::less<>> fields;
    };
    struct Hash
    {
        std::size_t operator()(const std::string &id) const { return qHashBits(id.data(), id.size()); }
    };

    static PackedVersion packed(QByteArrayView replica, quint64 sequence);
    Thing *find(std::string_view entity);
    Thing *thingOf(const OperationBytes &operation);
    static Register *registerOf(Thing &thing, std::string_view field);

    Assessment m_empty;
    std::unordered_map<std::string, Thing, Hash> m_things; ///< by the bytes of their id
    // Operations on one thing mostly follow each other.
    std::string m_lastId;
    Thing *m_last = nullptr;
};

} // namespace adit
