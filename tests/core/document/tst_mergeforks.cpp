// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/rolesight.h"
#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/disclosure/redactionverbs.h"
#include "core/journal/rehome.h"
#include "core/storage/casestore.h"
#include "core/storage/sqlite.h"
#include "tests/core/document/mergecases.h"
#include "tests/support/people.h"

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
    /// Two that draw names of which the letters are the same.
    static std::pair<quint64, quint64> seedsOfTheSameLetters()
    {
        std::map<int, quint64> known;
        for (quint64 seed = 1;; ++seed) {
            Random random = Random::seeded(seed);
            const auto [other, isNew] = known.try_emplace(lettersOf(ReplicaId(random.uuid())), seed);
            if (!isNew)
                return {other->second, seed};
        }
    }
    Case copyDrawing(const QString &name, quint64 seed)
    {
        QFile::copy(path(s("start")), path(name));
        Surroundings surroundings = repeatableSurroundings(seed);
        surroundings.actor = name;
        return must(CaseDocument::open(path(name), surroundings));
    }
    static QStringList labelsIn(const CaseDocument &document)
    {
        QStringList labels;
        for (const auto &[id, photo] : document.assessment().records(EntityKind::Evidence))
            labels.append(photo[field::evidence::label]);
        labels.sort();
        return labels;
    }
    /// Both make a thing of the same label; they come together with two labels, the same in every copy, and go on.
    void numberAlike(CaseDocument &ana, CaseDocument &ben)
    {
        const EntityRef river = photo(ana, "river");
        const EntityRef wall = photo(ben, "wall");
        QCOMPARE(river.code, wall.code);
        const Case third = [&] {
            must(ben.saveCopy(path(s("third"))));
            return open(s("third"));
        }();
        const MergePreview preview = merge(ana, ben);
        QCOMPARE(preview.relabelled.size(), std::size_t(1));
        QCOMPARE(preview.relabelled.front().before, wall.code);
        QCOMPARE(labelsIn(ana).removeDuplicates(), 0);
        expectIntact(ana);
        photo(ben, "pond"); // before he has what she has
        merge(ana, ben);
        merge(ben, ana);
        expectSame(ana, ben);
        QVERIFY(merge(ana, ben).isEmpty());
        merge(*third, ana);
        expectSame(*third, ana);
        photo(ana, "tower");
        photo(ben, "shaft");
        merge(ana, ben);
        merge(ben, ana);
        expectSame(ana, ben);
        QStringList labels = labelsIn(ana);
        QCOMPARE(labels.size(), 5);
        QCOMPARE(labels.removeDuplicates(), 0);
    }
    /// What one file writes as, the other does: as if it were a laptop restored from a backup.
    void goOnAs(const QString &one, const QString &other)
    {
        QString replica;
        {
            Database from = must(Database::open(path(one), Database::Access::ReadWrite));
            replica = must(from.text("SELECT value FROM meta WHERE key = 'replica'"));
        }
        Database to = must(Database::open(path(other), Database::Access::ReadWrite));
        must(to.execute("INSERT OR REPLACE INTO meta VALUES ('replica', '" + replica.toUtf8() + "'), ('copy_mark', '" +
                        copyMark(path(other)).toUtf8() + "')"));
    }
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

    /// The letters of labels are drawn: 1 in 17 576 times the same by two that do not know of each other.
    void copiesThatDrewTheSameLettersComeTogether()
    {
        const auto [first, second] = seedsOfTheSameLetters();
        const Case ana = copyDrawing(s("ana"), first);
        const Case ben = copyDrawing(s("ben"), second);
        numberAlike(*ana, *ben);
    }

    /// A copy from before the letters clashed has no label that clashes: the chain that moved is the same one there.
    void aChainThatMovedIsKnownWithoutLabels_data()
    {
        QTest::addColumn<bool>("isOther");
        QTest::newRow("one moves") << false;
        QTest::newRow("the other moves") << true;
    }
    void aChainThatMovedIsKnownWithoutLabels()
    {
        QFETCH(bool, isOther);
        auto [first, second] = seedsOfTheSameLetters();
        if (isOther)
            std::swap(first, second);
        const Case ana = copyDrawing(s("ana"), first);
        const Case ben = copyDrawing(s("ben"), second);
        find(*ana, s("Before"), s("2.1.1.1"));
        must(ana->saveCopy(path(s("dora"))));
        const Case dora = open(s("dora"));
        photo(*ana, "river");
        must(ana->saveCopy(path(s("older"))));
        const Case older = open(s("older"));
        photo(*ben, "wall");
        merge(*ben, *ana); // one of the two moves
        find(*ben, s("After"), s("2.1.1.1"));
        QVERIFY(merge(*ben, *dora).isEmpty());
        expectIntact(*ben);
        QVERIFY(ben->conflicts().empty());
        merge(*dora, *ben);
        expectSame(*dora, *ben);
        // Its own file brings nothing either, once what it moved for was taken out again.
        merge(*ana, *ben);
        expectSame(*ana, *ben);
        QVERIFY(merge(*ben, *older).isEmpty());
        must(ana->undo());
        merge(*ana, *older);
        expectIntact(*ana);
        merge(*ana, *ben);
        expectSame(*ana, *ben);
    }

    /// What is withheld of a thing stays withheld when the thing gets another label.
    void whatIsWithheldIsOfTheThingWhateverItsLabel()
    {
        const auto [first, second] = seedsOfTheSameLetters();
        const Case ana = copyDrawing(s("ana"), first);
        const Case ben = copyDrawing(s("ben"), second);
        const auto raise = [](CaseDocument &document, const QString &title) {
            EntityRef raised = document.newEntity(EntityKind::Nonconformity);
            edit(document, addRecord(document.view(), raised,
                                     {{{&infoOf(field::nonconformity::title), title},
                                       {&infoOf(field::nonconformity::grade), s("minor")},
                                       {&infoOf(field::nonconformity::state), s("raised")},
                                       {&infoOf(field::nonconformity::description), s("A fence was missing")},
                                       {&infoOf(field::nonconformity::raised), s("2026-05-09")}},
                                      {{&infoOf(field::nonconformity::requirements), {s("1.1.1.1")}}}}));
            edit(document, askRedaction(document.view(), document.newEntity(EntityKind::Redaction),
                                        {.target = s("nonconformity/") + raised.code,
                                         .field = s("title"),
                                         .passage = title,
                                         .reason = s("A")},
                                        profileOf("lead"), QDate(2026, 6, 1)));
            return raised;
        };
        const EntityRef one = raise(*ana, s("Juana was hit"));
        const EntityRef two = raise(*ben, s("Pedro was hit"));
        QCOMPARE(one.code, two.code);
        merge(*ana, *ben);
        merge(*ben, *ana);
        expectSame(*ana, *ben);
        const RoleSight *mine = roleSight(s("mine"));
        const CaseSight sight(*mine, ana->assessment(), {});
        for (const EntityRef &raised : {one, two}) {
            const Record &record = *ana->assessment().find(raised.kind, raised.id);
            const EntityRef now{raised.kind, raised.id, record[field::nonconformity::label]};
            QVERIFY2(!sight.sees(now, infoOf(field::nonconformity::title)), qPrintable(now.code));
        }
    }

    /// The files know of each other's labels by then: one has to give way.
    void lettersThatOthersBuiltOnStayApart()
    {
        const auto [first, second] = seedsOfTheSameLetters();
        const Case ana = copyDrawing(s("ana"), first);
        const Case ben = copyDrawing(s("ben"), second);
        const EntityRef river = photo(*ana, "river");
        const EntityRef wall = photo(*ben, "wall");
        QCOMPARE(river.code, wall.code);
        const Case carl = copy(s("carl"));
        merge(*carl, *ana);
        retitle(*carl, river, s("The river"));
        merge(*ana, *carl);
        const MergePreview preview = merge(*ana, *ben); // Ben's gives way
        QCOMPARE(preview.relabelled.size(), std::size_t(1));
        QCOMPARE(preview.relabelled.front().actor, s("ben"));
        expectIntact(*ana);
        merge(*ben, *ana);
        expectSame(*ana, *ben);
        // Where both were built on nobody can.
        const Case dora = copyDrawing(s("dora"), second);
        photo(*dora, "pond");
        const Case emil = copy(s("emil"));
        merge(*emil, *dora);
        const EntityRef pond{EntityKind::Evidence, dora->assessment().records(EntityKind::Evidence).begin()->first,
                             wall.code};
        retitle(*emil, pond, s("The pond"));
        const Digest before = must(carl->journalState());
        must(emil->saveCopy(path(s("emils"))));
        QCOMPARE(errorName(IncomingWork::read(*carl, path(s("emils")), Forks::Rehome).error().code), s("LabelsClash"));
        QVERIFY(must(carl->journalState()) == before);
    }

    /// A tail that goes on here under its other name brings nothing, whatever its file holds of it.
    void aTailThatMovedBeforeMayBeWithheld()
    {
        restore(s("2.1.1.1"), s("2.1.1.2"));
        const Case ana = open(s("ana"));
        const Case lost = open(s("handed-over"));
        const auto nothingOfSecond = [](const Operation &operation) {
            return !operation.entity.code.startsWith(QLatin1Char('2'));
        };
        const Case part = partOf(*lost, s("part"), nothingOfSecond);
        const Case partOfAna = partOf(*ana, s("part of ana"), nothingOfSecond);
        merge(*ana, *lost, Forks::Rehome);
        merge(*lost, *ana, Forks::Rehome);
        expectSame(*ana, *lost);
        int taken = 0;
        for (const Case *copy : {&part, &partOfAna}) {
            must((*copy)->saveCopy(path(s("its copy"))));
            const auto incoming = IncomingWork::read(*ana, path(s("its copy")), Forks::Rehome);
            QVERIFY2(incoming, qPrintable(incoming ? QString() : errorName(incoming.error().code)));
            QCOMPARE((*incoming)->preview().operations, 0);
            must(ana->merge(**incoming));
            expectSame(*ana, *lost);
            QFile::remove(path(s("its copy")));
            ++taken;
        }
        QCOMPARE(taken, 2);
    }

    /// Which things are older than the fork either file may tell: they hold that part both.
    void whatWasBeforeAForkMayBeWithheldInOneFile_data()
    {
        QTest::addColumn<bool>("intoPart");
        QTest::newRow("here it is withheld") << true;
        QTest::newRow("there it is") << false;
    }
    void whatWasBeforeAForkMayBeWithheldInOneFile()
    {
        QFETCH(bool, intoPart);
        QString older;
        {
            const Case ana = copy(s("ana"));
            older = photo(*ana, "older").code;
            find(*ana, s("Withheld in one"), s("2.1.1.1"));
        }
        {
            const Case ana = open(s("ana"));
            partOf(*ana, s("part"), [](const Operation &operation) { return operation.entity.code != s("2.1.1.1"); });
        }
        goOnAs(s("ana"), s("part"));
        const Case ana = open(s("ana"));
        const Case part = open(s("part"));
        const EntityRef river = photo(*ana, "river");
        const EntityRef wall = photo(*part, "wall");
        QCOMPARE(river.code, wall.code);
        CaseDocument &into = intoPart ? *part : *ana;
        const MergePreview preview = merge(into, intoPart ? *ana : *part, Forks::Rehome);
        QCOMPARE(preview.relabelled.size(), std::size_t(1));
        expectIntact(into);
        merge(intoPart ? *ana : *part, into, Forks::Rehome);
        expectSame(*ana, *part);
        const auto &photos = ana->assessment().records(EntityKind::Evidence);
        QCOMPARE(photos.size(), std::size_t(3));
        QVERIFY(std::ranges::any_of(photos,
                                    [&](const auto &entry) { return entry.second[field::evidence::label] == older; }));
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
