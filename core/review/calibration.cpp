// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/calibration.h"

#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/edits/draft.h"
#include "core/edits/recordrules.h"
#include "core/process/team.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace adit {

namespace {

Error invalid(const char *field, const QString &value, const QString &expected)
{
    return {ErrorCode::InvalidValue, QLatin1String(field) + QStringLiteral(": ") + value, expected};
}

QString chapterOf(const QString &requirement)
{
    return requirement.section(QLatin1Char('.'), 0, 1);
}

/// The rating that a rater gave a requirement, with its entity.
std::optional<EntityRef> given(const Assessment &assessment, const QString &calibration, const QString &requirement,
                               const QString &rater)
{
    for (const auto &[id, record] : assessment.records(EntityKind::BlindRating))
        if (record[field::blind_rating::calibration] == calibration &&
            record[field::blind_rating::requirement] == requirement && record[field::blind_rating::rater] == rater)
            return EntityRef{EntityKind::BlindRating, id, record[field::blind_rating::label]};
    return std::nullopt;
}

std::optional<int> ratingOf(const CaseView &view, const QString &calibration, const QString &requirement,
                            const QString &rater)
{
    const auto entity = given(view.assessment, calibration, requirement, rater);
    const Record *record = entity ? view.assessment.find(entity->kind, entity->id) : nullptr;
    return record ? view.standard.scaleIndex((*record)[field::blind_rating::rating]) : std::nullopt;
}

Result<const Record *> calibrationRecord(const CaseView &view, const QString &label)
{
    const Record *record = findByLabel(view.assessment, EntityKind::Calibration, label);
    if (!record || !record->has(field::calibration::drawn))
        return invalid("calibration", label, ruleMark(Rule::CalibrationNumber));
    return record;
}

Result<> checkRater(const CaseView &view, const QString &rater)
{
    const Record *member = findByLabel(view.assessment, EntityKind::TeamMember, rater);
    if (!member || !isOnTeam(*member))
        return invalid("raters", rater, ruleMark(Rule::RaterOnTeam));
    return {};
}

} // namespace

QStringList drawRequirements(const Standard &standard, const std::vector<RatedItem> &items, int count, quint64 seed)
{
    // Within a chapter in an order that follows from the seed; of all chapters the first ones, then the second ones.
    std::map<QString, std::vector<std::pair<QByteArray, QString>>> byChapter;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const QString code = standard.requirement(static_cast<int>(i)).code.toString();
        if (items[i].relevance == RelevanceReason::Relevant)
            byChapter[chapterOf(code)].emplace_back(toBytes(blake2b(QByteArray::number(seed) + ' ' + code.toLatin1())),
                                                    code);
    }
    std::vector<std::tuple<std::size_t, QByteArray, QString>> order;
    for (auto &[chapter, codes] : byChapter) {
        std::ranges::sort(codes);
        for (std::size_t rank = 0; rank < codes.size(); ++rank)
            order.emplace_back(rank, codes[rank].first, codes[rank].second);
    }
    std::ranges::sort(order);
    QStringList drawn;
    for (const auto &[rank, hash, code] : order)
        if (drawn.size() < count)
            drawn.append(code);
    std::ranges::sort(drawn, {}, [](const QString &code) { return RequirementCode::fromString(code); });
    return drawn;
}

Result<Edit> drawCalibration(const CaseView &view, const EntityRef &newCalibration, const QStringList &requirements,
                             const QStringList &raters, const QDate &day)
{
    if (raters.size() != 2 || raters[0] == raters[1])
        return invalid("raters", raters.join(QLatin1Char(' ')), ruleMark(Rule::TwoRaters));
    for (const QString &rater : raters)
        ADIT_TRY(checkRater(view, rater));
    if (requirements.isEmpty())
        return invalid("requirements", {}, ruleMark(Rule::AtLeastOne));
    return addRecord(
        view, newCalibration,
        {{{&infoOf(field::calibration::drawn), toIso(day)}},
         {{&infoOf(field::calibration::requirements), requirements}, {&infoOf(field::calibration::raters), raters}}});
}

Result<Edit> rateBlind(const CaseView &view, const EntityRef &newRating, const BlindInput &input, const QDate &day)
{
    ADIT_TRY_ASSIGN(const Record *calibration, calibrationRecord(view, input.calibration));
    if (calibration->has(field::calibration::opened))
        return invalid("calibration", input.calibration, ruleMark(Rule::CalibrationHidden));
    if (!(*calibration)[field::calibration::requirements].contains(input.requirement))
        return invalid("requirement", input.requirement,
                       (*calibration)[field::calibration::requirements].join(QLatin1Char(' ')));
    if (!(*calibration)[field::calibration::raters].contains(input.rater))
        return invalid("rater", input.rater, (*calibration)[field::calibration::raters].join(QLatin1Char(' ')));
    const auto step = view.standard.scaleIndex(input.rating);
    if (!step || *step >= ratableSteps(view.standard)) {
        QStringList codes;
        for (int i = 0; i < ratableSteps(view.standard); ++i)
            codes.append(view.standard.scale()[static_cast<std::size_t>(i)].code);
        return Error{ErrorCode::UnknownRating, input.rating, codes.join(QLatin1Char(' '))};
    }
    const auto known = given(view.assessment, input.calibration, input.requirement, input.rater);
    return addRecord(view, known.value_or(newRating),
                     {{{&infoOf(field::blind_rating::calibration), input.calibration},
                       {&infoOf(field::blind_rating::requirement), input.requirement},
                       {&infoOf(field::blind_rating::rater), input.rater},
                       {&infoOf(field::blind_rating::rating), input.rating},
                       {&infoOf(field::blind_rating::reason), input.reason},
                       {&infoOf(field::blind_rating::rated), toIso(day)}}});
}

Result<Edit> layOpen(const CaseView &view, const QString &label, const QDate &day)
{
    ADIT_TRY(calibrationRecord(view, label));
    const CalibrationState state = *calibrationOf(view, label);
    if (state.isOpen)
        return Error{ErrorCode::NothingToChange, label};
    QStringList missing;
    for (const RatingPair &pair : state.pairs)
        for (const auto &[rater, rating] :
             {std::pair(state.raters[0], pair.first), std::pair(state.raters[1], pair.second)})
            if (!rating)
                missing.append(rater + QLatin1Char(' ') + pair.requirement);
    if (!missing.isEmpty())
        return invalid("opened", label, ruleMark(Rule::BothRated, {missing.join(QStringLiteral(", "))}));
    return changeRecord(view, *refByLabel(view.assessment, EntityKind::Calibration, label),
                        {{{&infoOf(field::calibration::opened), toIso(day)}}});
}

Result<Edit> noteCalibration(const CaseView &view, const QString &label, const QString &notes)
{
    ADIT_TRY_ASSIGN(const Record *calibration, calibrationRecord(view, label));
    if (!calibration->has(field::calibration::opened))
        return invalid("calibration", label, ruleMark(Rule::CalibrationLaidOpen));
    return changeRecord(view, *refByLabel(view.assessment, EntityKind::Calibration, label),
                        {{{&infoOf(field::calibration::notes), notes}}});
}

const Record *blindRatingOf(const Assessment &assessment, const QString &calibration, const QString &requirement,
                            const QString &rater)
{
    const auto entity = given(assessment, calibration, requirement, rater);
    return entity ? assessment.find(entity->kind, entity->id) : nullptr;
}

bool isStillBlind(const Assessment &assessment, const EntityRef &entity)
{
    if (entity.kind != EntityKind::BlindRating)
        return false;
    const Record *rating = assessment.find(entity.kind, entity.id);
    const Record *calibration =
        rating ? findByLabel(assessment, EntityKind::Calibration, (*rating)[field::blind_rating::calibration])
               : nullptr;
    return !calibration || !calibration->has(field::calibration::opened);
}

void hideBlind(const Assessment &assessment, std::vector<LogEntry> &entries)
{
    for (LogEntry &entry : entries)
        if (isStillBlind(assessment, entry.entity)) {
            entry.before.reset();
            entry.after.reset();
        }
}

Agreement agreementOf(const std::vector<RatingPair> &pairs, int steps)
{
    Agreement agreement;
    const auto count = static_cast<std::size_t>(steps);
    std::vector<double> first(count, 0);
    std::vector<double> second(count, 0);
    double observed = 0;
    double stricter = 0;
    for (const RatingPair &pair : pairs) {
        if (!pair.isWhole())
            continue;
        ++agreement.rated;
        agreement.same += *pair.first == *pair.second ? 1 : 0;
        ++first[static_cast<std::size_t>(*pair.first)];
        ++second[static_cast<std::size_t>(*pair.second)];
        observed += std::abs(*pair.first - *pair.second);
        stricter += *pair.second - *pair.first;
    }
    if (agreement.rated == 0)
        return agreement;
    const double all = agreement.rated;
    double expected = 0;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j)
            expected += std::abs(static_cast<double>(i) - static_cast<double>(j)) * first[i] * second[j] / all;
    agreement.drift = stricter / all;
    // The weights' common divisor, k - 1, is in both sums.
    if (expected > 0)
        agreement.kappa = 1 - observed / expected;
    return agreement;
}

std::vector<RatingPair> CalibrationState::seenBy(const QString &rater) const
{
    std::vector<RatingPair> seen = pairs;
    for (RatingPair &pair : seen) {
        if (!isOpen && rater != raters[0])
            pair.first.reset();
        if (!isOpen && rater != raters[1])
            pair.second.reset();
    }
    return seen;
}

int CalibrationState::ratedBy(const QString &rater) const
{
    return static_cast<int>(std::ranges::count_if(pairs, [&](const RatingPair &pair) {
        return (rater == raters[0] && pair.first) || (rater == raters[1] && pair.second);
    }));
}

bool CalibrationState::isDone() const
{
    return std::ranges::all_of(pairs, &RatingPair::isWhole);
}

std::vector<RatingPair> CalibrationState::ofChapter(const QString &chapter) const
{
    std::vector<RatingPair> some;
    std::ranges::copy_if(pairs, std::back_inserter(some),
                         [&](const RatingPair &pair) { return chapterOf(pair.requirement) == chapter; });
    return some;
}

QStringList CalibrationState::chapters() const
{
    QStringList chapters;
    for (const RatingPair &pair : pairs)
        if (const QString chapter = chapterOf(pair.requirement); !chapters.contains(chapter))
            chapters.append(chapter);
    return chapters;
}

std::optional<CalibrationState> calibrationOf(const CaseView &view, const QString &label)
{
    const Record *record = findByLabel(view.assessment, EntityKind::Calibration, label);
    if (!record || (*record)[field::calibration::raters].size() != 2)
        return std::nullopt;
    CalibrationState state{record, (*record)[field::calibration::raters], {}, record->has(field::calibration::opened)};
    for (const QString &requirement : (*record)[field::calibration::requirements])
        state.pairs.push_back({requirement, ratingOf(view, label, requirement, state.raters[0]),
                               ratingOf(view, label, requirement, state.raters[1])});
    std::ranges::sort(state.pairs, {},
                      [](const RatingPair &pair) { return RequirementCode::fromString(pair.requirement); });
    return state;
}

int ratableSteps(const Standard &standard)
{
    return static_cast<int>(
        std::ranges::count_if(standard.scale(), [](const ScaleStep &step) { return step.points.has_value(); }));
}

} // namespace adit
