// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/identity/profile.h"

namespace adit {

/// What was handed over, with where the chains of the journal stood then, under the signature of who did it. Receivers
/// keep it, so that an own chain cannot be written anew later (store.md, Journal and merge).
struct Handover
{
    QString made;   ///< ISO date
    QString madeBy; ///< fingerprint
    QString role;   ///< what the copy was made for
    QStringList chapters;
    QString recipients; ///< one a line: name (short fingerprint)
    QString chains;     ///< CaseDocument::chainEnds()
};

QByteArray signatureOf(const AssessmentId &assessment, const Handover &handover, const Profile &by);
bool isSignedBy(const PublicProfile &by, const AssessmentId &assessment, const Handover &handover,
                const QByteArray &signature);
Handover handoverFrom(const Record &record);
/// Whether a record of a hand-over is signed by the profile that it names, as far as the case knows it.
bool isGenuineHandover(const Assessment &assessment, const Record &record);

} // namespace adit
