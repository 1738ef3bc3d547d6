// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/casedocument.h"

#include <QString>
#include <memory>

namespace adit {

/// Makes the case that everybody meets Adit with: one complete assessment of a fictional copper mine, with a history of
/// edits as an audit team would leave it. The same seed gives the same ids and salts. `actor` and `language` of the
/// surroundings are used as they are; its clock and chance are not. `today` moves every date of the sample, in fields
/// and in texts, so that its report was final a month before; without it the dates are those it was written with.
Result<std::unique_ptr<CaseDocument>> makeSample(const QString &path, quint64 seed, const Surroundings &surroundings,
                                                 const std::optional<QDate> &today = {});

} // namespace adit
