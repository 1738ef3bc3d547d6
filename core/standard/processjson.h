// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/standard/process.h"

#include <QJsonObject>

namespace adit {

/// The process in a standard's file: members "steps", "milestones", "deadlines", "gates", "agenda" and "calendar".
/// Those that are empty are left out, so that a standard written before there were any keeps its hash.
void insertProcess(QJsonObject &object, const ProcessRules &process);
/// Error StandardInvalid for a condition of a sort that the program does not know.
Result<ProcessRules> processFrom(const QJsonObject &object);

/// What the schema cannot say: codes unique and known where they are referred to, sub-steps after their step,
/// deadlines that do not wait for each other in a circle, items of a gate of the sort its condition asks for. Error
/// StandardInvalid with the JSON path. `ratings` are the codes of the standard's scale.
Result<> checkProcess(const ProcessRules &process, const QStringList &ratings);

} // namespace adit
