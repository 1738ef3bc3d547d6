// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/standard/standard.h"

#include <optional>
#include <vector>

namespace adit {

/// What scoring needs to know of one requirement. The list is in the order of Standard::requirements().
struct RatedItem
{
    RelevanceReason relevance = RelevanceReason::Relevant;
    std::optional<int> rating; ///< index into the standard's scale; nothing: not rated yet
    bool hasDatedPlan = false;
    bool isLeftOut = false; ///< deferred, and the decision maker decided without it, by name and on record (scoring.md)
};

/// Choices that are assumptions and may be varied (scoring.md): the standard's own unless set.
struct ScoringOptions
{
    std::vector<Fraction> points; ///< one per scored step of the scale; empty: the standard's
    std::optional<PrincipleRule> principleRule;
    bool isPostponed = false; ///< see isResultPostponed()
};

/// A share of the points possible. `got` and `possible` count requirements' points exactly; `percent` is for drawing
/// and machine output only: thresholds are tested on exact values, never on it.
struct Share
{
    Fraction got;
    int possible = 0; ///< requirements counted, one point each; 0: nothing relevant, no percentage
    double percent = 0;
    QString
        shown; ///< one decimal, half up, never showing a threshold that the exact figure does not reach; may be empty

    bool isEmpty() const { return possible == 0; }
};

/// Scores of a principle or a chapter.
struct GroupScore
{
    int node = 0;             ///< index into Standard::nodes()
    Share now;                ///< over what is rated so far
    Share floor;              ///< everything unrated or deferred counted as not met
    Share ceiling;            ///< everything unrated or deferred counted as fully met
    std::vector<int> ratings; ///< how many of each step of the scale, relevant ones only
    int relevant = 0;
    int notRelevant = 0;
    int deferred = 0; ///< rated with a step that has no points
    int unrated = 0;

    int rated() const { return relevant - unrated - deferred; }
};

/// The requirements flagged critical, by ordinal.
struct CriticalScore
{
    std::vector<int> all; ///< ordinals of all, in catalogue order
    int relevant = 0;
    std::vector<int> ratings;     ///< how many of each step, relevant ones only
    std::vector<int> below;       ///< rated below the floor that the levels ask for
    std::vector<int> unrated;     ///< relevant, not rated
    std::vector<int> deferred;    ///< relevant, to be rated later
    std::vector<int> withoutPlan; ///< below the best rating and without a dated plan
};

enum class LevelStatus {
    Provisional, ///< something relevant is not rated
    Final,
    Pending ///< all rated, but something deferred decides; or the result is postponed
};

/// Why the level is what it is; words are put to it in the window, the report and the command line.
struct LevelReason
{
    enum class Kind {
        PrinciplesReach,   ///< every principle reaches `level`; `node` is the lowest
        CriticalsReach,    ///< every relevant critical reaches the floor; `count` of them
        PlansComplete,     ///< each of the `count` criticals not fully met has a dated plan
        RequirementsReach, ///< every relevant requirement, `count` of them, has the rating that `level` asks for
        EverythingRated,   ///< nothing relevant is unrated
        PrincipleBelow,    ///< not `level`: principle `node` shows `shown`
        CriticalsBelow,    ///< not `level`: `ordinals` are below the floor
        PlansMissing,      ///< not `level`: `ordinals` have no dated plan
        RequirementsBelow, ///< not `level`: `count` requirements are not fully met
        Unrated,           ///< `count` relevant requirements are not rated
        DeferredDecides,   ///< `count` deferred requirements decide
        DeferredLeftOut,   ///< decided without the `ordinals`
        NothingScored,     ///< no level without a score
        Postponed          ///< the early correction is open; what follows speaks of the ratings as they are now
    };
    Kind kind;
    int level = -1; ///< index into Standard::levels()
    int node = -1;
    int count = 0;
    QString shown;
    std::vector<int> ordinals;
};

/// The level and the interval it lies in. Indices into Standard::levels(), which runs from highest to lowest; nothing
/// means no level.
struct LevelResult
{
    std::optional<int> achieved; ///< only when final
    LevelStatus status = LevelStatus::Provisional;
    std::optional<int> floor;
    std::optional<int> ceiling;
    std::vector<LevelReason> reasons;
    bool isPostponed = false; ///< held back for the early correction; floor and ceiling are a preview
};

/// All scores of an assessment.
struct ScoreCard
{
    LevelResult level;
    std::vector<GroupScore> principles;
    std::vector<GroupScore> chapters;
    CriticalScore critical;
    GroupScore whole; ///< counts over everything; its shares are pooled and decide nothing
    std::vector<Fraction> points;
    PrincipleRule principleRule = PrincipleRule::Pooled;
};

/// The items of an assessment, in the order of Standard::requirements(). Those of a surveillance hold the ratings of
/// the audit before: see countingRating().
std::vector<RatedItem> ratedItems(const Assessment &assessment, const Standard &standard);

/// Scores everything, whole, from nothing but its arguments (scoring.md, Rules in full). Microseconds: recomputed at
/// each edit and compared, so no incremental cache can go wrong.
ScoreCard score(const Standard &standard, const std::vector<RatedItem> &items, const ScoringOptions &options = {});

/// The label of a result as printed, from the standard's words, and the sentence that always stands with it.
QString levelLabel(const Standard &standard, const LevelResult &level, const QString &language);
QString levelQualification(const Standard &standard, const QString &language);
/// Short name of a level ("50"), or the words for none.
QString levelName(const Standard &standard, std::optional<int> level, const QString &language);

} // namespace adit
