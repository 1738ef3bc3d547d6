// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/paragraphsource.h"

#include <QHash>
#include <map>

namespace adit::pdf {

/// Sets paragraphs of Latin, Greek and Cyrillic text, which is nearly all of most reports, by words that are shaped
/// once and kept: several times faster than shaping every paragraph as a whole. Anything else (other scripts, right to
/// left, characters the report's own fonts lack) is left to the full layout engine.
class WordSetter
{
public:
    explicit WordSetter(const FontFaces &faces)
        : m_faces(faces)
    {}

    void addFace(Family family, bool bold, bool italic, FaceId face);
    /// Fills in the block's lines, flush left. False, with the block as it was, if the paragraph is not for it.
    bool set(const Paragraph &paragraph, const Source &source, TextBlock &block);

private:
    struct Word
    {
        std::vector<Glyph> glyphs; ///< positions in font units
        bool drawable;
    };
    using Words = QHash<QString, Word>;

    const Word &word(FaceId face, bool tabular, const QString &language, Words &words, QStringView text);
    FaceId faceFor(const TextStyle &style) const { return m_base.at({style.family, style.bold, style.italic}); }

    friend class LineBuilder;
    const FontFaces &m_faces;
    std::map<std::tuple<Family, bool, bool>, FaceId> m_base;
    std::map<std::tuple<FaceId, bool, QString>, Words> m_words;
    qsizetype m_count = 0;
};

} // namespace adit::pdf
