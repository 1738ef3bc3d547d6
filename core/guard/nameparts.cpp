// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/nameparts.h"

#include "core/guard/foldedtext.h"
#include "core/guard/guardwords.h"

#include <QRegularExpression>
#include <algorithm>
#include <tuple>

namespace adit::guard {

namespace {

/// Takes what stands in quotes, in brackets or after "alias" out of a name.
QStringList takeNicknames(QString &name)
{
    static const QRegularExpression marked(QStringLiteral("[\"\u201C\u201D\u201E\u00AB]([^\"\u201C\u201D\u201E\u00BB]+)"
                                                          "[\"\u201C\u201D\u00BB]|[(\\[\uFF08]([^)\\]\uFF09]+)[)\\]"
                                                          "\uFF09]|(?<=\\s)['\u2018]([^'\u2019]+)['\u2019](?=\\s|$)"));
    static const QRegularExpression alias(
        QStringLiteral(
            "[,\\s]+(?:alias|a\\.?k\\.?a\\.?|also known as|known as|called|dite?|apodad[oa]|conhecid[oa] como|"
            "vulgo|n[\u00e9e]e|born)[:\\s]+([^,;/|]+)"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList nicknames;
    for (const auto *expression : {&marked, &alias}) {
        auto matches = expression->globalMatch(name);
        while (matches.hasNext()) {
            const auto match = matches.next();
            for (int group = 1; group <= match.lastCapturedIndex(); ++group)
                if (!match.captured(group).trimmed().isEmpty())
                    nicknames.append(match.captured(group).trimmed());
        }
        name.replace(*expression, QStringLiteral(" "));
    }
    return nicknames;
}

qsizetype lettersTyped(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter() || c.isHighSurrogate(); });
}

/// The words of a name, those joined by hyphens and apostrophes in one.
std::vector<NamePart> wordsOf(const FoldedText &folded)
{
    std::vector<NamePart> words;
    const Word *before = nullptr;
    for (const Word &word : folded.words()) {
        if (word.kind == LetterKind::Digit || word.kind == LetterKind::Unspaced || word.count == 0)
            continue;
        const bool joins = word.gap == Gap::Joiner && before && !words.empty();
        if (!joins)
            words.push_back({"given", 0, {}, {}, 0, word.kind});
        NamePart &part = words.back();
        part.pieces.append(folded.letters(word).toByteArray());
        part.source += folded.sourceOf(word);
        part.typed += lettersTyped(folded.sourceOf(word));
        before = &word;
    }
    return words;
}

bool isTitle(const NamePart &word)
{
    return word.pieces.size() == 1 && nameWords().titles.contains(word.pieces.front());
}

bool isParticle(const NamePart &word)
{
    if (word.kind == LetterKind::Arabic)
        return nameWords().arabicParticles.contains(word.source);
    return word.pieces.size() == 1 && nameWords().particles.contains(word.pieces.front());
}

/// "Okello, Jane" is Jane Okello.
QString inOrder(const QString &name)
{
    const QStringList sides = name.split(QRegularExpression(QStringLiteral("[,\u060C\uFF0C]")));
    return sides.size() == 2 && !sides[1].trimmed().isEmpty() ? sides[1] + QLatin1Char(' ') + sides[0] : name;
}

/// Jean-Pierre is also Jean, and Pierre; O'Brien and al-Hassan are not O and al.
void addPieces(const NamePart &part, std::vector<NamePart> &to)
{
    if (part.pieces.size() < 2 || part.kind == LetterKind::Arabic)
        return;
    for (const QByteArray &piece : part.pieces)
        if (piece.size() >= 3 && !nameWords().particles.contains(piece))
            to.push_back({part.label, part.part, {piece}, QString::fromLatin1(piece), piece.size(), part.kind});
}

TypedName takenApart(const QString &name, int &nextPart)
{
    const QString ordered = inOrder(name);
    const FoldedText folded(ordered, false);
    std::vector<NamePart> words = wordsOf(folded);
    const auto isName = [](const NamePart &word) { return !isTitle(word) && !isParticle(word); };
    const bool hasName = std::any_of(words.begin(), words.end(), isName);
    TypedName typed;
    NamePart particles;
    for (NamePart &word : words) {
        if (hasName && isTitle(word) && particles.pieces.isEmpty())
            continue;
        if (hasName && isParticle(word)) {
            particles.pieces += word.pieces;
            particles.source += word.source;
            continue;
        }
        word.part = nextPart++;
        if (!particles.pieces.isEmpty()) {
            NamePart compound = word;
            compound.pieces = particles.pieces + word.pieces;
            compound.source = particles.source + word.source;
            compound.typed += particles.letters().size();
            typed.compounds.push_back(compound);
            particles = {};
        }
        typed.parts.push_back(word);
    }
    if (typed.parts.size() > 1)
        typed.parts.back().label = "family";
    for (NamePart &compound : typed.compounds)
        if (!typed.parts.empty() && compound.part == typed.parts.back().part)
            compound.label = typed.parts.back().label;
    for (const NamePart &part : typed.parts)
        addPieces(part, typed.compounds);
    return typed;
}

bool hasFamilyFirst(char32_t c)
{
    const auto script = QChar::script(c);
    return script == QChar::Script_Han || script == QChar::Script_Hangul;
}

/// A run of two to four: family name and given name. Longer ones, and other scripts, are one.
void addRun(const std::u32string &run, int &nextPart, std::vector<UnspacedPart> &to)
{
    if (run.size() < 2)
        return;
    const int family = nextPart++;
    const int given = nextPart++;
    to.push_back({"name", family, run, true});
    // Japanese names: where characters of Han and of kana meet, one part ends.
    const auto change = std::find_if(run.begin(), run.end(),
                                     [&](char32_t c) { return QChar::script(c) != QChar::script(run.front()); });
    if (change != run.end()) {
        for (const auto &[part, label, characters] : {std::tuple(family, "family", std::u32string(run.begin(), change)),
                                                      std::tuple(given, "given", std::u32string(change, run.end()))})
            if (characters.size() >= 2)
                to.push_back({label, part, characters, false});
        return;
    }
    if (!hasFamilyFirst(run.front()) || run.size() > 4)
        return;
    const QString two = QString::fromUcs4(run.data(), 2);
    const bool isDouble = run.size() > 2 && (run.size() == 4 || nameWords().twoCharacterFamilies.contains(two));
    const std::size_t cut = isDouble ? 2 : 1;
    if (cut == 2)
        to.push_back({"family", family, run.substr(0, cut), false});
    if (run.size() - cut >= 2)
        to.push_back({"given", given, run.substr(cut), false});
}

std::vector<UnspacedPart> unspacedParts(const QString &name, int &nextPart)
{
    std::vector<UnspacedPart> parts;
    std::u32string run;
    const FoldedText folded(name, false);
    for (const Word &word : folded.words()) {
        if (word.kind != LetterKind::Unspaced || word.gap != Gap::Adjacent) {
            addRun(run, nextPart, parts);
            run.clear();
        }
        if (word.kind == LetterKind::Unspaced)
            run += word.character;
    }
    addRun(run, nextPart, parts);
    return parts;
}

bool isLatinNickname(const QString &nickname)
{
    const FoldedText folded(nickname, false);
    return !folded.words().empty() && folded.words().front().kind == LetterKind::Latin;
}

/// All words of a text as one part: spaces may stand between them.
NamePart phraseOf(const QString &text, const char *label, int part)
{
    const FoldedText folded(text, false);
    NamePart phrase{label, part, {}, text, lettersTyped(text), LetterKind::Latin};
    for (const NamePart &word : wordsOf(folded)) {
        if (phrase.pieces.isEmpty())
            phrase.kind = word.kind;
        phrase.pieces += word.pieces;
    }
    return phrase;
}

} // namespace

TypedNames takenApart(const ProtectedPerson &person)
{
    TypedNames all;
    QString name = person.name;
    const QStringList nicknames = takeNicknames(name) + person.nicknames;
    QStringList names = name.split(QRegularExpression(QStringLiteral("[/;|\n]")), Qt::SkipEmptyParts);
    const bool isLatin = isLatinNickname(name);
    int nextPart = 0;
    for (const QString &nickname : nicknames) {
        const NamePart phrase = phraseOf(nickname, "nickname", nextPart);
        if (phrase.pieces.size() > 1 && isLatinNickname(nickname) != isLatin)
            names.append(nickname); // the name once more, in another script
        else if (!phrase.pieces.isEmpty())
            all.nicknames.push_back(phrase);
        ++nextPart;
        for (UnspacedPart &part : unspacedParts(nickname, nextPart)) {
            part.label = part.isFull && part.characters.size() < 3 ? "nickname" : part.label;
            all.unspacedNicknames.push_back(part);
        }
    }
    for (const QString &each : names) {
        TypedName typed = takenApart(each, nextPart);
        typed.unspaced = unspacedParts(each, nextPart);
        all.names.push_back(std::move(typed));
    }
    return all;
}

std::vector<NamePart> organisationNames(const QString &organisation)
{
    const NamePart whole = phraseOf(organisation, "organisation", -1);
    if (whole.pieces.isEmpty())
        return {};
    NamePart plain = whole;
    while (plain.pieces.size() > 1 && nameWords().companyForms.contains(plain.pieces.back()))
        plain.pieces.removeLast();
    if (plain.pieces.size() == whole.pieces.size())
        return {whole};
    return {whole, plain};
}

} // namespace adit::guard
