// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/recordlists.h"

#include <QCoreApplication>
#include <algorithm>

namespace adit {

namespace {

template <typename... Fields>
RecordList listOf(EntityKind kind, const char *purpose, const FieldInfo &wide, Fields... fields)
{
    return {kind, {&infoOf(fields)...}, &wide, purpose};
}

RecordList people()
{
    using namespace field::person;
    return listOf(
        EntityKind::Person,
        QT_TRANSLATE_NOOP("RecordLists", "Whom the team hears, by pseudonym. Who they are stays out of this list."),
        infoOf(description), stakeholder, language, place, description, consent);
}

RecordList interviews()
{
    using namespace field::interview;
    return listOf(EntityKind::Interview,
                  QT_TRANSLATE_NOOP("RecordLists",
                                    "Talks with them, and the requirements that these bear on. Workers are heard "
                                    "without management."),
                  infoOf(summary), held, form, field::interview::people, heard, summary, requirements);
}

RecordList contacts()
{
    using namespace field::contact;
    return listOf(EntityKind::Contact,
                  QT_TRANSLATE_NOOP("RecordLists", "Who was written to, called or visited, when, and what came of it."),
                  infoOf(text), made, stakeholder, channel, text, answer);
}

RecordList concerns()
{
    using namespace field::concern;
    return listOf(EntityKind::Concern,
                  QT_TRANSLATE_NOOP("RecordLists", "What people raised, the answer they got and what came of it."),
                  infoOf(text), raised, person, text, answered, outcome);
}

RecordList evidence()
{
    using namespace field::evidence;
    return listOf(EntityKind::Evidence,
                  QT_TRANSLATE_NOOP("RecordLists", "What was looked at: taken, seen, or left for the visit."),
                  infoOf(title), title, medium, source, state, effective, requirements);
}

RecordList requests()
{
    using namespace field::request;
    return listOf(EntityKind::Request,
                  QT_TRANSLATE_NOOP("RecordLists", "What the mine is asked for, and where that stands."), infoOf(text),
                  asked, form, text, state, due, requirements);
}

RecordList meetings()
{
    using namespace field::meeting;
    return listOf(EntityKind::Meeting,
                  QT_TRANSLATE_NOOP("RecordLists", "Opening and closing meetings with their agendas."),
                  infoOf(attendance), meeting, planned, time, held, attendance);
}

RecordList places()
{
    using namespace field::visit_stop;
    return listOf(
        EntityKind::VisitStop,
        QT_TRANSLATE_NOOP("RecordLists", "Places of the visit, on the site and off it, and what was seen there."),
        infoOf(observation), day, time, name, off_site, visited, observation);
}

RecordList deviations()
{
    using namespace field::plan_deviation;
    return listOf(EntityKind::PlanDeviation,
                  QT_TRANSLATE_NOOP("RecordLists", "What was done otherwise than planned, and why."), infoOf(text),
                  noted, text, reason, is_limit);
}

RecordList nonconformities()
{
    using namespace field::nonconformity;
    return listOf(EntityKind::Nonconformity,
                  QT_TRANSLATE_NOOP("RecordLists", "What falls short, why, and how it is put right."), infoOf(title),
                  grade, requirements, title, state, owner);
}

RecordList waivers()
{
    using namespace field::waiver;
    return listOf(EntityKind::Waiver,
                  QT_TRANSLATE_NOOP("RecordLists", "Requirements set aside for a time, and until when."),
                  infoOf(reason), requirements, reason, granted_by, expires);
}

RecordList complaints()
{
    using namespace field::complaint;
    return listOf(
        EntityKind::Complaint,
        QT_TRANSLATE_NOOP("RecordLists", "Complaints and appeals, decided by people who took no part in the audit."),
        infoOf(text), received, about, text, decided, outcome);
}

RecordList team()
{
    using namespace field::team_member;
    return listOf(EntityKind::TeamMember,
                  QT_TRANSLATE_NOOP("RecordLists",
                                    "Who audits, translates, reviews and decides. Chapters come after a clear "
                                    "declaration of interests."),
                  infoOf(name), name, role, state, declaration, chapters);
}

RecordList competence()
{
    using namespace field::competence;
    return listOf(EntityKind::Competence,
                  QT_TRANSLATE_NOOP("RecordLists", "What shows that members can audit their chapters, and until when."),
                  infoOf(basis), member, chapters, basis, expires);
}

RecordList auditPlan()
{
    using namespace field::audit_plan;
    return listOf(EntityKind::AuditPlan,
                  QT_TRANSLATE_NOOP("RecordLists", "Objectives, criteria, scope, days and how the audit is done."),
                  infoOf(objectives), objectives, days, languages);
}

RecordList claims()
{
    using namespace field::relevance;
    return listOf(EntityKind::Relevance,
                  QT_TRANSLATE_NOOP("RecordLists",
                                    "What the mine proposes to leave out as not relevant, why, and how the "
                                    "auditors tested that."),
                  infoOf(claim_reason), state, claimed, claim_reason, tested);
}

RecordList groups()
{
    using namespace field::group_plan;
    return listOf(
        EntityKind::GroupPlan,
        QT_TRANSLATE_NOOP("RecordLists", "How many people of each group are to be heard, and how they are reached."),
        infoOf(basis), planned, basis, outreach);
}

RecordList planIssues()
{
    using namespace field::plan_issue;
    return listOf(EntityKind::PlanIssue,
                  QT_TRANSLATE_NOOP("RecordLists", "The audit plan as it was given out, version by version."),
                  infoOf(reason), issued, agreed, reason);
}

RecordList announcements()
{
    using namespace field::announcement;
    return listOf(EntityKind::Announcement,
                  QT_TRANSLATE_NOOP("RecordLists", "Where and when the audit was announced, and the proof of it."),
                  infoOf(text), published, channel, language, place, text, proof);
}

RecordList comments()
{
    using namespace field::comment;
    return listOf(EntityKind::Comment,
                  QT_TRANSLATE_NOOP("RecordLists",
                                    "Comments of the technical reviewer, the company and the scheme on the "
                                    "draft, with their answers."),
                  infoOf(text), round, requirement, about, text, state);
}

} // namespace

const std::vector<RecordPageInfo> &recordPages()
{
    static const std::vector<RecordPageInfo> pages{
        {"plan",
         "calendar",
         QT_TRANSLATE_NOOP("RecordLists", "Plan and team"),
         {auditPlan(), team(), competence(), claims(), groups(), planIssues(), deviations()}},
        {"evidence", "layers", QT_TRANSLATE_NOOP("RecordLists", "Evidence"), {evidence(), requests()}},
        {"people",
         "person",
         QT_TRANSLATE_NOOP("RecordLists", "People"),
         {people(), interviews(), contacts(), concerns()}},
        {"visit",
         "pin",
         QT_TRANSLATE_NOOP("RecordLists", "Meetings and visit"),
         {meetings(), places(), announcements()}},
        {"actions",
         "flag",
         QT_TRANSLATE_NOOP("RecordLists", "Findings, actions"),
         {nonconformities(), waivers(), complaints()}},
        {"review", "comment", QT_TRANSLATE_NOOP("RecordLists", "Review"), {comments()}},
    };
    return pages;
}

QString recordPageTitle(const RecordPageInfo &page)
{
    return QCoreApplication::translate("RecordLists", page.title);
}

QString listPurpose(const RecordList &list)
{
    return QCoreApplication::translate("RecordLists", list.purpose);
}

const RecordPageInfo *pageOf(EntityKind kind)
{
    const auto found = std::ranges::find_if(recordPages(), [&](const RecordPageInfo &page) {
        return std::ranges::any_of(page.lists, [&](const RecordList &list) { return list.kind == kind; });
    });
    return found == recordPages().end() ? nullptr : &*found;
}

} // namespace adit
