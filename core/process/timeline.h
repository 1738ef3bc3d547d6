// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/schedule.h"

#include <QString>
#include <vector>

namespace adit {

/// One dated thing of an audit: past, due or planned.
struct TimelineEntry
{
    enum class What {
        Milestone, ///< a date of the process; `detail` is its step
        Meeting,
        Place, ///< of the visit
        Interview,
        Request,     ///< an answer wanted from the mine
        Action,      ///< a corrective action
        Deferred,    ///< a requirement that is to be rated
        Waiver,      ///< ends
        Competence,  ///< ends
        EvidenceEnds ///< a permit, a certificate of an instrument
    };

    QDate day;
    What what = What::Milestone;
    QString subject; ///< its code: milestone, label, requirement
    QString title;   ///< as it was typed; empty where the standard has the words (milestones, requirements)
    bool isDone = false;

    bool isLate(const QDate &today) const { return !isDone && day < today; }
};

QString whatCode(TimelineEntry::What what);
/// What it is called: as it was typed, or in the standard's words in a language.
QString titleOf(const TimelineEntry &entry, const Standard &standard, const QString &language);
/// The same for the same thing at every export, so that calendars update it.
QString calendarId(const TimelineEntry &entry, const AssessmentId &assessment);

/// Everything dated, by day. What is done stands on the day it was done.
std::vector<TimelineEntry> timelineOf(const CaseView &view, const Schedule &schedule);

} // namespace adit
