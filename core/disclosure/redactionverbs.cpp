// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/redactionverbs.h"

#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/identity/compartment.h"

#include <QtEndian>
#include <algorithm>

namespace adit {

namespace {

Error invalid(const char *field, const QString &value, const QString &expected)
{
    return {ErrorCode::InvalidValue, QLatin1String(field) + QStringLiteral(": ") + value, expected};
}

/// A field of a thing, with what is written there.
struct Place
{
    EntityRef entity;
    const FieldInfo *field;
    QString text;
};

std::vector<Place> placesOf(const CaseView &view, const QString &target, const QString &fieldName)
{
    const auto entity = entityFrom(view.assessment, target);
    const Record *record = entity ? view.assessment.find(entity->kind, entity->id) : nullptr;
    std::vector<Place> places;
    if (!record)
        return places;
    for (const FieldInfo *field : redactableFields(entity->kind))
        if (fieldName.isEmpty() || field->name == fieldName)
            places.push_back({*entity, field, record->text(field->index)});
    return places;
}

QString namesOf(const std::vector<const FieldInfo *> &fields)
{
    QStringList names;
    for (const FieldInfo *field : fields)
        names.append(field->name);
    return names.join(QLatin1Char(' '));
}

Result<std::vector<Place>> findPlaces(const CaseView &view, const RedactionInput &input)
{
    const auto entity = entityFrom(view.assessment, input.target);
    if (!entity || !view.assessment.find(entity->kind, entity->id))
        return invalid("target", input.target, ruleMark(Rule::RedactionTarget));
    const auto fields = redactableFields(entity->kind);
    if (fields.empty())
        return invalid("target", input.target, ruleMark(Rule::RedactionWithTexts));
    std::vector<Place> places = placesOf(view, input.target, input.field);
    if (places.empty())
        return invalid("field", input.field, ruleMark(Rule::NeverWithheld, {namesOf(fields)}));
    if (std::ranges::all_of(places, [](const Place &place) { return place.text.trimmed().isEmpty(); }))
        return invalid("field", input.field, ruleMark(Rule::TextWritten));
    const bool isThere =
        std::ranges::any_of(places, [&](const Place &place) { return place.text.contains(input.passage); });
    if (!isThere)
        return invalid("passage", input.passage, ruleMark(Rule::WordsOfText));
    return places;
}

/// A text from which readers see why something was rated as it is.
bool carriesScore(const Place &place)
{
    return place.field == &infoOf(field::answer::finding) || place.field == &infoOf(field::answer::justification) ||
           place.field == &infoOf(field::relevance::justification) ||
           place.field == &infoOf(field::nonconformity::description);
}

/// Trade secrets do not hide what a score rests on (report.md, Redaction).
Result<> checkCommercial(const RedactionInput &input, const std::vector<Place> &places)
{
    if (input.reason != QLatin1String("C") || std::ranges::none_of(places, carriesScore))
        return {};
    const bool isWhole = input.passage.isEmpty() || std::ranges::any_of(places, [&](const Place &place) {
                             return carriesScore(place) && place.text.simplified() == input.passage.simplified();
                         });
    if (isWhole)
        return invalid("reason", input.reason, ruleMark(Rule::ScoreRestsOnIt));
    if (input.scoreBasis.simplified().isEmpty())
        return invalid("score_basis", {}, ruleMark(Rule::WhyNoScoreRests));
    return {};
}

QByteArray digestOf(const CaseView &view, const Record &record)
{
    QByteArray out = "adit-redaction/1" + view.assessment.id().bytes();
    const auto put = [&](const QString &text) {
        const QByteArray utf8 = text.toUtf8();
        char size[4];
        qToBigEndian(static_cast<quint32>(utf8.size()), size);
        out.append(size, 4).append(utf8);
    };
    using namespace adit::field::redaction;
    for (const QString &text :
         {record[label], record[target], record[field_name], record[passage], record[reason], record[wording],
          record[score_basis], record[asked_by], record[state], record.text(decided.index), record[decided_by],
          record[decision], record.text(review_by.index)})
        put(text);
    for (const Place &place : placesOf(view, record[target], record[field_name])) {
        put(place.field->name);
        put(place.text);
    }
    return toBytes(blake2b(out));
}

bool isGenuine(const CaseView &view, const Record &record)
{
    const auto by = profileIn(view.assessment, record[field::redaction::decided_by]);
    const QByteArray digest = digestOf(view, record);
    return by && record[field::redaction::content] == QString::fromLatin1(digest.toHex()) &&
           isSignedBy(by->signKey, "adit-redaction-decision/1\n" + digest,
                      QByteArray::fromHex(record[field::redaction::signature].toLatin1()));
}

Result<EntityRef> redactionCalled(const CaseView &view, const QString &label)
{
    const auto entity = refByLabel(view.assessment, EntityKind::Redaction, label);
    const Record *record = entity ? view.assessment.find(entity->kind, entity->id) : nullptr;
    if (!record || !record->has(field::redaction::state))
        return invalid("redaction", label, ruleMark(Rule::RedactionNumber));
    return *entity;
}

/// Whoever asked for it does not decide on it.
Result<> checkSecondPerson(const CaseView &view, const Record &record, const PublicProfile &by)
{
    const QString asker = record[field::redaction::asked_by];
    const auto profile = profileIn(view.assessment, asker);
    const bool isSame =
        asker == by.fingerprint() || isSamePerson(profile ? profile->name : asker, by.name) || asker == by.actor();
    if (isSame)
        return Error{ErrorCode::Independence, by.actor(), ruleMark(Rule::AskerDoesNotDecide)};
    return {};
}

int placesIn(const CaseView &view, const Record &record)
{
    const QString passage = record[field::redaction::passage];
    int places = 0;
    for (const Place &place : placesOf(view, record[field::redaction::target], record[field::redaction::field_name]))
        places += passage.isEmpty() ? (place.text.isEmpty() ? 0 : 1) : static_cast<int>(place.text.count(passage));
    return places;
}

RedactionState::State stateOf(const CaseView &view, const Record &record)
{
    const QString state = record[field::redaction::state];
    if (state == QLatin1String("refused"))
        return RedactionState::State::Refused;
    if (state == QLatin1String("withdrawn"))
        return RedactionState::State::Withdrawn;
    if (state == QLatin1String("asked"))
        return RedactionState::State::Asked;
    return isGenuine(view, record) ? RedactionState::State::Approved : RedactionState::State::Fallen;
}

} // namespace

Result<Edit> askRedaction(const CaseView &view, const EntityRef &newRedaction, const RedactionInput &input,
                          const QString &askedBy, const QDate &day)
{
    if (!withheldAs(input.reason))
        return invalid("reason", input.reason, infoOf(field::redaction::reason).choices);
    ADIT_TRY_ASSIGN(const std::vector<Place> places, findPlaces(view, input));
    ADIT_TRY(checkCommercial(input, places));
    if (!input.passage.isEmpty() && input.wording.contains(input.passage, Qt::CaseInsensitive))
        return invalid("wording", input.wording, ruleMark(Rule::WordingSaysIt));
    Draft draft(view, Verb::Redact, input.target);
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
                    {&infoOf(field::redaction::asked_by), askedBy},
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
    ADIT_TRY(checkCounts(view.assessment, by.shown()));
    ADIT_TRY_ASSIGN(const EntityRef entity, redactionCalled(view, label));
    const Record &known = *view.assessment.find(entity.kind, entity.id);
    ADIT_TRY(checkSecondPerson(view, known, by.shown()));
    if (known[field::redaction::state] == QLatin1String("withdrawn"))
        return Error{ErrorCode::NothingToChange, label};
    if (!approves && reason.simplified().isEmpty())
        return invalid("decision", {}, ruleMark(Rule::WhyRefused));
    Draft draft(view, Verb::DecideRedaction, label);
    ADIT_TRY_ASSIGN(Edit introduced, introduce(draft.view(), by.shown()));
    draft.add(std::move(introduced));
    RecordInput decision{
        {{&infoOf(field::redaction::state), approves ? QStringLiteral("approved") : QStringLiteral("refused")},
         {&infoOf(field::redaction::decided), toIso(day)},
         {&infoOf(field::redaction::decided_by), by.shown().fingerprint()},
         {&infoOf(field::redaction::decision), reason}}};
    if (reviewBy)
        decision.values.emplace_back(&infoOf(field::redaction::review_by), toIso(*reviewBy));
    ADIT_TRY_ASSIGN(Edit decided, changeRecord(draft.view(), entity, decision));
    draft.add(std::move(decided));
    const QByteArray digest = digestOf(draft.view(), *draft.view().assessment.find(entity.kind, entity.id));
    const QByteArray signature = by.sign("adit-redaction-decision/1\n" + digest);
    ADIT_TRY_ASSIGN(Edit bound,
                    changeRecord(draft.view(), entity,
                                 {{{&infoOf(field::redaction::content), QString::fromLatin1(digest.toHex())},
                                   {&infoOf(field::redaction::signature), QString::fromLatin1(signature.toHex())}}}));
    draft.add(std::move(bound));
    return draft.edit();
}

Result<Edit> withdrawRedaction(const CaseView &view, const QString &label, const QString &reason, const QDate &day)
{
    ADIT_TRY_ASSIGN(const EntityRef entity, redactionCalled(view, label));
    const Record &known = *view.assessment.find(entity.kind, entity.id);
    if (known[field::redaction::state] == QLatin1String("withdrawn"))
        return Error{ErrorCode::NothingToChange, label};
    Draft draft(view, Verb::Redact, known[field::redaction::target]);
    ADIT_TRY_ASSIGN(Edit withdrawn, changeRecord(draft.view(), entity,
                                                 {{{&infoOf(field::redaction::state), QStringLiteral("withdrawn")},
                                                   {&infoOf(field::redaction::decided), toIso(day)},
                                                   {&infoOf(field::redaction::decision), reason}}}));
    draft.add(std::move(withdrawn));
    return draft.edit();
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
