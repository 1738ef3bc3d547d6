// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/direction.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace adit::pdf {

namespace {

constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar rightToLeftIsolate(0x2067);
constexpr QChar popIsolate(0x2069);
constexpr QChar popEmbedding(0x202C);

bool isControl(QChar c)
{
    return (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
}

bool mayReorder(char16_t u)
{
    return u >= 0x0590 && (u < 0x0900 || isControl(u) || QChar::isSurrogate(u) || u >= 0xFB1D);
}

std::u16string_view unitsOf(const QString &text)
{
    return {reinterpret_cast<const char16_t *>(text.utf16()), static_cast<std::size_t>(text.size())};
}

/// Walks a text and keeps account of what is open.
class Balance
{
public:
    QString run(const QString &text)
    {
        for (const QChar c : text)
            add(c);
        closeAll();
        return std::move(m_out);
    }

private:
    enum class Open { Embedding, Isolate, Dropped };

    void add(QChar c)
    {
        if (c == u'\n' || c == QChar::ParagraphSeparator)
            closeAll();
        if (!isControl(c))
            m_out += c;
        else if (c == popEmbedding)
            pop();
        else if (c == popIsolate)
            leaveIsolate();
        else
            open(c);
    }

    void open(QChar c)
    {
        const bool overrides = c.unicode() == 0x202D || c.unicode() == 0x202E;
        m_open.push_back(overrides ? Open::Dropped : c.unicode() < 0x2066 ? Open::Embedding : Open::Isolate);
        if (!overrides)
            m_out += c;
    }

    void pop()
    {
        if (!m_open.empty() && m_open.back() != Open::Isolate)
            closeLast();
    }

    /// Closes what was opened inside it, too.
    void leaveIsolate()
    {
        if (std::find(m_open.begin(), m_open.end(), Open::Isolate) == m_open.end())
            return;
        while (m_open.back() != Open::Isolate)
            closeLast();
        closeLast();
    }

    void closeLast()
    {
        if (m_open.back() != Open::Dropped)
            m_out += m_open.back() == Open::Isolate ? popIsolate : popEmbedding;
        m_open.pop_back();
    }
    void closeAll()
    {
        while (!m_open.empty())
            closeLast();
    }

    QString m_out;
    std::vector<Open> m_open;
};

/// Whether a letter outside of isolates says which way the text is read. `text` is balanced.
bool hasDirection(const QString &text)
{
    int depth = 0;
    for (const QChar c : text) {
        if (c.unicode() >= 0x2066 && c.unicode() <= 0x2068)
            ++depth;
        else if (c == popIsolate)
            --depth;
        else if (depth == 0 && (c.isLetter() || c.isSurrogate()))
            return true;
    }
    return false;
}

} // namespace

QString balanced(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isControl) ? Balance().run(text) : text;
}

QString isolated(const QString &text, bool rightToLeft)
{
    const std::u16string_view units = unitsOf(text);
    const auto isLetter = [](char16_t u) { return QChar::isLetter(u); };
    if (std::none_of(units.begin(), units.end(), mayReorder) &&
        !(rightToLeft && std::any_of(units.begin(), units.end(), isLetter)))
        return text;
    const QString clean = balanced(text);
    // Figures and isolated words alone have no direction of their own: "21 August 2026" in Arabic.
    return (rightToLeft && !hasDirection(clean) ? rightToLeftIsolate : firstStrongIsolate) + clean + popIsolate;
}

} // namespace adit::pdf
