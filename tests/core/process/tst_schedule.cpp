// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/purecase.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QDate day(const char *iso)
{
    return dateFromIso(s(iso)).value_or(QDate());
}

using Standing = DeadlineState::Standing;

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PureCase> m_case;

    DeadlineState deadline(const char *code, const char *today)
    {
        return *scheduleOf(m_case->view(), day(today)).deadline(s(code));
    }

private Q_SLOTS:
    void init() { m_case = std::make_unique<PureCase>(s("1.1.1.1! 1.1.1.2 2.1.1.1")); }

    void workingDaysLeaveOutWeekendsAndHolidays_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("amount");
        QTest::addColumn<QString>("reached");
        QTest::newRow("over a weekend") << s("2026-06-05") << 1 << s("2026-06-08");
        QTest::newRow("over a holiday of the case") << s("2026-06-08") << 1 << s("2026-06-10");
        QTest::newRow("over a holiday of every year") << s("2026-12-24") << 1 << s("2026-12-28");
        QTest::newRow("back") << s("2026-06-10") << -2 << s("2026-06-05");
        QTest::newRow("from a Sunday") << s("2026-06-07") << 1 << s("2026-06-08");
        QTest::newRow("none") << s("2026-06-07") << 0 << s("2026-06-07");
        QTest::newRow("two weeks") << s("2026-06-10") << 10 << s("2026-06-24");
    }
    void workingDaysLeaveOutWeekendsAndHolidays()
    {
        QFETCH(QString, from);
        QFETCH(int, amount);
        const WorkDays days({{6, 7}, {s("12-25")}}, {s("2026-06-09")});
        QTEST(toIso(days.after(*dateFromIso(from), amount, DayUnit::WorkingDays)), "reached");
    }

    void aCalendarWithoutWorkEnds()
    {
        const WorkDays days({{1, 2, 3, 4, 5, 6, 7}, {}});
        QVERIFY(days.after(day("2026-06-01"), 5, DayUnit::WorkingDays) > day("2036-01-01"));
    }

    void monthsEndWhereTheMonthEnds()
    {
        const WorkDays days(WorkCalendar{});
        QCOMPARE(days.after(day("2025-08-31"), 6, DayUnit::Months), day("2026-02-28"));
        QCOMPARE(days.after(day("2024-02-29"), 3, DayUnit::Years), day("2027-02-28"));
    }

    void nothingIsDueBeforeThereIsADayToCountFrom()
    {
        const DeadlineState state = deadline("draft-report", "2026-06-01");
        QVERIFY(state.standing == Standing::Unknown);
        QVERIFY(!state.due);
        // Nor is a new audit late with the outreach for a visit that nobody has planned.
        QVERIFY(deadline("outreach", "2026-06-01").standing == Standing::Unknown);
        m_case->done("3.started", "2026-05-20");
        QVERIFY(deadline("outreach", "2026-06-18").standing == Standing::Unknown);
        QVERIFY(deadline("outreach", "2026-06-19").standing == Standing::Kept);
    }

    void dueDatesFollowFromPlannedDaysAndFromEachOther()
    {
        m_case->apply(setMilestone(m_case->view(), s("4.ended"), {.planned = s("2026-05-09")}));
        const DeadlineState draft = deadline("draft-report", "2026-05-01");
        QCOMPARE(draft.due, day("2026-06-08"));
        QVERIFY(draft.fromIsPlanned);
        QVERIFY(draft.standing == Standing::Ahead);
        QCOMPARE(draft.days, 38);
        QCOMPARE(deadline("company-review", "2026-05-01").due, day("2026-07-08"));
        QCOMPARE(deadline("final-report", "2026-05-01").due, day("2026-08-14"));
        // What really happened counts from then on.
        m_case->done("4.ended", "2026-05-10");
        m_case->done("5a.sent", "2026-06-01");
        QCOMPARE(deadline("company-review", "2026-06-02").due, day("2026-07-01"));
        QVERIFY(!deadline("company-review", "2026-06-02").fromIsPlanned);
    }

    void lateAndBrokenAreCountedInDays()
    {
        m_case->done("4.ended", "2026-05-10");
        const DeadlineState late = deadline("draft-report", "2026-06-19");
        QVERIFY(late.standing == Standing::Late);
        QCOMPARE(late.days, 10);
        QVERIFY(deadline("draft-report", "2026-06-09").standing == Standing::Ahead);
        m_case->done("5a.sent", "2026-06-12");
        const DeadlineState broken = deadline("draft-report", "2026-07-01");
        QVERIFY(broken.standing == Standing::Broken);
        QCOMPARE(broken.days, 3);
        m_case->done("5a.sent", "2026-06-09");
        QVERIFY(deadline("draft-report", "2026-07-01").standing == Standing::Kept);
    }

    void aLateDraftMakesNothingLateThatWaitsForIt()
    {
        m_case->done("4.ended", "2026-05-10");
        QVERIFY(deadline("draft-report", "2026-07-01").standing == Standing::Late);
        const DeadlineState review = deadline("company-review", "2026-07-01");
        QVERIFY(review.standing == Standing::Ahead);
        QCOMPARE(review.due, day("2026-07-31"));
    }

    void anExtensionNeedsItsReason()
    {
        m_case->done("4.ended", "2026-05-10");
        m_case->done("5a.sent", "2026-06-12");
        const auto without = setMilestone(m_case->view(), s("5a.sent"), {.extended = s("2026-06-30")});
        QVERIFY(!without);
        QVERIFY(without.error().code == ErrorCode::MissingJustification);
        m_case->apply(setMilestone(m_case->view(), s("5a.sent"),
                                   {.extended = s("2026-06-30"), .extension = s("The laboratory was late")}));
        const DeadlineState state = deadline("draft-report", "2026-07-01");
        QVERIFY(state.standing == Standing::Kept);
        QCOMPARE(state.due, day("2026-06-09"));
        QCOMPARE(state.allowed, day("2026-06-30"));
        // Without its reason it is none.
        QVERIFY(!setMilestone(m_case->view(), s("5a.sent"), {.extension = s("")}));
    }

    // process.md, step 3: at least 30 days before the visit. The visit cannot begin before today.
    void outreachIsCountedBackFromTheVisit()
    {
        m_case->apply(setMilestone(m_case->view(), s("4.started"), {.planned = s("2026-05-04")}));
        QCOMPARE(deadline("outreach", "2026-03-01").due, day("2026-04-04"));
        m_case->done("3.started", "2026-04-10");
        QVERIFY(deadline("outreach", "2026-04-11").standing == Standing::Broken);
        m_case->apply(setMilestone(m_case->view(), s("4.started"), {.planned = s("2026-05-11")}));
        QVERIFY(deadline("outreach", "2026-04-11").standing == Standing::Kept);
        // The planned day has passed without a visit: it is counted from today.
        QCOMPARE(deadline("outreach", "2026-06-20").due, day("2026-05-21"));
    }

    // process.md, N2: 12 to 18 months after the release.
    void surveillanceHasAnEarliestAndALatestDay_data()
    {
        QTest::addColumn<QString>("done");
        QTest::addColumn<bool>("early");
        QTest::addColumn<bool>("inTime");
        QTest::newRow("too early") << s("2027-08-31") << false << true;
        QTest::newRow("first day") << s("2027-09-01") << true << true;
        QTest::newRow("last day") << s("2028-03-01") << true << true;
        QTest::newRow("too late") << s("2028-03-02") << true << false;
    }
    void surveillanceHasAnEarliestAndALatestDay()
    {
        QFETCH(QString, done);
        m_case->done("7.published", "2026-09-01");
        m_case->done("N2.done", done.toLatin1().constData());
        const auto kept = [&](const char *code) { return deadline(code, "2029-01-01").standing == Standing::Kept; };
        QTEST(kept("surveillance-earliest"), "early");
        QTEST(kept("surveillance-latest"), "inTime");
    }

    void datesOfTheReportAreTheAssessmentsOwn()
    {
        m_case->done("4.started", "2026-05-04");
        QCOMPARE(m_case->view().assessment.details()[field::details::visit_start], day("2026-05-04"));
        m_case->apply(describe(m_case->view(), {{&infoOf(field::details::visit_end), s("2026-05-09")}}));
        QCOMPARE(deadline("draft-report", "2026-05-10").due, day("2026-06-08"));
    }

    void aStepDoesNotEndBeforeItBegins()
    {
        m_case->done("4.started", "2026-05-04");
        const auto backwards = setMilestone(m_case->view(), s("4.ended"), {.done = s("2026-05-03")});
        QVERIFY(!backwards);
        QVERIFY(backwards.error().code == ErrorCode::InvalidValue);
        QVERIFY(backwards.error().detail.contains(s("4.started")));
        QVERIFY(!setMilestone(m_case->view(), s("4.ended"), {.done = s("9 May")}));
        QVERIFY(!setMilestone(m_case->view(), s("4.begun"), {.done = s("2026-05-03")}));
    }

    void everyDateSaysWhyItIsThere()
    {
        for (const Deadline &rule : catalogue().process().deadlines) {
            QVERIFY2(!rule.rule.in(s("en")).isEmpty(), qPrintable(rule.code));
            for (const char *language : {"es", "fr", "pt", "zh"})
                QVERIFY2(rule.rule.all().contains(s(language)), qPrintable(rule.code));
            QVERIFY(QStringLiteral("SMA").contains(rule.certainty));
        }
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
