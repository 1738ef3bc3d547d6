// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/papers/paper.h"

namespace adit {

/// The team as it is proposed to the scheme and the mine (process.md, P5): roles, organisations, languages and
/// biographies, declarations of interest with their dates, chapters with what shows competence and until when, and the
/// gaps per chapter on `day`. Members who were rejected or withdrew are left out. `assessment` is the same case's
/// public record. Error UnknownChoice for a language without words.
Result<Paper> teamProposal(const CaseView &view, const PublicAssessment &assessment, const QDate &day,
                           const QString &language = QStringLiteral("en"));

} // namespace adit
