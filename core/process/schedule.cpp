// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/schedule.h"

#include <QSet>
#include <algorithm>

namespace adit {

namespace {

using Standing = DeadlineState::Standing;

/// Works the dates out in the order in which they depend on each other.
class Scheduler
{
public:
    Scheduler(const CaseView &view, const QDate &today)
        : m_view(view)
        , m_today(today)
        , m_workDays(view.standard, view.assessment)
    {}

    Schedule run()
    {
        const ProcessRules &rules = m_view.standard.process();
        for (const Milestone &milestone : rules.milestones)
            m_schedule.milestones.push_back(stateOf(milestone));
        m_schedule.deadlines.resize(rules.deadlines.size());
        for (std::size_t i = 0; i < rules.milestones.size(); ++i)
            settle(i);
        return std::move(m_schedule);
    }

private:
    MilestoneState stateOf(const Milestone &milestone) const
    {
        const Record &record = m_view.assessment.milestone(milestone.code);
        // An extension without a reason is none.
        const bool isExtended = record.has(field::milestone::extension);
        return {.milestone = &milestone,
                .planned = record[field::milestone::planned],
                .done = doneOn(m_view.assessment, milestone),
                .extended = isExtended ? record[field::milestone::extended] : std::nullopt,
                .latest = {}};
    }

    /// The rules of a standard keep dates from waiting for each other in a circle, so this ends.
    void settle(std::size_t index)
    {
        const ProcessRules &rules = m_view.standard.process();
        const QString &code = rules.milestones[index].code;
        if (m_settled.contains(code))
            return;
        m_settled.insert(code);
        for (std::size_t i = 0; i < rules.deadlines.size(); ++i) {
            if (rules.deadlines[i].milestone != code)
                continue;
            settle(indexOf(rules.deadlines[i].from));
            count(rules.deadlines[i], m_schedule.milestones[index], m_schedule.deadlines[i]);
        }
    }

    std::size_t indexOf(const QString &milestone) const
    {
        const auto &all = m_view.standard.process().milestones;
        return static_cast<std::size_t>(std::ranges::find(all, milestone, &Milestone::code) - all.begin());
    }

    void count(const Deadline &rule, MilestoneState &milestone, DeadlineState &state) const
    {
        const MilestoneState &from = m_schedule.milestones[indexOf(rule.from)];
        state.rule = &rule;
        state.done = milestone.done;
        state.from = from.expected();
        state.fromIsPlanned = !from.done;
        if (!state.from)
            return countBack(rule, state);
        // What is not done yet will not have been done before today.
        if (!from.done)
            state.from = std::max(*state.from, m_today);
        state.due = m_workDays.after(*state.from, rule.amount, rule.unit);
        state.allowed = rule.earliest ? state.due : std::max(*state.due, milestone.extended.value_or(*state.due));
        if (!rule.earliest && (!milestone.latest || *state.allowed < *milestone.latest))
            milestone.latest = state.allowed;
        judge(rule.earliest, state);
    }

    /// No day is known for what this lies before. It is late for nothing yet; it is kept once it lies far enough before
    /// today.
    void countBack(const Deadline &rule, DeadlineState &state) const
    {
        if (rule.amount < 0 && state.done && *state.done <= m_workDays.after(m_today, rule.amount, rule.unit))
            state.standing = Standing::Kept;
    }

    void judge(bool earliest, DeadlineState &state) const
    {
        const QDate day = state.done.value_or(m_today);
        const int left = static_cast<int>(day.daysTo(*state.allowed));
        const bool isPast = left < 0;
        if (earliest)
            state.standing = !state.done ? Standing::Ahead : left > 0 ? Standing::Broken : Standing::Kept;
        else if (state.done)
            state.standing = isPast ? Standing::Broken : Standing::Kept;
        else
            state.standing = isPast ? Standing::Late : Standing::Ahead;
        state.days = left < 0 ? -left : left;
    }

    CaseView m_view;
    QDate m_today;
    WorkDays m_workDays;
    Schedule m_schedule;
    QSet<QString> m_settled;
};

} // namespace

const MilestoneState *Schedule::milestone(const QString &code) const
{
    const auto found =
        std::ranges::find_if(milestones, [&](const MilestoneState &state) { return state.milestone->code == code; });
    return found == milestones.end() ? nullptr : &*found;
}

const DeadlineState *Schedule::deadline(const QString &code) const
{
    const auto found =
        std::ranges::find_if(deadlines, [&](const DeadlineState &state) { return state.rule->code == code; });
    return found == deadlines.end() ? nullptr : &*found;
}

Schedule scheduleOf(const CaseView &view, const QDate &today)
{
    return Scheduler(view, today).run();
}

std::optional<QDate> doneOn(const Assessment &assessment, const Milestone &milestone)
{
    if (milestone.detail.isEmpty())
        return assessment.milestone(milestone.code)[field::milestone::actual];
    const FieldInfo *detail = findField(EntityKind::Details, milestone.detail);
    return detail ? dateFromIso(assessment.details().text(detail->index)) : std::nullopt;
}

} // namespace adit
