// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/fontcoverage.h"
#include "core/pdf/paragraphsource.h"

namespace adit::pdf {

/// What is done so that a paragraph can be drawn whatever is in it: a finding with a picture of a worker's helmet must
/// not keep a report from being made.
struct Fit
{
    /// Words put in place of a stretch that no font draws.
    struct Change
    {
        qsizetype from;
        qsizetype to;
        QString text;
    };
    std::vector<Borrowed> borrowed = {};
    std::vector<Change> changes = {}; ///< ascending
    /// The main font of a script in the text is not installed: that is a fault to be mended, not to be hidden.
    std::optional<Error> missing = {};
};

Fit fitOf(const Paragraph &paragraph, const Source &source, FontCoverage &coverage);
/// The paragraph with the changes made.
Paragraph changed(const Paragraph &paragraph, const Source &source, const std::vector<Fit::Change> &changes);

} // namespace adit::pdf
