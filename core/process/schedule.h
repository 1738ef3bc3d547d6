// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/process/workdays.h"

#include <QDate>
#include <optional>
#include <vector>

namespace adit {

/// One deadline of the standard, counted for a case.
struct DeadlineState
{
    enum class Standing {
        Unknown, ///< nothing to count from yet
        Ahead,   ///< to be done, and there is time
        Late,    ///< not done, and the day is past
        Kept,    ///< done in time, or within an extension that has its reason
        Broken   ///< done too late, or too early
    };

    const Deadline *rule = nullptr;
    std::optional<QDate> from;    ///< what was counted from
    bool fromIsPlanned = false;   ///< that day has not come yet, or is itself a deadline
    std::optional<QDate> due;     ///< by the rule
    std::optional<QDate> allowed; ///< with the extension
    std::optional<QDate> done;
    Standing standing = Standing::Unknown;
    int days = 0; ///< until `allowed` (Ahead), or beyond it (Late, Broken)
};

/// One milestone of the standard in a case.
struct MilestoneState
{
    const Milestone *milestone = nullptr;
    std::optional<QDate> planned;
    std::optional<QDate> done;
    std::optional<QDate> extended;
    std::optional<QDate> latest; ///< the first day that a deadline asks for, with its extension
    /// What others count from: the day it was done, else planned for, else due.
    std::optional<QDate> expected() const { return done ? done : planned ? planned : latest; }
    bool isOverdue(const QDate &today) const { return !done && latest && *latest < today; }
};

/// All milestones and deadlines, in the standard's order. Pure: worked out whole whenever something changes.
struct Schedule
{
    std::vector<MilestoneState> milestones;
    std::vector<DeadlineState> deadlines;

    const MilestoneState *milestone(const QString &code) const;
    const DeadlineState *deadline(const QString &code) const;
};

/// What is not done yet counts from its planned or due day, and from today at the earliest: a visit cannot begin
/// yesterday, and a late draft makes nothing late that waits for it.
Schedule scheduleOf(const CaseView &view, const QDate &today);

/// The day a milestone was done, wherever it is kept: the report's own dates are fields of the assessment.
std::optional<QDate> doneOn(const Assessment &assessment, const Milestone &milestone);

} // namespace adit
