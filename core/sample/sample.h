// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/casedocument.h"

#include <QString>
#include <QStringList>
#include <memory>

namespace adit {

/// What samples there are; the first is the one that everybody meets Adit with: one complete assessment of a fictional
/// copper mine, ready to publish. The second is a lithium brine site in the middle of its audit.
QStringList sampleNames();

/// Makes a sample, with a history of edits as an audit team would leave it. The same seed gives the same ids and salts.
/// `actor` and `language` of the surroundings are used as they are; its clock and chance are not. `today` moves every
/// date of the sample, in fields, texts and papers, to where it would stand on that day; without it the dates are those
/// it was written with. Errors: UnknownChoice for a name that there is none of; those of making a case.
Result<std::unique_ptr<CaseDocument>> makeSample(const QString &path, quint64 seed, const Surroundings &surroundings,
                                                 const std::optional<QDate> &today = {},
                                                 const QString &name = sampleNames().front());

} // namespace adit
