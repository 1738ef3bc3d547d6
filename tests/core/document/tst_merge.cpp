// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/backups.h"
#include "tests/core/document/mergecases.h"

#include <QTest>
#include <algorithm>

using namespace adit;
using namespace adit::test;

// Several copies of one case, each worked on by somebody else, come together again (store.md, Journal and merge):
// nothing is lost, nothing decided silently, and the order makes no difference.

class TestMerge : public MergeCases
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void whatTwoPeopleDidComesTogether()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        edit(*ana, rate(ana->view(), s("1.1.1.2"), {.rating = s("full")}));
        edit(*ben, rate(ben->view(), s("2.1.1.1"), {.rating = s("partial"), .finding = s("Half done")}));
        const MergePreview preview = merge(*ana, *ben);
        QCOMPARE(preview.operations, 2);
        QCOMPARE(int(preview.people.size()), 1);
        QCOMPARE(preview.people.front().actor, s("ben"));
        QCOMPARE(preview.people.front().edits, 1);
        QVERIFY(preview.conflicts.empty());
        QCOMPARE(ana->scoreCard().whole.rated(), 2);
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    void mergingAgainBringsNothing()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Deeper"));
        merge(*ana, *ben);
        const Digest before = must(ana->journalState());
        QVERIFY(merge(*ana, *ben).isEmpty());
        QVERIFY(must(ana->journalState()) == before);
        QCOMPARE(must(ana->history(50)).front().verb, Verb::Merge);
        expectIntact(*ana);
    }

    void differentValuesOfOneFieldBothStay()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ana, s("Deeper"));
        find(*ben, s("Shallow"));
        find(*ben, s("Not so deep"));
        const MergePreview preview = merge(*ana, *ben);
        QCOMPARE(ids(preview.conflicts), s("answer:1.1.1.1/finding"));
        QCOMPARE(preview.newConflicts, std::size_t(1));
        QCOMPARE(ids(ana->conflicts()), s("answer:1.1.1.1/finding"));
        const Conflict conflict = ana->withBase(ana->conflicts().front());
        QCOMPARE(conflict.base, std::optional(s("The pit is deep")));
        QCOMPARE(int(conflict.versions.size()), 2);
        QCOMPARE(conflict.versions[0].value, std::optional(finding(*ana)));
        QStringList said{*conflict.versions[0].value, *conflict.versions[1].value};
        said.sort();
        QCOMPARE(said, (QStringList{s("Deeper"), s("Not so deep")}));
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    void theSameValueTypedTwiceIsNoConflict()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ana, s("Deeper"));
        find(*ben, s("Deeper"));
        QVERIFY(merge(*ana, *ben).conflicts.empty());
        QVERIFY(ana->conflicts().empty());
        find(*ana, s("Deeper still"));
        QVERIFY(ana->conflicts().empty());
        merge(*ben, *ana);
        QCOMPARE(finding(*ben), s("Deeper still"));
        expectSame(*ana, *ben);
    }

    void membersAddedOnOneSideStay()
    {
        Case ana = copy(s("ana"));
        edit(*ana, rate(ana->view(), s("1.1.1.1"), {.sources = QStringList{s("worker")}}));
        const Case ben = copy(s("ben"));
        merge(*ben, *ana);
        edit(*ana, rate(ana->view(), s("1.1.1.1"), {.sources = QStringList()}));
        edit(*ben, rate(ben->view(), s("1.1.1.1"), {.sources = QStringList{s("worker"), s("observation")}}));
        QVERIFY(merge(*ana, *ben).conflicts.empty());
        QCOMPARE(ana->assessment().answer(*RequirementCode::fromString(s("1.1.1.1")))[field::answer::sources],
                 QStringList{s("observation")});
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    void resolvingChoosesForAll()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ana, s("Deeper"));
        find(*ben, s("Shallow"));
        merge(*ana, *ben);
        merge(*ben, *ana);
        const Conflict conflict = ana->conflicts().front();
        const auto bens = std::ranges::find(conflict.versions, s("ben"), &ConflictVersion::actor);
        edit(*ana, takeVersion(ana->standard(), conflict, bens->name()));
        QCOMPARE(finding(*ana), s("Shallow"));
        QVERIFY(ana->conflicts().empty());
        QVERIFY(merge(*ben, *ana).conflicts.empty());
        expectSame(*ana, *ben);
        QCOMPARE(errorName(takeVersion(ana->standard(), conflict, s("nobody:1")).error().code), s("VersionUnknown"));
    }

    void resolvingTwiceDifferentlyIsAConflictAgain()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ana, s("Deeper"));
        find(*ben, s("Shallow"));
        merge(*ana, *ben);
        merge(*ben, *ana);
        edit(*ana, takeValue(ana->standard(), ana->conflicts().front(), s("Deep, then shallow")));
        edit(*ben, takeValue(ben->standard(), ben->conflicts().front(), s("Shallow, then deep")));
        QCOMPARE(merge(*ana, *ben).conflicts.size(), std::size_t(1));
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    /// "Nobody's work is silently decided": typing on leaves what others said where it is.
    void anOrdinaryEditDoesNotResolve()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ana, s("Deeper"));
        find(*ben, s("Shallow"));
        merge(*ana, *ben);
        const QString other = *ana->conflicts().front().versions[1].value;
        find(*ana, s("Deeper, by the eastern wall"));
        QCOMPARE(int(ana->conflicts().size()), 1);
        QCOMPARE(ana->conflicts().front().versions[0].value, std::optional(s("Deeper, by the eastern wall")));
        QCOMPARE(ana->conflicts().front().versions[1].value, std::optional(other));
        must(ana->undo());
        QCOMPARE(int(ana->conflicts().size()), 1);
        expectIntact(*ana);
    }

    void undoOfAResolutionBringsTheConflictBack()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ana, s("Deeper"));
        find(*ben, s("Shallow"));
        merge(*ana, *ben);
        const QString shown = finding(*ana);
        edit(*ana, takeValue(ana->standard(), ana->conflicts().front(), s("Both")));
        must(ana->undo());
        QCOMPARE(ids(ana->conflicts()), s("answer:1.1.1.1/finding"));
        QCOMPARE(finding(*ana), shown);
        expectIntact(*ana);
        must(ana->redo());
        QVERIFY(ana->conflicts().empty());
        QCOMPARE(finding(*ana), s("Both"));
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    void whatOneRemovesAndAnotherChangesIsAConflict()
    {
        Case ana = copy(s("ana"));
        const EntityRef river = photo(*ana);
        const Case ben = copy(s("ben"));
        merge(*ben, *ana);
        remove(*ana, river);
        retitle(*ben, river, s("River at the ford"));
        merge(*ana, *ben);
        QCOMPARE(ids(ana->conflicts()), s("evidence:%1/removed").arg(river.code));
        const Conflict conflict = ana->conflicts().front();
        QVERIFY(conflict.kind == Conflict::Kind::Removal);
        QCOMPARE(int(conflict.versions.size()), 2);
        QCOMPARE(conflict.versions[1].value, std::optional(s("River at the ford")));
        merge(*ben, *ana);
        expectSame(*ana, *ben);

        edit(*ben, takeVersion(ben->standard(), conflict, conflict.versions[1].name()));
        QVERIFY(!ben->assessment().find(EntityKind::Evidence, river.id)->has(field::evidence::removed));
        QVERIFY(ben->conflicts().empty());
        merge(*ana, *ben);
        expectSame(*ana, *ben);
    }

    void aRemovalThatKnewOfTheChangeIsNone()
    {
        Case ana = copy(s("ana"));
        const EntityRef river = photo(*ana);
        const Case ben = copy(s("ben"));
        merge(*ben, *ana);
        retitle(*ben, river, s("River at the ford"));
        merge(*ana, *ben);
        remove(*ana, river);
        QVERIFY(ana->conflicts().empty());
        QVERIFY(merge(*ben, *ana).conflicts.empty());
        expectSame(*ana, *ben);
    }

    void whatStaysRemovedIsNoConflictAnyMore()
    {
        Case ana = copy(s("ana"));
        const EntityRef river = photo(*ana);
        const Case ben = copy(s("ben"));
        merge(*ben, *ana);
        remove(*ana, river);
        retitle(*ben, river, s("River at the ford"));
        merge(*ana, *ben);
        const Conflict conflict = ana->conflicts().front();
        edit(*ana, takeVersion(ana->standard(), conflict, conflict.versions[0].name()));
        QVERIFY(ana->conflicts().empty());
        QVERIFY(ana->assessment().find(EntityKind::Evidence, river.id)->has(field::evidence::removed));
        must(ana->undo());
        QCOMPARE(ids(ana->conflicts()), conflict.id());
        must(ana->redo());
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    void aPlanDroppedByOneAndDatedByAnotherIsAConflict()
    {
        Case ana = copy(s("ana"));
        edit(*ana, plan(ana->view(), s("1.1.1.2"), ana->newId(), s("Line the pond"), s("2027-01-31")));
        const Case ben = copy(s("ben"));
        merge(*ben, *ana);
        edit(*ana, plan(ana->view(), s("1.1.1.2"), ana->newId(), s(""), {}));
        edit(*ben, plan(ben->view(), s("1.1.1.2"), ben->newId(), {}, s("2027-03-31")));
        merge(*ana, *ben);
        QCOMPARE(int(ana->conflicts().size()), 1);
        const Conflict conflict = ana->withBase(ana->conflicts().front());
        QCOMPARE(conflict.base, std::optional(s("Line the pond")));
        edit(*ana, takeVersion(ana->standard(), conflict, conflict.versions[1].name()));
        QVERIFY(datedPlans(ana->assessment()).contains(s("1.1.1.2")));
        QVERIFY(ana->conflicts().empty());
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    void bytesOfEvidenceComeAlong()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        QByteArray longOnes(3'000'000, 'x');
        for (qsizetype i = 0; i < longOnes.size(); i += 997)
            longOnes[i] = static_cast<char>(i % 251);
        const EntityRef river = photo(*ben, longOnes);
        const MergePreview preview = merge(*ana, *ben);
        QCOMPARE(preview.files, 1);
        QCOMPARE(preview.bytes, longOnes.size());
        const Record &record = *ana->assessment().find(EntityKind::Evidence, river.id);
        QVERIFY(must(ana->content(record[field::evidence::sha256])) == longOnes);
        expectSame(*ana, *ben);
    }

    void bytesThatABackupLeftOutComeBack()
    {
        Case ana = copy(s("ana"));
        photo(*ana);
        must(ana->saveCopyWithoutEvidence(path(s("backup"))));
        const Case restored = open(s("backup"));
        QCOMPARE(int(restored->absentEvidence().size()), 1);
        QCOMPARE(merge(*restored, *ana).files, 1);
        QVERIFY(restored->absentEvidence().isEmpty());
        expectIntact(*restored);
    }

    void bytesThatNeitherHasAreToldAndNoDamage()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        photo(*ben);
        must(ben->saveCopyWithoutEvidence(path(s("without"))));
        const Case without = open(s("without"));
        QCOMPARE(merge(*ana, *without).absentFiles, 1);
        QCOMPARE(int(ana->absentEvidence().size()), 1);
        expectIntact(*ana);
        QCOMPARE(merge(*ana, *ben).files, 1);
        QVERIFY(ana->absentEvidence().isEmpty());
    }

    void aCancelLeavesNoBytesBehind()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        photo(*ben, QByteArray(5'000'000, 'x'));
        const QString handed = path(s("handed"));
        must(ben->saveCopy(handed));
        const auto incoming = must(IncomingWork::read(*ana, handed));
        const auto brought = incoming->bringContents([](double done) { return done < 0.7; });
        QCOMPARE(errorName(brought.error().code), s("Cancelled"));
        QVERIFY(!ana->hasContent(toHex(sha256(QByteArray(5'000'000, 'x')))));
        QCOMPARE(ana->assessment().records(EntityKind::Evidence).size(), std::size_t(0));
        QCOMPARE(merge(*ana, *ben).files, 1);
        expectSame(*ana, *ben);
    }

    void undoOfAMergeLeavesTheCaseAsItWas()
    {
        Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ana, s("Deeper"));
        edit(*ana, rate(ana->view(), s("1.1.1.3"), {.rating = s("full")}));
        find(*ben, s("Shallow"));
        photo(*ben);
        const Digest journal = must(ana->journalState());
        const Assessment before = ana->assessment();
        merge(*ana, *ben);
        QCOMPARE(ana->nextUndo()->verb, Verb::Merge);
        must(ana->undo());
        QVERIFY(must(ana->journalState()) == journal);
        QVERIFY(ana->assessment() == before);
        QVERIFY(ana->conflicts().empty());
        QCOMPARE(ana->nextUndo()->subject, s("1.1.1.3"));
        expectIntact(*ana);
        merge(*ana, *ben);
        merge(*ben, *ana);
        expectSame(*ana, *ben);
    }

    void undoReachesOwnEditsBehindAMergeOnlyThroughIt()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        edit(*ana, rate(ana->view(), s("1.1.1.2"), {.rating = s("full")}));
        edit(*ben, rate(ben->view(), s("2.1.1.1"), {.rating = s("none")}));
        merge(*ana, *ben);
        edit(*ana, rate(ana->view(), s("1.1.1.3"), {.rating = s("full")}));
        const auto undone = must(ana->undo(3));
        QCOMPARE(undone[0].subject, s("1.1.1.3"));
        QCOMPARE(undone[1].verb, Verb::Merge);
        QCOMPARE(undone[2].subject, s("1.1.1.2"));
        QCOMPARE(ana->scoreCard().whole.rated(), 0);
        expectIntact(*ana);
    }

    void aMergeThatWasBuiltOnStays()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ben, s("Shallow"));
        merge(*ana, *ben);
        find(*ana, s("Shallow, by the eastern wall"));
        must(ana->undo());
        const auto undone = ana->undo();
        QCOMPARE(errorName(undone.error().code), s("MergeBuiltOn"));
        QCOMPARE(finding(*ana), s("Shallow"));
        expectIntact(*ana);
    }

    /// Several undos are all done or none: what was resolved stays resolved where the merge before it must stay.
    void anUndoThatStopsAtAMergeChangesNothing()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ana, s("Deeper"));
        find(*ben, s("Shallow"));
        merge(*ana, *ben);
        edit(*ana, takeValue(ana->standard(), ana->conflicts().front(), s("Both")));
        QCOMPARE(errorName(ana->undo(2).error().code), s("MergeBuiltOn"));
        QVERIFY(ana->conflicts().empty());
        QCOMPARE(finding(*ana), s("Both"));
        expectIntact(*ana);
    }

    void redoStopsAtAMerge()
    {
        const Case ana = copy(s("ana"));
        const Case ben = copy(s("ben"));
        find(*ana, s("Deeper"));
        must(ana->undo());
        find(*ben, s("Shallow"));
        must(ben->undo());
        merge(*ana, *ben);
        QVERIFY(!ana->nextRedo());
        QCOMPARE(ana->nextUndo()->verb, Verb::Merge);
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
