// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

namespace adit::report {

/// How tightly page one is set, so that it stays one page whatever its words: 0 as designed; then smaller gaps, then
/// without the strip of criticals, then without bars.
inline constexpr int tightest = 4;

/// Page one, which can be handed out alone. `places` names the pages it points to; empty where it stands alone.
Part scorecardPart(const Context &context, const Places &places, int tightness);

/// Label in bold and a note under it, in the label column.
void addSectionLabel(Block &block, const Context &context, const QString &label, const QString &note = {});

// Its sections, from top to bottom.
Block scorecardHead(const Context &context, int tightness);
Block resultSection(const Context &context, int tightness);
Block principlesSection(const Context &context, int tightness);
Block criticalsSection(const Context &context, int tightness);
Block countsSection(const Context &context);
Block meaningSection(const Context &context, const Places &places, int tightness);

} // namespace adit::report
