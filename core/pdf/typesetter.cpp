// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/typesetter.h"

#include "core/pdf/paragraphsource.h"
#include "core/pdf/wordsetter.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include <pango/pangofc-font.h>
#include <pango/pangoft2.h>

namespace adit::pdf {

namespace {

struct Unref
{
    void operator()(void *object) const { g_object_unref(object); }
    void operator()(PangoFontDescription *description) const { pango_font_description_free(description); }
    void operator()(PangoAttrList *list) const { pango_attr_list_unref(list); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

int units(double points)
{
    return static_cast<int>(std::lround(points * PANGO_SCALE));
}

double fromUnits(int units)
{
    return static_cast<double>(units) / PANGO_SCALE;
}

/// A font at a size, as Pango hands it out, and what of it goes into a block.
struct FontUse
{
    Owned<PangoFont> font; ///< held, so that its address stays its own
    FaceId face;
    QString family;
    double size;
};

/// Collects what Pango is told about stretches of the text, in bytes.
class Attributes
{
public:
    explicit Attributes(const Source &source)
        : m_list(pango_attr_list_new())
    {
        if (source.unitAt.empty())
            return;
        m_byteAt.resize(static_cast<std::size_t>(source.text.size()) + 1);
        for (std::size_t byte = source.unitAt.size(); byte-- > 0;)
            m_byteAt[source.unitAt[byte]] = static_cast<guint>(byte);
    }
    void add(PangoAttribute *attribute, qsizetype from, qsizetype to)
    {
        attribute->start_index = byteAt(from);
        attribute->end_index = byteAt(to);
        pango_attr_list_insert(m_list.get(), attribute);
    }
    PangoAttrList *list() const { return m_list.get(); }

private:
    guint byteAt(qsizetype unit) const
    {
        return m_byteAt.empty() ? static_cast<guint>(unit) : m_byteAt[static_cast<std::size_t>(unit)];
    }
    Owned<PangoAttrList> m_list;
    std::vector<guint> m_byteAt;
};

Owned<PangoFontDescription> description(const QStringList &families, const TextStyle &style, double scale)
{
    Owned<PangoFontDescription> out(pango_font_description_new());
    pango_font_description_set_family(out.get(), families.join(QLatin1Char(',')).toUtf8().constData());
    pango_font_description_set_weight(out.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(out.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(out.get(), units(style.size * scale));
    return out;
}

PangoAttribute *language(const QString &tag)
{
    return pango_attr_language_new(pango_language_from_string(tag.toUtf8().constData()));
}

void addStyle(Attributes &attributes, const Span &span, const QString &tag, QStringView text, qsizetype from)
{
    const qsizetype to = from + text.size();
    const auto families = familiesFor(QChar::Script_Latin, span.style.family, tag);
    attributes.add(pango_attr_font_desc_new(description(families, span.style, 1).get()), from, to);
    if (span.style.tabular)
        attributes.add(pango_attr_font_features_new("tnum=1"), from, to);
}

PangoAttribute *shape(const Span &span)
{
    const PangoRectangle box{0, -units(span.mark->height * span.markSize), units(span.mark->width * span.markSize),
                             units(span.mark->height * span.markSize)};
    return pango_attr_shape_new(&box, &box);
}

/// Every span gets a colour of its own, its number: Pango then never joins glyphs of two spans in one run.
PangoAttribute *spanNumber(std::size_t index)
{
    return pango_attr_foreground_new(static_cast<guint16>(index & 0xffff), static_cast<guint16>(index >> 16), 0);
}

void setForeignFonts(Attributes &attributes, const Paragraph &paragraph, const Source &source)
{
    for (const ScriptRange &range : source.foreign) {
        for (quint32 at = source.spanAt(static_cast<quint32>(range.from)); at < paragraph.spans.size(); ++at) {
            const qsizetype from = std::max<qsizetype>(range.from, source.starts[at]);
            const qsizetype to = std::min<qsizetype>(range.to, source.starts[at + 1]);
            if (static_cast<qsizetype>(source.starts[at]) >= range.to)
                break;
            const Span &span = paragraph.spans[at];
            if (from >= to || span.mark)
                continue;
            const QString &tag = span.language.isEmpty() ? paragraph.language : span.language;
            const auto families = familiesFor(range.script, span.style.family, tag);
            attributes.add(pango_attr_font_desc_new(
                               description(families, span.style, scaleFor(range.script, span.style.family)).get()),
                           from, to);
        }
    }
}

Attributes attributesOf(const Paragraph &paragraph, const Source &source, bool mayHoldTogether)
{
    Attributes out(source);
    out.add(pango_attr_insert_hyphens_new(FALSE), 0, source.text.size());
    out.add(language(paragraph.language), 0, source.text.size());
    for (std::size_t i = 0; i < paragraph.spans.size(); ++i) {
        const Span &span = paragraph.spans[i];
        const qsizetype from = source.starts[i];
        const qsizetype to = source.starts[i + 1];
        const QString &tag = span.language.isEmpty() ? paragraph.language : span.language;
        out.add(spanNumber(i), from, to);
        if (!span.language.isEmpty())
            out.add(language(tag), from, to);
        if (span.mark)
            out.add(shape(span), from, to);
        else
            addStyle(out, span, tag, QStringView(source.text).mid(from, to - from), from);
        if (span.unbroken && mayHoldTogether)
            out.add(pango_attr_allow_breaks_new(FALSE), from, to);
    }
    setForeignFonts(out, paragraph, source);
    return out;
}

} // namespace

struct Typesetter::Engine
{
    Owned<PangoFontMap> map;
    Owned<PangoContext> context;
    Owned<PangoLayout> layout;
    std::unordered_map<PangoFont *, FontUse> fonts;
    FontFaces faces;
    WordSetter words{faces};

    Engine();
    Result<> loadFonts();
    const FontUse &use(PangoFont *font);
    void prepare(const Paragraph &paragraph, const Source &source, bool mayHoldTogether);
    void collect(const Source &source, TextBlock &block);
    void collectLine(const PangoLayoutLine *line, const Source &source, TextBlock &block);
    void collectRun(const PangoGlyphItem *item, const Source &source, TextBlock &block);
    void breakLines(const Paragraph &paragraph);
};

Typesetter::Engine::Engine()
    : map(pango_ft2_font_map_new())
{
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map.get()), 72, 72);
    context.reset(pango_font_map_create_context(map.get()));
    pango_context_set_language(context.get(), pango_language_from_string("en"));
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    pango_context_set_font_description(context.get(),
                                       description({QStringLiteral("Noto Serif")}, TextStyle{}, 1).get());
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
        const auto wanted = description({name}, style, 1);
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
    pango_layout_set_attributes(layout.get(), attributesOf(paragraph, source, mayHoldTogether).list());
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
    const QChar::Script script = source.scriptAt(run.text);
    const Span &span = block.spans[run.span];
    const QStringList families =
        familiesFor(script, span.style.family, span.language.isEmpty() ? block.language : span.language);
    bool missing = !run.isMark && !families.contains(font.family);
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
        missing = missing || unknown;
        block.glyphs.push_back({drawn ? static_cast<quint16>(info.glyph) : Glyph::invisible,
                                static_cast<quint16>(characters), info.geometry.width, info.geometry.x_offset,
                                info.geometry.y_offset});
        width += info.geometry.width;
    }
    run.width = fromUnits(width);
    if (missing && !block.fault)
        block.fault = Error{ErrorCode::FontMissing, families.first(), packageFor(script)};
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
    block.lines.push_back(out);
}

void Typesetter::Engine::collect(const Source &source, TextBlock &block)
{
    block.glyphs.reserve(static_cast<std::size_t>(source.text.size()) + 4);
    for (const GSList *at = pango_layout_get_lines_readonly(layout.get()); at; at = at->next)
        collectLine(static_cast<const PangoLayoutLine *>(at->data), source, block);
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
    const Source source = sourceOf(paragraph);
    TextBlock block = blockFor(paragraph, source);
    if (source.text.isEmpty())
        return block;
    if (m_engine->words.set(paragraph, source, block)) {
        align(paragraph, block);
        return block;
    }
    m_engine->prepare(paragraph, source, true);
    m_engine->breakLines(paragraph);
    m_engine->collect(source, block);
    if (paragraph.width > 0 && block.width() > paragraph.width + 0.01) {
        // What was to be held together does not fit on any line.
        block = blockFor(paragraph, source);
        m_engine->prepare(paragraph, source, false);
        m_engine->collect(source, block);
    }
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
