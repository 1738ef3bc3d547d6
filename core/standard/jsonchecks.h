// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

namespace adit {

// What neither Qt's parser nor a JSON schema refuses. Errors are StandardInvalid with the JSON pointer of the place.

/// The pointer of a place (RFC 6901): "/scale/0/key"; "/" for the whole document.
QString jsonPointer(const QStringList &steps);

/// No member may stand twice in one object: the parser would keep the last one and drop the other unseen. `json` must
/// be well-formed.
Result<> checkMembersOnce(const QByteArray &json);

/// Texts hold no control characters but line breaks and tabs, and no halves of characters. `document` is `json`,
/// parsed.
Result<> checkTextsClean(const QByteArray &json, const QJsonValue &document);

} // namespace adit
