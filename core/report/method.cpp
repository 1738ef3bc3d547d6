// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/levelwords.h"
#include "core/report/parts.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

namespace adit::report {

namespace {

void addPoints(Part &part, const Context &context)
{
    const Words &words = context.words;
    const std::vector<ScaleStep> &scale = context.assessment.standard.scale();
    addTableLabel(part, context, "method.points");
    Table table(part, context,
                {{words("method.rating"), sheet::textLeft, 240},
                 {words("method.points_each"), sheet::textLeft + 250, sheet::textWidth - 250, pdf::Align::End}},
                textTable());
    const auto add = [&](const Look &look, const QString &points) {
        table.row({context.rated(look, sheet::sans(), 9.2, 240, 14), table.cell(1, points)});
    };
    for (std::size_t i = 0; i < scale.size(); ++i)
        add(context.marks.rating(static_cast<int>(i)), i < context.assessment.score.points.size()
                                                           ? words.digits(context.assessment.score.points[i].toString())
                                                           : words("method.not_counted"));
    add(context.marks.notRelevant(), words("method.not_counted"));
    add(context.marks.rating(std::nullopt), words("method.not_counted"));
}

void addLevels(Part &part, const Context &context)
{
    const Words &words = context.words;
    const Standard &standard = context.assessment.standard;
    addTableLabel(part, context, "method.levels");
    Table table(part, context,
                {{words("method.level"), sheet::textLeft, 72},
                 {words("method.asks"), sheet::textLeft + 80, sheet::textWidth - 80}},
                textTable());
    for (std::size_t i = 0; i < standard.levels().size(); ++i)
        table.row({words.digits(levelName(standard, static_cast<int>(i), words.language())),
                   levelConditions(context, standard.levels()[i]).join(words("list.semicolon"))});
}

void addProvenance(Part &part, const Context &context)
{
    const Words &words = context.words;
    std::vector<std::pair<QString, int>> counts;
    for (std::size_t i = 0; i < context.assessment.requirements.size(); ++i) {
        const QString &confidence = context.assessment.standard.requirement(static_cast<int>(i)).numberingConfidence;
        const auto known = std::ranges::find(counts, confidence, [](const auto &count) { return count.first; });
        if (known == counts.end())
            counts.emplace_back(confidence, 1);
        else
            ++known->second;
    }
    addTableLabel(part, context, "method.numbers");
    Table table(part, context,
                {{words("method.confidence"), sheet::textLeft, 240},
                 {words("method.requirements"), sheet::textLeft + 250, sheet::textWidth - 250, pdf::Align::End}},
                textTable());
    for (const char *confidence : {"certain", "inferred", "probable", "medium", "low", ""}) {
        const auto found = std::ranges::find(counts, QLatin1String(confidence), [](const auto &c) { return c.first; });
        if (found != counts.end())
            table.row({words.named("confidence", found->first.isEmpty() ? QStringLiteral("unknown") : found->first),
                       words.number(found->second)});
    }
    const Standard &standard = context.assessment.standard;
    addNote(part, context,
            words("method.critical_flags", {{"assumed", words.number(standard.assumedCriticalCount())},
                                            {"all", words.number(standard.criticalCount())}}),
            sheet::textLeft, sheet::textWidth);
}

} // namespace

Part methodPart(const Context &context)
{
    const Words &words = context.words;
    const Standard &standard = context.assessment.standard;
    const bool pooled = context.assessment.score.principleRule == PrincipleRule::Pooled;
    Part part{.destination = QStringLiteral("method"), .title = words("method.title")};
    addTitle(part, context, part.title);
    addPoints(part, context);
    addLabelled(part, context, words("method.scores"),
                {words("method.scores_text"), words(pooled ? "method.pooled" : "method.mean")}, sheet::serif());
    addLabelled(part, context, words("method.rounding"), {words("method.rounding_text")}, sheet::serif());
    addLevels(part, context);
    addLabelled(part, context, words("method.status"), {words("method.status_text"), words("method.pending_text")},
                sheet::serif());
    addLabelled(part, context, words("method.relevance"), {words("method.relevance_text")}, sheet::serif());
    addLabelled(part, context, words("method.catalogue"),
                {standard.title().in(words.language()) + QStringLiteral(" (") + standard.qualifiedId() +
                     QStringLiteral("). ") + standard.notice().in(words.language()),
                 words("method.hash", {{"hash", toHex(standard.hash()).left(32)}})},
                sheet::serif());
    addProvenance(part, context);
    addLabelled(part, context, words("method.assumptions"), {words("method.assumptions_text")}, sheet::serif());
    if (context.isAssessed)
        addLabelled(part, context, words("method.edition"),
                    {words(context.edition ? "method.released_text" : "method.edition_text")}, sheet::serif());
    return part;
}

} // namespace adit::report
