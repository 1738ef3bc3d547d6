// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite.h"
#include "core/storage/withheldtables.h"
#include "tests/core/document/mergecases.h"

#include <QFile>
#include <QTest>

using namespace adit;
using namespace adit::test;

// What comes in without its content, and gets it later, from whoever holds it: in any order, and to be taken back.

class TestMergeWithheld : public MergeCases
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void whatComesWithoutItsContentGetsItLater()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Deeper"));
        find(*ben, s("Ben saw the river"), s("2.1.1.2"));
        edit(*ben, rate(ben->view(), s("2.1.1.1"), {.rating = s("partial"), .finding = s("Half done")}));
        const Case expert = partOf(*ben, s("expert"), isOfFirstPrinciple);
        find(*expert, s("By the wall"), s("1.1.1.2"));

        const MergePreview first = merge(*ana, *expert);
        QCOMPARE(first.operations, 5);
        QCOMPARE(first.unseen.size(), std::size_t(1));
        QCOMPARE(first.unseen.front().operations, 3);
        QCOMPARE(first.unseen.front().actor, s("ben")); // whose other work is in clear
        QCOMPARE(first.people.size(), std::size_t(2));
        QCOMPARE(withheldIn(*ana), 3);
        QCOMPARE(finding(*ana), s("Deeper"));
        QVERIFY(findingOf(*ana, "2.1.1.2").isEmpty());
        expectIntact(*ana);

        const MergePreview second = merge(*ana, *ben);
        QCOMPARE(second.operations, 0);
        QCOMPARE(second.disclosed, 3);
        QCOMPARE(second.named, 2);
        QVERIFY(!second.isEmpty());
        QCOMPARE(withheldIn(*ana), 0);
        QCOMPARE(findingOf(*ana, "2.1.1.2"), s("Ben saw the river"));
        QCOMPARE(ana->scoreCard().whole.rated(), 1);
        QVERIFY(merge(*ana, *ben).isEmpty());
        QVERIFY(merge(*ana, *expert).isEmpty()); // and it stays
        QCOMPARE(withheldIn(*ana), 0);
        merge(*ben, *ana);
        expectSame(*ana, *ben);
        merge(*expert, *ben);
        expectSame(*ana, *expert);
    }

    void whoseItIsComesLaterToo()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Deeper"));
        const Case mine = partOf(
            *ben, s("mine"), [](const Operation &) { return true; }, false);
        const MergePreview first = merge(*ana, *mine);
        QCOMPARE(first.people.front().actor, QString());
        QCOMPARE(finding(*ana), s("Deeper"));
        const MergePreview second = merge(*ana, *ben);
        QCOMPARE(second.disclosed, 0);
        QCOMPARE(second.named, 1);
        QCOMPARE(must(ana->log({}, {})).front().actor, s("ben"));
        expectSame(*ana, *ben);
    }

    /// What two did without knowing of each other is found also where one of the two was not seen at first.
    void whatIsDisclosedMayBeInConflict()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Ben saw the river"), s("2.1.1.2"));
        merge(*ana, *partOf(*ben, s("expert"), isOfFirstPrinciple));
        find(*ana, s("Ana saw it"), s("2.1.1.2"));
        QVERIFY(ana->conflicts().empty());
        const MergePreview preview = merge(*ana, *ben);
        QCOMPARE(ids(preview.conflicts), s("answer:2.1.1.2/finding"));
        QCOMPARE(preview.newConflicts, std::size_t(1));
        QCOMPARE(ids(ana->conflicts()), s("answer:2.1.1.2/finding"));
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    /// Who was told of the rest before may have gone on from it.
    void whatIsDisclosedMayBeReplacedAlready()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("First"), s("2.1.1.2"));
        const Case part = partOf(*ben, s("part"), isOfFirstPrinciple);
        find(*ben, s("Second"), s("2.1.1.2"));
        find(*ben, s("Third"), s("2.1.1.2"));
        merge(*ana, *part);
        const MergePreview preview = merge(*ana, *ben);
        QCOMPARE(preview.disclosed, 1);
        QCOMPARE(preview.operations, 2);
        QVERIFY(preview.conflicts.empty());
        QVERIFY(ana->conflicts().empty());
        QCOMPARE(findingOf(*ana, "2.1.1.2"), s("Third"));
        expectSame(*ana, *ben);
    }

    void bytesOfWhatIsDisclosedComeAlong()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        const EntityRef river = photo(*ben);
        const auto noFiles = [](const Operation &operation) { return operation.entity.kind != EntityKind::Evidence; };
        merge(*ana, *partOf(*ben, s("part"), noFiles));
        QVERIFY(ana->assessment().records(EntityKind::Evidence).empty());
        const MergePreview preview = merge(*ana, *ben);
        QCOMPARE(preview.files, 1);
        const Record &record = *ana->assessment().find(EntityKind::Evidence, river.id);
        QCOMPARE(must(ana->content(record[field::evidence::sha256])), QByteArray("river"));
        expectSame(*ana, *ben);
    }

    /// A thing of which some fields are withheld is there with the others: its label stands in each operation.
    void aThingIsThereWithWhatIsKnownOfIt()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        const EntityRef river = photo(*ben);
        const auto titles = [](const Operation &operation) { return operation.field == QLatin1String("title"); };
        const Case part = partOf(*ben, s("part"), titles);
        merge(*ana, *part);
        const Record *record = ana->assessment().find(EntityKind::Evidence, river.id);
        QVERIFY(record);
        QCOMPARE((*record)[field::evidence::label], river.code);
        QVERIFY(!record->has(field::evidence::source));
        expectIntact(*ana);
        merge(*ana, *ben);
        expectSame(*ana, *ben);
    }

    void undoWithholdsAgain()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Ben saw the river"), s("2.1.1.2"));
        const EntityRef river = photo(*ben);
        const auto part = [&](const Operation &operation) {
            return isOfFirstPrinciple(operation) && operation.entity.kind != EntityKind::Evidence;
        };
        const qint64 known = ana->facts().operations;
        merge(*ana, *partOf(*ben, s("part"), part));
        const qint64 withheld = withheldIn(*ana);
        const Assessment before = ana->assessment();
        merge(*ana, *ben);
        QCOMPARE(ana->nextUndo()->verb, Verb::Merge);
        QCOMPARE(must(ana->history(5)).front().verb, Verb::Merge);
        must(ana->undo());
        QCOMPARE(withheldIn(*ana), withheld);
        QVERIFY(ana->assessment() == before);
        QVERIFY(!ana->assessment().find(EntityKind::Evidence, river.id));
        expectIntact(*ana);
        merge(*ana, *ben); // it can come again
        expectSame(*ana, *ben);
        must(ana->undo(2));
        QCOMPARE(withheldIn(*ana), 0);
        QCOMPARE(ana->facts().operations, known);
        expectIntact(*ana);
    }

    void whatWasDisclosedAndBuiltOnStays()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Ben saw the river"), s("2.1.1.2"));
        merge(*ana, *partOf(*ben, s("part"), isOfFirstPrinciple));
        merge(*ana, *ben);
        find(*ana, s("A river, by the ford"), s("2.1.1.2"));
        must(ana->undo());
        QCOMPARE(errorName(ana->undo().error().code), s("MergeBuiltOn"));
        QCOMPARE(findingOf(*ana, "2.1.1.2"), s("Ben saw the river"));
        expectIntact(*ana);
    }

    /// A file may say that a merge disclosed anything: only what a journal can hold is believed, on all lines together.
    void whatAMergeDisclosedHasABound()
    {
        const QString replica = s("018f0000-0000-7000-8000-000000000001");
        const auto line = [&](const char *word, qint64 first, qint64 last) {
            return s("%1 %2 %3 %4\n").arg(s(word), replica).arg(first).arg(last);
        };
        const auto some = disclosedFrom(line("op", 3, 5) + line("edit", 3, 3));
        QVERIFY(some);
        QCOMPARE(some->operations.size(), std::size_t(3));
        QCOMPARE(some->edits.size(), std::size_t(1));
        QVERIFY(!disclosedFrom(line("op", 1, 10'000'001)));
        QVERIFY(!disclosedFrom(line("op", 1, 6'000'000) + line("op", 1, 6'000'000)));
        QVERIFY(!disclosedFrom(line("op", 1, 6'000'000) + line("edit", 1, 6'000'000)));
    }

    /// What is disclosed is what was committed to, or nothing of that file is taken.
    void aForgedDisclosureIsRefused_data()
    {
        QTest::addColumn<QString>("forgery");
        QTest::newRow("value") << s("UPDATE op SET value = 'Ben saw nothing' WHERE value = 'Ben saw the river'");
        QTest::newRow("target") << s("UPDATE op SET code = '2.1.1.1' WHERE value = 'Ben saw the river'");
        QTest::newRow("salt") << s("UPDATE op SET salt = randomblob(32) WHERE value = 'Ben saw the river'");
        QTest::newRow("who") << s("UPDATE context SET actor = 'ana' WHERE actor = 'ben'");
        QTest::newRow("what for") << s("UPDATE edit SET subject = '2.1.1.3' WHERE subject = '2.1.1.2'");
    }
    void aForgedDisclosureIsRefused()
    {
        QFETCH(QString, forgery);
        const Case ana = copy(s("ana"));
        {
            const Case ben = copy(s("ben"));
            find(*ben, s("Ben saw the river"), s("2.1.1.2"));
            merge(*ana, *partOf(*ben, s("part"), isOfFirstPrinciple));
        }
        {
            Database file = must(Database::open(path(s("ben")), Database::Access::ReadWrite));
            must(file.execute(forgery.toUtf8()));
        }
        QCOMPARE(errorName(IncomingWork::read(*ana, path(s("ben"))).error().code), s("OperationRefused"));
        QCOMPARE(withheldIn(*ana), 1);
        expectIntact(*ana);
    }

    /// What a role sees that only a newer version knows cannot be told here, so it is shown nothing of others.
    void aRoleThatIsNotKnownTakesInNothingInClear()
    {
        const Case ana = copy(s("ana"));
        ana->surroundings().actor = s("ana");
        must(ana->saveCopy(path(s("future"))));
        must(writeMadeFor(path(s("future")), {s("role-of-the-future"), {}, 0, {}}));
        const Case future = open(s("future"));
        find(*future, s("Own work"), s("2.1.1.3"));
        const auto withheldBefore = withheldIn(*future);
        find(*ana, s("Not for everybody"), s("2.1.1.2"));
        photo(*ana, "bytes of the river");
        const MergePreview preview = merge(*future, *ana);
        QVERIFY(preview.operations > 0);
        QCOMPARE(withheldIn(*future), withheldBefore + preview.operations);
        QCOMPARE(preview.files, 0);
        QVERIFY(findingOf(*future, "2.1.1.2").isEmpty());
        QCOMPARE(findingOf(*future, "2.1.1.3"), s("Own work"));
        QVERIFY(must(future->log({}, {})).front().actor.isEmpty());
        const QByteArray file = bytesOf(path(s("future")));
        for (const char *text : {"Not for everybody", "bytes of the river"})
            QVERIFY2(!file.contains(text), text);
        expectIntact(*future);
        merge(*ana, *future); // its own work goes home
        QCOMPARE(findingOf(*ana, "2.1.1.3"), s("Own work"));
        expectIntact(*ana);
    }

    /// Of operations of the first form nothing that is withheld can be checked, so a case of nobody's takes none.
    void whatCannotBeCheckedIsRefused()
    {
        QVERIFY(QFile::copy(s(ADIT_SOURCE_DIR "/tests/data/schema-5.adit"), path(s("old"))));
        QFile::setPermissions(path(s("old")), QFile::ReadOwner | QFile::WriteOwner);
        {
            const Case old = open(s("old"));
            partOf(*old, s("part"), [](const Operation &operation) { return operation.field != s("finding"); });
        }
        {
            Database file = must(Database::open(path(s("old")), Database::Access::ReadWrite));
            must(file.execute("DELETE FROM head; DELETE FROM op; DELETE FROM merge; DELETE FROM edit; "
                              "DELETE FROM answer; DELETE FROM member;"));
        }
        const Case empty = open(s("old"));
        QCOMPARE(errorName(IncomingWork::read(*empty, path(s("part"))).error().code), s("CopyWithholds"));
    }
};

QTEST_GUILESS_MAIN(TestMergeWithheld)
#include "tst_mergewithheld.moc"
