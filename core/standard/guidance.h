// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/localtext.h"
#include "core/standard/requirementcode.h"

#include <QStringList>
#include <vector>

namespace adit {

/// A word that a chapter uses in a sense of its own.
struct GuidanceTerm
{
    LocalText term;
    LocalText meaning;

    friend bool operator==(const GuidanceTerm &, const GuidanceTerm &) = default;
};

/// What helps to judge a node of the standard; it asks for nothing itself. Which members are filled depends on the
/// node's level, and a catalogue may have none of them. Texts that are lists hold one item a line.
struct Guidance
{
    LocalText objective;             ///< chapters: what the chapter is for
    LocalText relevanceTest;         ///< chapters: how a claim that it is not relevant is tested
    std::vector<GuidanceTerm> terms; ///< chapters
    LocalText intent;                ///< criteria: why these requirements stand together
    LocalText lookFor;               ///< requirements: documents, measurements, places, questions; one a line
    LocalText signs;                 ///< requirements: signs of trouble; one a line
    std::vector<LocalText> ratings;  ///< requirements: what each scored step means here, in the scale's order; or empty
    QStringList sources;             ///< requirements: codes of the usual sources ("document-company")
    QStringList tags;                ///< requirements: topics, to find what belongs together across chapters
    std::vector<RequirementCode> related; ///< requirements: others to read with this one

    friend bool operator==(const Guidance &, const Guidance &) = default;
};

/// A text of the guidance with the name that files and cases store it under.
struct GuidanceText
{
    const char *name;
    LocalText Guidance::*member;
    bool isList; ///< one item a line; a list of texts in the file
};

/// All of them, so that reading, writing and searching need no list of their own.
inline constexpr GuidanceText guidanceTexts[] = {{"objective", &Guidance::objective, false},
                                                 {"relevance_test", &Guidance::relevanceTest, false},
                                                 {"intent", &Guidance::intent, false},
                                                 {"look_for", &Guidance::lookFor, true},
                                                 {"signs", &Guidance::signs, true}};

} // namespace adit
