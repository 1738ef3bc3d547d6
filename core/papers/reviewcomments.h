// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/papers/paper.h"

namespace adit {

/// The comments on the draft with their answers, requirement by requirement, for the round's files. `round`: technical,
/// company or scheme; empty: all of them, one after the other. `assessment` is the same case's public record. Errors:
/// UnknownChoice for a round that there is not, or a language without words.
Result<Paper> reviewComments(const CaseView &view, const PublicAssessment &assessment, const QString &round,
                             const QString &language = QStringLiteral("en"));

} // namespace adit
