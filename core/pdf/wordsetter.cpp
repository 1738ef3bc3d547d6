// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/wordsetter.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>

namespace adit::pdf {

namespace {

/// Kept words take some 10 MB at this number; no report comes near it.
constexpr qsizetype mostWords = 60000;

/// Whether the text is without anything that needs more than words in a row.
bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return u == u'\n' || (u >= 0x20 && u < 0x0530 && u != 0x00AD && u != 0x007F) || (u >= 0x1E00 && u < 0x2000) ||
               u == 0x202F || u == 0x2009 || (u >= 0x2010 && u < 0x2028) || (u >= 0x2030 && u < 0x205F) ||
               (u >= 0x2070 && u < 0x2150) || (u >= 0x2200 && u < 0x2300) || u == QChar::ObjectReplacementCharacter;
    });
}

} // namespace

void WordSetter::addFace(Family family, bool bold, bool italic, FaceId face)
{
    m_base.insert_or_assign({family, bold, italic}, face);
}

const WordSetter::Word &WordSetter::word(FaceId face, bool tabular, const QString &language, Words &words,
                                         QStringView text)
{
    const auto known = words.constFind(QString::fromRawData(text.data(), text.size()));
    if (known != words.constEnd())
        return *known;
    ++m_count;
    Word word{m_faces[face].shape(text, tabular, language), true};
    for (std::size_t i = 0; i < word.glyphs.size() && text.contains(u'\n'); ++i)
        if (text[static_cast<qsizetype>(i)] == u'\n')
            word.glyphs[i] = {m_faces[face].spaceGlyph(), 1, 0, 0, 0};
    word.drawable = std::none_of(word.glyphs.begin(), word.glyphs.end(), [](const Glyph &g) { return g.id == 0; });
    return *words.insert(text.toString(), word);
}

/// Builds the lines of one block: first all glyphs, piece by piece, then lines out of pieces.
class LineBuilder
{
public:
    LineBuilder(WordSetter &setter, const Paragraph &paragraph, const Source &source, TextBlock &block)
        : m_setter(setter)
        , m_paragraph(paragraph)
        , m_source(source)
        , m_block(block)
        , m_limit(paragraph.width > 0 ? std::llround(paragraph.width * 1024) : -1)
    {}

    bool run()
    {
        m_block.glyphs.reserve(static_cast<std::size_t>(m_source.text.size()));
        if (!makePieces())
            return false;
        splitWidePieces();
        std::vector<std::size_t> ends = lineEnds(m_limit);
        if (m_paragraph.avoidShortLastLine && m_limit > 0)
            avoidShortLastLine(ends);
        std::size_t from = 0;
        for (const std::size_t end : ends) {
            makeLine(from, end);
            from = end;
        }
        return true;
    }

private:
    /// Glyphs that stay together, of one span: a word or part of one, spaces, or a mark.
    struct Piece
    {
        quint32 text;
        quint32 textEnd;
        quint32 glyph;
        quint32 glyphEnd;
        quint32 span;
        qint64 width = 0;
        bool isSpace = false;
        bool breakAfter = false;
        bool mustBreak = false;
        bool startsLine = false; ///< too wide for any line: begins one if it can
    };

    bool makePieces()
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, m_source.text);
        const auto end = static_cast<quint32>(m_source.text.size());
        quint32 at = 0;
        quint32 found = 0; // by the finder
        for (quint32 span = 0; at < end;) {
            if (found <= at) {
                const auto next = finder.toNextBoundary();
                found = next < 0 ? end : static_cast<quint32>(next);
            }
            const quint32 boundary = breakBefore(at, found);
            while (at < boundary) {
                while (m_source.starts[span + 1] <= at)
                    ++span;
                const quint32 to = std::min(boundary, m_source.starts[span + 1]);
                if (!addPieces(at, to, span))
                    return false;
                at = to;
            }
            const bool held = at < end && at < m_source.starts[span + 1] && m_block.spans[span].unbroken;
            m_pieces.back().mustBreak = m_source.text[at - 1] == u'\n';
            m_pieces.back().breakAfter = !held || m_pieces.back().mustBreak;
        }
        return true;
    }

    /// Qt takes "1.2.1, 1.2.2" for one number, and even a line's end in it for a part.
    quint32 breakBefore(quint32 from, quint32 to) const
    {
        const auto *text = reinterpret_cast<const char16_t *>(m_source.text.utf16());
        for (quint32 i = from + 1; i < to; ++i) {
            if (text[i - 1] == u'\n')
                return i;
            if (text[i - 1] != u' ' || i == from + 1)
                continue;
            if ((text[i - 2] == u',' || QChar::isLetterOrNumber(text[i - 2])) && QChar::isLetterOrNumber(text[i]))
                return i;
        }
        return to;
    }

    /// A word and the spaces behind it.
    bool addPieces(quint32 from, quint32 to, quint32 span)
    {
        quint32 wordEnd = to;
        while (wordEnd > from && isSpace(wordEnd - 1))
            --wordEnd;
        if (wordEnd > from && !addPiece(from, wordEnd, span))
            return false;
        return wordEnd == to || addPiece(wordEnd, to, span);
    }
    bool isSpace(quint32 at) const { return m_source.text[at] == u' ' || m_source.text[at] == u'\n'; }

    bool addPiece(quint32 from, quint32 to, quint32 span)
    {
        const auto glyph = static_cast<quint32>(m_block.glyphs.size());
        Piece piece{from, to, glyph, glyph, span};
        piece.isSpace = isSpace(from);
        const Span &style = m_block.spans[span];
        if (style.mark) {
            const auto width = static_cast<qint32>(std::lround(style.mark->width * style.markSize * 1024));
            m_block.glyphs.push_back({Glyph::invisible, 1, width, 0, 0});
        } else if (!addGlyphs(QStringView(m_source.text).mid(from, to - from), style)) {
            return false;
        }
        piece.glyphEnd = static_cast<quint32>(m_block.glyphs.size());
        piece.width = widthOf(piece);
        m_pieces.push_back(piece);
        return true;
    }

    bool addGlyphs(QStringView text, const Span &span)
    {
        const QString &language = span.language.isEmpty() ? m_block.language : span.language;
        if (m_wordsOf != &span) {
            m_wordsOf = &span;
            m_face = m_setter.faceFor(span.style);
            m_words = &m_setter.m_words[{m_face, span.style.tabular, language}];
            m_scale = span.style.size * 1.024 * m_setter.m_faces[m_face].unit();
        }
        const WordSetter::Word &word = m_setter.word(m_face, span.style.tabular, language, *m_words, text);
        const auto scaled = [this](qint32 units) { return static_cast<qint32>(std::lround(units * m_scale)); };
        for (const Glyph &glyph : word.glyphs)
            m_block.glyphs.push_back(
                {glyph.id, glyph.characters, scaled(glyph.advance), scaled(glyph.dx), scaled(glyph.dy)});
        return word.drawable;
    }

    qint64 widthOf(const Piece &piece) const
    {
        qint64 width = 0;
        for (quint32 i = piece.glyph; i < piece.glyphEnd; ++i)
            width += m_block.glyphs[i].advance;
        return width;
    }

    /// Words wider than the paragraph are broken where they must be, between letters.
    void splitWidePieces()
    {
        if (m_limit < 0)
            return;
        std::vector<Piece> out;
        out.reserve(m_pieces.size());
        for (std::size_t from = 0; from < m_pieces.size();) {
            qint64 width = 0;
            std::size_t to = from;
            do {
                width += m_pieces[to].isSpace ? 0 : m_pieces[to].width;
            } while (!m_pieces[to++].breakAfter && to < m_pieces.size());
            for (std::size_t i = from; i < to; ++i) {
                if (width > m_limit && !m_pieces[i].isSpace)
                    splitPiece(m_pieces[i], i == from, out);
                else
                    out.push_back(m_pieces[i]);
            }
            from = to;
        }
        m_pieces = std::move(out);
    }

    void splitPiece(const Piece &piece, bool first, std::vector<Piece> &out) const
    {
        Piece part = piece;
        part.startsLine = first;
        for (quint32 i = piece.glyph; i < piece.glyphEnd;) {
            part.glyph = i;
            do
                part.textEnd = part.text + textLength(part.glyph, ++i);
            while (i < piece.glyphEnd && (m_block.glyphs[i].characters == 0 || m_source.text[part.textEnd].isMark()));
            part.glyphEnd = i;
            part.width = widthOf(part);
            part.breakAfter = i < piece.glyphEnd || piece.breakAfter;
            part.mustBreak = i == piece.glyphEnd && piece.mustBreak;
            out.push_back(part);
            part.text = part.textEnd;
            part.startsLine = false;
        }
    }
    quint32 textLength(quint32 glyph, quint32 glyphEnd) const
    {
        quint32 length = 0;
        for (quint32 i = glyph; i < glyphEnd; ++i)
            length += m_block.glyphs[i].characters;
        return length;
    }

    /// The piece after each line: as much on every line as fits.
    std::vector<std::size_t> lineEnds(qint64 limit) const
    {
        std::vector<std::size_t> out;
        qint64 width = 0;       // with the spaces so far
        std::size_t start = 0;  // of the line
        std::size_t chance = 0; // the last place to break after
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const Piece &piece = m_pieces[i];
            const bool full = limit >= 0 && !piece.isSpace && width + piece.width > limit;
            if ((full || piece.startsLine) && chance > start) {
                out.push_back(chance);
                start = chance;
                width = 0;
                for (std::size_t again = start; again < i; ++again)
                    width += m_pieces[again].width;
            }
            width += piece.width;
            if (piece.breakAfter)
                chance = i + 1;
            if (piece.mustBreak && i + 1 < m_pieces.size()) {
                out.push_back(i + 1);
                start = i + 1;
                width = 0;
            }
        }
        out.push_back(m_pieces.size());
        return out;
    }

    bool lastLineIsShort(const std::vector<std::size_t> &ends) const
    {
        if (ends.size() < 2)
            return false;
        const auto from = m_pieces.begin() + static_cast<qptrdiff>(ends[ends.size() - 2]);
        const auto isGap = [](const Piece &piece) { return piece.isSpace; };
        return std::find_if(from, m_pieces.end() - 1, isGap) == m_pieces.end() - 1;
    }

    /// A last line of one word is avoided by setting the lines before it a little shorter, if that costs no line more.
    void avoidShortLastLine(std::vector<std::size_t> &ends) const
    {
        if (!lastLineIsShort(ends))
            return;
        for (const int percent : {97, 94, 91}) {
            std::vector<std::size_t> narrower = lineEnds(m_limit * percent / 100);
            if (narrower.size() != ends.size() || lastLineIsShort(narrower))
                continue;
            ends = std::move(narrower);
            return;
        }
    }

    void makeLine(std::size_t from, std::size_t to)
    {
        for (std::size_t i = to; i > from && m_pieces[i - 1].isSpace; --i) {
            for (quint32 glyph = m_pieces[i - 1].glyph; glyph < m_pieces[i - 1].glyphEnd; ++glyph)
                m_block.glyphs[glyph].advance = 0;
            m_pieces[i - 1].width = 0;
        }
        TextLine line{.run = static_cast<quint32>(m_block.runs.size())};
        qint64 x = 0;
        for (std::size_t i = from; i < to; ++i) {
            const Piece &piece = m_pieces[i];
            const bool goesOn = i > from && m_pieces[i - 1].span == piece.span;
            if (!goesOn)
                startRun(piece, x);
            GlyphRun &run = m_block.runs.back();
            run.width += static_cast<double>(piece.width) / 1024.0;
            run.glyphCount += piece.glyphEnd - piece.glyph;
            run.textLength += piece.textEnd - piece.text;
            x += piece.width;
        }
        line.runCount = static_cast<quint32>(m_block.runs.size()) - line.run;
        line.width = static_cast<double>(x) / 1024.0;
        m_block.lines.push_back(line);
    }

    void startRun(const Piece &piece, qint64 x)
    {
        const Span &span = m_block.spans[piece.span];
        GlyphRun run;
        run.isMark = span.mark != nullptr;
        run.face = m_setter.faceFor(span.style);
        run.size = span.style.size;
        run.x = static_cast<double>(x) / 1024.0;
        run.span = piece.span;
        run.glyph = piece.glyph;
        run.text = piece.text;
        m_block.runs.push_back(run);
    }

    WordSetter &m_setter;
    const Paragraph &m_paragraph;
    const Source &m_source;
    TextBlock &m_block;
    qint64 m_limit; ///< in 1/1024 point; -1: none
    std::vector<Piece> m_pieces;
    const Span *m_wordsOf = nullptr; ///< the span that the next three are for
    FaceId m_face{};
    WordSetter::Words *m_words = nullptr;
    double m_scale = 1;
};

bool WordSetter::set(const Paragraph &paragraph, const Source &source, TextBlock &block)
{
    if (paragraph.rightToLeft || !isPlain(source.text))
        return false;
    if (m_count > mostWords) {
        m_words.clear();
        m_count = 0;
    }
    if (LineBuilder(*this, paragraph, source, block).run())
        return true;
    block.glyphs.clear();
    return false;
}

} // namespace adit::pdf
