// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/papers/paper.h"
#include "core/report/words.h"

/// What the papers for the mine, the certification body and the scheme begin with.
namespace adit {

QStringList paperLanguages();
/// Their words. Error UnknownChoice for a language without them.
Result<report::Words> paperWords(const QString &language);

/// A paper of a kind ("team") with its titles and the facts of the case.
Paper beginPaper(const PublicAssessment &assessment, const report::Words &words, const char *kind);

/// "27 November 2025", or that there is none.
QString dateOr(const report::Words &words, const std::optional<QDate> &date, const char *otherwise);

/// The paper, or that a word was missing.
Result<Paper> finished(Paper paper, const report::Words &words);

} // namespace adit
