// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/nameparts.h"

namespace adit::guard {

namespace {

using Scheme = std::vector<std::pair<char32_t, const char *>>;

/// How Cyrillic is romanised, beside the letters of its own: in English, in French, in German, by scholars; with the
/// Ukrainian h, the Serbian dj, and ya and yu without their y.
const std::vector<Scheme> schemes{
    {},
    {{U'г', "h"}},
    {{U'ђ', "dj"}},
    {{U'ю', "u"}, {U'я', "a"}, {U'є', "ie"}},
    {{U'х', "kh"}, {U'ц', "c"}, {U'ч', "c"}, {U'ш', "s"}, {U'ж', "z"}, {U'щ', "sh"}},
    {{U'х', "kh"}, {U'ц', "tz"}, {U'ч', "tch"}, {U'ш', "sch"}, {U'ж', "j"}, {U'щ', "sch"}},
    {{U'х', "kh"}, {U'ч', "tch"}, {U'ш', "ch"}, {U'ж', "j"}, {U'щ', "chtch"}, {U'у', "ou"}},
    {{U'х', "ch"}, {U'ц', "z"}, {U'ч', "tsch"}, {U'ш', "sch"}, {U'ж', "sch"}, {U'щ', "schtsch"}},
    {{U'х', "h"}, {U'ц', "c"}, {U'ч', "c"}, {U'ш', "s"}, {U'ж', "z"}, {U'щ', "sc"}}};

/// Each character in its letters, or as given for some.
QByteArray spelled(QStringView source, const Scheme &instead)
{
    QByteArray letters;
    for (const char32_t c : source.toUcs4()) {
        const char32_t lower = QChar::toCaseFolded(c);
        const auto found =
            std::find_if(instead.begin(), instead.end(), [&](const auto &entry) { return entry.first == lower; });
        const FoldedLetter folded = foldedLetter(c);
        if (found != instead.end())
            letters += found->second;
        else if (folded.kind != LetterKind::Separator && folded.kind <= LetterKind::Arabic)
            letters.append(folded.text.data(), folded.size);
    }
    return letters;
}

/// A name of look-alike letters alone, as the Latin word it looks like.
QByteArray asItLooks(QStringView source)
{
    QByteArray looks;
    for (const char32_t c : source.toUcs4())
        if (const char letter = lookAlike(c))
            looks += letter;
        else if (QChar::isLetter(c))
            return {};
    return looks.size() >= 4 ? looks : QByteArray();
}

} // namespace

QList<QByteArray> spellingsOf(const NamePart &part)
{
    QList<QByteArray> all{part.letters()};
    const auto add = [&](const QByteArray &letters) {
        if (!letters.isEmpty() && !all.contains(letters))
            all.append(letters);
    };
    const auto replaced = [&](const char *from, const char *to) {
        for (const QByteArray &known : QList<QByteArray>(all))
            add(QByteArray(known).replace(from, to));
    };
    if (part.kind == LetterKind::Arabic || part.kind == LetterKind::Foreign)
        return all;
    const QString composed = part.source.normalized(QString::NormalizationForm_C);
    if (part.kind == LetterKind::Latin) {
        add(spelled(composed, {{U'ä', "ae"}, {U'ö', "oe"}, {U'ü', "ue"}, {U'ø', "oe"}, {U'å', "aa"}}));
        add(spelled(composed, {{U'đ', "dj"}}));
        replaced("dj", "d");
        for (const char *yo : {"yo", "jo"})
            replaced(yo, "e");
        replaced("ch", "kh"); // German and Polish: Michail
        replaced("ch", "sh"); // French: Pouchkine
        return all;
    }
    for (const auto &scheme : schemes)
        for (const char *yo : {"e", "io", "o"}) {
            Scheme whole = scheme;
            whole.emplace_back(U'ё', yo);
            add(spelled(composed, whole));
        }
    add(asItLooks(composed));
    return all;
}

} // namespace adit::guard
