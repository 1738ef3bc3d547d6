// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

namespace adit::report {

/// A score as a bar from 0 to 100: dark up to what is certain, light from there to what is still possible, a tick at
/// the score of now, and the thresholds of the standard's levels drawn across.
struct ScoreBar
{
    pdf::Rect area = {}; ///< of the bar itself, relative to its box
    const GroupScore *score = nullptr;
    double overhang = 3; ///< of the threshold lines, above and below
    pdf::Color lines = {};
    bool baseline = true; ///< a light line under the bar, up to 100
};

/// Percentages of the levels, and 100.
std::vector<double> thresholds(const Standard &standard);
/// Whether a bar can be drawn: something is relevant.
bool hasBar(const GroupScore &score);
/// Whether something unrated or deferred may still move the score.
bool isOpen(const GroupScore &score);
/// The bar as a picture with its sentence.
Cell barCell(const Context &context, const ScoreBar &bar);
/// "79.2 %", "not relevant" or "not assessed".
QString scoreWord(const Context &context, const GroupScore &score);
/// "between 60.5 % and 66.3 % when …", where something is open.
QString intervalSentence(const Context &context, const GroupScore &score);

} // namespace adit::report
