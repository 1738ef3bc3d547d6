// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/scoring/scorecard.h"

#include <QDate>
#include <QStringList>
#include <vector>

namespace adit {

// Rules about who may do what in an audit (ISO/IEC 17021-1, 5.2, 7 and 9.5; from general knowledge).

/// Everybody who was not rejected and did not withdraw.
std::vector<const Record *> activeMembers(const Assessment &assessment);
/// Declared, and without a conflict.
bool hasClearDeclaration(const Record &member);
/// Who audits: reviews and decisions must be somebody else's.
bool isOnTeam(const Record &member);
/// The same person stands in another role too that would judge, or have done, the same work. Persons are told apart by
/// their names.
bool holdsAnotherRole(const Record &member, const std::vector<const Record *> &members);

struct CompetenceGap
{
    QString member; ///< label
    QString chapter;
};
/// Chapters allocated to a member without competence for them that holds on a day.
std::vector<CompetenceGap> competenceGaps(const Assessment &assessment, const QDate &day);

/// Codes of chapters with at least one relevant requirement.
QStringList relevantChapters(const Standard &standard, const std::vector<RatedItem> &items);

} // namespace adit
