// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

namespace adit::report {

/// The level, or between which ones it still lies.
QString resultLabel(const Context &context);
/// "the audit of 2026", "the audit before".
QString previousAudit(const Context &context);
/// Why the level is what it is, one sentence each; principles below the same level share one.
QStringList reasonSentences(const Context &context);
/// What a level asks for, from the standard's own rules.
QStringList levelConditions(const Context &context, const LevelRule &level);
/// At most `most` codes, and how many more there are.
QString codeList(const Context &context, const std::vector<int> &ordinals, int most = 8);

} // namespace adit::report
