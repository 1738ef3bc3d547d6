// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journalreplay.h"

#include <QtEndian>
#include <algorithm>

namespace adit {

namespace {

std::string_view text(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

QString decoded(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

bool isAmong(QByteArrayView bases, QByteArrayView version)
{
    for (qsizetype at = 0; at < bases.size(); at += version.size())
        if (bases.sliced(at, version.size()) == version)
            return true;
    return false;
}

} // namespace

JournalReplay::JournalReplay(const AssessmentId &assessment)
    : m_empty(assessment)
{}

JournalReplay::PackedVersion JournalReplay::packed(QByteArrayView replica, quint64 sequence)
{
    Q_ASSERT(replica.size() + qsizetype(sizeof sequence) == qsizetype(sizeof(PackedVersion)));
    PackedVersion version{};
    std::ranges::copy(replica, version.begin());
    qToBigEndian(sequence, version.data() + replica.size());
    return version;
}

JournalReplay::Thing *JournalReplay::find(std::string_view entity)
{
    if (m_last && m_lastId == entity)
        return m_last;
    m_lastId = entity;
    const auto found = m_things.find(m_lastId);
    return m_last = found == m_things.end() ? nullptr : &found->second;
}

JournalReplay::Thing *JournalReplay::thingOf(const OperationBytes &operation)
{
    const std::string_view kindName = text(operation.kind);
    const std::string_view code = text(operation.code);
    if (Thing *known = find(text(operation.entity)))
        return known->kind == kindName && known->code == code ? known : nullptr;
    const auto kind = kindFromName(decoded(kindName));
    const auto id = EntityId::fromBytes(operation.entity.toByteArray());
    if (!kind || !id)
        return nullptr;
    const EntityRef ref{*kind, *id, decoded(code)};
    if (!m_empty.isGenuine(ref))
        return nullptr;
    m_last = &m_things.try_emplace(m_lastId, Thing{ref, std::string(kindName), std::string(code), {}}).first->second;
    return m_last;
}

JournalReplay::Register *JournalReplay::registerOf(Thing &thing, std::string_view field)
{
    if (const auto known = thing.fields.find(field); known != thing.fields.end())
        return &known->second;
    const auto path = resolveField(thing.ref.kind, decoded(field));
    return path ? &thing.fields.try_emplace(std::string(field), Register{*path, {}}).first->second : nullptr;
}

bool JournalReplay::apply(const OperationBytes &operation, const std::optional<QByteArrayView> &value, bool disclosed)
{
    Thing *thing = thingOf(operation);
    Register *own = thing ? registerOf(*thing, text(operation.field)) : nullptr;
    if (!own || !packedVersions(operation.bases))
        return false;
    std::erase_if(own->heads, [&](const Value &head) { return isAmong(operation.bases, head.version); });
    own->heads.push_back({packed(operation.replica, operation.sequence), operation.time,
                          value ? std::optional<std::string>(text(*value)) : std::nullopt, disclosed, false});
    return true;
}

bool JournalReplay::takeHead(QByteArrayView entity, QByteArrayView field, QByteArrayView replica, quint64 sequence)
{
    Thing *thing = find(text(entity));
    const auto own = thing ? thing->fields.find(text(field)) : decltype(thing->fields.end())();
    if (!thing || own == thing->fields.end())
        return false;
    const auto head = std::ranges::find(own->second.heads, packed(replica, sequence), &Value::version);
    return head != own->second.heads.end() && !std::exchange(head->asked, true);
}

QStringList JournalReplay::unasked() const
{
    QStringList names;
    for (const auto &[id, thing] : m_things)
        for (const auto &[field, own] : thing.fields)
            if (!std::ranges::all_of(own.heads, &Value::asked))
                names.append(thing.ref.id.toString() + QLatin1Char(' ') + decoded(field));
    return names;
}

Assessment JournalReplay::assessment() const
{
    Assessment assessment = m_empty;
    std::vector<Head> heads;
    for (const auto &[id, thing] : m_things) {
        Record &record = assessment.write(thing.ref);
        for (const auto &[field, own] : thing.fields) {
            heads.clear();
            for (const Value &head : own.heads)
                heads.push_back({unpackVersions(head.version)->front(), head.time,
                                 head.value ? std::optional(decoded(*head.value)) : std::nullopt, head.disclosed});
            writeValue(record, own.path, shownValue(heads, own.path.field->merge()));
        }
    }
    return assessment;
}

} // namespace adit
