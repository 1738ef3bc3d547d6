// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guard/letters.h"

#include <QHash>
#include <QString>
#include <memory>
#include <mutex>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace adit::guard {

namespace {

constexpr char32_t tableEnd = 0x2500;

/// ICU's own tables, one after the other. Its transliterators may be used from several threads.
class Romaniser
{
public:
    explicit Romaniser(const char *id)
    {
        UErrorCode status = U_ZERO_ERROR;
        m_rules.reset(icu::Transliterator::createInstance(icu::UnicodeString(id), UTRANS_FORWARD, status));
        Q_ASSERT(U_SUCCESS(status));
    }

    QString of(QStringView text) const
    {
        icu::UnicodeString out(text.utf16(), static_cast<int32_t>(text.size()));
        m_rules->transliterate(out);
        return QString(reinterpret_cast<const QChar *>(out.getBuffer()), out.length());
    }

private:
    std::unique_ptr<const icu::Transliterator> m_rules;
};

const Romaniser &anyLatin()
{
    static const Romaniser romaniser("Any-Latin; Latin-ASCII; Lower");
    return romaniser;
}

QByteArray lettersOf(const QString &text)
{
    QByteArray letters;
    for (const QChar c : text)
        if (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            letters += c.toLatin1();
    return letters;
}

/// Romanised as people write names, not as libraries do: ICU's ISO 9 drops what tells ya from a.
constexpr std::array<const char *, 32> russian{"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "i", "k",
                                               "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "h",
                                               "ts", "ch", "sh", "shch", "",  "i", "",   "e", "iu", "ia"};

const char *cyrillicLetter(char32_t c)
{
    if (c >= U'а' && c <= U'я')
        return russian[c - U'а'];
    switch (c) {
    case U'ё':
        return "e";
    case U'є':
    case U'э':
        return "e";
    case U'і':
    case U'ї':
    case U'ј':
        return "i";
    case U'ґ':
        return "g";
    case U'ў':
        return "u";
    case U'ђ':
        return "d";
    case U'ћ':
        return "c";
    case U'љ':
        return "li";
    case U'њ':
        return "ni";
    case U'џ':
        return "dz";
    case U'ѕ':
        return "dz";
    case U'ѓ':
        return "g";
    case U'ќ':
        return "k";
    case U'қ':
        return "k";
    case U'ғ':
        return "g";
    case U'ң':
        return "n";
    case U'ө':
        return "o";
    case U'ү':
    case U'ұ':
        return "u";
    case U'ә':
        return "a";
    case U'һ':
        return "h";
    case U'ҳ':
        return "h";
    case U'ҷ':
        return "j";
    case U'ӣ':
        return "i";
    case U'ӯ':
        return "u";
    default:
        return nullptr;
    }
}

/// Arabic letters become symbols of their own, compared with Arabic only (arabicspelling.h does the rest): letters that
/// people mix up are one.
const char *arabicLetter(char32_t c)
{
    switch (c) {
    case U'ا':
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
        return "a";
    case U'ب':
        return "b";
    case U'پ':
        return "p";
    case U'ت':
    case U'ط':
        return "t";
    case U'ث':
        return "c";
    case U'ج':
    case U'چ':
        return "j";
    case U'ح':
        return "x";
    case U'ه':
    case U'ة':
    case U'ہ':
        return "h";
    case U'خ':
        return "q";
    case U'د':
        return "d";
    case U'ذ':
    case U'ز':
    case U'ظ':
    case U'ژ':
        return "z";
    case U'ر':
        return "r";
    case U'س':
    case U'ص':
        return "s";
    case U'ش':
        return "v";
    case U'ض':
        return "w";
    case U'ع':
        return "e";
    case U'غ':
    case U'گ':
        return "g";
    case U'ف':
        return "f";
    case U'ق':
        return "u";
    case U'ك':
    case U'ک':
        return "k";
    case U'ل':
        return "l";
    case U'م':
        return "m";
    case U'ن':
        return "n";
    case U'و':
    case U'ؤ':
        return "o";
    case U'ي':
    case U'ى':
    case U'ئ':
    case U'ی':
        return "i";
    default:
        return "";
    }
}

bool isUnspaced(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
        return true;
    default:
        return false;
    }
}

bool isSilent(char32_t c)
{
    return (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2061 && c <= 0x2064) ||
           (c >= 0x2066 && c <= 0x206F) || c == 0x034F || c == 0x061C || c == 0x0640 || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0000 && c <= 0xE01EF);
}

bool isSeam(char32_t c)
{
    return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x180E;
}

FoldedLetter made(LetterKind kind, const QByteArray &letters, bool isUpper)
{
    FoldedLetter folded{kind, 0, isUpper, {}};
    folded.size = static_cast<std::uint8_t>(std::min<qsizetype>(letters.size(), qsizetype(folded.text.size())));
    std::copy_n(letters.constData(), folded.size, folded.text.begin());
    return folded;
}

FoldedLetter foldedByScript(char32_t c, bool isUpper)
{
    const char32_t lower = QChar::toCaseFolded(c);
    switch (QChar::script(c)) {
    case QChar::Script_Cyrillic:
        if (const char *letters = cyrillicLetter(lower))
            return made(LetterKind::Cyrillic, letters, isUpper);
        return made(LetterKind::Cyrillic, lettersOf(anyLatin().of(QString::fromUcs4(&lower, 1))), isUpper);
    case QChar::Script_Arabic:
        return made(LetterKind::Arabic, arabicLetter(c), isUpper);
    case QChar::Script_Greek:
        return made(LetterKind::Greek, lettersOf(anyLatin().of(QString::fromUcs4(&lower, 1))), isUpper);
    case QChar::Script_Latin:
    case QChar::Script_Common:
        return made(LetterKind::Latin, lettersOf(anyLatin().of(QString::fromUcs4(&lower, 1))), isUpper);
    default:
        return {isUnspaced(QChar::script(c)) ? LetterKind::Unspaced : LetterKind::Foreign, 0, isUpper, {}};
    }
}

/// Ligatures, full-width and mathematical letters are folded piece by piece.
FoldedLetter foldedAlone(char32_t c)
{
    if (isSeam(c))
        return {LetterKind::Seam, 0, false, {}};
    if (isSilent(c))
        return {LetterKind::Silent, 0, false, {}};
    if (const int digit = QChar::digitValue(c); digit >= 0)
        return made(LetterKind::Digit, QByteArray(1, static_cast<char>('0' + digit)), false);
    if (QChar::isMark(c)) {
        const auto script = QChar::script(c);
        const bool isOfWord = script != QChar::Script_Inherited && script != QChar::Script_Arabic &&
                              script != QChar::Script_Latin && script != QChar::Script_Cyrillic &&
                              script != QChar::Script_Greek;
        return {!isOfWord            ? LetterKind::Silent
                : isUnspaced(script) ? LetterKind::Unspaced
                                     : LetterKind::Foreign,
                0,
                false,
                {}};
    }
    const QString whole = QString::fromUcs4(&c, 1);
    if (QChar::isLetter(c) &&
        (QChar::decompositionTag(c) <= QChar::Canonical || QChar::script(c) == QChar::Script_Latin) &&
        QChar::script(c) != QChar::Script_Common)
        if (const FoldedLetter folded = foldedByScript(c, QChar::isUpper(c));
            folded.size > 0 || c < tableEnd || folded.kind >= LetterKind::Unspaced)
            return folded;
    const QString pieces = whole.normalized(QString::NormalizationForm_KD);
    if (pieces == whole)
        return QChar::isLetter(c) ? foldedByScript(c, QChar::isUpper(c)) : FoldedLetter{};
    FoldedLetter all;
    QByteArray letters;
    for (const char32_t piece : pieces.toUcs4()) {
        const FoldedLetter folded = foldedAlone(piece);
        if (folded.kind == LetterKind::Separator || folded.kind >= LetterKind::Silent)
            continue;
        all = {folded.kind, 0, folded.isUpper, {}};
        letters.append(folded.text.data(), folded.size);
    }
    return made(all.kind, letters, all.isUpper);
}

using LetterTable = std::array<FoldedLetter, tableEnd>;

std::unique_ptr<const LetterTable> letterTable()
{
    auto table = std::make_unique<LetterTable>();
    for (char32_t c = 0; c < tableEnd; ++c)
        (*table)[c] = foldedAlone(c);
    return table;
}

struct Pair
{
    char32_t from;
    char latin;
};

constexpr std::array lookAlikes{Pair{U'а', 'a'}, Pair{U'в', 'b'}, Pair{U'с', 'c'}, Pair{U'е', 'e'}, Pair{U'ё', 'e'},
                                Pair{U'н', 'h'}, Pair{U'һ', 'h'}, Pair{U'і', 'i'}, Pair{U'ї', 'i'}, Pair{U'ј', 'j'},
                                Pair{U'к', 'k'}, Pair{U'м', 'm'}, Pair{U'о', 'o'}, Pair{U'р', 'p'}, Pair{U'ԛ', 'q'},
                                Pair{U'ѕ', 's'}, Pair{U'т', 't'}, Pair{U'у', 'y'}, Pair{U'ү', 'y'}, Pair{U'ԝ', 'w'},
                                Pair{U'х', 'x'}, Pair{U'ԁ', 'd'}, Pair{U'ӏ', 'l'}, Pair{U'ь', 'b'}, Pair{U'г', 'r'},
                                Pair{U'п', 'n'}, Pair{U'и', 'u'}, Pair{U'α', 'a'}, Pair{U'β', 'b'}, Pair{U'ε', 'e'},
                                Pair{U'ζ', 'z'}, Pair{U'η', 'h'}, Pair{U'ι', 'i'}, Pair{U'κ', 'k'}, Pair{U'μ', 'm'},
                                Pair{U'ν', 'n'}, Pair{U'ο', 'o'}, Pair{U'ρ', 'p'}, Pair{U'τ', 't'}, Pair{U'υ', 'y'},
                                Pair{U'χ', 'x'}, Pair{U'γ', 'y'}, Pair{U'ϲ', 'c'}, Pair{U'ϳ', 'j'}, Pair{U'ά', 'a'},
                                Pair{U'έ', 'e'}, Pair{U'ή', 'h'}, Pair{U'ί', 'i'}, Pair{U'ό', 'o'}, Pair{U'ύ', 'y'}};

} // namespace

FoldedLetter foldedLetter(char32_t character)
{
    static const std::unique_ptr<const LetterTable> table = letterTable();
    return character < tableEnd && table ? (*table)[character] : foldedAlone(character);
}

char lookAlike(char32_t character)
{
    const char32_t lower = QChar::toCaseFolded(character);
    const auto *const found =
        std::find_if(lookAlikes.begin(), lookAlikes.end(), [&](Pair pair) { return pair.from == lower; });
    return found == lookAlikes.end() ? '\0' : found->latin;
}

char32_t cyrillicLookAlike(char32_t character)
{
    switch (QChar::toCaseFolded(character)) {
    case U'a':
        return U'а';
    case U'b':
        return U'в';
    case U'c':
        return U'с';
    case U'e':
        return U'е';
    case U'h':
        return U'н';
    case U'i':
        return U'и';
    case U'j':
        return U'й';
    case U'k':
        return U'к';
    case U'm':
        return U'м';
    case U'o':
        return U'о';
    case U'p':
        return U'р';
    case U't':
        return U'т';
    case U'u':
        return U'и';
    case U'x':
        return U'х';
    case U'y':
        return U'у';
    default:
        return 0;
    }
}

QByteArray pinyinOf(char32_t character)
{
    static const Romaniser romaniser("Han-Latin; Latin-ASCII; Lower");
    static std::mutex mutex;
    static QHash<char32_t, QByteArray> known; // a few thousand characters at most
    if (QChar::script(character) != QChar::Script_Han)
        return {};
    const std::lock_guard lock(mutex);
    auto at = known.constFind(character);
    if (at == known.constEnd())
        at = known.insert(character, lettersOf(romaniser.of(QString::fromUcs4(&character, 1))));
    return *at;
}

char32_t plainForm(char32_t character)
{
    static const Romaniser simplifier("Traditional-Simplified; Halfwidth-Fullwidth");
    static std::mutex mutex;
    static QHash<char32_t, char32_t> known;
    if (character < 0x2E80)
        return character;
    const std::lock_guard lock(mutex);
    auto at = known.constFind(character);
    if (at == known.constEnd())
        at = known.insert(character, simplifier.of(QString::fromUcs4(&character, 1)).toUcs4().value(0, character));
    return *at;
}

QByteArray romanised(QStringView word)
{
    return lettersOf(anyLatin().of(word));
}

} // namespace adit::guard
