// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/timelinelanes.h"

#include "core/process/progress.h"
#include "ui/pages/processrows.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace adit {

namespace {

using What = TimelineEntry::What;
using Shape = TimeMark::Shape;

/// The context of what this file says.
class TimelineLanes
{
    Q_DECLARE_TR_FUNCTIONS(TimelineLanes)
};

QString phaseId(const QString &phase)
{
    return QStringLiteral("phase:") + phase;
}

Shape shapeOf(const MilestoneState &state, const QDate &today)
{
    if (state.done)
        return Shape::Done;
    if (state.isOverdue(today) || (state.planned && *state.planned < today))
        return Shape::Late;
    if (state.extended)
        return Shape::Extended;
    return state.planned ? Shape::Planned : Shape::Due;
}

Shape shapeOf(const TimelineEntry &entry, const QDate &today)
{
    if (entry.isDone)
        return Shape::Done;
    if (entry.isLate(today))
        return Shape::Late;
    const bool isEnd = entry.what == What::Waiver || entry.what == What::Competence || entry.what == What::EvidenceEnds;
    return isEnd || entry.what == What::Request ? Shape::Due : Shape::Planned;
}

/// The lanes besides the process, each with what stands on it.
struct OtherLane
{
    const char *name;
    std::vector<What> holds;
};

const std::vector<OtherLane> &otherLanes()
{
    static const std::vector<OtherLane> lanes{
        {QT_TRANSLATE_NOOP("TimelineLanes", "Meetings and visit"), {What::Meeting, What::Place, What::Interview}},
        {QT_TRANSLATE_NOOP("TimelineLanes", "Answers of the mine"), {What::Request}},
        {QT_TRANSLATE_NOOP("TimelineLanes", "Corrective actions"), {What::Action}},
        {QT_TRANSLATE_NOOP("TimelineLanes", "What ends"),
         {What::Deferred, What::Waiver, What::Competence, What::EvidenceEnds}}};
    return lanes;
}

class LaneWriter
{
public:
    LaneWriter(const CaseDocument &document, const ProcessState &process, const std::vector<TimelineEntry> &entries)
        : m_document(document)
        , m_process(process)
        , m_entries(entries)
        , m_today(process.today)
    {}

    std::vector<TimeLane> write(const QSet<QString> &open)
    {
        QString phase;
        for (const ProcessStep &step : m_document.standard().steps()) {
            if (!step.parent.isEmpty())
                continue;
            if (step.phase != phase) {
                phase = step.phase;
                addPhase(phase, open.contains(phaseId(phase)));
            }
            if (open.contains(phaseId(phase)))
                m_lanes.push_back(laneOf(step));
        }
        addOthers(open.contains(QStringLiteral("other")));
        return std::move(m_lanes);
    }

private:
    void addPhase(const QString &phase, bool isOpen)
    {
        TimeLane lane{phaseId(phase), phaseWords(phase)};
        lane.isHeading = true;
        lane.isOpen = isOpen;
        if (!isOpen)
            for (const ProcessStep &step : m_document.standard().steps())
                if (step.parent.isEmpty() && step.phase == phase) {
                    const TimeLane of = laneOf(step);
                    std::ranges::copy(of.marks, std::back_inserter(lane.marks));
                    std::ranges::copy(of.spans, std::back_inserter(lane.spans));
                }
        sort(lane);
        m_lanes.push_back(std::move(lane));
    }

    /// A step with the dates of its parts.
    TimeLane laneOf(const ProcessStep &step) const
    {
        TimeLane lane{QStringLiteral("step:") + step.code,
                      step.code + QLatin1Char(' ') + step.shortTitle.in(catalogueLanguage())};
        for (const MilestoneState &state : m_process.schedule.milestones) {
            const ProcessStep *of = m_document.standard().process().step(state.milestone->step);
            const auto day = state.expected();
            if (day && (state.milestone->step == step.code || (of && of->parent == step.code)))
                lane.marks.push_back({QStringLiteral("milestone:") + state.milestone->code, *day,
                                      shapeOf(state, m_today),
                                      state.milestone->title.in(catalogueLanguage()) + QStringLiteral(", ") +
                                          milestoneWords(state, m_today)});
        }
        sort(lane);
        if (const auto span = spanOf(step, lane.marks))
            lane.spans.push_back(*span);
        return lane;
    }

    /// From when it was opened to when it was closed; what is not known is taken from its dates.
    std::optional<TimeSpan> spanOf(const ProcessStep &step, const std::vector<TimeMark> &marks) const
    {
        const Record &record = m_document.assessment().step(step.code);
        const StepState state = stepState(m_document.view(), step);
        auto from = record[field::step::opened];
        auto to = record[field::step::closed];
        if (!marks.empty()) {
            from = std::min(from.value_or(marks.front().day), marks.front().day);
            if (!to)
                to = marks.back().day;
        }
        if (state == StepState::Open)
            to = std::max(to.value_or(m_today), m_today);
        if (!from || !to)
            return std::nullopt;
        return TimeSpan{*from, std::max(*from, *to),
                        state == StepState::Closed ? TimeSpan::Kind::Done
                        : state == StepState::Open ? TimeSpan::Kind::UnderWay
                                                   : TimeSpan::Kind::ToCome};
    }

    void addOthers(bool isOpen)
    {
        TimeLane heading{QStringLiteral("other"), TimelineLanes::tr("Also dated")};
        heading.isHeading = true;
        heading.isOpen = isOpen;
        std::vector<TimeLane> lanes;
        for (const OtherLane &other : otherLanes()) {
            TimeLane lane{QStringLiteral("other:") + QLatin1String(other.name),
                          QCoreApplication::translate("TimelineLanes", other.name)};
            for (const TimelineEntry &entry : m_entries)
                if (std::ranges::find(other.holds, entry.what) != other.holds.end())
                    lane.marks.push_back(markOf(entry));
            if (!lane.marks.empty())
                lanes.push_back(std::move(lane));
        }
        if (lanes.empty())
            return;
        if (!isOpen)
            for (const TimeLane &lane : lanes)
                std::ranges::copy(lane.marks, std::back_inserter(heading.marks));
        sort(heading);
        m_lanes.push_back(std::move(heading));
        if (isOpen)
            std::ranges::move(lanes, std::back_inserter(m_lanes));
    }

    TimeMark markOf(const TimelineEntry &entry) const
    {
        return {markIdOf(entry), entry.day, shapeOf(entry, m_today),
                QStringLiteral("%1 %2, %3, %4")
                    .arg(entry.subject, titleOf(entry, m_document.standard(), catalogueLanguage()),
                         whatWords(entry.what), dateWords(entry.day))};
    }

    static void sort(TimeLane &lane) { std::ranges::stable_sort(lane.marks, {}, &TimeMark::day); }

    const CaseDocument &m_document;
    const ProcessState &m_process;
    const std::vector<TimelineEntry> &m_entries;
    QDate m_today;
    std::vector<TimeLane> m_lanes;
};

} // namespace

QString markIdOf(const TimelineEntry &entry)
{
    return whatCode(entry.what) + QLatin1Char(':') + entry.subject;
}

std::vector<TimeLane> timelineLanes(const CaseDocument &document, const ProcessState &process,
                                    const std::vector<TimelineEntry> &entries, const QSet<QString> &open)
{
    return LaneWriter(document, process, entries).write(open);
}

QSet<QString> likelyOpenLanes(const CaseDocument &document)
{
    return {phaseId(currentPhase(document.view()).value_or(QStringLiteral("audit")))};
}

QString milestoneWords(const MilestoneState &state, const QDate &today)
{
    const QString day = dateWords(*state.expected());
    switch (shapeOf(state, today)) {
    case Shape::Done:
        return TimelineLanes::tr("%1, done").arg(day);
    case Shape::Late:
        return TimelineLanes::tr("%1, late").arg(day);
    case Shape::Extended:
        return TimelineLanes::tr("%1, extended").arg(day);
    case Shape::Planned:
        return TimelineLanes::tr("%1, planned").arg(day);
    case Shape::Due:
        break;
    }
    return TimelineLanes::tr("%1, due").arg(day);
}

QString whatWords(What what)
{
    switch (what) {
    case What::Milestone:
        return TimelineLanes::tr("Process");
    case What::Meeting:
        return TimelineLanes::tr("Meeting");
    case What::Place:
        return TimelineLanes::tr("Visit");
    case What::Interview:
        return TimelineLanes::tr("Interview");
    case What::Request:
        return TimelineLanes::tr("Answer of the mine");
    case What::Action:
        return TimelineLanes::tr("Corrective action");
    case What::Deferred:
        return TimelineLanes::tr("To be rated");
    case What::Waiver:
        return TimelineLanes::tr("Waiver ends");
    case What::Competence:
        return TimelineLanes::tr("Competence ends");
    case What::EvidenceEnds:
        break;
    }
    return TimelineLanes::tr("Evidence expires");
}

} // namespace adit
