// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/fontembed.h"

#include "core/base/hashing.h"

namespace adit::pdf {

namespace {

QByteArray hex4(quint16 value)
{
    return QByteArray::number(value, 16).rightJustified(4, '0').toUpper();
}

QByteArray utf16Hex(const QString &text)
{
    QByteArray out;
    for (const QChar c : text)
        out += hex4(c.unicode());
    return out;
}

/// Six letters that differ where the glyphs differ, as the format asks of a subset's name.
QByteArray subsetName(const FontProgram &program)
{
    QByteArray key = program.face.postScriptName();
    for (const quint16 glyph : program.glyphs)
        key += hex4(glyph);
    const Digest digest = sha256(key);
    QByteArray tag;
    for (std::size_t i = 0; i < 6; ++i)
        tag += static_cast<char>('A' + digest[i] % 26);
    return tag + '+' + program.face.postScriptName();
}

QByteArray widths(const FontProgram &program)
{
    QByteArray out("[");
    int last = -2;
    for (const quint16 glyph : program.glyphs) {
        if (glyph != last + 1)
            out += (last < 0 ? "" : "] ") + QByteArray::number(glyph) + " [";
        else
            out += ' ';
        appendNumber(out, program.face.advance(glyph), 3);
        last = glyph;
    }
    return out + (last < 0 ? "]" : "]]");
}

QByteArray toUnicode(const FontProgram &program)
{
    std::vector<QByteArray> pairs;
    for (std::size_t i = 0; i < program.glyphs.size(); ++i)
        if (!program.meanings[i].isEmpty())
            pairs.push_back('<' + hex4(program.glyphs[i]) + "> <" + utf16Hex(program.meanings[i]) + ">\n");
    QByteArray out("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                   "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    constexpr std::size_t block = 100; // as many as the format allows at once
    for (std::size_t from = 0; from < pairs.size(); from += block) {
        const std::size_t to = std::min(from + block, pairs.size());
        out += QByteArray::number(static_cast<qsizetype>(to - from)) + " beginbfchar\n";
        for (std::size_t i = from; i < to; ++i)
            out += pairs[i];
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// A bit for each glyph that the subset holds, from the highest of the first byte on (PDF/A-1 asks for it).
QByteArray glyphSet(const std::vector<quint16> &glyphs)
{
    QByteArray bits(glyphs.empty() ? 1 : glyphs.back() / 8 + 1, '\0');
    for (const quint16 glyph : glyphs)
        bits[glyph / 8] = static_cast<char>(bits[glyph / 8] | (0x80 >> glyph % 8));
    return bits;
}

QByteArray descriptor(const FontProgram &program, const QByteArray &name, ObjectId fontFile, ObjectId glyphSet)
{
    constexpr int symbolic = 4;
    constexpr int italic = 64;
    const FaceMetrics metrics = program.face.metrics();
    QByteArray out = "<< /Type /FontDescriptor /FontName /" + name + " /Flags " +
                     QByteArray::number(symbolic | (metrics.slant != 0 ? italic : 0)) + " /FontBBox [";
    for (const double edge : metrics.box)
        out += number(edge, 0) + ' ';
    out += "] /ItalicAngle " + number(metrics.slant) + " /Ascent " + number(metrics.ascent, 0) + " /Descent " +
           number(metrics.descent, 0) + " /CapHeight " + number(metrics.capHeight, 0) + " /StemV " +
           (name.contains("Bold") ? "140" : "80") + (program.face.compact() ? " /FontFile3 " : " /FontFile2 ") +
           reference(fontFile) + " /CIDSet " + reference(glyphSet) + " >>";
    return out;
}

} // namespace

Result<ObjectId> embedFont(PdfFile &file, const FontProgram &program)
{
    const bool compact = program.face.compact();
    const QByteArray name = subsetName(program);
    const FontFace::Subset subset = program.face.subset(program.glyphs);
    const QByteArray &bytes = subset.program;
    if (bytes.isEmpty())
        return Error{ErrorCode::ReportFailed, QString::fromLatin1(program.face.postScriptName()),
                     QStringLiteral("font cannot be subset")};
    const ObjectId fontFile = file.reserve();
    file.writeStream(fontFile,
                     compact ? QByteArray("/Subtype /CIDFontType0C") : "/Length1 " + QByteArray::number(bytes.size()),
                     bytes);
    const ObjectId map = file.reserve();
    file.writeStream(map, {}, toUnicode(program));
    const ObjectId held = file.reserve();
    file.writeStream(held, {}, glyphSet(subset.glyphs));
    const ObjectId described = file.add(descriptor(program, name, fontFile, held));
    const ObjectId descendant = file.add(
        QByteArray("<< /Type /Font /Subtype ") + (compact ? "/CIDFontType0" : "/CIDFontType2 /CIDToGIDMap /Identity") +
        " /BaseFont /" + name + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>" +
        " /FontDescriptor " + reference(described) + " /DW 1000 /W " + widths(program) + " >>");
    return file.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name + (compact ? "-Identity-H" : "") +
                    " /Encoding /Identity-H /DescendantFonts [" + reference(descendant) + "] /ToUnicode " +
                    reference(map) + " >>");
}

} // namespace adit::pdf
