// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/photocase.h"
#include "tests/core/report/reporttools.h"
#include "tests/support/jpegs.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace adit;
using namespace adit::test;

// Reports are kept for decades: what is printed is PDF/A-1b, as an outside judge says (report-engine.md, 1), and its
// metadata say what they are meant to and nothing else.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// The libraries of the judge, from Debian's packages.
QString judge()
{
    QStringList jars;
    for (const char *name :
         {"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"})
        jars.append(QStringLiteral("/usr/share/java/%1.jar").arg(QLatin1String(name)));
    return jars.join(QLatin1Char(':'));
}

QString verdict(const QByteArray &pdf)
{
    const auto said =
        runTool(s("java"), {s("-cp"), judge(), s("org.apache.pdfbox.preflight.Validator_A1b"), s("FILE")}, pdf);
    return said ? QString::fromUtf8(*said).section(QLatin1String("report.pdf "), 1).trimmed()
                : s("the judge did not run, or found a fault");
}

} // namespace

class TestArchival : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsCanBeArchived_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : reportLanguages())
            QTest::addRow("%s", qPrintable(language)) << language;
    }
    void reportsCanBeArchived()
    {
        QFETCH(const QString, language);
        const QByteArray pdf =
            must(renderReport(sampleAssessment(), ReportKind::Public, {.language = language}, typesetter()));
        QCOMPARE(verdict(pdf), s("is a valid PDF/A-1b file"));
    }

    /// Whatever script a finding is written in, and with whatever in it.
    void findingsInAllScriptsCanBeArchived()
    {
        Draft draft(smallStandard(s("1.1.1.1 1.1.1.2")));
        draft.details(field::details::site, s("鉱山 שלום"))
            .answer(s("1.1.1.1"), field::answer::rating, s("partial"))
            .answer(s("1.1.1.1"), field::answer::finding,
                    s("水质 हिन्दी में ไทย العربية Việt ქართული አማርኛ \U0001F477 ￼ \u202Eabc ½ ﬁ"));
        QCOMPARE(verdict(render(draft.published())), s("is a valid PDF/A-1b file"));
    }

    void photosCanBeArchived()
    {
        const QTemporaryDir folder;
        const auto document = newCase(folder);
        PhotoCase photos(*document);
        photos.edit(rate(document->view(), s("1.2.1.1"), {.rating = s("partial"), .finding = s("As seen.")}));
        photos.add(s("1.2.1.1"), colourJpeg());
        photos.add(s("1.2.1.1"), greyJpeg());
        QCOMPARE(verdict(render(photos.published())), s("is a valid PDF/A-1b file"));
    }

    /// Nothing but these: no path, no host, no name of who printed it.
    void metadataSayWhatTheyAreMeantTo()
    {
        const auto said =
            runTool(s("exiftool"), {s("-json"), s("-a"), s("-G1"), s("FILE")}, render(sampleAssessment()));
        QVERIFY(said);
        const QJsonObject tags = QJsonDocument::fromJson(*said).array().first().toObject();
        QStringList names;
        for (const QString &name : tags.keys())
            if (!name.startsWith(s("System:")) && !name.startsWith(s("File:")) && !name.startsWith(s("ExifTool:")) &&
                name != s("SourceFile"))
                names.append(name);
        names.sort();
        QCOMPARE(names.join(QLatin1Char(' ')),
                 s("PDF:Author PDF:CreateDate PDF:Creator PDF:Language PDF:Linearized PDF:ModifyDate PDF:PDFVersion "
                   "PDF:PageCount PDF:PageMode PDF:Producer PDF:Subject PDF:TaggedPDF PDF:Title XMP-dc:Creator "
                   "XMP-dc:Description XMP-dc:Format XMP-dc:Language XMP-dc:Title XMP-pdf:Producer "
                   "XMP-pdfaid:Conformance XMP-pdfaid:Part XMP-xmp:CreateDate XMP-xmp:CreatorTool XMP-xmp:ModifyDate"));
        QCOMPARE(tags[s("PDF:Title")].toString(), tags[s("XMP-dc:Title")].toString());
    }
};

QTEST_GUILESS_MAIN(TestArchival)
#include "tst_archival.moc"
