// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/signedheads.h"

#include "core/identity/handover.h"
#include "core/storage/casestore.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace adit {

namespace {

using Problems = std::vector<VerifyReport::Problem>;

/// What the copy came with says where the chains stood then.
QString chainsReceived(CaseStore &store)
{
    const auto madeFor = readMadeFor(store);
    if (!madeFor || !*madeFor)
        return {};
    return QJsonDocument::fromJson((*madeFor)->manifest.toUtf8()).object().value(QLatin1String("chains")).toString();
}

Result<> check(CaseStore &store, const QString &chains, const QString &where, Problems &problems)
{
    const auto signedEnds = chainEndsFrom(chains);
    if (!signedEnds) {
        problems.push_back({QStringLiteral("handover"), where, QStringLiteral("the chains signed cannot be read")});
        return {};
    }
    MergeTables tables = store.merges();
    for (const auto &[replica, end] : *signedEnds) {
        ADIT_TRY_ASSIGN(const auto now, tables.endAt(replica, end.sequence));
        if (!now || now->hash != end.hash)
            problems.push_back({QStringLiteral("handover"), where,
                                QStringLiteral("the chain of %1 no longer holds what was signed, operation %2")
                                    .arg(replica.toString())
                                    .arg(end.sequence)});
    }
    return {};
}

} // namespace

Result<Problems> checkSignedHeads(CaseStore &store, const Assessment &assessment)
{
    Problems problems;
    for (const auto &[id, record] : assessment.records(EntityKind::Handover)) {
        if (record.isBlank())
            continue; // undone
        const QString label = record[field::handover::label];
        if (!isGenuineHandover(assessment, record))
            problems.push_back({QStringLiteral("handover"), label, QStringLiteral("its signature does not hold")});
        ADIT_TRY(check(store, record[field::handover::chains], label, problems));
    }
    if (const QString chains = chainsReceived(store); !chains.isEmpty())
        ADIT_TRY(check(store, chains, QStringLiteral("parcel"), problems));
    return problems;
}

} // namespace adit
