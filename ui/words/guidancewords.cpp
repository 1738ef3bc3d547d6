// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/guidancewords.h"

#include <QCoreApplication>

namespace adit {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GuidanceWords)
};

std::vector<GuidanceItem> lines(const LocalText &text, const QString &language)
{
    std::vector<GuidanceItem> items;
    for (const QString &line : text.in(language).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        items.push_back({.text = line});
    return items;
}

std::vector<GuidanceItem> ratings(const Standard &standard, const Guidance &guidance, const QString &language)
{
    std::vector<GuidanceItem> items;
    for (std::size_t i = 0; i < guidance.ratings.size(); ++i) {
        const ScaleStep &step = standard.scale()[i];
        items.push_back({glyphFromName(step.glyph), step.word.in(language), guidance.ratings[i].in(language)});
    }
    return items;
}

std::vector<GuidanceItem> terms(const Guidance &guidance, const QString &language)
{
    std::vector<GuidanceItem> items;
    for (const GuidanceTerm &term : guidance.terms)
        items.push_back({.lead = term.term.in(language), .text = term.meaning.in(language)});
    return items;
}

} // namespace

std::vector<GuidanceSection> guidanceSections(const Standard &standard, const StandardNode &node,
                                              const QString &language)
{
    const Guidance &guidance = node.guidance;
    std::vector<GuidanceSection> sections{
        {QStringLiteral("look-for"), Words::tr("What to look for"), lines(guidance.lookFor, language)},
        {QStringLiteral("signs"), Words::tr("Signs of trouble"), lines(guidance.signs, language)},
        {QStringLiteral("ratings"), Words::tr("What each rating means"), ratings(standard, guidance, language)},
        {QStringLiteral("relevance-test"), Words::tr("Testing a claim that it is not relevant"),
         lines(guidance.relevanceTest, language)},
        {QStringLiteral("terms"), Words::tr("Terms"), terms(guidance, language)}};
    std::erase_if(sections, [](const GuidanceSection &section) { return section.items.empty(); });
    return sections;
}

QString purposeWords(const StandardNode &node, const QString &language)
{
    for (const LocalText *text : {&node.statement, &node.guidance.intent, &node.guidance.objective})
        if (!text->isEmpty())
            return text->in(language);
    return {};
}

} // namespace adit
