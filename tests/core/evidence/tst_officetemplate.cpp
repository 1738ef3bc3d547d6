// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/evidence/officetemplate.h"
#include "core/pdf/image.h"
#include "tests/support/builders.h"
#include "tests/support/jpegs.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QRandomGenerator>
#include <QTest>

using namespace adit;
using namespace adit::test;

// An office's template comes as a file with its logo beside it; what a case takes of the picture is its pixels.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray encoded(const QImage &image, const char *format = "png")
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QByteArray plain(int width, int height)
{
    QImage image(width, height, QImage::Format_ARGB32);
    image.fill(qRgba(20, 80, 90, 255));
    return encoded(image);
}

QByteArray noise(int width, int height)
{
    QRandomGenerator random(3);
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, random.generate());
    return encoded(image);
}

} // namespace

class TestOfficeTemplate : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(s(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    QString office(const char *logo) const
    {
        return write("ridge.adit-template.json",
                     QByteArray(R"({"format":"adit-report-template/1","body":{"name":"Ridge","address":["Fictia"]})") +
                         (*logo ? QByteArray(",\"logo\":\"") + logo + "\"}" : QByteArray("}")));
    }
    static QString refusal(const Result<OfficeTemplate> &read)
    {
        return read ? QString() : read.error().subject + QLatin1Char(' ') + read.error().detail;
    }

private Q_SLOTS:
    void readsTheLogoBesideIt()
    {
        write("logo.png", plain(1200, 300));
        const OfficeTemplate read = must(OfficeTemplate::read(office("logo.png")));
        QCOMPARE(read.made.name, s("Ridge"));
        QCOMPARE(read.made.logo, toHex(sha256(read.logo)));
        const pdf::Image image = must(pdf::Image::jpeg(read.logo));
        QCOMPARE(image.width(), OfficeTemplate::logoWidth);
        QCOMPARE(image.height(), 125);
        QCOMPARE(must(OfficeTemplate::read(office("logo.png"))).logo, read.logo);
        QCOMPARE(must(OfficeTemplate::read(office(""))).logo, QByteArray());
    }

    /// What a camera or a program wrote into the picture stays in the office.
    void nothingButPixelsIsTaken()
    {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        image.setText(s("Author"), s("Abel Quispe"));
        const QByteArray photo = withSegment(encoded(image, "jpg"), '\xfe', "Abel Quispe");
        QVERIFY(photo.contains("Abel"));
        const QByteArray logo = must(logoFrom(photo));
        QVERIFY(!logo.contains("Abel"));
        QVERIFY(pdf::Image::jpeg(logo));
    }
    void paperShowsThroughWhatIsTransparent()
    {
        QImage image(64, 64, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        const QImage seen = QImage::fromData(must(logoFrom(encoded(image))));
        QCOMPARE(seen.pixelColor(20, 20), QColor(Qt::white));
    }
    void noiseIsMadeSmallEnough()
    {
        for (const QSize size : {QSize(500, 183), QSize(1459, 1063), QSize(40, 40)})
            QVERIFY(must(logoFrom(noise(size.width(), size.height()))).size() <= largestLogo);
    }

    void whatIsNoLogoIsRefusedAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rule");
        QTest::newRow("no picture") << QByteArray("<svg/>") << ruleName(Rule::PhotoExpected);
        QTest::newRow("half a picture") << plain(400, 400).left(60) << QString();
        QTest::newRow("a line") << plain(900, 8) << ruleName(Rule::LogoShape);
        QTest::newRow("a ribbon") << plain(900, 100) << ruleName(Rule::LogoShape);
        QTest::newRow("a dot") << plain(16, 16) << ruleName(Rule::LogoShape);
        QTest::newRow("too many bytes") << QByteArray(6 * 1024 * 1024, 'x') << ruleName(Rule::LogoBytes);
    }
    void whatIsNoLogoIsRefusedAtItsPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rule);
        write("logo.png", bytes);
        const QString told = refusal(OfficeTemplate::read(office("logo.png")));
        QVERIFY2(told.startsWith(s("report_template: /logo ")), qPrintable(told));
        QVERIFY2(told.contains(rule), qPrintable(told));
    }
    void logoLiesBesideTheTemplate()
    {
        for (const char *name : {"../logo.png", "/etc/passwd", "..", "a\\\\b.png"})
            QVERIFY2(refusal(OfficeTemplate::read(office(name))).contains(ruleName(Rule::LogoName)), name);
        QCOMPARE(OfficeTemplate::read(office("none.png")).error().code, ErrorCode::FileMissing);
        QCOMPARE(OfficeTemplate::read(m_folder.filePath(s("none"))).error().code, ErrorCode::FileMissing);
        QCOMPARE(OfficeTemplate::read(m_folder.path()).error().code, ErrorCode::FileMissing);
    }

    /// One edit, which is undone as one.
    void caseTakesTemplateAndLogoTogether()
    {
        write("logo.png", plain(400, 200));
        const auto document = newCase(m_folder);
        const OfficeTemplate given = must(OfficeTemplate::read(office("logo.png")));
        must(document->apply(must(setReportTemplate(document->view(), given))));
        const auto kept = [&](auto field) { return document->assessment().details()[field]; };
        QCOMPARE(kept(field::details::report_template), QString::fromUtf8(given.made.toJson()));
        QCOMPARE(kept(field::details::report_logo), QString::fromLatin1(given.logo.toBase64()));
        QVERIFY(must(setReportTemplate(document->view(), given)).changes.empty());
        must(document->undo());
        QCOMPARE(kept(field::details::report_template), QString());
        must(document->redo());
        must(document->apply(must(removeReportTemplate(document->view()))));
        QCOMPARE(kept(field::details::report_template), QString());
        QCOMPARE(kept(field::details::report_logo), QString());
        QVERIFY(must(document->verify()).problems.empty());
    }
};

QTEST_APPLESS_MAIN(TestOfficeTemplate)
#include "tst_officetemplate.moc"
