// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

struct hb_face_t;
struct hb_font_t;

namespace adit::pdf {

/// The number of a face in the FontFaces it came from.
enum class FaceId : quint16 {};

/// One drawn shape. Positions in 1/1024 point.
struct Glyph
{
    static constexpr quint16 invisible = 0xffff; ///< takes its place in the text but draws nothing

    quint16 id;
    quint16 characters; ///< UTF-16 units of the cluster that starts here in drawing order; 0: goes on with the last one
    qint32 advance;
    qint32 dx;
    qint32 dy; ///< down
};

/// Measures of a face, in thousandths of the type size.
struct FaceMetrics
{
    double ascent = 0;
    double descent = 0; ///< negative
    double capHeight = 0;
    double slant = 0; ///< degrees, 0 upright, negative when leaning right
    double box[4] = {0, 0, 0, 0};
};

/// One font file's face, as opened by the typesetter, with what the file writer wants of it.
class FontFace
{
public:
    /// Shares the face (adds a reference).
    explicit FontFace(hb_face_t *face);
    ~FontFace();
    FontFace(const FontFace &) = delete;
    FontFace &operator=(const FontFace &) = delete;

    const QByteArray &postScriptName() const { return m_name; }
    int glyphCount() const { return static_cast<int>(m_advances.size()); }
    /// Thousandths of the type size.
    double advance(quint16 glyph) const;
    bool draws(char32_t character, quint16 glyph) const;
    /// Glyph::invisible where the face has none.
    quint16 spaceGlyph() const;
    /// The glyphs of one left-to-right word, positions in font units; glyph 0 where the face has none.
    std::vector<Glyph> shape(QStringView text, bool tabular, const QString &language) const;
    /// Thousandths of the type size per font unit.
    double unit() const { return m_unit; }
    /// Outlines of the Type 2 sort (CFF) rather than TrueType.
    bool compact() const { return m_compact; }
    FaceMetrics metrics() const;
    struct Subset
    {
        QByteArray program;            ///< empty if it cannot be made
        std::vector<quint16> glyphs{}; ///< in it, ascending: what was asked for and what that is put together from
    };
    /// The font program with these glyphs only, under their own numbers.
    Subset subset(const std::vector<quint16> &glyphs) const;

private:
    struct Release
    {
        void operator()(hb_face_t *face) const;
        void operator()(hb_font_t *font) const;
    };
    std::unique_ptr<hb_face_t, Release> m_face;
    std::unique_ptr<hb_font_t, Release> m_font;
    QByteArray m_name;
    double m_unit = 1;
    bool m_compact = false;
    mutable std::vector<float> m_advances; ///< negative: not asked yet
};

/// The faces opened so far. They belong to the typesetter and outlive the documents made with it.
class FontFaces
{
public:
    /// The same face always has the same id.
    FaceId idOf(hb_face_t *face);
    const FontFace &operator[](FaceId id) const { return *m_faces[static_cast<std::size_t>(id)].face; }

private:
    struct Entry
    {
        hb_face_t *key;
        std::unique_ptr<FontFace> face;
    };
    std::vector<Entry> m_faces;
};

} // namespace adit::pdf
