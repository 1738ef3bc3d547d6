// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standardsearch.h"

#include <QStringList>
#include <algorithm>

namespace adit {

namespace {

/// Without accents and capitals.
QString folded(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD))
        if (c.category() != QChar::Mark_NonSpacing)
            out.append(c);
    return out.toCaseFolded();
}

QStringList textsOf(const StandardNode &node, const QString &language)
{
    QStringList texts{node.title.in(language), node.shortTitle.in(language), node.statement.in(language),
                      node.relevanceRule.in(language)};
    for (const GuidanceText &text : guidanceTexts)
        texts.append((node.guidance.*text.member).in(language));
    for (const GuidanceTerm &term : node.guidance.terms)
        texts.append({term.term.in(language), term.meaning.in(language)});
    for (const LocalText &rating : node.guidance.ratings)
        texts.append(rating.in(language));
    texts.append(node.guidance.tags);
    return texts;
}

bool isNumber(const QString &word)
{
    return std::ranges::all_of(word, [](QChar c) { return c.isDigit() || c == QLatin1Char('.'); });
}

} // namespace

StandardSearch::StandardSearch(const Standard &standard, const QString &language)
{
    m_entries.reserve(standard.nodes().size());
    for (const StandardNode &node : standard.nodes())
        m_entries.push_back({node.code.toString(), folded(textsOf(node, language).join(QLatin1Char('\n')))});
}

bool StandardSearch::matches(const Entry &entry, const QString &word)
{
    if (isNumber(word) && (entry.code == word || entry.code.startsWith(word + QLatin1Char('.')) ||
                           (word.endsWith(QLatin1Char('.')) && entry.code.startsWith(word))))
        return true;
    return entry.text.contains(word);
}

std::vector<bool> StandardSearch::find(const QString &query) const
{
    const QStringList words = folded(query.simplified()).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<bool> found;
    found.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        found.push_back(std::ranges::all_of(words, [&](const QString &word) { return matches(entry, word); }));
    return found;
}

} // namespace adit
