// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/paragraphsource.h"

#include <algorithm>

namespace adit::pdf {

quint32 Source::spanAt(quint32 unit) const
{
    return static_cast<quint32>(std::upper_bound(starts.begin(), starts.end() - 1, unit) - starts.begin() - 1);
}

QChar::Script Source::scriptAt(qsizetype unit) const
{
    const auto after = std::upper_bound(foreign.begin(), foreign.end(), unit,
                                        [](qsizetype at, const ScriptRange &range) { return at < range.to; });
    return after != foreign.end() && after->from <= unit ? after->script : QChar::Script_Latin;
}

Source sourceOf(const Paragraph &paragraph)
{
    Source out;
    for (const Span &span : paragraph.spans) {
        out.starts.push_back(static_cast<quint32>(out.text.size()));
        if (span.mark)
            out.text += QChar::ObjectReplacementCharacter;
        else
            out.text += QString(span.text).remove(QChar::ObjectReplacementCharacter);
    }
    out.starts.push_back(static_cast<quint32>(out.text.size()));
    out.utf8 = out.text.toUtf8();
    if (out.utf8.size() == out.text.size())
        return out;
    out.foreign = foreignRanges(out.text);
    out.unitAt.reserve(static_cast<std::size_t>(out.utf8.size()) + 1);
    quint32 unit = 0;
    for (qsizetype i = 0; i < out.utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out.utf8[i]);
        if (i > 0 && (byte & 0xC0) != 0x80)
            unit += out.text[unit].isHighSurrogate() && out.text[unit + 1].isLowSurrogate() ? 2 : 1;
        out.unitAt.push_back(unit);
    }
    out.unitAt.push_back(static_cast<quint32>(out.text.size()));
    return out;
}

void dropEndSpace(TextBlock &block, GlyphRun &run)
{
    QStringView text = QStringView(block.text).mid(run.text, run.textLength);
    for (quint32 i = 0; i < run.glyphCount && !text.isEmpty(); ++i) {
        Glyph &glyph = block.glyphs[run.rightToLeft ? run.glyph + i : run.glyph + run.glyphCount - 1 - i];
        const QChar c = text.back();
        if (glyph.characters != 1 || !(c == u' ' || c == u'\n' || c == QChar::LineSeparator))
            return;
        run.width -= glyph.advance / 1024.0;
        glyph.advance = 0;
        text.chop(1);
    }
}

void align(const Paragraph &paragraph, TextBlock &block)
{
    block.room = paragraph.width > 0 ? paragraph.width : block.width();
    if (paragraph.width <= 0)
        return;
    const bool right = (paragraph.align == Align::End) != paragraph.rightToLeft;
    const double share = paragraph.align == Align::Center ? 0.5 : right ? 1 : 0;
    for (TextLine &line : block.lines) {
        line.x = (paragraph.width - line.width) * share;
        for (quint32 i = 0; i < line.runCount; ++i)
            block.runs[line.run + i].x += line.x;
    }
}

TextBlock blockFor(const Paragraph &paragraph, const Source &source)
{
    TextBlock block;
    block.leading = paragraph.leading;
    block.language = paragraph.language;
    block.text = source.text;
    block.align = paragraph.align;
    block.rightToLeft = paragraph.rightToLeft;
    block.spans = paragraph.spans;
    block.spanStarts.assign(source.starts.begin(), source.starts.end() - 1);
    for (Span &span : block.spans)
        span.text.clear();
    return block;
}

double TextBlock::width() const
{
    double widest = 0;
    for (const TextLine &line : lines)
        widest = std::max(widest, line.width);
    return widest;
}

} // namespace adit::pdf
