// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/peopleheard.h"
#include "core/process/basis.h"
#include "tests/core/process/purecase.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// Each gate names what is missing, and opens when it is there (process.md, assurance.md).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QDate today(2026, 6, 1);

} // namespace

class TestGates : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PureCase> m_case;

    void rateAll(const char *rating)
    {
        for (const char *code : {"1.1.1.1", "1.1.1.2", "2.1.1.1"})
            rateOne(code, rating);
    }
    void rateOne(const char *code, const char *rating)
    {
        m_case->apply(rate(m_case->view(), s(code), {.rating = s(rating)}));
    }
    EntityRef member(const char *words) { return m_case->add(EntityKind::TeamMember, s(words)); }
    QString missing(const char *gate) const { return m_case->missing(s(gate), today); }
    void hold(const char *meeting, const QStringList &points)
    {
        m_case->add(EntityKind::Meeting,
                    s("meeting=%1 held=2026-05-04 agenda=%2").arg(s(meeting), points.join(QLatin1Char('|'))));
    }

private Q_SLOTS:
    void init() { m_case = std::make_unique<PureCase>(s("1.1.1.1! 1.1.1.2 2.1.1.1")); }

    void milestonesAreNamed()
    {
        QCOMPARE(missing("application-reviewed"), s("P2.received P2.reviewed"));
        m_case->done("P2.received", "2025-09-01");
        QCOMPARE(missing("application-reviewed"), s("P2.reviewed"));
        m_case->done("P2.reviewed", "2025-09-05");
        QCOMPARE(missing("application-reviewed"), QString());
    }

    void theMineRatesItselfOnEverythingButWhatItClaimsIsNotRelevant()
    {
        QCOMPARE(missing("self-assessed"), s("1.1.1.1 1.1.1.2 2.1.1.1"));
        m_case->apply(selfAssess(m_case->view(), s("1.1.1.1"), s("full"), std::nullopt));
        const EntityRef chapter = m_case->view().assessment.relevanceRef(*RequirementCode::fromString(s("2.1")));
        m_case->change(chapter, s("claimed=2025-11-01"));
        QCOMPARE(missing("self-assessed"), s("1.1.1.2"));
        QCOMPARE(missing("claims-reasoned"), s("2.1"));
        m_case->change(chapter, s("claim_reason=No_water"));
        QCOMPARE(missing("claims-reasoned"), QString());
        QCOMPARE(missing("claims-tested"), s("2.1"));
        m_case->change(chapter, s("tested=2026-01-20"));
        QCOMPARE(missing("claims-tested"), s("2.1"));
        m_case->change(chapter, s("test=Walked_the_valley"));
        QCOMPARE(missing("claims-tested"), QString());
    }

    void whatTheAuditorsMarkThemselvesIsTestedToo()
    {
        m_case->apply(setRelevance(m_case->view(), s("1.1.1.2"), false, s("No such thing")));
        QCOMPARE(missing("claims-tested"), s("1.1.1.2"));
    }

    void theTeamHasALeadWithoutConflictsForEveryChapter()
    {
        QCOMPARE(missing("lead-accepted"), s("lead-auditor"));
        const EntityRef lead = member("name=R._Salas role=lead-auditor state=proposed");
        QCOMPARE(missing("lead-accepted"), s("lead-auditor"));
        QCOMPARE(missing("interests-declared"), s("T-A01"));
        m_case->change(lead, s("state=accepted declaration=none declared=2025-12-01"));
        QCOMPARE(missing("lead-accepted"), QString());
        QCOMPARE(missing("interests-declared"), QString());
        QCOMPARE(missing("chapters-allocated"), s("1.1 2.1"));
        m_case->change(lead, s("chapters=1.1"));
        QCOMPARE(missing("chapters-allocated"), s("2.1"));
        m_case->apply(setRelevance(m_case->view(), s("2.1"), false, s("No water")));
        QCOMPARE(missing("chapters-allocated"), QString());
    }

    // ISO/IEC 17021-1, 5.2 (from general knowledge): declarations come before assignments.
    void chaptersAreForThoseWithoutConflict()
    {
        for (const char *words :
             {"name=A role=auditor chapters=1.1", "name=A role=auditor declaration=none chapters=1.1",
              "name=A role=auditor declaration=conflict declared=2025-12-01 chapters=1.1"}) {
            const auto edit = m_case->recordEdit(m_case->newEntity(EntityKind::TeamMember), s(words));
            QVERIFY2(!edit, words);
            QVERIFY(edit.error().code == ErrorCode::Independence);
        }
    }

    void competenceExpires()
    {
        const EntityRef expert = member("name=B role=expert declaration=none declared=2025-12-01 chapters=1.1|2.1");
        QCOMPARE(missing("competence-shown"), s("T-A01 1.1 T-A01 2.1"));
        m_case->add(EntityKind::Competence, s("member=T-A01 chapters=1.1|2.1 basis=Inspector expires=2026-05-31"));
        QCOMPARE(missing("competence-shown"), s("T-A01 1.1 T-A01 2.1"));
        m_case->add(EntityKind::Competence, s("member=T-A01 chapters=1.1 basis=Course expires=2026-06-01"));
        QCOMPARE(missing("competence-shown"), s("T-A01 2.1"));
        m_case->change(expert, s("state=withdrawn"));
        QCOMPARE(missing("competence-shown"), QString());
    }

    void reviewerAndDeciderAreOtherPeople()
    {
        QCOMPARE(missing("decider-independent"), s("technical-reviewer decision-maker"));
        member("name=R._Salas role=lead-auditor");
        const EntityRef reviewer = member("name=r._salas role=technical-reviewer");
        QCOMPARE(missing("reviewer-independent"), s("T-A02"));
        m_case->change(reviewer, s("name=L._Quispe"));
        QCOMPARE(missing("reviewer-independent"), QString());
        const EntityRef decider = member("name=L._QUISPE role=decision-maker");
        QCOMPARE(missing("decider-independent"), s("T-A02 T-A03"));
        m_case->change(decider, s("name=M._Rojas"));
        QCOMPARE(missing("decider-independent"), QString());
    }

    void thePlanIsIssuedAndAgreed()
    {
        QCOMPARE(missing("plan-agreed"), s("*"));
        const EntityRef plan = m_case->add(EntityKind::PlanIssue, s("issued=2026-01-05"));
        QCOMPARE(missing("plan-agreed"), s("*"));
        m_case->change(plan, s("agreed=2026-01-09"));
        QCOMPARE(missing("plan-agreed"), QString());
    }

    void anAnnouncementHasItsProof()
    {
        const EntityRef notice =
            m_case->add(EntityKind::Announcement, s("channel=radio language=es published=2025-12-08"));
        QCOMPARE(missing("announced"), s("*"));
        m_case->add(EntityKind::Evidence, s("title=Recording state=sighted place=Radio"));
        m_case->change(notice, s("proof=E-A01"));
        QCOMPARE(missing("announced"), QString());
    }

    void aMeetingDealsWithItsWholeAgenda()
    {
        QCOMPARE(missing("desk-closing"), s("closing-desk"));
        hold("closing-desk", {s("desk-findings")});
        QCOMPARE(missing("desk-closing"), s("desk-likely desk-deferred"));
        // The rest may follow on another day.
        hold("closing-desk", {s("desk-likely"), s("desk-deferred")});
        QCOMPARE(missing("desk-closing"), QString());
    }

    void requestsAreAnsweredOrDeferred_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("missing");
        QTest::newRow("asked") << s("asked") << s("R-A01");
        QTest::newRow("received, not looked at") << s("received") << s("R-A01");
        QTest::newRow("insufficient") << s("insufficient") << s("R-A01");
        QTest::newRow("deferred to the visit") << s("deferred") << QString();
        QTest::newRow("closed") << s("closed") << QString();
    }
    void requestsAreAnsweredOrDeferred()
    {
        QFETCH(QString, state);
        m_case->add(EntityKind::Request, s("text=Permits asked=2026-01-05 state=") + state);
        QTEST(missing("requests-answered"), "missing");
    }

    void groupsAreContactedAndHeardAsPlanned()
    {
        const Assessment &assessment = m_case->view().assessment;
        m_case->change(assessment.derivedRef(EntityKind::GroupPlan, s("community")), s("planned=2"));
        QCOMPARE(missing("groups-contacted"), s("community"));
        m_case->add(EntityKind::Contact, s("stakeholder=community made=2026-03-01"));
        QCOMPARE(missing("groups-contacted"), QString());
        // Workers are always heard, planned or not.
        QCOMPARE(missing("groups-heard"), s("worker community"));
        m_case->add(EntityKind::Person, s("stakeholder=worker"));
        m_case->add(EntityKind::Person, s("stakeholder=community"));
        m_case->add(EntityKind::Interview, s("held=2026-05-05 people=P-A01"));
        QCOMPARE(missing("groups-heard"), s("community"));
        QCOMPARE(m_case->process(today).gate(s("groups-heard"))->missing.front().need, 2);
        const EntityRef talk = m_case->add(EntityKind::Interview, s("planned=2026-05-06 people=P-A02 heard=3"));
        QCOMPARE(missing("groups-heard"), s("community"));
        m_case->change(talk, s("held=2026-05-06"));
        QCOMPARE(missing("groups-heard"), QString());
        QCOMPARE(heardByGroup(assessment).value(s("community")), 3);
        m_case->change(talk, s("cancelled=2026-05-07 cancelled_reason=Wrong_entry"));
        QCOMPARE(missing("groups-heard"), s("community"));
    }

    // process.md: workers and their representatives are interviewed without mine management.
    void workersAreHeardAlone_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("present");
        QTest::addColumn<QString>("missing");
        QTest::newRow("worker beside management") << s("worker") << s("management|interpreter") << s("I-A01");
        QTest::newRow("union beside management") << s("worker-organisation") << s("management") << s("I-A01");
        QTest::newRow("contractor beside management") << s("contractor") << s("management") << s("I-A01");
        QTest::newRow("worker with an interpreter") << s("worker") << s("interpreter") << QString();
        QTest::newRow("regulator beside management") << s("regulator-local") << s("management") << QString();
    }
    void workersAreHeardAlone()
    {
        QFETCH(QString, group);
        QFETCH(QString, present);
        m_case->add(EntityKind::Person, s("stakeholder=") + group);
        m_case->add(EntityKind::Interview, s("held=2026-05-05 people=P-A01 also_present=") + present);
        QTEST(missing("heard-alone"), "missing");
    }

    void everyRelevantRequirementIsRated()
    {
        rateOne("1.1.1.1", "full");
        QCOMPARE(missing("requirements-rated"), s("1.1.1.2 2.1.1.1"));
        m_case->apply(setRelevance(m_case->view(), s("2.1"), false, s("No water")));
        QCOMPARE(missing("requirements-rated"), s("1.1.1.2"));
        m_case->apply(rate(m_case->view(), s("1.1.1.2"),
                           {.rating = s("deferred"), .justification = s("Road closed"), .until = s("2027-01-01")}));
        QCOMPARE(missing("requirements-rated"), QString());
    }

    void aRatingUnderAMarkIsListed()
    {
        rateOne("2.1.1.1", "none");
        m_case->apply(setRelevance(m_case->view(), s("2.1"), false, s("No water")));
        QCOMPARE(missing("ratings-relevant"), s("2.1.1.1"));
    }

    // assurance.md: every relevant rating partial or none, and every critical below full.
    void shortfallsHaveANonconformityOrAReason()
    {
        rateOne("1.1.1.1", "substantial");
        rateOne("1.1.1.2", "substantial");
        rateOne("2.1.1.1", "partial");
        QCOMPARE(missing("nonconformities-raised"), s("1.1.1.1 2.1.1.1"));
        const EntityRef raised = m_case->add(
            EntityKind::Nonconformity, s("title=Plan grade=minor requirements=1.1.1.1 description=Old state=raised"));
        QCOMPARE(missing("nonconformities-raised"), s("2.1.1.1"));
        m_case->apply(EditBuilder(m_case->view(), Verb::Rate, {})
                          .set(m_case->view().assessment.answerRef(*RequirementCode::fromString(s("2.1.1.1"))),
                               field::answer::no_nonconformity, s("Put right during the visit"))
                          .build());
        QCOMPARE(missing("nonconformities-raised"), QString());
        m_case->change(raised, s("withdrawn=Raised_twice"));
        QCOMPARE(missing("nonconformities-raised"), s("1.1.1.1"));
    }

    void criticalsBelowFullNeedAPlanWithADate()
    {
        rateAll("none");
        QCOMPARE(missing("plans-dated"), s("1.1.1.1"));
        m_case->apply(plan(m_case->view(), s("1.1.1.1"), m_case->newId(), s("New plan"), std::nullopt));
        QCOMPARE(missing("plans-dated"), s("1.1.1.1"));
        m_case->apply(plan(m_case->view(), s("1.1.1.1"), m_case->newId(), std::nullopt, s("2026-12-01")));
        QCOMPARE(missing("plans-dated"), QString());
    }

    void thePlanOfANonconformityIsAPlanForAllItsRequirements()
    {
        rateAll("none");
        m_case->add(EntityKind::Nonconformity,
                    s("title=Plan grade=critical requirements=1.1.1.1|1.1.1.2 description=None state=raised"));
        m_case->apply(
            planCorrection(m_case->view(), s("NC-A01"), s("1.1.1.2"), m_case->newId(), s("New plan"), s("2026-12-01")));
        QCOMPARE(missing("plans-dated"), QString());
    }

    // scoring.md, sources: "meets" on company documents and management alone is flagged.
    void theCompanysWordAloneIsFlagged()
    {
        rateAll("substantial");
        QCOMPARE(missing("ratings-have-basis"), s("1.1.1.1 1.1.1.2 2.1.1.1"));
        m_case->apply(
            rate(m_case->view(), s("1.1.1.1"), {.sources = QStringList{s("document-company"), s("management")}}));
        QCOMPARE(missing("ratings-have-basis"), s("1.1.1.1 1.1.1.2 2.1.1.1"));
        m_case->apply(rate(m_case->view(), s("1.1.1.1"), {.sources = QStringList{s("worker")}}));
        QCOMPARE(missing("ratings-have-basis"), s("1.1.1.2 2.1.1.1"));
        // Linked evidence and interviews count as much as what the auditor named.
        m_case->add(EntityKind::Evidence,
                    s("title=Photo state=sighted place=Pit source=observation requirements=1.1.1.2"));
        m_case->add(EntityKind::Person, s("stakeholder=cso-local"));
        m_case->add(EntityKind::Interview, s("held=2026-05-05 people=P-A01 requirements=2.1.1.1"));
        QCOMPARE(missing("ratings-have-basis"), QString());
        QCOMPARE(BasisIndex(m_case->view().assessment).of(*RequirementCode::fromString(s("2.1.1.1"))).sources,
                 QSet<QString>{s("community")});
    }

    void independentKindsCountTheCompanyOnce()
    {
        Basis basis;
        QCOMPARE(basis.independentKinds(), 0);
        basis.sources = {s("document-company"), s("management")};
        QCOMPARE(basis.independentKinds(), 1);
        basis.sources += {s("worker"), s("regulator")};
        QCOMPARE(basis.independentKinds(), 3);
        basis.sources = {s("management")};
        QCOMPARE(basis.independentKinds(), 1);
    }

    void whatWasDeferredIsSeenAndPlacesAreVisited()
    {
        const EntityRef paper = m_case->add(EntityKind::Evidence, s("title=Review state=deferred"));
        QCOMPARE(missing("deferred-seen"), s("E-A01"));
        m_case->change(paper, s("seen=2026-05-06"));
        QCOMPARE(missing("deferred-seen"), QString());
        QCOMPARE(missing("places-visited"), s("*"));
        const EntityRef pit = m_case->add(EntityKind::VisitStop, s("name=Pit day=2026-05-05 time=10:30"));
        QCOMPARE(missing("places-visited"), s("S-A01"));
        m_case->change(pit, s("not_visited=Blasting"));
        QCOMPARE(missing("places-visited"), QString());
    }

    void commentsAndConcernsAreAnswered()
    {
        const EntityRef comment = m_case->add(EntityKind::Comment, s("round=company text=Wrong_date state=open"));
        QCOMPARE(missing("company-comments"), s("Q-A01"));
        QCOMPARE(missing("technical-comments"), QString());
        QVERIFY(!m_case->recordEdit(comment, s("state=accepted")));
        m_case->change(comment, s("state=accepted answer=Mended"));
        QCOMPARE(missing("company-comments"), QString());
        const EntityRef concern = m_case->add(EntityKind::Concern, s("text=Dust raised=2026-05-05"));
        QCOMPARE(missing("concerns-answered"), s("C-A01"));
        m_case->change(concern, s("answer=Told answered=2026-06-01"));
        QCOMPARE(missing("concerns-answered"), QString());
    }

    void nonconformitiesCloseWhenTheCorrectionIsSeenToWork()
    {
        const EntityRef raised = m_case->add(
            EntityKind::Nonconformity, s("title=Plan grade=minor requirements=1.1.1.1 description=Old state=raised"));
        QCOMPARE(missing("corrected"), s("NC-A01"));
        const auto refuses = [&](const char *words) { return !m_case->recordEdit(raised, s(words)); };
        QVERIFY(refuses("state=cause-accepted"));
        m_case->change(raised, s("cause=No_owner state=cause-accepted"));
        QVERIFY(refuses("state=plan-accepted"));
        m_case->apply(
            planCorrection(m_case->view(), s("NC-A01"), s("1.1.1.1"), m_case->newId(), s("Name one"), s("2026-12-01")));
        m_case->change(raised, s("state=plan-accepted owner=Safety"));
        QVERIFY(refuses("state=implemented"));
        m_case->change(raised, s("state=implemented implemented=2026-11-01"));
        QVERIFY(refuses("state=verified verified=2026-11-20 verified_by=Lead"));
        // Whoever owns an action does not verify it (process.md, Never overridable).
        QVERIFY(refuses("state=verified verified=2026-11-20 verified_by=SAFETY verified_basis=Seen"));
        QVERIFY(refuses("state=verified verified=2026-10-20 verified_by=Lead verified_basis=Seen"));
        m_case->change(raised, s("state=verified verified=2026-11-20 verified_by=Lead verified_basis=Seen"));
        QCOMPARE(missing("corrected"), QString());
    }

    void stepsMoveThroughTheirGates()
    {
        const auto shut = closeStep(m_case->view(), m_case->process(today), s("P3"));
        QVERIFY(!shut);
        QVERIFY(shut.error().code == ErrorCode::GateClosed);
        QVERIFY(shut.error().detail.startsWith(s("agreement-signed: ")));
        m_case->done("P3.signed", "2025-10-01");
        m_case->done("P3.paid", "2025-10-02");
        m_case->apply(closeStep(m_case->view(), m_case->process(today), s("P3")));
        QCOMPARE(m_case->view().assessment.step(s("P3"))[field::step::closed], today);
        // Opened once, a step may be opened again whatever its gates say by then.
        QVERIFY(!openStep(m_case->view(), m_case->process(today), s("1")));
        QVERIFY(!openStep(m_case->view(), m_case->process(today), s("9")));
    }

    void agateIsPassedByANamedPersonWithAReason()
    {
        m_case->apply(passGate(m_case->view(), m_case->process(today), s("agreement-signed"), s("R. Salas"),
                               s("Signed by fax, the paper is on its way")));
        const ProcessState state = m_case->process(today);
        QVERIFY(state.gate(s("agreement-signed"))->isOpen());
        QVERIFY(!state.gate(s("agreement-signed"))->isMet());
        QCOMPARE(state.gate(s("agreement-signed"))->passedBy, s("R. Salas"));
        m_case->apply(closeStep(m_case->view(), state, s("P3")));
        m_case->apply(passGate(m_case->view(), m_case->process(today), s("agreement-signed"), s("R. Salas"), {}));
        QVERIFY(!m_case->process(today).gate(s("agreement-signed"))->isOpen());
    }

    void independenceIsNeverPassed_data()
    {
        QTest::addColumn<QString>("gate");
        for (const char *gate : {"interests-declared", "reviewer-independent", "decider-independent"})
            QTest::newRow(gate) << s(gate);
    }
    void independenceIsNeverPassed()
    {
        QFETCH(QString, gate);
        const auto passed = passGate(m_case->view(), m_case->process(today), gate, s("R. Salas"), s("We trust her"));
        QVERIFY(!passed);
        QVERIFY(passed.error().code == ErrorCode::GateClosed);
    }

    void everyGateOfTheCatalogueIsLookedAt()
    {
        // A check without a function behind it would keep its gate shut for good.
        for (const Gate &gate : catalogue().process().gates)
            QVERIFY2(m_case->process(today).gate(gate.code), qPrintable(gate.code));
        QCOMPARE(m_case->missing(s("correction-in-time")), s("early-correction"));
    }
};

QTEST_GUILESS_MAIN(TestGates)
#include "tst_gates.moc"
