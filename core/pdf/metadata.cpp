// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/metadata.h"

#include <array>
#include <cmath>

#include <lcms2.h>

namespace adit::pdf {

namespace {

QString program()
{
    return QStringLiteral("Adit");
}

QString producer()
{
    return QStringLiteral("Adit " ADIT_VERSION);
}

QString element(const QString &name, const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("   <%1>%2</%1>\n").arg(name, text.toHtmlEscaped());
}

/// Name and subject are language alternatives in XMP.
QString alternative(const QString &name, const QString &text)
{
    return text.isEmpty()
               ? QString()
               : QStringLiteral("   <%1><rdf:Alt><rdf:li xml:lang=\"x-default\">%2</rdf:li></rdf:Alt></%1>\n")
                     .arg(name, text.toHtmlEscaped());
}

QString sequence(const QString &name, const QString &kind, const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("   <%1><rdf:%2><rdf:li>%3</rdf:li></rdf:%2></%1>\n")
                                .arg(name, kind, text.toHtmlEscaped());
}

/// A profile of version 2 holds the curve as a table. Readers turn it round for every page, in a time that grows with
/// its length: 256 values are exact enough; the 4096 that lcms writes by itself cost them 0.1 s a page.
cmsToneCurve *srgbCurve()
{
    std::array<cmsUInt16Number, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double value = static_cast<double>(i) / 255.0;
        const double linear = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        table[i] = static_cast<cmsUInt16Number>(std::lround(linear * 65535.0));
    }
    return cmsBuildTabulatedToneCurve16(nullptr, static_cast<cmsUInt32Number>(table.size()), table.data());
}

/// The profile's header holds the moment of its making: bytes 24 to 35, overwritten with 2026-01-01 00:00.
QByteArray srgbProfile()
{
    QByteArray bytes;
    const cmsHPROFILE profile = cmsCreate_sRGBProfile();
    cmsSetProfileVersion(profile, 2.1);
    cmsToneCurve *curve = srgbCurve();
    for (const cmsTagSignature tag : {cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag})
        cmsWriteTag(profile, tag, curve);
    cmsFreeToneCurve(curve);
    cmsUInt32Number size = 0;
    if (cmsSaveProfileToMem(profile, nullptr, &size)) {
        bytes.resize(static_cast<qsizetype>(size));
        cmsSaveProfileToMem(profile, bytes.data(), &size);
        bytes.replace(24, 12, QByteArray("\x07\xEA\0\1\0\1\0\0\0\0\0\0", 12));
    }
    cmsCloseProfile(profile);
    return bytes;
}

} // namespace

ObjectId writeInfo(PdfFile &file, const DocumentInfo &info)
{
    QByteArray body = "<< /Title " + textString(info.title);
    if (!info.author.isEmpty())
        body += " /Author " + textString(info.author);
    if (!info.subject.isEmpty())
        body += " /Subject " + textString(info.subject);
    if (info.namesProgram)
        body += " /Creator " + textString(program()) + " /Producer " + textString(producer());
    body += " /CreationDate " + dateString(info.created) + " /ModDate " + dateString(info.created) + " >>";
    return file.add(body);
}

ObjectId writeXmp(PdfFile &file, const DocumentInfo &info)
{
    // Whole seconds, as in the Info dictionary.
    const QString moment = toIso(Instant{info.created.milliseconds / 1000 * 1000}).remove(QLatin1String(".000"));
    const QString packet = QStringLiteral("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                                          "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                                          " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                                          "  <rdf:Description rdf:about=\"\""
                                          " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                                          " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                                          " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                                          " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                                          "   <pdfaid:part>1</pdfaid:part>\n"
                                          "   <pdfaid:conformance>B</pdfaid:conformance>\n") +
                           element(QStringLiteral("dc:format"), QStringLiteral("application/pdf")) +
                           alternative(QStringLiteral("dc:title"), info.title) +
                           sequence(QStringLiteral("dc:creator"), QStringLiteral("Seq"), info.author) +
                           alternative(QStringLiteral("dc:description"), info.subject) +
                           sequence(QStringLiteral("dc:language"), QStringLiteral("Bag"), info.language) +
                           element(QStringLiteral("xmp:CreatorTool"), info.namesProgram ? program() : QString()) +
                           element(QStringLiteral("xmp:CreateDate"), moment) +
                           element(QStringLiteral("xmp:ModifyDate"), moment) +
                           element(QStringLiteral("pdf:Producer"), info.namesProgram ? producer() : QString()) +
                           QStringLiteral("  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    const ObjectId id = file.reserve();
    file.writeStream(id, "/Type /Metadata /Subtype /XML", packet.toUtf8(), Packing::None);
    return id;
}

ObjectId writeOutputIntent(PdfFile &file)
{
    const ObjectId profile = file.reserve();
    file.writeStream(profile, "/N 3", srgbProfile());
    return file.add("<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
                    " /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile " +
                    reference(profile) + " >>");
}

} // namespace adit::pdf
