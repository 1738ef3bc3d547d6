// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rule.h"
#include "core/evidence/printphoto.h"
#include "core/pdf/image.h"
#include "tests/support/jpegs.h"
#include "tests/support/photos.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QTest>
#include <QtEndian>
#include <cmath>

using namespace adit;
using namespace adit::test;

// What is printed of a photo is made anew from its pixels; whatever else its file holds stays at home (report.md,
// Redaction: "EXIF never leaves").

namespace {

/// Left half one colour, right half another; rows and columns can be told apart.
QImage halves(int width, int height, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(width, height, format);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixelColor(x, y, x < width / 2 ? QColor(200, 80, 40) : QColor(30, 90, 160));
    return image;
}

QByteArray saved(const QImage &image, const char *format, int quality = 90)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

QByteArray little(quint16 value)
{
    return {reinterpret_cast<const char *>(&value), 2};
}

/// An Exif block of one entry, as a camera held on its side writes it.
QByteArray orientation(quint16 how)
{
    return QByteArray("Exif\0\0II*\0\x08\0\0\0", 14) + little(1) + little(0x0112) + little(3) + little(1) + little(0) +
           little(how) + little(0) + QByteArray(4, '\0');
}

QImage seen(const PrintPhoto &photo)
{
    return QImage::fromData(photo.jpeg, "jpeg");
}

bool isLike(const QColor &color, const QColor &wanted)
{
    return std::abs(color.red() - wanted.red()) < 12 && std::abs(color.green() - wanted.green()) < 12 &&
           std::abs(color.blue() - wanted.blue()) < 12;
}

const QColor orange(200, 80, 40);
const QColor blue(30, 90, 160);

/// A PNG that says it is so large and holds nothing of it.
QByteArray bomb(quint32 width, quint32 height)
{
    QByteArray bytes = saved(halves(16, 8), "png");
    qToBigEndian(width, bytes.data() + 16);
    qToBigEndian(height, bytes.data() + 20);
    // The checksum of the header, as the format wants it (CRC-32 of ISO 3309).
    quint32 crc = 0xffffffff;
    for (int i = 12; i < 29; ++i) {
        crc ^= static_cast<unsigned char>(bytes[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
    qToBigEndian(~crc, bytes.data() + 29);
    return bytes;
}

} // namespace

class TestPrintPhoto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverAPhotoComesAsItIsPrintedTheSame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray camera = exifBlock({.takenAt = "2026:05:05 14:03:22", .latitude = -33.4, .longitude = -70.6});
        QTest::newRow("JPEG") << colourJpeg();
        QTest::newRow("progressive JPEG") << progressiveJpeg();
        QTest::newRow("CMYK JPEG") << cmykJpeg();
        QTest::newRow("JPEG with place, thumbnail and comment") << withSegment(
            withSegment(colourJpeg(), '\xfe', "Ana Flores"), '\xe1', QByteArray("Exif\0\0", 6) + camera + greyJpeg());
        QTest::newRow("PNG") << saved(halves(16, 8), "png");
        QTest::newRow("PNG of 16 bits") << saved(halves(16, 8, QImage::Format_RGBA64), "png");
        QTest::newRow("PNG with a palette") << saved(halves(16, 8).convertToFormat(QImage::Format_Indexed8), "png");
    }
    void whateverAPhotoComesAsItIsPrintedTheSame()
    {
        QFETCH(const QByteArray, bytes);
        const auto photo = printPhoto(bytes);
        QVERIFY2(photo, photo ? "" : qPrintable(photo.error().detail));
        QCOMPARE(photo->width, 16);
        QCOMPARE(photo->height, 8);
        QVERIFY(isLike(seen(*photo).pixelColor(3, 4), orange));
        QVERIFY(isLike(seen(*photo).pixelColor(12, 4), blue));
        // Pixels and nothing else: the check that every report makes too.
        QVERIFY(pdf::Image::jpeg(photo->jpeg, 16, 8, 3));
        for (const char *said : {"Exif", "Ana", "JFIF", "ICC_PROFILE", "2026"})
            QVERIFY2(!photo->jpeg.contains(said), said);
    }

    void heifIsPrinted()
    {
        for (const bool asAvif : {false, true}) {
            const QByteArray bytes = heifPicture(asAvif, 64, 48, exifBlock({.takenAt = "2026:05:05 14:03:22"}));
            if (bytes.isEmpty())
                continue; // no encoder on this machine: other tests hold the reader
            const auto photo = printPhoto(bytes);
            QVERIFY(photo);
            QCOMPARE(QSize(photo->width, photo->height), QSize(64, 48));
            QVERIFY(pdf::Image::jpeg(photo->jpeg, 64, 48, 3));
        }
    }

    void samePhotoSameBytes()
    {
        const QByteArray bytes = saved(halves(1600, 1200), "jpg");
        const auto once = printPhoto(bytes);
        const auto again = printPhoto(bytes);
        QVERIFY(once && again);
        QCOMPARE(once->jpeg, again->jpeg);
        QCOMPARE(once->sha256.size(), 64);
        // What stands beside the pixels is no part of the photo.
        QCOMPARE(printPhoto(withSegment(bytes, '\xfe', "by Ana"))->sha256, once->sha256);
    }

    void itFitsTheColumnAtThreeHundredDots_data()
    {
        QTest::addColumn<QSize>("taken");
        QTest::addColumn<QSize>("printed");
        QTest::newRow("wide") << QSize(4000, 1000) << QSize(1459, 364);
        QTest::newRow("as cameras take them") << QSize(4000, 3000) << QSize(1417, 1063);
        QTest::newRow("upright") << QSize(3000, 4000) << QSize(797, 1063);
        QTest::newRow("small: never made larger") << QSize(300, 200) << QSize(300, 200);
        QTest::newRow("one pixel") << QSize(1, 1) << QSize(1, 1);
        QTest::newRow("a line") << QSize(9000, 1) << QSize(1459, 1);
    }
    void itFitsTheColumnAtThreeHundredDots()
    {
        QFETCH(const QSize, taken);
        QFETCH(const QSize, printed);
        for (const char *format : {"jpg", "png"}) {
            const auto photo = printPhoto(saved(halves(taken.width(), taken.height()), format));
            QVERIFY(photo);
            QCOMPARE(QSize(photo->width, photo->height), printed);
        }
    }

    /// All eight ways of T.81's pictures to lie (Exif, tag 0112): which corner of what is seen is orange.
    void itStandsUpright_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<bool>("isTurned");
        QTest::addColumn<QPoint>("first"); ///< where the left half came to lie, of 16 by 8 or 8 by 16
        QTest::newRow("as it is") << 1 << false << QPoint(3, 4);
        QTest::newRow("mirrored") << 2 << false << QPoint(12, 4);
        QTest::newRow("upside down") << 3 << false << QPoint(12, 4);
        QTest::newRow("flipped") << 4 << false << QPoint(3, 4);
        QTest::newRow("on its side, mirrored") << 5 << true << QPoint(4, 3);
        QTest::newRow("turned to the right") << 6 << true << QPoint(4, 3);
        QTest::newRow("turned, mirrored") << 7 << true << QPoint(4, 12);
        QTest::newRow("turned to the left") << 8 << true << QPoint(4, 12);
    }
    void itStandsUpright()
    {
        QFETCH(const int, how);
        QFETCH(const bool, isTurned);
        QFETCH(const QPoint, first);
        const auto photo = printPhoto(withSegment(colourJpeg(), '\xe1', orientation(static_cast<quint16>(how))));
        QVERIFY(photo);
        QCOMPARE(QSize(photo->width, photo->height), isTurned ? QSize(8, 16) : QSize(16, 8));
        const QImage image = seen(*photo);
        QVERIFY(isLike(image.pixelColor(first), orange));
        const QPoint other = isTurned ? QPoint(4, 15 - first.y()) : QPoint(15 - first.x(), 4);
        QVERIFY(isLike(image.pixelColor(other), blue));
    }

    void whatIsTransparentIsWhite()
    {
        QImage image(16, 8, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        const auto clear = printPhoto(saved(image, "png"));
        QVERIFY(clear);
        QVERIFY(isLike(seen(*clear).pixelColor(8, 4), Qt::white));
        image.fill(QColor(200, 0, 0, 128));
        const auto half = printPhoto(saved(image, "png"));
        QVERIFY(half);
        QVERIFY(isLike(seen(*half).pixelColor(8, 4), QColor(227, 127, 127)));
    }

    /// The numbers of a wide colour space look dull unless they are converted.
    void coloursAreThoseOfTheProfile()
    {
        QImage image(16, 8, QImage::Format_RGB32);
        image.setColorSpace(QColorSpace(QColorSpace::AdobeRgb));
        image.fill(QColor(100, 160, 100));
        const QColor wanted = image.convertedToColorSpace(QColorSpace(QColorSpace::SRgb)).pixelColor(8, 4);
        QVERIFY(!isLike(wanted, QColor(100, 160, 100)));
        for (const char *format : {"jpg", "png"}) {
            const auto photo = printPhoto(saved(image, format));
            QVERIFY(photo);
            QVERIFY2(isLike(seen(*photo).pixelColor(8, 4), wanted), format);
        }
    }

    void whatIsNoPhotoIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const QString noPhoto = ruleMark(Rule::PhotoExpected);
        const QString cutOff = ruleMark(Rule::PhotoCutOff);
        const QByteArray jpeg = saved(halves(400, 300), "jpg");
        const QByteArray png = saved(halves(400, 300), "png");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &why) {
            QTest::newRow(name) << bytes << why;
        };
        row("nothing", {}, noPhoto);
        row("a text called .jpg", "Minutes of the meeting of 5 May", noPhoto);
        row("a drawing", "<svg width='9' height='9'/>", noPhoto);
        row("a PDF", "%PDF-1.7\n", noPhoto);
        row("JPEG: half", jpeg.left(jpeg.size() / 2), cutOff);
        row("JPEG: without its end", jpeg.left(jpeg.size() - 2), cutOff);
        row("JPEG: half, with an end put on", jpeg.left(jpeg.size() / 2) + "\xff\xd9", cutOff);
        row("JPEG: progressive, half", progressiveJpeg().left(300), cutOff);
        row("JPEG: only its head", jpeg.left(170), noPhoto);
        row("PNG: half", png.left(png.size() / 2), cutOff);
        row("PNG: larger than any photo", bomb(60'000, 60'000), ruleMark(Rule::PixelsAtMost, {QStringLiteral("30")}));
        row("PNG: says it is larger", bomb(160, 80), cutOff);
        QByteArray large = jpeg;
        const qsizetype frame = large.indexOf("\xff\xc0");
        qToBigEndian<quint16>(20'000, large.data() + frame + 5);
        qToBigEndian<quint16>(20'000, large.data() + frame + 7);
        row("JPEG: larger than any photo", large, ruleMark(Rule::PixelsAtMost, {QStringLiteral("120")}));
    }
    void whatIsNoPhotoIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, why);
        const auto photo = printPhoto(bytes);
        QVERIFY(!photo);
        QCOMPARE(photo.error().code, ErrorCode::InvalidValue);
        QCOMPARE(photo.error().subject, QStringLiteral("photo"));
        QCOMPARE(photo.error().detail, why);
    }

    /// Any byte of a file may be another one: a photo or a refusal, never more.
    void damageIsSurvived()
    {
        for (const QByteArray &good : {colourJpeg(), progressiveJpeg(), cmykJpeg(), saved(halves(16, 8), "png")})
            for (qsizetype at = 0; at < good.size(); ++at) {
                QByteArray bytes = good;
                bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
                const auto photo = printPhoto(bytes);
                QVERIFY(!photo || pdf::Image::jpeg(photo->jpeg));
            }
    }
};

QTEST_GUILESS_MAIN(TestPrintPhoto)
#include "tst_printphoto.moc"
