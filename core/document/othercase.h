// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"

#include <QString>

namespace adit {

/// What another case says, an earlier audit's for instance, to be compared with one that is open. Its file is read and
/// left as it is, whatever its schema; may be called on any thread. Errors as for opening a case.
Result<Assessment> assessmentIn(const QString &path);

} // namespace adit
