// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/processwords.h"

#include "ui/words/choicewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace adit {

namespace {

/// The context of what this file says.
class ProcessWords
{
    Q_DECLARE_TR_FUNCTIONS(ProcessWords)
};

QString fieldWord(EntityKind kind, const QString &name)
{
    const FieldInfo *field = findField(kind, name);
    return field ? fieldLabel(*field) : name;
}

QString agendaWord(const Standard &standard, const QString &code)
{
    for (const AgendaPoint &point : standard.process().agenda)
        if (point.code == code)
            return point.title.in(catalogueLanguage());
    return choiceWord(infoOf(field::meeting::meeting), code);
}

/// What a subject of a gate is called.
QString subjectWord(const Gate &gate, const QString &subject, const Standard &standard)
{
    const ProcessRules &rules = standard.process();
    switch (gate.check) {
    case GateCheck::MilestonesDone:
        return rules.milestone(subject) ? rules.milestone(subject)->title.in(catalogueLanguage()) : subject;
    case GateCheck::DeadlinesKept:
        return rules.deadline(subject) ? rules.deadline(subject)->rule.in(catalogueLanguage()) : subject;
    case GateCheck::StepsClosed: {
        const ProcessStep *step = rules.step(subject);
        return step ? step->code + QLatin1Char(' ') + step->shortTitle.in(catalogueLanguage()) : subject;
    }
    case GateCheck::DetailsFilled:
        return fieldWord(EntityKind::Details, subject);
    case GateCheck::PlanFilled:
        return fieldWord(EntityKind::AuditPlan, subject);
    case GateCheck::RolesFilled:
    case GateCheck::RolesIndependent:
        return choiceWord(infoOf(field::team_member::role), subject);
    case GateCheck::SamplingPlanned:
    case GateCheck::GroupsContacted:
    case GateCheck::GroupsHeard:
        return choiceWord(infoOf(field::person::stakeholder), subject);
    case GateCheck::MeetingHeld:
        return agendaWord(standard, subject);
    default:
        return subject;
    }
}

} // namespace

QString deadlineWords(const DeadlineState &state)
{
    if (!state.allowed)
        return ProcessWords::tr("no date to count from yet");
    const QString due = dateWords(*state.allowed);
    const bool earliest = state.rule->earliest;
    switch (state.standing) {
    case DeadlineState::Standing::Ahead:
        return earliest ? ProcessWords::tr("from %1 on").arg(due) : ProcessWords::tr("due %1").arg(due);
    case DeadlineState::Standing::Late:
        return ProcessWords::tr("was due %1, %n day(s) ago", nullptr, state.days).arg(due);
    case DeadlineState::Standing::Broken:
        return earliest ? ProcessWords::tr("%n day(s) before %1", nullptr, state.days).arg(due)
                        : ProcessWords::tr("%n day(s) after %1", nullptr, state.days).arg(due);
    case DeadlineState::Standing::Kept:
        return *state.allowed != *state.due ? ProcessWords::tr("in time, extended to %1").arg(due)
                                            : ProcessWords::tr("in time, due %1").arg(due);
    case DeadlineState::Standing::Unknown:
        break;
    }
    return {};
}

QString missingWords(const GateState &gate, const CaseView &view)
{
    constexpr std::size_t mostShown = 4;
    QStringList words;
    for (std::size_t i = 0; i < std::min(mostShown, gate.missing.size()); ++i) {
        const Missing &missing = gate.missing[i];
        if (missing.subject.isEmpty())
            continue;
        QString word = subjectWord(*gate.gate, missing.subject, view.standard);
        if (missing.need >= 0)
            word += QLatin1Char(' ') + ProcessWords::tr("%1 of %2").arg(missing.have).arg(missing.need);
        words.append(word);
    }
    const auto more = static_cast<int>(gate.missing.size()) - static_cast<int>(words.size());
    if (words.isEmpty())
        return ProcessWords::tr("Nothing there yet");
    return more > 0 ? ProcessWords::tr("%1 and %2 more").arg(words.join(QStringLiteral(", "))).arg(more)
                    : words.join(QStringLiteral(", "));
}

QString certaintyWords(const QString &code)
{
    if (code == QLatin1String("S"))
        return ProcessWords::tr("Read in a public source of the scheme.");
    if (code == QLatin1String("M"))
        return ProcessWords::tr("From the project’s source documents.");
    return ProcessWords::tr("An assumption of this catalogue.");
}

} // namespace adit
