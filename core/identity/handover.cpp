// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/handover.h"

#include "core/identity/compartment.h"
#include "core/identity/signedwords.h"

namespace adit {

namespace {

QByteArray messageOf(const AssessmentId &assessment, const Handover &handover)
{
    return signedWords("adit-handover/1", assessment,
                       {handover.made, handover.madeBy, handover.role, handover.chapters.join(QLatin1Char(' ')),
                        handover.recipients, handover.chains});
}

} // namespace

QByteArray signatureOf(const AssessmentId &assessment, const Handover &handover, const Profile &by)
{
    return by.sign(messageOf(assessment, handover));
}

bool isSignedBy(const PublicProfile &by, const AssessmentId &assessment, const Handover &handover,
                const QByteArray &signature)
{
    return by.fingerprint() == handover.madeBy && isSignedBy(by.signKey, messageOf(assessment, handover), signature);
}

Handover handoverFrom(const Record &record)
{
    return {
        record.text(field::handover::made.index), record[field::handover::made_by],    record[field::handover::role],
        record[field::handover::chapters],        record[field::handover::recipients], record[field::handover::chains]};
}

bool isGenuineHandover(const Assessment &assessment, const Record &record)
{
    const auto by = profileIn(assessment, record[field::handover::made_by]);
    return by && isSignedBy(*by, assessment.id(), handoverFrom(record),
                            QByteArray::fromHex(record[field::handover::signature].toLatin1()));
}

} // namespace adit
