// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/processverbs.h"
#include "tests/ui/windowjourney.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/ratingstrip.h"

#include <QLabel>

using namespace adit;
using namespace adit::test;

// Ratings in the process, as a person meets them in the window: early correction, surveillance, what a rating rests on,
// whose words a finding is, and claims of not relevant.

class TestRatings : public WindowJourney
{
    Q_OBJECT

private:
    Workspace &workspace() { return *m_window->workspace(); }
    const Record &answer(const char *requirement) { return document().assessment().answer(code(requirement)); }
    const Record &mark(const char *node) { return document().assessment().relevance(code(node)); }
    RatingStrip &strip() { return *named<RatingStrip>("ratingStrip"); }
    QString words(const char *label) { return named<QLabel>(label)->text(); }
    void apply(const Result<Edit> &edit) { must(document().apply(must(Result<Edit>(edit)))); }
    void setStepState(const char *step, bool open)
    {
        apply(setStep(document().view(), QLatin1String(step), open, QDate(2026, 5, 4)));
    }
    void makeSurveillance()
    {
        const auto view = [&] { return document().view(); };
        apply(describe(view(), {{&infoOf(field::details::kind), QStringLiteral("surveillance")},
                                {&infoOf(field::details::previous_year), QStringLiteral("2026")}}));
        for (const char *requirement : {"1.1.1.1", "1.1.2.1"})
            apply(setPreviousRating(view(), QLatin1String(requirement), QStringLiteral("partial")));
    }
    void write(const char *field, const char *text)
    {
        auto *widget = named<QWidget>(field);
        widget->setFocus();
        QTest::keyClicks(widget, QLatin1String(text));
    }

    void claim(const char *node)
    {
        const CaseView view = document().view();
        apply(changeRecord(
            view, view.assessment.relevanceRef(code(node)),
            {.values = {{&infoOf(field::relevance::claimed), QStringLiteral("2026-01-05")},
                        {&infoOf(field::relevance::claim_reason), QStringLiteral("No cyanide is used")}}}));
    }

private Q_SLOTS:
    void init()
    {
        begin();
        makeCase();
        go("1.1.1.1");
    }
    void cleanup() { end(); }

    // ---- Early correction
    void aRatingIsMadeAnewWithTheDayAndWhatWasVerified()
    {
        strip().focusCurrent();
        type(Qt::Key_2);
        QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("partial"));
        QVERIFY(!named<QWidget>("rateAnew")->isVisible());
        setStepState("6", true);
        QVERIFY(named<QWidget>("rateAnew")->isEnabled());
        strip().focusCurrent();
        type(Qt::Key_4); // asks first
        QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("partial"));
        write("ratingJustification", "Drill of 3 May seen");
        click("ratingConfirm");
        QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("full"));
        QCOMPARE(answer("1.1.1.1")[field::answer::first_rating], QStringLiteral("partial"));
        QCOMPARE(answer("1.1.1.1")[field::answer::rerated], document().today());
        QVERIFY(named<QLabel>("firstRating")->isVisible());
        QCOMPARE(words("firstRating"), QStringLiteral("Partially"));
        QVERIFY(words("anewNote").contains(QStringLiteral("Drill of 3 May seen")));
        must(document().undo());
        QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("partial"));
        QVERIFY(!answer("1.1.1.1").has(field::answer::first_rating));
        QVERIFY(!named<QLabel>("firstRating")->isVisible());
    }
    void anotherRatingMayBeChosenWhileTheFormIsOpen()
    {
        apply(rate(document().view(), QStringLiteral("1.1.1.1"), {.rating = QStringLiteral("partial")}));
        setStepState("6", true);
        click("rateAnew");
        write("ratingJustification", "Read again");
        strip().focusCurrent();
        type(Qt::Key_3);
        QCOMPARE(named<CommitTextEdit>("ratingJustification")->typed(), QStringLiteral("Read again"));
        click("ratingConfirm");
        QCOMPARE(ratingOf("1.1.1.1"), QStringLiteral("substantial"));
        QCOMPARE(answer("1.1.1.1")[field::answer::rerated_basis], QStringLiteral("Read again"));
    }
    void whereNothingCanBeRatedAnewTheReasonIsShown()
    {
        apply(rate(document().view(), QStringLiteral("1.1.1.1"), {.rating = QStringLiteral("partial")}));
        setStepState("5", false);
        QVERIFY(named<QWidget>("rateAnew")->isVisible());
        QVERIFY(!named<QWidget>("rateAnew")->isEnabled());
        QVERIFY(words("anewNote").startsWith(QStringLiteral("Step 6")));
    }
    void aPostponedResultIsNowherePrintedAsFinal()
    {
        apply(setMilestone(document().view(), QStringLiteral("6.started"), {.done = QStringLiteral("2026-05-04")}));
        setStepState("6", true);
        workspace().goTo(QStringLiteral("scoreboard"));
        QVERIFY(words("resultWords")
                    .startsWith(QStringLiteral("Result postponed: early corrective action until 4 May 2027.")));
        QCOMPARE(named<QAbstractButton>("levelStatus")->text(), QStringLiteral("Postponed"));
        QVERIFY(words("levelWords").startsWith(QStringLiteral("Postponed; as rated now:")));
        setStepState("6", false);
        QCOMPARE(named<QAbstractButton>("levelStatus")->text(), QStringLiteral("Provisional"));
    }

    // ---- Surveillance
    void aSurveillanceShowsThePreviousRatingAndTakesNoOther()
    {
        makeSurveillance();
        QVERIFY(!strip().isEnabled());
        QCOMPARE(strip().current(), QStringLiteral("partial"));
        QVERIFY(words("ratingMeaning").startsWith(QStringLiteral("As of the audit of 2026: partially meets.")));
        QVERIFY(words("ratingMeaning").contains(QStringLiteral("no new detailed scores")));
        assess().focusMain();
        type(Qt::Key_4);
        QCOMPARE(ratingOf("1.1.1.1"), QString());
        QCOMPARE(strip().current(), QStringLiteral("partial"));
        write("finding", "Still met in part.");
        named<CommitTextEdit>("finding")->commitNow();
        QCOMPARE(findingOf("1.1.1.1"), QStringLiteral("Still met in part."));
        go("1.1");
        QVERIFY(!named<QWidget>("markGroup")->isEnabled());
    }
    void theScoreboardOfASurveillanceSaysWhoseScoresTheseAre()
    {
        makeSurveillance();
        workspace().goTo(QStringLiteral("scoreboard"));
        QVERIFY(words("resultWords").contains(QStringLiteral("As of the audit of 2026")));
        QCOMPARE(named<QAbstractButton>("levelStatus")->text(), QStringLiteral("As of 2026"));
    }
    void aSurveillanceLeadsToWhatIsToBeLookedAtAgain()
    {
        makeSurveillance();
        QCOMPARE(named<QAbstractButton>("nextUnrated")->text(), QStringLiteral("Next to look at again"));
        click("nextUnrated");
        QVERIFY(document().standard().find(*assess().current())->critical);
    }

    // ---- What a rating rests on
    void theBasisStandsBesideTheRating()
    {
        QCOMPARE(words("basisWords"), QStringLiteral("No evidence or interview yet"));
        CaseDocument &open = document();
        const EntityRef evidence = open.newEntity(EntityKind::Evidence);
        apply(addEvidence(open.view(), evidence,
                          {.values = {{&infoOf(field::evidence::title), QStringLiteral("Permit register")},
                                      {&infoOf(field::evidence::state), QStringLiteral("sighted")},
                                      {&infoOf(field::evidence::place), QStringLiteral("Office")},
                                      {&infoOf(field::evidence::source), QStringLiteral("document-company")}},
                           .sets = {{&infoOf(field::evidence::requirements), {QStringLiteral("1.1.1.1")}}}},
                          std::nullopt));
        QVERIFY(words("basisWords").startsWith(QStringLiteral("Rests on E-A01 · 1 independent kind")));
        QVERIFY(named<QLabel>("basisWords")->toolTip().contains(QStringLiteral("Permit register")));
        QVERIFY(!named<QWidget>("basisFlag")->isVisible());
        strip().focusCurrent();
        type(Qt::Key_4);
        QVERIFY(named<QWidget>("basisFlag")->isVisible());
        QCOMPARE(words("basisFlag"), QStringLiteral("Met on company documents and management alone."));
        write("basisReason", "A paper of the mine by nature");
        named<CommitTextEdit>("basisReason")->commitNow();
        QCOMPARE(answer("1.1.1.1")[field::answer::basis_reason], QStringLiteral("A paper of the mine by nature"));
        QVERIFY(!named<QWidget>("basisFlag")->isVisible());
        QVERIFY(named<QWidget>("basisReason")->isVisible());
    }
    void anIndependentSourceAnswersTheFlag()
    {
        strip().focusCurrent();
        type(Qt::Key_4);
        QVERIFY(named<QWidget>("basisFlag")->isVisible());
        click("source-worker");
        QVERIFY(!named<QWidget>("basisFlag")->isVisible());
        QVERIFY(words("basisWords").contains(QStringLiteral("1 independent kind")));
    }

    // ---- Whose words a finding is
    void earlierTextsOfAFindingAreTakenBack()
    {
        QVERIFY(!named<QWidget>("findingAuthors")->isVisible());
        for (const char *text : {"First words", "Second words", "Third words"})
            apply(rate(document().view(), QStringLiteral("1.1.1.1"), {.finding = QLatin1String(text)}));
        QVERIFY(named<QWidget>("findingAuthors")->isVisible());
        QVERIFY(named<QAbstractButton>("findingVersions")->text().startsWith(QStringLiteral("2 earlier text")));
        click("findingVersions");
        QAbstractButton *take = nullptr;
        for (QAbstractButton *button : assess().findChildren<QAbstractButton *>())
            if (button->text() == QLatin1String("Take this text back") && button->isVisible())
                take = button; // the last one is the oldest
        QVERIFY(take);
        take->click();
        QCOMPARE(findingOf("1.1.1.1"), QStringLiteral("First words"));
        QVERIFY(named<QAbstractButton>("findingVersions")->text().startsWith(QStringLiteral("2 earlier text")));
        must(document().undo());
        QCOMPARE(findingOf("1.1.1.1"), QStringLiteral("Third words"));
    }
    void earlierTextsBelongToTheirRequirement()
    {
        apply(rate(document().view(), QStringLiteral("1.1.1.1"), {.finding = QStringLiteral("Words")}));
        QVERIFY(named<QWidget>("findingAuthors")->isVisible());
        go("1.1.2.1");
        QVERIFY(!named<QWidget>("findingAuthors")->isVisible());
    }

    // ---- Claims of not relevant
    void aClaimIsAcceptedWithItsTestAndAPublicReason()
    {
        claim("4.8");
        go("4.8");
        QVERIFY(words("claimReason").contains(QStringLiteral("No cyanide is used")));
        QVERIFY(!named<QWidget>("claimAccept")->isEnabled());
        write("claimTest", "Stores were seen");
        QVERIFY(named<QWidget>("claimReject")->isEnabled());
        QVERIFY(!named<QWidget>("claimAccept")->isEnabled());
        write("claimJustification", "Cyanide is not used or stored");
        click("claimAccept");
        QCOMPARE(mark("4.8")[field::relevance::state], QStringLiteral("not-relevant"));
        QCOMPARE(mark("4.8")[field::relevance::justification], QStringLiteral("Cyanide is not used or stored"));
        QCOMPARE(mark("4.8")[field::relevance::test], QStringLiteral("Stores were seen"));
        QCOMPARE(mark("4.8")[field::relevance::tested], document().today());
        QVERIFY(words("claimOutcome").startsWith(QStringLiteral("Accepted after a test on")));
        QVERIFY(!named<QWidget>("claimAccept")->isVisible());
        must(document().undo()); // one step
        QVERIFY(!mark("4.8").has(field::relevance::state));
        QVERIFY(!mark("4.8").has(field::relevance::test));
    }
    void aRejectedClaimStaysOnRecordAndCanBeDecidedAgain()
    {
        claim("4.8");
        go("4.8");
        write("claimTest", "Cyanide was found in store 3");
        click("claimReject");
        QCOMPARE(mark("4.8")[field::relevance::state], QStringLiteral("relevant"));
        QVERIFY(mark("4.8").has(field::relevance::claimed));
        QVERIFY(words("claimOutcome").startsWith(QStringLiteral("Rejected after a test on")));
        click("claimOther");
        QVERIFY(named<QWidget>("claimReject")->isVisible());
    }
    void belowAClaimTheWayLeadsToIt()
    {
        claim("4.8");
        go("4.8.1.1");
        QVERIFY(words("claimTitle").contains(QStringLiteral("4.8")));
        QVERIFY(!named<QWidget>("claimAccept")->isVisible());
        named<QAbstractButton>("claimOther")->click();
        QCOMPARE(assess().current()->toString(), QStringLiteral("4.8"));
    }
    void aTestThatIsTypedIsNotLost()
    {
        claim("4.8");
        go("4.8");
        write("claimTest", "Half a sen");
        go("1.1.1.1");
        QCOMPARE(assess().current()->toString(), QStringLiteral("4.8"));
        QCOMPARE(named<CommitTextEdit>("claimTest")->typed(), QStringLiteral("Half a sen"));
    }
};

QTEST_MAIN(TestRatings)
#include "tst_ratings.moc"
