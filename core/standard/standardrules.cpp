// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standardrules.h"

#include "core/standard/processjson.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <functional>
#include <numeric>

namespace adit {

namespace {

/// Times all requirements of the largest catalogue it stays far below 64 bits.
constexpr qint64 largestDenominator = 1'000'000;

Error invalid(const QString &place, const QString &reason)
{
    return {ErrorCode::StandardInvalid, place, reason};
}

int scoredSteps(const std::vector<ScaleStep> &scale)
{
    return static_cast<int>(
        std::ranges::count_if(scale, [](const ScaleStep &step) { return step.points.has_value(); }));
}

QString tooFine()
{
    return QStringLiteral("points with a common denominator of at most %1").arg(largestDenominator);
}

std::vector<Fraction> pointsOf(const std::vector<ScaleStep> &scale)
{
    std::vector<Fraction> points;
    points.reserve(scale.size());
    for (const ScaleStep &step : scale)
        if (step.points)
            points.push_back(*step.points);
    return points;
}

Result<> checkScaleSize(const std::vector<ScaleStep> &scale)
{
    constexpr std::size_t least = 2;
    constexpr std::size_t most = 12;
    if (scale.size() < least || scale.size() > most)
        return invalid(QStringLiteral("/scale"),
                       QStringLiteral("%1 ratings, expected are %2 to %3").arg(scale.size()).arg(least).arg(most));
    return {};
}

Result<> checkScale(const std::vector<ScaleStep> &scale)
{
    ADIT_TRY(checkScaleSize(scale));
    QSet<QString> codes{QStringLiteral("not-relevant"), QStringLiteral("unrated")};
    QSet<QString> keys{QStringLiteral("N")};
    for (std::size_t i = 0; i < scale.size(); ++i) {
        const QString place = QStringLiteral("/scale/%1").arg(i);
        if (codes.contains(scale[i].code))
            return invalid(place + QStringLiteral("/code"), QStringLiteral("used twice or reserved: ") + scale[i].code);
        if (keys.contains(scale[i].key))
            return invalid(place + QStringLiteral("/key"), QStringLiteral("used twice or reserved: ") + scale[i].key);
        codes.insert(scale[i].code);
        keys.insert(scale[i].key);
        if (i == 0 && scale[i].points != Fraction(1, 1))
            return invalid(place + QStringLiteral("/points"), QStringLiteral("the best rating has 1 point"));
        if (i > 0 && scale[i].points && (!scale[i - 1].points || *scale[i].points >= *scale[i - 1].points))
            return invalid(place + QStringLiteral("/points"),
                           QStringLiteral("points fall from step to step; steps without points come last"));
    }
    if (!arePointsComputable(pointsOf(scale)))
        return invalid(QStringLiteral("/scale"), tooFine());
    return {};
}

Result<> checkLevels(const Standard::Parts &parts)
{
    const int scored = scoredSteps(parts.scale);
    QSet<QString> codes;
    for (std::size_t i = 0; i < parts.levels.size(); ++i) {
        const LevelRule &level = parts.levels[i];
        const QString place = QStringLiteral("/levels/%1").arg(i);
        if (codes.contains(level.code))
            return invalid(place + QStringLiteral("/code"), QStringLiteral("used twice: ") + level.code);
        codes.insert(level.code);
        const std::pair<const char *, std::optional<int>> references[] = {
            {"/critical_floor", level.criticalFloor},
            {"/plan_below", level.planBelow},
            {"/every_requirement", level.everyRequirement}};
        for (const auto &[member, step] : references)
            if (step && (*step < 0 || *step >= scored))
                return invalid(place + QLatin1String(member),
                               QStringLiteral("names a rating that is not a scored step of the scale"));
        if (level.eachPrinciple && *level.eachPrinciple > Fraction(1, 1))
            return invalid(place + QStringLiteral("/each_principle"), QStringLiteral("at most 1"));
        if (i > 0 && level.eachPrinciple && parts.levels[i - 1].eachPrinciple &&
            *level.eachPrinciple >= *parts.levels[i - 1].eachPrinciple)
            return invalid(place + QStringLiteral("/each_principle"),
                           QStringLiteral("levels are listed from highest to lowest"));
    }
    return {};
}

/// Another table for the same scale: it may give two ratings the same points, but not the worse one more.
Result<> checkTable(const std::vector<Fraction> &table, int scored, const QString &place)
{
    if (static_cast<int>(table.size()) != scored)
        return invalid(place, QStringLiteral("one value for each of the %1 scored steps").arg(scored));
    if (table.front() != Fraction(1, 1))
        return invalid(place + QStringLiteral("/0"), QStringLiteral("the best rating has 1 point"));
    const auto rising = std::ranges::adjacent_find(table, std::ranges::less());
    if (rising != table.end())
        return invalid(QStringLiteral("%1/%2").arg(place).arg(rising - table.begin() + 1),
                       QStringLiteral("points do not rise from the best rating to the worst"));
    return arePointsComputable(table) ? Result<>() : invalid(place, tooFine());
}

Result<> checkOtherPoints(const Standard::Parts &parts)
{
    for (std::size_t i = 0; i < parts.otherPoints.size(); ++i)
        ADIT_TRY(checkTable(parts.otherPoints[i], scoredSteps(parts.scale), QStringLiteral("/other_points/%1").arg(i)));
    return {};
}

/// A placeholder that nobody fills in would be printed as it is.
Result<> checkPlaceholders(const LocalText &text, const QStringList &known, const QString &place)
{
    static const QRegularExpression braces(QStringLiteral("\\{[^{}]*\\}?|\\}"));
    for (auto word = text.all().cbegin(); word != text.all().cend(); ++word)
        for (auto found = braces.globalMatch(word.value()); found.hasNext();)
            if (const QString placeholder = found.next().captured(); !known.contains(placeholder))
                return invalid(place + QLatin1Char('/') + word.key(),
                               QStringLiteral("\"%1\" is not known here; expected are %2")
                                   .arg(placeholder, known.join(QStringLiteral(", "))));
    return {};
}

Result<> checkLabels(const LevelLabels &labels)
{
    const QStringList results{QStringLiteral("{level}"), QStringLiteral("{floor}"), QStringLiteral("{ceiling}")};
    const QStringList counts{QStringLiteral("{assumed}"), QStringLiteral("{criticals}")};
    ADIT_TRY(checkPlaceholders(labels.achieved, results, QStringLiteral("/labels/achieved")));
    ADIT_TRY(checkPlaceholders(labels.notAchieved, results, QStringLiteral("/labels/not_achieved")));
    ADIT_TRY(checkPlaceholders(labels.inProgress, results, QStringLiteral("/labels/in_progress")));
    ADIT_TRY(checkPlaceholders(labels.onlyPossible, results, QStringLiteral("/labels/only_possible")));
    ADIT_TRY(checkPlaceholders(labels.pending, results, QStringLiteral("/labels/pending")));
    return checkPlaceholders(labels.qualification, counts, QStringLiteral("/labels/qualification"));
}

/// A reference that leads nowhere would be a dead end for whoever follows it.
Result<> checkRelated(const std::vector<StandardNode> &nodes, const QSet<RequirementCode> &codes)
{
    for (const StandardNode &node : nodes) {
        QSet<RequirementCode> seen{node.code};
        for (const RequirementCode &related : node.guidance.related) {
            if (!codes.contains(related) || seen.contains(related))
                return invalid(QStringLiteral("/principles"),
                               QStringLiteral("%1 names %2 as related: expected is each other requirement of this "
                                              "standard once at most")
                                   .arg(node.code.toString(), related.toString()));
            seen.insert(related);
        }
    }
    return {};
}

Result<> checkTranslations(const std::vector<Translation> &translations)
{
    QSet<QString> languages;
    for (std::size_t i = 0; i < translations.size(); ++i) {
        if (languages.contains(translations[i].language))
            return invalid(QStringLiteral("/translations/%1/language").arg(i),
                           QStringLiteral("stands twice: ") + translations[i].language);
        languages.insert(translations[i].language);
    }
    return {};
}

Result<> checkNodes(const std::vector<StandardNode> &nodes)
{
    QSet<RequirementCode> codes;
    for (const StandardNode &node : nodes) {
        if (codes.contains(node.code))
            return invalid(QStringLiteral("/principles"),
                           QStringLiteral("the code %1 stands twice").arg(node.code.toString()));
        codes.insert(node.code);
    }
    return checkRelated(nodes, codes);
}

} // namespace

bool arePointsComputable(const std::vector<Fraction> &points)
{
    qint64 common = 1;
    return std::ranges::all_of(points, [&](const Fraction &value) {
        common = std::lcm(common, value.denominator());
        return common <= largestDenominator;
    });
}

Result<> checkStandardRules(const Standard::Parts &parts)
{
    ADIT_TRY(checkScale(parts.scale));
    ADIT_TRY(checkLevels(parts));
    ADIT_TRY(checkOtherPoints(parts));
    ADIT_TRY(checkLabels(parts.labels));
    ADIT_TRY(checkNodes(parts.nodes));
    ADIT_TRY(checkTranslations(parts.translations));
    QStringList ratings;
    for (const ScaleStep &step : parts.scale)
        ratings.append(step.code);
    return checkProcess(parts.process, ratings);
}

} // namespace adit
