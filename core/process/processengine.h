// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/basis.h"
#include "core/process/gates.h"

#include <optional>
#include <set>
#include <vector>

namespace adit {

/// Works out where the process stands, and after each change does over only what that change can have touched: an
/// assessment with thousands of pieces of evidence is looked at once, not at every key press. What comes out is always
/// what processStateOf() gives.
class ProcessEngine
{
public:
    /// `view` outlives the engine.
    explicit ProcessEngine(const CaseView &view);

    /// To be told of every record that has changed.
    void note(const EntityRef &changed);
    const ProcessState &state(const std::vector<RatedItem> &items, const QDate &today);
    const BasisIndex &basis();

private:
    void beginAnew(const QDate &today);
    void catchUp();

    const CaseView m_view;
    std::optional<BasisIndex> m_basis; ///< nothing: all records are to be read
    std::vector<EntityRef> m_changed;  ///< not in m_basis yet
    std::set<EntityKind> m_touched;    ///< not in m_state yet
    std::optional<ProcessState> m_state;
};

} // namespace adit
