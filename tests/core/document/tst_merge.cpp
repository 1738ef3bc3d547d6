// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/backups.h"
#include "core/document/incomingwork.h"
#include "core/storage/rolecopy.h"
#include "core/storage/sqlite.h"
#include "core/storage/withheldtables.h"
#include "tests/support/builders.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <numeric>
#include <random>

using namespace adit;
using namespace adit::test;

// Several copies of one case, each worked on by somebody else, come together again (store.md, Journal and merge):
// nothing is lost, nothing decided silently, and the order makes no difference.

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

Surroundings somebody(const QString &name)
{
    Surroundings surroundings = repeatableSurroundings(qHash(name));
    surroundings.actor = name;
    return surroundings;
}

QString ids(const std::vector<Conflict> &conflicts)
{
    QStringList list;
    for (const Conflict &conflict : conflicts)
        list.append(conflict.id());
    return list.join(QLatin1Char(' '));
}

void expectIntact(const CaseDocument &document)
{
    const VerifyReport report = must(document.verify());
    QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : qPrintable(report.problems.front().text));
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    using Case = std::unique_ptr<CaseDocument>;

    QString path(const QString &name) const { return m_folder->filePath(name + s(".adit")); }
    Case open(const QString &name) { return must(CaseDocument::open(path(name), somebody(name))); }
    /// A copy of "start", as a colleague gets it.
    Case copy(const QString &name)
    {
        QFile::copy(path(s("start")), path(name));
        return open(name);
    }
    static void edit(CaseDocument &document, const Result<Edit> &edit) { must(document.apply(must(edit))); }
    static void find(CaseDocument &document, const QString &finding, const QString &requirement = s("1.1.1.1"))
    {
        edit(document, rate(document.view(), requirement, {.finding = finding}));
    }
    static QString finding(const CaseDocument &document)
    {
        return document.assessment().answer(*RequirementCode::fromString(s("1.1.1.1")))[field::answer::finding];
    }
    /// What `from` has comes into `into`. A file that is open is read by way of a copy.
    MergePreview merge(CaseDocument &into, const CaseDocument &from, Forks forks = Forks::Refuse)
    {
        const QString copy = m_folder->filePath(s("on its way.adit"));
        must(from.saveCopy(copy));
        const auto incoming = must(IncomingWork::read(into, copy, forks));
        must(incoming->bringContents());
        must(into.merge(*incoming));
        MergePreview preview = incoming->preview();
        QFile::remove(copy);
        return preview;
    }
    static void expectSame(const CaseDocument &a, const CaseDocument &b)
    {
        QVERIFY(a.assessment() == b.assessment());
        QVERIFY(must(a.journalState()) == must(b.journalState()));
        QCOMPARE(ids(a.conflicts()), ids(b.conflicts()));
        expectIntact(a);
        expectIntact(b);
    }
    EntityRef photo(CaseDocument &document, const QByteArray &bytes = "river")
    {
        EntityRef photo = document.newEntity(EntityKind::Evidence);
        edit(document, addEvidence(document.view(), photo,
                                   {{{&infoOf(field::evidence::title), s("River")},
                                     {&infoOf(field::evidence::state), s("taken")},
                                     {&infoOf(field::evidence::source), s("observation")}},
                                    {{&infoOf(field::evidence::requirements), {s("1.1.1.1")}}}},
                                   EvidenceFile{s("river.txt"), s("text/plain"), bytes}));
        return photo;
    }
    static Result<Edit> removal(const CaseDocument &document, const EntityRef &evidence)
    {
        return changeRecord(document.view(), evidence,
                            {{{&infoOf(field::evidence::removed), s("2026-05-09")},
                              {&infoOf(field::evidence::removed_reason), s("Of another mine")}}});
    }
    static void remove(CaseDocument &document, const EntityRef &evidence)
    {
        edit(document, removal(document, evidence));
    }
    static Result<Edit> newTitle(const CaseDocument &document, const EntityRef &evidence, const QString &title)
    {
        return changeRecord(document.view(), evidence, {{{&infoOf(field::evidence::title), title}}});
    }
    static void retitle(CaseDocument &document, const EntityRef &evidence, const QString &title)
    {
        edit(document, newTitle(document, evidence, title));
    }

    /// A copy of what somebody may see, in which something else is done.
    Case partOf(const CaseDocument &document, const QString &name, const std::function<bool(const Operation &)> &sees,
                bool seesActors = true)
    {
        must(document.copyDoor().saveCopyFor(path(name), {sees, seesActors, true}, {}));
        return open(name);
    }
    static bool isOfFirstPrinciple(const Operation &operation)
    {
        return !operation.entity.code.startsWith(QLatin1Char('2'));
    }
    static qint64 withheldIn(const CaseDocument &document)
    {
        const auto log = must(document.log({}, {}));
        return std::ranges::count_if(log, &LogEntry::withheld);
    }
    static QString findingOf(const CaseDocument &document, const char *requirement)
    {
        return document.assessment().answer(*RequirementCode::fromString(s(requirement)))[field::answer::finding];
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto document = must(CaseDocument::create(
            path(s("start")), smallStandard(s("1.1.1.1 1.1.1.2! 1.1.1.3 2.1.1.1 2.1.1.2 2.1.1.3")),
            {{{&infoOf(field::details::site), s("Hill")}, {&infoOf(field::details::mine), s("existing")}}},
            somebody(s("lead"))));
        find(*document, s("The pit is deep"));
    }

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

    // ---- what comes without its content, and later with it ------------------------------------------------------

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

    // ---- copies that went on under one name ---------------------------------------------------------------------

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
        QVERIFY2(error.detail.contains(s("read again")), qPrintable(error.detail));
        expectIntact(*ana);
        expectIntact(*ben);
        CaseDocument &refused = ofAna ? *ben : *ana;
        must(refused.merge(*must(IncomingWork::read(refused, path(ofAna ? s("anas") : s("bens")), Forks::Rehome))));
        expectIntact(refused);
    }

    // ---- what was read before the case changed --------------------------------------------------------------------

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
        QVERIFY2(taken.error().detail.contains(s("read again")), qPrintable(taken.error().detail));
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

    // ---- what is refused --------------------------------------------------------------------------------------------

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

    // ---- all of it at random ----------------------------------------------------------------------------------------

    void randomWorkComesTogetherInAnyOrder_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::newRow(qPrintable(s("seed %1").arg(seed))) << seed;
    }
    void randomWorkComesTogetherInAnyOrder()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        std::vector<Case> copies;
        const int count = 2 + static_cast<int>(random() % 3);
        copies.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            copies.push_back(copy(s("copy%1").arg(i)));
        for (int step = 0; step < 60; ++step) {
            CaseDocument &one = *copies[random() % copies.size()];
            CaseDocument &other = *copies[random() % copies.size()];
            if (random() % 12 == 0 && copies.size() < 6) {
                const auto part = static_cast<unsigned>(random());
                const auto sees = [part](const Operation &operation) {
                    return qHashMulti(part, operation.entity.id, operation.field) % 3 != 0;
                };
                copies.push_back(partOf(one, s("part%1").arg(copies.size()), sees, random() % 2));
            } else if (random() % 6 == 0 && &one != &other)
                merge(one, other);
            else
                doSomething(one, random);
        }
        // Everything into one, then that into all others.
        std::vector<std::size_t> order(copies.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::ranges::shuffle(order, random);
        for (std::size_t i = 1; i < order.size(); ++i) {
            merge(*copies[order[0]], *copies[order[i]]);
            expectIntact(*copies[order[0]]);
        }
        // Whatever came without its content has it now: who did it holds it.
        QCOMPARE(withheldIn(*copies[order[0]]), 0);
        for (std::size_t i = 1; i < order.size(); ++i) {
            merge(*copies[order[i]], *copies[order[0]]);
            expectSame(*copies[order[0]], *copies[order[i]]);
        }
    }

private:
    void doSomething(CaseDocument &document, std::mt19937 &random)
    {
        const QString requirement = s("%1.1.1.%2").arg(random() % 2 + 1).arg(random() % 3 + 1);
        const auto &photos = document.assessment().records(EntityKind::Evidence);
        const auto any = photos.begin();
        switch (random() % 8) {
        case 0:
            if (!document.conflicts().empty()) {
                const Conflict conflict =
                    document.withBase(document.conflicts()[random() % document.conflicts().size()]);
                const auto &version = conflict.versions[random() % conflict.versions.size()];
                must(document.apply(must(takeVersion(document.standard(), conflict, version.name()))));
            }
            return;
        case 1:
            // A merge that was built on stays.
            (void)document.undo();
            return;
        case 2:
            (void)document.redo();
            return;
        case 3:
            photo(document, QByteArray::number(random() % 5));
            return;
        case 4:
        case 5:
            if (any != photos.end()) {
                const EntityRef ref{EntityKind::Evidence, any->first, any->second[field::evidence::label]};
                // One whose adding was undone has nothing to be changed.
                const auto change =
                    random() % 2 ? removal(document, ref) : newTitle(document, ref, s("Title %1").arg(random() % 4));
                if (change)
                    must(document.apply(*change));
            }
            return;
        default:
            find(document, s("Finding %1").arg(random() % 5), requirement);
        }
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
