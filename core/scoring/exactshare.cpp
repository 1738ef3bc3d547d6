// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/exactshare.h"

namespace adit {

bool ExactShare::reaches(const Fraction &threshold) const
{
    return isEmpty() || numerator * threshold.denominator() >= threshold.numerator() * denominator;
}

ExactShare pooled(qint64 gotUnits, int possible, qint64 unitsPerPoint)
{
    return {ExactNumber(gotUnits), ExactNumber(possible) * unitsPerPoint};
}

ExactShare mean(const std::vector<ExactShare> &shares)
{
    ExactShare sum{0, 1};
    int count = 0;
    for (const ExactShare &share : shares) {
        if (share.isEmpty())
            continue;
        sum = {sum.numerator * share.denominator + share.numerator * sum.denominator,
               sum.denominator * share.denominator};
        const ExactNumber common = gcd(sum.numerator, sum.denominator);
        sum.numerator /= common;
        sum.denominator /= common;
        ++count;
    }
    return count == 0 ? ExactShare{} : ExactShare{sum.numerator, sum.denominator * count};
}

QString shownPercent(const ExactShare &share, const std::vector<Fraction> &thresholds)
{
    if (share.isEmpty())
        return {};
    const ExactNumber perMille = (share.numerator * 2000 + share.denominator) / (share.denominator * 2);
    qint64 tenths = perMille.convert_to<qint64>();
    for (const Fraction &threshold : thresholds)
        if (tenths * threshold.denominator() >= 1000 * threshold.numerator() && !share.reaches(threshold)) {
            --tenths;
            break;
        }
    return QStringLiteral("%1.%2").arg(tenths / 10).arg(tenths % 10);
}

double percent(const ExactShare &share)
{
    if (share.isEmpty())
        return 0;
    // Two conversions of moderate integers; only ever drawn or printed by machines.
    return (share.numerator * 1'000'000'000'000 / share.denominator).convert_to<double>() / 1e10;
}

} // namespace adit
