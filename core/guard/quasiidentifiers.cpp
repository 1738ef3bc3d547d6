// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/quasiidentifiers.h"

#include "core/guard/foldedtext.h"
#include "core/guard/guardwords.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace adit {

using namespace guard;

namespace {

/// Phrases by their first word, each with its letters: found beginning at a word.
class Phrases
{
public:
    void add(const QString &phrase)
    {
        const FoldedText folded(phrase, false);
        QList<QByteArray> words;
        for (const Word &word : folded.words())
            words.append(key(folded, word));
        if (!words.isEmpty())
            m_phrases[words.front()].append(words);
    }

    bool standsAt(const FoldedText &text, std::size_t word, std::size_t end) const
    {
        const auto known = m_phrases.constFind(key(text, text.words()[word]));
        return known != m_phrases.constEnd() &&
               std::any_of(known->begin(), known->end(), [&](const QList<QByteArray> &phrase) {
                   if (word + static_cast<std::size_t>(phrase.size()) > end)
                       return false;
                   for (qsizetype i = 0; i < phrase.size(); ++i)
                       if (key(text, text.words()[word + static_cast<std::size_t>(i)]) != phrase[i])
                           return false;
                   return true;
               });
    }

private:
    static QByteArray key(const FoldedText &text, const Word &word)
    {
        return word.kind == LetterKind::Unspaced ? QString::fromUcs4(&word.character, 1).toUtf8()
                                                 : text.letters(word).toByteArray();
    }

    QHash<QByteArray, QList<QList<QByteArray>>> m_phrases;
};

struct PersonWords
{
    Phrases roles;
    Phrases genders;
    Phrases places;
    Phrases dates; ///< months and days of the week
};

PersonWords personWords()
{
    QFile file(QStringLiteral(":/adit/guard/persons.json"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const QJsonObject all = isOpen ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    PersonWords words;
    for (const auto &language : all)
        for (const auto &[name, phrases] : {std::pair("roles", &words.roles), std::pair("genders", &words.genders),
                                            std::pair("places", &words.places), std::pair("dates", &words.dates)}) {
            const QJsonArray list = language.toObject()[QLatin1String(name)].toArray();
            for (const auto &phrase : list)
                phrases->add(phrase.toString());
        }
    return words;
}

bool endsSentence(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c == QLatin1Char('\n') || c == QChar(0x3002) || c == QChar(0x2029))
        return true;
    if (c != QLatin1Char('.') && c != QLatin1Char('!') && c != QLatin1Char('?'))
        return false;
    if (at + 1 < text.size() && !text[at + 1].isSpace())
        return false;
    qsizetype next = at + 1;
    while (next < text.size() && text[next].isSpace())
        ++next;
    const bool isAbbreviation = c == QLatin1Char('.') && at >= 1 &&
                                (at < 3 || !text[at - 2].isLetterOrNumber() || !text[at - 3].isLetterOrNumber()) &&
                                text[at - 1].isLetter();
    return !isAbbreviation && (next == text.size() || !text[next].isLower());
}

/// 2026-05-12, 12/05/2026, 12.5.26; May beside a number, since it is a verb too.
bool hasNumericDate(QStringView sentence)
{
    static const QRegularExpression date(
        QStringLiteral("(?<!\\d)(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2}))(?!\\d)"
                       "|\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?May\\b|\\bMay\\s+\\d"));
    return date.match(sentence.toString()).hasMatch();
}

class SentenceReader
{
public:
    SentenceReader(const GuardedText &source, std::size_t index, const PersonWords &words, const Phrases &places,
                   std::vector<TellingSentence> &sentences)
        : m_source(source)
        , m_index(index)
        , m_words(words)
        , m_places(places)
        , m_folded(source.text, false)
        , m_sentences(sentences)
    {}

    void read()
    {
        qsizetype from = 0;
        for (qsizetype at = 0; at < m_source.text.size(); ++at)
            if (endsSentence(m_source.text, at)) {
                readSentence(from, at + 1);
                from = at + 1;
            }
        readSentence(from, m_source.text.size());
    }

private:
    void readSentence(qsizetype from, qsizetype end)
    {
        const auto &words = m_folded.words();
        const std::size_t first = m_next;
        while (m_next < words.size() && words[m_next].from < end)
            ++m_next;
        if (first == m_next)
            return;
        TellingSentence sentence{m_source.place, m_index, words[first].from,
                                 qsizetype(words[m_next - 1].to) - words[first].from};
        for (std::size_t word = first; word < m_next; ++word) {
            sentence.hasRole |= m_words.roles.standsAt(m_folded, word, m_next);
            sentence.hasGender |= m_words.genders.standsAt(m_folded, word, m_next);
            sentence.hasPlace |=
                m_words.places.standsAt(m_folded, word, m_next) || m_places.standsAt(m_folded, word, m_next);
            sentence.hasDate |= m_words.dates.standsAt(m_folded, word, m_next);
        }
        sentence.hasDate |= hasNumericDate(QStringView(m_source.text).mid(from, end - from));
        if (int(sentence.hasRole) + int(sentence.hasGender) + int(sentence.hasPlace) + int(sentence.hasDate) >= 3)
            m_sentences.push_back(sentence);
    }

    const GuardedText &m_source;
    std::size_t m_index;
    const PersonWords &m_words;
    const Phrases &m_places;
    FoldedText m_folded;
    std::vector<TellingSentence> &m_sentences;
    std::size_t m_next = 0;
};

} // namespace

std::vector<TellingSentence> tellingSentences(const std::vector<GuardedText> &texts, const QStringList &places)
{
    static const PersonWords words = personWords();
    Phrases own;
    for (const QString &place : places)
        own.add(place);
    std::vector<TellingSentence> sentences;
    for (std::size_t i = 0; i < texts.size(); ++i)
        SentenceReader(texts[i], i, words, own, sentences).read();
    return sentences;
}

} // namespace adit
