// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/filereader.h"
#include "tests/support/builders.h"
#include "tests/support/photos.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace adit;
using namespace adit::test;

// Files of the mine and the team, as they come: whole, or not at all and with a reason.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestFileReader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }

private Q_SLOTS:
    void fileIsReadWholeAndHashed()
    {
        QByteArray bytes(3 * 1024 * 1024 + 17, 'x');
        bytes[2'000'000] = 'y';
        std::vector<double> shares;
        const TakenFile file = must(readEvidence(write(s("plan.txt"), bytes), [&](double share) {
            shares.push_back(share);
            return true;
        }));
        QVERIFY(file.bytes == bytes);
        QCOMPARE(file.facts.sha256, toHex(sha256(bytes)));
        QCOMPARE(file.facts.bytes, bytes.size());
        QCOMPARE(file.facts.mime, s("text/plain"));
        QVERIFY(shares.size() >= 3 && std::ranges::is_sorted(shares) && shares.back() == 1.0);
    }

    void photoComesWithWhatItSays()
    {
        const TakenFile file =
            must(readEvidence(write(s("IMG_1.jpg"), jpegWith(exifBlock({"2026:05:05 14:03:22", -33.4569, -70.6483})))));
        QCOMPARE(file.facts.takenAt, s("2026-05-05T14:03:22"));
        QCOMPARE(file.facts.takenWhere, s("-33.45690, -70.64830"));
        QVERIFY(!file.isPhotoDataBroken);
        const TakenFile broken = must(readEvidence(write(s("IMG_2.jpg"), jpegWith("broken"))));
        QVERIFY(broken.isPhotoDataBroken);
        QVERIFY(!broken.bytes.isEmpty());
    }

    void photoOfAPhoneIsKnownWhateverItsName()
    {
        for (const bool asAvif : {false, true})
            if (const QByteArray photo = heifPicture(asAvif, 16, 16); !photo.isEmpty())
                QCOMPARE(takenFrom(s("IMG_0001.JPG"), photo).facts.mime, asAvif ? s("image/avif") : s("image/heic"));
    }

    void namesOfEveryScriptStayAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"план безопасности.txt", "安全计划.txt", "خطة السلامة.txt", "योजना.txt", "แผน.txt",
                                 "Ñandú árbol.txt", "⛏️ 👷🏽‍♀️.txt", "می‌خواهم.txt"})
            QTest::newRow(name) << s(name);
    }
    void namesOfEveryScriptStayAsTheyAre()
    {
        QFETCH(QString, name);
        QCOMPARE(must(readEvidence(write(name, "x"))).facts.name, name);
    }

    void lineEndInANameDoesNotKeepTheFileOut()
    {
        QCOMPARE(must(readEvidence(write(s("two\nlines\t.txt"), "x"))).facts.name, s("two_lines_.txt"));
    }

    void whatIsNoEvidenceIsRefusedByName_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("error");
        const QString folder = m_folder.path();
        QTest::newRow("gone") << folder + s("/gone.txt") << s("FileMissing");
        QTest::newRow("folder") << folder << s("InvalidValue");
        QTest::newRow("empty") << write(s("empty.txt"), {}) << s("InvalidValue");
        const QString pipe = folder + s("/pipe");
        QVERIFY(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
        QTest::newRow("pipe") << pipe << s("InvalidValue");
        // Of no bytes on the disk, but of 5 GB to whoever reads it.
        QFile huge(folder + s("/huge.mp4"));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(qint64(5) * 1024 * 1024 * 1024));
        QTest::newRow("5 GB") << huge.fileName() << s("InvalidValue");
    }
    void whatIsNoEvidenceIsRefusedByName()
    {
        QFETCH(QString, path);
        const auto file = readEvidence(path);
        QVERIFY(!file);
        QTEST(errorName(file.error().code), "error");
        QVERIFY(file.error().subject.contains(path));
    }

    void fileCutShortWhileItIsReadIsRefused()
    {
        const QString path = write(s("cut.bin"), QByteArray(4 * 1024 * 1024, 'x'));
        const auto file = readEvidence(path, [&](double) { return QFile::resize(path, 10); });
        QVERIFY(!file && file.error().code == ErrorCode::StorageFailed);
        QCOMPARE(file.error().subject, path);
    }

    void fileThatGrowsWhileItIsReadIsRefused()
    {
        const QString path = write(s("grows.bin"), QByteArray(2 * 1024 * 1024, 'x'));
        const auto file = readEvidence(path, [&](double) { return QFile::resize(path, 8 * 1024 * 1024); });
        QVERIFY(!file && file.error().code == ErrorCode::StorageFailed);
    }

    void removedMeanwhileItIsStillReadWhole()
    {
        const QByteArray bytes(2 * 1024 * 1024, 'x');
        const QString path = write(s("removed.bin"), bytes);
        const auto file = readEvidence(path, [&](double) {
            QFile::remove(path);
            return true;
        });
        QVERIFY(file && file->bytes == bytes);
    }

    void readingIsStopped()
    {
        const QString path = write(s("long.bin"), QByteArray(4 * 1024 * 1024, 'x'));
        const auto file = readEvidence(path, [](double) { return false; });
        QVERIFY(!file && file.error().code == ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestFileReader)
#include "tst_filereader.moc"
