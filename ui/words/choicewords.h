// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/standard/standard.h"

#include <QString>
#include <QStringList>

namespace adit {

/// A code of a choice or set as people read it: "worker" of a person's group is "Workers".
QString choiceWord(const FieldInfo &field, const QString &code);
/// The codes a field takes.
QStringList choiceCodes(const FieldInfo &field);

/// "Interviews", "Corrective actions".
QString kindWords(EntityKind kind);
/// "Interview"
QString kindWord(EntityKind kind);

/// Kept as text, and none: a report template and its logo. Two of them are never woven into one.
bool isOfTemplate(const FieldInfo &field);
/// A value of any field as it is read: dates, codes and links in words.
QString valueWords(const FieldInfo &field, const Record &record);

} // namespace adit
