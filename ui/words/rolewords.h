// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/rolesight.h"

#include <QString>
#include <QStringList>

namespace adit {

/// "Lead auditor" for "lead-auditor".
QString roleWord(const QString &role);
QStringList roleWords(const QStringList &roles);
/// What a role sees of a case, in one sentence; what of names of people, in another.
QString sightWords(const RoleSight &role);
QString sightOfNames(const RoleSight &role);
/// "all chapters", or "chapters 1.1, 2.5".
QString chapterWords(const QStringList &chapters);

} // namespace adit
