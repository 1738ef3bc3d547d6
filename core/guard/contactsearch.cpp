// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/contactsearch.h"

#include "core/guard/guardwords.h"

#include <QRegularExpression>
#include <algorithm>
#include <optional>

namespace adit::guard {

namespace {

constexpr qsizetype digitsCompared = 7;
constexpr qsizetype fewestDigits = 5;
constexpr qsizetype fewestOfHandle = 5;
constexpr std::uint32_t widestGap = 8;

bool standsBetweenDigits(QChar c)
{
    return c.isSpace() || QStringView(u"-.()/+_\u2010\u2011\u2012\u2013\u2014\u2212\u200B\u2060\uFEFF\u00AD\u200E\u200F"
                                      u"\u202A\u202C\u2066\u2069\uFF0D\uFF08\uFF09\uFF0B\u00B7\u2022[]")
                              .contains(c);
}

std::size_t startKey(QByteArrayView word)
{
    std::size_t key = static_cast<std::size_t>(word.size());
    for (const char c : word.first(std::min<qsizetype>(word.size(), 4)))
        key = key * 31 + static_cast<unsigned char>(c);
    return key % 65536;
}

QList<QByteArray> wordsOf(const QString &typed)
{
    const FoldedText folded(typed, false);
    QList<QByteArray> words;
    for (const Word &word : folded.words())
        if (word.count > 0)
            words.append(folded.letters(word).toByteArray());
    return words;
}

/// What the expression finds, which is then taken out.
QStringList taken(QString &from, const QString &pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption |
                                                     QRegularExpression::UseUnicodePropertiesOption);
    QStringList all;
    auto matches = expression.globalMatch(from);
    while (matches.hasNext())
        all.append(matches.next().captured(1));
    from.replace(expression, QStringLiteral(" \n"));
    return all;
}

} // namespace

/// Digits with nothing but separators between them.
struct ContactPatterns::DigitRun
{
    std::uint32_t firstWord;
    std::uint32_t endWord;
    QByteArrayView digits;
    std::uint32_t firstLetter;
};

void ContactPatterns::add(std::size_t person, const QString &contacts)
{
    QString rest = contacts;
    for (const QString &address : taken(rest, QStringLiteral("([^\\s,;<>()\"]+[@\uFF20][^\\s,;<>()\"]+\\w)"))) {
        addAddress(person, "e-mail", address, true);
        const QString name = address.section(QRegularExpression(QStringLiteral("[@\uFF20]")), 0, 0);
        if (name.size() > fewestOfHandle)
            addAddress(person, "handle", name, false);
    }
    addPhones(person, rest);
    for (const QString &handle :
         taken(rest, QStringLiteral("(?:\\.com|\\.me|\\.org|\\.ru)/(?:in/|u/)?@?([\\w.\\-]{3,})")))
        addAddress(person, "handle", handle, true);
    for (const QString &handle : taken(rest, QStringLiteral("[@\uFF20]([\\w.\\-]{2,})")))
        addAddress(person, "handle", handle, true);
    const QString named =
        QStringLiteral("(?:telegram|signal|instagram|facebook|twitter|skype|wechat|weixin|tiktok|handle|"
                       "user ?name|ig|fb|line)\\s*[:=]?\\s+([\\w.\\-]{3,})");
    for (const QString &handle : taken(rest, named))
        if (std::any_of(handle.begin(), handle.end(), [](QChar c) { return c.isLetter(); }))
            addAddress(person, "handle", handle, true);
}

void ContactPatterns::addAddress(std::size_t person, const char *label, const QString &typed, bool blocks)
{
    const QList<QByteArray> words = wordsOf(typed);
    if (words.isEmpty())
        return;
    const qsizetype letters = words.join().size();
    const bool isCommon = words.size() == 1 && nameWords().common.contains(words.front());
    const bool isShort = words.size() == 1 && (letters < fewestOfHandle || isCommon);
    m_firstWords.insert(words.front(), m_addresses.size());
    m_mayStart.set(startKey(words.front()));
    m_addresses.push_back({person, label, words, blocks, isCommon, isShort});
}

void ContactPatterns::addPhones(std::size_t person, const QString &typed)
{
    const FoldedText folded(typed, false);
    const auto keep = [&](QByteArray digits) {
        while (digits.startsWith('0'))
            digits.remove(0, 1);
        if (digits.size() < fewestDigits)
            return;
        m_phoneEnds.insert(digits.right(digitsCompared), m_phones.size());
        m_phones.push_back({person, digits});
    };
    QByteArray run;
    std::uint32_t end = 0;
    for (const Word &word : folded.words()) {
        const QStringView between = folded.source().mid(end, word.from - end);
        const bool goesOn = word.kind == LetterKind::Digit && !between.contains(QLatin1Char('\n')) &&
                            !between.contains(QLatin1Char('+')) &&
                            std::all_of(between.begin(), between.end(), standsBetweenDigits);
        if (!goesOn || (run.size() > 9 && between.contains(QLatin1Char('/'))))
            keep(std::exchange(run, {}));
        if (word.kind == LetterKind::Digit)
            run += folded.letters(word).toByteArray();
        end = word.to;
    }
    keep(run);
}

void ContactPatterns::search(const FoldedText &text, std::vector<NameHit> &hits) const
{
    const auto &words = text.words();
    for (std::uint32_t i = 0; i < words.size() && !m_addresses.empty(); ++i)
        if (words[i].count > 0 && m_mayStart.test(startKey(text.letters(words[i]))))
            searchAddress(text, i, hits);
    if (m_phones.empty())
        return;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (words[i].kind != LetterKind::Digit)
            continue;
        std::uint32_t end = i + 1;
        const auto goesOn = [&] {
            const QStringView between = text.source().mid(words[end - 1].to, words[end].from - words[end - 1].to);
            return words[end].kind == LetterKind::Digit && between.size() <= qsizetype(widestGap) &&
                   std::all_of(between.begin(), between.end(), standsBetweenDigits);
        };
        while (end < words.size() && goesOn())
            ++end;
        const std::uint32_t letterEnd = words[end - 1].first + words[end - 1].count;
        searchDigits(text, {i, end, text.letters(words[i].first, letterEnd), words[i].first}, hits);
        i = end - 1;
    }
}

void ContactPatterns::searchDigits(const FoldedText &text, const DigitRun &run, std::vector<NameHit> &hits) const
{
    const auto &words = text.words();
    const auto wordOf = [&](qsizetype digit) {
        std::uint32_t word = run.firstWord;
        while (words[word].first + words[word].count <= run.firstLetter + digit)
            ++word;
        return word;
    };
    const auto isEnd = [&](qsizetype end) {
        return end == run.digits.size() || words[wordOf(end)].first == run.firstLetter + end;
    };
    const auto compare = [&](qsizetype from, qsizetype count) {
        const auto ends = m_phoneEnds.equal_range(run.digits.sliced(from, count).toByteArray());
        for (auto at = ends.first; at != ends.second; ++at) {
            const Phone &phone = m_phones[*at];
            qsizetype begin = from;
            for (qsizetype left = phone.digits.size() - count;
                 left > 0 && begin > 0 && run.digits[begin - 1] == phone.digits[left - 1]; --left)
                --begin;
            const auto first = run.firstLetter + static_cast<std::uint32_t>(begin);
            const auto last = run.firstLetter + static_cast<std::uint32_t>(from + count - 1);
            NameHit hit{phone.person,
                        -3,
                        "phone",
                        text.beginOf(first),
                        text.endOf(last),
                        wordOf(begin),
                        wordOf(from + count - 1)};
            hit.blocks = count >= digitsCompared;
            hits.push_back(hit);
        }
    };
    for (qsizetype from = 0; from + digitsCompared <= run.digits.size(); ++from)
        if (isEnd(from + digitsCompared))
            compare(from, digitsCompared);
    for (qsizetype count = fewestDigits; count < digitsCompared; ++count)
        for (qsizetype from = 0; from + count <= run.digits.size(); ++from)
            if (isEnd(from + count) && (from == 0 || isEnd(from)))
                compare(from, count);
}

void ContactPatterns::searchAddress(const FoldedText &text, std::uint32_t word, std::vector<NameHit> &hits) const
{
    const auto &words = text.words();
    const auto lastOf = [&](const Address &address) -> std::optional<std::uint32_t> {
        std::uint32_t at = word;
        for (qsizetype i = 1; i < address.words.size(); ++i) {
            do {
                if (++at >= words.size() || words[at].from - words[at - 1].to > widestGap)
                    return {};
            } while (text.letters(words[at]) != QByteArrayView(address.words[i]) &&
                     nameWords().fillers.contains(text.letters(words[at]).toByteArray()));
            if (text.letters(words[at]) != QByteArrayView(address.words[i]))
                return {};
        }
        return at;
    };
    const auto known = m_firstWords.equal_range(text.letters(words[word]).toByteArray());
    for (auto at = known.first; at != known.second; ++at) {
        const Address &address = m_addresses[*at];
        const auto last = lastOf(address);
        const bool hasAt = words[word].from > 0 && (text.source()[words[word].from - 1] == QLatin1Char('@') ||
                                                    text.source()[words[word].from - 1] == QChar(0xFF20));
        if (!last || (address.needsAt && !hasAt))
            continue;
        NameHit hit{address.person, -4, address.label, words[word].from, words[*last].to, word, *last};
        hit.blocks = address.blocks && !address.isCommon;
        hit.isCommon = address.isCommon;
        hits.push_back(hit);
    }
}

} // namespace adit::guard
