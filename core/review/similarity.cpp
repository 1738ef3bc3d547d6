// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/similarity.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace adit {

namespace {

/// Words of letters and digits; each Han or kana character is one, since nothing stands between them.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words.append(std::exchange(word, {}));
    };
    for (const QChar c : text.toCaseFolded()) {
        const bool isAlone = c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana ||
                             c.script() == QChar::Script_Katakana;
        if (isAlone || !c.isLetterOrNumber())
            end();
        if (isAlone)
            words.append(c);
        else if (c.isLetterOrNumber())
            word += c;
    }
    end();
    return words;
}

struct Finding
{
    QString requirement;
    bool isEarlier;
    QSet<size_t> runs;
};

void addFindings(const Assessment &assessment, bool isEarlier, std::vector<Finding> &findings)
{
    for (const auto &[id, answer] : assessment.records(EntityKind::Answer)) {
        const QStringList words = wordsOf(answer[field::answer::finding]);
        if (words.size() < fewestWords)
            continue;
        Finding finding{answer[field::answer::requirement], isEarlier, {}};
        for (qsizetype at = 0; at + wordsOfRun <= words.size(); ++at)
            finding.runs.insert(qHash(words.mid(at, wordsOfRun).join(QLatin1Char(' '))));
        findings.push_back(std::move(finding));
    }
}

} // namespace

std::vector<SimilarFindings> similarFindings(const Assessment &assessment, const Assessment *earlier)
{
    std::vector<Finding> findings;
    addFindings(assessment, false, findings);
    if (earlier)
        addFindings(*earlier, true, findings);
    QHash<size_t, std::vector<std::size_t>> having; // a run of words, and the findings that have it
    for (std::size_t i = 0; i < findings.size(); ++i)
        for (const size_t run : findings[i].runs)
            having[run].push_back(i);
    QHash<std::pair<std::size_t, std::size_t>, int> shared;
    for (const auto &those : having)
        for (std::size_t a = 0; a < those.size(); ++a)
            for (std::size_t b = a + 1; b < those.size(); ++b)
                ++shared[{those[a], those[b]}];
    std::vector<SimilarFindings> similar;
    for (auto at = shared.keyValueBegin(); at != shared.keyValueEnd(); ++at) {
        const auto &[pair, count] = *at;
        const Finding &a = findings[pair.first];
        const Finding &b = findings[pair.second];
        const double share = double(count) / double(std::min(a.runs.size(), b.runs.size()));
        if (share >= similarFrom && !a.isEarlier)
            similar.push_back({a.requirement, b.requirement, b.isEarlier, share});
    }
    std::ranges::sort(similar, [](const SimilarFindings &a, const SimilarFindings &b) {
        return std::tuple(-a.share, a.requirement, a.other) < std::tuple(-b.share, b.requirement, b.other);
    });
    return similar;
}

} // namespace adit
