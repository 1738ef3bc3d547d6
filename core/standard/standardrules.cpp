// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standardrules.h"

#include <QSet>
#include <algorithm>

namespace adit {

namespace {

Error invalid(const QString &place, const QString &reason)
{
    return {ErrorCode::StandardInvalid, place, reason};
}

int scoredSteps(const std::vector<ScaleStep> &scale)
{
    return static_cast<int>(
        std::ranges::count_if(scale, [](const ScaleStep &step) { return step.points.has_value(); }));
}

Result<> checkScale(const std::vector<ScaleStep> &scale)
{
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

Result<> checkOtherPoints(const Standard::Parts &parts)
{
    for (std::size_t i = 0; i < parts.otherPoints.size(); ++i)
        if (static_cast<int>(parts.otherPoints[i].size()) != scoredSteps(parts.scale))
            return invalid(QStringLiteral("/other_points/%1").arg(i),
                           QStringLiteral("one value for each of the %1 scored steps").arg(scoredSteps(parts.scale)));
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
    return {};
}

Result<> checkSteps(const std::vector<ProcessStep> &steps)
{
    QSet<QString> codes;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const QString place = QStringLiteral("/steps/%1").arg(i);
        if (codes.contains(steps[i].code))
            return invalid(place + QStringLiteral("/code"), QStringLiteral("used twice: ") + steps[i].code);
        if (!steps[i].parent.isEmpty() && !codes.contains(steps[i].parent))
            return invalid(place + QStringLiteral("/parent"), QStringLiteral("no step of that code stands before it"));
        codes.insert(steps[i].code);
    }
    return {};
}

} // namespace

Result<> checkStandardRules(const Standard::Parts &parts)
{
    ADIT_TRY(checkScale(parts.scale));
    ADIT_TRY(checkLevels(parts));
    ADIT_TRY(checkOtherPoints(parts));
    ADIT_TRY(checkNodes(parts.nodes));
    return checkSteps(parts.steps);
}

} // namespace adit
