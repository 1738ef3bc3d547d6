// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/fitting.h"

#include <algorithm>

namespace adit::pdf {

namespace {

constexpr char32_t asText = 0xFE0E;
constexpr char32_t asPicture = 0xFE0F;

struct Character
{
    char32_t code;
    qsizetype from;
    qsizetype to;
};

Character characterAt(const QString &text, qsizetype at)
{
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return pair ? Character{QChar::surrogateToUcs4(text[at], text[at + 1]), at, at + 2}
                : Character{text[at].unicode(), at, at + 1};
}

/// Takes no ink, so that it needs no font.
bool isInkless(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return c == u'\n' || c == u'\t' || c == QChar::ObjectReplacementCharacter || category == QChar::Separator_Space ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
           category == QChar::Other_Format || c == asText || c == asPicture;
}

/// No font may draw it, whatever some font has in that place.
bool isMeaningless(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Surrogate ||
           category == QChar::Other_PrivateUse || category == QChar::Other_NotAssigned;
}

/// Drawn in colour by default, by a font that is not the report's, unless a mark after it asks for plain text.
bool mayBePicture(char32_t c)
{
    return ((c >= 0x2300 && c < 0x2C00) || c >= 0x1F000) && QChar::category(c) == QChar::Symbol_Other;
}

bool changesSkin(char32_t c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

class Fitter
{
public:
    Fitter(const Paragraph &paragraph, const Source &source, FontCoverage &coverage)
        : m_paragraph(paragraph)
        , m_source(source)
        , m_coverage(coverage)
    {}

    Fit run()
    {
        for (qsizetype at = 0; at < m_source.text.size();) {
            const Character character = characterAt(m_source.text, at);
            at = character.to;
            if (character.code >= 0x80 || character.code < 0x20)
                look(character);
        }
        return std::move(m_fit);
    }

private:
    void look(const Character &character)
    {
        if (character.code == asPicture)
            change(character, {});
        if (isInkless(character.code))
            return;
        wantFamilies(character.from);
        const QString family =
            isMeaningless(character.code) ? QString() : m_coverage.familyFor(character.code, m_wanted);
        if (family.isEmpty())
            return replace(character);
        if (!m_wanted.contains(family))
            borrow(character, family);
        if (mayBePicture(character.code))
            change({character.code, character.to, character.to}, QString(QChar(asText)));
    }

    /// Families of the script and span at a place; they seldom change from one character to the next.
    void wantFamilies(qsizetype at)
    {
        const QChar::Script script = m_source.scriptAt(at);
        const quint32 span = m_source.spanAt(static_cast<quint32>(at));
        if (!m_wanted.isEmpty() && script == m_script && span == m_span)
            return;
        m_script = script;
        m_span = span;
        const Span &style = m_paragraph.spans[span];
        const QString &language = style.language.isEmpty() ? m_paragraph.language : style.language;
        m_wanted = familiesFor(script, style.style.family, language);
        const QStringList main = mainFamilies(script, style.style.family, language);
        const auto installed = [this](const QString &family) { return m_coverage.isInstalled(family); };
        if (!m_fit.missing && !std::ranges::any_of(main, installed))
            m_fit.missing = Error{ErrorCode::FontMissing, main.first(), packageFor(script)};
    }

    /// Of a picture made of several characters one sign stays.
    void replace(const Character &character)
    {
        const bool goesOn =
            changesSkin(character.code) && !m_fit.changes.empty() && m_fit.changes.back().to == character.from;
        change(character, goesOn ? QString() : QString(QChar(QChar::ReplacementCharacter)));
    }
    void change(const Character &character, const QString &text)
    {
        m_fit.changes.push_back({character.from, character.to, text});
    }

    void borrow(const Character &character, const QString &family)
    {
        std::vector<Borrowed> &borrowed = m_fit.borrowed;
        if (!borrowed.empty() && borrowed.back().to == character.from && borrowed.back().family == family &&
            m_source.spanAt(static_cast<quint32>(borrowed.back().from)) == m_span)
            borrowed.back().to = character.to;
        else
            borrowed.push_back({character.from, character.to, family});
    }

    const Paragraph &m_paragraph;
    const Source &m_source;
    FontCoverage &m_coverage;
    Fit m_fit;
    QStringList m_wanted;
    QChar::Script m_script = QChar::Script_Unknown;
    quint32 m_span = 0;
};

} // namespace

Fit fitOf(const Paragraph &paragraph, const Source &source, FontCoverage &coverage)
{
    return Fitter(paragraph, source, coverage).run();
}

Paragraph changed(const Paragraph &paragraph, const Source &source, const std::vector<Fit::Change> &changes)
{
    Paragraph out = paragraph;
    for (std::size_t i = 0; i < out.spans.size(); ++i)
        if (!out.spans[i].mark)
            out.spans[i].text = source.text.mid(source.starts[i], source.starts[i + 1] - source.starts[i]);
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const auto last = static_cast<quint32>(std::max<qsizetype>(change->from, change->to - 1));
        const quint32 span = source.spanAt(change->from == change->to && last > 0 ? last - 1 : last);
        out.spans[span].text.replace(change->from - source.starts[span], change->to - change->from, change->text);
    }
    return out;
}

} // namespace adit::pdf
