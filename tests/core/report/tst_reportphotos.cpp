// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/printphoto.h"
#include "core/pdf/pdfreader.h"
#include "tests/core/report/photocase.h"
#include "tests/core/report/reporttools.h"
#include "tests/support/jpegs.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace adit;
using namespace adit::test;

// Photos in the report: what was confirmed and nothing else, each in one piece with its caption, with words for who
// does not see it; of a withheld one nothing is left, not even its size (report.md, Redaction).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// A picture as it is printed, of a size; no two of different numbers are the same.
QByteArray printed(int width, int height, int number = 0)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x * 255 / width, y * 255 / height, number * 8 % 256));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return must(printPhoto(bytes)).jpeg;
}

QByteArray web(const PublicAssessment &assessment)
{
    return must(renderWebReport(assessment, ReportKind::Public, {}));
}

std::vector<QByteArray> picturesOf(const QByteArray &pdf)
{
    const auto reader = must(pdf::Reader::open(pdf));
    std::vector<QByteArray> out;
    for (int i = 1; i < reader.objectCount(); ++i)
        if (reader.object(i)["Subtype"].isName("Image"))
            out.push_back(*reader.stream({.kind = pdf::Value::Kind::Reference, .number = double(i)}));
    return out;
}

} // namespace

class TestReportPhotos : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    std::unique_ptr<PhotoCase> m_photos;

    void begin()
    {
        m_photos.reset();
        m_case.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_case =
            must(CaseDocument::create(m_folder->filePath(s("case.adit")), smallStandard(s("1.2.1.1 1.2.1.2 4.2.1.1")),
                                      {{{&infoOf(field::details::site), s("Hill")}}}, repeatableSurroundings()));
        m_photos = std::make_unique<PhotoCase>(*m_case);
        for (const char *code : {"1.2.1.1", "1.2.1.2", "4.2.1.1"})
            m_photos->edit(rate(m_case->view(), s(code), {.rating = s("partial"), .finding = s("As seen.")}));
    }

private Q_SLOTS:
    void init() { begin(); }

    void aConfirmedPhotoStandsWithItsRequirement()
    {
        const QByteArray jpeg = printed(1417, 1063);
        m_photos->add(s("1.2.1.1"), jpeg);
        const QByteArray pdf = render(m_photos->published());
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        QCOMPARE(misplaced(pdf).join(QLatin1Char('\n')), QString());
        QCOMPARE(picturesOf(pdf), std::vector<QByteArray>{jpeg});
        const QString text = flowingText(pdf);
        const qsizetype caption = text.indexOf(squeezed(s("Photo 1 · The spillway in May")));
        QVERIFY(caption > text.indexOf(squeezed(s("1.2.1.1")), text.indexOf(squeezed(s("As seen.")))) - 100);
        QVERIFY(caption > text.indexOf(squeezed(s("As seen."))));
        const auto structure = runTool(s("pdfinfo"), {s("-struct"), s("FILE")}, pdf);
        QVERIFY(structure && structure->contains("Figure"));
        QVERIFY(pdf.contains("(A concrete channel, dry, with a crack across it)"));
    }

    /// "through the report": by the catalogue's order, not by when they were put in.
    void photosAreNumberedThroughTheReport()
    {
        m_photos->add(s("4.2.1.1"), printed(400, 300, 1), {.caption = s("Third"), .description = s("C")});
        m_photos->add(s("1.2.1.1"), printed(400, 300, 2), {.caption = s("First"), .description = s("A")});
        m_photos->add(s("1.2.1.1"), printed(400, 300, 3), {.caption = s("Second"), .description = s("B")});
        const QString text = flowingText(render(m_photos->published()));
        for (const char *caption : {"Photo 1 · First", "Photo 2 · Second", "Photo 3 · Third"})
            QVERIFY2(text.contains(squeezed(s(caption))), caption);
    }

    void nothingElseIsPrinted()
    {
        m_photos->add(s("1.2.1.1"), printed(400, 300, 1), {}, false); // nobody confirmed it
        const QString changed = m_photos->add(s("1.2.1.2"), printed(400, 300, 2));
        const auto entity = must(photoCalled(m_case->assessment(), changed));
        m_photos->pictures()[entity.id] = printed(400, 300, 3); // not what was looked at
        const QString gone = m_photos->add(s("4.2.1.1"), printed(400, 300, 4));
        m_photos->edit(removePublicPhoto(m_case->view(), gone, QDate(2026, 6, 2)));
        m_photos->add(s("1.2.1.1"), withSegment(colourJpeg(), '\xe1', "Exif")); // not clean
        const PublicAssessment assessment = m_photos->published();
        QCOMPARE(assessment.photos.size(), std::size_t{0});
        QVERIFY(picturesOf(render(assessment)).empty());
        QVERIFY(!web(assessment).contains("data:image/jpeg"));
    }

    void aPhotoOfWhatIsNotRelevantIsNotPrinted()
    {
        m_photos->add(s("1.2.1.1"), printed(400, 300));
        m_photos->edit(setRelevance(m_case->view(), s("1.2.1.1"), false, s("None there")));
        QCOMPARE(m_photos->published().photos.size(), std::size_t{0});
    }

    /// Whatever its shape, it stays in the column and on the page, next to its caption.
    void photosFitThePage_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("width"); ///< points
        QTest::newRow("as cameras take them") << QSize(1417, 1063) << 340.1;
        QTest::newRow("wide") << QSize(1459, 200) << 350.1;
        QTest::newRow("upright") << QSize(797, 1063) << 191.3;
        QTest::newRow("small") << QSize(150, 100) << 72.0;
        QTest::newRow("one pixel") << QSize(1, 1) << 0.48;
    }
    void photosFitThePage()
    {
        QFETCH(const QSize, size);
        QFETCH(const double, width);
        for (int i = 0; i < 5; ++i)
            m_photos->add(s("1.2.1.1"), printed(size.width(), size.height(), i));
        m_photos->add(s("4.2.1.1"), printed(size.width(), size.height()),
                      {.caption = QString(s("words and words ")).repeated(120), .description = s("Long")});
        const QByteArray pdf = render(m_photos->published());
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        QCOMPARE(misplaced(pdf).join(QLatin1Char('\n')), QString());
        const auto reader = must(pdf::Reader::open(pdf));
        int figures = 0;
        for (int i = 1; i < reader.objectCount(); ++i) {
            const pdf::Value &element = reader.object(i);
            if (!element["S"].isName("Figure") || !pdf::textOf(element["Alt"]).startsWith(s("A concrete")))
                continue;
            ++figures;
            const auto &box = reader.resolve(element["A"])["BBox"].items;
            QVERIFY2(std::abs(box[2].number - box[0].number - width) < 0.1, qPrintable(QString::number(box[2].number)));
            QVERIFY(box[1].number > 841.89 - 784 && box[3].number < 841.89 - 70 + 0.1);
        }
        QCOMPARE(figures, 5);
    }

    void theWebPageHoldsItWhole()
    {
        const QByteArray jpeg = printed(1417, 1063);
        m_photos->add(s("1.2.1.1"), jpeg, {.caption = s("5 < 6 & \"so\""), .description = s("A \"dry\" <channel>")});
        const QByteArray page = web(m_photos->published());
        QXmlStreamReader xml(page);
        int figures = 0;
        QString caption;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == s("figure"))
                ++figures;
            if (xml.isStartElement() && xml.name() == s("img")) {
                QCOMPARE(xml.attributes().value(s("alt")).toString(), s("A \"dry\" <channel>"));
                const QString source = xml.attributes().value(s("src")).toString();
                QVERIFY(source.startsWith(s("data:image/jpeg;base64,")));
                QCOMPARE(QByteArray::fromBase64(source.section(QLatin1Char(','), 1).toLatin1()), jpeg);
            }
            if (xml.isStartElement() && xml.name() == s("figcaption"))
                caption = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(figures, 1);
        QCOMPARE(caption.simplified(), s("Photo 1 · 5 < 6 & \"so\""));
    }

    /// Two cases that differ in the withheld photo alone print the same: picture, size and words leave nothing.
    void ofAWithheldPhotoNothingIsLeft()
    {
        QByteArray pages;
        QByteArray file;
        for (const bool isOther : {false, true}) {
            begin();
            const QString label = m_photos->add(s("1.2.1.1"), isOther ? printed(300, 900, 7) : printed(1417, 1063, 9),
                                                isOther ? PhotoWords{s("x"), s("y")} : PhotoWords());
            m_photos->withhold(label, "B");
            const PublicAssessment assessment = m_photos->published();
            QCOMPARE(assessment.photos.size(), std::size_t{1});
            QVERIFY(!assessment.photos.front().picture);
            const QByteArray pdf = render(assessment);
            QVERIFY(picturesOf(pdf).empty());
            QVERIFY(flowingText(pdf).contains(squeezed(s("Photo 1 · [withheld · protection of persons]"))));
            QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
            if (isOther) {
                QCOMPARE(pdf, file);
                QCOMPARE(web(assessment), pages);
            }
            file = pdf;
            pages = web(assessment);
        }
    }

    void wordsOfACaptionAreWithheldAsOthersAre()
    {
        const QString label = m_photos->add(s("1.2.1.1"), printed(400, 300));
        m_photos->withhold(label, "D", s("caption"), s("in May"));
        m_photos->withhold(label, "D", s("description"), s("with a crack across it"));
        const PublicAssessment assessment = m_photos->published();
        const QByteArray pdf = render(assessment);
        QVERIFY(!flowingText(pdf).contains(squeezed(s("in May"))));
        QVERIFY(!pdf.contains("crack") && !web(assessment).contains("crack"));
        QCOMPARE(picturesOf(pdf).size(), std::size_t{1});
        // The company reads what only protects secrets of others from the public.
        QVERIFY(flowingText(render(m_photos->published(Reader::Company), ReportKind::Full))
                    .contains(squeezed(s("in May"))));
    }

    void arabicReportsMirrorThem()
    {
        m_photos->add(s("1.2.1.1"), printed(400, 300));
        const QByteArray pdf =
            must(renderReport(m_photos->published(), ReportKind::Public, {.language = s("ar")}, typesetter()));
        QCOMPARE(faults(pdf).join(QLatin1Char('\n')), QString());
        const auto reader = must(pdf::Reader::open(pdf));
        for (int i = 1; i < reader.objectCount(); ++i)
            if (reader.object(i)["S"].isName("Figure") && pdf::textOf(reader.object(i)["Alt"]).startsWith(s("A con"))) {
                const auto &box = reader.resolve(reader.object(i)["A"])["BBox"].items;
                // At the end of the text column that is read first: 42.5 mm from the right margin.
                QVERIFY(std::abs(box[2].number - (595.28 - 64.5 / 25.4 * 72)) < 0.5);
            }
    }

    void sameInputSameBytes()
    {
        m_photos->add(s("1.2.1.1"), printed(400, 300));
        const PublicAssessment assessment = m_photos->published();
        QCOMPARE(render(assessment), render(assessment));
        QCOMPARE(web(assessment), web(assessment));
    }
};

QTEST_GUILESS_MAIN(TestReportPhotos)
#include "tst_reportphotos.moc"
