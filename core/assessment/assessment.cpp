// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/assessment.h"

#include "core/assessment/ratingrules.h"

namespace adit {

namespace {

const Record &blank(EntityKind kind)
{
    static const std::vector<Record> blanks = [] {
        std::vector<Record> all;
        for (const KindInfo &info : allKinds())
            all.emplace_back(info.kind);
        return all;
    }();
    return blanks[static_cast<std::size_t>(kind)];
}

} // namespace

Assessment::Assessment(AssessmentId id)
    : m_id(id)
    , m_records(allKinds().size())
    , m_nodeEntities(allKinds().size())
{}

EntityRef Assessment::derivedRef(EntityKind kind, const QString &code) const
{
    const QString name = QString(kindInfo(kind).name) + QLatin1Char(':') + code;
    return {kind, EntityId::derived(m_id, name), code};
}

EntityRef Assessment::detailsRef() const
{
    return derivedRef(EntityKind::Details, {});
}

EntityRef Assessment::answerRef(const RequirementCode &requirement) const
{
    return derivedRef(EntityKind::Answer, requirement.toString());
}

EntityRef Assessment::relevanceRef(const RequirementCode &node) const
{
    return derivedRef(EntityKind::Relevance, node.toString());
}

EntityRef Assessment::stepRef(const QString &step) const
{
    return derivedRef(EntityKind::Step, step);
}

const Record &Assessment::details() const
{
    const auto &all = m_records[static_cast<std::size_t>(EntityKind::Details)];
    return all.empty() ? blank(EntityKind::Details) : all.begin()->second;
}

EntityRef Assessment::actionRef(const EntityId &id, const RequirementCode &requirement)
{
    return {EntityKind::Action, id, requirement.toString()};
}

bool Assessment::isGenuine(const EntityRef &ref) const
{
    return !kindInfo(ref.kind).derived || derivedRef(ref.kind, ref.code).id == ref.id;
}

const Record &Assessment::answer(const RequirementCode &requirement) const
{
    return byCode(EntityKind::Answer, requirement);
}

const Record &Assessment::relevance(const RequirementCode &node) const
{
    return byCode(EntityKind::Relevance, node);
}

const Record &Assessment::step(const QString &step) const
{
    return at(EntityKind::Step, step);
}

const Record &Assessment::at(EntityKind kind, const QString &code) const
{
    const Record *record = records(kind).empty() ? nullptr : find(kind, derivedRef(kind, code).id);
    return record ? *record : blank(kind);
}

std::vector<EntityId> Assessment::actionsOf(const RequirementCode &requirement) const
{
    std::vector<EntityId> found;
    const QString code = requirement.toString();
    for (const auto &[id, record] : records(EntityKind::Action))
        if (record[field::action::requirement] == code)
            found.push_back(id);
    return found;
}

const Record &Assessment::action(const EntityId &id) const
{
    const Record *record = find(EntityKind::Action, id);
    return record ? *record : blank(EntityKind::Action);
}

const Record *Assessment::find(EntityKind kind, const EntityId &id) const
{
    const auto &all = records(kind);
    const auto found = all.find(id);
    return found == all.end() ? nullptr : &found->second;
}

const QHash<RequirementCode, EntityId> &Assessment::byNode(EntityKind kind) const
{
    return m_nodeEntities[static_cast<std::size_t>(kind)];
}

const std::map<EntityId, Record> &Assessment::records(EntityKind kind) const
{
    return m_records[static_cast<std::size_t>(kind)];
}

Record &Assessment::write(const EntityRef &ref)
{
    const auto slot = static_cast<std::size_t>(ref.kind);
    const auto [entry, isNew] = m_records[slot].try_emplace(ref.id, ref.kind);
    if (!isNew)
        return entry->second;
    if (const auto codeField = kindInfo(ref.kind).codeField)
        entry->second.set(*codeField, ref.code);
    if (ref.kind == EntityKind::Answer || ref.kind == EntityKind::Relevance)
        if (const auto node = RequirementCode::fromString(ref.code))
            m_nodeEntities[slot].insert(*node, ref.id);
    return entry->second;
}

const Record &Assessment::byCode(EntityKind kind, const RequirementCode &code) const
{
    const auto &entities = byNode(kind);
    const auto id = entities.constFind(code);
    const Record *record = id == entities.constEnd() ? nullptr : find(kind, *id);
    return record ? *record : blank(kind);
}

std::optional<RequirementCode> decidingMark(const Assessment &assessment, const RequirementCode &requirement)
{
    for (std::optional<RequirementCode> node = requirement; node; node = node->parent())
        if (assessment.relevance(*node)[field::relevance::state] == QLatin1String("not-relevant"))
            return node;
    return std::nullopt;
}

RelevanceReason relevanceOf(const Assessment &assessment, const Standard &standard, const RequirementCode &requirement)
{
    const StandardNode *node = standard.find(requirement);
    const bool newMine = assessment.details()[field::details::mine] == QLatin1String("new");
    if (node && node->appliesTo == (newMine ? AppliesTo::ExistingMines : AppliesTo::NewMines))
        return RelevanceReason::OtherKindOfMine;
    const auto mark = decidingMark(assessment, requirement);
    if (!mark) {
        const bool wasOut = countingRating(assessment, assessment.answer(requirement)) == QLatin1String("not-relevant");
        return wasOut ? RelevanceReason::MarkedItself : RelevanceReason::Relevant;
    }
    return *mark == requirement ? RelevanceReason::MarkedItself : RelevanceReason::MarkedAbove;
}

QSet<QString> datedPlans(const Assessment &assessment)
{
    QSet<QString> planned;
    QSet<QString> nonconformities;
    for (const auto &[id, action] : assessment.records(EntityKind::Action)) {
        if (action[field::action::text].trimmed().isEmpty() || !action[field::action::due])
            continue;
        planned.insert(action[field::action::requirement]);
        if (const QString label = action[field::action::nonconformity]; !label.isEmpty())
            nonconformities.insert(label);
    }
    if (nonconformities.isEmpty())
        return planned;
    for (const auto &[id, record] : assessment.records(EntityKind::Nonconformity))
        if (nonconformities.contains(record[field::nonconformity::label]))
            for (const QString &requirement : record[field::nonconformity::requirements])
                planned.insert(requirement);
    return planned;
}

} // namespace adit
