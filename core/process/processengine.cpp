// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/processengine.h"

#include "core/process/gatechecks.h"

#include <algorithm>

namespace adit {

ProcessEngine::ProcessEngine(const CaseView &view)
    : m_view(view)
{}

void ProcessEngine::note(const EntityRef &changed)
{
    // Of many records, an import's say, all are read again at once.
    constexpr std::size_t many = 500;
    m_touched.insert(changed.kind);
    if (m_basis && m_changed.size() < many)
        m_changed.push_back(changed);
    else
        m_basis.reset();
}

void ProcessEngine::catchUp()
{
    if (m_basis)
        for (const EntityRef &changed : m_changed)
            m_basis->update(changed);
    else
        m_basis.emplace(m_view.assessment);
    m_changed.clear();
}

const BasisIndex &ProcessEngine::basis()
{
    catchUp();
    return *m_basis;
}

void ProcessEngine::beginAnew(const QDate &today)
{
    m_state.emplace();
    m_state->today = today;
    for (const Gate &gate : m_view.standard.process().gates)
        m_state->gates.push_back({.gate = &gate, .missing = {}, .passedBy = {}, .reason = {}});
}

const ProcessState &ProcessEngine::state(const std::vector<RatedItem> &items, const QDate &today)
{
    catchUp();
    const bool isNew = !m_state || m_state->today != today;
    if (isNew)
        beginAnew(today);
    const auto wasTouched = [&](EntityKind kind) { return isNew || m_touched.contains(kind); };
    if (wasTouched(EntityKind::Milestone) || wasTouched(EntityKind::Details))
        m_state->schedule = scheduleOf(m_view, today);
    const GateContext context{m_view, items, m_state->schedule, *m_basis, today};
    for (GateState &gate : m_state->gates) {
        if (std::ranges::any_of(kindsReadBy(gate.gate->check), wasTouched))
            gates::look(context, gate);
        if (wasTouched(EntityKind::GatePass))
            gates::lookForPass(m_view.assessment, gate);
    }
    m_touched.clear();
    return *m_state;
}

} // namespace adit
