// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/foldedtext.h"
#include "core/guard/quasiidentifiers.h"

#include <QHash>
#include <algorithm>

namespace adit {

using namespace guard;

namespace {

/// A text as numbers, one a word, so that words compare quickly.
struct Words
{
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> from;
    std::vector<std::uint32_t> to;
    std::vector<int> weights; ///< two for a word, one for a character
};

std::uint64_t keyOf(QByteArrayView letters, char32_t character)
{
    std::uint64_t key = 1469598103934665603ULL ^ character;
    for (const char letter : letters)
        key = (key ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    return key;
}

Words wordsOf(const QString &text)
{
    const FoldedText folded(text, false);
    Words words;
    for (const Word &word : folded.words()) {
        words.keys.push_back(keyOf(folded.letters(word), word.character));
        words.from.push_back(word.from);
        words.to.push_back(word.to);
        words.weights.push_back(word.kind == LetterKind::Unspaced ? 1 : 2);
    }
    return words;
}

/// Calls back with each run of wordsOfQuote words: its hash, and the index of its first word.
template <typename Callback>
void eachRun(const Words &words, Callback callback)
{
    constexpr std::uint64_t base = 0x9E3779B97F4A7C15ULL;
    std::uint64_t highest = 1;
    for (int i = 1; i < wordsOfQuote; ++i)
        highest *= base;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < words.keys.size(); ++i) {
        if (i >= wordsOfQuote)
            hash -= words.keys[i - wordsOfQuote] * highest;
        hash = hash * base + words.keys[i];
        if (i + 1 >= wordsOfQuote)
            callback(hash, i + 1 - wordsOfQuote);
    }
}

struct Run
{
    std::size_t interview;
    std::size_t word;
};

std::size_t commonWords(const Words &a, std::size_t atA, const Words &b, std::size_t atB)
{
    std::size_t count = 0;
    while (atA + count < a.keys.size() && atB + count < b.keys.size() && a.keys[atA + count] == b.keys[atB + count])
        ++count;
    return count;
}

} // namespace

std::vector<ExactQuote> exactQuotes(const std::vector<GuardedText> &texts, const std::vector<GuardedText> &interviews)
{
    std::vector<Words> said;
    said.reserve(interviews.size());
    QHash<std::uint64_t, Run> runs; // where one stands twice, the first place is enough
    for (std::size_t i = 0; i < interviews.size(); ++i) {
        said.push_back(wordsOf(interviews[i].text));
        eachRun(said.back(), [&](std::uint64_t hash, std::size_t word) {
            if (!runs.contains(hash))
                runs.insert(hash, {i, word});
        });
    }
    std::vector<ExactQuote> quotes;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Words words = wordsOf(texts[i].text);
        std::size_t past = 0; // words that a quote has taken
        eachRun(words, [&](std::uint64_t hash, std::size_t word) {
            const auto run = runs.constFind(hash);
            if (word < past || run == runs.constEnd())
                return;
            const Words &source = said[run->interview];
            const std::size_t count = commonWords(words, word, source, run->word);
            int weight = 0;
            for (std::size_t w = word; w < word + count; ++w)
                weight += words.weights[w];
            if (weight < 2 * wordsOfQuote)
                return;
            past = word + count;
            quotes.push_back({texts[i].place, i, words.from[word], qsizetype(words.to[past - 1]) - words.from[word],
                              run->interview, source.from[run->word]});
        });
    }
    return quotes;
}

} // namespace adit
