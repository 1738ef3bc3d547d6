// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/calibration.h"

#include <QString>

namespace adit {

// What is said of a calibration: one place, so that the list and what it leads to speak alike.

/// A member of the team by name; by the label where there is no name.
QString raterWords(const Assessment &assessment, const QString &label);
/// "Ann and Ben".
QString ratersWords(const Assessment &assessment, const CalibrationState &state);
/// "Under way", "Both are done", "Laid open".
QString calibrationStateWord(const CalibrationState &state);
/// "0.69"; a dash where there is no figure.
QString kappaFigure(const std::optional<double> &kappa);
/// What the figure means: "substantial agreement". The names are those of J. R. Landis and G. G. Koch, The measurement
/// of observer agreement for categorical data, Biometrics 33 (1977), table of strengths of agreement.
QString kappaWords(const std::optional<double> &kappa);
/// Who of the two is stricter, and by how much: "Ben is stricter, by 0.14 steps of the scale on average".
QString driftWords(const Agreement &agreement, const QString &first, const QString &second);
/// "+0.14": towards the second.
QString driftFigure(const Agreement &agreement);

} // namespace adit
