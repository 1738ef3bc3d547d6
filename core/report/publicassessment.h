// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edits/edit.h"
#include "core/report/fieldwork.h"
#include "core/report/publicbody.h"
#include "core/report/publicphotos.h"
#include "core/report/publicrecords.h"
#include "core/scoring/scorecard.h"

#include <QDate>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

namespace adit {

/// Site, dates and words for the report.
struct PublicDetails
{
    DisclosedText site;
    DisclosedText country; ///< two letters, or as typed
    DisclosedText operatorName;
    DisclosedText mine; ///< existing, new
    DisclosedText kind; ///< initial, surveillance, reassessment
    DisclosedFlag fictional;
    DisclosedText reportId;
    DisclosedText location;
    DisclosedText materials;
    DisclosedPassages description;
    DisclosedPassages facilities; ///< one a line, as are the next two lists
    DisclosedPassages outOfScope;
    DisclosedText auditFirm;
    DisclosedPassages team;
    DisclosedPassages method;
    DisclosedPassages limits;
    DisclosedDate announced;
    DisclosedDate deskReviewEnd;
    DisclosedDate visitStart;
    DisclosedDate visitEnd;
    DisclosedDate reportDate;
    DisclosedText previousResult;
    DisclosedText previousYear;
    DisclosedPassages deferredLeftOut;
    DisclosedPassages companyComments;
    DisclosedPassages diverging; ///< opinions that stayed different
    DisclosedPassages boundary;  ///< GeoJSON (SiteMap)
};

/// What was found on a relevant requirement.
struct PublicAnswer
{
    std::optional<int> step; ///< index into the standard's scale; nothing: not assessed
    DisclosedPassages finding;
    DisclosedPassages justification; ///< of a rating that needs one
    DisclosedDate until;
    DisclosedMembers sources;
    DisclosedText previousRating; ///< code of the scale, not-relevant, or empty
    DisclosedText firstRating;    ///< before the early correction; empty where it was not made anew
    DisclosedDate rerated;
    std::vector<PublicAction> actions; ///< by due date
};

/// A requirement, in the order of Standard::requirements().
struct PublicRequirement
{
    RelevanceReason relevance = RelevanceReason::Relevant;
    std::optional<RequirementCode> decidedBy; ///< the node whose mark takes it out
    std::optional<PublicAnswer> answer;       ///< nothing where it is not relevant: an old rating stays at home
};

/// All that the public may know of an assessment, and all that a public rendering is given: disclosed values, the
/// catalogue's own texts, and scores, which follow from ratings that are public. A value; may go to another thread.
struct PublicAssessment
{
    Standard standard;
    ScoreCard score;
    PublicDetails details;
    std::vector<PublicRequirement> requirements;
    std::map<RequirementCode, DisclosedPassages> justifications; ///< of marks that take something out, by node
    PublicFieldwork fieldwork = {};
    std::vector<PublicNonconformity> nonconformities = {};
    std::vector<PublicConcern> concerns = {};
    std::vector<PublicPlainText> plainTexts = {};
    std::vector<PublicRelease> releases = {}; ///< so far
    std::vector<PublicPhoto> photos = {};     ///< of requirements that are answered
    std::optional<PublicBody> body = {};      ///< whose template the report is made with
};

/// `items` and `card` are those of the same case (CaseDocument::ratedItems(), scoreCard()). Photos
/// are in it as far as their pictures are given.
PublicAssessment publicAssessment(const CaseView &view, const std::vector<RatedItem> &items, const ScoreCard &card,
                                  Reader reader = Reader::Public, const PhotoPictures &pictures = {});

/// Of a case in which nothing was written yet: what a catalogue, or a paper without a case, is printed from.
PublicAssessment nothingAssessed(const Standard &standard);

/// Its scores are those of the audit before: a surveillance gives none (process.md, N2).
bool isSurveillance(const PublicAssessment &assessment);

/// The day a report counts as made, for its metadata: the report date, else the latest date known of the audit, else
/// the first day of 2000. Never the clock and never an edit's time, which are nobody's business and would make two
/// reports of the same content differ.
QDate reportDay(const PublicAssessment &assessment);

} // namespace adit
