// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/receipts.h"

#include "core/base/rule.h"
#include "core/edits/recordrules.h"
#include "core/identity/recoverycode.h"

namespace adit {

QString newReceiptCode(Random &random)
{
    constexpr int letters = 12 + 2; // with two dashes
    return inGroups(random.bytes(8)).left(letters);
}

Result<Edit> giveReceipt(const CaseView &view, const QString &concern, const QString &code)
{
    const Record *record = findByLabel(view.assessment, EntityKind::Concern, concern);
    if (!record)
        return Error{ErrorCode::InvalidValue, QStringLiteral("id: ") + concern, ruleMark(Rule::ConcernKnown)};
    if (record->has(field::concern::receipt))
        return Error{ErrorCode::NothingToChange, ruleMark(Rule::HasReceipt, {concern})};
    return changeRecord(view, *refByLabel(view.assessment, EntityKind::Concern, concern),
                        {.values = {{&infoOf(field::concern::receipt), code}}});
}

const Record *concernOfReceipt(const Assessment &assessment, const QString &code)
{
    const QString wanted = asWritten(code);
    if (wanted.isEmpty())
        return nullptr;
    for (const auto &[id, concern] : assessment.records(EntityKind::Concern))
        if (concern.has(field::concern::receipt) && asWritten(concern[field::concern::receipt]) == wanted)
            return &concern;
    return nullptr;
}

} // namespace adit
