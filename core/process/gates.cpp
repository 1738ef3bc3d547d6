// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/gates.h"

#include "core/process/gatechecks.h"

#include <algorithm>

namespace adit {

namespace {

GateCheckFunction functionFor(GateCheck check)
{
    for (const auto &room : {scheduleCheck, teamCheck, fieldworkCheck, resultCheck})
        if (const GateCheckFunction function = room(check))
            return function;
    return [](const GateContext &, const Gate &) { return MissingList{{}}; };
}

/// "4.8" before "4.10", "E-A99" before "E-A100".
QString natural(const QString &subject)
{
    constexpr int widest = 6;
    QString key;
    QString digits;
    for (const QChar c : subject + QChar(0)) {
        if (c.isDigit()) {
            digits += c;
            continue;
        }
        if (!digits.isEmpty())
            key += digits.rightJustified(widest, QLatin1Char('0'));
        digits.clear();
        key += c;
    }
    return key;
}

GateState stateOf(const GateContext &context, const Gate &gate)
{
    GateState state{.gate = &gate, .missing = functionFor(gate.check)(context, gate), .passedBy = {}, .reason = {}};
    // What a gate names itself stays in its own order.
    const GateItems items = gateCheckInfo(gate.check).items;
    if (items == GateItems::None || items == GateItems::Ratings)
        std::ranges::stable_sort(state.missing, {}, [](const Missing &missing) { return natural(missing.subject); });
    const Record &pass = context.view.assessment.gatePass(gate.code);
    state.reason = pass[field::gate_pass::reason];
    state.passedBy = pass[field::gate_pass::passed_by];
    state.wasPassed = gate.overridable && !state.reason.isEmpty();
    return state;
}

} // namespace

std::vector<const GateState *> ProcessState::gatesOf(const QString &step, bool opens) const
{
    std::vector<const GateState *> found;
    for (const GateState &state : gates)
        if (state.gate->step == step && state.gate->opens == opens)
            found.push_back(&state);
    return found;
}

std::vector<const GateState *> ProcessState::shut(const QString &step, bool opens) const
{
    auto found = gatesOf(step, opens);
    std::erase_if(found, [](const GateState *state) { return state->isOpen(); });
    return found;
}

const GateState *ProcessState::gate(const QString &code) const
{
    const auto found = std::ranges::find_if(gates, [&](const GateState &state) { return state.gate->code == code; });
    return found == gates.end() ? nullptr : &*found;
}

ProcessState processStateOf(const CaseView &view, const std::vector<RatedItem> &items, const QDate &today)
{
    ProcessState state;
    state.today = today;
    state.schedule = scheduleOf(view, today);
    const BasisIndex basis(view.assessment);
    const GateContext context{view, items, state.schedule, basis, today};
    const auto &gates = view.standard.process().gates;
    state.gates.reserve(gates.size());
    for (const Gate &gate : gates)
        state.gates.push_back(stateOf(context, gate));
    return state;
}

} // namespace adit
