// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/ratingrules.h"

#include <algorithm>

namespace adit {

bool keepsPreviousRatings(const Assessment &assessment)
{
    return assessment.details()[field::details::kind] == QLatin1String("surveillance");
}

QString countingRating(const Assessment &assessment, const Record &answer)
{
    const QString rating = answer[field::answer::rating];
    return rating.isEmpty() && keepsPreviousRatings(assessment) ? answer[field::answer::previous_rating] : rating;
}

bool isRatingKept(const Assessment &assessment, const Standard &standard, const RequirementCode &requirement)
{
    if (!keepsPreviousRatings(assessment))
        return false;
    const auto before = standard.scaleIndex(assessment.answer(requirement)[field::answer::previous_rating]);
    return !before || standard.scale()[static_cast<std::size_t>(*before)].points.has_value();
}

const ProcessStep *earlyCorrection(const Standard &standard)
{
    const auto &gates = standard.process().gates;
    const auto gate = std::ranges::find(gates, GateCheck::RatedAnew, &Gate::check);
    return gate == gates.end() ? nullptr : standard.process().step(gate->step);
}

bool isResultPostponed(const Assessment &assessment, const Standard &standard)
{
    const ProcessStep *step = earlyCorrection(standard);
    return step && assessment.step(step->code)[field::step::state] == QLatin1String("open");
}

} // namespace adit
