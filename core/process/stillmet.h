// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QSet>
#include <QString>

namespace adit {

/// What a surveillance looks at again, one by one, whether it is still met or was mended: critical requirements and
/// those of open nonconformities (process.md, N2). What was seen goes into the finding.
bool isLookedAtAgain(const StandardNode &requirement, const QSet<QString> &openlyNonconforming);
/// Codes of the requirements of nonconformities that are neither verified nor withdrawn.
QSet<QString> openlyNonconforming(const Assessment &assessment);

} // namespace adit
