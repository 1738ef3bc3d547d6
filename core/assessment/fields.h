// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>
#include <cstddef>
#include <optional>
#include <span>

namespace adit {

/// The sorts of things a case holds. Each has a table of its own; see `kindInfo()` for the stored names.
enum class EntityKind {
    Details,   ///< the assessment itself: site, kind, dates, words for the report. Once per case
    Answer,    ///< how the mine meets one requirement. Once per requirement
    Relevance, ///< whether a chapter, criterion or requirement is relevant. Once per node
    Action,    ///< a planned corrective action
    Step,      ///< one step of the process. Once per step
    Evidence,  ///< a document, photo, map or sample that was looked at, with its bytes or without (store.md, Evidence)
    Person,    ///< somebody who was heard, under a pseudonym; who it is stands in the identity compartment alone
    Interview  ///< a talk with one or several of them
};

/// Who may see a field. Only public fields can enter a public report: see `disclose()` in core/report.
enum class Audience {
    Public,  ///< anyone
    Company, ///< the mine, the certification body and the scheme
    Team,    ///< the audit team
    Identity ///< only who holds the identity compartment (store.md)
};

/// What a value looks like, which decides how it is checked, shown and searched. All values travel as text.
enum class ValueType {
    Line,   ///< text without line breaks, at most 500 characters
    Text,   ///< text with line breaks, at most 100 000 characters
    Rating, ///< a code of the standard's scale
    Choice, ///< one of the field's fixed codes
    Date,   ///< YYYY-MM-DD
    Code,   ///< a code of the standard's tree or a step code; fixed when the entity is made
    Flag,   ///< "1" or absent
    Set,    ///< any number of the field's fixed codes; each member merges on its own
    Links   ///< as Set, of things that `choices` names: "requirement" by code, "person" by label
};

/// Of one value, or of members that each merge on their own?
constexpr bool isSetType(ValueType type)
{
    return type == ValueType::Set || type == ValueType::Links;
}

/// How two laptops' changes of one field come together (store.md, Journal and merge).
enum class MergeRule {
    Register, ///< both values are kept until somebody resolves
    AddWins   ///< a member added on one side stays although the other side removed it
};

// The registry: every field of every entity, once. A row is
//     X(name, type, audience, choices, label)
// where `name` is at once the C++ name, the column and the name in the journal; `choices` is a blank-separated list of
// codes for Choice and Set, of codes beside the scale's for Rating, and what Links lead to. To add a field: add the
// row, a column in a new migration, and nothing else.
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
    X(deferred_codes,  Text,   Public,  "", "Deferred items left out")

#define ADIT_ANSWER_FIELDS(X) \
    X(requirement,     Code,   Public,  "", "Requirement") \
    X(rating,          Rating, Public,  "", "Rating") \
    X(finding,         Text,   Public,  "", "Finding") \
    X(notes,           Text,   Team,    "", "Notes") \
    X(justification,   Text,   Public,  "", "Justification") \
    X(until,           Date,   Public,  "", "To be rated by") \
    X(sources,         Set,    Public,  "document-company document-third-party observation worker community regulator management", "Sources") \
    X(self_rating,     Rating, Company, "not-relevant", "Self-assessment") \
    X(self_comment,    Text,   Company, "", "Self-assessment, comment") \
    X(previous_rating, Rating, Public,  "not-relevant", "Previous rating")

#define ADIT_RELEVANCE_FIELDS(X) \
    X(node,            Code,   Public,  "", "Chapter, criterion or requirement") \
    X(state,           Choice, Public,  "relevant not-relevant", "Relevance") \
    X(justification,   Text,   Public,  "", "Justification")

#define ADIT_ACTION_FIELDS(X) \
    X(requirement,     Code,   Public,  "", "Requirement") \
    X(text,            Text,   Public,  "", "Planned action") \
    X(due,             Date,   Public,  "", "Due")

#define ADIT_STEP_FIELDS(X) \
    X(step,            Code,   Public,  "", "Step") \
    X(state,           Choice, Public,  "open closed", "State")

#define ADIT_EVIDENCE_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(title,           Line,   Team,    "", "Title") \
    X(medium,          Choice, Team,    "document photo map data recording sample", "Medium") \
    X(source,          Choice, Team,    "document-company document-third-party observation worker community regulator management", "Source") \
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
    X(requirements,    Links,  Team,    "requirement", "Requirements")

#define ADIT_PERSON_FIELDS(X) \
    X(label,           Code,   Team,    "", "Number") \
    X(stakeholder,     Choice, Team,    "worker worker-organisation contractor indigenous community property-owner water-rights asm cso-local cso-regional cso-national regulator-local regulator-state regulator-federal other", "Group") \
    X(place,           Line,   Team,    "", "Place") \
    X(language,        Line,   Team,    "", "Language") \
    X(description,     Text,   Team,    "", "Description")

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
    X(present,         Line,   Team,    "", "Who else was present") \
    X(heard,           Line,   Team,    "", "People heard") \
    X(summary,         Text,   Team,    "", "Summary") \
    X(people,          Links,  Team,    "person", "People") \
    X(requirements,    Links,  Team,    "requirement", "Requirements")
// clang-format on

/// One row of the registry, with its type erased: what storage, journal, merge, search and export work from.
struct FieldInfo
{
    EntityKind kind;
    QLatin1String name;
    ValueType type;
    Audience audience;
    QLatin1String choices; ///< codes separated by blanks
    const char *label;     ///< English; a translation source in context "Field"
    int index;             ///< place within its kind, and in Record

    MergeRule merge() const { return isSetType(type) ? MergeRule::AddWins : MergeRule::Register; }
    bool allows(QStringView choice) const;
};

/// A field as code names it: kind, type and audience are part of its C++ type, so that passing a team field where a
/// public one is wanted does not compile.
template <EntityKind Kind, ValueType Type, Audience Who>
struct Field
{
    static constexpr EntityKind kind = Kind;
    static constexpr ValueType type = Type;
    static constexpr Audience audience = Who;
    int index;
};

// clang-format off
#define ADIT_FIELD_INDEX(name, type, audience, choices, label) name,
#define ADIT_FIELD_TYPED(name, type, audience, choices, label) \
    inline constexpr Field<fieldKind, ValueType::type, Audience::audience> name{static_cast<int>(Index::name)};
#define ADIT_FIELDS_OF(space, entityKind, list) \
    namespace space { \
    inline constexpr EntityKind fieldKind = EntityKind::entityKind; \
    enum class Index { list(ADIT_FIELD_INDEX) count }; \
    list(ADIT_FIELD_TYPED) \
    }
namespace field {
ADIT_FIELDS_OF(details, Details, ADIT_DETAILS_FIELDS)
ADIT_FIELDS_OF(answer, Answer, ADIT_ANSWER_FIELDS)
ADIT_FIELDS_OF(relevance, Relevance, ADIT_RELEVANCE_FIELDS)
ADIT_FIELDS_OF(action, Action, ADIT_ACTION_FIELDS)
ADIT_FIELDS_OF(step, Step, ADIT_STEP_FIELDS)
ADIT_FIELDS_OF(evidence, Evidence, ADIT_EVIDENCE_FIELDS)
ADIT_FIELDS_OF(person, Person, ADIT_PERSON_FIELDS)
ADIT_FIELDS_OF(interview, Interview, ADIT_INTERVIEW_FIELDS)
} // namespace field
#undef ADIT_FIELD_INDEX
#undef ADIT_FIELD_TYPED
#undef ADIT_FIELDS_OF
// clang-format on

/// How a kind is stored, and how its ids come about.
struct KindInfo
{
    EntityKind kind;
    QLatin1String name; ///< table, and name in the journal
    /// The field that says which node or step the entity belongs to, or what people call it ("E-A07"); nothing for
    /// Details.
    std::optional<int> codeField;
    /// True: the id is derived from assessment and code, so two laptops meet on one entity (store.md, File).
    bool derived;
    char labelLetter = 0; ///< how labels of this kind begin ("E"); 0: it has none
};

std::span<const KindInfo> allKinds();
const KindInfo &kindInfo(EntityKind kind);
std::optional<EntityKind> kindFromName(QStringView name);

/// What people call a thing: letter of its kind, letters of the copy of the case that made it (0: "A"), a number that
/// is never given again: "E-A07" (store.md, File).
QString entityLabel(EntityKind kind, int replica, int number);
bool isLabel(EntityKind kind, QStringView text);

/// All fields of a kind, in the order of their index.
std::span<const FieldInfo> fieldsOf(EntityKind kind);
const FieldInfo *findField(EntityKind kind, QStringView name);

template <EntityKind K, ValueType T, Audience A>
const FieldInfo &infoOf(Field<K, T, A> field)
{
    return fieldsOf(K)[static_cast<std::size_t>(field.index)];
}

} // namespace adit
