// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/scripts.h"

#include <algorithm>
#include <array>

namespace adit::pdf {

namespace {

struct ScriptName
{
    QChar::Script script;
    const char16_t *name;
};

/// As Noto names its families.
constexpr std::array scriptNames{
    ScriptName{QChar::Script_Armenian, u"Armenian"},
    ScriptName{QChar::Script_Bengali, u"Bengali"},
    ScriptName{QChar::Script_CanadianAboriginal, u"Canadian Aboriginal"},
    ScriptName{QChar::Script_Cherokee, u"Cherokee"},
    ScriptName{QChar::Script_Devanagari, u"Devanagari"},
    ScriptName{QChar::Script_Ethiopic, u"Ethiopic"},
    ScriptName{QChar::Script_Georgian, u"Georgian"},
    ScriptName{QChar::Script_Gujarati, u"Gujarati"},
    ScriptName{QChar::Script_Gurmukhi, u"Gurmukhi"},
    ScriptName{QChar::Script_Hebrew, u"Hebrew"},
    ScriptName{QChar::Script_Kannada, u"Kannada"},
    ScriptName{QChar::Script_Khmer, u"Khmer"},
    ScriptName{QChar::Script_Lao, u"Lao"},
    ScriptName{QChar::Script_Malayalam, u"Malayalam"},
    ScriptName{QChar::Script_Mongolian, u"Mongolian"},
    ScriptName{QChar::Script_Myanmar, u"Myanmar"},
    ScriptName{QChar::Script_Nko, u"NKo"},
    ScriptName{QChar::Script_OlChiki, u"Ol Chiki"},
    ScriptName{QChar::Script_Oriya, u"Oriya"},
    ScriptName{QChar::Script_Sinhala, u"Sinhala"},
    ScriptName{QChar::Script_Syriac, u"Syriac"},
    ScriptName{QChar::Script_Tamil, u"Tamil"},
    ScriptName{QChar::Script_Telugu, u"Telugu"},
    ScriptName{QChar::Script_Thaana, u"Thaana"},
    ScriptName{QChar::Script_Thai, u"Thai"},
    ScriptName{QChar::Script_Tibetan, u"Tibetan"},
    ScriptName{QChar::Script_Tifinagh, u"Tifinagh"},
};

bool isCjk(QChar::Script script)
{
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana ||
           script == QChar::Script_Hangul || script == QChar::Script_Bopomofo;
}

/// Marks and digits shared by several scripts belong to the one whose fonts draw them.
QChar::Script scriptOf(char32_t c)
{
    if (c < 0x0530)
        return QChar::Script_Latin;
    if ((c >= 0x0600 && c < 0x0700) || (c >= 0x0750 && c < 0x0780) || (c >= 0x08A0 && c < 0x0900) ||
        (c >= 0xFB50 && c < 0xFE00) || (c >= 0xFE70 && c < 0xFEFF))
        return QChar::Script_Arabic;
    if (c == 0x0964 || c == 0x0965)
        return QChar::Script_Devanagari;
    const QChar::Script script = QChar::script(c);
    switch (script) {
    case QChar::Script_Common:
        return (c >= 0x2E80 && c < 0x3040) || (c >= 0xFF00 && c < 0xFFF0) ? QChar::Script_Han : QChar::Script_Common;
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Inherited:
        return QChar::Script_Latin;
    default:
        return script;
    }
}

bool isNeutral(QChar c)
{
    return c.isSpace() || c.isPunct();
}

/// Spaces and punctuation between two words of a script are set in its fonts.
bool joins(QStringView between)
{
    return std::all_of(between.begin(), between.end(), isNeutral);
}

bool isRightToLeft(QChar::Script script)
{
    return script == QChar::Script_Arabic || script == QChar::Script_Hebrew || script == QChar::Script_Syriac ||
           script == QChar::Script_Thaana || script == QChar::Script_Nko;
}

/// A bracket or full stop at the end of right-to-left words, in a font or size of its own, would be read back apart.
void takeNeutrals(QStringView text, std::vector<ScriptRange> &ranges)
{
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        ScriptRange &range = ranges[i];
        if (!isRightToLeft(range.script))
            continue;
        const qsizetype least = i == 0 ? 0 : ranges[i - 1].to;
        const qsizetype most = i + 1 == ranges.size() ? text.size() : ranges[i + 1].from;
        while (range.from > least && text[range.from - 1].isPunct())
            --range.from;
        while (range.to < most && text[range.to].isPunct())
            ++range.to;
    }
}

/// By the language where it is one of these, else by the script.
QString hanVariant(QChar::Script script, const QString &language)
{
    const bool says = language.startsWith(QLatin1String("zh"));
    const bool kana = script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
    if (language.startsWith(QLatin1String("ja")) || (kana && !says))
        return QStringLiteral("JP");
    if (language.startsWith(QLatin1String("ko")) || (script == QChar::Script_Hangul && !says))
        return QStringLiteral("KR");
    if (language == QLatin1String("zh-HK") || language == QLatin1String("zh-MO"))
        return QStringLiteral("HK");
    if (language == QLatin1String("zh-TW") || language.startsWith(QLatin1String("zh-Hant")))
        return QStringLiteral("TC");
    return QStringLiteral("SC");
}

} // namespace

std::vector<ScriptRange> foreignRanges(QStringView text)
{
    std::vector<ScriptRange> out;
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const qsizetype next = i + (pair ? 2 : 1);
        const QChar::Script script = scriptOf(c);
        const bool goesOn =
            !out.empty() && (out.back().script == script || (isCjk(script) && isCjk(out.back().script)));
        if (script != QChar::Script_Latin && script != QChar::Script_Common) {
            if (goesOn && joins(text.mid(out.back().to, i - out.back().to)))
                out.back().to = next;
            else
                out.push_back({i, next, script});
        } else if (!out.empty() && out.back().to == i && QChar::script(c) == QChar::Script_Inherited) {
            out.back().to = next;
        }
        i = next;
    }
    takeNeutrals(text, out);
    return out;
}

QStringList familiesFor(QChar::Script script, Family family, const QString &language)
{
    const QString stem = family == Family::Serif ? QStringLiteral("Noto Serif") : QStringLiteral("Noto Sans");
    if (script == QChar::Script_Latin)
        return {stem, QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Symbols"),
                QStringLiteral("Noto Sans Symbols2"), QStringLiteral("Noto Sans Math")};
    if (script == QChar::Script_Arabic)
        return {family == Family::Serif ? QStringLiteral("Noto Naskh Arabic") : QStringLiteral("Noto Sans Arabic"),
                stem};
    if (isCjk(script)) {
        const QString variant = QStringLiteral(" CJK ") + hanVariant(script, language);
        return {stem + variant, QStringLiteral("Noto Sans") + variant, stem};
    }
    const auto *found = std::find_if(scriptNames.begin(), scriptNames.end(),
                                     [script](const ScriptName &name) { return name.script == script; });
    if (found == scriptNames.end())
        return familiesFor(QChar::Script_Latin, family, language);
    const QString name = QLatin1Char(' ') + QString::fromUtf16(found->name);
    if (script == QChar::Script_Myanmar) // its serif's bold file says that it is regular, and is taken for it
        return {QStringLiteral("Noto Sans") + name, stem};
    return {stem + name, QStringLiteral("Noto Sans") + name, QStringLiteral("Noto Serif") + name, stem};
}

QStringList mainFamilies(QChar::Script script, Family family, const QString &language)
{
    QStringList all = familiesFor(script, family, language);
    const QString latin = familiesFor(QChar::Script_Latin, family, {}).first();
    if (all.first() == latin)
        return {latin};
    all.removeAll(latin);
    return all;
}

QString packageFor(QChar::Script script)
{
    return isCjk(script) ? QStringLiteral("fonts-noto-cjk") : QStringLiteral("fonts-noto-core");
}

double scaleFor(QChar::Script script, Family family)
{
    if (script != QChar::Script_Arabic)
        return 1;
    return family == Family::Serif ? 1.12 : 1.08;
}

} // namespace adit::pdf
