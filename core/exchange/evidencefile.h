// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"

namespace adit {

/// A file as evidence: its name, its type by name and content, its bytes.
/// Errors: FileMissing, StorageFailed; InvalidValue "file: path" for a folder and for what is larger than
/// evidenceLimit.
Result<EvidenceFile> readEvidenceFile(const QString &path);

} // namespace adit
