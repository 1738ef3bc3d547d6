// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/fraction.h"

#include <QStringList>
#include <numeric>

namespace adit {

Fraction::Fraction(qint64 numerator, qint64 denominator)
    : m_numerator(numerator)
    , m_denominator(denominator)
{
    Q_ASSERT(denominator > 0);
    const qint64 common = std::gcd(numerator, denominator);
    m_numerator /= common;
    m_denominator /= common;
}

std::optional<Fraction> Fraction::fromString(const QString &text)
{
    constexpr int largestTerm = 1000;
    const QStringList terms = text.split(QLatin1Char('/'));
    if (terms.size() > 2)
        return std::nullopt;
    bool goodNumerator = false;
    bool goodDenominator = terms.size() == 1;
    const int numerator = terms[0].toInt(&goodNumerator);
    const int denominator = terms.size() == 2 ? terms[1].toInt(&goodDenominator) : 1;
    if (!goodNumerator || !goodDenominator || numerator < 0 || numerator > largestTerm || denominator < 1 ||
        denominator > largestTerm)
        return std::nullopt;
    return Fraction(numerator, denominator);
}

double Fraction::toDouble() const
{
    return static_cast<double>(m_numerator) / static_cast<double>(m_denominator);
}

QString Fraction::toString() const
{
    return m_denominator == 1 ? QString::number(m_numerator)
                              : QStringLiteral("%1/%2").arg(m_numerator).arg(m_denominator);
}

} // namespace adit
