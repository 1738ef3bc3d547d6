// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

/// What people wrote, as it is printed: paragraphs and lists, with the requirements they name leading to their places.
namespace adit::report {

/// One paragraph, or one entry of a list.
struct Passage
{
    QString label = {}; ///< of an entry: a dash or its number; empty: a paragraph
    QString text = {};

    bool isEntry() const { return !label.isEmpty(); }
};
/// Lines that begin with "-", "*", "•" or "1." are entries.
std::vector<Passage> passagesOf(const QString &text);
/// As lines of one text, for the cell of a table.
QString linesOf(const QString &text);

/// Where a requirement is found: at its own number, or with what decides that it is not relevant. Empty if nowhere.
QString placeOf(const Context &context, const RequirementCode &code);
/// Adds text to a paragraph; numbers of requirements in it are links, where the report has a place for them.
void addReferences(pdf::Paragraph &paragraph, const Context &context, const QString &text, const pdf::TextStyle &style);
/// Adds text in which the first `part` leads to a destination.
void addLinked(pdf::Paragraph &paragraph, const QString &text, const QString &part, const QString &destination,
               const pdf::TextStyle &style);

/// How passages are set.
struct PassageStyle
{
    pdf::TextStyle text = {};
    double leading = 14;
    double gap = 5; ///< between paragraphs
};
/// Sets passages in the text column, each in its own direction; returns where they end.
double addPassages(Block &block, const Context &context, const std::vector<Passage> &passages,
                   const PassageStyle &style, double y);

} // namespace adit::report
