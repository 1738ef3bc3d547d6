// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/localtext.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

// The process as a standard's file lists it (process.md). Steps, dates and conditions are data of the standard; what
// the program knows is how to count days and how each sort of condition is looked at (core/process).

/// One step of the process.
struct ProcessStep
{
    QString code;   ///< "P1" … "P5", "1" … "7", "5a" … "5f", "N1" … "N3"
    QString phase;  ///< "pre-audit", "audit", "next"
    QString parent; ///< "5" for "5a"; empty otherwise
    LocalText title;
    LocalText shortTitle;
    LocalText rule;
    QString certainty; ///< S read in a public source, M from the project's source documents, A assumption
    bool optional = false;

    friend bool operator==(const ProcessStep &, const ProcessStep &) = default;
};

/// A moment that a team plans, keeps and may extend: "the draft goes to the company".
struct Milestone
{
    QString code; ///< "5a.sent": the step it belongs to, a dot, a word
    QString step;
    LocalText title;
    QString
        detail; ///< the field of the assessment that holds the date it was done, where the report prints it; or empty

    friend bool operator==(const Milestone &, const Milestone &) = default;
};

enum class DayUnit { Days, WorkingDays, Months, Years };

/// A milestone is to be at the latest, or at the earliest, so long after another one; before it where the amount is
/// negative.
struct Deadline
{
    QString code;
    QString milestone;
    QString from; ///< the milestone counted from
    bool earliest = false;
    int amount = 0;
    DayUnit unit = DayUnit::Days;
    LocalText rule; ///< why this date: one sentence
    QString certainty;

    friend bool operator==(const Deadline &, const Deadline &) = default;
};

/// The sorts of conditions a gate can ask for. `items` of a gate say of what; see gateChecks() for what they name.
enum class GateCheck {
    MilestonesDone,        ///< milestones have their date
    DeadlinesKept,         ///< deadlines: done in time, or extended with a reason
    StepsClosed,           ///< steps
    DetailsFilled,         ///< fields of the assessment
    PlanFilled,            ///< fields of the audit plan
    PlanIssued,            ///< a version of the plan was given out, and agreed with the mine
    SelfAssessed,          ///< the mine rated itself on every requirement
    ClaimsReasoned,        ///< every chapter proposed as not relevant has the mine's reason
    ClaimsTested,          ///< every mark of not relevant was tested
    RolesFilled,           ///< roles: an accepted member in each
    InterestsDeclared,     ///< every member declared, and none has a conflict
    ChaptersAllocated,     ///< every relevant chapter has a member
    CompetenceShown,       ///< every member's chapters are covered by competence that has not expired
    SamplingPlanned,       ///< groups: how many are to be heard
    Announced,             ///< an announcement with channel, language, date and proof
    MeetingHeld,           ///< meetings: held, every point of the agenda dealt with
    RequestsAnswered,      ///< nothing asked of the mine is left open or insufficient
    GroupsContacted,       ///< every group that is to be heard was contacted
    GroupsHeard,           ///< as many were heard as planned in every group; `items`: groups that are always heard
    HeardAlone,            ///< groups: nobody of them was heard beside management
    ConcernsAnswered,      ///< every concern has an answer
    RequirementsRated,     ///< every relevant requirement
    RatingsHaveBasis,      ///< ratings: none of them rests on the company's word alone, or a reason is given
    NonconformitiesRaised, ///< ratings: every one of them, and every critical below the best, has a nonconformity or a
                           ///< reason why not (assurance.md, Nonconformities)
    RatingsRelevant,       ///< nothing that was rated is marked as not relevant above
    PlansDated,            ///< every critical that needs one has a plan with a date
    DeferredSeen,          ///< what was too sensitive to send was seen at the visit
    PlacesVisited,         ///< every place of the itinerary, or the reason
    CommentsAnswered,      ///< rounds: every comment
    RolesIndependent,      ///< roles: held by nobody who is on the team or in another of them
    NonconformitiesClosed, ///< effectiveness verified
    RatedAnew              ///< what the early correction touched has both ratings and what was verified
};

/// A condition of opening or closing a step.
struct Gate
{
    QString code;
    QString step;
    bool opens = false; ///< asked for when the step opens; else when it closes
    LocalText title;    ///< what holds once it is met: "Every relevant requirement is rated"
    QString certainty;
    bool overridable = true; ///< false: nobody may pass it with a reason (process.md, Never overridable)
    GateCheck check = GateCheck::MilestonesDone;
    QStringList items;

    friend bool operator==(const Gate &, const Gate &) = default;
};

/// What a meeting deals with.
struct AgendaPoint
{
    QString code;
    QString meeting; ///< "opening-desk"
    LocalText title;

    friend bool operator==(const AgendaPoint &, const AgendaPoint &) = default;
};

/// Which days are none to work on, besides those that a case lists for its country.
struct WorkCalendar
{
    std::vector<int> weekend; ///< 1 Monday to 7 Sunday
    QStringList holidays;     ///< "MM-DD", every year

    friend bool operator==(const WorkCalendar &, const WorkCalendar &) = default;
};

/// All of it.
struct ProcessRules
{
    std::vector<ProcessStep> steps; ///< in the order they are worked through, sub-steps after their step
    std::vector<Milestone> milestones;
    std::vector<Deadline> deadlines;
    std::vector<Gate> gates;
    std::vector<AgendaPoint> agenda;
    WorkCalendar calendar;

    const ProcessStep *step(const QString &code) const;
    const Milestone *milestone(const QString &code) const;
    const Deadline *deadline(const QString &code) const;
    const Gate *gate(const QString &code) const;

    friend bool operator==(const ProcessRules &, const ProcessRules &) = default;
};

/// What the items of a gate name, which decides how they are checked and shown.
enum class GateItems { None, Milestones, Deadlines, Steps, Ratings, Words };

struct GateCheckInfo
{
    GateCheck check;
    const char *code; ///< in the standard's file
    GateItems items;
    /// It finds fault with what is there, not with what is not there yet: worth saying before its step begins.
    bool judgesWork = false;
};
const std::vector<GateCheckInfo> &gateChecks();
const GateCheckInfo &gateCheckInfo(GateCheck check);

QString unitCode(DayUnit unit);

} // namespace adit
