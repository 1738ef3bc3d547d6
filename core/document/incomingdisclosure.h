// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/rolesight.h"
#include "core/journal/incoming.h"
#include "core/storage/mergetables.h"
#include "core/storage/withheldtables.h"

#include <functional>
#include <optional>
#include <set>
#include <span>

namespace adit {

/// Looks in another copy for the content of what is withheld here, and checks it as all that comes in: that it is the
/// one committed to follows from the hashes, which are those of the operations here.
class DisclosureReader
{
public:
    /// `theirs`: of the file that is read; `common`: how far both files hold one chain.
    DisclosureReader(MergeTables &theirs, IncomingCheck check, std::function<quint64(const ReplicaId &)> common);

    /// `goOn` is asked between operations, and its error returned. Error OperationRefused: the file is for the caller
    /// to name.
    Result<Disclosure> read(std::span<const WithheldStretch> ours, const std::function<Result<>()> &goOn);

private:
    Result<> readStretch(const WithheldStretch &stretch, const std::function<Result<>()> &goOn);
    void take(const WithheldStretch::Step &here, Operation &there);

    MergeTables &m_theirs;
    IncomingCheck m_check;
    std::function<quint64(const ReplicaId &)> m_common;
    Disclosure m_disclosure;
};

/// What of operations and disclosures a copy made for a role may hold: what that role sees; of all else that it was
/// done. `sight`: nothing for a role that only a newer version knows, which sees nothing here. `own`: chains that the
/// copy wrote itself, which come back as they are.
void keepToSight(const std::optional<CaseSight> &sight, const std::set<ReplicaId> &own,
                 std::vector<Operation> &operations, Disclosure &disclosure);

} // namespace adit
