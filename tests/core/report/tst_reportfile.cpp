// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace adit;

class TestReportFile : public QObject
{
    Q_OBJECT

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void aReportTakesThePlaceOfTheOneBefore()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.pdf"));
        QVERIFY(writeReport(path, "first"));
        QVERIFY(writeReport(path, "second"));
        QCOMPARE(contentOf(path), QByteArray("second"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void aFolderThatIsNotThereIsNamed()
    {
        const QTemporaryDir folder;
        const auto written = writeReport(folder.filePath(QStringLiteral("none/report.pdf")), "text");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FolderUnwritable);
        QCOMPARE(written.error().subject, folder.filePath(QStringLiteral("none")));
    }

    void aPipeAFolderAndACaseAreLeftAsTheyAre()
    {
        const QTemporaryDir folder;
        const QString pipe = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QFile kept(folder.filePath(QStringLiteral("mine.adit")));
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.close();
        const QString link = folder.filePath(QStringLiteral("summary.pdf"));
        QVERIFY(QFile::link(kept.fileName(), link));
        for (const QString &path : {pipe, folder.path(), kept.fileName(), link}) {
            const auto written = writeReport(path, "text");
            QVERIFY2(!written, qPrintable(path));
            QCOMPARE(written.error().code, ErrorCode::FileExists);
        }
        QCOMPARE(contentOf(kept.fileName()), QByteArray());
        QVERIFY(!QFileInfo(pipe).isFile());
    }

    void aFullDiskLeavesTheOldReportAndNothingHalf()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.pdf"));
        QVERIFY(writeReport(path, "before"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 4096;
        setrlimit(RLIMIT_FSIZE, &small);
        const auto written = writeReport(path, QByteArray(100000, 'x'));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::StorageFull);
        QCOMPARE(contentOf(path), QByteArray("before"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestReportFile)
#include "tst_reportfile.moc"
