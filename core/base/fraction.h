// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <compare>
#include <optional>

namespace adit {

/// An exact number such as 3/4: the points of a rating, a threshold. Reduced, denominator above zero. No floating point
/// ever decides a level (scoring.md, "Rules in full").
class Fraction
{
public:
    constexpr Fraction() = default;
    Fraction(qint64 numerator, qint64 denominator);

    /// "1", "0", "3/4", "2/3"; terms up to 1000, not negative. Anything else is nothing.
    static std::optional<Fraction> fromString(const QString &text);

    qint64 numerator() const { return m_numerator; }
    qint64 denominator() const { return m_denominator; }
    double toDouble() const;
    QString toString() const;

    friend bool operator==(const Fraction &, const Fraction &) = default;
    /// By cross-multiplication; exact for the terms this class accepts from text.
    friend std::strong_ordering operator<=>(const Fraction &a, const Fraction &b)
    {
        return a.m_numerator * b.m_denominator <=> b.m_numerator * a.m_denominator;
    }

private:
    qint64 m_numerator = 0;
    qint64 m_denominator = 1;
};

} // namespace adit
