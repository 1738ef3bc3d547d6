// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scorecard.h"

#include "core/assessment/ratingrules.h"
#include "core/scoring/exactshare.h"
#include "core/scoring/levelrules.h"

#include <algorithm>
#include <numeric>

namespace adit {

namespace {

/// Points as whole units over their common denominator.
struct UnitTable
{
    std::vector<qint64> units; ///< by scored step
    qint64 perPoint = 1;
};

UnitTable unitTable(const std::vector<Fraction> &points)
{
    UnitTable table;
    for (const Fraction &value : points)
        table.perPoint = std::lcm(table.perPoint, value.denominator());
    for (const Fraction &value : points)
        table.units.push_back(value.numerator() * (table.perPoint / value.denominator()));
    return table;
}

std::vector<Fraction> pointsInUse(const Standard &standard, const ScoringOptions &options)
{
    if (!options.points.empty())
        return options.points;
    std::vector<Fraction> points;
    for (const ScaleStep &step : standard.scale())
        if (step.points)
            points.push_back(*step.points);
    return points;
}

/// The figures at which the standard's levels change: no rounded figure may reach one that the exact figure misses.
std::vector<Fraction> thresholdsOf(const Standard &standard)
{
    std::vector<Fraction> thresholds{Fraction(1, 1)};
    for (const LevelRule &level : standard.levels())
        if (level.eachPrinciple)
            thresholds.push_back(*level.eachPrinciple);
    return thresholds;
}

struct Tally
{
    qint64 got = 0; ///< units, over what is rated
    int scored = 0;
    int open = 0; ///< unrated or deferred, counted in the interval

    void add(const Tally &other)
    {
        got += other.got;
        scored += other.scored;
        open += other.open;
    }
};

/// The three views of a group, exact.
struct ExactGroup
{
    ExactShare now;
    ExactShare floor;
    ExactShare ceiling;
};

class Scorer
{
public:
    Scorer(const Standard &standard, const std::vector<RatedItem> &items, const ScoringOptions &options)
        : m_standard(standard)
        , m_items(items)
        , m_options(options)
        , m_points(pointsInUse(standard, options))
        , m_units(unitTable(m_points))
        , m_thresholds(thresholdsOf(standard))
    {}

    ScoreCard run()
    {
        ScoreCard card;
        card.points = m_points;
        card.principleRule = m_options.principleRule.value_or(m_standard.principleRule());
        std::vector<ExactGroup> principles;
        Tally wholeTally;
        card.whole = emptyGroup(-1);
        for (const int principle : m_standard.principles()) {
            std::vector<ExactGroup> chapters;
            Tally tally;
            GroupScore group = emptyGroup(principle);
            for (const int chapter : m_standard.children(principle)) {
                GroupScore chapterScore = emptyGroup(chapter);
                const Tally chapterTally = count(chapterScore);
                chapters.push_back(exact(chapterTally));
                show(chapterScore, chapters.back(), chapterTally);
                addCounts(group, chapterScore);
                tally.add(chapterTally);
                card.chapters.push_back(std::move(chapterScore));
            }
            const bool pool = card.principleRule == PrincipleRule::Pooled;
            principles.push_back(pool ? exact(tally) : meanOf(chapters));
            show(group, principles.back(), tally);
            addCounts(card.whole, group);
            wholeTally.add(tally);
            card.principles.push_back(std::move(group));
        }
        show(card.whole, exact(wholeTally), wholeTally);
        card.critical = criticals();
        card.level = decide(card, principles);
        return card;
    }

private:
    GroupScore emptyGroup(int node) const
    {
        GroupScore group;
        group.node = node;
        group.ratings.assign(m_standard.scale().size(), 0);
        return group;
    }

    Tally count(GroupScore &group) const
    {
        Tally tally;
        const auto [first, end] = m_standard.ordinalsBelow(group.node);
        for (int ordinal = first; ordinal < end; ++ordinal) {
            const RatedItem &item = m_items[static_cast<std::size_t>(ordinal)];
            if (item.relevance != RelevanceReason::Relevant) {
                ++group.notRelevant;
                continue;
            }
            ++group.relevant;
            if (!item.rating) {
                ++group.unrated;
                ++tally.open;
                continue;
            }
            const auto step = static_cast<std::size_t>(*item.rating);
            ++group.ratings[step];
            if (step < m_units.units.size()) {
                ++tally.scored;
                tally.got += m_units.units[step];
            } else {
                ++group.deferred;
                tally.open += item.isLeftOut ? 0 : 1;
            }
        }
        return tally;
    }

    ExactGroup exact(const Tally &tally) const
    {
        const int all = tally.scored + tally.open;
        return {pooled(tally.got, tally.scored, m_units.perPoint), pooled(tally.got, all, m_units.perPoint),
                pooled(tally.got + tally.open * m_units.perPoint, all, m_units.perPoint)};
    }

    static ExactGroup meanOf(const std::vector<ExactGroup> &chapters)
    {
        const auto meanAt = [&](ExactShare ExactGroup::*view) {
            std::vector<ExactShare> shares;
            shares.reserve(chapters.size());
            for (const ExactGroup &chapter : chapters)
                shares.push_back(chapter.*view);
            return mean(shares);
        };
        return {meanAt(&ExactGroup::now), meanAt(&ExactGroup::floor), meanAt(&ExactGroup::ceiling)};
    }

    Share shareOf(const ExactShare &share, qint64 got, int possible) const
    {
        return {Fraction(got, m_units.perPoint), possible, percent(share), shownPercent(share, m_thresholds)};
    }

    void show(GroupScore &group, const ExactGroup &exactGroup, const Tally &tally) const
    {
        const int all = tally.scored + tally.open;
        group.now = shareOf(exactGroup.now, tally.got, tally.scored);
        group.floor = shareOf(exactGroup.floor, tally.got, all);
        group.ceiling = shareOf(exactGroup.ceiling, tally.got + tally.open * m_units.perPoint, all);
    }

    static void addCounts(GroupScore &sum, const GroupScore &part)
    {
        for (std::size_t i = 0; i < sum.ratings.size(); ++i)
            sum.ratings[i] += part.ratings[i];
        sum.relevant += part.relevant;
        sum.notRelevant += part.notRelevant;
        sum.deferred += part.deferred;
        sum.unrated += part.unrated;
    }

    CriticalScore criticals() const
    {
        CriticalScore result;
        result.ratings.assign(m_standard.scale().size(), 0);
        const std::optional<int> floor = criticalFloor(m_standard);
        const std::optional<int> planBelow = strictestPlanRule(m_standard);
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const int ordinal = static_cast<int>(i);
            if (!m_standard.requirement(ordinal).critical)
                continue;
            result.all.push_back(ordinal);
            const RatedItem &item = m_items[i];
            if (item.relevance != RelevanceReason::Relevant)
                continue;
            ++result.relevant;
            if (item.rating)
                ++result.ratings[static_cast<std::size_t>(*item.rating)];
            const bool scored = item.rating && static_cast<std::size_t>(*item.rating) < m_points.size();
            if (!item.rating)
                result.unrated.push_back(ordinal);
            else if (!scored)
                result.deferred.push_back(ordinal);
            else if (floor && *item.rating > *floor)
                result.below.push_back(ordinal);
            if (scored && planBelow && *item.rating > *planBelow && !item.hasDatedPlan)
                result.withoutPlan.push_back(ordinal);
        }
        return result;
    }

    LevelResult decide(const ScoreCard &card, const std::vector<ExactGroup> &principles) const
    {
        LevelInput input{m_standard, m_items, m_options, static_cast<int>(m_points.size()), card, {}, {}, {}};
        for (const ExactGroup &group : principles) {
            input.nows.push_back(group.now);
            input.floors.push_back(group.floor);
            input.ceilings.push_back(group.ceiling);
        }
        return decideLevel(input);
    }

    const Standard &m_standard;
    const std::vector<RatedItem> &m_items;
    const ScoringOptions &m_options;
    std::vector<Fraction> m_points;
    UnitTable m_units;
    std::vector<Fraction> m_thresholds;
};

} // namespace

ScoreCard score(const Standard &standard, const std::vector<RatedItem> &items, const ScoringOptions &options)
{
    Q_ASSERT(items.size() == standard.requirements().size());
    return Scorer(standard, items, options).run();
}

namespace {

/// Only what was deferred when it was decided without it: an item that is deferred later decides again.
void markLeftOut(const Assessment &assessment, const Standard &standard, std::vector<RatedItem> &items)
{
    const QString codes = assessment.details()[field::details::deferred_codes];
    for (const QString &text : codes.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto code = RequirementCode::fromString(text);
        const auto ordinal = code ? standard.ordinal(*code) : std::nullopt;
        if (!ordinal)
            continue;
        RatedItem &item = items[static_cast<std::size_t>(*ordinal)];
        item.isLeftOut = item.rating && !standard.scale()[static_cast<std::size_t>(*item.rating)].points;
    }
}

} // namespace

std::vector<RatedItem> ratedItems(const Assessment &assessment, const Standard &standard)
{
    std::vector<RatedItem> items(standard.requirements().size());
    const bool newMine = assessment.details()[field::details::mine] == QLatin1String("new");
    const AppliesTo otherKind = newMine ? AppliesTo::ExistingMines : AppliesTo::NewMines;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (standard.requirement(static_cast<int>(i)).appliesTo == otherKind)
            items[i].relevance = RelevanceReason::OtherKindOfMine;

    const auto &marks = assessment.byNode(EntityKind::Relevance);
    for (auto mark = marks.begin(); mark != marks.end(); ++mark) {
        const auto node = standard.nodeIndex(mark.key());
        if (!node || assessment.relevance(mark.key())[field::relevance::state] != QLatin1String("not-relevant"))
            continue;
        const bool itself = mark.key().level() == NodeLevel::Requirement;
        const auto [first, end] = standard.ordinalsBelow(*node);
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(end); ++i)
            if (items[i].relevance != RelevanceReason::OtherKindOfMine &&
                items[i].relevance != RelevanceReason::MarkedItself)
                items[i].relevance = itself ? RelevanceReason::MarkedItself : RelevanceReason::MarkedAbove;
    }

    const auto &answers = assessment.byNode(EntityKind::Answer);
    for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
        const auto ordinal = standard.ordinal(answer.key());
        if (!ordinal)
            continue;
        RatedItem &item = items[static_cast<std::size_t>(*ordinal)];
        const QString rating = countingRating(assessment, *assessment.find(EntityKind::Answer, *answer));
        item.rating = standard.scaleIndex(rating);
        if (rating == QLatin1String("not-relevant") && item.relevance == RelevanceReason::Relevant)
            item.relevance = RelevanceReason::MarkedItself;
    }

    for (const QString &planned : datedPlans(assessment)) {
        const auto code = RequirementCode::fromString(planned);
        if (const auto ordinal = code ? standard.ordinal(*code) : std::nullopt)
            items[static_cast<std::size_t>(*ordinal)].hasDatedPlan = true;
    }
    markLeftOut(assessment, standard, items);
    return items;
}

QString levelName(const Standard &standard, std::optional<int> level, const QString &language)
{
    return level ? standard.levels()[static_cast<std::size_t>(*level)].name.in(language) : QStringLiteral("–");
}

QString levelLabel(const Standard &standard, const LevelResult &level, const QString &language)
{
    const LevelLabels &labels = standard.labels();
    const bool isOpen = level.floor != level.ceiling;
    const LocalText &words = level.status == LevelStatus::Provisional
                                 ? (isOpen ? labels.inProgress : labels.onlyPossible)
                             : level.status == LevelStatus::Pending ? labels.pending
                             : level.achieved                       ? labels.achieved
                                                                    : labels.notAchieved;
    return words.in(language)
        .replace(QLatin1String("{level}"), levelName(standard, level.achieved, language))
        .replace(QLatin1String("{floor}"), levelName(standard, level.floor, language))
        .replace(QLatin1String("{ceiling}"), levelName(standard, level.ceiling, language));
}

QString levelQualification(const Standard &standard, const QString &language)
{
    return standard.labels()
        .qualification.in(language)
        .replace(QLatin1String("{assumed}"), QString::number(standard.assumedCriticalCount()))
        .replace(QLatin1String("{criticals}"), QString::number(standard.criticalCount()));
}

} // namespace adit
