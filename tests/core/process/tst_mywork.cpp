// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/mywork.h"
#include "tests/core/process/purecase.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// What waits for one member of the team, and for nobody else.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QDate today(2026, 6, 1);

QString subjects(const std::vector<MyWork::Item> &items)
{
    QStringList labels;
    for (const MyWork::Item &item : items)
        labels.append(item.subject);
    return labels.join(QLatin1Char(' '));
}

} // namespace

class TestMyWork : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PureCase> m_case;

    MyWork work(const char *member) const
    {
        return workOf(m_case->view(), ratedItems(m_case->view().assessment, m_case->standard()), s(member), today);
    }

private Q_SLOTS:
    void init()
    {
        m_case = std::make_unique<PureCase>(s("1.1.1.1! 1.1.1.2 2.1.1.1 2.10.1.1"));
        m_case->add(EntityKind::TeamMember, s("name=Ana_Ruiz role=auditor state=accepted declaration=none "
                                              "declared=2026-01-05 chapters=1.1"));
        m_case->add(EntityKind::TeamMember, s("name=Luis_Paz role=expert state=accepted declaration=none "
                                              "declared=2026-01-05 chapters=2.1"));
    }

    void nobodyHasNoWork()
    {
        QVERIFY(work("").isEmpty());
        QVERIFY(work("T-A09").isEmpty());
    }

    void theirChaptersAreTheirsToRate()
    {
        QCOMPARE(work("T-A01").unrated, (std::vector<QString>{s("1.1.1.1"), s("1.1.1.2")}));
        QCOMPARE(work("T-A01").unratedCritical, 1);
        // 2.1 is not 2.10.
        QCOMPARE(work("T-A02").unrated, (std::vector<QString>{s("2.1.1.1")}));
        m_case->apply(rate(m_case->view(), s("1.1.1.1"), {.rating = s("full")}));
        QCOMPARE(work("T-A01").unrated, (std::vector<QString>{s("1.1.1.2")}));
        m_case->apply(setRelevance(m_case->view(), s("1.1.1.2"), false, s("No such thing")));
        QVERIFY(work("T-A01").unrated.empty());
    }

    void openCommentsAndRequestsOnTheirChaptersAreTheirsToAnswer()
    {
        const EntityRef comment = m_case->add(
            EntityKind::Comment, s("round=technical made=2026-05-01 requirement=1.1.1.1 text=Why_full state=open"));
        const EntityRef request = m_case->add(
            EntityKind::Request,
            s("form=evidence asked=2026-05-01 due=2026-05-20 text=Permits state=asked requirements=1.1.1.2"));
        m_case->add(EntityKind::Request,
                    s("form=evidence asked=2026-05-01 text=Maps state=asked requirements=2.1.1.1"));
        QCOMPARE(subjects(work("T-A01").toAnswer), request.code + QLatin1Char(' ') + comment.code);
        QVERIFY(work("T-A01").toAnswer.front().isLate);
        m_case->change(comment, s("state=accepted answer=It_was"));
        m_case->change(request, s("state=closed answered=2026-05-19"));
        QCOMPARE(subjects(work("T-A01").toAnswer), QString());
    }

    void complaintsAreWhoHandlesAndDecidesThem()
    {
        const EntityRef complaint =
            m_case->add(EntityKind::Complaint,
                        s("about=mine form=complaint received=2026-05-02 text=Dust handler=T-A02 decider=T-A01"));
        QCOMPARE(subjects(work("T-A01").toAnswer), complaint.code);
        QCOMPARE(subjects(work("T-A02").toAnswer), complaint.code);
        m_case->change(complaint, s("decided=2026-05-20 outcome=Spraying told=2026-05-21"));
        QCOMPARE(subjects(work("T-A02").toAnswer), QString());
    }

    void nonconformitiesFollowTheirOwnerAndWhoRaisedThem()
    {
        const char *common = "raised=2026-05-09 state=raised description=Seen grade=minor requirements=2.1.1.1 ";
        const EntityRef owned = m_case->add(EntityKind::Nonconformity, s(common) + s("title=One owner=ana__ruiz"));
        const EntityRef raised =
            m_case->add(EntityKind::Nonconformity, s(common) + s("title=Two raised_by=Luis_Paz,_Ana_Ruiz"));
        m_case->add(EntityKind::Nonconformity, s(common) + s("title=Three owner=Anabel_Ruiz"));
        QCOMPARE(subjects(work("T-A01").nonconformities), owned.code + QLatin1Char(' ') + raised.code);
        QCOMPARE(subjects(work("T-A02").nonconformities), raised.code);
        m_case->change(owned, s("withdrawn=Raised_twice"));
        QCOMPARE(subjects(work("T-A01").nonconformities), raised.code);
    }

    void interviewsStayUntilTheyAreHeldAndSummedUp()
    {
        const EntityRef talk =
            m_case->add(EntityKind::Interview, s("planned=2026-05-20 form=one-to-one conducted_by=T-A02"));
        QCOMPARE(subjects(work("T-A02").interviews), talk.code);
        QVERIFY(work("T-A02").interviews.front().isLate);
        m_case->change(talk, s("held=2026-05-21"));
        QCOMPARE(subjects(work("T-A02").interviews), talk.code);
        m_case->change(talk, s("summary=Shifts_are_long"));
        QVERIFY(work("T-A02").interviews.empty());
    }
};

QTEST_GUILESS_MAIN(TestMyWork)
#include "tst_mywork.moc"
