// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/journal/rehome.h"
#include "core/storage/casestore.h"
#include "core/storage/sqlite.h"
#include "tests/core/document/mergecases.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <map>

using namespace adit;
using namespace adit::test;

// Copies that went on separately under one name, as laptops do that are restored from a backup; and what was read of a
// copy before the case changed.

class TestMergeForks : public MergeCases
{
    Q_OBJECT

private:
    /// Ana's laptop is restored from a backup and worked on; what she had done since is in what she had handed over.
    void restore(const QString &requirementBefore, const QString &requirementAfter)
    {
        {
            const Case ana = copy(s("ana"));
            edit(*ana, rate(ana->view(), s("1.1.1.2"), {.rating = s("full")}));
        }
        QFile::copy(path(s("ana")), path(s("backup")));
        {
            const Case ana = open(s("ana"));
            edit(*ana, rate(ana->view(), requirementBefore, {.rating = s("none"), .finding = s("Before")}));
            must(ana->saveCopy(path(s("handed-over"))));
        }
        QFile::remove(path(s("ana")));
        QFile::copy(path(s("backup")), path(s("ana")));
        const Case ana = open(s("ana"));
        edit(*ana, rate(ana->view(), requirementAfter, {.rating = s("partial"), .finding = s("After")}));
    }

private Q_SLOTS:
    void init() { begin(); }

    void aForkIsRefusedAndBothFilesStay()
    {
        restore(s("2.1.1.1"), s("2.1.1.2"));
        const Case ana = open(s("ana"));
        const QByteArray other = bytesOf(path(s("handed-over")));
        const Digest before = must(ana->journalState());
        const auto incoming = IncomingWork::read(*ana, path(s("handed-over")));
        QCOMPARE(errorName(incoming.error().code), s("JournalForked"));
        QVERIFY(incoming.error().detail.startsWith(s("ana, ")));
        QVERIFY(must(ana->journalState()) == before);
        QVERIFY(bytesOf(path(s("handed-over"))) == other);
    }

    void aForkGoesOnUnderTwoNames()
    {
        restore(s("2.1.1.1"), s("2.1.1.1"));
        const Case ana = open(s("ana"));
        const Case ben = open(s("handed-over"));
        const MergePreview preview = merge(*ana, *ben, Forks::Rehome);
        QCOMPARE(ids(preview.conflicts), ids(ana->conflicts()));
        QCOMPARE(ids(ana->conflicts()), s("answer:2.1.1.1/finding answer:2.1.1.1/rating"));
        expectIntact(*ana);
        merge(*ben, *ana, Forks::Rehome);
        expectSame(*ana, *ben);
        // and both can go on
        find(*ana, s("Deeper"));
        edit(*ben, rate(ben->view(), s("2.1.1.3"), {.rating = s("full")}));
        merge(*ana, *ben);
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    void aForkIsSettledTheSameOnBothSides()
    {
        restore(s("2.1.1.1"), s("2.1.1.2"));
        const Case ana = open(s("ana"));
        const Case ben = open(s("handed-over"));
        const Case third = must(CaseDocument::open(
            [&] {
                must(ana->saveCopy(path(s("third"))));
                return path(s("third"));
            }(),
            somebody(s("third"))));
        merge(*ana, *ben, Forks::Rehome);
        merge(*ben, *third, Forks::Rehome);
        expectSame(*ana, *ben);
        QVERIFY(merge(*ana, *ben).isEmpty());
        merge(*third, *ben, Forks::Rehome);
        expectSame(*ana, *third);
    }

    /// Both went on numbering where the backup ends: what is made in the tail that moves gets other labels, the same in
    /// every copy, and what refers to it follows.
    void labelsGivenTwiceAreSettledTheSameEverywhere()
    {
        const auto work = [this](const QString &name, const QByteArray &bytes) {
            Surroundings otherDay = repeatableSurroundings(qHash(bytes)); // chance does not repeat
            otherDay.actor = s("ana");
            const Case ana = must(CaseDocument::open(path(name), otherDay));
            const EntityRef river = photo(*ana, bytes);
            const EntityRef person = ana->newEntity(EntityKind::Person);
            edit(*ana, addRecord(ana->view(), person, {{{&infoOf(field::person::stakeholder), s("worker")}}}));
            edit(*ana, addRecord(ana->view(), ana->newEntity(EntityKind::Interview),
                                 {{{&infoOf(field::interview::held), s("2026-05-05")},
                                   {&infoOf(field::interview::summary), QString::fromUtf8(bytes)}},
                                  {{&infoOf(field::interview::people), {person.code}}}}));
            return std::pair(river, person);
        };
        {
            const Case ana = copy(s("ana"));
            photo(*ana, "before");
        }
        QFile::copy(path(s("ana")), path(s("backup")));
        const auto [river, worker] = work(s("ana"), "river");
        QFile::rename(path(s("ana")), path(s("lost")));
        QFile::rename(path(s("backup")), path(s("ana")));
        const auto [wall, miner] = work(s("ana"), "wall");
        QCOMPARE(river.code, wall.code);
        QCOMPARE(worker.code, miner.code);

        const Case ana = open(s("ana"));
        const Case lost = open(s("lost"));
        must(ana->saveCopy(path(s("third"))));
        const Case third = open(s("third"));
        const MergePreview preview = merge(*ana, *lost, Forks::Rehome);
        QCOMPARE(preview.relabelled.size(), std::size_t(3));
        QCOMPARE(preview.relabelled.front().before, wall.code);
        expectIntact(*ana);
        const auto labelOf = [](const CaseDocument &document, const EntityRef &photo) {
            return (*document.assessment().find(photo.kind, photo.id))[field::evidence::label];
        };
        QVERIFY(labelOf(*ana, river) != labelOf(*ana, wall));
        QVERIFY(labelOf(*ana, river) == river.code || labelOf(*ana, wall) == wall.code);
        QVERIFY(isLabel(EntityKind::Evidence, labelOf(*ana, river)) &&
                isLabel(EntityKind::Evidence, labelOf(*ana, wall)));
        // Each interview is with the person it was with.
        for (const auto &[id, interview] : ana->assessment().records(EntityKind::Interview)) {
            const EntityRef &with = interview[field::interview::summary] == s("river") ? worker : miner;
            const Record &person = *ana->assessment().find(EntityKind::Person, with.id);
            QCOMPARE(interview[field::interview::people], QStringList{person[field::person::label]});
        }
        // The other way round, and in a copy that took neither side.
        merge(*lost, *third, Forks::Rehome);
        expectSame(*ana, *lost);
        merge(*third, *ana, Forks::Rehome);
        expectSame(*ana, *third);
        QVERIFY(merge(*ana, *third).isEmpty());
        // What was made before keeps its label, and what is made from now on gets new ones.
        QVERIFY(photo(*ana, "after").code != labelOf(*ana, river));
        expectIntact(*ana);
    }

    /// One of the two tails moves; the file that it is in may have gone on since the other was read.
    void aForkIsNotSettledOverWhatWasDoneMeanwhile()
    {
        restore(s("2.1.1.1"), s("2.1.1.1"));
        const Case ana = open(s("ana"));
        const Case ben = open(s("handed-over"));
        must(ana->saveCopy(path(s("anas"))));
        must(ben->saveCopy(path(s("bens"))));
        const auto intoAna = must(IncomingWork::read(*ana, path(s("bens")), Forks::Rehome));
        const auto intoBen = must(IncomingWork::read(*ben, path(s("anas")), Forks::Rehome));
        find(*ana, s("Deeper"));                            // makes the tail longer
        find(*ben, s("Before, by the wall"), s("2.1.1.1")); // builds on it
        const auto ofAna = ana->merge(*intoAna);
        const auto ofBen = ben->merge(*intoBen);
        QVERIFY(ofAna.has_value() != ofBen.has_value());
        const Error error = ofAna ? ofBen.error() : ofAna.error();
        QCOMPARE(errorName(error.code), s("OperationRefused"));
        QVERIFY2(namesRule(error.detail, Rule::ReadCopyAgain), qPrintable(error.detail));
        expectIntact(*ana);
        expectIntact(*ben);
        CaseDocument &refused = ofAna ? *ben : *ana;
        must(refused.merge(*must(IncomingWork::read(refused, path(ofAna ? s("anas") : s("bens")), Forks::Rehome))));
        expectIntact(refused);
    }

    void whatGoesOnFromAMergeTakenOutIsNotTaken_data()
    {
        QTest::addColumn<bool>("isOfAnother");
        QTest::newRow("the chain goes on") << false;
        QTest::newRow("another chain is based on it") << true;
    }
    void whatGoesOnFromAMergeTakenOutIsNotTaken()
    {
        QFETCH(bool, isOfAnother);
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        const Case carl = copy(s("carl"));
        find(*ben, s("Shallow"));
        merge(*ana, *ben);
        merge(*carl, *ben);
        CaseDocument &other = isOfAnother ? *carl : *ben;
        find(other, s("Shallow, by the wall"));
        must(other.saveCopy(path(s("handed"))));
        const auto incoming = must(IncomingWork::read(*ana, path(s("handed"))));
        must(ana->undo());
        const Digest before = must(ana->journalState());
        const auto taken = ana->merge(*incoming);
        QVERIFY(!taken);
        QCOMPARE(errorName(taken.error().code), s("OperationRefused"));
        QVERIFY2(namesRule(taken.error().detail, Rule::ReadCopyAgain), qPrintable(taken.error().detail));
        QVERIFY(must(ana->journalState()) == before);
        QCOMPARE(finding(*ana), s("The pit is deep"));
        expectIntact(*ana);
        must(ana->merge(*must(IncomingWork::read(*ana, path(s("handed"))))));
        QCOMPARE(finding(*ana), s("Shallow, by the wall"));
        expectIntact(*ana);
    }

    void contentOfWhatWasTakenOutIsNotTaken()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Ben saw the river"), s("2.1.1.2"));
        merge(*ana, *partOf(*ben, s("part"), isOfFirstPrinciple));
        must(ben->saveCopy(path(s("handed"))));
        const auto incoming = must(IncomingWork::read(*ana, path(s("handed"))));
        QCOMPARE(incoming->preview().disclosed, 1);
        must(ana->undo());
        const auto taken = ana->merge(*incoming);
        QVERIFY(!taken);
        QCOMPARE(errorName(taken.error().code), s("OperationRefused"));
        QVERIFY(findingOf(*ana, "2.1.1.2").isEmpty());
        expectIntact(*ana);
    }

    void whatIsTakenTwiceIsTakenOnce()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Shallow"));
        must(ben->saveCopy(path(s("handed"))));
        const auto incoming = must(IncomingWork::read(*ana, path(s("handed"))));
        must(ana->merge(*incoming));
        const Digest once = must(ana->journalState());
        QVERIFY(!ana->merge(*incoming));
        QVERIFY(must(ana->journalState()) == once);
        expectIntact(*ana);
    }

    /// What was done here meanwhile stands beside what comes in, as if it had been done before.
    void anEditMeanwhileIsNoHindrance()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Shallow"));
        must(ben->saveCopy(path(s("handed"))));
        const auto incoming = must(IncomingWork::read(*ana, path(s("handed"))));
        find(*ana, s("Deeper"));
        must(ana->merge(*incoming));
        QCOMPARE(ids(ana->conflicts()), s("answer:1.1.1.1/finding"));
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    /// What was disclosed of a tail is withheld again when that is taken back, also under the tail's new name.
    void undoWithholdsAgainWhatGoesOnUnderAnotherName()
    {
        const Case ben = copy(s("ben"));
        {
            const Case ana = copy(s("ana"));
            edit(*ana, rate(ana->view(), s("1.1.1.2"), {.rating = s("full")}));
        }
        QFile::copy(path(s("ana")), path(s("backup")));
        {
            const Case ana = open(s("ana"));
            find(*ana, s("Ana saw the river"), s("2.1.1.2"));
            merge(*ben, *partOf(*ana, s("part"), isOfFirstPrinciple));
            QCOMPARE(withheldIn(*ben), 1);
            merge(*ben, *ana);
            QCOMPARE(withheldIn(*ben), 0);
        }
        QFile::remove(path(s("ana")));
        QFile::copy(path(s("backup")), path(s("ana")));
        {
            const Case ana = open(s("ana"));
            find(*ana, s("After"), s("1.1.1.3"));
        }
        QFile::copy(path(s("ana")), path(s("carl")));
        const Case carl = open(s("carl"));
        find(*carl, s("Carl goes on from it"), s("1.1.1.3")); // so that this tail keeps its name
        QCOMPARE(merge(*ben, *carl, Forks::Rehome).rehomed.size(), std::size_t(1));
        QCOMPARE(findingOf(*ben, "2.1.1.2"), s("Ana saw the river"));
        expectIntact(*ben);
        must(ben->undo(2));
        QCOMPARE(withheldIn(*ben), 1);
        QVERIFY(findingOf(*ben, "2.1.1.2").isEmpty());
        expectIntact(*ben);
    }
};

QTEST_GUILESS_MAIN(TestMergeForks)
#include "tst_mergeforks.moc"
