// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "core/assessment/ratingrules.h"
#include "core/process/earlycorrection.h"
#include "core/scoring/scorecard.h"
#include "core/standard/standardrules.h"

#include <QJsonArray>

namespace adit::cli {

namespace {

struct ScoreOptions
{
    std::string path, points, principle;
    const CLI::Option *hasPoints = nullptr;
};

/// "1,3/4,1/2,0": one value for each scored step, falling from 1.
Result<std::vector<Fraction>> pointsFrom(const std::string &text, const Standard &standard)
{
    std::vector<Fraction> points;
    for (const QString &part : fromUtf8(text).split(QLatin1Char(','))) {
        const auto value = Fraction::fromString(part.trimmed());
        const bool falls = value && (points.empty() ? *value == Fraction(1, 1) : *value < points.back());
        if (!falls)
            return Error{ErrorCode::InvalidNumber, QStringLiteral("--points \"%1\"").arg(part),
                         QStringLiteral("values falling from 1, such as 1,3/4,1/2,0")};
        points.push_back(*value);
    }
    std::size_t scored = 0;
    for (const ScaleStep &step : standard.scale())
        scored += step.points.has_value();
    if (points.size() != scored)
        return Error{ErrorCode::InvalidNumber, QStringLiteral("--points ") + fromUtf8(text),
                     QStringLiteral("%1 values").arg(scored)};
    if (!arePointsComputable(points))
        return Error{ErrorCode::InvalidNumber, QStringLiteral("--points ") + fromUtf8(text),
                     QStringLiteral("a common denominator of at most a million")};
    return points;
}

QJsonObject shareJson(const Share &share)
{
    return {{QStringLiteral("got"), share.got.toDouble()},
            {QStringLiteral("possible"), share.possible},
            {QStringLiteral("percent"), share.isEmpty() ? QJsonValue() : QJsonValue(share.percent)},
            {QStringLiteral("shown"), share.isEmpty() ? QJsonValue() : QJsonValue(share.shown)}};
}

QJsonObject groupJson(const Standard &standard, const GroupScore &group)
{
    QJsonObject object = shareJson(group.now);
    QJsonObject ratings;
    for (std::size_t i = 0; i < group.ratings.size(); ++i)
        if (standard.scale()[i].points)
            ratings.insert(standard.scale()[i].code, group.ratings[i]);
    object.insert(QStringLiteral("id"), standard.nodes()[static_cast<std::size_t>(group.node)].code.toString());
    object.insert(QStringLiteral("ratings"), ratings);
    object.insert(QStringLiteral("not_relevant"), group.notRelevant);
    object.insert(QStringLiteral("deferred"), group.deferred);
    object.insert(QStringLiteral("unrated"), group.unrated);
    object.insert(QStringLiteral("floor"), shareJson(group.floor));
    object.insert(QStringLiteral("ceiling"), shareJson(group.ceiling));
    return object;
}

QJsonArray codes(const Standard &standard, const std::vector<int> &ordinals)
{
    QJsonArray list;
    for (const int ordinal : ordinals)
        list.append(standard.requirement(ordinal).code.toString());
    return list;
}

QString listed(const Standard &standard, const std::vector<int> &ordinals)
{
    QStringList list;
    for (const int ordinal : ordinals)
        list.append(standard.requirement(ordinal).code.toString());
    return list.join(QStringLiteral(", "));
}

QString words(const Standard &standard, const LevelReason &reason)
{
    using Kind = LevelReason::Kind;
    const QString level = reason.level >= 0 ? levelName(standard, reason.level, QStringLiteral("en")) : QString();
    const QString principle =
        reason.node >= 0 ? standard.nodes()[static_cast<std::size_t>(reason.node)].code.toString() : QString();
    switch (reason.kind) {
    case Kind::PrinciplesReach:
        return QStringLiteral("Every principle scores at least %1 %: the lowest is principle %2, %3 %.")
            .arg(level, principle, reason.shown);
    case Kind::CriticalsReach:
        return QStringLiteral("Each of the %1 relevant critical requirements is at least substantially met.")
            .arg(reason.count);
    case Kind::PlansComplete:
        return QStringLiteral("Each of the %1 critical requirements not fully met has a dated corrective action.")
            .arg(reason.count);
    case Kind::RequirementsReach:
        return QStringLiteral("Each of the %1 relevant requirements is fully met.").arg(reason.count);
    case Kind::EverythingRated:
        return QStringLiteral("Every relevant requirement has been assessed.");
    case Kind::PrincipleBelow:
        return QStringLiteral("Not %1: principle %2 scores %3 %.").arg(level, principle, reason.shown);
    case Kind::CriticalsBelow:
        return QStringLiteral("Not %1: critical requirements below substantially met: %2.")
            .arg(level, listed(standard, reason.ordinals));
    case Kind::PlansMissing:
        return QStringLiteral("Not %1: no dated corrective action for critical requirements %2.")
            .arg(level, listed(standard, reason.ordinals));
    case Kind::RequirementsBelow:
        return QStringLiteral("Not %1: %2 requirements are not fully met.").arg(level).arg(reason.count);
    case Kind::Unrated:
        return QStringLiteral("%1 relevant requirements are not rated yet.").arg(reason.count);
    case Kind::DeferredDecides:
        return QStringLiteral("%1 deferred requirements decide: %2.")
            .arg(reason.count)
            .arg(listed(standard, reason.ordinals));
    case Kind::DeferredLeftOut:
        return QStringLiteral("Decided with deferred requirements left out: %1.")
            .arg(listed(standard, reason.ordinals));
    case Kind::Postponed:
        return QStringLiteral("Early corrective action is open; what follows is a preview, of the ratings as they are "
                              "now.");
    case Kind::NothingScored:
        return QStringLiteral("Nothing is scored, so there is no level.");
    }
    return {};
}

QJsonValue levelJson(const Standard &standard, std::optional<int> level)
{
    return level ? QJsonValue(standard.levels()[static_cast<std::size_t>(*level)].code) : QJsonValue();
}

QString statusWord(LevelStatus status)
{
    switch (status) {
    case LevelStatus::Final:
        return QStringLiteral("final");
    case LevelStatus::Pending:
        return QStringLiteral("pending");
    case LevelStatus::Provisional:
        break;
    }
    return QStringLiteral("provisional");
}

/// What is said of the result, with what stands behind it.
struct Said
{
    QString label;
    std::optional<QDate> postponedUntil;
    QString asOf; ///< year of the audit whose ratings these are, in a surveillance
};

QString resultLabel(const Standard &standard, const LevelResult &level, const Said &said, bool isSurveillance,
                    const QString &language)
{
    QString label = levelLabel(standard, level, language);
    if (level.isPostponed) {
        const QString now = level.floor == level.ceiling ? levelName(standard, level.floor, language)
                                                         : QStringLiteral("between %1 and %2")
                                                               .arg(levelName(standard, level.floor, language),
                                                                    levelName(standard, level.ceiling, language));
        return QStringLiteral("Result postponed: early corrective action %1. As rated now: %2.")
            .arg(said.postponedUntil ? QStringLiteral("until ") + toIso(*said.postponedUntil)
                                     : QStringLiteral("is under way"),
                 now);
    }
    if (isSurveillance)
        return QStringLiteral("A surveillance gives no new scores. As of the audit %1: %2")
            .arg(said.asOf.isEmpty() ? QStringLiteral("before") : QStringLiteral("of ") + said.asOf, label);
    return label;
}

Said saidOf(const CaseDocument &document, const LevelResult &level, const QDate &today, const QString &language)
{
    const CaseView view = document.view();
    Said said;
    said.postponedUntil = correctionEnds(view, scheduleOf(view, today));
    const bool isSurveillance = keepsPreviousRatings(view.assessment);
    if (isSurveillance)
        said.asOf = view.assessment.details()[field::details::previous_year];
    said.label = resultLabel(view.standard, level, said, isSurveillance, language) + QLatin1Char(' ') +
                 levelQualification(view.standard, language);
    return said;
}

QJsonObject levelObject(const Standard &standard, const LevelResult &level, const Said &said)
{
    QJsonArray reasons;
    for (const LevelReason &reason : level.reasons)
        reasons.append(words(standard, reason));
    return {{QStringLiteral("achieved"), levelJson(standard, level.achieved)},
            {QStringLiteral("label"), said.label},
            {QStringLiteral("status"), statusWord(level.status)},
            {QStringLiteral("floor"), levelJson(standard, level.floor)},
            {QStringLiteral("ceiling"), levelJson(standard, level.ceiling)},
            {QStringLiteral("postponed"), level.isPostponed},
            {QStringLiteral("postponed_until"),
             said.postponedUntil ? QJsonValue(toIso(*said.postponedUntil)) : QJsonValue()},
            {QStringLiteral("as_of"), said.asOf.isEmpty() ? QJsonValue() : QJsonValue(said.asOf)},
            {QStringLiteral("reasons"), reasons}};
}

QJsonObject criticalJson(const Standard &standard, const CriticalScore &critical)
{
    QJsonObject object{{QStringLiteral("relevant"), critical.relevant},
                       {QStringLiteral("below"), codes(standard, critical.below)},
                       {QStringLiteral("unrated"), codes(standard, critical.unrated)},
                       {QStringLiteral("deferred"), codes(standard, critical.deferred)},
                       {QStringLiteral("without_plan"), codes(standard, critical.withoutPlan)}};
    for (std::size_t i = 0; i < standard.scale().size(); ++i)
        if (standard.scale()[i].points)
            object.insert(standard.scale()[i].code, critical.ratings[i]);
    return object;
}

QJsonObject scoreJson(const Standard &standard, const ScoreCard &card, const Said &said)
{
    QJsonObject points;
    for (std::size_t i = 0; i < card.points.size(); ++i)
        points.insert(standard.scale()[i].code, card.points[i].toString());
    QJsonArray principles;
    for (const GroupScore &group : card.principles)
        principles.append(groupJson(standard, group));
    QJsonArray chapters;
    for (const GroupScore &group : card.chapters)
        chapters.append(groupJson(standard, group));
    const bool mean = card.principleRule == PrincipleRule::MeanOfChapters;
    return {{QStringLiteral("standard"), standard.qualifiedId()},
            {QStringLiteral("points"), points},
            {QStringLiteral("principle_rule"), mean ? QStringLiteral("mean") : QStringLiteral("pooled")},
            {QStringLiteral("level"), levelObject(standard, card.level, said)},
            {QStringLiteral("principles"), principles},
            {QStringLiteral("chapters"), chapters},
            {QStringLiteral("critical"), criticalJson(standard, card.critical)}};
}

void sayGroup(const Standard &standard, const GroupScore &group, const Console &console)
{
    const StandardNode &node = standard.nodes()[static_cast<std::size_t>(group.node)];
    const QString figure = group.relevant == 0   ? QStringLiteral("not relevant")
                           : group.now.isEmpty() ? QStringLiteral("not rated")
                                                 : QStringLiteral("%1 %").arg(group.now.shown, 5);
    console.say(QStringLiteral("%1 %2 %3  %4 of %5 rated")
                    .arg(node.code.toString(), -4)
                    .arg(node.title.in(console.language), -58)
                    .arg(figure, 12)
                    .arg(group.rated(), 3)
                    .arg(group.relevant, 3));
}

void sayScore(const Standard &standard, const ScoreCard &card, const Said &said, const Console &console)
{
    console.say(said.label);
    for (const LevelReason &reason : card.level.reasons)
        console.say(QStringLiteral("  - ") + words(standard, reason));
    console.say({});
    for (const GroupScore &group : card.principles)
        sayGroup(standard, group, console);
    console.say({});
    for (const GroupScore &group : card.chapters)
        sayGroup(standard, group, console);
}

int runScore(const ScoreOptions &options, const Console &console)
{
    const auto document = openCase(options.path, console);
    if (!document)
        return console.fail(document.error());
    const Standard &standard = (*document)->standard();
    ScoringOptions scoring;
    if (options.hasPoints->count() > 0) {
        const auto points = pointsFrom(options.points, standard);
        if (!points)
            return console.fail(points.error());
        scoring.points = *points;
    }
    if (!options.principle.empty())
        scoring.principleRule = options.principle == "mean" ? PrincipleRule::MeanOfChapters : PrincipleRule::Pooled;
    scoring.isPostponed = isResultPostponed((*document)->assessment(), standard);
    const ScoreCard card = score(standard, (*document)->ratedItems(), scoring);
    const QDate today = todayOf(**document, console);
    const Said said = saidOf(**document, card.level, today, console.language);
    sayScore(standard, card, said, console);
    console.answer(scoreJson(standard, card, said));
    return Done;
}

} // namespace

void addScoreCommand(CLI::App &program, Action &chosen)
{
    auto options = std::make_shared<ScoreOptions>();
    CLI::App *command = program.add_subcommand("score", "Level, principles, chapters and criticals");
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    options->hasPoints =
        command->add_option("--points", options->points, "Another point table, best rating first: 1,3/4,1/2,0");
    command->add_option("--principle", options->principle, "pooled or mean")->check(CLI::IsMember({"pooled", "mean"}));
    command->footer("Example: adit-cli score mine.adit --points 1,2/3,1/3,0");
    command->callback(
        [&chosen, options] { chosen = [options](const Console &console) { return runScore(*options, console); }; });
}

} // namespace adit::cli
