// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/fontbook.h"

namespace adit::pdf {

/// Writes the glyphs of one run into a page's content, between BT and ET, so that they read back as the run's text.
///
/// The pen moves by each glyph's own width; where the layout wants another place (kerning, marks above letters), a
/// correction is written. A cluster whose glyphs do not speak for themselves has its text said beside it: on the glyphs
/// that take room, while its marks, drawn out of line, are said to be nothing (readers that look at positions would see
/// gaps between words there).
class GlyphWriter
{
public:
    GlyphWriter(QByteArray &out, FontBook &fonts, const TextBlock &block, const GlyphRun &run);

    void write();

private:
    struct Placed
    {
        Glyph glyph;
        double at; ///< from the start of the run
    };
    struct Cluster
    {
        quint32 glyph;
        quint32 glyphEnd;
        quint32 text;
        quint32 textEnd;
    };

    std::vector<Cluster> clusters() const;
    bool isMark(const Cluster &cluster) const;
    bool endsPhrase(const Cluster &cluster) const;
    void writeCluster(const Cluster &cluster);
    void said(const QString &text, std::span<const Placed> glyphs);
    void put(const Placed &placed);
    void moveTo(double wanted);
    void rise(double points);
    void flush();

    QByteArray &m_out;
    FontBook &m_fonts;
    const FontFace &m_face;
    const TextBlock &m_block;
    const GlyphRun &m_run;
    double m_at = 0;  ///< where the layout is
    double m_pen = 0; ///< where the file's reader is
    double m_rise = 0;
    bool m_inArray = false;
    bool m_inString = false;
};

} // namespace adit::pdf
