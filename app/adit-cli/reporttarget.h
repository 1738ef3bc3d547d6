// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <string>

namespace adit::cli {

/// Where something printed is to go, from `--out`. Only a plain file that is no case may make way for it. Asked before
/// a case is opened: closing a second handle of an open case would drop its locks. Errors: InvalidValue, FileExists.
Result<QString> reportTarget(const std::string &out);

} // namespace adit::cli
