// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/ratingrules.h"
#include "core/assessment/sitemap.h"
#include "core/base/rule.h"
#include "core/edits/edit.h"

#include <algorithm>
#include <utility>

namespace adit {

namespace {

/// The value a field will have once the edit is done.
template <typename FieldType>
bool willHave(const std::optional<QString> &given, const Record &record, FieldType field)
{
    return given ? !given->trimmed().isEmpty() : record.has(field);
}

/// One word for what was done, from what was given.
Verb verbFor(const RatingInput &input)
{
    if (input.rating)
        return Verb::Rate;
    if (input.finding)
        return Verb::WriteFinding;
    if (input.notes)
        return Verb::WriteNotes;
    return input.sources ? Verb::NameSources : Verb::Justify;
}

/// A deferral needs its reason and its date, now and for as long as it stands (scoring.md).
Result<> checkCompanions(const CaseView &view, const RequirementCode &requirement, const RatingInput &input)
{
    const Record &answer = view.assessment.answer(requirement);
    const QString rating = input.rating ? input.rating->trimmed() : answer[field::answer::rating];
    const auto step = view.standard.scaleIndex(rating);
    if (!step)
        return {};
    const ScaleStep &scale = view.standard.scale()[static_cast<std::size_t>(*step)];
    if (scale.needsJustification && !willHave(input.justification, answer, field::answer::justification))
        return Error{ErrorCode::MissingJustification, requirement.toString()};
    if (scale.needsUntil && !willHave(input.until, answer, field::answer::until))
        return Error{ErrorCode::MissingUntil, requirement.toString()};
    return {};
}

QStringList deferredCodes(const CaseView &view)
{
    QStringList codes;
    for (const int index : view.standard.requirements()) {
        const RequirementCode &code = view.standard.nodes()[static_cast<std::size_t>(index)].code;
        const auto step = view.standard.scaleIndex(countingRating(view.assessment, view.assessment.answer(code)));
        if (step && !view.standard.scale()[static_cast<std::size_t>(*step)].points)
            codes.append(code.toString());
    }
    return codes;
}

Result<> checkHolidays(const QString &text)
{
    for (const QString &line : text.split(QLatin1Char('\n')))
        if (const QString day = line.trimmed(); !day.isEmpty() && !dateFromIso(day))
            return Error{ErrorCode::InvalidDate,
                         QString(infoOf(field::details::holidays).name) + QLatin1String(": ") + day};
    return {};
}

/// A map is kept as a map: without what its file held besides.
Result<QString> mapChecked(const FieldInfo &field, const QString &value)
{
    if (&field != &infoOf(field::details::boundary) || value.trimmed().isEmpty())
        return value;
    ADIT_TRY_ASSIGN(const SiteMap map, SiteMap::fromGeoJson(value.toUtf8()));
    return QString::fromUtf8(map.thinned().toGeoJson());
}

/// Field and value, as they are stored.
QString said(const FieldInfo &field, const QString &value)
{
    return QString(field.name) + QLatin1String(": ") + value;
}

Error noNewScores(const FieldInfo &field, const QString &value)
{
    return {ErrorCode::InvalidValue, said(field, value), ruleMark(Rule::RatedStays)};
}

/// A rating that is to change must be one that may (process.md, N2). Taking one back that should not be there is free.
Result<> checkMayRate(const CaseView &view, const RequirementCode &requirement, const std::optional<QString> &given)
{
    const QString rating = given.value_or(QString()).trimmed();
    if (!rating.isEmpty() && rating != view.assessment.answer(requirement)[field::answer::rating] &&
        isRatingKept(view.assessment, view.standard, requirement))
        return noNewScores(infoOf(field::answer::rating), rating);
    return {};
}

/// What changes while the early correction is open says what was verified, and keeps the rating before (process.md,
/// step 6).
Result<> checkRatedBefore(const CaseView &view, const RequirementCode &requirement, const std::optional<QString> &given)
{
    const QString before = view.assessment.answer(requirement)[field::answer::rating];
    if (given && !before.isEmpty() && given->trimmed() != before && isResultPostponed(view.assessment, view.standard))
        return Error{ErrorCode::InvalidValue, said(infoOf(field::answer::rating), given->trimmed()),
                     ruleMark(Rule::RatedAnewOnly, {earlyCorrection(view.standard)->code})};
    return {};
}

/// Everything of rate() but the rules of the early correction.
Result<Edit> rateFreely(const CaseView &view, const RequirementCode &code, const RatingInput &input)
{
    const EntityRef answer = view.assessment.answerRef(code);
    EditBuilder builder(view, verbFor(input), code.toString());
    if (input.rating)
        builder.set(answer, field::answer::rating, *input.rating);
    if (input.finding)
        builder.set(answer, field::answer::finding, *input.finding);
    if (input.notes)
        builder.set(answer, field::answer::notes, *input.notes);
    if (input.justification)
        builder.set(answer, field::answer::justification, *input.justification);
    if (input.until)
        builder.set(answer, field::answer::until, *input.until);
    if (input.sources)
        builder.set(answer, field::answer::sources, *input.sources);
    ADIT_TRY_ASSIGN(Edit edit, builder.build());
    ADIT_TRY(checkCompanions(view, code, input));
    ADIT_TRY(checkMayRate(view, code, input.rating));
    return edit;
}

} // namespace

Result<RequirementCode> requirementFrom(const Standard &standard, const QString &code)
{
    const auto parsed = RequirementCode::fromString(code);
    if (!parsed || !standard.ordinal(*parsed))
        return Error{ErrorCode::UnknownRequirement, code};
    return *parsed;
}

Result<Edit> rate(const CaseView &view, const QString &requirement, const RatingInput &input)
{
    ADIT_TRY_ASSIGN(const RequirementCode code, requirementFrom(view.standard, requirement));
    ADIT_TRY_ASSIGN(Edit edit, rateFreely(view, code, input));
    ADIT_TRY(checkRatedBefore(view, code, input.rating));
    return edit;
}

Result<Edit> setRelevance(const CaseView &view, const QString &node, bool relevant,
                          const std::optional<QString> &justification)
{
    const auto code = RequirementCode::fromString(node);
    if (!code || !view.standard.find(*code) || code->level() == NodeLevel::Principle)
        return Error{ErrorCode::UnknownNode, node, QStringLiteral("chapter criterion requirement")};
    const Record &mark = view.assessment.relevance(*code);
    if (!relevant && !willHave(justification, mark, field::relevance::justification))
        return Error{ErrorCode::MissingJustification, node};
    const QString state = relevant ? QStringLiteral("relevant") : QStringLiteral("not-relevant");
    // Unmarked is relevant.
    const bool isOut = mark[field::relevance::state] == QLatin1String("not-relevant");
    if (relevant == isOut && keepsPreviousRatings(view.assessment))
        return noNewScores(infoOf(field::relevance::state), state);
    const EntityRef ref = view.assessment.relevanceRef(*code);
    EditBuilder builder(view, Verb::SetRelevance, node);
    builder.set(ref, field::relevance::state, state);
    if (justification)
        builder.set(ref, field::relevance::justification, *justification);
    return builder.build();
}

Result<Edit> assess(const CaseView &view, const QString &node, RatingInput input)
{
    const bool notRelevant = input.rating && input.rating->trimmed() == QLatin1String("not-relevant");
    if (!notRelevant) {
        ADIT_TRY_ASSIGN(const RequirementCode code, requirementFrom(view.standard, node));
        ADIT_TRY_ASSIGN(Edit edit, rate(view, node, input));
        const QString mark = view.assessment.relevance(code)[field::relevance::state];
        if (input.rating && mark == QLatin1String("not-relevant")) {
            ADIT_TRY_ASSIGN(Edit unmark, setRelevance(view, node, true, std::nullopt));
            append(edit, std::move(unmark));
        }
        return edit;
    }
    ADIT_TRY_ASSIGN(Edit edit, setRelevance(view, node, false, std::exchange(input.justification, std::nullopt)));
    input.rating.reset();
    if (input.finding || input.notes || input.until || input.sources) {
        ADIT_TRY_ASSIGN(Edit texts, rate(view, node, input));
        append(edit, std::move(texts));
    }
    return edit;
}

Result<Edit> selfAssess(const CaseView &view, const QString &requirement, const QString &rating,
                        const std::optional<QString> &comment)
{
    ADIT_TRY_ASSIGN(const RequirementCode code, requirementFrom(view.standard, requirement));
    const EntityRef answer = view.assessment.answerRef(code);
    EditBuilder builder(view, Verb::SelfAssess, requirement);
    builder.set(answer, field::answer::self_rating, rating);
    if (comment)
        builder.set(answer, field::answer::self_comment, *comment);
    return builder.build();
}

Result<Edit> setPreviousRating(const CaseView &view, const QString &requirement, const QString &rating)
{
    ADIT_TRY_ASSIGN(const RequirementCode code, requirementFrom(view.standard, requirement));
    return EditBuilder(view, Verb::SetPrevious, requirement)
        .set(view.assessment.answerRef(code), field::answer::previous_rating, rating)
        .build();
}

Result<Edit> plan(const CaseView &view, const QString &requirement, const EntityId &newId,
                  const std::optional<QString> &text, const std::optional<QString> &due)
{
    ADIT_TRY_ASSIGN(const RequirementCode code, requirementFrom(view.standard, requirement));
    const std::vector<EntityId> existing = view.assessment.actionsOf(code);
    const EntityRef action = Assessment::actionRef(existing.empty() ? newId : existing.front(), code);
    EditBuilder builder(view, Verb::Plan, requirement);
    if (text)
        builder.set(action, field::action::text, *text);
    if (due)
        builder.set(action, field::action::due, *due);
    return builder.build();
}

Result<Edit> rateAnew(const CaseView &view, const QString &requirement, const RatingInput &input, const QString &basis,
                      const QDate &day)
{
    ADIT_TRY_ASSIGN(const RequirementCode code, requirementFrom(view.standard, requirement));
    ADIT_TRY(checkMayRate(view, code, input.rating));
    const Record &answer = view.assessment.answer(code);
    if (!answer.has(field::answer::rating))
        return Error{ErrorCode::NothingToChange, ruleMark(Rule::NotRatedBefore, {requirement})};
    if (basis.trimmed().isEmpty())
        return Error{ErrorCode::MissingJustification, requirement};
    const ProcessStep *correction = earlyCorrection(view.standard);
    if (correction && !isResultPostponed(view.assessment, view.standard))
        return Error{ErrorCode::InvalidValue, said(infoOf(field::answer::rerated), toIso(day)),
                     ruleMark(Rule::StepOpenFirst, {correction->code})};
    ADIT_TRY_ASSIGN(Edit whole, rateFreely(view, code, input));
    const EntityRef ref = view.assessment.answerRef(code);
    EditBuilder builder(view, Verb::Rate, requirement);
    if (!answer.has(field::answer::first_rating))
        builder.set(ref, field::answer::first_rating, answer[field::answer::rating]);
    builder.set(ref, field::answer::rerated, toIso(day)).set(ref, field::answer::rerated_basis, basis);
    ADIT_TRY_ASSIGN(Edit kept, builder.build());
    append(whole, std::move(kept));
    return whole;
}

Result<Edit> describe(const CaseView &view, const std::vector<std::pair<const FieldInfo *, QString>> &values)
{
    EditBuilder builder(view, Verb::Describe, {});
    for (const auto &[field, value] : values) {
        if (field == &infoOf(field::details::holidays))
            ADIT_TRY(checkHolidays(value));
        ADIT_TRY_ASSIGN(const QString stored, mapChecked(*field, value));
        builder.set(view.assessment.detailsRef(), *field, stored);
    }
    return builder.build();
}

Result<Edit> leaveOutDeferred(const CaseView &view, const QString &reason)
{
    const EntityRef details = view.assessment.detailsRef();
    const bool decides = !reason.trimmed().isEmpty();
    EditBuilder builder(view, Verb::Describe, {});
    builder.set(details, field::details::deferred_left_out, reason);
    // Another wording of the reason is no other decision.
    if (decides && view.assessment.details().has(field::details::deferred_codes))
        return builder.build();
    const QStringList codes = decides ? deferredCodes(view) : QStringList();
    if (decides && codes.isEmpty())
        return Error{ErrorCode::NothingToChange, ruleMark(Rule::NothingDeferred)};
    return builder.set(details, field::details::deferred_codes, codes.join(QLatin1Char(' '))).build();
}

Result<Edit> setStep(const CaseView &view, const QString &step, bool open, const QDate &day)
{
    if (!view.standard.process().step(step))
        return Error{ErrorCode::UnknownNode, step, QStringLiteral("step")};
    const EntityRef ref = view.assessment.stepRef(step);
    EditBuilder builder(view, Verb::SetStep, step);
    builder.set(ref, field::step::state, open ? QStringLiteral("open") : QStringLiteral("closed"));
    if (open)
        builder.set(ref, field::step::opened, toIso(day)).set(ref, field::step::closed, QString());
    else
        builder.set(ref, field::step::closed, toIso(day));
    return builder.build();
}

} // namespace adit
