// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

namespace adit::pdf {

/// One fault of a file.
struct LintProblem
{
    QString rule;  ///< short and stable: "unmarked-paint"
    QString where; ///< page, object or name

    friend bool operator==(const LintProblem &, const LintProblem &) = default;
};

/// Reads a produced file back and checks what a report promises: no unmarked paint, a whole structure tree, embedded
/// fonts that read back as text, pictures that hold nothing but what is seen and have their words, links that lead
/// somewhere, title and language. The project's own check, by its own rules; it trusts nothing the writer did. Empty:
/// no fault found.
///
/// Rules: unreadable, eof-count, no-title, title-not-shown, title-differs, no-language, not-marked, no-id,
/// unmarked-paint, unbalanced-marks, nested-marks, mark-unreachable, mark-missing, mark-owned-twice, parent-tree,
/// wrong-parent, unknown-role, wrong-nesting, heading-gap, header-without-scope, figure-without-alt,
/// figure-without-box, link-untagged, link-without-text, link-to-nowhere, outline-to-nowhere, tab-order,
/// font-not-embedded, font-without-text, glyph-without-meaning, image-unknown, image-unclean, image-without-figure.
std::vector<LintProblem> lint(const QByteArray &file);

} // namespace adit::pdf
