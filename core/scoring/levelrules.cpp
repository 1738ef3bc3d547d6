// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/levelrules.h"

#include <algorithm>

namespace adit {

namespace {

/// How open items are looked at: the worst or the best they can become.
enum class View { Floor, Ceiling };

/// The rating an item counts with; nothing if it does not count at all.
std::optional<int> countedRating(const LevelInput &input, const RatedItem &item, View view)
{
    if (item.relevance != RelevanceReason::Relevant)
        return std::nullopt;
    if (item.rating && *item.rating < input.scoredSteps)
        return item.rating;
    if (item.isLeftOut)
        return std::nullopt;
    return view == View::Floor ? input.scoredSteps - 1 : 0;
}

bool isOpen(const LevelInput &input, const RatedItem &item)
{
    return !item.rating || *item.rating >= input.scoredSteps;
}

/// An open item counted at its best is counted with the plan it may need (scoring.md, Interval).
bool hasPlan(const LevelInput &input, const RatedItem &item, View view)
{
    return item.hasDatedPlan || (view == View::Ceiling && isOpen(input, item));
}

std::vector<int> criticalsBelow(const LevelInput &input, int floor, View view)
{
    std::vector<int> below;
    for (const int ordinal : input.card.critical.all) {
        const auto rating = countedRating(input, input.items[static_cast<std::size_t>(ordinal)], view);
        if (rating && *rating > floor)
            below.push_back(ordinal);
    }
    return below;
}

std::vector<int> criticalsWithoutPlan(const LevelInput &input, int planBelow, View view)
{
    std::vector<int> missing;
    for (const int ordinal : input.card.critical.all) {
        const RatedItem &item = input.items[static_cast<std::size_t>(ordinal)];
        const auto rating = countedRating(input, item, view);
        if (rating && *rating > planBelow && !hasPlan(input, item, view))
            missing.push_back(ordinal);
    }
    return missing;
}

int requirementsBelow(const LevelInput &input, int rating, View view)
{
    return static_cast<int>(std::ranges::count_if(input.items, [&](const RatedItem &item) {
        const auto counted = countedRating(input, item, view);
        return counted && *counted > rating;
    }));
}

bool anythingScored(const LevelInput &input, View view)
{
    return std::ranges::any_of(input.items,
                               [&](const RatedItem &item) { return countedRating(input, item, view).has_value(); });
}

const std::vector<ExactShare> &shares(const LevelInput &input, View view)
{
    return view == View::Floor ? input.floors : input.ceilings;
}

/// What keeps the items, so viewed, from a level; empty if nothing does.
std::vector<LevelReason> obstacles(const LevelInput &input, int level, View view)
{
    using Kind = LevelReason::Kind;
    const LevelRule &rule = input.standard.levels()[static_cast<std::size_t>(level)];
    std::vector<LevelReason> found;
    if (rule.eachPrinciple)
        for (std::size_t i = 0; i < shares(input, view).size(); ++i)
            if (!shares(input, view)[i].reaches(*rule.eachPrinciple)) {
                const GroupScore &group = input.card.principles[i];
                const bool nowBelow = !input.nows[i].isEmpty() && !input.nows[i].reaches(*rule.eachPrinciple);
                const Share &share = nowBelow ? group.now : view == View::Floor ? group.floor : group.ceiling;
                found.push_back({Kind::PrincipleBelow, level, group.node, 0, share.shown, {}});
            }
    if (rule.criticalFloor)
        if (auto below = criticalsBelow(input, *rule.criticalFloor, view); !below.empty())
            found.push_back({Kind::CriticalsBelow, level, -1, static_cast<int>(below.size()), {}, std::move(below)});
    if (rule.planBelow)
        if (auto missing = criticalsWithoutPlan(input, *rule.planBelow, view); !missing.empty())
            found.push_back({Kind::PlansMissing, level, -1, static_cast<int>(missing.size()), {}, std::move(missing)});
    if (rule.everyRequirement)
        if (const int below = requirementsBelow(input, *rule.everyRequirement, view); below > 0)
            found.push_back({Kind::RequirementsBelow, level, -1, below, {}, {}});
    return found;
}

std::optional<int> levelAt(const LevelInput &input, View view)
{
    if (!anythingScored(input, view))
        return std::nullopt;
    for (int level = 0; level < static_cast<int>(input.standard.levels().size()); ++level)
        if (obstacles(input, level, view).empty())
            return level;
    return std::nullopt;
}

/// Relevant deferred items: those left out by decision, or those that are not.
std::vector<int> deferredOrdinals(const LevelInput &input, bool isLeftOut)
{
    std::vector<int> ordinals;
    for (std::size_t i = 0; i < input.items.size(); ++i) {
        const RatedItem &item = input.items[i];
        if (item.relevance == RelevanceReason::Relevant && item.rating && *item.rating >= input.scoredSteps &&
            item.isLeftOut == isLeftOut)
            ordinals.push_back(static_cast<int>(i));
    }
    return ordinals;
}

int lowestPrinciple(const LevelInput &input)
{
    int lowest = -1;
    for (std::size_t i = 0; i < input.nows.size(); ++i) {
        const ExactShare &share = input.nows[i];
        if (share.isEmpty())
            continue;
        const auto current = static_cast<std::size_t>(lowest);
        if (lowest < 0 ||
            share.numerator * input.nows[current].denominator < input.nows[current].numerator * share.denominator)
            lowest = static_cast<int>(i);
    }
    return lowest;
}

/// What speaks for the level that was reached.
void appendGrounds(const LevelInput &input, int level, std::vector<LevelReason> &reasons)
{
    using Kind = LevelReason::Kind;
    const LevelRule &rule = input.standard.levels()[static_cast<std::size_t>(level)];
    const int lowest = lowestPrinciple(input);
    if (rule.eachPrinciple && lowest >= 0) {
        const GroupScore &group = input.card.principles[static_cast<std::size_t>(lowest)];
        reasons.push_back({Kind::PrinciplesReach, level, group.node, 0, group.now.shown, {}});
    }
    if (rule.criticalFloor)
        reasons.push_back({Kind::CriticalsReach, level, -1, input.card.critical.relevant, {}, {}});
    if (rule.planBelow) {
        int planned = 0;
        for (const int ordinal : input.card.critical.all) {
            const auto rating = countedRating(input, input.items[static_cast<std::size_t>(ordinal)], View::Floor);
            planned += rating && *rating > *rule.planBelow;
        }
        if (planned > 0)
            reasons.push_back({Kind::PlansComplete, level, -1, planned, {}, {}});
    }
    if (rule.everyRequirement)
        reasons.push_back({Kind::RequirementsReach, level, -1, input.card.whole.relevant, {}, {}});
    if (!rule.eachPrinciple && !rule.criticalFloor && !rule.everyRequirement)
        reasons.push_back({Kind::EverythingRated, level, -1, 0, {}, {}});
}

void appendReasons(const LevelInput &input, LevelResult &result)
{
    using Kind = LevelReason::Kind;
    if (result.status == LevelStatus::Provisional) {
        result.reasons.push_back({Kind::Unrated, -1, -1, input.card.whole.unrated, {}, {}});
        return;
    }
    if (result.status == LevelStatus::Pending) {
        const std::vector<int> deferred = deferredOrdinals(input, false);
        result.reasons.push_back({Kind::DeferredDecides, -1, -1, static_cast<int>(deferred.size()), {}, deferred});
        return;
    }
    if (!anythingScored(input, View::Floor))
        result.reasons.push_back({Kind::NothingScored, -1, -1, 0, {}, {}});
    if (result.achieved)
        appendGrounds(input, *result.achieved, result.reasons);
    const int next = result.achieved ? *result.achieved - 1 : static_cast<int>(input.standard.levels().size()) - 1;
    if (next >= 0 && anythingScored(input, View::Floor))
        for (LevelReason &reason : obstacles(input, next, View::Floor))
            result.reasons.push_back(std::move(reason));
    if (const auto leftOut = deferredOrdinals(input, true); !leftOut.empty())
        result.reasons.push_back({Kind::DeferredLeftOut, -1, -1, static_cast<int>(leftOut.size()), {}, leftOut});
}

/// Whatever the ratings say, there is no level while they may still be made anew; the reasons stay, of a preview.
void postpone(LevelResult &result)
{
    result.isPostponed = true;
    result.status = LevelStatus::Pending;
    result.achieved.reset();
    result.reasons.insert(result.reasons.begin(), {LevelReason::Kind::Postponed, -1, -1, 0, {}, {}});
}

} // namespace

std::optional<int> criticalFloor(const Standard &standard)
{
    std::optional<int> weakest;
    for (const LevelRule &level : standard.levels())
        if (level.criticalFloor && (!weakest || *level.criticalFloor > *weakest))
            weakest = level.criticalFloor;
    return weakest;
}

std::optional<int> strictestPlanRule(const Standard &standard)
{
    std::optional<int> best;
    for (const LevelRule &level : standard.levels())
        if (level.planBelow && (!best || *level.planBelow < *best))
            best = level.planBelow;
    return best;
}

LevelResult decideLevel(const LevelInput &input)
{
    LevelResult result;
    result.floor = levelAt(input, View::Floor);
    result.ceiling = levelAt(input, View::Ceiling);
    if (input.card.whole.unrated > 0) {
        result.status = LevelStatus::Provisional;
    } else if (result.floor == result.ceiling) {
        result.status = LevelStatus::Final;
        result.achieved = result.floor;
    } else {
        result.status = LevelStatus::Pending;
    }
    appendReasons(input, result);
    if (input.options.isPostponed)
        postpone(result);
    return result;
}

} // namespace adit
