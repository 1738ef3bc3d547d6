// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The registry: every field of every entity, once. A row is
//     X(name, type, audience, choices, label)
// where `name` is at once the C++ name, the column and the name in the journal; `choices` is a blank-separated list of
// codes for Choice and Set, of codes beside the scale's for Rating, and what a Link or Links lead to. The first row of
// every kind but Details is the code that tells its entities apart. To add a field: add the row, a column in a new
// migration, and nothing else. To add a kind: a list here, a row in ADIT_KINDS, a word in EntityKind, a table.

// Where a rating's basis comes from (scoring.md, Sources).
#define ADIT_SOURCES "document-company document-third-party observation worker community regulator management"
// Stakeholder groups (process.md, Codes).
#define ADIT_GROUPS                                                                                                    \
    "worker worker-organisation contractor indigenous community property-owner water-rights asm cso-local "            \
    "cso-regional cso-national regulator-local regulator-state regulator-federal other"
// Who takes part in an audit (process.md, Codes).
#define ADIT_ROLES                                                                                                     \
    "lead-auditor auditor expert translator mine technical-reviewer decision-maker scheme-reviewer programme-manager"

// What a decision maker looks at before deciding (ISO/IEC 17021-1, 9.5; from general knowledge).
#define ADIT_DECISION_CHECKS                                                                                           \
    "sufficient-evidence findings-reviewed comments-answered nonconformities-planned independence deadlines"

// clang-format off
#define ADIT_DETAILS_FIELDS(X) \
    X(site,            Line,   Public,  "", "Site") \
    X(country,         Line,   Public,  "", "Country") \
    X(operator_name,   Line,   Public,  "", "Operator") \
    X(mine,            Choice, Public,  "existing new", "Kind of mine") \
    X(kind,            Choice, Public,  "initial surveillance reassessment", "Kind of audit") \
    X(previous_case,   Line,   Team,    "", "Previous case") \
    X(fictional,       Flag,   Public,  "", "Fictional sample") \
    X(report_id,       Line,   Public,  "", "Report id") \
    X(location,        Line,   Public,  "", "Location") \
    X(materials,       Line,   Public,  "", "Materials") \
    X(description,     Text,   Public,  "", "About the site") \
    X(facilities,      Text,   Public,  "", "Facilities in scope") \
    X(out_of_scope,    Text,   Public,  "", "Outside the scope") \
    X(audit_firm,      Line,   Public,  "", "Certification body") \
    X(team,            Text,   Public,  "", "Team and roles") \
    X(method,          Text,   Public,  "", "How the audit was done") \
    X(limits,          Text,   Public,  "", "Limits of this audit") \
    X(announced,       Date,   Public,  "", "Announced") \
    X(desk_review_end, Date,   Public,  "", "Desk review ended") \
    X(visit_start,     Date,   Public,  "", "Site visit from") \
    X(visit_end,       Date,   Public,  "", "Site visit to") \
    X(report_date,     Date,   Public,  "", "Report final") \
    X(previous_result, Line,   Public,  "", "Previous result") \
    X(previous_year,   Line,   Public,  "", "Year of the previous audit") \
    X(deferred_left_out, Text, Public,  "", "Decided with deferred items left out, because") \
    X(deferred_codes,  Text,   Public,  "", "Deferred items left out") \
    X(disclosure,      Choice, Company, "full redacted", "Report to be published") \
    X(company_comments, Text,  Public,  "", "Comments of the company") \
    X(diverging,       Text,   Public,  "", "Opinions that stayed different") \
    X(boundary,        Text,   Public,  "", "Map of the site") \
    X(holidays,        Text,   Company, "", "Days without work, one date a line") \
    X(report_template, Text,   Public,  "", "Report template") \
    X(report_logo,     Text,   Public,  "", "Logo in the report")

#define ADIT_ANSWER_FIELDS(X) \
    X(requirement,     Code,   Public,  "", "Requirement") \
    X(rating,          Rating, Public,  "", "Rating") \
    X(finding,         Text,   Public,  "", "Finding") \
    X(notes,           Text,   Team,    "", "Notes") \
    X(justification,   Text,   Public,  "", "Justification") \
    X(until,           Date,   Public,  "", "To be rated by") \
    X(sources,         Set,    Public,  ADIT_SOURCES, "Sources") \
    X(self_rating,     Rating, Company, "not-relevant", "Self-assessment") \
    X(self_comment,    Text,   Company, "", "Self-assessment, comment") \
    X(previous_rating, Rating, Public,  "not-relevant", "Previous rating") \
    X(first_rating,    Rating, Public,  "", "Rating before the early correction") \
    X(rerated,         Date,   Public,  "", "Rated anew on") \
    X(rerated_basis,   Text,   Team,    "", "What was verified") \
    X(no_nonconformity, Text,  Team,    "", "Why there is no nonconformity") \
    X(basis_reason,    Text,   Team,    "", "Why these sources are enough")

#define ADIT_RELEVANCE_FIELDS(X) \
    X(node,            Code,   Public,  "", "Chapter, criterion or requirement") \
    X(state,           Choice, Public,  "relevant not-relevant", "Relevance") \
    X(justification,   Text,   Public,  "", "Justification") \
    X(claimed,         Date,   Company, "", "Proposed as not relevant on") \
    X(claim_reason,    Text,   Company, "", "The mine’s reason") \
    X(tested,          Date,   Company, "", "Claim tested on") \
    X(test,            Text,   Company, "", "How the claim was tested")

#define ADIT_ACTION_FIELDS(X) \
    X(requirement,     Code,   Public,  "", "Requirement") \
    X(text,            Text,   Public,  "", "Planned action") \
    X(due,             Date,   Public,  "", "Due") \
    X(nonconformity,   Link,   Company, "nonconformity", "Nonconformity") \
    X(owner,           Line,   Company, "", "Owner") \
    X(done,            Date,   Company, "", "Done")

#define ADIT_STEP_FIELDS(X) \
    X(step,            Code,   Public,  "", "Step") \
    X(state,           Choice, Public,  "open closed", "State") \
    X(opened,          Date,   Company, "", "Opened") \
    X(closed,          Date,   Company, "", "Closed") \
    X(notes,           Text,   Team,    "", "Notes")

#define ADIT_EVIDENCE_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(title,           Line,   Team,    "", "Title") \
    X(medium,          Choice, Team,    "document photo map data recording sample", "Medium") \
    X(source,          Choice, Team,    ADIT_SOURCES, "Source") \
    X(state,           Choice, Team,    "taken sighted deferred", "Held") \
    X(place,           Line,   Team,    "", "Where it was seen") \
    X(effective,       Date,   Team,    "", "Its own date") \
    X(received,        Date,   Team,    "", "Received") \
    X(expires,         Date,   Team,    "", "Expires") \
    X(confidentiality, Choice, Team,    "ordinary confidential restricted", "Confidentiality") \
    X(note,            Text,   Team,    "", "Note") \
    X(file_name,       Line,   Team,    "", "File") \
    X(mime,            Line,   Team,    "", "File type") \
    X(bytes,           Line,   Team,    "", "Size in bytes") \
    X(sha256,          Line,   Team,    "", "SHA-256") \
    X(requirements,    Links,  Team,    "requirement", "Requirements") \
    X(seen,            Date,   Team,    "", "Seen at the visit") \
    X(removed,         Date,   Team,    "", "Removed") \
    X(removed_reason,  Text,   Team,    "", "Why it was removed") \
    X(taken_at,        Line,   Team,    "", "Photo taken at") \
    X(taken_where,     Line,   Team,    "", "Photo taken where")

#define ADIT_PERSON_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(stakeholder,     Choice, Team,    ADIT_GROUPS, "Group") \
    X(place,           Line,   Team,    "", "Place") \
    X(language,        Line,   Team,    "", "Language") \
    X(description,     Text,   Team,    "", "Description") \
    X(consent,         Choice, Team,    "asked given refused withdrawn", "Consent to be contacted") \
    X(notes,           Text,   Team,    "", "Notes") \
    X(name,            Sealed, Identity, "", "Name") \
    X(contact,         Sealed, Identity, "", "Contact") \
    X(organisation,    Sealed, Identity, "", "Organisation")

#define ADIT_INTERVIEW_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(form,            Choice, Team,    "one-to-one group telephone written", "Form") \
    X(held,            Date,   Team,    "", "Date") \
    X(minutes,         Line,   Team,    "", "Minutes") \
    X(place,           Line,   Team,    "", "Place") \
    X(channel,         Choice, Team,    "in-person telephone written", "Channel") \
    X(language,        Line,   Team,    "", "Language") \
    X(interpreter,     Flag,   Team,    "", "With an interpreter") \
    X(consent,         Choice, Team,    "given given-without-notes withdrawn", "Consent") \
    X(present,         Line,   Team,    "", "Who else was present, in words") \
    X(heard,           Line,   Team,    "", "People heard") \
    X(summary,         Text,   Team,    "", "Summary") \
    X(people,          Links,  Team,    "person", "People") \
    X(requirements,    Links,  Team,    "requirement", "Requirements") \
    X(also_present,    Set,    Team,    "management worker-representative interpreter relative colleague security other", "Who else was present") \
    X(planned,         Date,   Team,    "", "Planned for") \
    X(cancelled,       Date,   Team,    "", "Cancelled") \
    X(cancelled_reason, Text,  Team,    "", "Why it was cancelled") \
    X(conducted_by,    Line,   Team,    "", "Conducted by") \
    X(public_summary,  Text,   Team,    "", "What may be said in public")

#define ADIT_MILESTONE_FIELDS(X) \
    X(milestone,       Code,   Company, "", "Milestone") \
    X(planned,         Date,   Company, "", "Planned") \
    X(actual,          Date,   Company, "", "Done") \
    X(extended,        Date,   Company, "", "Extended to") \
    X(extension,       Text,   Company, "", "Reason for the extension")

#define ADIT_GATE_PASS_FIELDS(X) \
    X(gate,            Code,   Team,    "", "Gate") \
    X(passed,          Date,   Team,    "", "Passed on") \
    X(passed_by,       Line,   Team,    "", "Passed by") \
    X(reason,          Text,   Team,    "", "Reason")

#define ADIT_TEAM_MEMBER_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(name,            Line,   Company, "", "Name") \
    X(role,            Choice, Company, ADIT_ROLES, "Role") \
    X(organisation,    Line,   Company, "", "Organisation") \
    X(languages,       Line,   Company, "", "Languages") \
    X(biography,       Text,   Company, "", "Biography") \
    X(state,           Choice, Company, "proposed accepted rejected withdrawn", "State") \
    X(declaration,     Choice, Company, "none conflict", "Conflict of interest") \
    X(declared,        Date,   Company, "", "Declared on") \
    X(declaration_text, Text,  Company, "", "Words of the declaration") \
    X(chapters,        Links,  Company, "chapter", "Chapters") \
    X(profile,         Line,   Company, "", "Fingerprint of the profile")

#define ADIT_COMPETENCE_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(member,          Link,   Company, "team_member", "Team member") \
    X(chapters,        Links,  Company, "chapter", "Chapters") \
    X(basis,           Text,   Company, "", "Shown by") \
    X(expires,         Date,   Company, "", "Expires")

#define ADIT_AUDIT_PLAN_FIELDS(X) \
    X(plan,            Code,   Company, "", "Plan") \
    X(objectives,      Text,   Company, "", "Objectives") \
    X(criteria,        Text,   Company, "", "Criteria") \
    X(scope,           Text,   Company, "", "Scope, facilities and off-site places") \
    X(days,            Number, Company, "", "Days on site") \
    X(languages,       Line,   Company, "", "Languages") \
    X(representative,  Line,   Company, "", "Representative of the mine") \
    X(sampling,        Text,   Company, "", "Sampling") \
    X(logistics,       Text,   Company, "", "Logistics and safety") \
    X(confidentiality, Text,   Company, "", "Confidentiality") \
    X(follow_up,       Text,   Company, "", "Follow-up")

#define ADIT_PLAN_ISSUE_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(issued,          Date,   Company, "", "Issued") \
    X(agreed,          Date,   Company, "", "Agreed with the mine") \
    X(reason,          Text,   Company, "", "What changed and why") \
    X(text,            Text,   Company, "", "The plan as issued")

#define ADIT_PLAN_DEVIATION_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(noted,           Date,   Company, "", "Date") \
    X(text,            Text,   Company, "", "What was done otherwise than planned") \
    X(reason,          Text,   Company, "", "Reason") \
    X(is_limit,        Flag,   Company, "", "Limits the audit")

#define ADIT_VISIT_STOP_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(name,            Line,   Company, "", "Place") \
    X(off_site,        Flag,   Company, "", "Off site") \
    X(day,             Date,   Company, "", "Day") \
    X(time,            Time,   Company, "", "Time") \
    X(visited,         Date,   Company, "", "Visited") \
    X(not_visited,     Text,   Company, "", "Why it was not visited") \
    X(observation,     Text,   Team,    "", "Observations") \
    X(requirements,    Links,  Team,    "requirement", "Requirements")

#define ADIT_MEETING_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(meeting,         Choice, Company, "opening-desk closing-desk opening-visit closing-visit other", "Meeting") \
    X(title,           Line,   Company, "", "Title") \
    X(planned,         Date,   Company, "", "Planned for") \
    X(time,            Time,   Company, "", "Time") \
    X(held,            Date,   Company, "", "Held") \
    X(place,           Line,   Company, "", "Place") \
    X(attendance,      Text,   Company, "", "Who attended") \
    X(agenda,          Links,  Company, "agenda", "Points dealt with") \
    X(minutes,         Text,   Company, "", "Minutes")

#define ADIT_REQUEST_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(form,            Choice, Company, "evidence clarification", "Asked for") \
    X(asked,           Date,   Company, "", "Asked") \
    X(due,             Date,   Company, "", "Wanted by") \
    X(text,            Text,   Company, "", "What is asked") \
    X(state,           Choice, Company, "asked received insufficient deferred closed", "State") \
    X(answered,        Date,   Company, "", "Answered") \
    X(answer,          Text,   Company, "", "Answer") \
    X(notes,           Text,   Team,    "", "Notes") \
    X(requirements,    Links,  Company, "requirement", "Requirements") \
    X(evidence,        Links,  Company, "evidence", "Evidence")

#define ADIT_ANNOUNCEMENT_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(published,       Date,   Company, "", "Published") \
    X(channel,         Choice, Company, "website newsletter map radio newspaper notice-board meeting letter messenger other", "Channel") \
    X(language,        Line,   Company, "", "Language") \
    X(place,           Line,   Company, "", "Where") \
    X(text,            Text,   Company, "", "Text") \
    X(proof,           Links,  Company, "evidence", "Proof")

#define ADIT_GROUP_PLAN_FIELDS(X) \
    X(stakeholder,     Code,   Team,    "", "Group") \
    X(planned,         Number, Team,    "", "People to be heard") \
    X(basis,           Text,   Team,    "", "How the number was chosen") \
    X(outreach,        Text,   Team,    "", "How the group is reached")

#define ADIT_CONTACT_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(stakeholder,     Choice, Team,    ADIT_GROUPS, "Group") \
    X(made,            Date,   Team,    "", "Date") \
    X(channel,         Choice, Team,    "letter e-mail telephone messenger visit meeting other", "Channel") \
    X(direction,       Choice, Team,    "out in", "Direction") \
    X(text,            Text,   Team,    "", "What was said") \
    X(answer,          Text,   Team,    "", "What came of it") \
    X(people,          Links,  Team,    "person", "People")

#define ADIT_CONCERN_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(raised,          Date,   Team,    "", "Raised") \
    X(person,          Link,   Team,    "person", "Raised by") \
    X(interview,       Link,   Team,    "interview", "In the interview") \
    X(text,            Text,   Team,    "", "The concern") \
    X(requirements,    Links,  Team,    "requirement", "Requirements") \
    X(answer,          Text,   Team,    "", "Answer given") \
    X(answered,        Date,   Team,    "", "Answered") \
    X(outcome,         Text,   Team,    "", "What came of it") \
    X(receipt,         Line,   Team,    "", "Receipt") \
    X(public_group,    Choice, Public,  ADIT_GROUPS, "Group, as printed") \
    X(public_text,     Text,   Public,  "", "The concern, as printed") \
    X(public_answer,   Text,   Public,  "", "The answer, as printed") \
    X(upheld,          Choice, Public,  "upheld partly not-upheld open", "Upheld")

#define ADIT_COMMENT_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(round,           Choice, Company, "technical company scheme", "Round") \
    X(made,            Date,   Company, "", "Date") \
    X(made_by,         Line,   Company, "", "From") \
    X(requirement,     Link,   Company, "requirement", "Requirement") \
    X(about,           Choice, Company, "factual-error opinion evidence confidential", "About") \
    X(text,            Text,   Company, "", "Comment") \
    X(state,           Choice, Company, "open accepted rejected", "State") \
    X(answer,          Text,   Company, "", "Answer") \
    X(answered,        Date,   Company, "", "Answered") \
    X(weight,          Choice, Company, "must-answer note", "Weight") \
    X(nonconformity,   Link,   Company, "nonconformity", "Nonconformity") \
    X(answered_by,     Line,   Company, "", "Answered by") \
    X(resolved,        Date,   Company, "", "Resolved") \
    X(resolved_by,     Line,   Company, "", "Resolved by")

// What is said further under a comment.
#define ADIT_REPLY_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(comment,         Link,   Company, "comment", "To the comment") \
    X(made,            Date,   Company, "", "Date") \
    X(made_by,         Line,   Company, "", "From") \
    X(text,            Text,   Company, "", "Reply")

// A reviewer signs a chapter off as it stood: `digest` is of its ratings, findings and plans then.
#define ADIT_SIGN_OFF_FIELDS(X) \
    X(chapter,         Code,   Team,    "", "Chapter") \
    X(signed_on,       Date,   Team,    "", "Signed off") \
    X(signed_by,       Line,   Team,    "", "By") \
    X(digest,          Line,   Team,    "", "As it stood")

// What may not be changed until somebody opens it again: a chapter, criterion or requirement, or "all".
#define ADIT_LOCK_FIELDS(X) \
    X(scope,           Code,   Company, "", "Scope") \
    X(state,           Choice, Company, "locked open", "State") \
    X(since,           Date,   Company, "", "Since") \
    X(set_by,          Line,   Team,    "", "By") \
    X(reason,          Text,   Team,    "", "Reason")

// How far somebody has read: where the chains of the journal stood.
#define ADIT_REVIEW_MARK_FIELDS(X) \
    X(reviewer,        Code,   Team,    "", "Reviewer") \
    X(made,            Date,   Team,    "", "Read on") \
    X(chains,          Text,   Team,    "", "Journal at that time")

// The decision on the level, over everything that it rests on (core/review/decision.h).
#define ADIT_DECISION_FIELDS(X) \
    X(label,           Code,   Public,  "", "Number") \
    X(decided,         Date,   Public,  "", "Decided") \
    X(outcome,         Choice, Public,  "level pending postponed", "Outcome") \
    X(level,           Line,   Public,  "", "Level") \
    X(until,           Date,   Public,  "", "Until") \
    X(reason,          Text,   Team,    "", "Reason") \
    X(checklist,       Set,    Team,    ADIT_DECISION_CHECKS, "Looked at") \
    X(decided_by,      Line,   Team,    "", "Decided by") \
    X(root,            Line,   Public,  "", "Record root") \
    X(leaves,          Text,   Team,    "", "What it rests on") \
    X(signature,       Line,   Public,  "", "Signature")

#define ADIT_NONCONFORMITY_FIELDS(X) \
    X(label,           Code,   Public,  "", "Number") \
    X(title,           Line,   Public,  "", "Title") \
    X(grade,           Choice, Public,  "minor major critical", "Grade") \
    X(requirements,    Links,  Public,  "requirement", "Requirements") \
    X(description,     Text,   Public,  "", "Nonconformity") \
    X(raised,          Date,   Public,  "", "Raised") \
    X(raised_by,       Line,   Team,    "", "Raised by") \
    X(state,           Choice, Public,  "raised cause-accepted plan-accepted implemented verified", "State") \
    X(cause,           Text,   Public,  "", "Root cause") \
    X(correction,      Text,   Company, "", "Correction made at once") \
    X(owner,           Line,   Company, "", "Owner") \
    X(cause_accepted,  Date,   Company, "", "Cause accepted") \
    X(plan_accepted,   Date,   Company, "", "Plan accepted") \
    X(implemented,     Date,   Company, "", "Implemented") \
    X(evidence,        Links,  Team,    "evidence", "Evidence of implementation") \
    X(verified,        Date,   Public,  "", "Effectiveness verified") \
    X(verified_by,     Line,   Company, "", "Verified by") \
    X(verified_basis,  Text,   Company, "", "Verified on the basis of") \
    X(withdrawn,       Text,   Company, "", "Why it was withdrawn")

#define ADIT_WAIVER_FIELDS(X) \
    X(label,           Code,   Company, "", "Number") \
    X(requirements,    Links,  Company, "requirement", "Requirements") \
    X(reason,          Text,   Company, "", "Reason") \
    X(granted,         Date,   Company, "", "Granted") \
    X(granted_by,      Line,   Company, "", "Granted by") \
    X(expires,         Date,   Company, "", "Expires") \
    X(conditions,      Text,   Company, "", "Conditions")

#define ADIT_COMPLAINT_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(about,           Choice, Team,    "mine audit-result auditor process", "About") \
    X(form,            Choice, Team,    "complaint appeal", "Complaint or appeal") \
    X(received,        Date,   Team,    "", "Received") \
    X(person,          Link,   Team,    "person", "From") \
    X(text,            Text,   Team,    "", "Complaint") \
    X(acknowledged,    Date,   Team,    "", "Receipt acknowledged") \
    X(handler,         Link,   Team,    "team_member", "Handled by") \
    X(decider,         Link,   Team,    "team_member", "Decided by") \
    X(decided,         Date,   Team,    "", "Decided") \
    X(outcome,         Text,   Team,    "", "Outcome") \
    X(told,            Date,   Team,    "", "Outcome told")

// The public part of a person's profile (core/identity/profile.h).
#define ADIT_PROFILE_FIELDS(X) \
    X(fingerprint,     Code,   Company, "", "Fingerprint") \
    X(name,            Line,   Company, "", "Name") \
    X(roles,           Set,    Company, ADIT_ROLES, "Roles") \
    X(created,         Date,   Company, "", "Made") \
    X(sign_key,        Line,   Company, "", "Key for signatures") \
    X(box_key,         Line,   Company, "", "Key for what is sealed") \
    X(signature,       Line,   Company, "", "Signature") \
    X(revoked,         Date,   Company, "", "Counts no more since") \
    X(revoked_reason,  Line,   Company, "", "Why it counts no more") \
    X(revoked_by,      Line,   Company, "", "Revoked by") \
    X(revocation,      Line,   Company, "", "Signature of the revocation")

// A key of the identity compartment, sealed to one of its holders (core/identity/compartment.h).
#define ADIT_KEY_SHARE_FIELDS(X) \
    X(share,           Code,   Team,    "", "Key and holder") \
    X(maker,           Line,   Team,    "", "Made by") \
    X(sealed,          Line,   Identity, "", "Sealed key") \
    X(signature,       Line,   Team,    "", "Signature")

// Some requirements that two auditors rate without knowing what the other gives (core/review/calibration.h).
#define ADIT_CALIBRATION_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(drawn,           Date,   Team,    "", "Drawn") \
    X(requirements,    Links,  Team,    "requirement", "Requirements") \
    X(raters,          Links,  Team,    "team_member", "Raters") \
    X(opened,          Date,   Team,    "", "Laid open") \
    X(notes,           Text,   Team,    "", "What came of the differences")

#define ADIT_BLIND_RATING_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(calibration,     Link,   Team,    "calibration", "Calibration") \
    X(requirement,     Link,   Team,    "requirement", "Requirement") \
    X(rater,           Link,   Team,    "team_member", "Rater") \
    X(rating,          Rating, Team,    "", "Rating") \
    X(reason,          Text,   Team,    "", "Reason") \
    X(rated,           Date,   Team,    "", "Rated")

// What left the team in a parcel, to whom, and where the chains of the journal stood then (core/parcel). The signature
// keeps anybody from writing another history later.
#define ADIT_HANDOVER_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(made,            Date,   Team,    "", "Handed over") \
    X(made_by,         Line,   Team,    "", "By") \
    X(role,            Choice, Team,    ADIT_ROLES, "As") \
    X(chapters,        Links,  Team,    "chapter", "Chapters") \
    X(recipients,      Text,   Team,    "", "To") \
    X(chains,          Text,   Team,    "", "Journal at that time") \
    X(signature,       Line,   Team,    "", "Signature")

// A passage of what is public, or all of a field or a thing, that is not printed, and what is printed instead
// (core/disclosure/redactions.h). Of the team: that there is one, and why, may point at a witness by itself.
#define ADIT_REDACTION_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(target,          Line,   Team,    "", "Of") \
    X(field_name,      Line,   Team,    "", "Field") \
    X(passage,         Text,   Team,    "", "Passage") \
    X(reason,          Choice, Team,    "A B C D E F G", "Reason") \
    X(wording,         Text,   Public,  "", "Public wording") \
    X(score_basis,     Text,   Team,    "", "Why no score rests on it") \
    X(asked,           Date,   Team,    "", "Asked") \
    X(asked_by,        Line,   Team,    "", "Asked by") \
    X(comment,         Link,   Team,    "comment", "Asked in the comment") \
    X(request,         Text,   Team,    "", "Why it is asked") \
    X(state,           Choice, Team,    "asked approved refused withdrawn", "State") \
    X(decided,         Date,   Team,    "", "Decided") \
    X(decided_by,      Line,   Team,    "", "Decided by") \
    X(decision,        Text,   Team,    "", "Why it was decided so") \
    X(review_by,       Date,   Team,    "", "To be looked at again by") \
    X(content,         Line,   Team,    "", "As it was approved") \
    X(signature,       Line,   Team,    "", "Signature")

// A photo that is printed, after somebody confirmed that it shows nobody who could come to harm.
#define ADIT_PUBLIC_PHOTO_FIELDS(X) \
    X(label,           Code,   Public,  "", "Number") \
    X(evidence,        Link,   Team,    "evidence", "Evidence") \
    X(requirement,     Link,   Public,  "requirement", "Requirement") \
    X(caption,         Text,   Public,  "", "Caption") \
    X(description,     Text,   Public,  "", "What it shows, for who does not see it") \
    X(basis,           Choice, Team,    "nobody-recognisable consent", "Why it may be shown") \
    X(consent,         Text,   Team,    "", "Where the consent is on record") \
    X(picture,         Line,   Team,    "", "SHA-256 of the picture looked at") \
    X(confirmed,       Date,   Team,    "", "Confirmed") \
    X(confirmed_by,    Line,   Team,    "", "Confirmed by") \
    X(removed,         Date,   Team,    "", "Taken out") \
    X(signature,       Line,   Team,    "", "Signature")

// The plain-language page in one language.
#define ADIT_PLAIN_TEXT_FIELDS(X) \
    X(language,        Code,   Public,  "", "Language") \
    X(text,            Text,   Public,  "", "In plain language")

// What the name guard found and a second person let pass, at one place and for the text as it stood.
#define ADIT_DISMISSAL_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(person,          Line,   Team,    "", "Whose name") \
    X(part,            Line,   Team,    "", "Part of the name") \
    X(target,          Line,   Team,    "", "Of") \
    X(field_name,      Line,   Team,    "", "Field") \
    X(content,         Line,   Team,    "", "Text as it stood") \
    X(reason,          Text,   Team,    "", "Reason") \
    X(dismissed,       Date,   Team,    "", "Dismissed") \
    X(dismissed_by,    Line,   Team,    "", "Dismissed by") \
    X(signature,       Line,   Team,    "", "Signature")

// What was made public, with its number and what changed (core/release).
#define ADIT_RELEASE_FIELDS(X) \
    X(label,           Code,   Public,  "", "Label") \
    X(number,          Number, Public,  "", "Number") \
    X(built,           Date,   Public,  "", "Built") \
    X(root,            Line,   Public,  "", "Record root") \
    X(secret,          Line,   Team,    "", "Secret of its salts") \
    X(changes,         Text,   Public,  "", "What changed") \
    X(acknowledged,    Text,   Public,  "", "Assumptions acknowledged") \
    X(acknowledged_by, Line,   Team,    "", "Acknowledged by") \
    X(content,         Text,   Team,    "", "Case as it stood") \
    X(manifest,        Text,   Team,    "", "Manifest") \
    X(finished,        Date,   Public,  "", "Released") \
    X(withdrawn,       Date,   Public,  "", "Withdrawn") \
    X(withdrawn_reason, Text,  Public,  "", "Why it was withdrawn")

// X(kind, name, fields, derived, letters): `name` is the table and the namespace of the fields, `derived` says whether
// the id follows from the code, `letters` is how labels begin ("" where the code is no label).
#define ADIT_KINDS(X) \
    X(Details,       details,        ADIT_DETAILS_FIELDS,        true,  "") \
    X(Answer,        answer,         ADIT_ANSWER_FIELDS,         true,  "") \
    X(Relevance,     relevance,      ADIT_RELEVANCE_FIELDS,      true,  "") \
    X(Action,        action,         ADIT_ACTION_FIELDS,         false, "") \
    X(Step,          step,           ADIT_STEP_FIELDS,           true,  "") \
    X(Evidence,      evidence,       ADIT_EVIDENCE_FIELDS,       false, "E") \
    X(Person,        person,         ADIT_PERSON_FIELDS,         false, "P") \
    X(Interview,     interview,      ADIT_INTERVIEW_FIELDS,      false, "I") \
    X(Milestone,     milestone,      ADIT_MILESTONE_FIELDS,      true,  "") \
    X(GatePass,      gate_pass,      ADIT_GATE_PASS_FIELDS,      true,  "") \
    X(TeamMember,    team_member,    ADIT_TEAM_MEMBER_FIELDS,    false, "T") \
    X(Competence,    competence,     ADIT_COMPETENCE_FIELDS,     false, "K") \
    X(AuditPlan,     audit_plan,     ADIT_AUDIT_PLAN_FIELDS,     true,  "") \
    X(PlanIssue,     plan_issue,     ADIT_PLAN_ISSUE_FIELDS,     false, "V") \
    X(PlanDeviation, plan_deviation, ADIT_PLAN_DEVIATION_FIELDS, false, "D") \
    X(VisitStop,     visit_stop,     ADIT_VISIT_STOP_FIELDS,     false, "S") \
    X(Meeting,       meeting,        ADIT_MEETING_FIELDS,        false, "M") \
    X(Request,       request,        ADIT_REQUEST_FIELDS,        false, "R") \
    X(Announcement,  announcement,   ADIT_ANNOUNCEMENT_FIELDS,   false, "N") \
    X(GroupPlan,     group_plan,     ADIT_GROUP_PLAN_FIELDS,     true,  "") \
    X(Contact,       contact,        ADIT_CONTACT_FIELDS,        false, "O") \
    X(Concern,       concern,        ADIT_CONCERN_FIELDS,        false, "C") \
    X(Comment,       comment,        ADIT_COMMENT_FIELDS,        false, "Q") \
    X(Nonconformity, nonconformity,  ADIT_NONCONFORMITY_FIELDS,  false, "NC") \
    X(Waiver,        waiver,         ADIT_WAIVER_FIELDS,         false, "W") \
    X(Complaint,     complaint,      ADIT_COMPLAINT_FIELDS,      false, "X") \
    X(Profile,       profile,        ADIT_PROFILE_FIELDS,        true,  "") \
    X(KeyShare,      key_share,      ADIT_KEY_SHARE_FIELDS,      true,  "") \
    X(Handover,      handover,       ADIT_HANDOVER_FIELDS,       false, "H") \
    X(Reply,         reply,          ADIT_REPLY_FIELDS,          false, "Y") \
    X(SignOff,       sign_off,       ADIT_SIGN_OFF_FIELDS,       true,  "") \
    X(Lock,          lock,           ADIT_LOCK_FIELDS,           true,  "") \
    X(ReviewMark,    review_mark,    ADIT_REVIEW_MARK_FIELDS,    true,  "") \
    X(Decision,      decision,       ADIT_DECISION_FIELDS,       false, "L") \
    X(Calibration,   calibration,    ADIT_CALIBRATION_FIELDS,    false, "B") \
    X(BlindRating,   blind_rating,   ADIT_BLIND_RATING_FIELDS,   false, "U") \
    X(Redaction,     redaction,      ADIT_REDACTION_FIELDS,      false, "RD") \
    X(PublicPhoto,   public_photo,   ADIT_PUBLIC_PHOTO_FIELDS,   false, "F") \
    X(PlainText,     plain_text,     ADIT_PLAIN_TEXT_FIELDS,     true,  "") \
    X(Dismissal,     dismissal,      ADIT_DISMISSAL_FIELDS,      false, "G") \
    X(Release,       release,        ADIT_RELEASE_FIELDS,        false, "RL")
// clang-format on
