// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/scoreboard/whysheets.h"

namespace adit {

/// True for a reason that speaks for a level, false for one that stands in its way.
bool speaksFor(const LevelReason &reason);
/// The reason as a sentence.
QString reasonWords(const Standard &standard, const LevelReason &reason);
enum class LinkPlace { Below, AtTheEnd };
/// Tick or cross, the sentence, and a way to the requirements behind it where there are any.
QWidget *reasonRow(const Standard &standard, const LevelReason &reason, const ShowInAssess &showInAssess,
                   LinkPlace linkPlace, QWidget *parent);

} // namespace adit
