// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

namespace adit::report {

/// How tightly page one is set, so that it stays one page whatever its words: 0 as designed; then smaller gaps, smaller
/// titles, fewer reasons, no bars, and at last a pointer in place of the strip of criticals.
inline constexpr int tightest = 5;

/// Page one, which can be handed out alone. `places` names the pages it points to; empty where it stands alone.
Part scorecardPart(const Context &context, const Places &places, int tightness);

/// "page 4"; empty where page one stands alone.
QString pageOf(const Context &context, const Places &places, const char *destination);
/// Label in bold and a note under it, in the label column.
void addSectionLabel(Block &block, const Context &context, const QString &label, const QString &note = {});

// Its sections, from top to bottom.
Block scorecardHead(const Context &context, int tightness);
Block resultSection(const Context &context, int tightness);
Block principlesSection(const Context &context, int tightness);
Block criticalsSection(const Context &context, const Places &places, int tightness);
Block countsSection(const Context &context);
Block meaningSection(const Context &context, const Places &places, int tightness);

} // namespace adit::report
