// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/guard/nameguard.h"

#include <QStringList>
#include <vector>

namespace adit {

/// A sentence that says enough of one person to tell who it is without a name: three of role, gender, place and date.
/// A warning; whoever releases decides.
struct TellingSentence
{
    QString place;
    std::size_t text = 0; ///< index into the texts given
    qsizetype from = 0;
    qsizetype length = 0;
    bool hasRole = false;
    bool hasGender = false;
    bool hasPlace = false;
    bool hasDate = false;

    friend bool operator==(const TellingSentence &, const TellingSentence &) = default;
};

/// Words of English, Spanish, French and Portuguese at once (resources/guard/persons.json), in the singular only: what
/// is said of groups tells of nobody. `places` are those of the case, beside words such as "village" or "pit".
std::vector<TellingSentence> tellingSentences(const std::vector<GuardedText> &texts, const QStringList &places = {});

/// Words of a text that stand in an interview as they are: whoever was there knows who said it. Quotes are paraphrased.
struct ExactQuote
{
    QString place;
    std::size_t text = 0;
    qsizetype from = 0;
    qsizetype length = 0;
    std::size_t interview = 0; ///< index into the interviews given
    qsizetype interviewFrom = 0;

    friend bool operator==(const ExactQuote &, const ExactQuote &) = default;
};

/// A run of so many words is a quote; two characters of Han count as one word.
inline constexpr int wordsOfQuote = 8;

/// The longest runs that texts and interviews' summaries have in common; case, marks and line ends make no difference.
/// Time grows with the length of the texts, not with their product.
std::vector<ExactQuote> exactQuotes(const std::vector<GuardedText> &texts, const std::vector<GuardedText> &interviews);

} // namespace adit
