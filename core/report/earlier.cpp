// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/earlier.h"

#include "core/report/publicassessment.h"

#include <algorithm>

namespace adit {

namespace {

bool isScored(const Standard &standard, const std::optional<int> &step)
{
    return step && standard.scale()[static_cast<std::size_t>(*step)].points;
}

/// What was not relevant then, or only for the other kind of mine, did not count.
std::vector<RatedItem> earlierItems(const Standard &standard, const std::vector<RatedItem> &now,
                                    const QStringList &before)
{
    std::vector<RatedItem> items;
    items.reserve(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        const QString &rating = before[static_cast<qsizetype>(i)];
        RatedItem item;
        item.relevance = rating == QLatin1String("not-relevant") ? RelevanceReason::MarkedItself : now[i].relevance;
        item.rating = standard.scaleIndex(rating);
        items.push_back(item);
    }
    return items;
}

/// Shares of groups in which everything that counts now has an earlier rating.
std::vector<std::optional<Share>> coveredShares(const Standard &standard, const std::vector<GroupScore> &groups,
                                                const std::vector<RatedItem> &now, const QStringList &before)
{
    const auto isMissing = [&](int ordinal) {
        const RatedItem &item = now[static_cast<std::size_t>(ordinal)];
        return item.relevance == RelevanceReason::Relevant && isScored(standard, item.rating) &&
               before[ordinal].isEmpty();
    };
    std::vector<std::optional<Share>> shares;
    shares.reserve(groups.size());
    for (const GroupScore &group : groups) {
        const auto [first, end] = standard.ordinalsBelow(group.node);
        bool isKnown = !group.now.isEmpty();
        for (int ordinal = first; ordinal < end && isKnown; ++ordinal)
            isKnown = !isMissing(ordinal);
        shares.push_back(isKnown ? std::optional(group.now) : std::nullopt);
    }
    return shares;
}

QDate after(const QDate &from, int amount, DayUnit unit)
{
    switch (unit) {
    case DayUnit::Years:
        return from.addYears(amount);
    case DayUnit::Months:
        return from.addMonths(amount);
    case DayUnit::Days:
    case DayUnit::WorkingDays: // no catalogue counts years of validity in them
        return from.addDays(amount);
    }
    return from;
}

} // namespace

bool EarlierScores::isEmpty() const
{
    const auto isNone = [](const std::optional<Share> &share) { return !share; };
    return std::ranges::all_of(principles, isNone) && std::ranges::all_of(chapters, isNone);
}

EarlierScores earlierScores(const Standard &standard, const std::vector<RatedItem> &now, const QStringList &before,
                            const ScoringOptions &options)
{
    const ScoreCard card = score(standard, earlierItems(standard, now, before), options);
    return {coveredShares(standard, card.principles, now, before), coveredShares(standard, card.chapters, now, before)};
}

EarlierScores earlierScores(const PublicAssessment &assessment)
{
    std::vector<RatedItem> now;
    now.reserve(assessment.requirements.size());
    QStringList before;
    for (const PublicRequirement &requirement : assessment.requirements) {
        RatedItem item;
        item.relevance = requirement.relevance;
        item.rating = requirement.answer ? requirement.answer->step : std::nullopt;
        now.push_back(item);
        const bool isAsked = requirement.answer && !isSurveillance(assessment);
        before.append(isAsked ? *requirement.answer->previousRating : QString());
    }
    return earlierScores(assessment.standard, now, before);
}

std::optional<QDate> validUntil(const Standard &standard, const LevelResult &level, const std::optional<QDate> &final)
{
    const ProcessRules &process = standard.process();
    const Deadline *rule = process.deadline(QStringLiteral("reassessment"));
    const Milestone *from = rule ? process.milestone(rule->from) : nullptr;
    const bool isRule = from && !rule->earliest && from->detail == QLatin1String("report_date");
    if (!isRule || !final || !level.achieved || level.isPostponed)
        return std::nullopt;
    return after(*final, rule->amount, rule->unit);
}

std::optional<QDate> validUntil(const PublicAssessment &assessment)
{
    return isSurveillance(assessment)
               ? std::nullopt
               : validUntil(assessment.standard, assessment.score.level, *assessment.details.reportDate);
}

} // namespace adit
