// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/redactionverbs.h"

#include "core/base/rule.h"
#include "core/disclosure/redactiondecision.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/identity/compartment.h"

#include <algorithm>

namespace adit {

namespace {

Error invalid(const char *field, const QString &value, const QString &expected)
{
    return {ErrorCode::InvalidValue, QLatin1String(field) + QStringLiteral(": ") + value, expected};
}

QString namesOf(const std::vector<const FieldInfo *> &fields)
{
    QStringList names;
    for (const FieldInfo *field : fields)
        names.append(field->name);
    return names.join(QLatin1Char(' '));
}

Result<std::vector<WrittenText>> findPlaces(const CaseView &view, const RedactionInput &input)
{
    const auto entity = entityFrom(view.assessment, input.target);
    if (!entity || targetOf(*entity) != input.target || !view.assessment.find(entity->kind, entity->id))
        return invalid("target", input.target, ruleMark(Rule::RedactionTarget));
    const auto fields = redactableFields(entity->kind);
    if (fields.empty())
        return invalid("target", input.target, ruleMark(Rule::RedactionWithTexts));
    std::vector<WrittenText> places = textsOf(view.assessment, input.target, input.field);
    if (places.empty())
        return invalid("field", input.field, ruleMark(Rule::NeverWithheld, {namesOf(fields)}));
    if (std::ranges::all_of(places, [](const WrittenText &place) { return place.text.trimmed().isEmpty(); }))
        return invalid("field", input.field, ruleMark(Rule::TextWritten));
    const bool isThere =
        std::ranges::any_of(places, [&](const WrittenText &place) { return place.text.contains(input.passage); });
    if (!isThere)
        return invalid("passage", input.passage, ruleMark(Rule::WordsOfText));
    return places;
}

/// Letters that must stay of a text which explains a score: about three words.
constexpr qsizetype leastLeft = 20;

/// A text from which readers see why something was rated as it is.
bool carriesScore(const WrittenText &place)
{
    return place.field == &infoOf(field::answer::finding) || place.field == &infoOf(field::answer::justification) ||
           place.field == &infoOf(field::relevance::justification) ||
           place.field == &infoOf(field::nonconformity::description);
}

RedactionInput inputOf(const Record &record)
{
    return {.target = record[field::redaction::target],
            .field = record[field::redaction::field_name],
            .passage = record[field::redaction::passage],
            .reason = record[field::redaction::reason],
            .scoreBasis = record[field::redaction::score_basis]};
}

/// Trade secrets do not hide what a score rests on (report.md, Redaction).
Result<> checkCommercial(const RedactionInput &input, const std::vector<WrittenText> &texts)
{
    if (input.reason != QLatin1String("C") || std::ranges::none_of(texts, carriesScore))
        return {};
    // What is left beside the passage says nothing any more.
    const bool isWhole = input.passage.isEmpty() || std::ranges::any_of(texts, [&](const WrittenText &text) {
                             return carriesScore(text) && text.text.contains(input.passage) &&
                                    QString(text.text).remove(input.passage).simplified().size() < leastLeft;
                         });
    if (isWhole)
        return invalid("reason", input.reason, ruleMark(Rule::ScoreRestsOnIt));
    if (input.scoreBasis.simplified().isEmpty())
        return invalid("score_basis", {}, ruleMark(Rule::WhyNoScoreRests));
    return {};
}

auto isPartOfMap(const QString &passage)
{
    return [&passage](const WrittenText &text) {
        return text.field == &infoOf(field::details::boundary) && text.text.contains(passage);
    };
}

Result<EntityRef> redactionCalled(const CaseView &view, const QString &label)
{
    const auto entity = refByLabel(view.assessment, EntityKind::Redaction, label);
    const Record *record = entity ? view.assessment.find(entity->kind, entity->id) : nullptr;
    if (!record || !record->has(field::redaction::state))
        return invalid("redaction", label, ruleMark(Rule::RedactionNumber));
    return *entity;
}

/// Where it withholds something, by the very code that does.
int placesIn(const CaseView &view, const Record &record)
{
    const Redactions one({&record});
    int places = 0;
    for (const WrittenText &text :
         textsOf(view.assessment, record[field::redaction::target], record[field::redaction::field_name]))
        for (const TextPiece &piece : one.piecesOf(text.entity, *text.field, text.text))
            places += piece.redaction && !piece.text.isEmpty() ? 1 : 0;
    return places;
}

RedactionState::State stateOf(const CaseView &view, const Record &record)
{
    const QString state = record[field::redaction::state];
    if (state == QLatin1String("asked"))
        return RedactionState::State::Asked;
    if (!isDecisionGenuine(view.assessment, record))
        return RedactionState::State::Fallen;
    return state == QLatin1String("approved")  ? RedactionState::State::Approved
           : state == QLatin1String("refused") ? RedactionState::State::Refused
                                               : RedactionState::State::Withdrawn;
}

/// Decides on it in one of the ways that end the waiting.
Result<Edit> decideOn(const CaseView &view, const QString &label, const QString &state, const QString &reason,
                      const Profile &by, const QDate &day, const std::optional<QDate> &reviewBy)
{
    ADIT_TRY(checkCounts(view.assessment, by.shown()));
    ADIT_TRY_ASSIGN(const EntityRef entity, redactionCalled(view, label));
    const Record &known = *view.assessment.find(entity.kind, entity.id);
    if (isSameAsAsker(view.assessment, known, by.shown()))
        return Error{ErrorCode::Independence, by.shown().actor(), ruleMark(Rule::AskerDoesNotDecide)};
    const bool approves = state == QLatin1String("approved");
    if (!approves && reason.simplified().isEmpty())
        return invalid("decision", {}, ruleMark(Rule::WhyRefused));
    if (approves)
        ADIT_TRY(checkCommercial(inputOf(known), textsOf(view.assessment, known[field::redaction::target],
                                                         known[field::redaction::field_name])));
    Draft draft(view, Verb::DecideRedaction, label);
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), by.shown()));
    draft.add(std::move(introduced));
    RecordInput decision{{{&infoOf(field::redaction::state), state},
                          {&infoOf(field::redaction::decided), toIso(day)},
                          {&infoOf(field::redaction::decided_by), by.shown().fingerprint()},
                          {&infoOf(field::redaction::decision), reason}}};
    if (reviewBy)
        decision.values.emplace_back(&infoOf(field::redaction::review_by), toIso(*reviewBy));
    ADIT_TRY_ASSIGN(Edit decided, changeRecord(draft.view(), entity, decision));
    draft.add(std::move(decided));
    const QByteArray digest =
        decisionDigest(draft.view().assessment, *draft.view().assessment.find(entity.kind, entity.id));
    const QByteArray signature = by.sign(signedDecision(digest));
    ADIT_TRY_ASSIGN(Edit bound,
                    changeRecord(draft.view(), entity,
                                 {{{&infoOf(field::redaction::content), QString::fromLatin1(digest.toHex())},
                                   {&infoOf(field::redaction::signature), QString::fromLatin1(signature.toHex())}}}));
    draft.add(std::move(bound));
    return draft.edit();
}

} // namespace

Result<Edit> askRedaction(const CaseView &view, const EntityRef &newRedaction, const RedactionInput &input,
                          const Profile &askedBy, const QDate &day)
{
    ADIT_TRY(checkCounts(view.assessment, askedBy.shown()));
    if (!withheldAs(input.reason))
        return invalid("reason", input.reason, infoOf(field::redaction::reason).choices);
    if (!input.passage.isEmpty() && input.passage.trimmed().isEmpty())
        return invalid("passage", input.passage, ruleMark(Rule::WordsNotBlanks));
    ADIT_TRY_ASSIGN(const std::vector<WrittenText> places, findPlaces(view, input));
    ADIT_TRY(checkCommercial(input, places));
    if (!input.passage.isEmpty() && std::ranges::any_of(places, isPartOfMap(input.passage)))
        return invalid("passage", input.passage, ruleMark(Rule::MapWhole));
    if (!input.passage.isEmpty() && input.wording.contains(input.passage, Qt::CaseInsensitive))
        return invalid("wording", input.wording, ruleMark(Rule::WordingSaysIt));
    Draft draft(view, Verb::Redact, input.target);
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), askedBy.shown()));
    draft.add(std::move(introduced));
    ADIT_TRY_ASSIGN(
        Edit added,
        addRecord(draft.view(), newRedaction,
                  {{{&infoOf(field::redaction::target), input.target},
                    {&infoOf(field::redaction::field_name), input.field},
                    {&infoOf(field::redaction::passage), input.passage},
                    {&infoOf(field::redaction::reason), input.reason},
                    {&infoOf(field::redaction::wording), input.wording},
                    {&infoOf(field::redaction::score_basis), input.scoreBasis},
                    {&infoOf(field::redaction::asked), toIso(day)},
                    {&infoOf(field::redaction::asked_by), askedBy.shown().fingerprint()},
                    {&infoOf(field::redaction::comment), input.comment},
                    {&infoOf(field::redaction::request), input.request},
                    {&infoOf(field::redaction::review_by), input.reviewBy ? toIso(*input.reviewBy) : QString()},
                    {&infoOf(field::redaction::state), QStringLiteral("asked")}}}));
    draft.add(std::move(added));
    return draft.edit();
}

Result<Edit> decideRedaction(const CaseView &view, const QString &label, bool approves, const QString &reason,
                             const Profile &by, const QDate &day, const std::optional<QDate> &reviewBy)
{
    return decideOn(view, label, approves ? QStringLiteral("approved") : QStringLiteral("refused"), reason, by, day,
                    reviewBy);
}

Result<Edit> withdrawRedaction(const CaseView &view, const QString &label, const QString &reason, const Profile &by,
                               const QDate &day)
{
    return decideOn(view, label, QStringLiteral("withdrawn"), reason, by, day, {});
}

bool RedactionState::isSettled() const
{
    const bool isOver = state == State::Refused || state == State::Withdrawn;
    return isOver || (state == State::Approved && places > 0 && !isDue);
}

std::vector<RedactionState> redactionStates(const CaseView &view, const QDate &day)
{
    std::vector<RedactionState> states;
    for (const Record *record : recordsInOrder(view.assessment, EntityKind::Redaction)) {
        const auto reviewBy = (*record)[field::redaction::review_by];
        states.push_back({record, stateOf(view, *record), placesIn(view, *record), reviewBy && *reviewBy < day});
    }
    return states;
}

} // namespace adit
