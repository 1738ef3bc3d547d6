// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/sounding.h"

#include <array>
#include <string_view>

namespace adit::guard {

namespace {

using Symbols = QVarLengthArray<char, 64>;

/// Letters that are written together for one sound, longest first of each beginning.
struct Group
{
    std::string_view letters;
    std::string_view sound;
};

constexpr std::array groupsOfS{Group{"schtsch", "s"}, Group{"shch", "s"}, Group{"sch", "s"}, Group{"sh", "s"}};
constexpr std::array groupsOfT{Group{"tsch", "k"}, Group{"tch", "k"}, Group{"tsh", "k"},
                               Group{"ts", "k"},   Group{"tz", "k"},  Group{"th", "t"}};
constexpr std::array groupsOfC{Group{"chtch", "s"}, Group{"ch", "k"}, Group{"ck", "k"}, Group{"cz", "k"},
                               Group{"c", "k"}};
constexpr std::array groupsOfP{Group{"ph", "f"}};
constexpr std::array groupsOfK{Group{"kh", "h"}};

template <std::size_t N>
const Group *longest(const std::array<Group, N> &groups, std::string_view rest)
{
    for (const Group &group : groups)
        if (rest.substr(0, group.letters.size()) == group.letters)
            return &group;
    return nullptr;
}

/// Asked for every letter of every text: most have no group, and the next letter says so.
const Group *groupAt(std::string_view rest, char next)
{
    switch (rest.front()) {
    case 's':
        return next == 'h' || next == 'c' ? longest(groupsOfS, rest) : nullptr;
    case 't':
        return next == 'h' || next == 's' || next == 'c' || next == 'z' ? longest(groupsOfT, rest) : nullptr;
    case 'c':
        return longest(groupsOfC, rest);
    case 'p':
        return next == 'h' ? groupsOfP.data() : nullptr;
    case 'k':
        return next == 'h' ? groupsOfK.data() : nullptr;
    default:
        return nullptr;
    }
}

bool isVowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool isFront(char c)
{
    return c == 'e' || c == 'i' || c == 'y' || c == 'j';
}

/// One more symbol, with what it does to the one before: ae oe ue are a o u, doubled ones are one; for a sounding also:
/// ie is e, ou is u.
void push(Symbols &out, char c, bool isSounding)
{
    if (isSounding && c == 'e' && !out.isEmpty() && out.back() == 'i')
        out.pop_back();
    const char before = out.isEmpty() ? '\0' : out.back();
    if (c == before || (c == 'e' && (before == 'a' || before == 'o' || before == 'u')))
        return;
    if (c != 'u' || before != 'o' || !isSounding) {
        out.append(c);
        return;
    }
    out.pop_back();
    if (out.isEmpty() || out.back() != 'u')
        out.append('u');
}

/// An h at the end that follows a vowel is not heard: Sarah, Sara.
void dropLastH(Symbols &out)
{
    if (out.size() > 2 && out.back() == 'h' && isVowel(out[out.size() - 2]))
        out.pop_back();
}

char alone(char c)
{
    switch (c) {
    case 'y':
    case 'j':
        return 'i';
    case 'w':
        return 'v';
    case 'q':
        return 'k';
    default:
        return c;
    }
}

/// Consonants that an h only colours: dh, gh, bh, zh, lh, nh, rh, wh.
bool takesH(char c)
{
    return std::string_view("bdgzlnrwv").find(c) != std::string_view::npos;
}

void vowelSpelling(std::string_view letters, Symbols &out)
{
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const bool isPh = letters[at] == 'p' && at + 1 < letters.size() && letters[at + 1] == 'h';
        push(out, isPh ? 'f' : letters[at] == 'q' ? 'q' : alone(letters[at]), false);
        at += isPh ? 1 : 0;
    }
    dropLastH(out);
}

} // namespace

void sound(QByteArrayView spelled, Sounding &out)
{
    const std::string_view letters(spelled.data(), static_cast<std::size_t>(spelled.size()));
    Symbols &symbols = out.symbols;
    symbols.clear();
    for (std::size_t at = 0; at < letters.size();) {
        const char letter = letters[at];
        const char next = at + 1 < letters.size() ? letters[at + 1] : '\0';
        if (const Group *group = groupAt(letters.substr(at), next)) {
            push(symbols, group->sound.front(), true);
            at += group->letters.size();
        } else if (letter == 'g' && next == 'u' && at + 2 < letters.size() && isFront(letters[at + 2])) {
            push(symbols, 'g', true); // Serguei, Sergei
            at += 2;
        } else if (letter == 'x') {
            push(symbols, 'k', true);
            push(symbols, 's', true);
            ++at;
        } else {
            push(symbols, alone(letter), true);
            at += next == 'h' && takesH(letter) ? 2 : 1;
        }
    }
    dropLastH(symbols);
}

QByteArray soundingOf(QByteArrayView letters)
{
    Sounding sounding;
    sound(letters, sounding);
    return sounding.bytes();
}

Closeness closenessFor(qsizetype letters)
{
    return letters >= 5 ? Closeness::Sounding : letters == 4 ? Closeness::Vowels : Closeness::Letters;
}

QByteArray closeSpelling(QByteArrayView spelled, Closeness closeness)
{
    if (closeness == Closeness::Sounding)
        return soundingOf(spelled);
    Symbols out;
    if (closeness == Closeness::Umlauts) {
        for (const char c : spelled)
            push(out, c, false);
    } else if (closeness == Closeness::Vowels) {
        vowelSpelling({spelled.data(), static_cast<std::size_t>(spelled.size())}, out);
    } else {
        for (const char c : spelled)
            if (out.isEmpty() || out.back() != c)
                out.append(c);
    }
    return QByteArray(out.constData(), out.size());
}

} // namespace adit::guard
