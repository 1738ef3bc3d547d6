// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/stillmet.h"

namespace adit {

bool isLookedAtAgain(const StandardNode &requirement, const QSet<QString> &openlyNonconforming)
{
    return requirement.critical || openlyNonconforming.contains(requirement.code.toString());
}

QSet<QString> openlyNonconforming(const Assessment &assessment)
{
    QSet<QString> codes;
    for (const auto &[id, record] : assessment.records(EntityKind::Nonconformity)) {
        const bool isClosed = record[field::nonconformity::state] == QLatin1String("verified") ||
                              record.has(field::nonconformity::withdrawn);
        if (isClosed)
            continue;
        for (const QString &requirement : record[field::nonconformity::requirements])
            codes.insert(requirement);
    }
    return codes;
}

} // namespace adit
