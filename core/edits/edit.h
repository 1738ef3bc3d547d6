// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace adit {

/// What somebody meant to do. Stored in the journal by code, put into words where shown.
enum class Verb {
    Create, ///< a new assessment; not undone
    Rate,
    Justify,
    WriteFinding,
    WriteNotes,
    NameSources,
    SelfAssess,
    SetPrevious, ///< rating of the audit before
    SetRelevance,
    Plan,
    Describe, ///< site, dates, words for the report
    SetStep,
    AddEvidence,
    AddPerson,
    AddInterview,
    Add,    ///< anything else that people list by its label
    Change, ///< of such a thing
    SetMilestone,
    PassGate,
    ShareIdentities, ///< a key of the identity compartment goes to one more person
    Introduce,       ///< somebody's public profile comes into the case
    Revoke,          ///< a profile counts no more
    HandOver,        ///< a parcel was made
    Comment,         ///< a reviewer's, the mine's or the scheme's word, an answer, or that it is settled
    SignOff,         ///< a chapter is signed off, or no longer
    MarkRead,        ///< how far somebody has read
    Lock,            ///< nobody changes it for now
    Unlock,
    Decide, ///< on the level
    Redact, ///< a passage is not to be printed, or is again
    DecideRedaction,
    PassName, ///< what the name guard found is let pass
    Release,
    Import,
    Undo,
    Redo,
    Resolve, ///< one value in the place of several that people gave without knowing of each other
    Merge    ///< what came in from another copy: no edit of its own, but the history shows it as one
};
QString verbCode(Verb verb);
std::optional<Verb> verbFromCode(const QString &code);

/// One field that is to have another value.
struct Change
{
    EntityRef entity;
    const FieldInfo *field;
    QString member;               ///< for sets: which member
    std::optional<QString> value; ///< nothing clears; for members: anything adds, nothing removes
};

/// An intent, checked and spelled out as changes. Made by the functions below, carried out by CaseDocument::apply().
struct Edit
{
    Verb verb;
    QString subject;
    std::vector<Change> changes;
    std::vector<QByteArray> contents =
        {}; ///< bytes that the values name by their SHA-256; stored with them or not at all
};

/// What an edit is made against.
struct CaseView
{
    const Standard &standard;
    const Assessment &assessment;
};

/// Collects changes, each checked for its field: text clean and short enough, dates and codes valid. Empty text clears.
/// Changes that say what is already so are left out: an edit without changes is legal and does nothing.
class EditBuilder
{
public:
    EditBuilder(const CaseView &view, Verb verb, QString subject);

    template <EntityKind K, ValueType T, Audience A>
    EditBuilder &set(const EntityRef &entity, Field<K, T, A> field, const QString &value)
    {
        static_assert(!isSetType(T) && T != ValueType::Code);
        return set(entity, infoOf(field), value);
    }
    template <EntityKind K, Audience A>
    EditBuilder &set(const EntityRef &entity, Field<K, ValueType::Set, A> field, const QStringList &members)
    {
        return setMembers(entity, infoOf(field), members);
    }
    template <EntityKind K, Audience A>
    EditBuilder &set(const EntityRef &entity, Field<K, ValueType::Links, A> field, const QStringList &members)
    {
        return setMembers(entity, infoOf(field), members);
    }
    EditBuilder &set(const EntityRef &entity, const FieldInfo &field, const QString &value);
    EditBuilder &setMembers(const EntityRef &entity, const FieldInfo &field, const QStringList &members);
    /// The edit, or the first error found.
    Result<Edit> build();

private:
    const CaseView m_view;
    Edit m_edit;
    std::optional<Error> m_error;
};

/// What is said of a link that leads nowhere.
Error linkError(const FieldInfo &field, const QString &member);
/// A value as it would be stored, or why it cannot be.
Result<std::optional<QString>> checkedValue(const FieldInfo &field, const Standard &standard, const QString &value);

/// Everything a rating may come with. Absent members stay as they are; present but empty ones are cleared.
struct RatingInput
{
    std::optional<QString> rating = {}; ///< code of the scale; empty clears the rating
    std::optional<QString> finding = {};
    std::optional<QString> notes = {};
    std::optional<QString> justification = {};
    std::optional<QString> until = {}; ///< YYYY-MM-DD
    std::optional<QStringList> sources = {};
};

// The verbs. Unknown codes and missing companions (a justification, a date) are errors.

/// A rating that needs a justification or a date must come with it, or have it already.
Result<Edit> rate(const CaseView &view, const QString &requirement, const RatingInput &input);
/// Marks a chapter, criterion or requirement. Not relevant needs a justification, given or there already.
Result<Edit> setRelevance(const CaseView &view, const QString &node, bool relevant,
                          const std::optional<QString> &justification);
/// A rating as people and sheets write it: a code of the scale, or "not-relevant", which marks the node instead and
/// takes the justification with it. Rating a requirement that was itself marked not relevant takes the mark back.
/// Chapters and criteria can only be "not-relevant" (cli.md, Sheets).
Result<Edit> assess(const CaseView &view, const QString &node, RatingInput input);
Result<Edit> selfAssess(const CaseView &view, const QString &requirement, const QString &rating,
                        const std::optional<QString> &comment);
Result<Edit> setPreviousRating(const CaseView &view, const QString &requirement, const QString &rating);
/// The planned action of a requirement: changes its first one, or makes one with `newId`. Both texts empty clears it.
Result<Edit> plan(const CaseView &view, const QString &requirement, const EntityId &newId,
                  const std::optional<QString> &text, const std::optional<QString> &due);
/// Rates a requirement anew after something was verified in the early correction: both ratings are kept (process.md,
/// step 6). `basis` says what was verified. Error NothingToChange where nothing was rated before.
Result<Edit> rateAnew(const CaseView &view, const QString &requirement, const RatingInput &input, const QString &basis,
                      const QDate &day);
/// Site, dates and words for the report, by field.
Result<Edit> describe(const CaseView &view, const std::vector<std::pair<const FieldInfo *, QString>> &values);
/// The decision maker decides with what is deferred now left out; the requirements are named with the reason, so that
/// one deferred later is not left out with them (scoring.md, Status). Another wording leaves them as they are; an empty
/// reason takes the decision back. NothingToChange where nothing is deferred.
Result<Edit> leaveOutDeferred(const CaseView &view, const QString &reason);

/// Values of fields of one entity.
using FieldValues = std::vector<std::pair<const FieldInfo *, QString>>;
/// What an entity comes with, or is changed to. What is not named stays as it is; empty clears.
struct RecordInput
{
    FieldValues values = {};
    std::vector<std::pair<const FieldInfo *, QStringList>> sets = {}; ///< fields of set types
};
/// What one piece of evidence may hold: a case is one file that has to be copied and handed over.
inline constexpr qint64 evidenceLimit = qint64(1024) * 1024 * 1024;
/// The bytes of a piece of evidence.
struct EvidenceFile
{
    QString name; ///< as the mine or the team called it
    QString mime;
    QByteArray bytes;
};

// Things that people list: evidence, people, meetings, nonconformities and so on. Entities for new ones come from
// CaseDocument::newEntity() or, where there is one for each code, from Assessment::derivedRef(). The whole of what the
// entity will be is checked (checkRecord() in recordrules.h), so that no half of an input gets by.

/// Error InvalidValue names the field and what was expected, Independence who and why.
Result<Edit> addRecord(const CaseView &view, const EntityRef &entity, const RecordInput &input);
Result<Edit> changeRecord(const CaseView &view, const EntityRef &entity, const RecordInput &input);
/// The corrective action of a nonconformity, for the first of its requirements. Absent texts stay as they are.
Result<Edit> planCorrection(const CaseView &view, const QString &nonconformity, const QString &requirement,
                            const EntityId &newId, const std::optional<QString> &text,
                            const std::optional<QString> &due);
/// What was looked at: taken with its bytes, seen at a place, or deferred to the visit.
Result<Edit> addEvidence(const CaseView &view, const EntityRef &evidence, RecordInput input,
                         const std::optional<EvidenceFile> &file);
/// Opens or closes a step on a day. Whether it may be is for its gates to say (core/process/processverbs.h).
Result<Edit> setStep(const CaseView &view, const QString &step, bool open, const QDate &day);

/// A requirement by its code as typed. Error UnknownRequirement.
Result<RequirementCode> requirementFrom(const Standard &standard, const QString &code);

/// Adds what `addition` changes and brings, as one undo step. Later changes of the same field win.
void append(Edit &edit, Edit addition);

} // namespace adit
