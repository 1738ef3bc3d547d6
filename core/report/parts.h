// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

/// The parts of the public summary after page one, in their order. One file each.
namespace adit::report {

Part contentsPart(const Context &context);
/// The plain-language pages there are: the report's own language first.
std::vector<const PublicPlainText *> plainTexts(const Context &context);
QString plainPlace(const Context &context, const PublicPlainText &text);
QString plainTitle(const Context &context, const PublicPlainText &text);
/// In larger type, questions as headings (report.md, part 2).
Part plainPart(const Context &context, const PublicPlainText &text);
/// Owner, place, facilities, what is outside the scope.
Part minePart(const Context &context);
Part auditPart(const Context &context);
Part resultsPart(const Context &context);
/// `chapter`: index into ScoreCard::chapters.
Part chapterPart(const Context &context, std::size_t chapter);
/// Nonconformities, and what is planned about them and beside them.
Part actionsPart(const Context &context);
/// The same by itself, under the name of the mine.
Part planPart(const Context &context);
/// Concerns as they are printed, each with its answer, upheld or not. Left out where there is none.
bool hasVoices(const Context &context);
Part voicesPart(const Context &context);
/// What the company says, and opinions that stayed different. Left out where neither is written.
bool hasComments(const Context &context);
Part commentsPart(const Context &context);
Part methodPart(const Context &context);
/// How many passages are withheld, by chapter and reason, and what never is.
Part withheldPart(const Context &context);
/// How anybody checks a released report, with the record's root. Of a released edition alone.
Part checkingPart(const Context &context);
/// What changed with each release, and which are withdrawn. Left out of a preview of what was never released.
bool hasChanges(const Context &context);
Part changesPart(const Context &context);
Part glossaryPart(const Context &context);

/// Of a catalogue printed for itself.
Part catalogueContentsPart(const Context &context);
/// A chapter of the catalogue with all its guidance. `chapter`: index into Standard::nodes().
Part catalogueChapterPart(const Context &context, int chapter);

/// One requirement with its rating and finding.
Block requirementBlock(const Context &context, int ordinal);
/// The photos of a requirement, each in one piece with its caption. `number`: from 1 on, through the report.
Block photoBlock(const Context &context, const PublicPhoto &photo, int number);
void addPhotos(Part &part, const Context &context, const RequirementCode &requirement);
/// A chapter, criterion or requirement that was marked not relevant, with the requirements it takes along.
Block notRelevantBlock(const Context &context, const RequirementCode &node, const std::vector<int> &ordinals);
/// A requirement that is only for the other kind of mine.
Block otherKindBlock(const Context &context, int ordinal);

} // namespace adit::report
