// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/similarity.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <tuple>
#include <utility>

namespace adit {

namespace {

/// A word without regard to case, and where it stands in its text.
struct Word
{
    QString folded;
    qsizetype from;
    qsizetype end;
};

/// Words of letters and digits; each Han or kana character is one, since nothing stands between them.
std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    qsizetype from = -1;
    const auto add = [&](qsizetype end) {
        if (from >= 0)
            words.push_back({text.mid(from, end - from).toCaseFolded(), from, end});
        from = -1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isAlone = c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana ||
                             c.script() == QChar::Script_Katakana;
        if (isAlone || !c.isLetterOrNumber())
            add(i);
        if (isAlone) {
            from = i;
            add(i + 1);
        } else if (c.isLetterOrNumber() && from < 0) {
            from = i;
        }
    }
    add(text.size());
    return words;
}

/// Of each run of words of a text, in order.
std::vector<size_t> runsOf(const std::vector<Word> &words)
{
    std::vector<size_t> runs;
    runs.reserve(words.size());
    for (std::size_t at = 0; at + wordsOfRun <= words.size(); ++at) {
        QString run;
        for (std::size_t i = at; i < at + wordsOfRun; ++i)
            run += words[i].folded + QLatin1Char(' ');
        runs.push_back(qHash(run));
    }
    return runs;
}

struct Finding
{
    QString requirement;
    bool isEarlier;
    QSet<size_t> runs;
};

void addFindings(const std::vector<FindingText> &texts, bool isEarlier, std::vector<Finding> &findings)
{
    for (const auto &[requirement, text] : texts) {
        const std::vector<Word> words = wordsOf(text);
        if (words.size() < fewestWords)
            continue;
        const std::vector<size_t> runs = runsOf(words);
        findings.push_back({requirement, isEarlier, {runs.begin(), runs.end()}});
    }
}

using Counts = QHash<std::pair<std::size_t, std::size_t>, int>;

/// How many runs two findings have in common, for each two that have any.
Counts sharedRuns(const std::vector<Finding> &findings, const std::function<bool()> &goesOn)
{
    QHash<size_t, std::vector<std::size_t>> having; // a run of words, and the findings that have it
    for (std::size_t i = 0; i < findings.size(); ++i)
        for (const size_t run : findings[i].runs)
            having[run].push_back(i);
    Counts shared;
    for (const auto &those : std::as_const(having)) {
        if (goesOn && !goesOn())
            return shared;
        for (std::size_t a = 0; a < those.size(); ++a)
            for (std::size_t b = a + 1; b < those.size() && !findings[those[a]].isEarlier; ++b)
                ++shared[{those[a], those[b]}];
    }
    return shared;
}

} // namespace

std::vector<FindingText> findingTexts(const Assessment &assessment)
{
    std::vector<FindingText> texts;
    for (const auto &[id, answer] : assessment.records(EntityKind::Answer))
        if (answer.has(field::answer::finding))
            texts.push_back({answer[field::answer::requirement], answer[field::answer::finding]});
    std::ranges::sort(texts, {},
                      [](const FindingText &finding) { return RequirementCode::fromString(finding.requirement); });
    return texts;
}

std::vector<SimilarFindings> similarFindings(const std::vector<FindingText> &texts,
                                             const std::vector<FindingText> &earlier,
                                             const std::function<bool()> &goesOn)
{
    std::vector<Finding> findings;
    addFindings(texts, false, findings);
    addFindings(earlier, true, findings);
    const Counts shared = sharedRuns(findings, goesOn);
    std::vector<SimilarFindings> similar;
    for (auto at = shared.keyValueBegin(); at != shared.keyValueEnd(); ++at) {
        const Finding &a = findings[at->first.first];
        const Finding &b = findings[at->first.second];
        const double share = double(at->second) / double(std::min(a.runs.size(), b.runs.size()));
        if (share >= similarFrom)
            similar.push_back({a.requirement, b.requirement, b.isEarlier, share});
    }
    std::ranges::sort(similar, [](const SimilarFindings &a, const SimilarFindings &b) {
        const auto place = [](const SimilarFindings &pair) {
            return std::tuple(-pair.share, RequirementCode::fromString(pair.requirement), pair.isEarlier,
                              RequirementCode::fromString(pair.other));
        };
        return place(a) < place(b);
    });
    return similar;
}

std::vector<SharedPiece> sharedPieces(const QString &text, const QString &other)
{
    const std::vector<Word> words = wordsOf(text);
    const std::vector<size_t> runs = runsOf(words);
    const std::vector<size_t> others = runsOf(wordsOf(other));
    const QSet<size_t> there(others.begin(), others.end());
    std::vector<bool> isShared(words.size(), false);
    for (std::size_t at = 0; at < runs.size(); ++at)
        if (there.contains(runs[at]))
            std::fill_n(isShared.begin() + static_cast<std::ptrdiff_t>(at), wordsOfRun, true);
    std::vector<SharedPiece> pieces;
    qsizetype done = 0;
    const auto add = [&](qsizetype end, bool shared) {
        if (end > done)
            pieces.push_back({text.mid(done, end - done), shared});
        done = std::max(done, end);
    };
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i + 1;
        while (end < words.size() && isShared[end] == isShared[i])
            ++end;
        if (isShared[i]) { // from its first word to its last; what stands between belongs to no run
            add(words[i].from, false);
            add(words[end - 1].end, true);
        }
        i = end;
    }
    add(text.size(), false);
    return pieces;
}

} // namespace adit
