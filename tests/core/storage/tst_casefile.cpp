// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/casestore.h"
#include "core/storage/syncfolder.h"
#include "tests/core/storage/powercut.h"
#include "tests/support/builders.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace adit;
using namespace adit::test;

// What a case file may meet on its way: foreign, cut, damaged, altered, newer. Each is told apart and named; what opens
// and verifies reads as it was; nothing is written to a file that is refused.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

void sql(const QString &path, const QByteArray &statements)
{
    Database database = must(Database::open(path, Database::Access::ReadWrite));
    if (const auto done = database.execute(statements); !done)
        qFatal("%s", qPrintable(done.error().detail));
}

/// Everything a person can see of a case, as text.
QString shown(CaseDocument &document)
{
    QString text = toHex(document.standard().hash()) + document.assessment().id().toString();
    for (const KindInfo &kind : allKinds())
        for (const auto &[id, record] : document.assessment().records(kind.kind))
            for (const FieldInfo &field : fieldsOf(kind.kind))
                text += id.toString() + record.value(field.index).value_or(s("(none)")) + QLatin1Char('\n');
    for (const LogEntry &entry : must(document.log({}, {})))
        text += s("%1 %2 %3 %4 %5 %6\n")
                    .arg(toIso(entry.time), entry.actor, entry.entity.code, entry.field, entry.before.value_or(s("-")),
                         entry.after.value_or(s("-")));
    for (const HistoryEntry &entry : must(document.history(1000)))
        text += s("%1 %2 %3 %4\n").arg(verbCode(entry.verb), entry.subject).arg(entry.operations).arg(entry.undone);
    return text;
}

} // namespace

class TestCaseFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_good;  ///< a case with a history
    QString m_contents; ///< shown() of it

    Result<std::unique_ptr<CaseDocument>> open() { return CaseDocument::open(m_path, repeatableSurroundings(3)); }

    /// Empty where the damage is refused, is found by verify, or cannot be seen at all.
    QString unnoticed()
    {
        const QByteArray before = bytesOf(m_path);
        const auto document = open();
        if (!document)
            return bytesOf(m_path) == before ? QString() : s("a refused file was written to");
        const auto report = (*document)->verify();
        if (!report || !report->problems.empty())
            return {};
        return shown(**document) == m_contents ? QString() : s("reads differently, and verify finds nothing");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_folder.filePath(s("case.adit"));
        const Standard standard = smallStandard(s("1.1.1.1! 1.1.1.2 1.2.1.1! 2.1.1.1 new:2.1.1.2 2.2.1.1"));
        {
            const auto document = must(CaseDocument::create(
                m_path, standard, {{{&infoOf(field::details::site), s("Test mine")}}}, repeatableSurroundings()));
            for (const StandardNode &node : standard.nodes())
                if (node.code.level() == NodeLevel::Requirement)
                    must(document->apply(must(rate(document->view(), node.code.toString(),
                                                   {.rating = s("partial"),
                                                    .finding = s("What was found. ").repeated(40),
                                                    .sources = QStringList{s("worker"), s("observation")}}))));
            must(document->apply(
                must(plan(document->view(), s("1.1.1.1"), document->newId(), s("Do it"), s("2027-01-31")))));
            must(document->apply(must(setRelevance(document->view(), s("2.2"), false, s("No such thing here")))));
            must(document->undo());
            m_contents = shown(*document);
        }
        m_good = bytesOf(m_path);
    }

    void init()
    {
        QFile::remove(m_path + s("-journal"));
        write(m_path, m_good);
    }

    void foreignFilesAreCalledSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::newRow("text") << QByteArray("Dear reader,\n").repeated(100) << s("FileForeign");
        QTest::newRow("zip") << QByteArray("PK\x03\x04") + QByteArray(5000, 'x') << s("FileForeign");
        QTest::newRow("two bytes") << QByteArray("SQ") << s("FileForeign");
        QTest::newRow("zeros, as a crash may leave") << QByteArray(8192, '\0') << s("FileForeign");
        QTest::newRow("empty") << QByteArray() << s("FileDamaged");
    }
    void foreignFilesAreCalledSo()
    {
        QFETCH(QByteArray, bytes);
        write(m_path, bytes);
        const auto document = open();
        QVERIFY(!document);
        QTEST(errorName(document.error().code), "error");
        QCOMPARE(document.error().subject, m_path);
        QCOMPARE(bytesOf(m_path), bytes);
    }

    void databaseOfAnotherProgramIsForeign()
    {
        QFile::remove(m_path);
        {
            Database other = must(Database::open(m_path, Database::Access::Create));
            QVERIFY(other.execute("CREATE TABLE answer (id); PRAGMA application_id = 7"));
        }
        QCOMPARE(errorName(open().error().code), s("FileForeign"));
    }

    void folderInsteadOfAFile()
    {
        const auto document = CaseDocument::open(m_folder.path(), repeatableSurroundings());
        QVERIFY(!document);
        QVERIFY(document.error().code == ErrorCode::StorageFailed || document.error().code == ErrorCode::FileForeign);
    }

    void missingFileIsCalledSo()
    {
        QFile::remove(m_path);
        QCOMPARE(errorName(open().error().code), s("FileMissing"));
        QVERIFY(!QFile::exists(m_path));
    }

    void cutFileIsNeverOpened()
    {
        std::vector<qsizetype> lengths{2, 14, 15, 16, 27, 28, 60, 99, 100, 101, 511, 512, 1024};
        for (qsizetype page = 4096; page <= m_good.size(); page += 4096)
            for (const qsizetype offset : {-1, 0, 1})
                lengths.push_back(page + offset);
        for (const qsizetype length : lengths) {
            if (length >= m_good.size())
                continue;
            write(m_path, m_good.left(length));
            const auto document = open();
            QVERIFY2(!document, qPrintable(QString::number(length)));
            const ErrorCode expected = length < 15 ? ErrorCode::FileForeign : ErrorCode::FileDamaged;
            QVERIFY2(document.error().code == expected,
                     qPrintable(s("%1: %2").arg(length).arg(errorName(document.error().code))));
            QCOMPARE(bytesOf(m_path), m_good.left(length));
        }
    }

    /// An empty journal beside it must not hide that the file was cut.
    void cutFileWithALeftOverJournalIsNeverOpened()
    {
        write(m_path + s("-journal"), {});
        write(m_path, m_good.left(8192));
        QCOMPARE(errorName(open().error().code), s("FileDamaged"));
    }

    void flippedHeaderBytesAreNoticed()
    {
        for (const char mask : {'\x01', '\xff'})
            for (qsizetype i = 0; i < 100; ++i) {
                QByteArray bytes = m_good;
                bytes[i] = static_cast<char>(bytes[i] ^ mask);
                write(m_path, bytes);
                const QString problem = unnoticed();
                QVERIFY2(problem.isEmpty(), qPrintable(s("byte %1: %2").arg(i).arg(problem)));
            }
    }

    /// store.md: hashes find what integrity_check does not.
    void flippedBitsAreNoticed()
    {
        std::mt19937 random(7);
        for (int flip = 0; flip < 200; ++flip) {
            QByteArray bytes = m_good;
            const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
            const int bit = static_cast<int>(random() % 8);
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
            write(m_path, bytes);
            const QString problem = unnoticed();
            QVERIFY2(problem.isEmpty(), qPrintable(s("byte %1 bit %2: %3").arg(at).arg(bit).arg(problem)));
        }
    }

    void zeroedPagesAreNoticed()
    {
        for (qsizetype page = 0; page < m_good.size(); page += 4096) {
            QByteArray bytes = m_good;
            bytes.replace(page, 4096, QByteArray(4096, '\0'));
            write(m_path, bytes);
            const QString problem = unnoticed();
            QVERIFY2(problem.isEmpty(), qPrintable(s("page at %1: %2").arg(page).arg(problem)));
        }
    }

    void newerFormatIsNamed()
    {
        sql(m_path, "PRAGMA user_version = 99");
        const QByteArray before = bytesOf(m_path);
        const auto document = open();
        QVERIFY(!document);
        QCOMPARE(errorName(document.error().code), s("FileNewer"));
        QCOMPARE(document.error().detail, s("99"));
        QCOMPARE(bytesOf(m_path), before);
    }

    void strangeObjectsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("statements");
        QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON op BEGIN DELETE FROM answer; END");
        QTest::newRow("table") << QByteArray("CREATE TABLE more (a TEXT) STRICT");
        QTest::newRow("view") << QByteArray("CREATE VIEW more AS SELECT * FROM op");
        QTest::newRow("index") << QByteArray("CREATE INDEX more ON op (field)");
        QTest::newRow("missing index") << QByteArray("DROP INDEX op_code");
        QTest::newRow("missing table") << QByteArray("DROP TABLE member");
        QTest::newRow("other column") << QByteArray("ALTER TABLE answer ADD COLUMN more TEXT");
        QTest::newRow("renamed column") << QByteArray("ALTER TABLE answer RENAME COLUMN notes TO finding2");
    }
    void strangeObjectsAreRefused()
    {
        QFETCH(QByteArray, statements);
        sql(m_path, statements);
        QCOMPARE(errorName(open().error().code), s("FileSuspicious"));
    }

    void formatVersionZeroIsDamage()
    {
        sql(m_path, "PRAGMA user_version = 0");
        QCOMPARE(errorName(open().error().code), s("FileDamaged"));
    }

    /// Ids of answers and marks follow from the assessment's: another one would make a different case of it.
    void anotherAssessmentIdIsRefused_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("another") << QByteArray("'11111111-2222-4333-8444-555555555555'");
        QTest::newRow("none") << QByteArray("'00000000-0000-0000-0000-000000000000'");
        QTest::newRow("words") << QByteArray("'my mine'");
    }
    void anotherAssessmentIdIsRefused()
    {
        QFETCH(QByteArray, value);
        sql(m_path, "UPDATE meta SET value = " + value + " WHERE key = 'assessment'");
        QCOMPARE(errorName(open().error().code), s("FileDamaged"));
    }

    void tablesThatDisagreeWithTheJournalAreFound_data()
    {
        QTest::addColumn<QByteArray>("statements");
        QTest::newRow("value") << QByteArray("UPDATE answer SET rating = 'full' WHERE code = '1.1.1.1'");
        QTest::newRow("cleared") << QByteArray("UPDATE answer SET finding = NULL WHERE code = '1.1.1.1'");
        QTest::newRow("row gone") << QByteArray("DELETE FROM answer WHERE code = '1.1.1.1'");
        QTest::newRow("member gone") << QByteArray("DELETE FROM member WHERE member = 'worker'");
        QTest::newRow("member added") << QByteArray("UPDATE member SET member = 'regulator' WHERE member = 'worker'");
        QTest::newRow("head gone") << QByteArray("DELETE FROM head WHERE field = 'rating'");
        QTest::newRow("older head") << QByteArray("UPDATE head SET sequence = 1 WHERE field = 'rating'");
        QTest::newRow("journal's end gone") << QByteArray("DELETE FROM op WHERE number = (SELECT max(number) FROM op)");
        QTest::newRow("statement of the standard")
            << QByteArray("UPDATE standard_text SET text = 'None.' WHERE field = 'statement' AND code = '1.1.1.1'");
        QTest::newRow("critical flag") << QByteArray("UPDATE standard_node SET critical = NULL WHERE code = '1.1.1.1'");
        QTest::newRow("level rule") << QByteArray(
            "UPDATE standard_part SET json = replace(json, '\"3/4\"', '\"1/4\"')");
    }
    void tablesThatDisagreeWithTheJournalAreFound()
    {
        QFETCH(QByteArray, statements);
        sql(m_path, statements);
        const auto document = open();
        if (!document) {
            QCOMPARE(errorName(document.error().code), s("FileDamaged"));
            return;
        }
        QVERIFY(!must((*document)->verify()).problems.empty());
    }

    void leftOversDoNotGetInTheWay_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty journal") << s("-journal") << QByteArray();
        QTest::newRow("journal of zeros") << s("-journal") << QByteArray(5000, '\0');
        QTest::newRow("journal of junk") << s("-journal") << QByteArray("junk ").repeated(2000);
        QTest::newRow("half-made copy") << s(".migrating") << m_good.left(5000);
    }
    void leftOversDoNotGetInTheWay()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, bytes);
        write(m_path + suffix, bytes);
        {
            const auto document = must(open());
            QVERIFY(must(document->verify()).problems.empty());
            QCOMPARE(shown(*document), m_contents);
            must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.rating = s("full")}))));
        }
        QVERIFY(must(must(open())->verify()).problems.empty());
        QFile::remove(m_path + suffix);
    }

    /// A journal that a crash left belongs to a file that is gone: it must not be played into a new one.
    void orphanedJournalIsPutAsideFromANewCase()
    {
        const QString journal = m_folder.filePath(s("fresh.adit-journal"));
        QByteArray hot;
        {
            // A journal as a crash leaves it: of a transaction that has written its pages.
            const QString victim = m_folder.filePath(s("victim.adit"));
            write(victim, m_good);
            Database database = must(Database::open(victim, Database::Access::ReadWrite));
            QVERIFY(database.execute("PRAGMA cache_size = 1; BEGIN; UPDATE op SET salt = zeroblob(16); "
                                     "UPDATE answer SET finding = 'x'"));
            hot = bytesOf(victim + s("-journal"));
            QVERIFY(hot.size() > 1000);
        }
        write(journal, hot);
        {
            const auto document = must(CaseDocument::create(m_folder.filePath(s("fresh.adit")),
                                                            smallStandard(s("1.1.1.1")), {}, repeatableSurroundings()));
            QVERIFY(must(document->verify()).problems.empty());
        }
        QVERIFY(!QFile::exists(journal));
        QCOMPARE(bytesOf(journal + s(".orphan")), hot);
    }

    void newCaseLeavesItsNeighboursAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("fresh.adit"));
        write(path + s(".new"), m_good);
        (void)must(CaseDocument::create(path, smallStandard(s("1.1.1.1")), {}, repeatableSurroundings()));
        QCOMPARE(readFolder(folder.path()).keys(), (QStringList{s("fresh.adit"), s("fresh.adit.new")}));
        QCOMPARE(bytesOf(path + s(".new")), m_good);
    }

    void newCaseClearsAwayWhatACrashLeft()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("fresh.adit"));
        const QString old = folder.filePath(s(".~new.fresh.adit.0123abcd#"));
        const QString recent = folder.filePath(s(".~new.fresh.adit.4567abcd#"));
        for (const QString &left : {old, recent})
            write(left, m_good.left(6000));
        QFile file(old);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
        file.close();
        (void)must(CaseDocument::create(path, smallStandard(s("1.1.1.1")), {}, repeatableSurroundings()));
        QVERIFY(!QFile::exists(old));
        QVERIFY(QFile::exists(recent)); // perhaps somebody is making it just now
    }

    void linkToACaseIsThatCase()
    {
        const QString link = m_folder.filePath(s("link.adit"));
        QFile::remove(link);
        QVERIFY(QFile::link(m_path, link));
        {
            const auto document = must(CaseDocument::open(link, repeatableSurroundings(3)));
            QCOMPARE(shown(*document), m_contents);
            must(document->apply(must(rate(document->view(), s("1.1.1.2"), {.rating = s("none")}))));
            const auto second = open();
            QVERIFY(!second);
            QCOMPARE(errorName(second.error().code), s("FileLocked"));
        }
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(must(must(open())->verify()).problems.empty());
    }

    /// Files from others are hostile: what lies beside a case is not followed out of its folder.
    void lockNoteAndReserveFollowNoLinks()
    {
        QTemporaryDir folder;
        QTemporaryDir home;
        const QString precious = home.filePath(s("precious.txt"));
        write(precious, "months of work");
        const QString path = folder.filePath(s("case.adit"));
        write(path, m_good);
        for (const QString &name : {LockNote::pathFor(path), DiskReserve::pathFor(path)})
            QVERIFY(QFile::link(precious, name));
        {
            const auto document = must(CaseDocument::open(path, repeatableSurroundings()));
            document->keepReserve();
        }
        QCOMPARE(bytesOf(precious), QByteArray("months of work"));
        QCOMPARE(readFolder(folder.path()).keys(), QStringList{s("case.adit")});
    }

    /// store.md, Security: values are checked as if typed.
    void valuesAreCheckedAsIfTyped_data()
    {
        QTest::addColumn<QByteArray>("statements");
        QTest::newRow("rating that the scale does not have") << QByteArray("UPDATE answer SET rating = 'excellent'");
        QTest::newRow("control character in a name")
            << QByteArray("UPDATE details SET site = 'Pit' || char(27) || '[2J'");
        QTest::newRow("date that is none") << QByteArray("UPDATE action SET due = '2027-02-30'");
        QTest::newRow("choice that is none") << QByteArray("UPDATE details SET mine = 'underground'");
        QTest::newRow("line break in a line") << QByteArray("UPDATE details SET site = 'a' || char(10) || 'b'");
    }
    void valuesAreCheckedAsIfTyped()
    {
        QFETCH(QByteArray, statements);
        const QString path = m_folder.filePath(s("hostile.adit"));
        QFile::remove(path);
        {
            const auto document = must(CaseDocument::create(
                path, catalogue(), {{{&infoOf(field::details::site), s("A")}}}, repeatableSurroundings()));
            must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.rating = s("full")}))));
            must(document->apply(
                must(plan(document->view(), s("1.1.1.1"), document->newId(), s("Do"), s("2027-01-31")))));
        }
        sql(path, statements);
        const auto document = CaseDocument::open(path, repeatableSurroundings());
        QVERIFY(!document);
        QCOMPARE(errorName(document.error().code), s("FileDamaged"));
    }

    void copyIsWholeAndWritesAsItself()
    {
        const QString copy = m_folder.filePath(s("saved-copy.adit"));
        QFile::remove(copy);
        const auto document = must(open());
        must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.notes = s("before the copy")}))));
        must(document->saveCopy(copy));
        QCOMPARE(errorName(document->saveCopy(copy).error().code), s("FileExists"));
        const auto other = must(CaseDocument::open(copy, repeatableSurroundings(8)));
        QVERIFY(other->assessment() == document->assessment());
        QVERIFY(!other->facts().replica);
        must(other->apply(must(rate(other->view(), s("1.1.1.1"), {.notes = s("in the copy")}))));
        QVERIFY(other->facts().replica != document->facts().replica);
        QVERIFY(must(other->verify()).problems.empty());
    }

    void goingOnInACopyLeavesTheOldFileAsItIs()
    {
        const QString copy = m_folder.filePath(s("continued.adit"));
        QFile::remove(copy);
        const auto document = must(open());
        must(document->continueIn(copy));
        const QByteArray before = bytesOf(m_path);
        must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.notes = s("elsewhere")}))));
        QCOMPARE(QFileInfo(document->path()), QFileInfo(copy));
        QCOMPARE(bytesOf(m_path), before);
        QVERIFY(must(document->verify()).problems.empty());
        QVERIFY(must(must(open())->verify()).problems.empty()); // and it is free again
    }

    void syncedFoldersAreRecognised_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("service");
        QTest::newRow("by name") << s("Dropbox/mines") << QString() << s("Dropbox");
        QTest::newRow("by name with the company behind it") << s("OneDrive - Andes/a/b") << QString() << s("OneDrive");
        QTest::newRow("by a mark in a folder above") << s("cloud/a") << s("cloud/.stfolder") << s("Syncthing");
        QTest::newRow("by a mark with a number") << s("x") << s("x/.sync_5f3a.db") << s("Nextcloud");
        QTest::newRow("none") << s("mines") << QString() << QString();
    }
    void syncedFoldersAreRecognised()
    {
        QFETCH(QString, place);
        QFETCH(QString, mark);
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(place));
        if (!mark.isEmpty())
            write(folder.filePath(mark), "");
        QTEST(syncServiceOf(folder.filePath(place) + s("/case.adit")), "service");
    }

    /// Who may read a copy is said when it is whole; until then its owner alone, whatever the system's mask allows.
    void aCopyIsItsOwnersFromTheFirstByte_data()
    {
        QTest::addColumn<CaseStore::Bytes>("evidence");
        QTest::newRow("with evidence") << CaseStore::Bytes::Copied;
        QTest::newRow("without") << CaseStore::Bytes::LeftOut;
    }
    void aCopyIsItsOwnersFromTheFirstByte()
    {
        QFETCH(CaseStore::Bytes, evidence);
        const mode_t mask = ::umask(022);
        const DiskRecorder disk;
        const auto store = must(CaseStore::open(m_path, s("Next"), Instant{2}, disk.vfs()));
        const QString copy = m_folder.filePath(s("private.adit"));
        must(store->copyTo(copy, evidence));
        ::umask(mask);
        QVERIFY(QFile::remove(copy));
        int copies = 0;
        const auto &permissions = disk.permissions();
        for (auto file = permissions.begin(); file != permissions.end(); ++file) {
            if (!file.key().startsWith(s(".~new.")))
                continue;
            ++copies;
            QVERIFY2(!(*file & (QFileDevice::ReadGroup | QFileDevice::ReadOther)), qPrintable(file.key()));
        }
        QVERIFY(copies > 0);
    }

    /// Closing leaves one file: nothing that a person would not know what to do with.
    void closedCaseIsOneFile()
    {
        QTemporaryDir folder;
        {
            const auto document = newCase(folder);
            must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.rating = s("full")}))));
        }
        QCOMPARE(readFolder(folder.path()).keys(), QStringList{s("case.adit")});
    }

    /// store.md: copies of the main file taken while the app is open are complete.
    void copyTakenWhileOpenIsComplete()
    {
        const QString copy = m_folder.filePath(s("copy.adit"));
        const auto document = must(open());
        for (int i = 0; i < 20; ++i) {
            must(document->apply(must(rate(document->view(), s("1.1.1.1"), {.notes = QString::number(i)}))));
            QFile::remove(copy);
            write(copy, readFolder(m_folder.path()).value(s("case.adit")));
            const auto other = must(CaseDocument::open(copy, repeatableSurroundings(4)));
            QVERIFY(must(other->verify()).problems.empty());
            QVERIFY(other->assessment() == document->assessment());
        }
    }
};

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_casefile.moc"
