// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/release/readback.h"
#include "core/report/publicassessment.h"

namespace adit {

/// Scores of the score card that a file, as it was read back, does not print beside the number of their chapter or
/// principle, each with what was expected: "2.5: 64.6". A report that says another figure than the record must not go
/// out. Error UnknownChoice for a language without words.
Result<QStringList> figuresMissing(const PublicAssessment &assessment, const QString &language,
                                   const std::vector<ReadableText> &texts);

} // namespace adit
