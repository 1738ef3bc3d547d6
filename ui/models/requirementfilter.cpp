// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requirementfilter.h"

#include "core/process/mywork.h"
#include "core/process/nonconformities.h"
#include "ui/words/words.h"

#include <algorithm>

namespace adit {

RequirementFilter::RequirementFilter(RequirementModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(&model);
    connect(&model.document(), &CaseDocument::changed, this, [this](const ChangeSet &changes) {
        m_withoutNonconformity.reset();
        if (changes.touches(EntityKind::Evidence))
            m_withEvidence.reset();
        if (m_conditions.also == RequirementConditions::Also::InConflict ||
            (m_conditions.also == RequirementConditions::Also::NoEvidence && changes.touches(EntityKind::Evidence)) ||
            (m_conditions.also == RequirementConditions::Also::NoNonconformity &&
             changes.touches(EntityKind::Nonconformity)))
            invalidateFilter();
    });
}

void RequirementFilter::setConditions(const RequirementConditions &conditions)
{
    if (m_conditions == conditions)
        return;
    m_conditions = conditions;
    invalidateFilter();
}

void RequirementFilter::setKept(const std::optional<RequirementCode> &code)
{
    if (m_kept == code)
        return;
    m_kept = code;
    if (!m_conditions.isEmpty())
        invalidateFilter();
}

bool RequirementFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_conditions.isEmpty())
        return true;
    const RequirementCode code = m_model.codeAt(m_model.index(row, 0, parent));
    return code.level() == NodeLevel::Requirement && (code == m_kept || fits(code));
}

bool RequirementFilter::fits(const RequirementCode &code) const
{
    const CaseDocument &document = m_model.document();
    const auto ordinal = document.standard().ordinal(code);
    if (!ordinal)
        return false;
    const RatedItem &item = document.ratedItems()[static_cast<std::size_t>(*ordinal)];
    const bool relevant = item.relevance == RelevanceReason::Relevant;
    if (m_conditions.unrated && (!relevant || item.rating))
        return false;
    if (m_conditions.critical && !document.standard().requirement(*ordinal).critical)
        return false;
    if (m_conditions.below && !m_conditions.below->contains(code))
        return false;
    if (!m_conditions.chapters.isEmpty() && !isBelow(code.toString(), m_conditions.chapters))
        return false;
    return fitsMore(code, item) && fitsText(code);
}

bool RequirementFilter::fitsText(const RequirementCode &code) const
{
    if (m_conditions.text.isEmpty() || code.toString().startsWith(m_conditions.text))
        return true;
    const Standard &standard = m_model.document().standard();
    for (std::optional<RequirementCode> at = code; at; at = at->parent()) {
        const StandardNode *node = standard.find(*at);
        if (node && (title(*node).contains(m_conditions.text, Qt::CaseInsensitive) ||
                     shortTitle(*node).contains(m_conditions.text, Qt::CaseInsensitive)))
            return true;
    }
    return false;
}

bool RequirementFilter::fitsMore(const RequirementCode &code, const RatedItem &item) const
{
    using Also = RequirementConditions::Also;
    const CaseDocument &document = m_model.document();
    const bool relevant = item.relevance == RelevanceReason::Relevant;
    const bool scored =
        item.rating && document.standard().scale()[static_cast<std::size_t>(*item.rating)].points.has_value();
    switch (m_conditions.also) {
    case Also::All:
        return true;
    case Also::Open:
        return relevant && !scored;
    case Also::BelowFull:
        return relevant && scored && *item.rating > 0;
    case Also::Deferred:
        return relevant && item.rating && !scored;
    case Also::NotRelevant:
        return !relevant;
    case Also::NoFinding:
        return relevant && scored && document.assessment().answer(code)[field::answer::finding].isEmpty();
    case Also::NoEvidence:
        return relevant && !hasEvidence(code);
    case Also::PlanMissing: {
        const auto &critical = document.scoreCard().critical.withoutPlan;
        const int ordinal = *document.standard().ordinal(code);
        return std::find(critical.begin(), critical.end(), ordinal) != critical.end();
    }
    case Also::NoNonconformity:
        return wantsNonconformity(code);
    case Also::InConflict:
        return m_model.isInConflict(code);
    }
    return true;
}

bool RequirementFilter::wantsNonconformity(const RequirementCode &code) const
{
    const CaseDocument &document = m_model.document();
    if (!m_withoutNonconformity) {
        const QStringList codes = withoutNonconformity(document.view(), document.ratedItems());
        m_withoutNonconformity.emplace(codes.begin(), codes.end());
    }
    return m_withoutNonconformity->contains(code.toString());
}

bool RequirementFilter::hasEvidence(const RequirementCode &code) const
{
    if (!m_withEvidence) {
        m_withEvidence.emplace();
        for (const auto &[id, evidence] : m_model.document().assessment().records(EntityKind::Evidence)) {
            if (evidence.has(field::evidence::removed))
                continue;
            for (const QString &requirement : evidence[field::evidence::requirements])
                m_withEvidence->insert(requirement);
        }
    }
    return m_withEvidence->contains(code.toString());
}

} // namespace adit
