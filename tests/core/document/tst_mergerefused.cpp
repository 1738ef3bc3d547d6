// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite.h"
#include "tests/core/document/mergecases.h"

#include <QFile>
#include <QTest>

using namespace adit;
using namespace adit::test;

// What is no copy of the case, or was made to do harm: refused with the reason, and both files stay as they were.

class TestMergeRefused : public MergeCases
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void anotherAssessmentIsRefused()
    {
        const Case ana = copy(s("ana"));
        must(CaseDocument::create(path(s("other")), smallStandard(s("1.1.1.1")),
                                  {{{&infoOf(field::details::site), s("Valley")}}}, somebody(s("other"))));
        const auto incoming = IncomingWork::read(*ana, path(s("other")));
        QCOMPARE(errorName(incoming.error().code), s("CaseUnrelated"));
        QCOMPARE(incoming.error().detail, s("Valley"));
        QCOMPARE(errorName(IncomingWork::read(*ana, path(s("ana"))).error().code), s("CaseUnrelated"));
        QCOMPARE(errorName(IncomingWork::read(*ana, path(s("none"))).error().code), s("FileMissing"));
    }

    void whatIsOpenElsewhereIsRefused()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        QCOMPARE(errorName(IncomingWork::read(*ana, path(s("ben"))).error().code), s("FileLocked"));
    }

    void aForgedJournalIsRefused_data()
    {
        QTest::addColumn<QString>("forgery");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *sql, const char *expected) {
            QTest::newRow(name) << s(sql) << s(expected);
        };
        row("value", "UPDATE op SET value = 'none' WHERE value = 'partial'", "committed");
        row("value and commitment", "UPDATE op SET value = 'none', commitment = zeroblob(32) WHERE value = 'partial'",
            "hash");
        row("who", "UPDATE context SET actor = 'ana' WHERE actor = 'ben'", "hash");
        row("when", "UPDATE op SET time = time + 1 WHERE value = 'partial'", "hash");
        row("clock runs back", "UPDATE op SET time = 5 WHERE value = 'Half done'", "clock");
        row("what", "UPDATE op SET code = '1.1.1.3' WHERE value = 'partial'", "hash");
        row("cut in the middle", "DELETE FROM op WHERE value = 'partial'", "missing");
        row("in another order",
            "UPDATE op SET sequence = -sequence WHERE sequence IN (1, 2) AND value IS NOT NULL AND edit > 2; "
            "UPDATE op SET sequence = 3 + sequence WHERE sequence < 0",
            "");
        row("a value that nobody can see",
            "UPDATE op SET target = substr(salt, 17), salt = NULL WHERE value = 'partial'", "committed");
        row("withheld by halves", "UPDATE op SET kind = 'withheld' WHERE value = 'partial'", "hash");
        row("what it replaces",
            "UPDATE op SET bases = x'000000000000000000000000000000010000000000000001' "
            "WHERE value = 'partial'",
            "hash");
        row("a trigger", "CREATE TRIGGER evil AFTER INSERT ON op BEGIN DELETE FROM op; END", "schema");
        row("another table", "CREATE TABLE more (a TEXT) STRICT", "schema");
    }
    void aForgedJournalIsRefused()
    {
        QFETCH(QString, forgery);
        QFETCH(QString, expected);
        {
            const Case ben = copy(s("ben"));
            edit(*ben, rate(ben->view(), s("2.1.1.1"), {.rating = s("partial"), .finding = s("Half done")}));
            edit(*ben, rate(ben->view(), s("2.1.1.2"), {.rating = s("none"), .finding = s("Not done")}));
        }
        {
            Database file = must(Database::open(path(s("ben")), Database::Access::ReadWrite));
            must(file.execute(forgery.toUtf8()));
        }
        const Case ana = copy(s("ana"));
        const Digest before = must(ana->journalState());
        const QByteArray other = bytesOf(path(s("ben")));
        const auto incoming = IncomingWork::read(*ana, path(s("ben")));
        QVERIFY(!incoming);
        const QString code = errorName(incoming.error().code);
        QVERIFY2(code == s("OperationRefused") || code == s("FileSuspicious") || code == s("JournalBroken"),
                 qPrintable(code));
        QVERIFY2(incoming.error().detail.contains(expected), qPrintable(incoming.error().detail));
        QVERIFY(must(ana->journalState()) == before);
        QVERIFY(bytesOf(path(s("ben"))) == other);
        expectIntact(*ana);
    }

    void aCopyOfYesterdayBringsNothing()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Shallow"));
        must(ben->saveCopy(path(s("yesterday"))));
        find(*ben, s("Shallow, by the wall"));
        merge(*ana, *ben);
        const auto incoming = must(IncomingWork::read(*ana, path(s("yesterday"))));
        QVERIFY(incoming->preview().isEmpty());
    }

    void bytesThatAreOthersAreRefused()
    {
        {
            const Case ben = copy(s("ben"));
            photo(*ben);
        }
        {
            Database file = must(Database::open(path(s("ben")), Database::Access::ReadWrite));
            must(file.execute("UPDATE content SET bytes = x'00'"));
        }
        const Case ana = copy(s("ana"));
        const auto incoming = must(IncomingWork::read(*ana, path(s("ben"))));
        QCOMPARE(errorName(incoming->bringContents().error().code), s("FileDamaged"));
        QVERIFY(ana->assessment().records(EntityKind::Evidence).empty());
        expectIntact(*ana);
    }

    /// A clock that is years off is told of, and nobody's clock follows it.
    void aClockYearsAheadIsToldAndNotFollowed()
    {
        const Case ana = copy(s("ana"));
        Surroundings wrong = somebody(s("ben"));
        wrong.now = [] { return Instant{4'000'000'000'000}; };
        QFile::copy(path(s("start")), path(s("ben")));
        const Case ben = must(CaseDocument::open(path(s("ben")), wrong));
        find(*ben, s("Shallow"));
        const MergePreview preview = merge(*ana, *ben);
        QCOMPARE(int(preview.ahead.size()), 1);
        QCOMPARE(preview.ahead.front().actor, s("ben"));
        find(*ana, s("Deeper"));
        QCOMPARE(finding(*ana), s("Deeper"));
        QVERIFY(must(ana->history(1)).front().time.milliseconds < 3'000'000'000'000);
        QVERIFY(ana->conflicts().empty());
        merge(*ben, *ana);
        expectSame(*ana, *ben);
        QCOMPARE(finding(*ben), s("Deeper"));
    }

    void anOlderSchemaIsReadByWayOfACopy()
    {
        const QString golden = s(ADIT_SOURCE_DIR "/tests/data/schema-4.adit");
        for (const char *name : {"new", "old"}) {
            QVERIFY(QFile::copy(golden, path(s(name))));
            QFile::setPermissions(path(s(name)), QFile::ReadOwner | QFile::WriteOwner);
        }
        const Case now = open(s("new"));
        const QByteArray before = bytesOf(path(s("old")));
        const auto incoming = must(IncomingWork::read(*now, path(s("old"))));
        QVERIFY(incoming->preview().isEmpty());
        QVERIFY(bytesOf(path(s("old"))) == before);
        QVERIFY(!QFile::exists(path(s("old")) + s(".schema-4.bak")));
    }

    /// Labels of two copies never meet (store.md, File).
    void labelsTellCopiesApart()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        const QString first = photo(*ana).code;
        const QString second = photo(*ben, "wall").code;
        QVERIFY(first != second);
        QVERIFY(isLabel(EntityKind::Evidence, first));
        merge(*ana, *ben);
        QCOMPARE(ana->assessment().records(EntityKind::Evidence).size(), std::size_t(2));
        const QString third = photo(*ana, "pond").code;
        QCOMPARE(third.left(5), first.left(5));
        QVERIFY(third != first);
    }
};

QTEST_GUILESS_MAIN(TestMergeRefused)
#include "tst_mergerefused.moc"
