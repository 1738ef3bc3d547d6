// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pangostyle.h"

#include <algorithm>
#include <cmath>

namespace adit::pdf {

int units(double points)
{
    return static_cast<int>(std::lround(points * PANGO_SCALE));
}

double fromUnits(int units)
{
    return static_cast<double>(units) / PANGO_SCALE;
}

Owned<PangoFontDescription> fontDescription(const QStringList &families, const TextStyle &style, double scale)
{
    Owned<PangoFontDescription> out(pango_font_description_new());
    pango_font_description_set_family(out.get(), families.join(QLatin1Char(',')).toUtf8().constData());
    pango_font_description_set_weight(out.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(out.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(out.get(), units(style.size * scale));
    return out;
}

namespace {

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
    Owned<PangoAttrList> takeList() { return std::move(m_list); }

private:
    guint byteAt(qsizetype unit) const
    {
        return m_byteAt.empty() ? static_cast<guint>(unit) : m_byteAt[static_cast<std::size_t>(unit)];
    }
    Owned<PangoAttrList> m_list;
    std::vector<guint> m_byteAt;
};

PangoAttribute *language(const QString &tag)
{
    return pango_attr_language_new(pango_language_from_string(tag.toUtf8().constData()));
}

void addStyle(Attributes &attributes, const Span &span, const QString &tag, QStringView text, qsizetype from)
{
    const qsizetype to = from + text.size();
    const auto families = familiesFor(QChar::Script_Latin, span.style.family, tag);
    attributes.add(pango_attr_font_desc_new(fontDescription(families, span.style).get()), from, to);
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
                               fontDescription(families, span.style, scaleFor(range.script, span.style.family)).get()),
                           from, to);
        }
    }
}

/// After the others, so that it wins where a script's own fonts lack a character.
void setBorrowedFonts(Attributes &attributes, const Paragraph &paragraph, const Source &source)
{
    for (const Borrowed &borrowed : source.borrowed) {
        const TextStyle &style = paragraph.spans[source.spanAt(static_cast<quint32>(borrowed.from))].style;
        attributes.add(pango_attr_font_desc_new(fontDescription({borrowed.family}, style).get()), borrowed.from,
                       borrowed.to);
    }
}

} // namespace

Owned<PangoAttrList> attributesOf(const Paragraph &paragraph, const Source &source, bool mayHoldTogether)
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
    setBorrowedFonts(out, paragraph, source);
    return out.takeList();
}

} // namespace adit::pdf
