// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/glyphwriter.h"

#include <algorithm>
#include <cmath>

namespace adit::pdf {

namespace {

constexpr double unit = 1.0 / 1024.0;

void appendHex(QByteArray &out, quint16 glyph)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    const char code[4] = {digits[glyph >> 12], digits[(glyph >> 8) & 15], digits[(glyph >> 4) & 15],
                          digits[glyph & 15]};
    out.append(code, 4);
}

} // namespace

GlyphWriter::GlyphWriter(QByteArray &out, FontBook &fonts, const TextBlock &block, const GlyphRun &run)
    : m_out(out)
    , m_fonts(fonts)
    , m_face(fonts.face(run.face))
    , m_block(block)
    , m_run(run)
{}

/// The clusters of the run as drawn, from left to right.
std::vector<GlyphWriter::Cluster> GlyphWriter::clusters() const
{
    std::vector<Cluster> out;
    out.reserve(m_run.glyphCount);
    const quint32 end = m_run.glyph + m_run.glyphCount;
    quint32 text = m_run.rightToLeft ? m_run.text + m_run.textLength : m_run.text;
    for (quint32 i = m_run.glyph; i < end;) {
        quint32 next = i + 1;
        while (next < end && m_block.glyphs[next].characters == 0)
            ++next;
        const quint32 length = m_block.glyphs[i].characters;
        const quint32 from = m_run.rightToLeft ? text - length : text;
        out.push_back({i, next, from, from + length});
        text = m_run.rightToLeft ? from : from + length;
        i = next;
    }
    return out;
}

/// Whether a cluster is an accent or vowel sign that takes no room: it belongs to the letter before it, which stands on
/// its left, or on its right in right-to-left text.
bool GlyphWriter::isMark(const Cluster &cluster) const
{
    const Glyph &glyph = m_block.glyphs[cluster.glyph];
    return glyph.advance == 0 && glyph.id != Glyph::invisible && m_block.text[cluster.text].isMark();
}

void GlyphWriter::write()
{
    const std::vector<Cluster> all = clusters();
    for (std::size_t i = 0; i < all.size(); ++i) {
        Cluster letter = all[i];
        bool open = !m_run.rightToLeft || isMark(letter);
        while (open && i + 1 < all.size() && (m_run.rightToLeft || isMark(all[i + 1]))) {
            const Cluster &next = all[++i];
            letter.glyphEnd = next.glyphEnd;
            letter.text = std::min(letter.text, next.text);
            letter.textEnd = std::max(letter.textEnd, next.textEnd);
            open = !m_run.rightToLeft || isMark(next);
        }
        writeCluster(letter);
    }
    rise(0);
    flush();
}

/// A full stop, comma or bracket that ends words of right-to-left text. By itself it has no direction, and readers that
/// order text by what they see take it, with the space, for left-to-right; so its direction is said.
bool GlyphWriter::endsPhrase(const Cluster &cluster) const
{
    if (!m_run.rightToLeft || !m_block.text[cluster.text].isPunct())
        return false;
    return cluster.textEnd >= static_cast<quint32>(m_block.text.size()) || m_block.text[cluster.textEnd].isSpace();
}

void GlyphWriter::writeCluster(const Cluster &cluster)
{
    const std::span<const Glyph> glyphs(&m_block.glyphs[cluster.glyph], cluster.glyphEnd - cluster.glyph);
    const QStringView text = QStringView(m_block.text).mid(cluster.text, cluster.textEnd - cluster.text);
    if (glyphs.size() == 1 && glyphs[0].id != Glyph::invisible &&
        m_fonts.learn(m_run.face, glyphs, text, m_run.rightToLeft) && !endsPhrase(cluster)) {
        put({glyphs[0], m_at});
        m_at += glyphs[0].advance * unit;
        return;
    }
    std::vector<Glyph> drawn;
    std::vector<Placed> carriers;
    std::vector<Placed> marks;
    for (const Glyph &glyph : glyphs) {
        if (glyph.id != Glyph::invisible) {
            drawn.push_back(glyph);
            (glyph.advance > 0 ? carriers : marks).push_back({glyph, m_at});
        }
        m_at += glyph.advance * unit;
    }
    if (drawn.empty())
        return;
    if (carriers.empty())
        std::swap(carriers, marks);
    if (m_fonts.learn(m_run.face, drawn, text, m_run.rightToLeft) && marks.empty() && !endsPhrase(cluster)) {
        for (const Placed &placed : carriers)
            put(placed);
        return;
    }
    const QString mark = endsPhrase(cluster) ? QString(QChar(0x200F)) : QString();
    said(mark + readableText(text), carriers);
    if (!marks.empty())
        said({}, marks);
}

void GlyphWriter::said(const QString &text, std::span<const Placed> glyphs)
{
    rise(0);
    flush();
    m_out += "/Span <</ActualText " + textString(text) + ">> BDC\n";
    for (const Placed &placed : glyphs)
        put(placed);
    flush();
    m_out += "EMC\n";
}

void GlyphWriter::put(const Placed &placed)
{
    rise(-placed.glyph.dy * unit);
    moveTo(placed.at + placed.glyph.dx * unit);
    if (!m_inString)
        m_out += m_inArray ? "<" : "[<";
    m_inArray = m_inString = true;
    appendHex(m_out, placed.glyph.id);
    m_pen += m_face.advance(placed.glyph.id) * m_run.size / 1000.0;
}

void GlyphWriter::moveTo(double wanted)
{
    const int correction = static_cast<int>(std::lround((m_pen - wanted) * 1000.0 / m_run.size));
    if (correction == 0)
        return;
    if (m_inString)
        m_out += '>';
    else if (!m_inArray)
        m_out += '[';
    m_inString = false;
    m_inArray = true;
    m_out += QByteArray::number(correction);
    m_pen -= correction * m_run.size / 1000.0;
}

void GlyphWriter::rise(double points)
{
    if (std::abs(points - m_rise) < 0.005)
        return;
    flush();
    m_out += number(points) + " Ts\n";
    m_rise = points;
}

void GlyphWriter::flush()
{
    if (m_inString)
        m_out += '>';
    if (m_inArray)
        m_out += "] TJ\n";
    m_inArray = m_inString = false;
}

} // namespace adit::pdf
