// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/languages.h"

#include "core/pdf/scripts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace adit::pdf {

namespace {

struct ScriptLanguage
{
    QChar::Script script;
    const char *language;
    const char *region = ""; ///< where another language than the first is written so
};

constexpr std::array table{
    ScriptLanguage{QChar::Script_Arabic, "fa", "IR"},
    ScriptLanguage{QChar::Script_Arabic, "fa", "AF"},
    ScriptLanguage{QChar::Script_Arabic, "ur", "PK"},
    ScriptLanguage{QChar::Script_Arabic, "ar"},
    ScriptLanguage{QChar::Script_Armenian, "hy"},
    ScriptLanguage{QChar::Script_Bengali, "bn"},
    ScriptLanguage{QChar::Script_Cherokee, "chr"},
    ScriptLanguage{QChar::Script_CanadianAboriginal, "iu"},
    ScriptLanguage{QChar::Script_Cyrillic, "uk", "UA"},
    ScriptLanguage{QChar::Script_Cyrillic, "be", "BY"},
    ScriptLanguage{QChar::Script_Cyrillic, "bg", "BG"},
    ScriptLanguage{QChar::Script_Cyrillic, "sr", "RS"},
    ScriptLanguage{QChar::Script_Cyrillic, "mk", "MK"},
    ScriptLanguage{QChar::Script_Cyrillic, "mn", "MN"},
    ScriptLanguage{QChar::Script_Cyrillic, "kk", "KZ"},
    ScriptLanguage{QChar::Script_Cyrillic, "ky", "KG"},
    ScriptLanguage{QChar::Script_Cyrillic, "tg", "TJ"},
    ScriptLanguage{QChar::Script_Cyrillic, "ru"},
    ScriptLanguage{QChar::Script_Devanagari, "ne", "NP"},
    ScriptLanguage{QChar::Script_Devanagari, "hi"},
    ScriptLanguage{QChar::Script_Ethiopic, "ti", "ER"},
    ScriptLanguage{QChar::Script_Ethiopic, "am"},
    ScriptLanguage{QChar::Script_Georgian, "ka"},
    ScriptLanguage{QChar::Script_Greek, "el"},
    ScriptLanguage{QChar::Script_Gujarati, "gu"},
    ScriptLanguage{QChar::Script_Gurmukhi, "pa"},
    ScriptLanguage{QChar::Script_Hebrew, "he"},
    ScriptLanguage{QChar::Script_Kannada, "kn"},
    ScriptLanguage{QChar::Script_Khmer, "km"},
    ScriptLanguage{QChar::Script_Lao, "lo"},
    ScriptLanguage{QChar::Script_Malayalam, "ml"},
    ScriptLanguage{QChar::Script_Mongolian, "mn"},
    ScriptLanguage{QChar::Script_Myanmar, "my"},
    ScriptLanguage{QChar::Script_Nko, "nqo"},
    ScriptLanguage{QChar::Script_OlChiki, "sat"},
    ScriptLanguage{QChar::Script_Oriya, "or"},
    ScriptLanguage{QChar::Script_Sinhala, "si"},
    ScriptLanguage{QChar::Script_Syriac, "syr"},
    ScriptLanguage{QChar::Script_Tamil, "ta"},
    ScriptLanguage{QChar::Script_Telugu, "te"},
    ScriptLanguage{QChar::Script_Thaana, "dv"},
    ScriptLanguage{QChar::Script_Thai, "th"},
    ScriptLanguage{QChar::Script_Tibetan, "dz", "BT"},
    ScriptLanguage{QChar::Script_Tibetan, "bo"},
    ScriptLanguage{QChar::Script_Tifinagh, "zgh"},
    ScriptLanguage{QChar::Script_Hiragana, "ja"},
    ScriptLanguage{QChar::Script_Katakana, "ja"},
    ScriptLanguage{QChar::Script_Hangul, "ko"},
    ScriptLanguage{QChar::Script_Bopomofo, "zh-TW"},
    ScriptLanguage{QChar::Script_Han, "ja", "JP"},
    ScriptLanguage{QChar::Script_Han, "ko", "KR"},
    ScriptLanguage{QChar::Script_Han, "zh-TW", "TW"},
    ScriptLanguage{QChar::Script_Han, "zh-HK", "HK"},
    ScriptLanguage{QChar::Script_Han, "zh-HK", "MO"},
    ScriptLanguage{QChar::Script_Han, "zh"},
};

/// What is asked of a passage's surroundings.
struct Around
{
    QString language; ///< the paragraph's
    QString region;
};

/// The paragraph's own where that is written so. Empty for Latin, and where a script does not tell the language.
QString languageOf(QChar::Script script, const Around &around)
{
    const QString main = around.language.section(QLatin1Char('-'), 0, 0);
    const ScriptLanguage *found = nullptr;
    for (const ScriptLanguage &entry : table) {
        if (entry.script != script)
            continue;
        if (main == QLatin1String(entry.language).left(2))
            return around.language;
        if (!found && (*entry.region == 0 || around.region == QLatin1String(entry.region)))
            found = &entry;
    }
    return found ? QString::fromLatin1(found->language) : QString();
}

bool isForeign(char16_t u)
{
    return u >= 0x0370 && (u < 0x1E00 || (u >= 0x1F00 && u < 0x2000) || (u >= 0x202A && u < 0x202F) ||
                           (u >= 0x2066 && u < 0x206A) || u >= 0x2C80);
}

bool isForeignText(const QString &text)
{
    // Over plain units: every text of a report comes by here.
    const std::u16string_view units(reinterpret_cast<const char16_t *>(text.utf16()),
                                    static_cast<std::size_t>(text.size()));
    return std::any_of(units.begin(), units.end(), isForeign);
}

struct Passage
{
    qsizetype from;
    qsizetype to;
    QString language;
};

/// Finds the passages of one text. Han is Japanese beside kana and Korean beside Hangul, wherever they are in it.
class Passages
{
public:
    Passages(const QString &text, Around around)
        : m_text(text)
        , m_around(std::move(around))
    {}

    std::vector<Passage> run()
    {
        noteEastAsian();
        for (qsizetype at = 0; at < m_text.size();) {
            const bool pair = m_text[at].isHighSurrogate() && at + 1 < m_text.size();
            const char32_t c = pair ? QChar::surrogateToUcs4(m_text[at], m_text[at + 1]) : m_text[at].unicode();
            const qsizetype next = at + (pair ? 2 : 1);
            add(QChar::script(c), at, next);
            at = next;
        }
        std::erase_if(m_out, [this](const Passage &passage) { return isSymbol(passage); });
        for (std::size_t i = 0; i < m_out.size(); ++i)
            takeNeutrals(i);
        return std::move(m_out);
    }

private:
    void noteEastAsian()
    {
        const QString own = languageOf(QChar::Script_Han, m_around);
        if (own == m_around.language) {
            m_han = own;
            return;
        }
        for (const QChar c : m_text) {
            const QChar::Script script = c.script();
            if (script == QChar::Script_Hiragana || script == QChar::Script_Katakana)
                m_han = QStringLiteral("ja");
            else if (script == QChar::Script_Hangul && m_han.isEmpty())
                m_han = QStringLiteral("ko");
        }
        if (m_han.isEmpty())
            m_han = own;
    }

    void add(QChar::Script script, qsizetype from, qsizetype to)
    {
        if (script == QChar::Script_Common || script == QChar::Script_Inherited || script == QChar::Script_Unknown)
            return;
        const QString language = script == QChar::Script_Han ? m_han : languageOf(script, m_around);
        if (language.isEmpty())
            m_open = false;
        else if (m_open && m_out.back().language == language)
            m_out.back().to = to;
        else
            m_out.push_back({from, to, language});
        m_open = !language.isEmpty();
    }

    /// One Greek letter in other text is a sign of measure or of mathematics.
    bool isSymbol(const Passage &passage) const
    {
        return passage.language == QLatin1String("el") && passage.to - passage.from < 2;
    }

    /// Marks, stops and brackets beside a passage are drawn in one go with it.
    void takeNeutrals(std::size_t i)
    {
        const qsizetype least = i == 0 ? 0 : m_out[i - 1].to;
        const qsizetype most = i + 1 == m_out.size() ? m_text.size() : m_out[i + 1].from;
        const auto belongs = [](QChar c) { return c.isPunct() || c.isMark() || c.category() == QChar::Other_Format; };
        Passage &passage = m_out[i];
        while (passage.from > least && belongs(m_text[passage.from - 1]))
            --passage.from;
        while (passage.to < most && belongs(m_text[passage.to]))
            ++passage.to;
    }

    const QString &m_text;
    Around m_around;
    QString m_han;
    std::vector<Passage> m_out;
    bool m_open = false; ///< nothing of another language came after the last passage
};

void divide(const Span &span, const Around &around, std::vector<Span> &out)
{
    qsizetype at = 0;
    const auto part = [&](qsizetype to, const QString &language) {
        if (to <= at)
            return;
        out.push_back(span);
        out.back().text = span.text.mid(at, to - at);
        out.back().language = language;
        at = to;
    };
    for (const Passage &passage : Passages(span.text, around).run()) {
        part(passage.from, {});
        part(passage.to, passage.language);
    }
    part(span.text.size(), {});
}

} // namespace

bool hasForeignText(const Paragraph &paragraph)
{
    return std::ranges::any_of(paragraph.spans, [](const Span &span) { return isForeignText(span.text); });
}

void markLanguages(Paragraph &paragraph)
{
    std::vector<Span> out;
    out.reserve(paragraph.spans.size() + 4);
    for (const Span &span : paragraph.spans) {
        if (span.language.isEmpty() && !span.mark && isForeignText(span.text))
            divide(span, {paragraph.language, paragraph.region}, out);
        else
            out.push_back(span);
    }
    paragraph.spans = std::move(out);
}

} // namespace adit::pdf
