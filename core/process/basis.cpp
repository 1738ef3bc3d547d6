// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/basis.h"

#include "core/assessment/ratingrules.h"

#include <algorithm>

namespace adit {

namespace {

const QString companyDocument = QStringLiteral("document-company");
const QString management = QStringLiteral("management");

const QStringList &sourceCodes()
{
    static const QStringList codes = QStringLiteral(ADIT_SOURCES).split(QLatin1Char(' '));
    return codes;
}

/// None for what is no kind of source.
quint32 bitOf(const QString &source)
{
    const auto place = sourceCodes().indexOf(source);
    return place < 0 ? 0 : quint32(1) << place;
}

} // namespace

int Basis::independentKinds() const
{
    const bool bothOfTheCompany = sources.contains(companyDocument) && sources.contains(management);
    return static_cast<int>(sources.size()) - (bothOfTheCompany ? 1 : 0);
}

bool Basis::isCompanyAlone() const
{
    const auto isCompanys = [](const QString &source) { return source == companyDocument || source == management; };
    return std::all_of(sources.begin(), sources.end(), isCompanys);
}

bool standsOnCompanyAlone(const CaseView &view, const RatedItem &item, const Basis &basis)
{
    if (item.relevance != RelevanceReason::Relevant || !item.rating || !basis.isCompanyAlone() ||
        keepsPreviousRatings(view.assessment))
        return false;
    const QString rating = view.standard.scale()[static_cast<std::size_t>(*item.rating)].code;
    return std::ranges::any_of(view.standard.process().gates, [&](const Gate &gate) {
        return gate.check == GateCheck::RatingsHaveBasis && gate.items.contains(rating);
    });
}

QString sourceOfGroup(const QString &group)
{
    if (group == QLatin1String("worker") || group == QLatin1String("worker-organisation") ||
        group == QLatin1String("contractor"))
        return QStringLiteral("worker");
    return group.startsWith(QLatin1String("regulator")) ? QStringLiteral("regulator") : QStringLiteral("community");
}

BasisIndex::BasisIndex(const Assessment &assessment)
    : m_assessment(assessment)
{
    for (const auto &[id, evidence] : assessment.records(EntityKind::Evidence))
        place(EntityKind::Evidence, id, evidence);
    readPeople();
    for (const auto &[id, interview] : assessment.records(EntityKind::Interview))
        place(EntityKind::Interview, id, interview);
}

void BasisIndex::readPeople()
{
    m_people.clear();
    m_groups.clear();
    for (const auto &[id, person] : m_assessment.records(EntityKind::Person)) {
        const Person read{person[field::person::label], person[field::person::stakeholder]};
        m_people.insert(id, read);
        m_groups.insert(read.first, read.second);
    }
}

/// Interviews lend what the groups of their people are, and nothing else of these.
void BasisIndex::updatePerson(const EntityId &id)
{
    const Person before = m_people.value(id);
    const Record *record = m_assessment.find(EntityKind::Person, id);
    if (record && before == Person((*record)[field::person::label], (*record)[field::person::stakeholder]))
        return;
    readPeople();
    const Person now = m_people.value(id);
    for (const auto &[interviewId, interview] : m_assessment.records(EntityKind::Interview)) {
        const QStringList people = interview[field::interview::people];
        if (!people.contains(before.first) && !people.contains(now.first))
            continue;
        remove(interviewId);
        place(EntityKind::Interview, interviewId, interview);
    }
}

void BasisIndex::update(const EntityRef &changed)
{
    if (changed.kind == EntityKind::Person) {
        updatePerson(changed.id);
    } else if (changed.kind == EntityKind::Evidence || changed.kind == EntityKind::Interview) {
        remove(changed.id);
        if (const Record *record = m_assessment.find(changed.kind, changed.id))
            place(changed.kind, changed.id, *record);
    }
}

void BasisIndex::remove(const EntityId &id)
{
    for (const QString &requirement : m_places.take(id))
        std::erase_if(m_byRequirement[requirement], [&](const Support &support) { return support.id == id; });
}

/// In the order of ids, whichever way the records came in.
void BasisIndex::place(EntityKind kind, const EntityId &id, const Record &record)
{
    const bool isEvidence = kind == EntityKind::Evidence;
    const bool counts = isEvidence ? !record.has(field::evidence::removed)
                                   : record.has(field::interview::held) && !record.has(field::interview::cancelled) &&
                                         record[field::interview::consent] != QLatin1String("withdrawn");
    if (!counts)
        return;
    const QStringList requirements =
        isEvidence ? record[field::evidence::requirements] : record[field::interview::requirements];
    const Support support{id, kind, sourcesOf(record)};
    for (const QString &requirement : requirements) {
        auto &supports = m_byRequirement[requirement];
        supports.insert(std::upper_bound(supports.begin(), supports.end(), id,
                                         [](const EntityId &given, const Support &other) { return given < other.id; }),
                        support);
    }
    m_places.insert(id, requirements);
}

BasisIndex::Sources BasisIndex::sourcesOf(const Record &record) const
{
    if (record.kind() == EntityKind::Evidence) {
        // What was never seen, taken or not, carries no weight yet.
        const bool wasSeen =
            record[field::evidence::state] != QLatin1String("deferred") || record.has(field::evidence::seen);
        return wasSeen ? bitOf(record[field::evidence::source]) : 0;
    }
    Sources sources = 0;
    for (const QString &person : record[field::interview::people])
        if (const QString group = m_groups.value(person); !group.isEmpty())
            sources |= bitOf(sourceOfGroup(group));
    return sources;
}

BasisIndex::Sources BasisIndex::allSources(const RequirementCode &requirement) const
{
    Sources sources = 0;
    const auto supports = m_byRequirement.constFind(requirement.toString());
    if (supports != m_byRequirement.constEnd())
        for (const Support &support : *supports)
            sources |= support.sources;
    for (const QString &source : m_assessment.answer(requirement)[field::answer::sources])
        sources |= bitOf(source);
    return sources;
}

bool BasisIndex::isCompanyAlone(const RequirementCode &requirement) const
{
    return (allSources(requirement) & ~(bitOf(companyDocument) | bitOf(management))) == 0;
}

Basis BasisIndex::of(const RequirementCode &requirement) const
{
    Basis basis;
    const auto supports = m_byRequirement.constFind(requirement.toString());
    if (supports != m_byRequirement.constEnd())
        for (const Support &support : *supports)
            (support.kind == EntityKind::Evidence ? basis.evidence : basis.interviews).push_back(support.id);
    const Sources sources = allSources(requirement);
    for (const QString &source : sourceCodes())
        if (sources & bitOf(source))
            basis.sources.insert(source);
    return basis;
}

} // namespace adit
