// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/followup.h"

#include "core/assessment/ratingrules.h"
#include "core/edits/draft.h"

#include <algorithm>

namespace adit {

namespace {

/// What stays true of a mine from one audit to the next; the new case's own words stay.
const FieldInfo *const lastingDetails[] = {
    &infoOf(field::details::country),    &infoOf(field::details::operator_name), &infoOf(field::details::mine),
    &infoOf(field::details::location),   &infoOf(field::details::materials),     &infoOf(field::details::description),
    &infoOf(field::details::facilities), &infoOf(field::details::out_of_scope),  &infoOf(field::details::audit_firm),
    &infoOf(field::details::holidays),
};

Result<Edit> siteWords(const CaseView &view, const CaseView &previous)
{
    FieldValues values;
    for (const FieldInfo *field : lastingDetails)
        if (!view.assessment.details().has(field->index) && previous.assessment.details().has(field->index))
            values.emplace_back(field, previous.assessment.details().text(field->index));
    // A surveillance gave no ratings: the year and the result that it kept go on.
    const Record &before = previous.assessment.details();
    const auto final = before[field::details::report_date];
    if (keepsPreviousRatings(previous.assessment)) {
        for (const FieldInfo *field :
             {&infoOf(field::details::previous_year), &infoOf(field::details::previous_result)})
            values.emplace_back(field, before.text(field->index));
    } else if (final) {
        values.emplace_back(&infoOf(field::details::previous_year), QString::number(final->year()));
    }
    // What the result of the audit before left out stays left out of it.
    if (keepsPreviousRatings(view.assessment))
        for (const FieldInfo *field :
             {&infoOf(field::details::deferred_left_out), &infoOf(field::details::deferred_codes)})
            values.emplace_back(field, before.text(field->index));
    return describe(view, values);
}

/// Why a rating was put off and until when, where it still is.
Result<> addDeferral(Draft &draft, const Record &before, const RequirementCode &code)
{
    const auto step =
        draft.view().standard.scaleIndex(countingRating(draft.view().assessment, draft.view().assessment.answer(code)));
    if (!step || draft.view().standard.scale()[static_cast<std::size_t>(*step)].points)
        return {};
    const auto until = before[field::answer::until];
    ADIT_TRY_ASSIGN(Edit edit, rate(draft.view(), code.toString(),
                                    {.justification = before[field::answer::justification],
                                     .until = until ? toIso(*until) : QString()}));
    draft.add(std::move(edit));
    return {};
}

Result<> addRatings(Draft &draft, const CaseView &previous)
{
    const Standard &standard = draft.view().standard;
    for (const int index : standard.requirements()) {
        const RequirementCode &code = standard.nodes()[static_cast<std::size_t>(index)].code;
        const RelevanceReason relevance = relevanceOf(previous.assessment, previous.standard, code);
        if (!previous.standard.ordinal(code) || relevance == RelevanceReason::OtherKindOfMine)
            continue;
        const Record &before = previous.assessment.answer(code);
        const QString rating = relevance == RelevanceReason::Relevant ? countingRating(previous.assessment, before)
                                                                      : QStringLiteral("not-relevant");
        if (rating.isEmpty())
            continue;
        ADIT_TRY_ASSIGN(Edit edit, setPreviousRating(draft.view(), code.toString(), rating));
        draft.add(std::move(edit));
        if (keepsPreviousRatings(draft.view().assessment))
            ADIT_TRY(addDeferral(draft, before, code));
    }
    return {};
}

/// What was not relevant is proposed again; it is tested anew.
Result<> addClaims(Draft &draft, const CaseView &previous)
{
    for (const auto &[id, mark] : previous.assessment.records(EntityKind::Relevance)) {
        const auto node = RequirementCode::fromString(mark[field::relevance::node]);
        if (mark[field::relevance::state] != QLatin1String("not-relevant") || !node ||
            !draft.view().standard.find(*node))
            continue;
        // Not by setRelevance(), which a surveillance does not allow: this is the audit before speaking.
        const EntityRef ref = draft.view().assessment.relevanceRef(*node);
        ADIT_TRY_ASSIGN(Edit edit, EditBuilder(draft.view(), Verb::SetRelevance, node->toString())
                                       .set(ref, field::relevance::state, QStringLiteral("not-relevant"))
                                       .set(ref, field::relevance::justification, mark[field::relevance::justification])
                                       .build());
        draft.add(std::move(edit));
    }
    return {};
}

bool isOpen(const Record &nonconformity)
{
    return !nonconformity.isBlank() && !nonconformity.has(field::nonconformity::withdrawn) &&
           nonconformity[field::nonconformity::state] != QLatin1String("verified");
}

QStringList knownRequirements(const Record &nonconformity, const Standard &standard)
{
    QStringList known;
    for (const QString &requirement : nonconformity[field::nonconformity::requirements])
        if (const auto code = RequirementCode::fromString(requirement); code && standard.ordinal(*code))
            known.append(requirement);
    return known;
}

/// Everything but its number, its evidence (which stays with the case before) and its label's links.
RecordInput copyOf(const Record &nonconformity, const QStringList &requirements)
{
    RecordInput input;
    for (const FieldInfo &field : fieldsOf(EntityKind::Nonconformity))
        if (field.type != ValueType::Code && !isSetType(field.type) && nonconformity.has(field.index))
            input.values.emplace_back(&field, nonconformity.text(field.index));
    input.sets.emplace_back(&infoOf(field::nonconformity::requirements), requirements);
    return input;
}

Result<> addAction(Draft &draft, const Record &action, const QString &nonconformity, const QString &requirement,
                   const EntityId &id)
{
    const auto code = RequirementCode::fromString(requirement);
    const EntityRef entity = Assessment::actionRef(id, *code);
    EditBuilder builder(draft.view(), Verb::Plan, nonconformity);
    if (!nonconformity.isEmpty())
        builder.set(entity, infoOf(field::action::nonconformity), nonconformity);
    for (const FieldInfo *field : {&infoOf(field::action::text), &infoOf(field::action::due),
                                   &infoOf(field::action::owner), &infoOf(field::action::done)})
        builder.set(entity, *field, action.text(field->index));
    ADIT_TRY_ASSIGN(Edit edit, builder.build());
    draft.add(std::move(edit));
    return {};
}

Result<> addNonconformities(Draft &draft, const CaseView &previous,
                            const std::function<EntityRef(EntityKind)> &newEntity,
                            const std::function<EntityId()> &newId)
{
    for (const auto &[id, nonconformity] : previous.assessment.records(EntityKind::Nonconformity)) {
        const QStringList requirements = knownRequirements(nonconformity, draft.view().standard);
        if (!isOpen(nonconformity) || requirements.isEmpty())
            continue;
        const EntityRef entity = newEntity(EntityKind::Nonconformity);
        const QString label = nonconformity[field::nonconformity::label];
        // Actions first: the state of their nonconformity asks for them.
        for (const auto &[actionId, action] : previous.assessment.records(EntityKind::Action))
            if (action[field::action::nonconformity] == label)
                ADIT_TRY(addAction(draft, action, entity.code, requirements.front(), newId()));
        ADIT_TRY_ASSIGN(Edit edit, addRecord(draft.view(), entity, copyOf(nonconformity, requirements)));
        draft.add(std::move(edit));
    }
    return {};
}

/// The plan whose progress a surveillance looks at, and which the result of the audit before rests on: dated actions
/// that belong to no nonconformity, or to one that is closed.
Result<> addPlan(Draft &draft, const CaseView &previous, const std::function<EntityId()> &newId)
{
    QSet<QString> open;
    for (const auto &[id, nonconformity] : previous.assessment.records(EntityKind::Nonconformity))
        if (isOpen(nonconformity))
            open.insert(nonconformity[field::nonconformity::label]);
    for (const auto &[id, action] : previous.assessment.records(EntityKind::Action)) {
        const QString requirement = action[field::action::requirement];
        const auto code = RequirementCode::fromString(requirement);
        const bool isDated = action.has(field::action::text) && action.has(field::action::due);
        if (isDated && code && draft.view().standard.ordinal(*code) &&
            !open.contains(action[field::action::nonconformity]))
            ADIT_TRY(addAction(draft, action, {}, requirement, newId()));
    }
    return {};
}

} // namespace

Result<Edit> takeOver(const CaseView &view, const CaseView &previous,
                      const std::function<EntityRef(EntityKind)> &newEntity, const std::function<EntityId()> &newId)
{
    Draft draft(view, Verb::Import, QStringLiteral("previous"));
    ADIT_TRY_ASSIGN(Edit words, siteWords(view, previous));
    draft.add(std::move(words));
    ADIT_TRY(addRatings(draft, previous));
    ADIT_TRY(addClaims(draft, previous));
    ADIT_TRY(addNonconformities(draft, previous, newEntity, newId));
    if (keepsPreviousRatings(view.assessment))
        ADIT_TRY(addPlan(draft, previous, newId));
    return draft.edit();
}

} // namespace adit
