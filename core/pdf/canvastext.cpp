// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/canvas.h"
#include "core/pdf/glyphwriter.h"

#include <cmath>
#include <numbers>

/// The part of the canvas that paints text: lines, their links and languages, and runs of glyphs.
namespace adit::pdf {

struct Canvas::Passage
{
    const TextBlock &block;
    Link link; ///< of the run before
    ElementId linkElement{-1};
    quint32 languageSpan = 0xffffffff; ///< whose element is `languageElement`
    ElementId languageElement{-1};
};

void Canvas::paintRun(const TextBlock &block, const GlyphRun &run, Point baseline, Turn turn)
{
    begin();
    setFill(block.spans[run.span].style.color);
    m_content += "BT\n/" + m_fonts.resource(run.face) + ' ' + number(run.size) + " Tf\n";
    if (turn.sine != 0)
        m_content += number(turn.cosine, 5) + ' ' + number(-turn.sine, 5) + ' ' + number(turn.sine, 5) + ' ' +
                     number(turn.cosine, 5) + ' ';
    point(baseline);
    m_content += turn.sine != 0 ? "Tm\n" : "Td\n";
    GlyphWriter(m_content, m_fonts, block, run).write();
    m_content += "ET\n";
}

void Canvas::paintGrounds(const TextBlock &block, Point at, int from, int to)
{
    constexpr double margin = 1.5;
    for (int i = from; i < to; ++i) {
        const TextLine &line = block.lines[static_cast<std::size_t>(i)];
        const double baseline = at.y + block.baseline(i - from);
        for (quint32 r = line.run; r < line.run + line.runCount; ++r) {
            const GlyphRun &run = block.runs[r];
            const TextStyle &style = block.spans[run.span].style;
            if (!style.ground || run.isMark)
                continue;
            const TagGuard artifact(m_marking, Artifact::Layout);
            fill(Rect{at.x + run.x - margin, baseline - style.size, run.width + 2 * margin, style.size * 1.35},
                 *style.ground);
        }
    }
}

/// The element a run's paint goes to: the open one, or a Link or Span below it.
ElementId Canvas::ownerOf(Passage &passage, const GlyphRun &run)
{
    const Span &span = passage.block.spans[run.span];
    ElementId owner = m_marking.element();
    if (!span.link.none()) {
        if (passage.link != span.link)
            passage.linkElement = m_marking.tree().add(owner, Role::Link, {});
        owner = passage.linkElement;
    }
    passage.link = span.link;
    if (!span.language.isEmpty() && span.language != passage.block.language) {
        if (passage.languageSpan != run.span)
            passage.languageElement = m_marking.tree().add(owner, Role::Span, TagAttributes{.language = span.language});
        passage.languageSpan = run.span;
        owner = passage.languageElement;
    }
    return owner;
}

void Canvas::paintInline(Passage &passage, const GlyphRun &run, Point baseline)
{
    const Span &span = passage.block.spans[run.span];
    if (run.isMark)
        mark(*span.mark, baseline, span.markSize);
    else
        paintRun(passage.block, run, baseline, {});
}

void Canvas::text(const TextBlock &block, Point at, Lines lines)
{
    if (block.fault && !m_fault)
        m_fault = block.fault;
    const int to = lines.to < 0 ? block.lineCount() : std::min(lines.to, block.lineCount());
    paintGrounds(block, at, lines.from, to);
    Passage passage{.block = block, .link = {}};
    for (int i = lines.from; i < to; ++i) {
        const TextLine &line = block.lines[static_cast<std::size_t>(i)];
        const double baseline = at.y + block.baseline(i - lines.from);
        for (quint32 r = line.run; r < line.run + line.runCount; ++r) {
            const GlyphRun &run = block.runs[r];
            const Point start{at.x + run.x, baseline};
            if (m_marking.inArtifact()) {
                paintInline(passage, run, start);
                continue;
            }
            const ElementId owner = ownerOf(passage, run);
            const TagGuard guard(m_marking, owner);
            paintInline(passage, run, start);
            const Span &span = block.spans[run.span];
            if (span.link.none())
                continue;
            const Rect area{start.x, baseline - span.style.size, run.width, span.style.size * 1.3};
            const bool goesOn =
                !m_links.empty() && m_links.back().element == passage.linkElement && m_links.back().area.y == area.y;
            if (!goesOn) {
                m_links.push_back({area, span.link, {}, passage.linkElement});
            } else {
                Rect &before = m_links.back().area;
                const double right = std::max(before.right(), area.right());
                before.x = std::min(before.x, area.x);
                before.width = right - before.x;
            }
            if (!run.isMark)
                m_links.back().description += QStringView(block.text).mid(run.text, run.textLength);
        }
    }
}

void Canvas::turned(const TextBlock &block, Point middle, double degrees)
{
    if (block.isEmpty())
        return;
    if (block.fault && !m_fault)
        m_fault = block.fault;
    const double angle = degrees * std::numbers::pi / 180.0;
    const Turn turn{std::cos(angle), std::sin(angle)};
    const TextLine &line = block.lines.front();
    for (quint32 r = line.run; r < line.run + line.runCount; ++r) {
        const double along = block.runs[r].x - line.x - line.width / 2;
        const double down = block.runs[r].size * 0.35;
        paintRun(block, block.runs[r],
                 {middle.x + along * turn.cosine - down * turn.sine, middle.y + along * turn.sine + down * turn.cosine},
                 turn);
    }
}

} // namespace adit::pdf
