// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/heif.h"
#include "core/evidence/photofacts.h"
#include "tests/support/builders.h"
#include "tests/support/photos.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// What photos say of themselves, and what they may say that is not so: bytes of strangers are read here.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const CameraData chile{"2026:05:05 14:03:22", -33.4569, -70.6483};

QByteArray block()
{
    return exifBlock(chile);
}

} // namespace

class TestPhotoFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeAndPlaceAreRead_data()
    {
        QTest::addColumn<QByteArray>("photo");
        QTest::newRow("jpeg") << jpegWith(block());
        QTest::newRow("png") << pngWith(block());
        QTest::newRow("webp") << webpWith(block());
        // One of the two at least can be made wherever libheif is.
        const QByteArray heic = heifPicture(false, 64, 48, block());
        const QByteArray avif = heifPicture(true, 64, 48, block());
        QVERIFY(!heic.isEmpty() || !avif.isEmpty());
        if (!heic.isEmpty())
            QTest::newRow("heic") << heic;
        if (!avif.isEmpty())
            QTest::newRow("avif") << avif;
    }
    void timeAndPlaceAreRead()
    {
        QFETCH(QByteArray, photo);
        const PhotoFacts facts = photoFacts(photo);
        QCOMPARE(facts.takenAt, s("2026-05-05T14:03:22")); // no zone: the camera told none
        QCOMPARE(facts.takenWhere, s("-33.45690, -70.64830"));
        QVERIFY(!facts.isBroken);
    }

    void northAndEastArePositive()
    {
        const PhotoFacts facts = photoFacts(jpegWith(exifBlock({{}, 67.855801, 20.225299})));
        QCOMPARE(facts.takenWhere, s("67.85580, 20.22530"));
        QCOMPARE(facts.takenAt, QString());
    }

    void filesWithoutSuchDataHaveNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("The plan");
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n");
        QTest::newRow("jpeg without") << QByteArray("\xff\xd8\xff\xda\x00\x02\xff\xd9", 8);
        QTest::newRow("camera that knew nothing") << jpegWith(exifBlock({"0000:00:00 00:00:00", 0, 0}));
        QTest::newRow("camera with blanks") << jpegWith(exifBlock({"    :  :     :  :  ", 0, 0}));
    }
    void filesWithoutSuchDataHaveNone()
    {
        QFETCH(QByteArray, bytes);
        const PhotoFacts facts = photoFacts(bytes);
        QCOMPARE(facts.takenAt, QString());
        QCOMPARE(facts.takenWhere, QString());
        QVERIFY(!facts.isBroken);
    }

    void brokenDataAreToldAndNothingIsMadeUp_data()
    {
        QTest::addColumn<QByteArray>("photo");
        QTest::newRow("garbage") << jpegWith("this is no block of Exif at all");
        QTest::newRow("cut after its header") << jpegWith(block().left(8));
        QTest::newRow("longer than the file") << jpegWith(block()).left(60);
        QTest::newRow("a day that is none") << jpegWith(exifBlock({"2026:13:45 99:00:00", 0, 0}));
        QTest::newRow("a place off the earth") << jpegWith(exifBlock({{}, 95, 20}));
        QByteArray endless = pngWith(block());
        endless.replace(33, 4, "\xff\xff\xff\xff");
        QTest::newRow("a chunk of 4 GB") << endless;
    }
    void brokenDataAreToldAndNothingIsMadeUp()
    {
        QFETCH(QByteArray, photo);
        const PhotoFacts facts = photoFacts(photo);
        QVERIFY(facts.isBroken);
        QCOMPARE(facts.takenAt + facts.takenWhere, QString());
    }

    /// Every prefix and every flipped byte of a photo: whatever comes of it, it comes back.
    void damageAnywhereIsSurvived()
    {
        for (const QByteArray &photo : {jpegWith(block()), pngWith(block()), webpWith(block()),
                                        heifPicture(true, 16, 16, block()), heifPicture(false, 16, 16, block())}) {
            for (qsizetype i = 0; i < photo.size(); ++i) {
                (void)photoFacts(QByteArrayView(photo).first(i));
                QByteArray flipped = photo;
                flipped[i] = static_cast<char>(~flipped[i]);
                (void)photoFacts(flipped);
            }
        }
    }

    void picturesOfPhonesAreDrawnAtTheSizeWanted()
    {
        for (const bool asAvif : {false, true}) {
            const QByteArray photo = heifPicture(asAvif, 640, 480);
            if (photo.isEmpty())
                continue; // no encoder for it here; timeAndPlaceAreRead() asks for one of the two
            QCOMPARE(heifMime(photo), QByteArray(asAvif ? "image/avif" : "image/heic"));
            const RawPicture whole = must(decodeHeif(photo, 4000));
            QCOMPARE(QSize(whole.width, whole.height), QSize(640, 480));
            const RawPicture small = must(decodeHeif(photo, 160));
            QCOMPARE(QSize(small.width, small.height), QSize(160, 120));
            QCOMPARE(small.rgba.size(), 160 * 120 * 4);
            const auto red = [&](int x, int y) { return static_cast<unsigned char>(small.rgba[4 * (y * 160 + x)]); };
            QVERIFY(red(10, 10) > 150); // the corner, whose colour is another one
            QVERIFY(red(120, 90) < 100);
        }
    }

    void whatIsNoPictureIsAnError()
    {
        QVERIFY(!decodeHeif("no picture", 100));
        QByteArray cut = heifPicture(true, 64, 48);
        cut += heifPicture(false, 64, 48);
        QVERIFY(!decodeHeif(cut.first(cut.size() / 8), 100));
    }
};

QTEST_GUILESS_MAIN(TestPhotoFacts)
#include "tst_photofacts.moc"
