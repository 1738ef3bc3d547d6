// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QStringList>
#include <vector>

namespace adit {

/// What became of a field between two moments, whatever happened to it on the way.
struct ChangedField
{
    const FieldInfo *field;
    QString member; ///< of a set or of links, which came or went
    std::optional<QString> before;
    std::optional<QString> after;
    QStringList actors; ///< who had a hand in it, latest first
    Instant time;       ///< of the latest change
};

/// A requirement with its plan and its relevance, or a record, and what is not as it was.
struct ChangedThing
{
    EntityRef entity;
    std::vector<ChangedField> fields;
};

/// What a log (latest first) adds up to: the first value before and the last one after, without what is again as it
/// was and without what the program writes for itself. Requirements come first, in their order, then records.
std::vector<ChangedThing> changedThings(const std::vector<LogEntry> &log);
/// The same with all of it, for an audit trail: nothing is left out but what is withheld from this copy.
std::vector<ChangedThing> everyChange(const std::vector<LogEntry> &log);

} // namespace adit
