// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/conflicts.h"

#include <algorithm>
#include <map>
#include <set>

namespace adit {

namespace {

constexpr qsizetype shortId = 8;

using OperationsByVersion = std::map<Version, const Operation *>;

ConflictVersion versionFrom(const Operation &operation, const FieldInfo &field)
{
    return {operation.version, &field, operation.value, operation.disclosed, operation.edit.actor, operation.moment()};
}

bool saysTheSame(const ConflictVersion &a, const ConflictVersion &b)
{
    return a.value == b.value && a.disclosed && b.disclosed;
}

/// An operation and all it was meant to replace, as far back as it goes.
std::set<Version> pastOf(const Version &version, const OperationsByVersion &known)
{
    std::set<Version> past;
    std::vector<Version> toVisit{version};
    while (!toVisit.empty()) {
        const Version next = toVisit.back();
        toVisit.pop_back();
        const auto operation = known.find(next);
        if (operation == known.end() || !past.insert(next).second)
            continue;
        toVisit.insert(toVisit.end(), operation->second->bases.begin(), operation->second->bases.end());
    }
    return past;
}

/// The latest value that all heads come from.
std::optional<QString> commonBase(std::span<const Head> heads, const OperationsByVersion &ofField)
{
    std::map<Version, std::size_t> counts;
    for (const Head &head : heads) {
        std::set<Version> past = pastOf(head.version, ofField);
        past.erase(head.version);
        for (const Version &version : past)
            ++counts[version];
    }
    const Operation *latest = nullptr;
    for (const auto &[version, count] : counts) {
        const Operation *operation = ofField.at(version);
        if (count == heads.size() && (!latest || latest->time < operation->time))
            latest = operation;
    }
    return latest ? latest->value : std::nullopt;
}

/// What the operations of one entity add up to.
class EntityHistory
{
public:
    explicit EntityHistory(std::span<const Operation> operations)
        : m_entity(operations.front().entity)
    {
        for (const Operation &operation : operations) {
            m_registers.apply(operation);
            m_byField[operation.field].emplace(operation.version, &operation);
        }
    }

    std::vector<Conflict> conflicts() const
    {
        std::vector<Conflict> found;
        for (const auto &[name, operations] : m_byField) {
            const auto path = resolveField(m_entity.kind, name);
            if (path && path->field->merge() == MergeRule::Register)
                addValues(found, *path->field, operations);
        }
        if (const FieldInfo *field = removalField(m_entity.kind))
            addRemoval(found, *field);
        return found;
    }

private:
    std::span<const Head> heads(const QString &field) const { return m_registers.heads(m_entity.id, field); }

    void addValues(std::vector<Conflict> &found, const FieldInfo &field, const OperationsByVersion &operations) const
    {
        const auto all = heads(QString(field.name));
        if (all.size() < 2)
            return;
        Conflict conflict{Conflict::Kind::Values, m_entity, &field, {}, {}};
        std::vector<Head> order(all.begin(), all.end());
        std::ranges::sort(order, [](const Head &a, const Head &b) {
            if (a.disclosed != b.disclosed)
                return a.disclosed;
            return a.time == b.time ? b.version.replica < a.version.replica : a.time > b.time;
        });
        for (const Head &head : order) {
            const ConflictVersion version = versionFrom(*operations.at(head.version), field);
            if (std::ranges::none_of(conflict.versions, [&](const auto &other) { return saysTheSame(other, version); }))
                conflict.versions.push_back(version);
        }
        if (conflict.versions.size() < 2)
            return;
        conflict.base = commonBase(all, operations);
        found.push_back(std::move(conflict));
    }

    /// Whether the removal knew of a value: it names all that it knew of, and a copy knows what it did itself.
    static bool isKnownTo(const Operation &removal, const Version &version)
    {
        return removal.version.replica == version.replica ||
               std::ranges::find(removal.bases, version) != removal.bases.end();
    }

    void addRemoval(std::vector<Conflict> &found, const FieldInfo &field) const
    {
        const QString name = field.name;
        const auto removals = heads(name);
        const bool isGone = !removals.empty() && std::ranges::all_of(removals, [&](const Head &head) {
            return head.disclosed && isRemoval(field, head.value);
        });
        if (!isGone)
            return;
        Conflict conflict{Conflict::Kind::Removal, m_entity, &field, {}, {}};
        for (const Head &head : removals)
            conflict.versions.push_back(versionFrom(*m_byField.at(name).at(head.version), field));
        const std::size_t own = conflict.versions.size();
        for (const auto &[other, operations] : m_byField)
            if (other != name)
                addUnseen(conflict, other, operations);
        if (conflict.versions.size() == own)
            return;
        conflict.base = commonBase(removals, m_byField.at(name));
        found.push_back(std::move(conflict));
    }

    void addUnseen(Conflict &conflict, const QString &name, const OperationsByVersion &operations) const
    {
        const auto path = resolveField(m_entity.kind, name);
        const auto &removals = m_byField.at(QString(conflict.field->name));
        for (const Head &head : heads(name)) {
            const bool isKnown = std::ranges::any_of(heads(QString(conflict.field->name)), [&](const Head &removal) {
                return isKnownTo(*removals.at(removal.version), head.version);
            });
            if (path && !isKnown)
                conflict.versions.push_back(versionFrom(*operations.at(head.version), *path->field));
        }
    }

    EntityRef m_entity;
    Registers m_registers;
    std::map<QString, OperationsByVersion> m_byField;
};

} // namespace

QString ConflictVersion::name() const
{
    return QStringLiteral("%1:%2").arg(version.replica.toString().left(shortId)).arg(version.sequence);
}

QString entityKey(const EntityRef &entity)
{
    const KindInfo &kind = kindInfo(entity.kind);
    QString name = kind.name;
    if (!entity.code.isEmpty())
        name += QLatin1Char(':') + entity.code;
    if (!kind.derived && !kind.hasLabels())
        name += QLatin1Char('#') + entity.id.toString().left(shortId);
    return name;
}

QString Conflict::id() const
{
    return entityKey(entity) + QLatin1Char('/') + QString(field->name);
}

std::vector<Conflict> conflictsIn(std::span<const Operation> ofOneEntity)
{
    return ofOneEntity.empty() ? std::vector<Conflict>() : EntityHistory(ofOneEntity).conflicts();
}

namespace {

Edit resolution(const Conflict &conflict, const std::optional<QString> &value)
{
    return {Verb::Resolve, conflict.id(), {{conflict.entity, conflict.field, {}, value}}};
}

} // namespace

Result<Edit> takeVersion(const Standard &standard, const Conflict &conflict, const QString &version)
{
    QStringList known;
    for (const ConflictVersion &candidate : conflict.versions)
        known.append(candidate.name());
    const qsizetype at = known.indexOf(version);
    if (at < 0)
        return Error{ErrorCode::VersionUnknown, version, known.join(QLatin1Char(' '))};
    const ConflictVersion &taken = conflict.versions[static_cast<std::size_t>(at)];
    if (!taken.disclosed)
        return Error{ErrorCode::VersionUnknown, version, QStringLiteral("a version whose value is in this copy")};
    if (taken.field == conflict.field)
        return takeValue(standard, conflict, taken.value.value_or(QString()));
    const bool isGoneByText = conflict.entity.kind == EntityKind::Action;
    return resolution(conflict, isGoneByText ? conflict.base : std::nullopt);
}

Result<Edit> takeValue(const Standard &standard, const Conflict &conflict, const QString &value)
{
    ADIT_TRY_ASSIGN(const auto checked, checkedValue(*conflict.field, standard, value));
    return resolution(conflict, checked);
}

} // namespace adit
