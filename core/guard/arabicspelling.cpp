// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/arabicspelling.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace adit::guard {

namespace {

constexpr std::string_view shortVowels[] = {"", "a", "e", "i", "o", "u", "ou", "y"};

constexpr std::string_view beginnings[] = {"a", "e", "i", "o", "u", "ou", "aa", "ei", "ai"};

/// How one Arabic letter may be spelled, at most eight ways; empty ones end the list but for the first.
struct ArabicLetter
{
    char16_t letter;
    char consonant; ///< of the skeleton; 0 for vowels and what is not heard by all
    std::array<std::string_view, 12> spellings;
    bool isVowel = false;
};

constexpr std::array arabicLetters{
    ArabicLetter{u'ا', 0, {"a", "e", "aa", "ah"}, true},
    ArabicLetter{u'ى', 0, {"a", "i", "y", "e", "aa", "ah"}, true},
    ArabicLetter{u'و', 0, {"u", "o", "ou", "oo", "w", "aw", "au", "ow", "uw", "wo", "ew"}, true},
    ArabicLetter{u'ي', 0, {"i", "y", "ee", "ei", "ey", "ai", "ay", "ie", "e", "ii", "iy", "yy"}, true},
    ArabicLetter{u'ة', 0, {"a", "ah", "e", "eh", "at", "et", "ha"}, true},
    ArabicLetter{u'ع', 0, {"", "a", "aa", "e", "i", "o", "u", "ou"}, true},
    ArabicLetter{u'ء', 0, {"", "a"}, true},
    ArabicLetter{u'ب', 'b', {"b", "p"}},
    ArabicLetter{u'پ', 'b', {"p", "b"}},
    ArabicLetter{u'ت', 's', {"t", "th"}},
    ArabicLetter{u'ط', 's', {"t", "th"}},
    ArabicLetter{u'ث', 's', {"th", "s", "t"}},
    ArabicLetter{u'ج', 'k', {"j", "g", "dj", "gu"}},
    ArabicLetter{u'ح', 0, {"h"}},
    ArabicLetter{u'ه', 0, {"h"}},
    ArabicLetter{u'خ', 'k', {"kh", "x", "k"}},
    ArabicLetter{u'د', 's', {"d", "dh"}},
    ArabicLetter{u'ض', 's', {"d", "dh", "z"}},
    ArabicLetter{u'ذ', 's', {"dh", "z", "d", "th"}},
    ArabicLetter{u'ظ', 's', {"z", "dh", "d", "th"}},
    ArabicLetter{u'ز', 's', {"z", "s"}},
    ArabicLetter{u'س', 's', {"s", "c"}},
    ArabicLetter{u'ص', 's', {"s"}},
    ArabicLetter{u'ش', 's', {"sh", "ch", "sch", "s"}},
    ArabicLetter{u'ر', 'r', {"r"}},
    ArabicLetter{u'غ', 'k', {"gh", "g"}},
    ArabicLetter{u'ف', 'f', {"f", "ph", "v"}},
    ArabicLetter{u'ق', 'k', {"q", "k", "g", "c", "kh", "gh"}},
    ArabicLetter{u'ك', 'k', {"k", "c", "ck"}},
    ArabicLetter{u'ل', 'l', {"l"}},
    ArabicLetter{u'م', 'm', {"m"}},
    ArabicLetter{u'ن', 'n', {"n"}}};

/// Letters that are written one for the other are one; marks of vowels are left out.
char16_t plain(QChar c)
{
    switch (c.unicode()) {
    case u'أ':
    case u'إ':
    case u'آ':
    case u'ٱ':
        return u'ا';
    case u'ؤ':
        return u'و';
    case u'ئ':
    case u'ی':
        return u'ي';
    case u'ک':
        return u'ك';
    case u'گ':
        return u'ج';
    case u'چ':
        return u'ش';
    case u'ژ':
        return u'ج';
    case u'ہ':
        return u'ه';
    default:
        return c.unicode();
    }
}

const ArabicLetter *arabicLetter(QChar c)
{
    const char16_t letter = plain(c);
    const auto *const found = std::find_if(arabicLetters.begin(), arabicLetters.end(),
                                           [&](const ArabicLetter &each) { return each.letter == letter; });
    return found == arabicLetters.end() ? nullptr : found;
}

QList<const ArabicLetter *> heardOf(QStringView word)
{
    QList<const ArabicLetter *> heard;
    for (const QChar c : word)
        if (const ArabicLetter *letter = arabicLetter(c))
            heard.append(letter);
    return heard;
}

bool startsWith(std::string_view text, std::string_view beginning)
{
    return text.substr(0, beginning.size()) == beginning;
}

bool spells(std::string_view letters, const QList<const ArabicLetter *> &heard, qsizetype at);

/// What may follow a letter: itself once more if it is a consonant, and a short vowel unless the word is at its end.
bool spellsAfter(std::string_view rest, std::string_view spelling, const QList<const ArabicLetter *> &heard,
                 qsizetype at)
{
    if (heard[at]->isVowel)
        return spells(rest, heard, at + 1);
    if (at + 1 == heard.size())
        return rest.empty() || rest == spelling || (rest == "e" && heard[at]->letter == u'ن'); // Souleymane
    const char16_t next = heard[at + 1]->letter;
    const bool isLong = next == u'ا' || next == u'ى' || next == u'ة';
    const auto withVowel = [&](std::string_view from) {
        if (isLong)
            return spells(from, heard, at + 1);
        return std::any_of(std::begin(shortVowels), std::end(shortVowels), [&](std::string_view vowel) {
            return startsWith(from, vowel) && spells(from.substr(vowel.size()), heard, at + 1);
        });
    };
    return withVowel(rest) || (startsWith(rest, spelling) && withVowel(rest.substr(spelling.size())));
}

bool spells(std::string_view letters, const QList<const ArabicLetter *> &heard, qsizetype at)
{
    if (at == heard.size())
        return letters.empty();
    const auto &spellings = heard[at]->spellings;
    const bool isBeginning = at == 0 && (heard[at]->letter == u'ا' || heard[at]->letter == u'ع');
    if (isBeginning) // alif and ain begin with any vowel, and with one for certain
        return std::any_of(std::begin(beginnings), std::end(beginnings), [&](std::string_view vowel) {
            return startsWith(letters, vowel) && spells(letters.substr(vowel.size()), heard, 1);
        });
    for (std::size_t i = 0; i < spellings.size() && (i == 0 || !spellings[i].empty()); ++i)
        if (startsWith(letters, spellings[i]) &&
            spellsAfter(letters.substr(spellings[i].size()), spellings[i], heard, at))
            return true;
    return false;
}

/// The letter of the skeleton that a Latin consonant stands for; 0 for vowels, y, w and h.
char consonantOf(char c)
{
    switch (c) {
    case 'b':
    case 'p':
        return 'b';
    case 't':
    case 'd':
    case 's':
    case 'z':
        return 's';
    case 'k':
    case 'q':
    case 'c':
    case 'g':
    case 'j':
    case 'x':
        return 'k';
    case 'f':
    case 'v':
        return 'f';
    case 'r':
    case 'l':
    case 'm':
    case 'n':
        return c;
    default:
        return 0;
    }
}

} // namespace

QByteArray skeletonOfArabic(QStringView word)
{
    QByteArray skeleton;
    for (const QChar c : word)
        if (const ArabicLetter *letter = arabicLetter(c); letter && letter->consonant)
            skeleton += letter->consonant;
    return skeleton;
}

QByteArray skeletonOfLatin(QByteArrayView letters)
{
    QVarLengthArray<char, 64> skeleton;
    skeletonOfLatin(letters, skeleton);
    return QByteArray(skeleton.constData(), skeleton.size());
}

void skeletonOfLatin(QByteArrayView letters, QVarLengthArray<char, 64> &skeleton)
{
    skeleton.clear();
    char before = 0;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const char c = letters[i];
        const char next = i + 1 < letters.size() ? letters[i + 1] : '\0';
        if (c == 'p' && next == 'h')
            skeleton.append('f');
        else if (c == 'c' && (next == 'h' || next == 'e' || next == 'i' || next == 'y'))
            skeleton.append('s');
        else if ((c == 'd' && next == 'j') || (c == 'c' && next == 'k') || (c == 's' && next == 'c'))
            continue; // one sound, counted with the next letter
        else if (const char consonant = consonantOf(c); consonant && c != before)
            skeleton.append(consonant);
        before = c;
    }
}

bool spellsArabic(QByteArrayView letters, QStringView word)
{
    const QList<const ArabicLetter *> heard = heardOf(word);
    return !heard.isEmpty() && spells({letters.data(), static_cast<std::size_t>(letters.size())}, heard, 0);
}

QList<QStringView> withoutArabicPrefixes(QStringView word)
{
    constexpr QStringView single = u"وفبلكس";
    QList<QStringView> all{word};
    const auto drop = [&](QStringView from, qsizetype count) {
        if (from.size() - count >= 2)
            all.append(from.mid(count));
    };
    if (word.startsWith(u"ال") || word.startsWith(u"لل"))
        drop(word, 2);
    if (!word.isEmpty() && single.contains(word.front())) {
        drop(word, 1);
        if (word.mid(1).startsWith(u"ال"))
            drop(word, 3);
    }
    return all;
}

} // namespace adit::guard
