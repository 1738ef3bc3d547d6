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

/// What one page paints.
struct PageMarks
{
    struct Picture
    {
        QByteArray resource;
        int mark; ///< -1: in none
    };
    std::set<int> numbers; ///< marked-content numbers, each once
    std::vector<Picture> pictures;
};

/// Goes through one page's operators.
PageMarks scanContent(const QByteArray &content, const FontMeanings &fonts, const QString &page,
                      LintProblems &problems);

/// Looks at the pictures among a page's resources; returns the names of those that there are.
std::set<QByteArray> checkImages(const Reader &reader, const Value &resources, LintProblems &problems);

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
