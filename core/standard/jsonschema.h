// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonValue>

namespace adit {

/// Checks a JSON document against a JSON schema (draft 7). The first violation is returned as Error StandardInvalid:
/// subject is the JSON pointer of the place ("/scale/0/key"), detail the reason. The schema is the program's own.
Result<> checkAgainstSchema(const QJsonValue &document, const QByteArray &schema);

} // namespace adit
