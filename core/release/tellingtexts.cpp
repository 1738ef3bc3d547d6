// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/tellingtexts.h"

#include "core/guard/quasiidentifiers.h"

#include <algorithm>

namespace adit {

namespace {

/// As the case calls them: a stop of the visit, where somebody was heard, the parts of the location.
QStringList placesOf(const Assessment &assessment)
{
    const Record &details = assessment.details();
    QStringList places = details[field::details::location].split(QLatin1Char(','));
    places.append(details[field::details::site]);
    for (const auto &[id, stop] : assessment.records(EntityKind::VisitStop))
        places.append(stop[field::visit_stop::name]);
    for (const auto &[id, interview] : assessment.records(EntityKind::Interview))
        places.append(interview[field::interview::place]);
    for (QString &place : places)
        place = place.simplified();
    places.removeAll(QString());
    places.removeDuplicates();
    return places;
}

std::vector<GuardedText> guarded(const std::vector<OutgoingText> &texts)
{
    std::vector<GuardedText> guarded;
    guarded.reserve(texts.size());
    for (const OutgoingText &text : texts)
        guarded.push_back({text.place(), text.text});
    return guarded;
}

std::vector<GuardedText> interviewsOf(const Assessment &assessment)
{
    std::vector<GuardedText> interviews;
    for (const auto &[id, interview] : assessment.records(EntityKind::Interview))
        if (interview.has(field::interview::summary))
            interviews.push_back({interview[field::interview::label], interview[field::interview::summary]});
    return interviews;
}

QStringList toldBy(const TellingSentence &sentence)
{
    QStringList tells;
    for (const auto &[isTold, what] : {std::pair(sentence.hasRole, "role"), std::pair(sentence.hasGender, "gender"),
                                       std::pair(sentence.hasPlace, "place"), std::pair(sentence.hasDate, "date")})
        if (isTold)
            tells.append(QLatin1String(what));
    return tells;
}

} // namespace

std::vector<TellingText> tellingTexts(const Assessment &assessment, Reader reader)
{
    const std::vector<OutgoingText> texts = outgoingTexts(assessment, reader);
    const std::vector<GuardedText> readable = guarded(texts);
    const std::vector<GuardedText> interviews = interviewsOf(assessment);
    std::vector<std::pair<std::size_t, TellingText>> found;
    for (const TellingSentence &sentence : tellingSentences(readable, placesOf(assessment)))
        found.emplace_back(sentence.text, TellingText{.kind = TellingText::Kind::Sentence,
                                                      .text = texts[sentence.text],
                                                      .from = sentence.from,
                                                      .length = sentence.length,
                                                      .tells = toldBy(sentence)});
    for (const ExactQuote &quote : exactQuotes(readable, interviews))
        found.emplace_back(quote.text, TellingText{.kind = TellingText::Kind::Quote,
                                                   .text = texts[quote.text],
                                                   .from = quote.from,
                                                   .length = quote.length,
                                                   .interview = interviews[quote.interview].place});
    std::ranges::stable_sort(found, {}, &std::pair<std::size_t, TellingText>::first);
    std::vector<TellingText> telling;
    telling.reserve(found.size());
    for (auto &[index, text] : found)
        telling.push_back(std::move(text));
    return telling;
}

} // namespace adit
