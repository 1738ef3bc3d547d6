// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/nameguard.h"

#include "core/guard/bytereadings.h"
#include "core/guard/foldedtext.h"
#include "core/guard/namepatterns.h"
#include "core/guard/namewalk.h"

#include <algorithm>
#include <tuple>

namespace adit {

using namespace guard;

class NameGuard::Search
{
public:
    Search(const std::vector<ProtectedPerson> &people, const GuardWords &words)
        : m_patterns(people, words)
    {}

    /// Of one text; in the order of its places, person by person.
    void add(QStringView text, bool withPinyin, std::size_t index, const QString &place,
             std::vector<GuardFinding> &findings) const
    {
        const FoldedText folded(text, withPinyin);
        std::vector<NameHit> hits;
        NameWalk(m_patterns, folded, hits).run();
        m_patterns.contacts().search(folded, hits);
        for (const NameHit &hit : weighed(std::move(hits), folded, m_patterns))
            findings.push_back({m_patterns.label(hit.person), QString::fromLatin1(hit.label),
                                hit.blocks ? GuardFinding::Severity::Block : GuardFinding::Severity::Dismissible, place,
                                index, hit.from, qsizetype(hit.to) - qsizetype(hit.from), hit.isCommon, hit.isInflected,
                                hit.isRespelled});
    }

    const NamePatterns &patterns() const { return m_patterns; }

private:
    NamePatterns m_patterns;
};

namespace {

auto rankOf(const GuardFinding &finding)
{
    return std::tuple(finding.severity, finding.isCommonWord, finding.isRespelled && finding.isInflected,
                      finding.isInflected, finding.isRespelled, finding.text, finding.from, finding.length,
                      finding.person);
}

void rank(std::vector<GuardFinding> &findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const GuardFinding &a, const GuardFinding &b) { return rankOf(a) < rankOf(b); });
}

} // namespace

NameGuard::NameGuard(const std::vector<ProtectedPerson> &people, const GuardWords &words)
    : m_search(std::make_unique<const Search>(people, words))
{}

NameGuard::~NameGuard() = default;
NameGuard::NameGuard(NameGuard &&) noexcept = default;
NameGuard &NameGuard::operator=(NameGuard &&) noexcept = default;

std::vector<GuardFinding> NameGuard::search(const std::vector<GuardedText> &texts) const
{
    std::vector<GuardFinding> findings;
    for (std::size_t i = 0; i < texts.size(); ++i)
        m_search->add(texts[i].text, true, i, texts[i].place, findings);
    rank(findings);
    return findings;
}

std::vector<GuardFinding> NameGuard::searchBytes(const QString &place, const QByteArray &bytes) const
{
    std::vector<GuardFinding> findings;
    for (const ByteReading &reading : readingsOf(bytes)) {
        const std::size_t before = findings.size();
        m_search->add(reading.text, !reading.isWide, 0, place, findings);
        for (std::size_t i = before; i < findings.size(); ++i) {
            const qsizetype end = reading.byteOf(findings[i].from + findings[i].length);
            findings[i].from = reading.byteOf(findings[i].from);
            findings[i].length = end - findings[i].from;
        }
    }
    rank(findings);
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
    return findings;
}

QStringList NameGuard::peopleNotSearched() const
{
    return m_search->patterns().peopleNotSearched();
}

std::size_t NameGuard::variantCount() const
{
    return m_search->patterns().size();
}

} // namespace adit
