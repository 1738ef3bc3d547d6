// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/basis.h"

#include "core/assessment/ratingrules.h"

#include <algorithm>

namespace adit {

namespace {

const QString companyDocument = QStringLiteral("document-company");
const QString management = QStringLiteral("management");

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
    for (const auto &[id, evidence] : assessment.records(EntityKind::Evidence)) {
        if (evidence.has(field::evidence::removed))
            continue;
        const QString source = evidence[field::evidence::source];
        for (const QString &requirement : evidence[field::evidence::requirements]) {
            Basis &basis = m_byRequirement[requirement];
            basis.evidence.push_back(id);
            // What was never seen, taken or not, carries no weight yet.
            const bool wasSeen =
                evidence[field::evidence::state] != QLatin1String("deferred") || evidence.has(field::evidence::seen);
            if (wasSeen && !source.isEmpty())
                basis.sources.insert(source);
        }
    }
    QHash<QString, QString> groups;
    for (const auto &[id, person] : assessment.records(EntityKind::Person))
        groups.insert(person[field::person::label], person[field::person::stakeholder]);
    for (const auto &[id, interview] : assessment.records(EntityKind::Interview))
        add(interview, id, groups);
}

void BasisIndex::add(const Record &interview, const EntityId &id, const QHash<QString, QString> &groups)
{
    if (!interview.has(field::interview::held) || interview.has(field::interview::cancelled) ||
        interview[field::interview::consent] == QLatin1String("withdrawn"))
        return;
    QSet<QString> sources;
    for (const QString &person : interview[field::interview::people])
        if (const QString group = groups.value(person); !group.isEmpty())
            sources.insert(sourceOfGroup(group));
    for (const QString &requirement : interview[field::interview::requirements]) {
        Basis &basis = m_byRequirement[requirement];
        basis.interviews.push_back(id);
        basis.sources.unite(sources);
    }
}

Basis BasisIndex::of(const RequirementCode &requirement) const
{
    Basis basis = m_byRequirement.value(requirement.toString());
    for (const QString &source : m_assessment.answer(requirement)[field::answer::sources])
        basis.sources.insert(source);
    return basis;
}

} // namespace adit
