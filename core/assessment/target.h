// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QSet>
#include <QString>
#include <optional>

namespace adit {

/// How a redaction names what it is of: "answer/1.2.2.2", "nonconformity/NC-A01", "details"; things without a code of
/// their own by id.
QString targetOf(const EntityRef &entity);
/// Nothing for what names no thing. Things whose id follows from their code need not be in the case.
std::optional<EntityRef> entityFrom(const Assessment &assessment, const QString &target);

/// Texts of which something is withheld to protect people (reasons A and B), as "target field", or "target " for all
/// fields. Whoever could do them harm gets no copy of these texts either (core/assessment/rolesight.h).
QSet<QString> textsThatProtectPeople(const Assessment &assessment);

} // namespace adit
