// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace adit {

/// Below this a count of people can point at them (report.md, "Redaction"). Nought points at nobody and is shown: "none
/// interviewed" is a finding about the audit.
inline constexpr int fewestShown = 5;

/// A total that is not told exactly.
struct CountRange
{
    int least = 0;
    int most = 0;

    friend bool operator==(const CountRange &, const CountRange &) = default;
};

/// Counts of groups as they may be printed.
struct PublishedCounts
{
    std::vector<std::optional<int>> cells; ///< none: withheld
    /// Whether "fewer than 5" is true of each cell withheld. If not, one of them is larger and was withheld so that the
    /// others cannot be computed: print one and the same "withheld" for all, since a mark of its own would give it
    /// away.
    bool isEachFew = true;
    std::optional<CountRange> total; ///< least and most are the same where it is exact; none where none is printed

    friend bool operator==(const PublishedCounts &, const PublishedCounts &) = default;
};

/// Withholds counts of 1 to 4. Where the printed total would give one away (only one is withheld, or all of them must
/// be 1, or 4), the smallest of the others is withheld too; where two of those are equal, or there is none, the total
/// becomes a range instead, for a choice between equals would tell who was chosen by its order. Whoever knows these
/// rules still finds at least two values for each withheld cell. Counts are not negative.
PublishedCounts publishedCounts(const std::vector<int> &counts, bool isTotalPrinted);

} // namespace adit
