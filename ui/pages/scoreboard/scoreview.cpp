// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scoreboard/scoreview.h"

#include "core/assessment/ratingrules.h"
#include "ui/words/resultwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace adit {

namespace {

/// The context of what this file says.
class ScoreView
{
    Q_DECLARE_TR_FUNCTIONS(ScoreView)
};

QString ratingOf(const CaseDocument &document, const RequirementCode &code, ScoreSource source)
{
    const Record &answer = document.assessment().answer(code);
    return source == ScoreSource::SelfAssessment ? answer[field::answer::self_rating]
                                                 : answer[field::answer::previous_rating];
}

} // namespace

Scores scoresOf(const CaseDocument &document, ScoreSource source)
{
    if (source == ScoreSource::Audit)
        return {document.ratedItems(), document.scoreCard(), resultStatus(document.view(), document.scoreCard().level),
                resultSentence(document.view(), document.scoreCard().level, document.today())};
    const Standard &standard = document.standard();
    Scores scores{document.ratedItems(), {}, {}, {}};
    for (int ordinal = 0; ordinal < static_cast<int>(scores.items.size()); ++ordinal) {
        const QString rating = ratingOf(document, standard.requirement(ordinal).code, source);
        RatedItem &item = scores.items[static_cast<std::size_t>(ordinal)];
        item.rating = standard.scaleIndex(rating);
        if (rating == QLatin1String("not-relevant") && item.relevance == RelevanceReason::Relevant)
            item.relevance = RelevanceReason::MarkedItself;
    }
    scores.card = score(standard, scores.items);
    scores.status = statusWords(scores.card.level.status);
    scores.sentence = levelLabel(standard, scores.card.level, catalogueLanguage());
    return scores;
}

bool hasRatings(const CaseDocument &document, ScoreSource source)
{
    if (source == ScoreSource::Audit)
        return true;
    if (source == ScoreSource::PreviousAudit && keepsPreviousRatings(document.assessment()))
        return false;
    const Standard &standard = document.standard();
    for (int ordinal = 0; ordinal < static_cast<int>(standard.requirements().size()); ++ordinal) {
        if (!ratingOf(document, standard.requirement(ordinal).code, source).isEmpty())
            return true;
    }
    return false;
}

std::vector<ChartBar> barsOf(const Standard &standard, const std::vector<GroupScore> &groups)
{
    std::vector<ChartBar> bars;
    for (const GroupScore &group : groups) {
        const StandardNode &node = standard.nodes()[static_cast<std::size_t>(group.node)];
        ChartBar bar;
        bar.id = bar.number = node.code.toString();
        bar.label = shortTitle(node);
        bar.relevant = !group.floor.isEmpty();
        bar.floor = group.floor.percent;
        bar.ceiling = group.ceiling.percent;
        if (!group.now.isEmpty() && group.floor.shown != group.ceiling.shown)
            bar.ratedSoFar = group.now.percent;
        bar.figures = intervalWords(group);
        bar.spoken = bar.relevant ? ScoreView::tr("%1 %2: %3 percent, %4 of %5 rated")
                                        .arg(bar.number, title(node), bar.figures)
                                        .arg(group.rated())
                                        .arg(group.relevant)
                                  : ScoreView::tr("%1 %2: not relevant").arg(bar.number, title(node));
        bars.push_back(std::move(bar));
    }
    return bars;
}

std::vector<CriticalRow> criticalRows(const Standard &standard, const Scores &scores)
{
    std::vector<CriticalRow> rows;
    for (const int principle : standard.principles()) {
        const StandardNode &node = standard.nodes()[static_cast<std::size_t>(principle)];
        const auto [first, end] = standard.ordinalsBelow(principle);
        CriticalRow row;
        row.label = node.code.toString() + QLatin1Char(' ') + shortTitle(node);
        std::optional<RequirementCode> chapter;
        int relevant = 0;
        int good = 0;
        for (const int ordinal : scores.card.critical.all) {
            if (ordinal < first || ordinal >= end)
                continue;
            const StandardNode &requirement = standard.requirement(ordinal);
            const RatedItem &item = scores.items[static_cast<std::size_t>(ordinal)];
            const Standing standing = standingOf(standard, item);
            const auto its = requirement.code.parent()->parent();
            row.marks.push_back(
                {requirement.code.toString(), standing.glyph,
                 QStringLiteral("%1 %2: %3").arg(requirement.code.toString(), title(requirement), standing.meaning),
                 chapter && its != chapter});
            chapter = its;
            const auto &below = scores.card.critical.below;
            const bool scored = item.relevance == RelevanceReason::Relevant && item.rating &&
                                standard.scale()[static_cast<std::size_t>(*item.rating)].points;
            relevant += item.relevance == RelevanceReason::Relevant ? 1 : 0;
            good += scored && std::find(below.begin(), below.end(), ordinal) == below.end() ? 1 : 0;
        }
        row.count = ScoreView::tr("%1 of %2").arg(good).arg(relevant);
        if (!row.marks.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ScoreLine> linesOf(const Standard &standard, const ScoreCard &card)
{
    std::vector<ScoreLine> lines;
    const auto add = [&](const GroupScore &group, bool strong) {
        const StandardNode &node = standard.nodes()[static_cast<std::size_t>(group.node)];
        lines.push_back({node.code.toString(), shortTitle(node), group.floor.shown, group.now.shown,
                         group.ceiling.shown, group.rated(), group.unrated, group.deferred, group.notRelevant, strong});
    };
    for (const GroupScore &principle : card.principles) {
        add(principle, true);
        for (const GroupScore &chapter : card.chapters) {
            if (standard.nodes()[static_cast<std::size_t>(chapter.node)].parent == principle.node)
                add(chapter, false);
        }
    }
    return lines;
}

std::vector<double> levelLines(const Standard &standard)
{
    std::vector<double> lines{100};
    for (const LevelRule &level : standard.levels()) {
        if (level.eachPrinciple)
            lines.push_back(level.eachPrinciple->toDouble() * 100);
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

QStringList ladderNames(const Standard &standard)
{
    QStringList names{levelWord(standard, std::nullopt)};
    for (int level = static_cast<int>(standard.levels().size()) - 1; level >= 0; --level)
        names.append(levelWord(standard, level));
    return names;
}

int ladderPlace(const Standard &standard, std::optional<int> level)
{
    return level ? static_cast<int>(standard.levels().size()) - *level : 0;
}

} // namespace adit
