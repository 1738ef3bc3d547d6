// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/casestore.h"
#include "tests/support/builders.h"
#include "tests/support/filelimit.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>
#include <random>

using namespace adit;
using namespace adit::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

RequirementCode code(const char *text)
{
    return *RequirementCode::fromString(QString::fromLatin1(text));
}

void rateAs(CaseDocument &document, const char *requirement, const char *rating)
{
    must(document.apply(must(rate(document.view(), s(requirement), {.rating = s(rating)}))));
}

QString ratingOf(const CaseDocument &document, const char *requirement)
{
    return document.assessment().answer(code(requirement))[field::answer::rating];
}

void verifyClean(const CaseDocument &document)
{
    const VerifyReport report = must(document.verify());
    for (const auto &problem : report.problems)
        qWarning("%s %s %s", qPrintable(problem.what), qPrintable(problem.where), qPrintable(problem.text));
    QVERIFY(report.problems.empty());
}

/// One random legal edit: any verb, any requirement.
Edit randomEdit(CaseDocument &document, std::mt19937 &random)
{
    const Standard &standard = document.standard();
    const auto &node = standard.requirement(static_cast<int>(random() % standard.requirements().size()));
    const QString requirement = node.code.toString();
    const QString text = s("Text %1 — ü 水 \n").arg(random());
    const char *ratings[] = {"full", "substantial", "partial", "none", ""};
    switch (random() % 7) {
    case 0:
        return must(rate(document.view(), requirement, {.finding = text, .notes = text}));
    case 1:
        return must(setRelevance(document.view(), node.code.parent()->parent()->toString(), random() % 2 == 0, text));
    case 2:
        return must(plan(document.view(), requirement, document.newId(), text, s("2027-01-31")));
    case 3: {
        QStringList sources{s("worker"), s("community"), s("observation")};
        sources.removeAt(static_cast<qsizetype>(random() % 3));
        return must(rate(document.view(), requirement, {.sources = sources}));
    }
    case 4:
        return must(rate(document.view(), requirement,
                         {.rating = s("deferred"), .justification = text, .until = s("2027-06-30")}));
    case 5:
        return must(selfAssess(document.view(), requirement, s("full"), text));
    default:
        return must(rate(document.view(), requirement, {.rating = s(ratings[random() % 5])}));
    }
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newCaseHoldsItsStandard()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        QCOMPARE(document->standard().hash(), catalogue().hash());
        QCOMPARE(document->assessment().details()[field::details::site], s("Test mine"));
        QCOMPARE(document->assessment().step(s("P1"))[field::step::state], s("open"));
        verifyClean(*document);
    }

    void editIsOnDiskWhenApplyReturns()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        {
            const auto document = newCase(folder);
            rateAs(*document, "1.2.2.2", "substantial");
        }
        const auto again = must(CaseDocument::open(path, repeatableSurroundings(2)));
        QCOMPARE(ratingOf(*again, "1.2.2.2"), s("substantial"));
        verifyClean(*again);
    }

    void oneEditOneSignal()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        QSignalSpy spy(document.get(), &CaseDocument::changed);
        rateAs(*document, "1.2.2.2", "full");
        QCOMPARE(spy.size(), 1);
        const auto changes = spy.first().first().value<ChangeSet>();
        QVERIFY(changes.scoresChanged);
        QCOMPARE(changes.requirements(), std::vector{code("1.2.2.2")});
    }

    void editThatChangesNothingWritesNothing()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        rateAs(*document, "1.2.2.2", "full");
        const qint64 before = document->facts().operations;
        QSignalSpy spy(document.get(), &CaseDocument::changed);
        rateAs(*document, "1.2.2.2", "full");
        QCOMPARE(document->facts().operations, before);
        QCOMPARE(spy.size(), 0);
    }

    void badValuesAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QString>("requirement");
        QTest::addColumn<QString>("rating");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("error");
        QTest::newRow("unknown requirement") << s("9.9.9.9") << s("full") << QString() << s("UnknownRequirement");
        QTest::newRow("a chapter is no requirement") << s("1.2") << s("full") << QString() << s("UnknownRequirement");
        QTest::newRow("unknown rating") << s("1.2.2.2") << s("excellent") << QString() << s("UnknownRating");
        QTest::newRow("deferral without reason")
            << s("1.2.2.2") << s("deferred") << s("2027-01-01") << s("MissingJustification");
        QTest::newRow("impossible date") << s("1.2.2.2") << s("full") << s("2027-02-30") << s("InvalidDate");
    }
    void badValuesAreRefusedWithTheirPlace()
    {
        QFETCH(QString, requirement);
        QFETCH(QString, rating);
        QFETCH(QString, until);
        QTemporaryDir folder;
        const auto document = newCase(folder);
        RatingInput input{.rating = rating};
        if (!until.isEmpty())
            input.until = until;
        const auto edit = rate(document->view(), requirement, input);
        QVERIFY(!edit);
        QTEST(errorName(edit.error().code), "error");
    }

    void textsAreCheckedForControlCharactersAndLength()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        const auto unclean = rate(document->view(), s("1.1.1.1"), {.finding = QString(s("a") + QChar(7))});
        QCOMPARE(errorName(unclean.error().code), s("TextUnclean"));
        const auto lone = rate(document->view(), s("1.1.1.1"), {.finding = QString(QChar(0xD800))});
        QCOMPARE(errorName(lone.error().code), s("TextUnclean"));
        const auto longText = rate(document->view(), s("1.1.1.1"), {.finding = QString(100'001, QLatin1Char('x'))});
        QCOMPARE(errorName(longText.error().code), s("TextTooLong"));
        QVERIFY(rate(document->view(), s("1.1.1.1"), {.finding = s("emoji 😀 and\r\nlines")}));
    }

    void undoAndRedoWalkTheHistoryAlsoAfterReopening()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        {
            const auto document = newCase(folder);
            rateAs(*document, "1.1.1.1", "full");
            rateAs(*document, "1.1.1.1", "partial");
            rateAs(*document, "1.1.2.1", "none");
            must(document->undo());
            QCOMPARE(ratingOf(*document, "1.1.2.1"), QString());
            QCOMPARE(document->nextUndo()->subject, s("1.1.1.1"));
        }
        const auto document = must(CaseDocument::open(path, repeatableSurroundings(2)));
        must(document->undo());
        QCOMPARE(ratingOf(*document, "1.1.1.1"), s("full"));
        must(document->redo());
        QCOMPARE(ratingOf(*document, "1.1.1.1"), s("partial"));
        must(document->redo());
        QCOMPARE(ratingOf(*document, "1.1.2.1"), s("none"));
        QCOMPARE(errorName(document->redo().error().code), s("NothingToRedo"));
        must(document->undo());
        rateAs(*document, "1.1.1.1", "substantial");
        QVERIFY(!document->nextRedo());
        must(document->undo());
        must(document->undo());
        must(document->undo());
        QCOMPARE(ratingOf(*document, "1.1.1.1"), QString());
        QCOMPARE(errorName(document->undo().error().code), s("NothingToUndo"));
        verifyClean(*document);
    }

    // Property: apply + inverse = the same state; replay(journal) = tables = memory, whatever was done.
    void randomHistoriesReplayAndUndo()
    {
        for (unsigned seed = 1; seed <= 5; ++seed) {
            QTemporaryDir folder;
            const auto document = newCase(folder);
            std::mt19937 random(seed);
            const Assessment start = document->assessment();
            int applied = 0;
            for (int i = 0; i < 60; ++i) {
                const Assessment before = document->assessment();
                const auto changes = must(document->apply(randomEdit(*document, random)));
                if (changes.items.empty())
                    continue;
                ++applied;
                if (i % 7 != 0)
                    continue;
                const Assessment after = document->assessment();
                must(document->undo());
                for (const KindInfo &kind : allKinds())
                    for (const auto &[id, record] : before.records(kind.kind))
                        QVERIFY(*document->assessment().find(kind.kind, id) == record);
                must(document->redo());
                QVERIFY(document->assessment() == after);
            }
            verifyClean(*document);
            while (document->nextUndo()) {
                must(document->undo());
                --applied;
            }
            QCOMPARE(applied, 0);
            for (const KindInfo &kind : allKinds())
                for (const auto &[id, record] : document->assessment().records(kind.kind))
                    QVERIFY(start.find(kind.kind, id) ? *start.find(kind.kind, id) == record : record.isBlank());
            verifyClean(*document);
        }
    }

    void historySaysWhatStands()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        rateAs(*document, "1.1.1.1", "full");
        rateAs(*document, "1.1.2.1", "full");
        must(document->undo());
        const auto history = must(document->history(10));
        QCOMPARE(int(history.size()), 4);
        QCOMPARE(int(history[0].verb), int(Verb::Undo));
        QVERIFY(history[1].undone);
        QVERIFY(!history[2].undone);
        QCOMPARE(int(history[3].verb), int(Verb::Create));
    }

    void logShowsBeforeAndAfter()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        rateAs(*document, "1.1.1.1", "full");
        rateAs(*document, "1.1.1.1", "none");
        rateAs(*document, "1.1.2.1", "none");
        const auto log = must(document->log(code("1.1.1.1"), {}));
        QCOMPARE(int(log.size()), 2);
        QCOMPARE(log[0].before, std::optional(s("full")));
        QCOMPARE(log[0].after, std::optional(s("none")));
        QVERIFY(!log[1].before);
    }

    void secondOpenerReadsWhoHasIt()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        const auto second = CaseDocument::open(document->path(), repeatableSurroundings(2));
        QVERIFY(!second);
        QCOMPARE(errorName(second.error().code), s("FileLocked"));
        QVERIFY2(second.error().detail.startsWith(s("Test auditor on ")), qPrintable(second.error().detail));
    }

    void staleLockNoteNeverBlocks()
    {
        QTemporaryDir folder;
        const QString path = newCase(folder)->path();
        QFile note(LockNote::pathFor(path));
        QVERIFY(note.open(QIODevice::WriteOnly));
        note.write("{\"user\":\"ghost\",\"host\":\"gone\",\"since\":\"2020\"}");
        note.close();
        QVERIFY(CaseDocument::open(path, repeatableSurroundings(2)).has_value());
    }

    void everyCopyOfAFileWritesAsAReplicaOfItsOwn()
    {
        QTemporaryDir folder;
        std::optional<ReplicaId> original;
        {
            const auto document = newCase(folder);
            rateAs(*document, "1.1.1.1", "full");
            original = document->facts().replica;
        }
        const QString copy = folder.filePath(s("copy.adit"));
        QVERIFY(QFile::copy(folder.filePath(s("case.adit")), copy));
        const auto document = must(CaseDocument::open(copy, repeatableSurroundings(9)));
        QVERIFY(!document->facts().replica);
        rateAs(*document, "1.1.1.1", "none");
        QVERIFY(document->facts().replica);
        QVERIFY(!(*document->facts().replica == *original));
        verifyClean(*document);
        must(document->undo());
        QCOMPARE(ratingOf(*document, "1.1.1.1"), s("full"));
    }

    void existingFileIsNeverOverwritten()
    {
        QTemporaryDir folder;
        const QString path = newCase(folder)->path();
        const auto second = CaseDocument::create(path, catalogue(), {}, repeatableSurroundings());
        QVERIFY(!second);
        QCOMPARE(errorName(second.error().code), s("FileExists"));
    }

    void sourceNamedTwiceIsNamedOnce()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        must(document->apply(must(
            rate(document->view(), s("1.1.1.1"), {.sources = QStringList{s("worker"), s("worker"), s("community")}}))));
        verifyClean(*document);
        must(document->undo());
        verifyClean(*document);
        QVERIFY(document->assessment().answer(code("1.1.1.1"))[field::answer::sources].isEmpty());
    }

    void undoOfSeveralStepsIsSentOnce()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        for (const char *rating : {"full", "partial", "none"})
            rateAs(*document, "1.1.1.1", rating);
        const QSignalSpy spy(document.get(), &CaseDocument::changed);
        QCOMPARE(must(document->undo(2)).size(), std::size_t(2));
        QCOMPARE(ratingOf(*document, "1.1.1.1"), s("full"));
        QCOMPARE(spy.size(), 1);
        verifyClean(*document);
        QCOMPARE(must(document->undo(99)).size(), std::size_t(1)); // as many as there are
        QCOMPARE(errorName(document->undo(1).error().code), s("NothingToUndo"));
        must(document->redo());
        QCOMPARE(ratingOf(*document, "1.1.1.1"), s("full"));
        verifyClean(*document);
    }

    /// cli.md: on an error nothing is half done.
    void undoOfSeveralStepsIsAllOrNothing_data()
    {
        QTest::addColumn<bool>("isCopy");
        QTest::addColumn<bool>("hasReserve");
        QTest::newRow("plain") << false << false;
        QTest::newRow("in a copy that has no replica yet") << true << false;
        QTest::newRow("with room in reserve") << false << true;
    }
    void undoOfSeveralStepsIsAllOrNothing()
    {
        QFETCH(bool, isCopy);
        QFETCH(bool, hasReserve);
        QTemporaryDir folder;
        auto document = newCase(folder);
        for (int i = 0; i < 30; ++i)
            must(document->apply(
                must(rate(document->view(), document->standard().requirement(i).code.toString(),
                          {.rating = s("full"), .finding = s("Seen and written down. ").repeated(40)}))));
        if (isCopy) {
            must(document->saveCopy(folder.filePath(s("copy.adit"))));
            document = must(CaseDocument::open(folder.filePath(s("copy.adit")), repeatableSurroundings(9)));
        }
        if (hasReserve)
            document->keepReserve();
        const Assessment before = document->assessment();
        const qint64 operations = document->facts().operations;
        {
            const FileLimit full(QFileInfo(document->path()).size() + 4096);
            const auto refused = document->undo(30);
            QVERIFY(!refused);
            QCOMPARE(errorName(refused.error().code), s("StorageFull"));
        }
        QVERIFY(document->assessment() == before);
        QCOMPARE(document->facts().operations, operations);
        QCOMPARE(document->scoreCard().whole.rated(), 30);
        verifyClean(*document);
        QCOMPARE(must(document->undo(30)).size(), std::size_t(30));
        verifyClean(*document);
    }

    void decidingWithoutDeferredItemsNamesThem()
    {
        QTemporaryDir folder;
        const auto document = newCase(folder);
        QCOMPARE(errorName(leaveOutDeferred(document->view(), s("late")).error().code), s("NothingToChange"));
        const auto defer = [&](const char *requirement) {
            must(document->apply(
                must(rate(document->view(), s(requirement),
                          {.rating = s("deferred"), .justification = s("late"), .until = s("2027-01-31")}))));
        };
        const auto isLeftOut = [&](const char *requirement) {
            return document->ratedItems()[static_cast<std::size_t>(*document->standard().ordinal(code(requirement)))]
                .isLeftOut;
        };
        defer("2.2.1.1");
        must(document->apply(must(leaveOutDeferred(document->view(), s("the guidance is late")))));
        defer("4.1.1.1");
        QVERIFY(isLeftOut("2.2.1.1"));
        QVERIFY(!isLeftOut("4.1.1.1")); // deferred after the decision: it decides
        must(document->apply(must(leaveOutDeferred(document->view(), s("the guidance is very late")))));
        QVERIFY(!isLeftOut("4.1.1.1")); // better words are no other decision
        rateAs(*document, "2.2.1.1", "full");
        QVERIFY(!isLeftOut("2.2.1.1"));
        must(document->apply(must(leaveOutDeferred(document->view(), QString()))));
        QVERIFY(document->assessment().details()[field::details::deferred_codes].isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
