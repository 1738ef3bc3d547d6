// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/ratingrules.h"
#include "core/base/rule.h"
#include "core/edits/followup.h"
#include "core/process/basis.h"
#include "core/process/earlycorrection.h"
#include "tests/core/process/purecase.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// What the process lets a rating be: early correction (process.md, step 6) and surveillance (N2).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QString requirements = QStringLiteral("1.1.1.1! 1.1.1.2 1.1.1.3 2.1.1.1");

} // namespace

class TestRatingRules : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PureCase> m_case;

    CaseView view() const { return m_case->view(); }
    const Record &answer(const char *code) const
    {
        return view().assessment.answer(*RequirementCode::fromString(s(code)));
    }
    void rateOne(const char *code, const char *rating) { m_case->apply(rate(view(), s(code), {.rating = s(rating)})); }
    void before(const char *code, const char *rating) { m_case->apply(setPreviousRating(view(), s(code), s(rating))); }
    void setKind(const char *kind) { m_case->apply(describe(view(), {{&infoOf(field::details::kind), s(kind)}})); }
    void setStepState(const char *step, bool open) { m_case->apply(setStep(view(), s(step), open, QDate(2026, 5, 1))); }
    ScoreCard card() const
    {
        ScoringOptions options;
        options.isPostponed = isResultPostponed(view().assessment, view().standard);
        return score(view().standard, ratedItems(view().assessment, view().standard), options);
    }
    /// "rating: full" where it is refused as a value that does not fit; empty where it is not.
    static QString refused(const Result<Edit> &edit)
    {
        return edit ? QString() : errorName(edit.error().code) + QLatin1Char(' ') + edit.error().subject;
    }
    QString refusedRating(const char *code, const char *rating) const
    {
        return refused(rate(view(), s(code), {.rating = s(rating)}));
    }

private Q_SLOTS:
    void init() { m_case = std::make_unique<PureCase>(requirements); }

    void surveillanceGivesNoNewRating()
    {
        before("1.1.1.1", "partial");
        setKind("surveillance");
        QCOMPARE(refusedRating("1.1.1.1", "full"), s("InvalidValue rating: full"));
        QCOMPARE(refusedRating("1.1.1.1", "partial"), s("InvalidValue rating: partial"));
        QCOMPARE(refusedRating("1.1.1.2", "full"), s("InvalidValue rating: full")); // was not rated before either
        const auto edit = rate(view(), s("1.1.1.1"), {.rating = s("full")});
        QVERIFY(edit.error().detail == ruleMark(Rule::RatedStays));
        QCOMPARE(refused(assess(view(), s("1.1.1.1"), {.rating = s("full")})), s("InvalidValue rating: full"));
    }
    void surveillanceWritesWhatWasSeen()
    {
        before("1.1.1.1", "partial");
        setKind("surveillance");
        m_case->apply(rate(view(), s("1.1.1.1"), {.finding = s("Still met."), .notes = s("Asked twice.")}));
        QCOMPARE(answer("1.1.1.1")[field::answer::finding], s("Still met."));
        QVERIFY(!answer("1.1.1.1").has(field::answer::rating));
    }
    // Scheme reports put requirements off "to be rated at the surveillance" (scoring.md, not scored).
    void surveillanceRatesWhatWasPutOff()
    {
        before("1.1.1.2", "deferred");
        setKind("surveillance");
        rateOne("1.1.1.2", "substantial");
        QCOMPARE(answer("1.1.1.2")[field::answer::rating], s("substantial"));
        const auto items = ratedItems(view().assessment, view().standard);
        QCOMPARE(items[1].rating, view().standard.scaleIndex(s("substantial")));
    }
    void aRatingThatShouldNotBeThereCanBeTakenBack()
    {
        rateOne("1.1.1.1", "full");
        setKind("surveillance");
        QCOMPARE(refusedRating("1.1.1.1", ""), QString());
    }
    void surveillanceKeepsRelevance()
    {
        m_case->apply(setRelevance(view(), s("2.1"), false, s("None there")));
        setKind("surveillance");
        QCOMPARE(refused(setRelevance(view(), s("1.1"), false, s("None here"))), s("InvalidValue state: not-relevant"));
        QCOMPARE(refused(setRelevance(view(), s("2.1"), true, {})), s("InvalidValue state: relevant"));
        QCOMPARE(refused(setRelevance(view(), s("2.1"), false, s("Better words"))), QString());
    }
    void scoresOfASurveillanceAreThoseOfTheAuditBefore()
    {
        for (const char *code : {"1.1.1.1", "1.1.1.2"})
            before(code, "full");
        before("1.1.1.3", "partial");
        before("2.1.1.1", "not-relevant");
        QCOMPARE(int(card().level.status), int(LevelStatus::Provisional)); // an initial audit rates anew
        setKind("surveillance");
        const ScoreCard scores = card();
        QCOMPARE(int(scores.level.status), int(LevelStatus::Final));
        QCOMPARE(scores.principles[0].now.shown, s("83.3"));
        QVERIFY(scores.principles[1].now.isEmpty());
        QCOMPARE(scores.whole.notRelevant, 1);
        const auto code = *RequirementCode::fromString(s("2.1.1.1"));
        QVERIFY(relevanceOf(view().assessment, view().standard, code) == RelevanceReason::MarkedItself);
    }
    void surveillanceLooksAtCriticalsAndWhatIsOpen()
    {
        for (const char *code : {"1.1.1.1", "1.1.1.2", "1.1.1.3", "2.1.1.1"})
            before(code, "partial");
        setKind("surveillance");
        const EntityRef open = m_case->add(
            EntityKind::Nonconformity,
            s("title=Late grade=major requirements=1.1.1.3 raised=2026-01-05 description=Late state=raised"));
        QCOMPARE(m_case->missing(s("requirements-rated")), s("1.1.1.1 1.1.1.3"));
        QCOMPARE(m_case->missing(s("nonconformities-raised")), QString());
        QCOMPARE(m_case->missing(s("ratings-have-basis")), QString());
        m_case->apply(rate(view(), s("1.1.1.1"), {.finding = s("Still met.")}));
        QCOMPARE(m_case->missing(s("requirements-rated")), s("1.1.1.3"));
        m_case->change(open, s("withdrawn=Raised_twice"));
        QCOMPARE(m_case->missing(s("requirements-rated")), QString());
    }

    void aSurveillanceTakesOverWhatTheResultRestsOn()
    {
        for (const char *code : {"1.1.1.2", "1.1.1.3"})
            rateOne(code, "full");
        rateOne("1.1.1.1", "substantial");
        m_case->apply(plan(view(), s("1.1.1.1"), m_case->newId(), s("Mend it"), s("2027-01-31")));
        m_case->apply(
            rate(view(), s("1.1.1.3"),
                 {.rating = s("deferred"), .justification = s("Guidance is awaited"), .until = s("2027-06-01")}));
        m_case->apply(leaveOutDeferred(view(), s("Guidance")));
        m_case->apply(setRelevance(view(), s("2.1"), false, s("None there")));
        const ScoreCard first = card();
        QCOMPARE(int(first.level.status), int(LevelStatus::Final));

        PureCase next(requirements);
        next.apply(describe(next.view(), {{&infoOf(field::details::kind), s("surveillance")}}));
        next.apply(takeOver(
            next.view(), view(), [&](EntityKind kind) { return next.newEntity(kind); }, [&] { return next.newId(); }));
        const ScoreCard kept = score(next.standard(), ratedItems(next.view().assessment, next.standard()));
        QCOMPARE(int(kept.level.status), int(LevelStatus::Final));
        QCOMPARE(kept.level.achieved, first.level.achieved);
        for (std::size_t i = 0; i < first.chapters.size(); ++i)
            QCOMPARE(kept.chapters[i].now.shown, first.chapters[i].now.shown);
        QVERIFY(kept.critical.withoutPlan.empty());
        const Record &deferred = next.view().assessment.answer(*RequirementCode::fromString(s("1.1.1.3")));
        QCOMPARE(deferred[field::answer::justification], s("Guidance is awaited"));
        QVERIFY(!deferred.has(field::answer::rating));

        // The surveillance after it hands on what it kept itself.
        PureCase later(requirements);
        later.apply(describe(later.view(), {{&infoOf(field::details::kind), s("surveillance")}}));
        later.apply(takeOver(
            later.view(), next.view(), [&](EntityKind kind) { return later.newEntity(kind); },
            [&] { return later.newId(); }));
        const ScoreCard last = score(later.standard(), ratedItems(later.view().assessment, later.standard()));
        QCOMPARE(last.level.achieved, first.level.achieved);
    }

    void aResultWaitsForTheEarlyCorrection()
    {
        for (const char *code : {"1.1.1.1", "1.1.1.2", "1.1.1.3", "2.1.1.1"})
            rateOne(code, "full");
        const LevelResult decided = card().level;
        QVERIFY(decided.achieved && !decided.isPostponed);
        setStepState("6", true);
        const LevelResult waiting = card().level;
        QVERIFY(waiting.isPostponed);
        QCOMPARE(int(waiting.status), int(LevelStatus::Pending));
        QVERIFY(!waiting.achieved);
        QCOMPARE(waiting.floor, decided.achieved); // the preview
        QCOMPARE(waiting.ceiling, decided.achieved);
        QVERIFY(waiting.reasons.front().kind == LevelReason::Kind::Postponed);
        setStepState("6", false);
        QCOMPARE(card().level.achieved, decided.achieved);
    }
    void theEndOfTheCorrectionIsPlannedOrCounted()
    {
        const auto ends = [&] { return correctionEnds(view(), scheduleOf(view(), QDate(2026, 5, 10))); };
        QVERIFY(!ends()); // not open
        setStepState("6", true);
        QCOMPARE(ends(), QDate(2027, 5, 1)); // from the day it was opened
        m_case->done("6.started", "2026-04-20");
        QCOMPARE(ends(), QDate(2027, 4, 20));
        m_case->done("6.started", "2026-05-01");
        QCOMPARE(ends(), QDate(2027, 5, 1));
        m_case->apply(setMilestone(view(), s("6.ended"), {.planned = s("2026-09-01")}));
        QCOMPARE(ends(), QDate(2026, 9, 1));
    }
    void whileTheCorrectionIsOpenARatingKeepsTheOneBefore()
    {
        rateOne("1.1.1.1", "partial");
        setStepState("6", true);
        QCOMPARE(refusedRating("1.1.1.1", "full"), s("InvalidValue rating: full"));
        QCOMPARE(refusedRating("1.1.1.1", ""), s("InvalidValue rating: "));
        QCOMPARE(refusedRating("1.1.1.1", "partial"), QString()); // as it is
        QCOMPARE(refusedRating("1.1.1.2", "full"), QString());    // there is none to keep
        m_case->apply(rateAnew(view(), s("1.1.1.1"), {.rating = s("full")}, s("Drill seen"), QDate(2026, 6, 1)));
        QCOMPARE(answer("1.1.1.1")[field::answer::rating], s("full"));
        QCOMPARE(answer("1.1.1.1")[field::answer::first_rating], s("partial"));
        m_case->apply(rateAnew(view(), s("1.1.1.1"), {.rating = s("substantial")}, s("Read again"), QDate(2026, 6, 2)));
        QCOMPARE(answer("1.1.1.1")[field::answer::first_rating], s("partial")); // the first one stays
    }
    void aRatingIsMadeAnewOnlyWhileTheCorrectionIsOpen()
    {
        rateOne("1.1.1.1", "partial");
        const auto anew = [&] {
            return refused(rateAnew(view(), s("1.1.1.1"), {.rating = s("full")}, s("Seen"), QDate(2026, 6, 1)));
        };
        QCOMPARE(anew(), s("InvalidValue rerated: 2026-06-01"));
        setStepState("6", true);
        QCOMPARE(anew(), QString());
        setStepState("6", false);
        QCOMPARE(anew(), s("InvalidValue rerated: 2026-06-01"));
    }

    void whatIsMetOnTheCompanysWordAloneIsFlagged_data()
    {
        QTest::addColumn<QString>("rating");
        QTest::addColumn<QStringList>("sources");
        QTest::addColumn<bool>("alone");
        const QStringList company{s("document-company"), s("management")};
        QTest::newRow("company and management") << s("full") << company << true;
        QTest::newRow("nothing named") << s("substantial") << QStringList() << true;
        QTest::newRow("a worker beside") << s("full") << QStringList(company + QStringList{s("worker")}) << false;
        QTest::newRow("not met") << s("none") << company << false;
    }
    void whatIsMetOnTheCompanysWordAloneIsFlagged()
    {
        QFETCH(const QString, rating);
        QFETCH(const QStringList, sources);
        m_case->apply(rate(view(), s("1.1.1.1"), {.rating = rating, .sources = sources}));
        const auto items = ratedItems(view().assessment, view().standard);
        const Basis basis = BasisIndex(view().assessment).of(*RequirementCode::fromString(s("1.1.1.1")));
        QTEST(standsOnCompanyAlone(view(), items[0], basis), "alone");
    }
};

QTEST_GUILESS_MAIN(TestRatingRules)
#include "tst_ratingrules.moc"
