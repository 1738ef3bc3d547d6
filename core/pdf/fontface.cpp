// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/fontface.h"

#include <algorithm>
#include <array>

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

namespace adit::pdf {

namespace {

constexpr hb_tag_t compactOutlines = HB_TAG('C', 'F', 'F', ' ');

struct BlobRelease
{
    void operator()(hb_blob_t *blob) const { hb_blob_destroy(blob); }
};
struct PlanRelease
{
    void operator()(hb_subset_plan_t *plan) const { hb_subset_plan_destroy(plan); }
};
using Blob = std::unique_ptr<hb_blob_t, BlobRelease>;

QByteArray bytesOf(const Blob &blob)
{
    unsigned length = 0;
    const char *data = hb_blob_get_data(blob.get(), &length);
    return {data, static_cast<qsizetype>(length)};
}

QByteArray nameOf(hb_face_t *face)
{
    std::array<char, 128> buffer{};
    unsigned size = static_cast<unsigned>(buffer.size());
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, buffer.data());
    QByteArray name(buffer.data());
    name.removeIf([](char c) { return !(std::isalnum(static_cast<unsigned char>(c)) || c == '-'); });
    return name.isEmpty() ? QByteArray("Font") : name;
}

int signedAt(const QByteArray &table, qsizetype offset)
{
    if (table.size() < offset + 2)
        return 0;
    return static_cast<qint16>(static_cast<unsigned char>(table[offset]) << 8 |
                               static_cast<unsigned char>(table[offset + 1]));
}

} // namespace

void FontFace::Release::operator()(hb_face_t *face) const
{
    hb_face_destroy(face);
}

void FontFace::Release::operator()(hb_font_t *font) const
{
    hb_font_destroy(font);
}

FontFace::FontFace(hb_face_t *face)
    : m_face(hb_face_reference(face))
    , m_font(hb_font_create(face))
    , m_name(nameOf(face))
    , m_unit(1000.0 / hb_face_get_upem(face))
    , m_compact(hb_blob_get_length(Blob(hb_face_reference_table(face, compactOutlines)).get()) > 0)
    , m_advances(hb_face_get_glyph_count(face), -1.0F)
{}

FontFace::~FontFace() = default;

double FontFace::advance(quint16 glyph) const
{
    float &advance = m_advances.at(glyph);
    if (advance < 0)
        advance = static_cast<float>(hb_font_get_glyph_h_advance(m_font.get(), glyph) * m_unit);
    return static_cast<double>(advance);
}

bool FontFace::draws(char32_t character, quint16 glyph) const
{
    hb_codepoint_t found = 0;
    return hb_font_get_nominal_glyph(m_font.get(), character, &found) && found == glyph;
}

quint16 FontFace::spaceGlyph() const
{
    hb_codepoint_t found = 0;
    const bool has = hb_font_get_nominal_glyph(m_font.get(), u' ', &found) != 0;
    return has ? static_cast<quint16>(found) : Glyph::invisible;
}

std::vector<Glyph> FontFace::shape(QStringView text, bool tabular, const QString &language) const
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf16(buffer, reinterpret_cast<const uint16_t *>(text.utf16()), static_cast<int>(text.size()), 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, hb_language_from_string(language.toLatin1().constData(), -1));
    hb_buffer_guess_segment_properties(buffer);
    const hb_feature_t figures{HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(m_font.get(), buffer, &figures, tabular ? 1 : 0);
    unsigned count = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    std::vector<Glyph> out;
    out.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        unsigned next = i + 1;
        while (next < count && infos[next].cluster == infos[i].cluster)
            ++next;
        const bool starts = i == 0 || infos[i - 1].cluster != infos[i].cluster;
        const unsigned end = next < count ? infos[next].cluster : static_cast<unsigned>(text.size());
        out.push_back({static_cast<quint16>(infos[i].codepoint),
                       static_cast<quint16>(starts ? end - infos[i].cluster : 0), places[i].x_advance,
                       places[i].x_offset, -places[i].y_offset});
    }
    hb_buffer_destroy(buffer);
    return out;
}

FaceMetrics FontFace::metrics() const
{
    const auto ask = [this](hb_ot_metrics_tag_t tag) {
        hb_position_t position = 0;
        hb_ot_metrics_get_position_with_fallback(m_font.get(), tag, &position);
        return position * m_unit;
    };
    const QByteArray head = bytesOf(Blob(hb_face_reference_table(m_face.get(), HB_TAG('h', 'e', 'a', 'd'))));
    FaceMetrics out;
    out.ascent = ask(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    out.descent = ask(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    out.capHeight = ask(HB_OT_METRICS_TAG_CAP_HEIGHT);
    out.slant = static_cast<double>(hb_style_get_value(m_font.get(), HB_STYLE_TAG_SLANT_ANGLE));
    for (int i = 0; i < 4; ++i)
        out.box[i] = signedAt(head, 36 + 2 * i) * m_unit;
    return out;
}

FontFace::Subset FontFace::subset(const std::vector<quint16> &glyphs) const
{
    // Only what draws: everything about characters and layout is said by the PDF file itself.
    static constexpr std::array needless{
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('c', 'm', 'a', 'p'),
        HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'), HB_TAG('S', 'T', 'A', 'T'),
        HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('B', 'A', 'S', 'E')};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return {};
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    for (const hb_tag_t tag : needless)
        hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), tag);
    for (const quint16 glyph : glyphs)
        hb_set_add(hb_subset_input_glyph_set(input), glyph);
    const std::unique_ptr<hb_subset_plan_t, PlanRelease> plan(hb_subset_plan_create_or_fail(m_face.get(), input));
    hb_subset_input_destroy(input);
    if (!plan)
        return {};
    const std::unique_ptr<hb_face_t, Release> made(hb_subset_plan_execute_or_fail(plan.get()));
    if (!made)
        return {};
    Subset subset{bytesOf(
        Blob(m_compact ? hb_face_reference_table(made.get(), compactOutlines) : hb_face_reference_blob(made.get())))};
    const hb_map_t *kept = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (int glyph = 0; glyph < glyphCount(); ++glyph)
        if (hb_map_has(kept, static_cast<hb_codepoint_t>(glyph)))
            subset.glyphs.push_back(static_cast<quint16>(glyph));
    return subset;
}

FaceId FontFaces::idOf(hb_face_t *face)
{
    auto entry = std::find_if(m_faces.begin(), m_faces.end(), [face](const Entry &e) { return e.key == face; });
    if (entry == m_faces.end())
        entry = m_faces.insert(entry, {face, std::make_unique<FontFace>(face)});
    return static_cast<FaceId>(entry - m_faces.begin());
}

} // namespace adit::pdf
