// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/fontbook.h"

#include "core/pdf/fontembed.h"

#include <algorithm>

namespace adit::pdf {

namespace {

QChar plain(QChar c)
{
    switch (c.unicode()) {
    case 0x00A0: // no-break space
    case 0x202F: // narrow no-break space
    case 0x2009: // thin space
    case 0x000A: // the next line
        return u' ';
    case 0x2010: // hyphen
    case 0x2011: // non-breaking hyphen
        return u'-';
    default:
        return c;
    }
}

bool isControl(QChar c)
{
    return c == QChar::CarriageReturn || c == QChar::LineSeparator || c == QChar::ParagraphSeparator ||
           c.unicode() == 0x00AD || c.unicode() == 0xFE0E || c.unicode() == 0xFE0F ||
           (c.category() == QChar::Other_Format && c.unicode() != 0x200C && c.unicode() != 0x200D);
}

} // namespace

QString readableText(QStringView text)
{
    QString out = text.toString();
    out.removeIf(isControl);
    if (out.size() > 1)
        out = out.normalized(QString::NormalizationForm_C);
    std::transform(out.begin(), out.end(), out.begin(), plain);
    return out;
}

FontBook::Use &FontBook::use(FaceId face)
{
    const auto [at, added] = m_uses.try_emplace(face);
    if (added) {
        const auto count = static_cast<std::size_t>(m_faces[face].glyphCount());
        at->second.resource = 'F' + QByteArray::number(static_cast<qsizetype>(m_uses.size() - 1));
        at->second.painted.resize(count);
        at->second.meaning.resize(count);
    }
    return at->second;
}

QByteArray FontBook::resource(FaceId face)
{
    return use(face).resource;
}

QString FontBook::meaningOf(const Use &use, quint16 glyph) const
{
    const char16_t single = use.meaning[glyph];
    return single != 0 ? QString(QChar(single)) : use.longer.value(glyph);
}

/// Shares the text of a cluster out among its glyphs, in order: those with a meaning keep it, a new one takes the
/// character it draws by itself, or all that is left before the next known one.
bool FontBook::divide(const Use &use, const FontFace &face, std::span<const Glyph> glyphs, const QString &text,
                      std::vector<std::pair<quint16, QString>> &parts) const
{
    qsizetype at = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const quint16 glyph = glyphs[i].id;
        const QStringView rest = QStringView(text).mid(at);
        QString part = meaningOf(use, glyph);
        if (part.isEmpty()) {
            const bool last = i + 1 == glyphs.size();
            if (rest.isEmpty())
                return false;
            part = last || !face.draws(rest[0].unicode(), glyph) ? rest.toString() : QString(rest[0]);
            parts.emplace_back(glyph, part);
        }
        if (!rest.startsWith(part))
            return false;
        at += part.size();
    }
    return at == text.size();
}

bool FontBook::learn(FaceId faceId, std::span<const Glyph> glyphs, QStringView text, bool rightToLeft)
{
    Use &uses = use(faceId);
    for (const Glyph &glyph : glyphs)
        uses.painted[glyph.id] = true;
    const bool simple = glyphs.size() == 1 && text.size() == 1 && !rightToLeft && text[0].unicode() < 0x80;
    char16_t &single = uses.meaning[glyphs[0].id];
    if (simple && single == text[0].unicode())
        return true;
    QString meaning = readableText(text);
    // A bracket of right-to-left text is drawn as its mirror image. The glyph keeps the meaning it has everywhere else.
    const bool mirrored = rightToLeft && meaning.size() == 1 && meaning[0].hasMirrored();
    if (mirrored)
        meaning[0] = meaning[0].mirroredChar();
    std::vector<std::pair<quint16, QString>> parts;
    if (!divide(uses, m_faces[faceId], glyphs, meaning, parts))
        return false;
    for (const auto &[glyph, part] : parts) {
        if (part.size() == 1)
            uses.meaning[glyph] = part[0].unicode();
        else
            uses.longer.insert(glyph, part);
    }
    return !mirrored;
}

Result<QByteArray> FontBook::write(PdfFile &file)
{
    QByteArray entries;
    for (const auto &[id, use] : m_uses) {
        FontProgram program{.face = m_faces[id], .glyphs = {}, .meanings = {}};
        for (std::size_t glyph = 0; glyph < use.painted.size(); ++glyph) {
            if (!use.painted[glyph])
                continue;
            program.glyphs.push_back(static_cast<quint16>(glyph));
            program.meanings.push_back(meaningOf(use, static_cast<quint16>(glyph)));
        }
        ADIT_TRY_ASSIGN(const ObjectId font, embedFont(file, program));
        entries += '/' + use.resource + ' ' + reference(font) + ' ';
    }
    return entries;
}

} // namespace adit::pdf
