// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/levelwords.h"

namespace adit::report {

namespace {

using Kind = LevelReason::Kind;

QString levelOf(const Context &context, int level)
{
    return context.words.digits(levelName(context.assessment.standard, level, context.words.language()));
}

QString stepLabel(const Context &context, std::optional<int> step)
{
    return step ? context.marks.rating(step).word : QString();
}

const LevelRule &ruleOf(const Context &context, const LevelReason &reason)
{
    return context.assessment.standard.levels()[static_cast<std::size_t>(reason.level)];
}

QString thresholdOf(const LevelRule &rule)
{
    const double percent = rule.eachPrinciple ? 100 * rule.eachPrinciple->toDouble() : 100;
    return QString::number(percent, 'g', 4);
}

QString sentence(const Context &context, const LevelReason &reason)
{
    const Words &words = context.words;
    const QString level = reason.level >= 0 ? levelOf(context, reason.level) : QString();
    const QString principle = reason.node >= 0 ? context.node(reason.node).code.toString() : QString();
    switch (reason.kind) {
    case Kind::PrinciplesReach:
        return words("reason.principles_reach", {{"threshold", words.percent(thresholdOf(ruleOf(context, reason)))},
                                                 {"principle", principle},
                                                 {"score", words.percent(reason.shown)}});
    case Kind::CriticalsReach:
        return words.counted("reason.criticals_reach", reason.count,
                             {{"rating", stepLabel(context, ruleOf(context, reason).criticalFloor)}});
    case Kind::PlansComplete:
        return words.counted("reason.plans_complete", reason.count,
                             {{"rating", stepLabel(context, ruleOf(context, reason).planBelow)}});
    case Kind::RequirementsReach:
        return words.counted("reason.requirements_reach", reason.count,
                             {{"rating", stepLabel(context, ruleOf(context, reason).everyRequirement)}});
    case Kind::EverythingRated:
        return words("reason.everything_rated");
    case Kind::PrincipleBelow:
        return {};
    case Kind::CriticalsBelow:
        return words.counted("reason.criticals_below", reason.count,
                             {{"level", level},
                              {"rating", stepLabel(context, ruleOf(context, reason).criticalFloor)},
                              {"codes", codeList(context, reason.ordinals)}});
    case Kind::PlansMissing:
        return words.counted("reason.plans_missing", reason.count,
                             {{"level", level}, {"codes", codeList(context, reason.ordinals)}});
    case Kind::RequirementsBelow:
        return words.counted("reason.requirements_below", reason.count, {{"level", level}});
    case Kind::Unrated:
        return words.counted("reason.unrated", reason.count,
                             {{"all", words.number(context.assessment.score.whole.relevant)}});
    case Kind::DeferredDecides:
        return words.counted("reason.deferred_decides", reason.count, {{"codes", codeList(context, reason.ordinals)}});
    case Kind::DeferredLeftOut:
        return words.counted("reason.deferred_left_out", reason.count, {{"codes", codeList(context, reason.ordinals)}});
    case Kind::Postponed:
        return words("reason.postponed");
    case Kind::NothingScored:
        return words("reason.nothing_scored");
    }
    return {};
}

QString principlesBelow(const Context &context, const std::vector<const LevelReason *> &reasons)
{
    const Words &words = context.words;
    QStringList principles;
    for (const LevelReason *reason : reasons)
        principles.append(words("reason.principle", {{"principle", context.node(reason->node).code.toString()},
                                                     {"score", words.percent(reason->shown)}}));
    return words.counted("reason.principles_below", static_cast<int>(reasons.size()),
                         {{"level", levelOf(context, reasons.front()->level)}, {"principles", words.list(principles)}});
}

} // namespace

QString resultLabel(const Context &context)
{
    const Words &words = context.words;
    const LevelResult &level = context.assessment.score.level;
    if (level.isPostponed)
        return words("result.postponed");
    QString label = words.digits(levelLabel(context.assessment.standard, level, words.language()));
    if (!isSurveillance(context.assessment))
        return label;
    if (context.assessment.score.whole.rated() == 0)
        return words("result.surveillance");
    return words("result.as_of", {{"when", previousAudit(context)}}) + QLatin1Char(' ') + label;
}

QString previousAudit(const Context &context)
{
    const QString year = *context.assessment.details.previousYear;
    return year.isEmpty() ? context.words("audit.before")
                          : context.words("audit.of_year", {{"year", context.words.digits(year)}});
}

QString codeList(const Context &context, const std::vector<int> &ordinals, int most)
{
    QStringList codes;
    for (const int ordinal : ordinals) {
        if (codes.size() == most && static_cast<int>(ordinals.size()) > most + 1) {
            codes.append(context.words.counted("more", static_cast<int>(ordinals.size()) - most));
            break;
        }
        codes.append(context.assessment.standard.requirement(ordinal).code.toString());
    }
    return context.words.list(codes);
}

QStringList reasonSentences(const Context &context)
{
    QStringList out;
    std::vector<const LevelReason *> below;
    for (const LevelReason &reason : context.assessment.score.level.reasons) {
        if (reason.kind == Kind::PrincipleBelow) {
            below.push_back(&reason);
            continue;
        }
        if (!below.empty())
            out.append(principlesBelow(context, below));
        below.clear();
        out.append(sentence(context, reason));
    }
    if (!below.empty())
        out.append(principlesBelow(context, below));
    return out;
}

QStringList levelConditions(const Context &context, const LevelRule &level)
{
    const Words &words = context.words;
    QStringList out;
    if (level.eachPrinciple)
        out.append(words("level.each_principle", {{"threshold", words.percent(thresholdOf(level))}}));
    if (level.criticalFloor)
        out.append(words("level.critical_floor", {{"rating", stepLabel(context, level.criticalFloor)}}));
    if (level.planBelow)
        out.append(words("level.plan_below", {{"rating", stepLabel(context, level.planBelow)}}));
    if (level.everyRequirement)
        out.append(words("level.every_requirement", {{"rating", stepLabel(context, level.everyRequirement)}}));
    if (out.isEmpty())
        out.append(words("level.assessed"));
    return out;
}

} // namespace adit::report
