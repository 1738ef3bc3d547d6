// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/pdffile.h"
#include "core/pdf/text.h"

#include <QHash>
#include <map>
#include <span>

namespace adit::pdf {

/// The fonts of one document: which glyphs of which face were painted, and what each means as text. Only what was
/// painted is embedded, so nothing measured but withheld leaves a glyph behind.
class FontBook
{
public:
    explicit FontBook(const FontFaces &faces)
        : m_faces(faces)
    {}

    /// The name in the page's resources ("F2"); asking makes the face part of the document.
    QByteArray resource(FaceId face);
    const FontFace &face(FaceId id) const { return m_faces[id]; }
    /// Notes the glyphs of one cluster as painted and learns their meaning. False if the glyphs already mean something
    /// else, so that this place needs its text said beside it (ActualText).
    bool learn(FaceId face, std::span<const Glyph> glyphs, QStringView text, bool rightToLeft);

    /// Embeds every face. Returns the entries of the resource dictionary ("/F0 7 0 R /F1 12 0 R").
    Result<QByteArray> write(PdfFile &file);

private:
    struct Use
    {
        QByteArray resource;
        std::vector<bool> painted;
        std::vector<char16_t> meaning; ///< of one UTF-16 unit; 0: none, or in `longer`
        QHash<quint16, QString> longer;
    };
    Use &use(FaceId face);
    QString meaningOf(const Use &use, quint16 glyph) const;
    bool divide(const Use &use, const FontFace &face, std::span<const Glyph> glyphs, const QString &text,
                std::vector<std::pair<quint16, QString>> &parts) const;

    const FontFaces &m_faces;
    std::map<FaceId, Use> m_uses;
};

/// What a stretch of text is when read back: composed, spaces and hyphens plain, without invisible controls.
QString readableText(QStringView text);

} // namespace adit::pdf
