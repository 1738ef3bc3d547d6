// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/edits/takenfile.h"

#include <functional>

namespace adit {

/// Reads a file that is to become evidence: whole, hashed on the way, with what a photo says of itself. The same for
/// the window and the command line; meant to run beside the window. `progress` gets 0 to 1 and returns false to stop
/// (Error Cancelled). Errors FileMissing; InvalidValue for what is no file, is empty or larger than evidenceLimit;
/// StorageFailed where it cannot be read, or changed or went away meanwhile: half a file is no evidence.
Result<TakenFile> readEvidence(const QString &path, const std::function<bool(double)> &progress = {});

/// The same of bytes that are in memory already: what was pasted.
TakenFile takenFrom(const QString &name, const QByteArray &bytes);

} // namespace adit
