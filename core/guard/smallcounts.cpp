// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/smallcounts.h"

#include <algorithm>
#include <numeric>

namespace adit {

namespace {

bool isFew(int count)
{
    return count > 0 && count < fewestShown;
}

/// The one smallest of the counts that are shown and not nought, if no other is equal.
std::optional<std::size_t> smallestShown(const std::vector<int> &counts)
{
    std::optional<std::size_t> smallest;
    bool isTied = false;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] < fewestShown)
            continue;
        isTied = smallest && (counts[i] == counts[*smallest] || (isTied && counts[i] > counts[*smallest]));
        if (!smallest || counts[i] < counts[*smallest])
            smallest = i;
    }
    return isTied ? std::nullopt : smallest;
}

} // namespace

PublishedCounts publishedCounts(const std::vector<int> &counts, bool isTotalPrinted)
{
    PublishedCounts published;
    int few = 0;
    int sumOfFew = 0;
    for (const int count : counts) {
        published.cells.push_back(isFew(count) ? std::nullopt : std::optional(count));
        few += isFew(count) ? 1 : 0;
        sumOfFew += isFew(count) ? count : 0;
    }
    if (!isTotalPrinted)
        return published;
    const int total = std::accumulate(counts.begin(), counts.end(), 0);
    published.total = CountRange{total, total};
    const int most = fewestShown - 1;
    const bool givesAway = few == 1 || (few > 1 && (sumOfFew == few || sumOfFew == few * most));
    if (!givesAway)
        return published;
    if (const auto another = smallestShown(counts)) {
        published.cells[*another].reset();
        published.isEachFew = false;
    } else {
        published.total = CountRange{total - sumOfFew + few, total - sumOfFew + few * most};
    }
    return published;
}

} // namespace adit
