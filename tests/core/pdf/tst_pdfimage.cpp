// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdflint.h"
#include "core/pdf/pdfreader.h"
#include "tests/core/pdf/samplereport.h"
#include "tests/support/jpegs.h"

#include <QTest>

using namespace adit;
using namespace adit::pdf;
using namespace adit::test;

namespace {

/// One picture on a page.
Result<QByteArray> pageWith(const Typesetter &typesetter, const QString &alt, bool inArtifact = false)
{
    Document document(typesetter, sample::info());
    Canvas &page = document.beginPage();
    {
        const TagGuard text = inArtifact ? document.artifact() : document.tag(Role::P);
        page.image(*Image::jpeg(colourJpeg()), {62, 100, 64, 32}, alt);
    }
    return document.finish();
}

/// A picture that says that it is so large.
QByteArray sized(QByteArray jpeg, int width, int height)
{
    const qsizetype frame = jpeg.indexOf("\xff\xc0");
    for (const auto &[at, value] : {std::pair(5, height), std::pair(7, width)}) {
        jpeg[frame + at] = static_cast<char>(value >> 8);
        jpeg[frame + at + 1] = static_cast<char>(value & 0xff);
    }
    return jpeg;
}

} // namespace

class TestPdfImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto made = Typesetter::create();
        QVERIFY(made);
        m_typesetter = std::move(*made);
    }

    void aCleanJpegIsTakenAsItIs()
    {
        const auto image = Image::jpeg(colourJpeg(), 16, 8, 3);
        QVERIFY(image);
        QCOMPARE(image->bytes(), colourJpeg());
        QCOMPARE(image->hash(), sha256(colourJpeg()));
        QVERIFY(Image::jpeg(greyJpeg(), 16, 8, 1));
    }

    /// Whatever else a file could carry is refused, and so is a file that is not what it is said to be.
    void anythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const QByteArray &bytes, const char *found) {
            QTest::newRow(name) << bytes << QString::fromLatin1(found);
        };
        const QByteArray good = colourJpeg();
        row("nothing", {}, "not a JPEG");
        row("text", "not a picture", "not a JPEG");
        row("only a start", good.left(2), "cut off");
        row("cut off in a table", good.left(60), "cut off");
        row("cut off in the picture", good.left(good.size() - 8), "cut off");
        row("without its end", good.left(good.size() - 2), "cut off");
        row("with more behind it", good + "PK", "bytes after the end");
        row("two pictures", good + good, "bytes after the end");
        row("what a camera says", withSegment(good, '\xe1', "Exif"), "segment e1");
        row("JFIF, with a density", withSegment(good, '\xe0', "JFIF"), "segment e0");
        row("colour profile", withSegment(good, '\xe2', "ICC_PROFILE"), "segment e2");
        row("Adobe", withSegment(good, '\xee', "Adobe"), "segment ee");
        row("comment", withSegment(good, '\xfe', "by Ana"), "segment fe");
        row("progressive", progressiveJpeg(), "segment c2");
        row("no pixels", sized(good, 0, 8), "0 x 8 pixels");
        row("too many pixels", sized(good, 16, 20001), "16 x 20001 pixels");
        row("other sizes", sized(good, 15, 8), "15 x 8 pixels, 3 components");
        row("grey", greyJpeg(), "16 x 8 pixels, 1 components");
    }
    void anythingElseIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, found);
        const auto image = Image::jpeg(bytes, 16, 8, 3);
        QVERIFY(!image);
        QCOMPARE(image.error().code, ErrorCode::InvalidValue);
        QCOMPARE(image.error().detail, found);
    }

    /// No byte of a hostile file is read past its end.
    void damageIsSurvived()
    {
        for (qsizetype size = 0; size < colourJpeg().size(); ++size)
            QVERIFY(!Image::jpeg(colourJpeg().left(size)));
    }

    void aPictureIsStoredOnceHoweverOftenItIsDrawn()
    {
        const QByteArray report = sample::report(*m_typesetter);
        QCOMPARE(report.count("/Subtype /Image"), 2);
        QCOMPARE(report.count(colourJpeg()), 1);
        const auto listed =
            sample::run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), QStringLiteral("FILE")}, report);
        QVERIFY(listed);
        QCOMPARE(listed->trimmed().split('\n').size(), 2 + 3);
        QVERIFY(!listed->contains("smask"));
    }

    void aPictureIsAFigureWithItsWords()
    {
        const auto file = pageWith(*m_typesetter, QStringLiteral("Half is orange, half blue"));
        QVERIFY(file);
        QCOMPARE(lint(*file), std::vector<LintProblem>());
        const auto reader = Reader::open(*file);
        QVERIFY(reader);
        int figures = 0;
        for (int i = 1; i < reader->objectCount(); ++i) {
            const Value &element = reader->object(i);
            if (!element["S"].isName("Figure"))
                continue;
            ++figures;
            QCOMPARE(textOf(element["Alt"]), QStringLiteral("Half is orange, half blue"));
            const std::vector<Value> &box = reader->resolve(element["A"])["BBox"].items;
            QCOMPARE(box.size(), std::size_t{4});
            QCOMPARE(box[0].number, 62.0);
            QCOMPARE(box[3].number, 741.89);
        }
        QCOMPARE(figures, 1);
    }

    void aPictureWithoutWordsIsAFault()
    {
        QVERIFY(!pageWith(*m_typesetter, QStringLiteral(" ")));
        QVERIFY(!pageWith(*m_typesetter, QStringLiteral("Half is orange"), true));
    }

    /// Nothing of a file that did not come through this writer passes for clean.
    void aVeilOverAPictureIsFound_data()
    {
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("soft mask") << QByteArray("/SMask 1 0 R /Width 16");
        QTest::newRow("mask") << QByteArray("/Mask [0 0] /Width 16");
        QTest::newRow("metadata") << QByteArray("/Metadata 1 0 R /Width 16");
    }
    void aVeilOverAPictureIsFound()
    {
        QFETCH(const QByteArray, after);
        const auto file = pageWith(*m_typesetter, QStringLiteral("Half is orange"));
        QVERIFY(file);
        const QByteArray veiled = sample::changed(
            *file, [&after](QByteArray &dictionary, QByteArray &) { dictionary.replace("/Width 16", after); });
        QCOMPARE(lint(veiled), (std::vector<LintProblem>{{QStringLiteral("image-unclean"), QStringLiteral("I0")}}));
    }

private:
    std::unique_ptr<Typesetter> m_typesetter;
};

QTEST_GUILESS_MAIN(TestPdfImage)
#include "tst_pdfimage.moc"
