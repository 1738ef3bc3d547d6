// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/identity/profile.h"
#include "core/journal/workdone.h"
#include "core/process/gates.h"
#include "core/review/leaves.h"
#include "core/scoring/scorecard.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

// The decision on the level: by a person who is neither on the team nor the reviewer, after looking at whether what is
// there is enough, signed over everything it rests on (process.md, 5f; ISO/IEC 17021-1, 9.5, from general knowledge).
// Whatever of it changes later breaks the signature, and the case says what.

/// What a decision is made with.
struct DecisionInput
{
    QString outcome;     ///< "level", "pending" or "postponed"
    QString level = {};  ///< code or name of a level, for "level"
    QString reason = {}; ///< needed where the checklist has gaps, and for "pending" and "postponed"
    std::optional<QDate> until = {};
    std::optional<QString> excludeDeferred = {}; ///< decides with what is deferred left out, because of this
};

/// One line of the checklist.
struct DecisionCheck
{
    QString code; ///< of ADIT_DECISION_CHECKS
    QStringList missing;
    bool isMet() const { return missing.isEmpty(); }
};

/// What is known where a decision is made.
struct DecisionGround
{
    const CaseView &view;
    const ScoreCard &scoreCard;
    const ProcessState &process;
    const std::vector<WorkDone> &history;
};

std::vector<DecisionCheck> decisionChecklist(const DecisionGround &ground);

/// Errors: ProfileRevoked; Independence where `by` is not the decision maker of the team's list, had a hand in it, or
/// decides in a copy that withholds whose audit work it shows; UnknownChoice (outcome); InvalidValue (a level that the
/// scores do not give, no reason where one is needed); GateClosed with what the checklist lacks, where no reason is
/// given.
Result<Edit> decide(const DecisionGround &ground, const EntityRef &newDecision, const DecisionInput &input,
                    const Profile &by, const QDate &day);

/// How the latest decision stands.
struct DecisionState
{
    const Record *record;
    bool isSigned = false; ///< by the profile it names
    std::vector<BrokenLeaf> broken;

    bool holds() const { return isSigned && broken.empty(); }
};
std::optional<DecisionState> decisionOf(const CaseView &view);

} // namespace adit
