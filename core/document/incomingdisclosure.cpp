// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/incomingdisclosure.h"

#include <algorithm>
#include <functional>
#include <set>

namespace adit {

namespace {

Error otherThanHere(const Version &version)
{
    return {ErrorCode::OperationRefused,
            {},
            QStringLiteral("%1:%2: it is another one than that which is withheld here")
                .arg(version.replica.toString())
                .arg(version.sequence)};
}

Version editOf(const Operation &operation)
{
    return {operation.version.replica, operation.edit.first};
}

} // namespace

DisclosureReader::DisclosureReader(MergeTables &theirs, IncomingCheck check,
                                   std::function<quint64(const ReplicaId &)> common)
    : m_theirs(theirs)
    , m_check(std::move(check))
    , m_common(std::move(common))
{}

Result<Disclosure> DisclosureReader::read(std::span<const WithheldStretch> ours, const std::function<Result<>()> &goOn)
{
    m_disclosure = {};
    for (const WithheldStretch &stretch : ours)
        ADIT_TRY(readStretch(stretch, goOn));
    return std::move(m_disclosure);
}

Result<> DisclosureReader::readStretch(const WithheldStretch &stretch, const std::function<Result<>()> &goOn)
{
    const quint64 before = stretch.before.sequence;
    const quint64 end = std::min(m_common(stretch.replica), before + stretch.steps.size());
    if (end <= before)
        return {};
    m_check.continueFrom(stretch.replica,
                         before == 0 ? ChainEnd{0, m_check.startOf(stretch.replica), 0} : stretch.before);
    Result<> read;
    ADIT_TRY(m_theirs.forEachOfChain(stretch.replica, before, [&](Operation &operation) {
        if (operation.version.sequence > end)
            return false;
        read = m_check.check(operation);
        if (read)
            read = goOn();
        if (!read)
            return false;
        const WithheldStretch::Step &here = stretch.steps[operation.version.sequence - before - 1];
        if (here.hash != operation.hash)
            read = otherThanHere(operation.version);
        else
            take(here, operation);
        return read.has_value();
    }));
    return read;
}

void DisclosureReader::take(const WithheldStretch::Step &here, Operation &there)
{
    if (!isCheckable(there))
        return;
    if (here.context && !there.edit.withheld && there.edit.first == there.version.sequence)
        m_disclosure.contexts.emplace_back(there.version, there.edit);
    if (here.target && !there.withheld)
        m_disclosure.operations.push_back(std::move(there));
}

void keepToSight(const std::optional<CaseSight> &sight, const std::set<ReplicaId> &own,
                 std::vector<Operation> &operations, Disclosure &disclosure)
{
    const bool seesActors = sight && sight->role().seesActors;
    const auto isOwn = [&](const Operation &operation) { return own.contains(operation.version.replica); };
    const auto isSeen = [&](const Operation &operation) {
        const auto path = operation.withheld ? std::nullopt : resolveField(operation.entity.kind, operation.field);
        return sight && path && sight->sees(operation.entity, *path->field);
    };
    std::set<Version> seen; // edits of which something is seen
    for (Operation &operation : operations) {
        if (!isOwn(operation) && !isSeen(operation))
            operation = withhold(operation, true, false);
        if (!operation.withheld)
            seen.insert(editOf(operation));
    }
    for (Operation &operation : operations)
        if (!isOwn(operation) && (!seesActors || !seen.contains(editOf(operation))))
            operation = withhold(operation, false, true);

    std::erase_if(disclosure.operations, std::not_fn(isSeen));
    seen.clear();
    for (const Operation &operation : disclosure.operations)
        seen.insert(editOf(operation));
    std::erase_if(disclosure.contexts,
                  [&](const auto &context) { return !seesActors || !seen.contains(context.first); });
}

} // namespace adit
