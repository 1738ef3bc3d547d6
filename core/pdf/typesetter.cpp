// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/typesetter.h"

#include "core/pdf/direction.h"
#include "core/pdf/fitting.h"
#include "core/pdf/languages.h"
#include "core/pdf/pangostyle.h"
#include "core/pdf/wordsetter.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <pango/pangoft2.h>

namespace adit::pdf {

namespace {

/// A font at a size, as Pango hands it out, and what of it goes into a block.
struct FontUse
{
    Owned<PangoFont> font; ///< held, so that its address stays its own
    FaceId face;
    QString family;
    double size;
};

} // namespace

struct Typesetter::Engine
{
    Owned<PangoFontMap> map;
    Owned<PangoContext> context;
    Owned<PangoLayout> layout;
    std::unordered_map<PangoFont *, FontUse> fonts;
    FontFaces faces;
    WordSetter words{faces};
    std::unique_ptr<FontCoverage> coverage;
    std::set<char32_t> undrawn; ///< by the layout collected last, whatever its fonts said

    Engine();
    Result<> loadFonts();
    const FontUse &use(PangoFont *font);
    void prepare(const Paragraph &paragraph, const Source &source, bool mayHoldTogether);
    void collect(const Source &source, TextBlock &block);
    void collectLine(const PangoLayoutLine *line, const Source &source, TextBlock &block);
    void collectRun(const PangoGlyphItem *item, const Source &source, TextBlock &block);
    quint32 addLineEnd(quint32 at, double x, TextBlock &block) const;
    void breakLines(const Paragraph &paragraph);
    void noteUndrawn(QStringView text);
    void setWhole(const Paragraph &paragraph, const Source &source, TextBlock &block);
    bool setFitted(const Paragraph &paragraph, Source source, TextBlock &block);
};

Typesetter::Engine::Engine()
    : map(pango_ft2_font_map_new())
{
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map.get()), 72, 72);
    context.reset(pango_font_map_create_context(map.get()));
    pango_context_set_language(context.get(), pango_language_from_string("en"));
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_font_description(context.get(),
                                       fontDescription({QStringLiteral("Noto Serif")}, TextStyle{}).get());
    coverage = std::make_unique<FontCoverage>(context.get());
    layout.reset(pango_layout_new(context.get()));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
}

/// A family is there if asking for it gives it, in the very weight and slope.
Result<> Typesetter::Engine::loadFonts()
{
    for (const int kind : {0, 1, 2, 3, 4, 5, 6, 7}) {
        const TextStyle style{
            .family = kind < 4 ? Family::Serif : Family::Sans, .bold = (kind & 1) != 0, .italic = (kind & 2) != 0};
        const QString name = familiesFor(QChar::Script_Latin, style.family, {}).first();
        const auto wanted = fontDescription({name}, style);
        const Owned<PangoFont> font(pango_context_load_font(context.get(), wanted.get()));
        const Owned<PangoFontDescription> got(font ? pango_font_describe(font.get()) : pango_font_description_new());
        if (!font || name != QString::fromUtf8(pango_font_description_get_family(got.get())) ||
            pango_font_description_get_weight(got.get()) != pango_font_description_get_weight(wanted.get()) ||
            pango_font_description_get_style(got.get()) != pango_font_description_get_style(wanted.get()))
            return Error{ErrorCode::FontMissing, name, packageFor(QChar::Script_Latin)};
        words.addFace(style.family, style.bold, style.italic, use(font.get()).face);
    }
    return {};
}

const FontUse &Typesetter::Engine::use(PangoFont *font)
{
    const auto known = fonts.find(font);
    if (known != fonts.end())
        return known->second;
    const Owned<PangoFontDescription> described(pango_font_describe_with_absolute_size(font));
    FontUse use{Owned<PangoFont>(static_cast<PangoFont *>(g_object_ref(font))),
                faces.idOf(hb_font_get_face(pango_font_get_hb_font(font))),
                QString::fromUtf8(pango_font_description_get_family(described.get())),
                fromUnits(pango_font_description_get_size(described.get()))};
    return fonts.emplace(font, std::move(use)).first->second;
}

void Typesetter::Engine::prepare(const Paragraph &paragraph, const Source &source, bool mayHoldTogether)
{
    pango_context_set_base_dir(context.get(), paragraph.rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_layout_set_text(layout.get(), source.utf8.constData(), static_cast<int>(source.utf8.size()));
    pango_layout_set_attributes(layout.get(), attributesOf(paragraph, source, mayHoldTogether).get());
    pango_layout_set_width(layout.get(), paragraph.width > 0 ? units(paragraph.width) : -1);
}

namespace {

bool shortLastLine(PangoLayout *layout, const QByteArray &utf8)
{
    const PangoLayoutLine *last = pango_layout_get_line_readonly(layout, pango_layout_get_line_count(layout) - 1);
    const QByteArrayView line = QByteArrayView(utf8).sliced(last->start_index, last->length).trimmed();
    return !line.isEmpty() && line.size() < 24 && !line.contains(' ') && utf8.contains(' ');
}

} // namespace

/// A last line of one word is avoided by setting the lines before it a little shorter, if that costs no line more.
void Typesetter::Engine::breakLines(const Paragraph &paragraph)
{
    const int count = pango_layout_get_line_count(layout.get());
    if (!paragraph.avoidShortLastLine || paragraph.width <= 0 || count < 2)
        return;
    const QByteArray utf8(pango_layout_get_text(layout.get()));
    if (!shortLastLine(layout.get(), utf8))
        return;
    for (const double part : {0.95, 0.9}) {
        pango_layout_set_width(layout.get(), units(paragraph.width * part));
        if (pango_layout_get_line_count(layout.get()) == count && !shortLastLine(layout.get(), utf8))
            return;
    }
    pango_layout_set_width(layout.get(), units(paragraph.width));
}

namespace {

QStringView characterAt(QStringView text, qsizetype at)
{
    return text.mid(at, text[at].isHighSurrogate() ? 2 : 1);
}

} // namespace

void Typesetter::Engine::collectRun(const PangoGlyphItem *item, const Source &source, TextBlock &block)
{
    const PangoItem &piece = *item->item;
    const PangoGlyphString &glyphs = *item->glyphs;
    GlyphRun run;
    run.rightToLeft = piece.analysis.level % 2 != 0;
    run.text = source.unit(piece.offset);
    run.textLength = source.unit(piece.offset + piece.length) - run.text;
    run.span = source.spanAt(run.text);
    run.glyph = static_cast<quint32>(block.glyphs.size());
    run.glyphCount = static_cast<quint32>(glyphs.num_glyphs);
    run.isMark = block.spans[run.span].mark != nullptr;
    const FontUse &font = use(piece.analysis.font);
    run.face = font.face;
    run.size = font.size;
    const QStringView text = QStringView(source.text).mid(run.text, run.textLength);
    if (!run.isMark && !font.family.startsWith(QLatin1String("Noto ")))
        noteUndrawn(text);
    int width = 0;
    int clusterEnd = run.rightToLeft ? piece.length : 0;
    for (int i = 0; i < glyphs.num_glyphs; ++i) {
        const PangoGlyphInfo &info = glyphs.glyphs[i];
        const int start = glyphs.log_clusters[i];
        quint32 characters = 0;
        if (i == 0 || start != glyphs.log_clusters[i - 1]) {
            if (run.rightToLeft) {
                characters = source.unit(piece.offset + clusterEnd) - source.unit(piece.offset + start);
                clusterEnd = start;
            } else {
                int next = i + 1;
                while (next < glyphs.num_glyphs && glyphs.log_clusters[next] == start)
                    ++next;
                clusterEnd = next < glyphs.num_glyphs ? glyphs.log_clusters[next] : piece.length;
                characters = source.unit(piece.offset + clusterEnd) - source.unit(piece.offset + start);
            }
        }
        const bool unknown = (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
        const bool drawn = !unknown && info.glyph != PANGO_GLYPH_EMPTY;
        if (unknown)
            noteUndrawn(characterAt(text, source.unit(piece.offset + start) - run.text));
        block.glyphs.push_back({drawn ? static_cast<quint16>(info.glyph) : Glyph::invisible,
                                static_cast<quint16>(characters), info.geometry.width, info.geometry.x_offset,
                                info.geometry.y_offset});
        width += info.geometry.width;
    }
    run.width = fromUnits(width);
    block.runs.push_back(run);
}

void Typesetter::Engine::collectLine(const PangoLayoutLine *line, const Source &source, TextBlock &block)
{
    TextLine out;
    out.run = static_cast<quint32>(block.runs.size());
    for (const GSList *at = line->runs; at; at = at->next)
        collectRun(static_cast<const PangoGlyphItem *>(at->data), source, block);
    const auto first = block.runs.begin() + out.run;
    const auto inOrder = [](const GlyphRun &a, const GlyphRun &b) { return a.text < b.text; };
    out.runCount = static_cast<quint32>(block.runs.end() - first);
    if (out.runCount > 0)
        dropEndSpace(block, *std::max_element(first, block.runs.end(), inOrder));
    for (auto run = first; run != block.runs.end(); ++run) {
        run->x = out.width;
        out.width += run->width;
    }
    std::sort(first, block.runs.end(), inOrder);
    const quint32 end = source.unit(line->start_index + line->length);
    if (out.runCount > 0 && end < static_cast<quint32>(source.text.size()) && source.text[end] == u'\n')
        out.runCount += addLineEnd(end, out.width, block);
    block.lines.push_back(out);
}

/// The end of a line is read as a space. Pango leaves it out of the line's runs.
quint32 Typesetter::Engine::addLineEnd(quint32 at, double x, TextBlock &block) const
{
    GlyphRun run = block.runs.back();
    run.x = x;
    run.width = 0;
    run.rightToLeft = false;
    run.text = at;
    run.textLength = 1;
    run.glyph = static_cast<quint32>(block.glyphs.size());
    run.glyphCount = 1;
    if (run.isMark)
        return 0;
    block.glyphs.push_back({faces[run.face].spaceGlyph(), 1, 0, 0, 0});
    block.runs.push_back(run);
    return 1;
}

void Typesetter::Engine::collect(const Source &source, TextBlock &block)
{
    block.glyphs.reserve(static_cast<std::size_t>(source.text.size()) + 4);
    for (const GSList *at = pango_layout_get_lines_readonly(layout.get()); at; at = at->next)
        collectLine(static_cast<const PangoLayoutLine *>(at->data), source, block);
}

/// Letters of the basic set are always drawn: only what is rare counts.
void Typesetter::Engine::noteUndrawn(QStringView text)
{
    for (const char32_t c : text.toUcs4())
        if (c >= 0x0370)
            undrawn.insert(c);
}

void Typesetter::Engine::setWhole(const Paragraph &paragraph, const Source &source, TextBlock &block)
{
    prepare(paragraph, source, true);
    breakLines(paragraph);
    collect(source, block);
    if (paragraph.width <= 0 || block.width() <= paragraph.width + 0.01)
        return;
    // What was to be held together does not fit on any line.
    block = blockFor(paragraph, source);
    prepare(paragraph, source, false);
    collect(source, block);
}

/// False where a font did not keep what it promised: another try then goes without the characters it left out.
bool Typesetter::Engine::setFitted(const Paragraph &paragraph, Source source, TextBlock &block)
{
    Paragraph fitted = paragraph;
    Fit fit = fitOf(fitted, source, *coverage);
    const std::optional<Error> missing = fit.missing;
    if (!fit.changes.empty()) {
        fitted = changed(paragraph, source, fit.changes);
        source = sourceOf(fitted);
        fit = fitOf(fitted, source, *coverage);
    }
    source.borrowed = std::move(fit.borrowed);
    undrawn.clear();
    block = blockFor(fitted, source);
    setWhole(fitted, source, block);
    block.fault = missing;
    for (const char32_t c : undrawn)
        coverage->exclude(c);
    return undrawn.empty();
}

Typesetter::Typesetter(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{}

Typesetter::~Typesetter() = default;

Result<std::unique_ptr<Typesetter>> Typesetter::create()
{
    auto engine = std::make_unique<Engine>();
    ADIT_TRY(engine->loadFonts());
    return std::unique_ptr<Typesetter>(new Typesetter(std::move(engine)));
}

TextBlock Typesetter::set(const Paragraph &paragraph)
{
    if (!hasForeignText(paragraph))
        return setTidy(paragraph);
    Paragraph tidy = paragraph;
    for (Span &span : tidy.spans)
        span.text = balanced(span.text);
    markLanguages(tidy);
    return setTidy(tidy);
}

std::unique_ptr<Typesetter> Typesetter::unshaped()
{
    return std::unique_ptr<Typesetter>(new Typesetter(nullptr));
}

TextBlock Typesetter::setTidy(const Paragraph &paragraph)
{
    const Source source = sourceOf(paragraph);
    TextBlock block = blockFor(paragraph, source);
    if (source.text.isEmpty())
        return block;
    if (!m_engine) {
        block.lines.emplace_back();
        block.room = std::max(0.0, paragraph.width);
        return block;
    }
    if (!m_engine->words.set(paragraph, source, block) && !m_engine->setFitted(paragraph, source, block))
        m_engine->setFitted(paragraph, source, block);
    align(paragraph, block);
    return block;
}

TextBlock Typesetter::line(const QString &text, const TextStyle &style, const Paragraph &like)
{
    Paragraph paragraph = like;
    paragraph.width = Paragraph::unlimited;
    paragraph.spans.clear();
    paragraph.add(text, style);
    return set(paragraph);
}

const FontFaces &Typesetter::faces() const
{
    return m_engine->faces;
}

} // namespace adit::pdf
