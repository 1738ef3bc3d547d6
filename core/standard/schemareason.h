// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace adit {

/// Why the value at `place` of `document` breaks `schema` (draft 7), in words for whoever wrote the file: what is
/// there, and what was expected. The schema library says only which keyword failed. `place` is the path of member names
/// and list indices; an error about a member itself may name the member or what it stands in. Empty where no reason is
/// found.
QString schemaReason(const QJsonValue &document, const QStringList &place, const QJsonObject &schema);

} // namespace adit
