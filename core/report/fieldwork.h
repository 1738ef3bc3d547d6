// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/guard/smallcounts.h"

#include <QString>
#include <optional>
#include <vector>

namespace adit {

/// What was done to find things out, in figures (report.md, part 4). People, interviews, places and papers are the
/// team's or the company's; this is the one place where they become public, and then as counts that point at nobody.
struct PublicFieldwork
{
    struct Group
    {
        QString code;               ///< of ADIT_GROUPS; empty: people whose group was not recorded
        std::optional<int> heard;   ///< none: withheld (smallcounts.h)
        std::optional<int> planned; ///< none: no number was set, or it is withheld with `heard`
    };
    struct Places
    {
        int planned = 0;
        int visited = 0;
    };
    std::vector<Group> groups = {}; ///< all there are, in their order; those without anybody too
    bool isEachFew = true;          ///< see PublishedCounts
    CountRange heard = {};          ///< of all groups
    /// Of all groups. None: no number was set, or it would tell the one that is withheld.
    std::optional<int> planned = {};
    std::optional<int> interviews = 0; ///< that were held; none: 1 to 4, withheld
    int documents = 0;                 ///< on the list of evidence, taken or looked at
    Places onSite = {};
    Places offSite = {};
    std::optional<int> plannedDays = {}; ///< on site
    std::optional<int> days = {};        ///< from the first day of the visit to the last

    /// Nobody was heard, and nobody is to be.
    bool isWithoutPeople() const;
};

PublicFieldwork fieldworkOf(const Assessment &assessment);

} // namespace adit
