// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/publicvalues.h"

#include <vector>

/// Things of a case that are printed one by one. `entity` of each is for who looks the case's own record up; it is
/// never printed.
namespace adit {

/// A planned corrective action, as the company words it.
struct PublicAction
{
    EntityRef entity;
    DisclosedPassages text;
    DisclosedDate due;
    std::optional<DisclosedText> nonconformity = {}; ///< number of the one it is to put right, unless that is withdrawn
};

/// What was found not to be as required, and what is done about it. Withdrawn ones are none.
struct PublicNonconformity
{
    EntityRef entity;
    DisclosedText label;
    DisclosedPassages title;
    DisclosedText grade; ///< minor, major, critical; may be empty
    DisclosedMembers requirements;
    DisclosedPassages description;
    DisclosedDate raised;
    DisclosedText state; ///< raised, cause-accepted, plan-accepted, implemented, verified
    DisclosedPassages cause;
    DisclosedDate verified;
};

/// A concern as it is printed, with its answer. Only those with a text for the public; how many others there are is not
/// told, for it could point at somebody.
struct PublicConcern
{
    EntityRef entity;
    DisclosedText group; ///< of ADIT_GROUPS; may be empty
    DisclosedPassages text;
    DisclosedPassages answer;
    DisclosedText outcome; ///< upheld, partly, not-upheld, open; may be empty
};

/// The plain-language page in one language.
struct PublicPlainText
{
    EntityRef entity;
    DisclosedText language; ///< BCP 47
    DisclosedPassages text; ///< a line that ends in a question mark is a heading
};

/// What was made public before, and what changed with it.
struct PublicRelease
{
    int number; ///< from 1 on
    DisclosedDate built;
    DisclosedText changes;
    DisclosedText acknowledged; ///< which assumptions of the catalogue
    DisclosedDate withdrawn;
    DisclosedText withdrawnReason;
};

/// In the order of their numbers.
std::vector<PublicNonconformity> nonconformitiesOf(const Assessment &assessment, const Redactions &redactions);
/// By group, then by what they say: the order in which they came could tell from whom.
std::vector<PublicConcern> concernsOf(const Assessment &assessment, const Redactions &redactions);
/// By language.
std::vector<PublicPlainText> plainTextsOf(const Assessment &assessment, const Redactions &redactions);
/// By number.
std::vector<PublicRelease> publicReleasesOf(const Assessment &assessment);
/// `ids` of actions; by due date, then by words: the order of their ids is chance, and would make two equal reports
/// differ. Those without words are left out.
std::vector<PublicAction> actionsOf(const Assessment &assessment, const Redactions &redactions,
                                    const std::vector<EntityId> &ids);

} // namespace adit
