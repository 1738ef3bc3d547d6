// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>
#include <compare>
#include <functional>
#include <optional>

namespace adit {

/// The identity of one thing of one sort. The tag is part of the type, so that the id of an entity cannot be passed
/// where the id of a replica is wanted. There is no empty id: "no value" is std::optional<Id<Tag>>.
template <typename Tag>
class Id
{
public:
    /// The 16 bytes of a stored id; nothing if their number is wrong or all are zero.
    static std::optional<Id> fromBytes(const QByteArray &bytes)
    {
        return bytes.size() == 16 ? checked(QUuid::fromRfc4122(bytes)) : std::nullopt;
    }
    /// The usual 36 characters, without braces; nothing if malformed.
    static std::optional<Id> fromString(const QString &text)
    {
        return text.size() == 36 ? checked(QUuid::fromString(text)) : std::nullopt;
    }
    /// An id that exists once by nature: UUIDv5 of `name` within `space`. Two laptops derive the same one.
    template <typename SpaceTag>
    static Id derived(const Id<SpaceTag> &space, const QString &name)
    {
        return Id(QUuid::createUuidV5(space.uuid(), name));
    }
    /// From a UUID known not to be null (a random source).
    explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {
        Q_ASSERT(!uuid.isNull());
    }

    QUuid uuid() const { return m_uuid; }
    QByteArray bytes() const { return m_uuid.toRfc4122(); }
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    static std::optional<Id> checked(const QUuid &uuid)
    {
        return uuid.isNull() ? std::nullopt : std::optional<Id>(Id(uuid));
    }

    QUuid m_uuid;
};

using AssessmentId = Id<struct AssessmentTag>;
using EntityId = Id<struct EntityTag>;
using ReplicaId = Id<struct ReplicaTag>;

} // namespace adit

template <typename Tag>
struct std::hash<adit::Id<Tag>>
{
    size_t operator()(const adit::Id<Tag> &id) const noexcept { return qHash(id); }
};
