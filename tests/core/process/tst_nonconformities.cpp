// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/nonconformities.h"
#include "tests/core/process/purecase.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// What the board shows of each nonconformity, and how one goes on to its next state (assurance.md).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QDate today(2026, 6, 1);

} // namespace

class TestNonconformities : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PureCase> m_case;

    EntityRef raise(const char *words)
    {
        return m_case->add(EntityKind::Nonconformity,
                           s("raised=2026-05-09 state=raised description=Seen_at_the_site ") + s(words));
    }
    void plan(const EntityRef &of, const char *words)
    {
        const EntityRef action = Assessment::actionRef(m_case->newId(), *RequirementCode::fromString(s("1.1.1.1")));
        m_case->change(action, s("nonconformity=%1 ").arg(of.code) + s(words));
    }
    NonconformityCard card(const EntityRef &of) const
    {
        for (const NonconformityCard &each : nonconformityCards(m_case->view()))
            if (each.entity == of)
                return each;
        qFatal("no card");
    }
    Result<Edit> move(const EntityRef &of) const { return moveNonconformity(m_case->view(), of, today); }
    QString shown(const NonconformityConditions &conditions) const
    {
        QStringList labels;
        for (const NonconformityCard &each : nonconformityCards(m_case->view()))
            if (fits(each, conditions, today))
                labels.append(each.entity.code);
        return labels.join(QLatin1Char(' '));
    }

private Q_SLOTS:
    void init() { m_case = std::make_unique<PureCase>(s("1.1.1.1! 1.1.1.2 2.1.1.1")); }

    void itIsDueWithTheNextActionThatIsNotDone()
    {
        const EntityRef permits = raise("title=Permits grade=minor requirements=1.1.1.1");
        QVERIFY(!card(permits).due);
        plan(permits, "text=Train due=2026-09-01");
        plan(permits, "text=Renew due=2026-05-20");
        QCOMPARE(card(permits).due, QDate(2026, 5, 20));
        QVERIFY(card(permits).isOverdue(today));
        QCOMPARE(card(permits).actionsDone(), 0);
        plan(permits, "text=Register due=2026-05-15 done=2026-05-14");
        QCOMPARE(card(permits).due, QDate(2026, 5, 20));
        QCOMPARE(card(permits).actionsDone(), 1);
        QCOMPARE(card(permits).actions.size(), 3U);
    }

    void whatIsImplementedIsNotOverdue()
    {
        const EntityRef permits = raise("title=Permits grade=minor requirements=1.1.1.1 cause=Nobody_looked");
        plan(permits, "text=Renew due=2026-05-20");
        QVERIFY(card(permits).isOverdue(today));
        m_case->change(permits, s("state=implemented implemented=2026-05-19"));
        QVERIFY(!card(permits).isOverdue(today));
        QCOMPARE(card(permits).actionsDone(), 1);
    }

    void thoseDueFirstStandAtTheFront()
    {
        const EntityRef late = raise("title=Late grade=minor requirements=1.1.1.1");
        raise("title=Undated grade=minor requirements=1.1.1.1");
        const EntityRef soon = raise("title=Soon grade=minor requirements=1.1.1.1");
        plan(late, "text=Act due=2026-12-01");
        plan(soon, "text=Act due=2026-07-01");
        QCOMPARE(shown({}), s("NC-A03 NC-A01 NC-A02"));
    }

    void eachStateAsksForWhatItNeeds()
    {
        const EntityRef permits = raise("title=Permits grade=minor requirements=1.1.1.1 owner=Legal");
        QCOMPARE(move(permits).error().subject, s("cause:"));
        m_case->change(permits, s("cause=Nobody_looked"));
        m_case->apply(move(permits));
        QCOMPARE(card(permits).state, 1);
        QCOMPARE(move(permits).error().code, ErrorCode::InvalidValue); // no plan
        plan(permits, "text=Renew due=2026-07-01");
        m_case->apply(move(permits));
        m_case->apply(move(permits));
        QCOMPARE(card(permits).implemented, today);
        QCOMPARE(move(permits).error().subject, s("verified_by:"));
        m_case->change(permits, s("verified_by=legal verified_basis=Permits_seen"));
        QCOMPARE(move(permits).error().code, ErrorCode::Independence);
        m_case->change(permits, s("verified_by=Auditor"));
        m_case->apply(move(permits));
        QVERIFY(card(permits).isClosed());
        QCOMPARE(move(permits).error().code, ErrorCode::NothingToChange);
    }

    void aStateIsDatedTodayUnlessItHasItsDay()
    {
        const EntityRef permits =
            raise("title=Permits grade=minor requirements=1.1.1.1 cause=Nobody_looked cause_accepted=2026-05-20");
        m_case->apply(move(permits));
        const Record *record = m_case->view().assessment.find(EntityKind::Nonconformity, permits.id);
        QCOMPARE((*record)[field::nonconformity::cause_accepted], QDate(2026, 5, 20));
        plan(permits, "text=Renew due=2026-07-01");
        m_case->apply(move(permits));
        QCOMPARE((*record)[field::nonconformity::plan_accepted], today);
    }

    /// What was accepted or seen did not hold: its date goes, what was written stays.
    void oneIsTakenBackStateByState()
    {
        const EntityRef permits =
            raise("title=Permits grade=minor requirements=1.1.1.1 owner=Legal cause=Nobody_looked");
        plan(permits, "text=Renew due=2026-07-01");
        for (int state = 0; state < 3; ++state)
            m_case->apply(move(permits));
        m_case->change(permits, s("verified_by=Auditor verified_basis=Permits_seen"));
        m_case->apply(move(permits));
        const Record *record = m_case->view().assessment.find(EntityKind::Nonconformity, permits.id);
        const auto back = [&] { return returnNonconformity(m_case->view(), permits); };
        m_case->apply(back());
        QCOMPARE(card(permits).state, 3);
        QVERIFY(!record->has(field::nonconformity::verified) && !record->has(field::nonconformity::verified_by) &&
                !record->has(field::nonconformity::verified_basis));
        m_case->apply(back());
        QVERIFY(!card(permits).implemented);
        m_case->apply(back());
        m_case->apply(back());
        QCOMPARE(card(permits).state, 0);
        QCOMPARE((*record)[field::nonconformity::cause], s("Nobody looked"));
        QCOMPARE(card(permits).actions.size(), std::size_t(1));
        QCOMPARE(back().error().code, ErrorCode::NothingToChange);
    }

    void whatWasWithdrawnGoesNowhere()
    {
        const EntityRef permits =
            raise("title=Permits grade=minor requirements=1.1.1.1 cause=Nobody_looked withdrawn=Raised_twice");
        QVERIFY(card(permits).isClosed());
        QVERIFY(nextState(card(permits)).isEmpty());
        QVERIFY(previousState(card(permits)).isEmpty());
        QCOMPARE(move(permits).error().code, ErrorCode::NothingToChange);
    }

    void conditionsAddUp()
    {
        const EntityRef permits = raise("title=Permits grade=major requirements=1.1.1.1 owner=Legal");
        raise("title=Drills grade=minor requirements=2.1.1.1|1.1.1.2 owner=Safety");
        plan(permits, "text=Renew due=2026-05-20");
        QCOMPARE(shown({.grade = s("major")}), s("NC-A01"));
        QCOMPARE(shown({.owner = s("safety")}), s("NC-A02"));
        QCOMPARE(shown({.chapter = s("1.1")}), s("NC-A01 NC-A02"));
        QCOMPARE(shown({.chapter = s("2.1")}), s("NC-A02"));
        QCOMPARE(shown({.overdue = true}), s("NC-A01"));
        QCOMPARE(shown({.critical = true}), s("NC-A01"));
        QCOMPARE(shown({.text = s("drill")}), s("NC-A02"));
        QCOMPARE(shown({.grade = s("major"), .chapter = s("2.1")}), QString());
    }
};

QTEST_GUILESS_MAIN(TestNonconformities)
#include "tst_nonconformities.moc"
