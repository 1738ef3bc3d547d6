// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/namepatterns.h"

#include "core/guard/arabicspelling.h"
#include "core/guard/foldedtext.h"
#include "core/guard/guardwords.h"

#include <algorithm>

namespace adit::guard {

namespace {

/// Parts of fewer letters are found in a full name and beside another part only.
constexpr qsizetype fewestAlone = 3;
constexpr qsizetype fewestOfFull = 5;
constexpr qsizetype longestSounding = 120;

QList<QByteArray> soundingsOf(const QList<QByteArray> &pieces)
{
    QList<QByteArray> soundings;
    for (const QByteArray &piece : pieces)
        soundings.append(soundingOf(piece));
    return soundings;
}

} // namespace

void NameTrie::add(QByteArrayView symbols, std::uint32_t pattern)
{
    std::uint32_t node = 0;
    for (const char symbol : symbols) {
        const auto slot = static_cast<std::size_t>(symbol - 'a');
        if (m_nodes[node].next[slot] == none) {
            m_nodes[node].next[slot] = static_cast<std::uint32_t>(m_nodes.size());
            m_nodes.emplace_back();
        }
        node = m_nodes[node].next[slot];
    }
    if (m_nodes[node].ends == 0) {
        m_nodes[node].ends = static_cast<std::uint32_t>(m_ends.size());
        m_ends.emplace_back();
    }
    auto &ends = m_ends[m_nodes[node].ends];
    if (std::find(ends.begin(), ends.end(), pattern) == ends.end())
        ends.push_back(pattern);
}

NamePatterns::NamePatterns(const std::vector<ProtectedPerson> &people, const GuardWords &words)
    : m_isNamed(people.size())
    , m_isSearched(people.size())
    , m_parts(people.size())
{
    m_common = nameWords().common;
    for (const QStringList &list : {words.places, words.common})
        for (const QString &each : list) {
            m_common.insert(foldedWord(each));
            for (const QString &word : each.split(QLatin1Char(' ')))
                m_common.insert(foldedWord(word));
        }
    for (std::size_t person = 0; person < people.size(); ++person) {
        m_labels.append(people[person].person);
        add(person, people[person]);
    }
    m_count += m_contacts.size();
}

void NamePatterns::add(std::size_t person, const ProtectedPerson &protectedPerson)
{
    const TypedNames typed = takenApart(protectedPerson);
    for (const TypedName &name : typed.names)
        addName(person, name);
    for (const NamePart &nickname : typed.nicknames)
        addPart(person, nickname);
    addUnspaced(person, typed.unspacedNicknames);
    addPinyin(person, typed.unspacedNicknames);
    for (const NamePart &organisation : organisationNames(protectedPerson.organisation)) {
        NamePattern pattern{person, organisation.part, NamePattern::Kind::Whole, "organisation", organisation.kind};
        addSpellings(pattern, organisation, {organisation.letters()});
    }
    std::vector<UnspacedPart> parts;
    std::u32string run;
    const FoldedText folded(protectedPerson.organisation, false);
    for (const Word &word : folded.words())
        if (word.kind == LetterKind::Unspaced)
            run += word.character;
    if (run.size() >= 2)
        parts.push_back({"organisation", -1, run, false});
    addUnspaced(person, parts);
    m_isNamed[person] = !protectedPerson.name.trimmed().isEmpty();
    m_contacts.add(person, protectedPerson.contacts);
}

void NamePatterns::addName(std::size_t person, const TypedName &name)
{
    std::vector<const NamePart *> whole;
    for (const NamePart &part : name.parts) {
        m_parts[person].emplace_back(part.part, soundingOf(part.letters()));
        whole.push_back(&part);
        if (part.typed > 1)
            addPart(person, part);
    }
    for (const NamePart &compound : name.compounds)
        addPart(person, compound);
    if (whole.size() > 1) {
        addFull(person, whole);
        std::vector<const NamePart *> turned = whole;
        std::rotate(turned.begin(), turned.end() - 1, turned.end());
        addFull(person, turned);
        addFull(person, {whole.front(), whole.back()});
        addFull(person, {whole.back(), whole.front()});
        addInitials(person, name.parts);
    }
    addUnspaced(person, name.unspaced);
    addPinyin(person, name.unspaced);
}

void NamePatterns::addPart(std::size_t person, const NamePart &part)
{
    NamePattern pattern{person, part.part, NamePattern::Kind::Part, part.label, part.kind};
    if (part.kind == LetterKind::Arabic) {
        pattern.source = part.source;
        for (const QStringView each :
             withoutArabicPrefixes(part.source).mid(0, part.source.startsWith(u"ال") ? 2 : 1)) {
            NamePart plain = part;
            if (each.size() != part.source.size())
                plain.pieces = {foldedWord(each)};
            plain.source = each.toString();
            plain.typed = each.size();
            pattern.source = plain.source;
            addSpellings(pattern, plain, {plain.letters()});
        }
        return;
    }
    addSpellings(pattern, part, spellingsOf(part));
    addNicknames(person, part);
    addArabicForms(person, part);
}

void NamePatterns::addSpellings(NamePattern pattern, const NamePart &part, const QList<QByteArray> &spellings)
{
    if (spellings.front().isEmpty() || spellings.front().size() > longestSounding)
        return;
    pattern.letters =
        pattern.script == LetterKind::Arabic ? part.typed : std::min(part.typed, spellings.front().size());
    const auto symbols = soundingOf(spellings.front()).size();
    pattern.closeness = closenessFor(std::min(spellings.front().size(), symbols + 2)); // short keys meet by chance
    pattern.isAlone = part.typed >= fewestAlone;
    pattern.isCommon = pattern.kind == NamePattern::Kind::Part && m_common.contains(spellings.front());
    pattern.pieces = soundingsOf(part.pieces);
    pattern.spelled = spellings;
    for (const QByteArray &each : spellings)
        pattern.close.insert(closeSpelling(each, pattern.closeness));
    const std::uint32_t index = keep(pattern);
    if (pattern.script == LetterKind::Arabic) {
        m_arabic.add(spellings.front(), index);
        m_arabicSkeletons.insert(skeletonOfArabic(part.source), index);
        ++m_count;
        return;
    }
    for (const QByteArray &each : spellings)
        m_sounds.add(soundingOf(each), index);
    m_count += static_cast<std::size_t>(spellings.size());
    if (pattern.kind == NamePattern::Kind::Part && part.pieces.size() == 1)
        m_latinSkeletons.insert(skeletonOfLatin(spellings.front()), index);
}

/// The other names of those who bear this one, by nameWords().
void NamePatterns::addNicknames(std::size_t person, const NamePart &part)
{
    const QByteArray letters = part.letters();
    for (const std::size_t group : nameWords().nicknamesOf.value(letters))
        for (const QByteArray &other : nameWords().nicknames[group]) {
            if (other == letters)
                continue;
            NamePattern pattern{person, part.part, NamePattern::Kind::Part, "nickname", LetterKind::Latin};
            pattern.mayInflect = false;
            const NamePart nickname{"nickname",   part.part,        {other}, QString::fromLatin1(other),
                                    other.size(), LetterKind::Latin};
            addSpellings(pattern, nickname, {other});
        }
}

/// A Latin name that is an Arabic one is searched in all of its Latin spellings.
void NamePatterns::addArabicForms(std::size_t person, const NamePart &part)
{
    if (part.pieces.size() > 2)
        return;
    const QByteArray letters = part.letters();
    for (const QString &name : nameWords().arabicNames) {
        if (letters.size() < fewestAlone || !spellsArabic(letters, name))
            continue;
        NamePattern pattern{person, part.part, NamePattern::Kind::Part, part.label, LetterKind::Arabic};
        pattern.source = name;
        const NamePart arabic{part.label, part.part, {foldedWord(name)}, name, name.size(), LetterKind::Arabic};
        addSpellings(pattern, arabic, {arabic.letters()});
    }
}

/// Written as one word, or with what a line's end leaves of the space: "JANEOKELLO", "janeokello2".
void NamePatterns::addFull(std::size_t person, const std::vector<const NamePart *> &parts)
{
    NamePart whole{"name", -1, {}, {}, 0, parts.front()->kind};
    for (const NamePart *part : parts) {
        whole.pieces += part->pieces;
        whole.source += part->source;
        whole.typed += part->typed;
    }
    if (whole.letters().size() < fewestOfFull || whole.kind == LetterKind::Arabic)
        return;
    NamePattern pattern{person, -1, NamePattern::Kind::Full, "name", whole.kind};
    addSpellings(pattern, whole, {whole.letters()});
}

void NamePatterns::addInitials(std::size_t person, const std::vector<NamePart> &parts)
{
    QByteArray initials;
    for (const NamePart &part : parts)
        for (const QByteArray &piece : part.pieces)
            initials += piece.left(part.kind == LetterKind::Arabic ? 0 : 1);
    NamePattern pattern{person, -2, NamePattern::Kind::Initials, "initials", parts.front().kind};
    const auto add = [&](const QByteArray &letters) {
        NamePart part{"initials", -2, {}, {}, letters.size(), parts.front().kind};
        part.pieces.append(letters);
        addSpellings(pattern, part, {letters});
    };
    if (initials.size() >= fewestAlone) {
        add(initials);
        add(initials.right(1) + initials.chopped(1));
    }
    const QByteArray family = parts.back().letters();
    if (family.size() < fewestOfFull || parts.back().kind == LetterKind::Arabic || initials.isEmpty())
        return;
    pattern.isExact = true;
    pattern.kind = NamePattern::Kind::Whole; // as one word, whatever its case
    pattern.isCommon = m_common.contains(initials.left(1) + family);
    add(initials.left(1) + family);
    add(family + initials.left(1));
}

void NamePatterns::addUnspaced(std::size_t person, const std::vector<UnspacedPart> &parts)
{
    for (const UnspacedPart &part : parts) {
        m_unspaced[part.characters.front()].push_back({person, part});
        m_isSearched[person] = m_isSearched[person] || part.part >= 0;
        ++m_count;
    }
}

/// Han names as they are written in Latin letters.
void NamePatterns::addPinyin(std::size_t person, const std::vector<UnspacedPart> &parts)
{
    std::vector<NamePart> spelled;
    const UnspacedPart *full = nullptr;
    for (const UnspacedPart &part : parts)
        if (part.isFull && part.characters.size() <= 4 && QChar::script(part.characters.front()) == QChar::Script_Han)
            full = &part;
    if (!full)
        return;
    const std::u32string &name = full->characters;
    const QString two = QString::fromUcs4(name.data(), 2);
    const std::size_t cut = name.size() == 4 || nameWords().twoCharacterFamilies.contains(two) ? 2 : 1;
    for (const auto &[from, to, label] :
         {std::tuple(cut, name.size(), "given"), std::tuple(std::size_t(0), cut, "family")}) {
        NamePart part{label, full->part + (from == 0 ? 0 : 1), {}, {}, 0, LetterKind::Latin};
        const QString characters = QString::fromUcs4(name.data() + from, qsizetype(to - from));
        if (from == 0 && nameWords().readings.contains(characters))
            part.pieces = {nameWords().readings[characters]};
        else
            for (std::size_t i = from; i < to; ++i)
                part.pieces.append(pinyinOf(name[i]));
        part.source = QString::fromLatin1(part.letters());
        part.typed = part.letters().size();
        if (part.typed > 0)
            spelled.push_back(part);
    }
    addName(person, TypedName{std::move(spelled), {}, {}});
}

QStringList NamePatterns::peopleNotSearched() const
{
    QStringList labels;
    for (std::size_t person = 0; person < m_isNamed.size(); ++person)
        if (m_isNamed[person] && !m_isSearched[person])
            labels.append(m_labels[qsizetype(person)]);
    return labels;
}

std::uint32_t NamePatterns::keep(NamePattern pattern)
{
    const bool isOfName = pattern.kind == NamePattern::Kind::Part || pattern.kind == NamePattern::Kind::Full;
    m_isSearched[pattern.person] = m_isSearched[pattern.person] || (pattern.isAlone && isOfName);
    m_patterns.push_back(std::move(pattern));
    return static_cast<std::uint32_t>(m_patterns.size() - 1);
}

} // namespace adit::guard
