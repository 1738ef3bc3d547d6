// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/pdflint.h"
#include "core/pdf/pdfreader.h"

#include <set>

/// The two larger parts of the check: what a page's content does, and the structure tree. Only for pdflint.cpp.
namespace adit::pdf {

using LintProblems = std::vector<LintProblem>;
/// Codes with a meaning, by font resource.
using FontMeanings = std::map<QByteArray, std::set<int>>;

/// Goes through one page's operators. Returns the marked-content numbers found, each once.
std::set<int> scanContent(const QByteArray &content, const FontMeanings &fonts, const QString &page,
                          LintProblems &problems);

/// A marked stretch: page object and number.
using MarkId = std::pair<int, int>;

/// What the structure tree holds, as far as other checks need it.
struct StructureMap
{
    std::map<MarkId, int> owners;   ///< element that owns a marked stretch
    std::map<int, int> annotations; ///< Link element that owns an annotation
};

StructureMap checkStructure(const Reader &reader, const Value &root, LintProblems &problems);

} // namespace adit::pdf
