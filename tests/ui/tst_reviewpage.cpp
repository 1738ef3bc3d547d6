// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/identityverbs.h"
#include "core/edits/locks.h"
#include "core/review/calibration.h"
#include "core/review/decision.h"
#include "core/review/signoff.h"
#include "core/review/threads.h"
#include "core/storage/rolecopy.h"
#include "tests/support/people.h"
#include "tests/ui/windowjourney.h"
#include "ui/look/look.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/markedtext.h"
#include "ui/widgets/ratingstrip.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/words/translations.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QTableView>
#include <map>

using namespace adit;
using namespace adit::test;

// A review in the window: comments and what becomes of them, what is new to a reader, chapters signed off and locked,
// the decision and what breaks it.

class TestReviewPage : public WindowJourney
{
    Q_OBJECT

private:
    static QString s(const char *text) { return QString::fromUtf8(text); }
    Workspace &workspace() { return *m_window->workspace(); }
    ReviewPage &page() { return *named<ReviewPage>("reviewPage"); }
    void edit(const Result<Edit> &edit) { must(document().apply(must(edit))); }
    void actAs(const char *name)
    {
        workspace().editor().actAs(std::make_shared<const Profile>(profileOf(name)));
        QApplication::processEvents();
    }
    void member(const char *name, const char *role)
    {
        edit(addRecord(document().view(), document().newEntity(EntityKind::TeamMember),
                       {{{&infoOf(field::team_member::name), s(name)},
                         {&infoOf(field::team_member::role), s(role)},
                         {&infoOf(field::team_member::profile), profileOf(name).shown().fingerprint()}}}));
    }
    void look(ReviewPage::View view)
    {
        workspace().goTo(s("review"));
        QTest::mouseClick(named<SegmentedControl>("reviewViews")->segment(view), Qt::LeftButton);
        QApplication::processEvents();
    }
    void lookAt(const char *requirement)
    {
        workspace().goTo(s("assess"));
        go(requirement);
        QApplication::processEvents();
    }
    void press(const char *name)
    {
        click(name);
        QApplication::processEvents();
    }
    void write(const char *field, const char *text)
    {
        auto *edit = named<QPlainTextEdit>(field);
        edit->setFocus();
        QTest::keyClicks(edit, s(text));
    }
    QString label(const char *name) { return named<QLabel>(name)->text(); }
    bool isError(const char *words)
    {
        return std::ranges::any_of(m_window->findChildren<Banner *>(), [&](const Banner *banner) {
            return banner->isVisible() && banner->message().contains(s(words));
        });
    }
    QString comment(const char *text, const char *requirement = "1.1.1.1")
    {
        look(ReviewPage::Threads);
        press("newComment");
        named<QLineEdit>("commentRequirement")->setText(s(requirement));
        write("commentText", text);
        press("commentAdd");
        return label("threadNumber");
    }
    Thread::State stateOf(const QString &label) { return threadOf(document().assessment(), label)->state(); }
    void choose(const char *chapter)
    {
        auto &table = *named<QTableView>("chapterTable");
        for (int row = 0; row < table.model()->rowCount(); ++row)
            if (table.model()->index(row, 0).data().toString().startsWith(s(chapter)))
                table.setCurrentIndex(table.model()->index(row, 0));
    }
    /// Rates what is shown in a calibration.
    void giveHere(const char *rating)
    {
        for (RatingButton *button : named<RatingStrip>("blindStrip")->findChildren<RatingButton *>())
            if (button->choice().code == s(rating))
                QTest::mouseClick(button, Qt::LeftButton);
        QApplication::processEvents();
    }
    /// All three, one after the other.
    void giveAll(const std::vector<const char *> &ratings, const char *reason)
    {
        for (const char *rating : ratings) {
            giveHere(rating);
            write("blindReason", reason);
            named<CommitTextEdit>("blindReason")->commitNow();
            press("blindNext");
        }
    }
    QStringList texts(const char *name)
    {
        QStringList all;
        for (const QLabel *one : m_window->findChildren<QLabel *>(QLatin1String(name)))
            all.append(one->text());
        return all;
    }

private Q_SLOTS:
    void init()
    {
        begin();
        const QString path = m_folder->filePath(s("case.adit"));
        must(CaseDocument::create(
                 path, smallStandard(s("1.1.1.1 1.1.1.2 1.2.1.1 2.1.1.1")),
                 {{{&infoOf(field::details::site), s("Hill")}, {&infoOf(field::details::mine), s("existing")}}},
                 repeatableSurroundings()))
            .reset();
        m_window->openCase(path);
        actAs("lead");
        member("lead", "lead-auditor");
        member("ann", "auditor");
        member("rita", "technical-reviewer");
        member("dora", "decision-maker");
        for (const char *requirement : {"1.1.1.1", "1.1.1.2", "1.2.1.1", "2.1.1.1"})
            edit(rate(document().view(), s(requirement), {.rating = s("full"), .finding = s("Seen in May")}));
    }
    void cleanup() { end(); }

    void threadsAreAnsweredBesideTheirRequirement()
    {
        actAs("rita");
        const QString number = comment("Which boxes?");
        actAs("lead");
        lookAt("1.1.1.1");
        QVERIFY(named<QWidget>("sideThreads")->isVisible());
        QCOMPARE(label("sideThreadNumber"), number);
        QVERIFY(!named<QAbstractButton>("sideThreadAccept")->isEnabled()); // nothing is written yet
        write("sideThreadText", "Boxes 3 to 7");
        press("sideThreadAccept");
        QCOMPARE(stateOf(number), Thread::State::Answered);
        QVERIFY(named<CommitTextEdit>("sideThreadText")->typed().isEmpty());
        press("sideThreadSettle");
        QCOMPARE(stateOf(number), Thread::State::Answered);
        QVERIFY(isError("who answered a comment does not settle it"));
        actAs("rita");
        press("sideThreadSettle");
        QCOMPARE(stateOf(number), Thread::State::Settled);
        QVERIFY(!named<QWidget>("sideThreads")->isVisible());
        QVERIFY(!m_window->findChild<QLabel *>(s("sideThreadNumber")));
    }

    void whatMustBeAnsweredComesFirstBesideARequirement()
    {
        actAs("rita");
        const QString answered = comment("Answered already");
        const QString open = comment("Still open");
        comment("Of another one", "1.2.1.1");
        edit(answer(document().view(), answered, document().newEntity(EntityKind::Reply),
                    {s("Yes"), s("lead"), document().today()}, true));
        lookAt("1.1.1.1");
        std::map<int, QString> byPlace;
        for (const QLabel *number : m_window->findChildren<QLabel *>(s("sideThreadNumber")))
            byPlace.emplace(number->mapTo(m_window.get(), QPoint()).y(), number->text());
        QCOMPARE(int(byPlace.size()), 2);
        QCOMPARE(byPlace.begin()->second, open);
        QCOMPARE(byPlace.rbegin()->second, answered);
    }

    void whatIsTypedBesideARequirementIsNotPassedOver()
    {
        actAs("rita");
        comment("Which boxes?");
        lookAt("1.1.1.1");
        write("sideThreadText", "Half an answer");
        edit(rate(document().view(), s("2.1.1.1"), {.finding = s("Somebody goes on elsewhere")}));
        QCOMPARE(named<CommitTextEdit>("sideThreadText")->typed(), s("Half an answer"));
        go("1.1.1.2");
        QCOMPARE(*assess().current(), code("1.1.1.1"));
        QVERIFY(isError("waits to be confirmed"));
        workspace().forgetPending();
        go("1.1.1.2");
        QCOMPARE(*assess().current(), code("1.1.1.2"));
        QVERIFY(!named<QWidget>("sideThreads")->isVisible());
    }

    void besideARequirementOneGoesOnToTheReview()
    {
        lookAt("1.1.1.2");
        QVERIFY(!named<QWidget>("sideThreads")->isVisible());
        press("askAboutRequirement");
        QCOMPARE(named<QLineEdit>("commentRequirement")->text(), s("1.1.1.2"));
        write("commentText", "Why full?");
        press("commentAdd");
        const QString number = label("threadNumber");
        comment("Another", "1.1.1.1");
        lookAt("1.1.1.2");
        press("sideThreadWhere");
        QVERIFY(page().isVisible());
        QCOMPARE(label("threadNumber"), number);
    }

    void aCommentIsAnsweredAndSettledByWhoAsked()
    {
        actAs("rita");
        const QString number = comment("Which boxes?");
        const QAbstractItemModelTester tester(named<QListView>("threadList")->model());
        QCOMPARE(stateOf(number), Thread::State::Open);
        QVERIFY(!named<QAbstractButton>("threadSettle")->isVisible());
        QVERIFY(!named<QAbstractButton>("threadAccept")->isEnabled()); // nothing is written yet
        actAs("lead");
        write("threadText", "Boxes 3 to 7");
        press("threadAccept");
        QCOMPARE(stateOf(number), Thread::State::Answered);
        QVERIFY(named<CommitTextEdit>("threadText")->typed().isEmpty());
        QVERIFY(texts("remark").contains(s("Boxes 3 to 7")));
        press("threadSettle"); // who answered does not settle
        QCOMPARE(stateOf(number), Thread::State::Answered);
        QVERIFY(isError("may not do this"));
        actAs("rita");
        write("threadText", "Of which year?");
        QVERIFY(!named<QAbstractButton>("threadSettle")->isEnabled()); // what is typed would be lost
        press("threadReply");
        QVERIFY(texts("remark").contains(s("Of which year?")));
        press("threadSettle");
        QCOMPARE(stateOf(number), Thread::State::Settled);
        QVERIFY(!named<QWidget>("threadText")->isVisible());
        press("threadReopen");
        QCOMPARE(stateOf(number), Thread::State::Answered);
    }

    void whatIsTypedIsNotLost()
    {
        actAs("rita");
        const QString first = comment("Which boxes?");
        const QString second = comment("Which years?", "2.1.1.1");
        auto &list = *named<QListView>("threadList");
        QCOMPARE(list.model()->rowCount(), 2);
        write("threadText", "One more thing");
        list.setCurrentIndex(list.model()->index(0, 0));
        QCOMPARE(label("threadNumber"), second); // it stays, and says so
        QVERIFY(isError("waits to be confirmed"));
        workspace().goTo(s("assess"));
        QCOMPARE(workspace().currentPageId(), s("review"));
        look(ReviewPage::Decision);
        QCOMPARE(page().currentView(), ReviewPage::Threads);
        workspace().forgetPending();
        list.setCurrentIndex(list.model()->index(0, 0));
        QCOMPARE(label("threadNumber"), first);
        press("newComment");
        write("commentText", "Half a com");
        workspace().goTo(s("assess"));
        QCOMPARE(workspace().currentPageId(), s("review"));
        press("commentCancel");
        workspace().goTo(s("assess"));
        QCOMPARE(workspace().currentPageId(), s("assess"));
    }

    void allOfItGoesByKeyboard()
    {
        actAs("rita");
        look(ReviewPage::Threads);
        press("newComment");
        write("commentText", "Which boxes?");
        QTest::keyClick(named<QPlainTextEdit>("commentText"), Qt::Key_Return, Qt::ControlModifier);
        QApplication::processEvents();
        const QString number = label("threadNumber");
        QCOMPARE(stateOf(number), Thread::State::Open);
        QCOMPARE(named<QListView>("threadList")->currentIndex().row(), 0);
        actAs("lead");
        write("threadText", "Boxes 3 to 7");
        QTest::keyClick(named<QPlainTextEdit>("threadText"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(stateOf(number), Thread::State::Answered);
        type(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(stateOf(number), Thread::State::Open);
    }

    void threadsAreFilteredByWhatIsLookedAt()
    {
        actAs("rita");
        const QString first = comment("Which boxes?");
        comment("Which years?", "2.1.1.1");
        go("1.1.1.1");
        look(ReviewPage::Threads);
        auto &list = *named<QListView>("threadList");
        press("threadsOfRequirement");
        QCOMPARE(list.model()->rowCount(), 1);
        press("threadsOfRequirement");
        edit(answer(document().view(), first, document().newEntity(EntityKind::Reply),
                    {s("3 to 7"), s("lead"), document().today()}, true));
        edit(settle(document().view(), first, {{}, s("rita"), document().today()}));
        press("threadsWaiting");
        QCOMPARE(list.model()->rowCount(), 1);
        QCOMPARE(named<QAbstractButton>("threadsWaiting")->text(), s("Waiting 1"));
    }

    void theListIsStillThere()
    {
        actAs("rita");
        comment("Which boxes?");
        look(ReviewPage::List);
        QVERIFY(named<QWidget>("page-review")->isVisible());
        QVERIFY(named<QAbstractButton>("showLimits"));
        workspace().goTo(s("assess"));
        workspace().goBack();
        QCOMPARE(page().currentView(), ReviewPage::List);
    }

    void aChapterIsSignedOffAndChangesSince()
    {
        actAs("rita");
        look(ReviewPage::Chapters);
        const QAbstractItemModelTester tester(named<QTableView>("chapterTable")->model());
        choose("1.1");
        press("signOff");
        QCOMPARE(signOffOf(document().view(), s("1.1")).state, SignOffState::State::Signed);
        QCOMPARE(label("chaptersSum"), s("1 of 3 relevant chapters are signed off as they stand."));
        edit(rate(document().view(), s("1.1.1.2"), {.finding = s("Seen in June")}));
        QCOMPARE(named<QTableView>("chapterTable")->model()->index(0, 2).data().toString(), s("Changed since"));
        QCOMPARE(named<QAbstractButton>("signOff")->text(), s("Sign off again"));
        press("signOff");
        QCOMPARE(signOffOf(document().view(), s("1.1")).state, SignOffState::State::Signed);
        press("takeSignOffBack");
        QCOMPARE(signOffOf(document().view(), s("1.1")).state, SignOffState::State::Open);
        actAs("ann");
        press("signOff");
        QVERIFY(isError("may not do this"));
    }

    void whatIsNewSinceTheLastReadingIsShown()
    {
        actAs("rita");
        look(ReviewPage::Changes);
        QCOMPARE(label("changesSince"), s("All of it is new to you"));
        press("markRead");
        QVERIFY(label("changesSince").startsWith(s("Since ")));
        QCOMPARE(label("changesCount"), s("Nothing has changed since you marked it as read."));
        QVERIFY(!named<QAbstractButton>("markRead")->isEnabled());
        actAs("lead");
        edit(rate(document().view(), s("1.1.1.1"), {.finding = s("Seen on the way in")}));
        edit(rate(document().view(), s("1.1.1.1"), {.finding = s("Seen in June")}));
        edit(rate(document().view(), s("2.1.1.1"), {.rating = s("partial")}));
        actAs("rita");
        QCOMPARE(label("changesCount"), s("2 requirements or records changed"));
        QCOMPARE(m_window->findChildren<MarkedText *>(s("changedText")).size(), 1);
        QCOMPARE(named<MarkedText>("changedText")->typed(), s("Seen in MayJune")); // the first before, the last after
        QVERIFY(texts("changedValue").contains(s("Fully → Partially")));
        press("markRead");
        QCOMPARE(label("changesCount"), s("Nothing has changed since you marked it as read."));
    }

    void aLockDisablesAndUnlockingFrees()
    {
        go("1.1.1.1");
        workspace().goTo(s("assess"));
        QVERIFY(!named<QWidget>("requirementLock")->isVisible());
        actAs("rita");
        look(ReviewPage::Chapters);
        choose("1.1");
        press("lockChapter");
        write("lockReason", "In review");
        press("lockConfirm");
        QVERIFY(lockOver(document().assessment(), s("1.1.1.1")));
        workspace().goTo(s("assess"));
        QApplication::processEvents();
        QVERIFY(named<QWidget>("requirementLock")->isVisible());
        QVERIFY(label("lockWords").contains(s("rita")));
        QVERIFY(label("lockWords").endsWith(s(": In review")));
        QVERIFY(!assess().findChild<RatingStrip *>()->isEnabled());
        QVERIFY(named<CommitTextEdit>("finding")->isReadOnly());
        QVERIFY(named<CommitTextEdit>("notes")->isReadOnly());
        go("1.2.1.1");
        QVERIFY(!named<QWidget>("requirementLock")->isVisible());
        QVERIFY(!named<CommitTextEdit>("finding")->isReadOnly());
        look(ReviewPage::Chapters);
        choose("1.1");
        press("lockChapter");
        press("lockConfirm");
        QVERIFY(!lockOver(document().assessment(), s("1.1.1.1")));
        go("1.1.1.1");
        QVERIFY(assess().findChild<RatingStrip *>()->isEnabled());
        QVERIFY(!named<CommitTextEdit>("finding")->isReadOnly());
    }

    void theWholeCaseIsLocked()
    {
        actAs("rita");
        look(ReviewPage::Chapters);
        press("lockAll");
        write("lockReason", "Handed in");
        press("lockConfirm");
        QCOMPARE(lockOver(document().assessment(), s("2.1.1.1"))->scope, QString(wholeCase));
        QVERIFY(named<QWidget>("wholeLock")->isVisible());
        press("unlockAll");
        press("lockConfirm");
        QVERIFY(!lockOver(document().assessment(), s("2.1.1.1")));
        QVERIFY(!named<QWidget>("wholeLock")->isVisible());
    }

    void withoutAProfileItIsAskedFor()
    {
        workspace().editor().actAs({});
        look(ReviewPage::Chapters);
        press("lockAll");
        QCOMPARE(workspace().currentPageId(), s("profile"));
    }

    void theDecisionSaysWhatBrokeIt()
    {
        actAs("dora");
        look(ReviewPage::Decision);
        QCOMPARE(label("decisionWords"), s("Nothing is decided yet."));
        QVERIFY(named<QComboBox>("decisionLevel")->count() > 0);
        QVERIFY(!named<QAbstractButton>("decide")->isEnabled()); // the checklist has gaps
        write("decisionReason", "Small mine");
        press("decide");
        QVERIFY(decisionOf(document().view())->holds());
        QVERIFY(!m_window->findChild<QWidget *>(s("brokenLeaf")));
        QVERIFY(label("decisionRoot").size() > 64);
        actAs("lead");
        edit(rate(document().view(), s("1.1.1.1"), {.finding = s("Seen otherwise")}));
        QApplication::processEvents();
        QVERIFY(!decisionOf(document().view())->holds());
        QVERIFY(named<QAbstractButton>("brokenLeaf")->text().startsWith(s("1.1.1.1")));
        go("2.1.1.1");
        press("brokenLeaf");
        QCOMPARE(workspace().currentPageId(), s("assess"));
        QCOMPARE(assess().current(), std::optional(code("1.1.1.1")));
    }

    /// Of what a copy for a role does not hold nobody can say whose work it was; the statement says how much it is.
    void independenceIsNotClaimedOfWhatWasNotSeen()
    {
        edit(rate(document().view(), s("2.1.1.1"), {.notes = s("A note of hers")}));
        const QString part = m_folder->filePath(s("part.adit"));
        const auto sees = [](const Operation &operation) { return operation.field != QLatin1String("notes"); };
        must(document().copyDoor().saveCopyFor(part, {sees, true, true}, {}));
        m_window->openCase(part);
        actAs("dora");
        look(ReviewPage::Decision);
        QString said;
        for (const QLabel *line : named<QWidget>("independence")->findChildren<QLabel *>())
            said += line->text() + QLatin1Char('\n');
        QVERIFY2(said.contains(s("not everything is seen")), qPrintable(said));
        QVERIFY2(said.contains(s("1 change could not be looked at")), qPrintable(said));
    }

    void onlyTheDecisionMakerDecides()
    {
        actAs("lead");
        look(ReviewPage::Decision);
        write("decisionReason", "Because");
        press("decide");
        QVERIFY(!decisionOf(document().view()));
        QVERIFY(isError("may not do this"));
        QCOMPARE(named<QPlainTextEdit>("decisionReason")->toPlainText(), s("Because")); // still there
    }

    /// Neither sees what the other gives before both are done; then everybody sees how far they agree.
    void twoRateWithoutKnowingOfEachOther()
    {
        actAs("lead"); // now that the team's list knows the profile
        look(ReviewPage::Calibration);
        QVERIFY(named<QWidget>("calibrationNothing")->isVisible());
        press("drawFirstCalibration");
        QVERIFY(named<QComboBox>("drawFirst")->isVisible());
        QVERIFY(named<QLineEdit>("drawSeed")->text().toInt() > 0);
        QCOMPARE(named<QComboBox>("drawFirst")->count(), 2); // who reviews or decides does not rate
        named<QLineEdit>("drawCount")->setText(s("3"));
        QVERIFY(label("drawSum").startsWith(s("3 of 4 relevant requirements, in 3 chapters")));
        press("drawNow");
        const CalibrationState drawn = *calibrationOf(document().view(), s("B-A01"));
        const QAbstractItemModelTester tester(named<QListView>("calibrationList")->model());
        QCOMPARE(drawn.raters, (QStringList{s("T-A01"), s("T-A02")}));
        QCOMPARE(drawn.pairs.size(), std::size_t(3));
        QVERIFY(label("blindProgress").startsWith(s("You have rated 0 of 3. ann has rated 0 of 3")));
        QVERIFY(named<QWidget>("blindStrip")->isVisible());
        QVERIFY(label("blindFinding") == s("Seen in May"));
        giveAll({"full", "partial", "none"}, "As lead");

        actAs("rita"); // neither of the two
        QVERIFY(!named<QWidget>("blindRating")->isVisible());
        QVERIFY(!named<QWidget>("layOpen")->isVisible());
        QVERIFY(label("blindProgress").startsWith(s("lead has rated 3 of 3, ann has rated 0 of 3")));

        actAs("ann");
        QVERIFY(named<QWidget>("blindRating")->isVisible());
        QCOMPARE(named<RatingStrip>("blindStrip")->current(), QString()); // what lead gave is not to be seen
        QVERIFY(label("blindProgress").contains(s("lead has rated 3 of 3")));
        giveAll({"full", "none", "none"}, "As ann");
        QVERIFY(label("blindProgress").startsWith(s("Both have rated all 3")));
        QVERIFY(!m_window->findChild<QWidget *>(s("difference")));
        press("layOpen");

        QVERIFY(named<QWidget>("agreementKappa")->isVisible());
        const Agreement agreement = agreementOf(calibrationOf(document().view(), s("B-A01"))->pairs, 4);
        QCOMPARE(label("agreementKappa"), QLocale().toString(*agreement.kappa, 'f', 2));
        QCOMPARE(label("agreementSame"), s("2 of 3 rated the same"));
        QVERIFY(label("agreementDrift").startsWith(s("ann is stricter")));
        QCOMPARE(page().findChildren<QWidget *>(s("difference")).size(), 1);
        QCOMPARE(named<QTableView>("agreementChapters")->model()->rowCount(), 3);
        write("agreementNotes", "None it is");
        named<CommitTextEdit>("agreementNotes")->commitNow();
        QCOMPARE((*calibrationOf(document().view(), s("B-A01"))->record)[field::calibration::notes], s("None it is"));
        const QString differing = drawn.pairs[1].requirement;
        click(qPrintable(s("differenceOf-") + differing));
        QCOMPARE(workspace().currentPageId(), s("assess"));
        QCOMPARE(assess().current()->toString(), differing);
    }

    void whoSitsHereSaysSoOnceToRate()
    {
        edit(drawCalibration(document().view(), document().newEntity(EntityKind::Calibration),
                             {s("1.1.1.1"), s("1.2.1.1")}, {s("T-A01"), s("T-A02")}, document().today()));
        workspace().editor().actAs(nullptr);
        workspace().whoAmI().setMember({});
        look(ReviewPage::Calibration);
        QVERIFY(!named<QWidget>("blindRating")->isVisible());
        press("blindIAm-T-A02");
        QVERIFY(named<QWidget>("blindRating")->isVisible());
        QCOMPARE(workspace().whoAmI().member(), s("T-A02"));
        QCOMPARE(label("blindRequirement").left(7), s("1.1.1.1"));
        write("blindReason", "Typed first");
        named<CommitTextEdit>("blindReason")->commitNow(); // half a second later
        press("blindNext");
        QVERIFY(isError("waits to be confirmed")); // a reason without its rating
        QCOMPARE(label("blindRequirement").left(7), s("1.1.1.1"));
        giveHere("partial");
        QCOMPARE((*blindRatingOf(document().assessment(), s("B-A01"), s("1.1.1.1"),
                                 s("T-A02")))[field::blind_rating::reason],
                 s("Typed first"));
        press("blindNext");
        QCOMPARE(label("blindRequirement").left(7), s("1.2.1.1"));
        QVERIFY(named<CommitTextEdit>("blindReason")->typed().isEmpty());
    }

    void copiedFindingsStandSideBySide()
    {
        const char *text = "Permits of the pit were read for three years, and the two places named in them were "
                           "visited with the foreman of the shift.";
        edit(rate(document().view(), s("1.1.1.1"), {.finding = s(text)}));
        look(ReviewPage::Similar);
        QTRY_VERIFY(label("similarCount").startsWith(s("0 pairs")));
        QVERIFY(named<QWidget>("similarNothing")->isVisible());
        edit(rate(document().view(), s("2.1.1.1"), {.finding = s(text) + s(" Nothing was found.")}));
        QTRY_VERIFY(label("similarCount").startsWith(s("1 pair of findings")));
        const QAbstractItemModelTester tester(named<QTableView>("similarTable")->model());
        QCOMPARE(named<MarkedText>("similarSecondText")->typed(), s(text) + s(" Nothing was found."));
        QVERIFY(label("similarFirst").startsWith(s("1.1.1.1")));
        press("similarOpenSecond");
        QCOMPARE(workspace().currentPageId(), s("assess"));
        QCOMPARE(assess().current()->toString(), s("2.1.1.1"));
        edit(rate(document().view(), s("2.1.1.1"), {.finding = s("Seen anew")}));

        const QString earlier = m_folder->filePath(s("earlier.adit"));
        {
            const auto before =
                must(CaseDocument::create(earlier, smallStandard(s("1.1.1.1")),
                                          {{{&infoOf(field::details::site), s("Hill")}}}, repeatableSurroundings(9)));
            must(before->apply(must(rate(before->view(), s("1.1.1.1"), {.finding = s(text)}))));
        }
        look(ReviewPage::Similar);
        QTRY_VERIFY(label("similarCount").startsWith(s("0 pairs")));
        m_pathToOpen = earlier;
        press("similarWith");
        QTRY_VERIFY(label("similarCount").startsWith(s("1 pair of findings")));
        QVERIFY(label("similarSecond").endsWith(s(", earlier")));
        QVERIFY(!named<QWidget>("similarOpenSecond")->isVisible()); // that case is not open here
        press("similarWithout");
        QTRY_VERIFY(label("similarCount").startsWith(s("0 pairs")));
        m_pathToOpen = document().path();
        press("similarWith");
        QVERIFY(isError("another case"));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    applyLook(application, Appearance::Light, QPalette());
    installTranslations(application, QLocale(QLocale::English));
    TestReviewPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reviewpage.moc"
