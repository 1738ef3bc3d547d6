// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/fieldlists.h"

#include <QLatin1String>
#include <QStringView>
#include <cstddef>
#include <optional>
#include <span>

namespace adit {

/// The sorts of things a case holds. Each has a table of its own; see `kindInfo()` for the stored names.
enum class EntityKind {
    Details,    ///< the assessment itself: site, kind, dates, words for the report. Once per case
    Answer,     ///< how the mine meets one requirement. Once per requirement
    Relevance,  ///< whether a chapter, criterion or requirement is relevant. Once per node
    Action,     ///< a planned corrective action
    Step,       ///< one step of the process. Once per step
    Evidence,   ///< a document, photo, map or sample that was looked at, with its bytes or without (store.md, Evidence)
    Person,     ///< somebody who was heard, under a pseudonym; who it is stands in the identity compartment alone
    Interview,  ///< a talk with one or several of them
    Milestone,  ///< a dated moment of the process: planned, done, extended. Once per milestone of the standard
    GatePass,   ///< a gate passed by a named person with a reason. Once per gate
    TeamMember, ///< who audits, translates, reviews or decides, with the declaration of interests
    Competence, ///< what shows that a member can audit chapters, and until when
    AuditPlan,  ///< the plan as it stands. Once per case
    PlanIssue,  ///< the plan as it was given out, with a number
    PlanDeviation, ///< what was done otherwise than planned, and why
    VisitStop,     ///< a place of the visit: when it is to be seen, when it was, what was seen
    Meeting,       ///< opening and closing meetings
    Request,       ///< evidence or a clarification asked of the mine
    Announcement,  ///< one publication of the announcement: channel, language, date, proof
    GroupPlan,     ///< how many of a stakeholder group are to be heard. Once per group
    Contact,       ///< an entry of the outreach log
    Concern,       ///< what somebody raised, the answer and what came of it
    Comment,       ///< a reviewer's or the company's comment on the draft
    Nonconformity, ///< raised by the auditor, closed when its correction is seen to work (ISO/IEC 17021-1, 9.4.9-10)
    Waiver,        ///< a requirement set aside for a time
    Complaint,     ///< a complaint or an appeal, with who handles and who decides it
    Profile,       ///< the public part of the profile of somebody who worked on the case. Once per fingerprint
    KeyShare,      ///< a key of the identity compartment, sealed to one holder. Once per key and holder
    Handover,      ///< a parcel that was made: what left the team, to whom
    Reply,         ///< what is said further under a comment
    SignOff,       ///< a chapter that a reviewer signed off as it stood. Once per chapter
    Lock,          ///< what may not be changed for now. Once per node, and once for all
    ReviewMark,    ///< how far somebody has read. Once per reviewer
    Decision,      ///< the decision on the level, signed
    Calibration,   ///< requirements that two auditors rate without knowing of each other
    BlindRating,   ///< one of those ratings
    Redaction,     ///< what is not printed of what is public, and what is printed instead
    PublicPhoto,   ///< a photo that is printed
    PlainText,     ///< the plain-language page. Once per language
    Dismissal,     ///< a find of the name guard that a second person let pass
    Release        ///< what was made public
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
    Link,   ///< one thing of the sort that `choices` names: "requirement" and "chapter" by code, "agenda" by the code
            ///< of a point, a kind ("person") by label
    Links,  ///< as Set, of such things
    Number, ///< digits, at most nine
    Time,   ///< HH:MM
    Sealed  ///< text of the identity compartment, encrypted (core/identity/compartment.h)
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
#define ADIT_FIELDS_OF(kind, space, list, derived, letters) \
    namespace space { \
    inline constexpr EntityKind fieldKind = EntityKind::kind; \
    enum class Index { list(ADIT_FIELD_INDEX) count }; \
    list(ADIT_FIELD_TYPED) \
    }
namespace field {
#ifndef Q_MOC_RUN // moc loses its way in macros that are handed macros, and needs none of this
ADIT_KINDS(ADIT_FIELDS_OF)
#endif
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
    QLatin1String letters; ///< how labels of this kind begin ("E"); empty: it has none

    bool hasLabels() const { return !letters.isEmpty(); }
};

std::span<const KindInfo> allKinds();
const KindInfo &kindInfo(EntityKind kind);
std::optional<EntityKind> kindFromName(QStringView name);

/// The field that says that a thing is gone: evidence and nonconformities stay visible as tombstones, a planned action
/// has lost its text. Nothing for kinds that are never taken away.
const FieldInfo *removalField(EntityKind kind);
/// Whether a value of that field says so.
bool isRemoval(const FieldInfo &field, const std::optional<QString> &value);

/// What people call a thing: letters of its kind, letters of the copy of the case that made it (0: "A", 25: "Z", 26:
/// "AA"), a number that is never given again: "E-A07" (store.md, File).
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
