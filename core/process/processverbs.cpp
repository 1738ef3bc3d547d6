// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/processverbs.h"

#include "core/base/rule.h"

#include <algorithm>
#include <iterator>

namespace adit {

namespace {

Error shutGates(const QString &step, const std::vector<const GateState *> &shut)
{
    QStringList lines;
    for (const GateState *state : shut)
        lines.append(state->gate->code + QLatin1String(": ") + state->gate->title.in(QStringLiteral("en")));
    return {ErrorCode::GateClosed, step, lines.join(QLatin1Char('\n'))};
}

/// A step that closes without ever having been opened goes through both its gates.
std::vector<const GateState *> shutFor(const CaseView &view, const ProcessState &state, const QString &step, bool opens)
{
    const Record &record = view.assessment.step(step);
    auto shut = state.shut(step, opens);
    if (!opens && !record.has(field::step::opened) && !record.has(field::step::state))
        std::ranges::copy(state.shut(step, true), std::back_inserter(shut));
    return shut;
}

Result<Edit> moveStep(const CaseView &view, const ProcessState &state, const QString &step, bool opens)
{
    if (!view.standard.process().step(step))
        return Error{ErrorCode::UnknownNode, step, QStringLiteral("step")};
    if (const auto shut = shutFor(view, state, step, opens); !shut.empty())
        return shutGates(step, shut);
    return setStep(view, step, opens, state.today);
}

/// Milestones of one step are done in the order in which the standard lists them.
Result<> checkOrder(const CaseView &view, const Milestone &milestone, const QDate &done)
{
    const auto &all = view.standard.process().milestones;
    const auto place = std::ranges::find(all, milestone.code, &Milestone::code);
    for (auto other = all.begin(); other != all.end(); ++other) {
        if (other->step != milestone.step || other == place)
            continue;
        const auto otherDay = doneOn(view.assessment, *other);
        if (!otherDay)
            continue;
        const bool isBefore = other < place;
        if (isBefore ? *otherDay > done : *otherDay < done)
            return Error{ErrorCode::InvalidValue, milestone.code + QLatin1String(": ") + toIso(done),
                         ruleMark(isBefore ? Rule::MilestoneNotBefore : Rule::MilestoneNotAfter,
                                  {other->code, toIso(*otherDay)})};
    }
    return {};
}

} // namespace

Result<Edit> openStep(const CaseView &view, const ProcessState &state, const QString &step)
{
    const bool wasOpened = view.assessment.step(step).has(field::step::opened);
    return wasOpened ? setStep(view, step, true, state.today) : moveStep(view, state, step, true);
}

Result<Edit> closeStep(const CaseView &view, const ProcessState &state, const QString &step)
{
    return moveStep(view, state, step, false);
}

Result<Edit> passGate(const CaseView &view, const ProcessState &state, const QString &gate, const QString &by,
                      const QString &reason)
{
    const GateState *found = state.gate(gate);
    if (!found)
        return Error{ErrorCode::UnknownNode, gate, QStringLiteral("gate")};
    if (!found->gate->overridable)
        return shutGates(found->gate->step, {found});
    const bool passes = !reason.trimmed().isEmpty();
    const EntityRef ref = view.assessment.derivedRef(EntityKind::GatePass, gate);
    return EditBuilder(view, Verb::PassGate, gate)
        .set(ref, field::gate_pass::reason, reason)
        .set(ref, field::gate_pass::passed_by, passes ? by : QString())
        .set(ref, field::gate_pass::passed, passes ? toIso(state.today) : QString())
        .build();
}

Result<Edit> passGates(const CaseView &view, const ProcessState &state, const QString &step, bool opens,
                       const QString &by, const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return Error{ErrorCode::MissingJustification, step};
    Edit whole{Verb::PassGate, step, {}};
    for (const GateState *shut : shutFor(view, state, step, opens)) {
        ADIT_TRY_ASSIGN(Edit edit, passGate(view, state, shut->gate->code, by, reason));
        append(whole, std::move(edit));
    }
    return whole;
}

Result<Edit> setMilestone(const CaseView &view, const QString &code, const MilestoneInput &input)
{
    const Milestone *milestone = view.standard.process().milestone(code);
    if (!milestone)
        return Error{ErrorCode::UnknownNode, code, QStringLiteral("milestone")};
    const EntityRef ref = view.assessment.derivedRef(EntityKind::Milestone, code);
    EditBuilder builder(view, Verb::SetMilestone, code);
    if (input.planned)
        builder.set(ref, field::milestone::planned, *input.planned);
    if (input.done) {
        if (const auto day = dateFromIso(input.done->trimmed()))
            ADIT_TRY(checkOrder(view, *milestone, *day));
        if (const FieldInfo *detail = findField(EntityKind::Details, milestone->detail))
            builder.set(view.assessment.detailsRef(), *detail, *input.done);
        else
            builder.set(ref, field::milestone::actual, *input.done);
    }
    if (input.extended)
        builder.set(ref, field::milestone::extended, *input.extended);
    if (input.extension)
        builder.set(ref, field::milestone::extension, *input.extension);
    const Record &record = view.assessment.milestone(code);
    const auto willHave = [](const std::optional<QString> &given, bool has) {
        return given ? !given->trimmed().isEmpty() : has;
    };
    if (willHave(input.extended, record.has(field::milestone::extended)) &&
        !willHave(input.extension, record.has(field::milestone::extension)))
        return Error{ErrorCode::MissingJustification, code};
    return builder.build();
}

} // namespace adit
