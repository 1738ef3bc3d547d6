// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/guard/nameguard.h"
#include "core/scoring/scorecard.h"

#include <QDate>
#include <QString>
#include <vector>

namespace adit {

/// Something that keeps a release from being built (report.md, Release).
struct ReleaseHold
{
    enum class Kind {
        NotDecided,      ///< no decision on the level
        DecisionBroken,  ///< what it rests on has changed, or its signature is not genuine; `where`: which leaf
        RedactionWaits,  ///< nobody has decided on it; `where`: its number
        RedactionFallen, ///< approved for another text than there is now
        RedactionOfNone, ///< its words are in the text no longer
        RedactionDue,    ///< was to be looked at again
        NameBlocks,      ///< somebody's name is in a text that goes out; `where`: person, part, place
        NameToPass,      ///< a part of one, which a second person has not let pass
        NameNotSearched, ///< too short to be looked for by itself; `where`: whose
        AssumptionsNotAcknowledged, ///< the catalogue's; `where`: how many critical flags
        PhotoNotPrinted             ///< confirmed, and its picture is not here or is another one; `where`: its number
    };
    Kind kind;
    QString where = {};

    friend bool operator==(const ReleaseHold &, const ReleaseHold &) = default;
};
/// Short and stable: "not-decided".
QString codeOf(ReleaseHold::Kind kind);

/// What a release is built with.
struct ReleaseInput
{
    QString acknowledged = {}; ///< words in which a named person acknowledges the catalogue's assumptions; printed
    QString changes = {};      ///< what changed since the last release; needed from the second one on
    QString keysAt = {};       ///< where the certification body publishes its fingerprints
    QString language = QStringLiteral("en");
    bool areShortNamesRead = false; ///< somebody read the texts for names too short to be searched
    QString chains = {};            ///< where the chains of the journal stand: to show later what was withheld then
};

/// Everything that holds it up, in the order of Kind. Empty: it can be built.
std::vector<ReleaseHold> releaseHolds(const CaseView &view, const ReleaseInput &input, const NameGuard &guard,
                                      const QDate &day);

} // namespace adit
