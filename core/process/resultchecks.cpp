// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/ratingrules.h"
#include "core/process/gatechecks.h"
#include "core/process/nonconformities.h"
#include "core/process/stillmet.h"

#include <algorithm>

namespace adit {

namespace {

/// Calls `visit` with code, item and answer of every relevant requirement.
template <typename Visit>
void eachRelevant(const GateContext &context, Visit visit)
{
    for (std::size_t i = 0; i < context.items.size(); ++i)
        if (context.items[i].relevance == RelevanceReason::Relevant)
            visit(context.view.standard.requirement(static_cast<int>(i)), context.items[i]);
}

/// What a surveillance looks at one by one: the criticals, and what is open (process.md, N2).
MissingList lookedAtAgain(const GateContext &context)
{
    const QSet<QString> open = openlyNonconforming(context.view.assessment);
    MissingList missing;
    eachRelevant(context, [&](const StandardNode &node, const RatedItem &) {
        const QString code = node.code.toString();
        if (isLookedAtAgain(node, open) && !context.view.assessment.answer(node.code).has(field::answer::finding))
            missing.push_back({code});
    });
    return missing;
}

/// The ratings of a surveillance are those of the audit before.
MissingList requirementsRated(const GateContext &context, const Gate &)
{
    if (keepsPreviousRatings(context.view.assessment))
        return lookedAtAgain(context);
    MissingList missing;
    eachRelevant(context, [&](const StandardNode &node, const RatedItem &item) {
        if (!item.rating)
            missing.push_back({node.code.toString()});
    });
    return missing;
}

/// What a mine claims to be not relevant, or is for another kind of mine, it need not rate.
MissingList selfAssessed(const GateContext &context, const Gate &)
{
    const Assessment &assessment = context.view.assessment;
    const auto isClaimed = [&](const RequirementCode &requirement) {
        for (std::optional<RequirementCode> node = requirement; node; node = node->parent())
            if (assessment.relevance(*node).has(field::relevance::claimed))
                return true;
        return false;
    };
    MissingList missing;
    eachRelevant(context, [&](const StandardNode &node, const RatedItem &) {
        if (!assessment.answer(node.code).has(field::answer::self_rating) && !isClaimed(node.code))
            missing.push_back({node.code.toString()});
    });
    return missing;
}

MissingList claimsReasoned(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const auto &[id, mark] : context.view.assessment.records(EntityKind::Relevance))
        if (mark.has(field::relevance::claimed) && !mark.has(field::relevance::claim_reason))
            missing.push_back({mark[field::relevance::node]});
    return missing;
}

/// Both what the mine claims and what the auditors marked themselves says how it was tested.
MissingList claimsTested(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const auto &[id, mark] : context.view.assessment.records(EntityKind::Relevance)) {
        const bool isMarked = mark[field::relevance::state] == QLatin1String("not-relevant");
        const bool isTested = mark.has(field::relevance::tested) && mark.has(field::relevance::test);
        if ((isMarked || mark.has(field::relevance::claimed)) && !isTested)
            missing.push_back({mark[field::relevance::node]});
    }
    return missing;
}

MissingList ratingsHaveBasis(const GateContext &context, const Gate &)
{
    MissingList missing;
    eachRelevant(context, [&](const StandardNode &node, const RatedItem &item) {
        if (item.rating && context.basis.isCompanyAlone(node.code) &&
            standsOnCompanyAlone(context.view, item, context.basis.of(node.code)) &&
            !context.view.assessment.answer(node.code).has(field::answer::basis_reason))
            missing.push_back({node.code.toString()});
    });
    return missing;
}

MissingList nonconformitiesRaised(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const QString &code : withoutNonconformity(context.view, context.items))
        missing.push_back({code});
    return missing;
}

/// Its rating stays stored (scoring.md): either the mark is wrong, or the rating is for nothing.
MissingList ratingsRelevant(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (std::size_t i = 0; i < context.items.size(); ++i)
        if (context.items[i].rating && context.items[i].relevance == RelevanceReason::MarkedAbove)
            missing.push_back({context.view.standard.requirement(static_cast<int>(i)).code.toString()});
    return missing;
}

/// The best rating below which the standard's levels ask for a plan.
std::optional<int> planBelow(const Standard &standard)
{
    for (const LevelRule &level : standard.levels())
        if (level.planBelow)
            return level.planBelow;
    return std::nullopt;
}

MissingList plansDated(const GateContext &context, const Gate &)
{
    MissingList missing;
    const auto bound = planBelow(context.view.standard);
    if (!bound)
        return missing;
    eachRelevant(context, [&](const StandardNode &node, const RatedItem &item) {
        const auto &scale = context.view.standard.scale();
        if (node.critical && item.rating && *item.rating > *bound && !item.hasDatedPlan &&
            scale[static_cast<std::size_t>(*item.rating)].points)
            missing.push_back({node.code.toString()});
    });
    return missing;
}

MissingList commentsAnswered(const GateContext &context, const Gate &gate)
{
    MissingList missing;
    for (const auto &[id, comment] : context.view.assessment.records(EntityKind::Comment)) {
        const QString state = comment[field::comment::state];
        const QString weight = comment[field::comment::weight];
        const bool isAnswered = (state == QLatin1String("accepted") || state == QLatin1String("rejected")) &&
                                comment.has(field::comment::answer);
        // A note wants no answer; what must be answered is settled when whoever asked says so.
        const bool isSettled = weight == QLatin1String("note") ||
                               (isAnswered && (weight.isEmpty() || comment.has(field::comment::resolved)));
        if (comment.has(field::comment::text) && gate.items.contains(comment[field::comment::round]) && !isSettled)
            missing.push_back({comment[field::comment::label]});
    }
    return missing;
}

MissingList nonconformitiesClosed(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const auto &[id, record] : context.view.assessment.records(EntityKind::Nonconformity))
        if (!record.isBlank() && record[field::nonconformity::state] != QLatin1String("verified") &&
            !record.has(field::nonconformity::withdrawn))
            missing.push_back({record[field::nonconformity::label]});
    return missing;
}

MissingList ratedAnew(const GateContext &context, const Gate &)
{
    MissingList missing;
    for (const auto &[id, answer] : context.view.assessment.records(EntityKind::Answer))
        if (answer.has(field::answer::first_rating) &&
            !(answer.has(field::answer::rerated) && answer.has(field::answer::rerated_basis)))
            missing.push_back({answer[field::answer::requirement]});
    return missing;
}

} // namespace

GateCheckFunction resultCheck(GateCheck check)
{
    switch (check) {
    case GateCheck::RequirementsRated:
        return requirementsRated;
    case GateCheck::SelfAssessed:
        return selfAssessed;
    case GateCheck::ClaimsReasoned:
        return claimsReasoned;
    case GateCheck::ClaimsTested:
        return claimsTested;
    case GateCheck::RatingsHaveBasis:
        return ratingsHaveBasis;
    case GateCheck::NonconformitiesRaised:
        return nonconformitiesRaised;
    case GateCheck::RatingsRelevant:
        return ratingsRelevant;
    case GateCheck::PlansDated:
        return plansDated;
    case GateCheck::CommentsAnswered:
        return commentsAnswered;
    case GateCheck::NonconformitiesClosed:
        return nonconformitiesClosed;
    case GateCheck::RatedAnew:
        return ratedAnew;
    default:
        return nullptr;
    }
}

} // namespace adit
