// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/processrows.h"

#include "core/process/progress.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace adit {

namespace {

/// The context of what this file says.
class ProcessRows
{
    Q_DECLARE_TR_FUNCTIONS(ProcessRows)
};

/// The first day that something of a step is due and not done, its parts included.
std::optional<QDate> dueDate(const ProcessState &process, const ProcessRules &rules, const QString &step)
{
    std::optional<QDate> due;
    for (const MilestoneState &state : process.schedule.milestones) {
        const ProcessStep *of = rules.step(state.milestone->step);
        const bool isOfStep = state.milestone->step == step || (of && of->parent == step);
        if (isOfStep && !state.done && state.latest && (!due || *state.latest < *due))
            due = state.latest;
    }
    return due;
}

QString detailOf(const CaseDocument &document, const ProcessState &process, const ProcessStep &step)
{
    const StepState standing = stepState(document.view(), step);
    if (standing == StepState::Closed)
        return {};
    const auto shut = process.shut(step.code, false).size();
    if (standing == StepState::Open && shut > 0)
        return ProcessRows::tr("%n missing", nullptr, static_cast<int>(shut));
    const auto due = dueDate(process, document.standard().process(), step.code);
    return due ? QLocale(QLocale::English).toString(*due, QStringLiteral("d MMM")) : QString();
}

/// The step where work is: the first open one, else the one after the last closed.
QString currentStep(const CaseDocument &document)
{
    QString after;
    for (const ProcessStep &step : document.standard().steps()) {
        if (!step.parent.isEmpty())
            continue;
        const StepState state = stepState(document.view(), step);
        if (state == StepState::Open)
            return step.code;
        if (state == StepState::Closed)
            after.clear();
        else if (after.isEmpty() && !step.optional)
            after = step.code;
    }
    return after;
}

} // namespace

QString phaseWords(const QString &phase)
{
    if (phase == QLatin1String("pre-audit"))
        return ProcessRows::tr("Pre-audit");
    return phase == QLatin1String("audit") ? ProcessRows::tr("Audit") : ProcessRows::tr("Next steps");
}

StepMark markOf(const CaseDocument &document, const ProcessStep &step)
{
    const StepState state = stepState(document.view(), step);
    if (state == StepState::Closed)
        return StepMark::Closed;
    if (step.code == currentStep(document))
        return StepMark::Current;
    if (state == StepState::Open)
        return StepMark::Half;
    return step.optional ? StepMark::Optional : StepMark::ToCome;
}

std::vector<RailRow> processRows(const CaseDocument &document, const ProcessState &process,
                                 const QSet<QString> &openPhases)
{
    std::vector<RailRow> rows;
    QString phase;
    const auto &steps = document.standard().steps();
    for (const ProcessStep &step : steps) {
        if (!step.parent.isEmpty())
            continue;
        if (step.phase != phase) {
            phase = step.phase;
            const auto inPhase = [&](const ProcessStep &s) { return s.phase == phase && s.parent.isEmpty(); };
            const auto all = std::count_if(steps.begin(), steps.end(), inPhase);
            const auto closed = std::count_if(steps.begin(), steps.end(), [&](const ProcessStep &s) {
                return inPhase(s) && stepState(document.view(), s) == StepState::Closed;
            });
            rows.push_back(
                {QStringLiteral("phase:") + phase, phaseWords(phase), ProcessRows::tr("%1 of %2").arg(closed).arg(all),
                 openPhases.contains(phase) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                 std::nullopt, ProcessRows::tr("Steps of this phase that are closed")});
        }
        if (!openPhases.contains(phase))
            continue;
        rows.push_back({QStringLiteral("step:") + step.code,
                        step.code + QLatin1Char(' ') + step.shortTitle.in(catalogueLanguage()),
                        detailOf(document, process, step),
                        {},
                        markOf(document, step),
                        step.rule.in(catalogueLanguage())});
    }
    return rows;
}

} // namespace adit
