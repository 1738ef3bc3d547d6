// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/scoring/scorecard.h"

#include <QDate>
#include <QString>

namespace adit {

// What is said of the result of a case. One place, so that a result that is held back, or is an earlier audit's, is
// nowhere shown as this one's.

/// "Final", "Pending", "Provisional".
QString statusWords(LevelStatus status);
/// The same; or "Postponed" or, in a surveillance, "As of 2026".
QString resultStatus(const CaseView &view, const LevelResult &level);
/// The label in the standard's words, or why there is none. `today` is what dates are counted from.
QString resultSentence(const CaseView &view, const LevelResult &level, const QDate &today);
/// "the audit of 2026", "the audit before".
QString previousAuditWords(const Assessment &assessment);

} // namespace adit
