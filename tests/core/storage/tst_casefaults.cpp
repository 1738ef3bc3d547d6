// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/locknote.h"
#include "tests/app/runcli.h"
#include "tests/core/storage/powercut.h"
#include "tests/support/builders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QStorageInfo>
#include <QTest>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace adit;
using namespace adit::test;

// What the machine may do to a case: kill the program, fill the disk, take away the right to write, open it twice.
// Every acknowledged edit survives; what was not done is not half done.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Edit numbered(const CaseDocument &document, int number)
{
    const Standard &standard = document.standard();
    const int count = static_cast<int>(standard.requirements().size());
    const QString requirement = standard.requirement(number % count).code.toString();
    return must(rate(document.view(), requirement,
                     {.rating = s(number / count % 2 == 0 ? "full" : "partial"),
                      .finding = s("%1: ").arg(number) + s("seen and written down. ").repeated(20)}));
}

int numberIn(const Assessment &assessment)
{
    int highest = -1;
    for (const auto &[id, record] : assessment.records(EntityKind::Answer))
        highest = std::max(highest, record[field::answer::finding].section(QLatin1Char(':'), 0, 0).toInt());
    return highest;
}

/// The program that is killed, or whose disk is filled: rates and says so, one line for each edit once it is durable.
/// After an error it waits for a line, then tries the same edit again. `limit`: bytes a file may grow to until then.
int rateForever(const QString &path, int first, rlim_t limit)
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit sizes{};
    getrlimit(RLIMIT_FSIZE, &sizes);
    const rlimit before = sizes;
    if (limit > 0) {
        sizes.rlim_cur = limit;
        setrlimit(RLIMIT_FSIZE, &sizes);
    }
    auto document = CaseDocument::open(path, repeatableSurroundings(5));
    for (int number = first; document; ++number) {
        const auto done = (*document)->apply(numbered(**document, number));
        if (done) {
            std::printf("%d\n", number);
        } else {
            std::printf("%s\n", qPrintable(errorName(done.error().code)));
            --number;
        }
        std::fflush(stdout);
        std::string line;
        if (!done && !std::getline(std::cin, line))
            return 0;
        if (!done)
            setrlimit(RLIMIT_FSIZE, &before);
    }
    return 1;
}

/// A disk of its own for this process and its children, which ends with them. Nothing where the system allows none.
class SmallDisk
{
public:
    explicit SmallDisk(const char *size)
    {
        if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
            return;
        const QByteArray options = QByteArray("size=") + size;
        m_isMounted = ::mount("tmpfs", qPrintable(m_folder.path()), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(qPrintable(m_folder.path()), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_isMounted; }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    QString path() const { return m_folder.path(); }
    /// Fills all but `spare` bytes; release() gives them back.
    void fill(qint64 spare) const
    {
        QFile ballast(filePath(s("ballast")));
        qint64 bytes = QStorageInfo(path()).bytesAvailable() - spare;
        if (!ballast.open(QIODevice::WriteOnly))
            qFatal("the small disk cannot be filled");
        // Somebody may be writing meanwhile: what he has taken is full too.
        while (bytes > 0 && ::posix_fallocate(ballast.handle(), 0, bytes) != 0)
            bytes -= 4096;
    }
    void release() const { QFile::remove(filePath(s("ballast"))); }

private:
    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

/// A running rateForever().
class Rater
{
public:
    Rater(const QString &path, int first, qint64 limit = 0)
    {
        m_process.start(QCoreApplication::applicationFilePath(),
                        {s("--rate"), path, QString::number(first), QString::number(limit)});
    }
    /// Its next line: a number, or an error's name. Empty if there is none.
    QString next()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000))
            ;
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    /// Numbers until something else comes, which is returned.
    QString runUntilTrouble(int &last)
    {
        while (true) {
            QString line = next();
            bool isNumber = false;
            const int number = line.toInt(&isNumber);
            if (!isNumber)
                return line;
            last = number;
        }
    }
    void goOn() { m_process.write("go on\n"); }
    /// Kill, then what it said before it died.
    void kill(int &last)
    {
        m_process.kill();
        m_process.waitForFinished();
        runUntilTrouble(last);
    }

private:
    QProcess m_process;
};

void makeCase(const QString &path)
{
    (void)must(CaseDocument::create(path, smallStandard(s("1.1.1.1! 1.1.1.2 1.2.1.1! 2.1.1.1 2.1.1.2 2.2.1.1")),
                                    {{{&infoOf(field::details::site), s("Test mine")}}}, repeatableSurroundings()));
}

QString verified(const CaseDocument &document)
{
    const auto report = must(document.verify());
    return report.problems.empty() ? QString() : report.problems.front().what + report.problems.front().text;
}

} // namespace

class TestCaseFaults : public QObject
{
    Q_OBJECT

private:
    /// A document in a case that is right up to the edit `last`, or one more.
    void checkCase(const QString &path, int last)
    {
        const auto document = must(CaseDocument::open(path, repeatableSurroundings(6)));
        QCOMPARE(verified(*document), QString());
        const int found = numberIn(document->assessment());
        QVERIFY2(found == last || found == last + 1, qPrintable(s("%1 after %2").arg(found).arg(last)));
    }

private Q_SLOTS:
    void killedProgramLosesNothingAcknowledged()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        makeCase(path);
        int last = -1;
        for (int round = 0; round < 8; ++round) {
            Rater rater(path, last + 1);
            for (int i = 0; i < 3 + round * 5; ++i)
                QCOMPARE(rater.next(), QString::number(++last));
            rater.kill(last);
            checkCase(path, last);
            last = numberIn(must(CaseDocument::open(path, repeatableSurroundings(6)))->assessment());
        }
    }

    /// A quota or a limit on file sizes is a full disk to whoever works there.
    void fullDiskKeepsWhatWasAcknowledged_data()
    {
        QTest::addColumn<bool>("isDisk");
        QTest::addColumn<int>("spare");
        // How full decides where in a commit the space runs out.
        const bool canMount = SmallDisk("1m").isMounted();
        // Less than nothing left: what was written cannot even be rolled back, as on a full copy-on-write disk.
        for (const int spare : {-65'536, -8192})
            QTest::addRow("limit, %d bytes left", spare) << false << spare;
        for (const int spare : {0, 4096, 12'288, 40'960}) {
            QTest::addRow("limit, %d bytes left", spare) << false << spare;
            if (canMount)
                QTest::addRow("disk, %d bytes left", spare) << true << spare;
        }
    }
    void fullDiskKeepsWhatWasAcknowledged()
    {
        QFETCH(bool, isDisk);
        QFETCH(int, spare);
        const QTemporaryDir folder;
        const auto disk = isDisk ? std::make_unique<SmallDisk>("2m") : nullptr;
        const QString path = (disk ? disk->path() : folder.path()) + s("/case.adit");
        makeCase(path);
        int last = -1;
        {
            Rater rater(path, 0, disk ? 0 : QFileInfo(path).size() + spare);
            if (disk) {
                QCOMPARE(rater.next(), QString::number(++last));
                disk->fill(spare);
            }
            QCOMPARE(rater.runUntilTrouble(last), s("StorageFull"));
            if (disk)
                disk->release();
            rater.goOn();
            QCOMPARE(rater.next(), QString::number(++last));
            rater.kill(last);
        }
        checkCase(path, last);
    }

    /// A rollback that fails leaves its journal to the next opening, also when the case is closed right after.
    void closingAfterAFailedRollbackLosesNothing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        makeCase(path);
        const QStringList rate{s("rate"), path, s("1.1.1.1"), s("full"), s("--finding"), s("x").repeated(90'000)};
        for (const qint64 limit : {8'192, 49'152, 65'536}) {
            QCOMPARE(runCliWithFileLimit(limit, rate).exit, 4);
            QCOMPARE(verified(*must(CaseDocument::open(path, repeatableSurroundings()))), QString());
        }
        const CliRun done = runCli(rate);
        QVERIFY2(done.exit == 0, done.err.constData());
    }

    /// store.md, File: room kept beside the case is given back for the last entries, and the person is told.
    void reserveSavesTheLastEntries()
    {
        const SmallDisk disk("40m");
        if (!disk.isMounted())
            return; // no right to mount here: the limits above stand for a full disk
        const QString path = disk.filePath(s("case.adit"));
        makeCase(path);
        const auto document = must(CaseDocument::open(path, repeatableSurroundings()));
        document->keepReserve();
        QVERIFY(!document->isDiskNearlyFull());
        disk.fill(0);
        int number = 0;
        for (; number < 2000 && !document->isDiskNearlyFull(); ++number)
            must(document->apply(numbered(*document, number)));
        QVERIFY(document->isDiskNearlyFull());
        QCOMPARE(verified(*document), QString());
        const QTemporaryDir elsewhere;
        must(document->continueIn(elsewhere.filePath(s("case.adit"))));
        QVERIFY(!document->isDiskNearlyFull());
        must(document->apply(numbered(*document, number)));
        QCOMPARE(verified(*document), QString());
    }

    /// The reserve is given back and the whole of it tried again, or nothing is done.
    void reserveSavesAnUndoOfManySteps()
    {
        const SmallDisk disk("40m");
        if (!disk.isMounted())
            return; // no right to mount here: tst_document has a limit on the file instead
        for (const int spare : {0, 32'768, 65'536, 98'304, 163'840}) {
            const QString path = disk.filePath(s("case-%1.adit").arg(spare));
            makeCase(path);
            const auto document = must(CaseDocument::open(path, repeatableSurroundings()));
            for (int number = 0; number < 60; ++number)
                must(document->apply(numbered(*document, number)));
            document->keepReserve();
            disk.fill(spare);
            QCOMPARE(must(document->undo(60)).size(), std::size_t(60));
            QCOMPARE(verified(*document), QString());
            QCOMPARE(document->scoreCard().whole.rated(), 0);
            disk.release();
        }
    }

    /// What a program that keeps folders in step does: another file takes the place of the open one.
    void fileThatWasMovedAwayTakesNoEdits_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"moved", "removed", "replaced"})
            QTest::newRow(what) << s(what);
    }
    void fileThatWasMovedAwayTakesNoEdits()
    {
        QFETCH(QString, what);
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        makeCase(path);
        makeCase(folder.filePath(s("other.adit")));
        const auto document = must(CaseDocument::open(path, repeatableSurroundings()));
        must(document->apply(numbered(*document, 0)));
        if (what == s("moved"))
            QVERIFY(QFile::rename(path, folder.filePath(s("moved.adit"))));
        else
            QVERIFY(QFile::remove(path));
        if (what == s("replaced"))
            QVERIFY(QFile::rename(folder.filePath(s("other.adit")), path));
        const Assessment before = document->assessment();
        const auto refused = document->apply(numbered(*document, 1));
        QVERIFY(!refused);
        QCOMPARE(errorName(refused.error().code), s("FileMoved"));
        QVERIFY(document->assessment() == before);
        must(document->continueIn(folder.filePath(s("continued.adit"))));
        must(document->apply(numbered(*document, 1)));
        QCOMPARE(verified(*document), QString());
        if (what == s("replaced"))
            QCOMPARE(verified(*must(CaseDocument::open(path, repeatableSurroundings()))), QString());
    }

    void fullDiskOnTheCommandLineIsExitFour()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        makeCase(path);
        const QStringList rate{
            s("--json"), s("rate"), path, s("1.1.1.1"), s("full"), s("--finding"), s("x").repeated(50'000)};
        const Folder before = readFolder(folder.path());
        const CliRun refused = runCliWithFileLimit(QFileInfo(path).size(), rate);
        QCOMPARE(refused.exit, 4);
        QCOMPARE(refused.errorCode(), s("StorageFull"));
        QVERIFY(refused.err.contains("full"));
        const CliRun noNew = runCliWithFileLimit(100'000, {s("--json"), s("new"), folder.filePath(s("second.adit")),
                                                           s("--standard"), s("irma-style-1.0"), s("--site"), s("A")});
        QCOMPARE(noNew.exit, 4);
        QCOMPARE(noNew.errorCode(), s("StorageFull"));
        QCOMPARE(readFolder(folder.path()), before);
        QCOMPARE(runCli({s("verify"), path}).exit, 0);
        QCOMPARE(runCli(rate).exit, 0);
    }

    void readOnlyCaseCanBeReadAndIsLeftAsItIs_data()
    {
        QTest::addColumn<bool>("isFile");
        QTest::newRow("read-only file") << true;
        QTest::newRow("read-only folder") << false;
    }
    void readOnlyCaseCanBeReadAndIsLeftAsItIs()
    {
        QFETCH(bool, isFile);
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        makeCase(path);
        const Folder before = readFolder(folder.path());
        QFile::setPermissions(isFile ? path : folder.path(),
                              QFile::ReadOwner | (isFile ? QFile::Permissions() : QFile::ExeOwner));
        const CliRun info = runCliUnprivileged({s("--json"), s("info"), path});
        const CliRun verify = runCliUnprivileged({s("--json"), s("verify"), path});
        const CliRun score = runCliUnprivileged({s("--json"), s("score"), path});
        const CliRun rate = runCliUnprivileged({s("--json"), s("rate"), path, s("1.1.1.1"), s("full")});
        const CliRun undo = runCliUnprivileged(
            {s("--json"), s("relevance"), path, s("1.1"), s("not-relevant"), s("--justification"), s("because")});
        const Folder after = readFolder(folder.path());
        QFile::setPermissions(isFile ? path : folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(info.exit, 0);
        QCOMPARE(info.json()[QLatin1String("read_only")].toBool(), true);
        QCOMPARE(verify.exit, 0);
        QCOMPARE(score.exit, 0);
        for (const CliRun &run : {rate, undo}) {
            QCOMPARE(run.exit, 4);
            QCOMPARE(run.errorCode(), s("FileReadOnly"));
            QVERIFY(run.err.contains("read-only"));
        }
        QCOMPARE(after, before);
    }

    void unreadableFileIsExitFour()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        makeCase(path);
        QFile::setPermissions(path, QFile::Permissions());
        const CliRun info = runCliUnprivileged({s("--json"), s("info"), path});
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(info.exit, 4);
        QCOMPARE(info.errorCode(), s("StorageFailed"));
    }

    void unwritableFolderIsNamed_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("new") << QStringList{s("new"),    s("CASE"), s("--standard"), s("irma-style-1.0"),
                                            s("--site"), s("A")};
        QTest::newRow("sample") << QStringList{s("sample"), s("CASE")};
    }
    void unwritableFolderIsNamed()
    {
        QFETCH(QStringList, command);
        QTemporaryDir folder;
        command.replaceInStrings(s("CASE"), folder.filePath(s("case.adit")));
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner);
        const CliRun run = runCliUnprivileged(QStringList{s("--json")} + command);
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(run.exit, 4);
        QCOMPARE(run.errorCode(), s("FolderUnwritable"));
        QVERIFY(run.err.contains(folder.path().toUtf8()));
        QVERIFY(readFolder(folder.path()).isEmpty());
    }

    void secondProgramReadsWhoHasIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        makeCase(path);
        const auto document = must(CaseDocument::open(path, repeatableSurroundings()));
        for (const auto &command : {QStringList{s("info"), path}, QStringList{s("rate"), path, s("1.1.1.1"), s("full")},
                                    QStringList{s("verify"), path}, QStringList{s("undo"), path}}) {
            const CliRun run = runCli(QStringList{s("--json")} + command);
            QCOMPARE(run.exit, 4);
            QCOMPARE(run.errorCode(), s("FileLocked"));
            QVERIFY2(run.err.contains("Test auditor on "), run.err.constData());
        }
        must(document->apply(numbered(*document, 0)));
        QCOMPARE(verified(*document), QString());
    }

    /// Closing any descriptor of a file gives up all of a process's POSIX locks on it: looking at a case again, in vain
    /// or to read its header, must not open the door to another program.
    void lookingAgainDoesNotGiveUpTheLock()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        makeCase(path);
        const auto document = must(CaseDocument::open(path, repeatableSurroundings()));
        const auto second = CaseDocument::open(path, repeatableSurroundings());
        QVERIFY(!second);
        QCOMPARE(errorName(second.error().code), s("FileLocked"));
        QCOMPARE(runCli({s("rate"), path, s("1.1.1.1"), s("full")}).exit, 4);
        must(document->apply(numbered(*document, 0)));
        QCOMPARE(runCli({s("rate"), path, s("1.1.1.1"), s("full")}).exit, 4);
        QCOMPARE(verified(*document), QString());
    }

    void refusedSecondOpenerLeavesTheNoteOfTheFirst()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        makeCase(path);
        const auto document = must(CaseDocument::open(path, repeatableSurroundings()));
        const QString holder = LockNote::holder(path);
        QVERIFY(!holder.isEmpty());
        QCOMPARE(runCli({s("info"), path}).exit, 4);
        QCOMPARE(LockNote::holder(path), holder);
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == QLatin1String("--rate"))
        return rateForever(arguments[2], arguments[3].toInt(), static_cast<rlim_t>(arguments[4].toLongLong()));
    TestCaseFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_casefaults.moc"
