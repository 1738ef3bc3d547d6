// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/target.h"
#include "core/identity/profile.h"

#include <QString>
#include <vector>

namespace adit {

/// A field of a thing, with what is written there.
struct WrittenText
{
    EntityRef entity;
    const FieldInfo *field;
    QString text;
};
/// What a redaction is of: one field, or all texts of its target for the public.
std::vector<WrittenText> textsOf(const Assessment &assessment, const QString &target, const QString &fieldName);

/// What the decision on a redaction is signed over: what it withholds and why, who asked and decided, when; where it is
/// approved, the texts as they stood, so that the approval falls with any change of them.
QByteArray decisionDigest(const Assessment &assessment, const Record &redaction);
QByteArray signedDecision(const QByteArray &digest);

/// Whether whoever is said to have decided did, counted then, and was not who had asked.
bool isDecisionGenuine(const Assessment &assessment, const Record &redaction);
/// By fingerprint, and by name where that is all there is.
bool isSameAsAsker(const Assessment &assessment, const Record &redaction, const PublicProfile &by);

} // namespace adit
