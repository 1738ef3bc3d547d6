// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/registers.h"

#include <algorithm>

namespace adit {

void Registers::apply(const Operation &operation)
{
    auto &heads = m_heads[{operation.entity.id, operation.field}];
    std::erase_if(heads, [&](const Head &head) {
        return std::ranges::find(operation.bases, head.version) != operation.bases.end();
    });
    heads.push_back({operation.version, operation.time, operation.value, operation.disclosed});
}

std::span<const Head> Registers::heads(const EntityId &entity, const QString &field) const
{
    const auto found = m_heads.find({entity, field});
    return found == m_heads.end() ? std::span<const Head>() : std::span<const Head>(found->second);
}

std::vector<Version> Registers::versions(const EntityId &entity, const QString &field) const
{
    std::vector<Version> versions;
    for (const Head &head : heads(entity, field))
        versions.push_back(head.version);
    std::ranges::sort(versions, std::less<>());
    return versions;
}

std::optional<QString> shownValue(std::span<const Head> heads, MergeRule rule)
{
    if (rule == MergeRule::AddWins) {
        const auto present = std::ranges::find_if(heads, [](const Head &head) { return head.value.has_value(); });
        return present == heads.end() ? std::nullopt : present->value;
    }
    const auto latest = std::ranges::max_element(heads, [](const Head &a, const Head &b) {
        if (a.disclosed != b.disclosed)
            return b.disclosed;
        return a.time == b.time ? a.version.replica < b.version.replica : a.time < b.time;
    });
    return latest == heads.end() ? std::nullopt : latest->value;
}

std::optional<FieldPath> resolveField(EntityKind kind, const QString &name)
{
    const qsizetype slash = name.indexOf(QLatin1Char('/'));
    const FieldInfo *field = findField(kind, QStringView(name).left(slash < 0 ? name.size() : slash));
    if (!field || field->type == ValueType::Code)
        return std::nullopt;
    const QString member = slash < 0 ? QString() : name.mid(slash + 1);
    const bool isSet = isSetType(field->type);
    if (isSet != (slash >= 0) || (isSet && !field->allows(member)))
        return std::nullopt;
    return FieldPath{field, member};
}

QString fieldPath(const FieldInfo &field, const QString &member)
{
    const QString name = field.name;
    return member.isEmpty() ? name : name + QLatin1Char('/') + member;
}

void writeValue(Assessment &assessment, const EntityRef &entity, const FieldPath &path,
                const std::optional<QString> &value)
{
    writeValue(assessment.write(entity), path, value);
}

void writeValue(Record &record, const FieldPath &path, const std::optional<QString> &value)
{
    if (path.member.isEmpty())
        record.set(path.field->index, value);
    else
        record.setMember(path.field->index, path.member, value.has_value());
}

} // namespace adit
