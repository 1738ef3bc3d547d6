// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/timeline.h"

#include "core/assessment/ratingrules.h"

#include <QSet>
#include <algorithm>

namespace adit {

namespace {

using What = TimelineEntry::What;

class TimelineWriter
{
public:
    explicit TimelineWriter(const Assessment &assessment)
        : m_assessment(assessment)
    {}

    std::vector<TimelineEntry> write(const Schedule &schedule)
    {
        addMilestones(schedule);
        addFieldwork();
        addRequests();
        addActions();
        addEnds();
        std::ranges::stable_sort(m_entries, {}, &TimelineEntry::day);
        return std::move(m_entries);
    }

private:
    void add(const std::optional<QDate> &day, What what, const QString &subject, const QString &title, bool isDone)
    {
        if (day)
            m_entries.push_back({*day, what, subject, title, isDone});
    }

    void addMilestones(const Schedule &schedule)
    {
        for (const MilestoneState &state : schedule.milestones)
            add(state.done      ? state.done
                : state.planned ? state.planned
                                : state.latest,
                What::Milestone, state.milestone->code, {}, state.done.has_value());
    }

    void addFieldwork()
    {
        for (const auto &[id, meeting] : m_assessment.records(EntityKind::Meeting)) {
            const auto held = meeting[field::meeting::held];
            add(held ? held : meeting[field::meeting::planned], What::Meeting, meeting[field::meeting::label],
                meeting[field::meeting::title], held.has_value());
        }
        for (const auto &[id, stop] : m_assessment.records(EntityKind::VisitStop)) {
            const auto visited = stop[field::visit_stop::visited];
            add(visited ? visited : stop[field::visit_stop::day], What::Place, stop[field::visit_stop::label],
                stop[field::visit_stop::name], visited || stop.has(field::visit_stop::not_visited));
        }
        for (const auto &[id, talk] : m_assessment.records(EntityKind::Interview))
            if (!talk.has(field::interview::held) && !talk.has(field::interview::cancelled))
                add(talk[field::interview::planned], What::Interview, talk[field::interview::label],
                    talk[field::interview::people].join(QLatin1String(", ")), false);
    }

    void addRequests()
    {
        for (const auto &[id, request] : m_assessment.records(EntityKind::Request)) {
            const QString state = request[field::request::state];
            const bool isDone = state == QLatin1String("closed") || state == QLatin1String("deferred");
            const auto answered = request[field::request::answered];
            add(isDone && answered ? answered : request[field::request::due], What::Request,
                request[field::request::label], request[field::request::text], isDone);
        }
    }

    void addActions()
    {
        QSet<QString> implemented;
        for (const auto &[id, record] : m_assessment.records(EntityKind::Nonconformity))
            if (record.has(field::nonconformity::implemented))
                implemented.insert(record[field::nonconformity::label]);
        for (const auto &[id, action] : m_assessment.records(EntityKind::Action)) {
            const QString of = action[field::action::nonconformity];
            add(action[field::action::due], What::Action, of.isEmpty() ? action[field::action::requirement] : of,
                action[field::action::text], action.has(field::action::done) || implemented.contains(of));
        }
    }

    void addEnds()
    {
        for (const auto &[id, answer] : m_assessment.records(EntityKind::Answer))
            if (answer.has(field::answer::until))
                add(answer[field::answer::until], What::Deferred, answer[field::answer::requirement], {},
                    countingRating(m_assessment, answer) != QLatin1String("deferred"));
        for (const auto &[id, waiver] : m_assessment.records(EntityKind::Waiver))
            add(waiver[field::waiver::expires], What::Waiver, waiver[field::waiver::label],
                waiver[field::waiver::reason], false);
        for (const auto &[id, competence] : m_assessment.records(EntityKind::Competence))
            add(competence[field::competence::expires], What::Competence, competence[field::competence::label],
                competence[field::competence::basis], false);
        for (const auto &[id, evidence] : m_assessment.records(EntityKind::Evidence))
            if (!evidence.has(field::evidence::removed))
                add(evidence[field::evidence::expires], What::EvidenceEnds, evidence[field::evidence::label],
                    evidence[field::evidence::title], false);
    }

    const Assessment &m_assessment;
    std::vector<TimelineEntry> m_entries;
};

} // namespace

QString whatCode(TimelineEntry::What what)
{
    switch (what) {
    case TimelineEntry::What::Milestone:
        return QStringLiteral("milestone");
    case TimelineEntry::What::Meeting:
        return QStringLiteral("meeting");
    case TimelineEntry::What::Place:
        return QStringLiteral("place");
    case TimelineEntry::What::Interview:
        return QStringLiteral("interview");
    case TimelineEntry::What::Request:
        return QStringLiteral("request");
    case TimelineEntry::What::Action:
        return QStringLiteral("action");
    case TimelineEntry::What::Deferred:
        return QStringLiteral("deferred");
    case TimelineEntry::What::Waiver:
        return QStringLiteral("waiver");
    case TimelineEntry::What::Competence:
        return QStringLiteral("competence");
    case TimelineEntry::What::EvidenceEnds:
        break;
    }
    return QStringLiteral("evidence");
}

QString titleOf(const TimelineEntry &entry, const Standard &standard, const QString &language)
{
    const Milestone *milestone = standard.process().milestone(entry.subject);
    if (entry.what == What::Milestone && milestone)
        return milestone->title.in(language);
    const auto code = RequirementCode::fromString(entry.subject);
    const StandardNode *node = code ? standard.find(*code) : nullptr;
    return entry.title.isEmpty() && node ? node->title.in(language) : entry.title.simplified();
}

QString calendarId(const TimelineEntry &entry, const AssessmentId &assessment)
{
    return QStringLiteral("%1-%2@%3").arg(whatCode(entry.what), entry.subject, assessment.toString());
}

std::vector<TimelineEntry> timelineOf(const CaseView &view, const Schedule &schedule)
{
    return TimelineWriter(view.assessment).write(schedule);
}

} // namespace adit
