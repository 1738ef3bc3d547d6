// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/process/gates.h"
#include "ui/widgets/progressrail.h"

#include <QSet>

namespace adit {

/// "Pre-audit" for "pre-audit".
QString phaseWords(const QString &phase);

/// How a step stands: closed, current (the first one that is not closed of those opened), open, to come, optional.
StepMark markOf(const CaseDocument &document, const ProcessStep &step);

/// Rows of the rail for the process: the phases, with the steps of those that are open. Ids are "phase:audit" and
/// "step:4". A step that is open says how much is missing, one to come says when it is due.
std::vector<RailRow> processRows(const CaseDocument &document, const ProcessState &process,
                                 const QSet<QString> &openPhases);

} // namespace adit
