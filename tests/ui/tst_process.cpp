// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/draft.h"
#include "core/edits/edit.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "tests/support/people.h"
#include "tests/ui/windowjourney.h"
#include "ui/pages/records/recordpage.h"
#include "ui/pages/step/gaterow.h"
#include "ui/pages/step/milestonerow.h"
#include "ui/pages/step/steppage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/itemrow.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>

using namespace adit;
using namespace adit::test;

// Journeys through the steps of the process and the lists of records, by the names of what a person presses.

class TestProcess : public WindowJourney
{
    Q_OBJECT

private:
    Workspace &workspace() { return *m_window->workspace(); }
    StepPage &stepPage() { return *named<StepPage>("stepPage"); }
    void goToStep(const char *step)
    {
        workspace().goTo(QStringLiteral("step:") + QLatin1String(step));
        QCOMPARE(stepPage().step(), QLatin1String(step));
    }
    template <typename Widget>
    static Widget *within(QObject *parent, const char *name)
    {
        auto *found = parent->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no widget named %s", name);
        return found;
    }
    QWidget *page(const char *id) { return named<QWidget>((QByteArray("page-") + id).constData()); }
    /// Types into a field of a form and leaves it.
    static void fill(QWidget *form, const char *field, const char *text)
    {
        auto *widget = within<QWidget>(form, field);
        widget->setFocus();
        QTest::keyClicks(widget, QLatin1String(text));
        // A list to choose from, if one has opened, gets the keys first.
        QWidget *list = QApplication::activePopupWidget();
        QTest::keyClick(list ? list : widget, Qt::Key_Tab);
    }
    static void choose(QWidget *form, const char *field, const char *code)
    {
        auto *box = within<QComboBox>(form, field);
        box->setCurrentIndex(box->findData(QLatin1String(code)));
        Q_EMIT box->activated(box->currentIndex());
    }
    void date(const char *milestone, const char *field, const char *day)
    {
        auto *row = within<QWidget>(&stepPage(), (QByteArray("milestone-") + milestone).constData());
        fill(row, field, day);
    }
    QString stateOf(const char *step) { return document().assessment().step(QLatin1String(step))[field::step::state]; }
    /// What a paper that was asked for came to, once it is there.
    QByteArray savedPaper()
    {
        const auto read = [this] {
            QFile file(m_pathOfPdf);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        return QTest::qWaitFor([&] { return !read().isEmpty(); }, 60'000) ? read() : QByteArray();
    }
    std::size_t countOf(EntityKind kind) { return document().assessment().records(kind).size(); }

private Q_SLOTS:
    void init()
    {
        begin();
        makeCase();
    }
    void cleanup() { end(); }

    void aStepClosesOnceNothingIsMissing()
    {
        goToStep("P3");
        auto *toggle = within<QAbstractButton>(&stepPage(), "toggleStep");
        QVERIFY(toggle->isEnabled()); // nothing keeps it from opening
        QTest::mouseClick(toggle, Qt::LeftButton);
        QCOMPARE(stateOf("P3"), QStringLiteral("open"));
        QVERIFY(!toggle->isEnabled());
        QVERIFY(stepPage().findChild<GateRow *>(QStringLiteral("gate-agreement-signed")));
        date("P3.signed", "done", "2026-01-12");
        date("P3.paid", "done", "2026-01-15");
        QVERIFY(!stepPage().findChild<GateRow *>(QStringLiteral("gate-agreement-signed")));
        QVERIFY(toggle->isEnabled());
        QTest::mouseClick(toggle, Qt::LeftButton);
        QCOMPARE(stateOf("P3"), QStringLiteral("closed"));
    }

    void datesThatRunBackwardsAreRefusedAndStayInTheField()
    {
        goToStep("4");
        date("4.started", "done", "2026-05-04");
        date("4.ended", "done", "2026-05-01");
        QVERIFY(!document().assessment().details()[field::details::visit_end]);
        QCOMPARE(document().assessment().details()[field::details::visit_start], QDate(2026, 5, 4));
    }

    void anExtensionComesWithItsReason()
    {
        goToStep("4");
        date("4.ended", "done", "2026-05-09");
        goToStep("5a");
        auto *row = within<QWidget>(&stepPage(), "milestone-5a.sent");
        QTest::mouseClick(within<QAbstractButton>(row, "whyThisDate"), Qt::LeftButton);
        fill(row, "extended", "2026-06-30");
        QVERIFY(!document().assessment().milestone(QStringLiteral("5a.sent"))[field::milestone::extended]);
        fill(row, "extension", "The laboratory was late");
        QCOMPARE(document().assessment().milestone(QStringLiteral("5a.sent"))[field::milestone::extended],
                 QDate(2026, 6, 30));
    }

    void aGateIsPassedWithAReasonOnRecord()
    {
        openProfile();
        goToStep("1");
        auto *pass = within<QAbstractButton>(&stepPage(), "passGates");
        QVERIFY(pass->isVisible());
        QTest::mouseClick(pass, Qt::LeftButton);
        auto *reason = within<CommitTextEdit>(&stepPage(), "passJustification");
        QTest::keyClicks(reason, QStringLiteral("Contract signed in the presence of both"));
        click("passConfirm");
        const Record &record = document().assessment().gatePass(QStringLiteral("agreement-first"));
        QCOMPARE(record[field::gate_pass::reason], QStringLiteral("Contract signed in the presence of both"));
        QVERIFY(record[field::gate_pass::passed_by].startsWith(QStringLiteral("R. Salas (")));
        QCOMPARE(document().assessment().records(EntityKind::Profile).size(), std::size_t(1));
        QVERIFY(within<QAbstractButton>(&stepPage(), "toggleStep")->isEnabled());
    }

    void independenceOffersNoWayRound()
    {
        openProfile();
        goToStep("5f");
        auto *toggle = within<QAbstractButton>(&stepPage(), "toggleStep");
        QTest::mouseClick(toggle, Qt::LeftButton);
        QCOMPARE(stateOf("5f"), QStringLiteral("open"));
        QTest::mouseClick(within<QAbstractButton>(&stepPage(), "passGates"), Qt::LeftButton);
        const auto *gates = within<QComboBox>(&stepPage(), "gateToPass");
        QCOMPARE(gates->findData(QStringLiteral("decider-independent")), -1);
        QVERIFY(gates->findData(QStringLiteral("decided")) >= 0);
        stepPage().forgetPending();
    }

    void aGateLeadsToWhereItIsMet()
    {
        goToStep("2");
        auto *toggle = within<QAbstractButton>(&stepPage(), "toggleStep");
        QVERIFY(!toggle->isEnabled());
        auto *gate = within<GateRow>(&stepPage(), "gate-self-assessment-first");
        QTest::mouseClick(within<QAbstractButton>(gate, "gateLink"), Qt::LeftButton);
        QCOMPARE(workspace().currentPageId(), QStringLiteral("step:P1"));
        auto *rated = within<GateRow>(&stepPage(), "gate-self-assessed");
        QTest::mouseClick(within<QAbstractButton>(rated, "gateLink"), Qt::LeftButton);
        QCOMPARE(workspace().currentPageId(), QStringLiteral("assess"));
        QCOMPARE(assess().current(), code("1.1.1.1"));
        workspace().goBack();
        QCOMPARE(workspace().currentPageId(), QStringLiteral("step:P1"));
    }

    void aRecordIsAddedWhenItIsComplete()
    {
        workspace().goTo(QStringLiteral("visit"));
        QTest::mouseClick(within<QAbstractButton>(page("visit"), "newRecord"), Qt::LeftButton);
        auto *form = within<QWidget>(page("visit"), "form-meeting");
        QTest::mouseClick(within<QAbstractButton>(form, "addRecord"), Qt::LeftButton);
        QCOMPARE(countOf(EntityKind::Meeting), 0U); // which meeting?
        choose(form, "meeting-meeting", "opening-visit");
        fill(form, "meeting-held", "2026-05-04");
        QTest::mouseClick(within<QAbstractButton>(form, "addRecord"), Qt::LeftButton);
        QCOMPARE(countOf(EntityKind::Meeting), 1U);
        const auto table = within<QTableView>(page("visit"), "table-meeting");
        QCOMPARE(table->model()->rowCount(), 1);
        // From now on each field is stored by itself.
        QTest::mouseClick(within<QAbstractButton>(form, "tick-visit-safety"), Qt::LeftButton);
        const Record &meeting = document().assessment().records(EntityKind::Meeting).begin()->second;
        QCOMPARE(meeting[field::meeting::agenda], QStringList{QStringLiteral("visit-safety")});
        workspace().undo();
        QVERIFY(document().assessment().records(EntityKind::Meeting).begin()->second[field::meeting::agenda].isEmpty());
    }

    void whatWasTypedForANewRecordKeepsThePage()
    {
        workspace().goTo(QStringLiteral("people"));
        QTest::mouseClick(within<QAbstractButton>(page("people"), "newRecord"), Qt::LeftButton);
        auto *form = within<QWidget>(page("people"), "form-person");
        fill(form, "person-description", "Driver, night shift");
        workspace().goTo(QStringLiteral("assess"));
        QCOMPARE(workspace().currentPageId(), QStringLiteral("people"));
        workspace().forgetPending();
        workspace().goTo(QStringLiteral("assess"));
        QCOMPARE(workspace().currentPageId(), QStringLiteral("assess"));
        QCOMPARE(countOf(EntityKind::Person), 0U);
    }

    void chaptersWaitForTheDeclaration()
    {
        workspace().goTo(QStringLiteral("plan"));
        auto *plan = qobject_cast<RecordPage *>(page("plan"));
        plan->openList(EntityKind::TeamMember);
        QTest::mouseClick(within<QAbstractButton>(plan, "newRecord"), Qt::LeftButton);
        auto *form = within<QWidget>(plan, "form-team_member");
        fill(form, "team_member-name", "R. Salas");
        choose(form, "team_member-role", "lead-auditor");
        QTest::mouseClick(within<QAbstractButton>(form, "addRecord"), Qt::LeftButton);
        QCOMPARE(countOf(EntityKind::TeamMember), 1U);
        const auto member = [this] { return document().assessment().records(EntityKind::TeamMember).begin()->second; };
        fill(form, "team_member-chapters", "1.1");
        QVERIFY(member()[field::team_member::chapters].isEmpty());
        choose(form, "team_member-declaration", "none");
        fill(form, "team_member-declared", "2026-01-05");
        fill(form, "team_member-chapters", " 1.2");
        QCOMPARE(member()[field::team_member::chapters], (QStringList{QStringLiteral("1.1"), QStringLiteral("1.2")}));
    }

    void aPlanIsAcceptedOnceItHasItsActionAndDate()
    {
        workspace().goTo(QStringLiteral("actions"));
        QTest::mouseClick(within<QAbstractButton>(page("actions"), "newRecord"), Qt::LeftButton);
        auto *form = within<QWidget>(page("actions"), "form-nonconformity");
        fill(form, "nonconformity-title", "Permits");
        choose(form, "nonconformity-grade", "minor");
        fill(form, "nonconformity-requirements", "1.1.1.1");
        fill(form, "nonconformity-description", "Two had run out");
        QTest::mouseClick(within<QAbstractButton>(form, "addRecord"), Qt::LeftButton);
        QCOMPARE(countOf(EntityKind::Nonconformity), 1U);
        const auto state = [this] {
            return document()
                .assessment()
                .records(EntityKind::Nonconformity)
                .begin()
                ->second[field::nonconformity::state];
        };
        fill(form, "nonconformity-cause", "Nobody watched the dates");
        choose(form, "nonconformity-state", "plan-accepted");
        QCOMPARE(state(), QStringLiteral("raised")); // there is no plan yet
        fill(form, "correctiveAction", "Renew both");
        fill(form, "correctiveActionDue", "2026-12-01");
        choose(form, "nonconformity-state", "plan-accepted");
        QCOMPARE(state(), QStringLiteral("plan-accepted"));
        QVERIFY(datedPlans(document().assessment()).contains(QStringLiteral("1.1.1.1")));
    }

    void theTimelineSaysWhatIsLateAndLeadsThere()
    {
        goToStep("4");
        date("4.ended", "done", "2020-05-09");
        auto *due = named<QAbstractButton>("statusDue");
        QVERIFY2(due->text().startsWith(QStringLiteral("1 late")), qPrintable(due->text()));
        QTest::mouseClick(due, Qt::LeftButton);
        QCOMPARE(workspace().currentPageId(), QStringLiteral("timeline"));
        auto *timeline = named<QWidget>("timelinePage");
        const auto rows = timeline->findChildren<ItemRow *>();
        QVERIFY(!rows.isEmpty());
        QCOMPARE(rows.front()->text(), QStringLiteral("Draft report sent to the company"));
        m_pathOfPdf = m_folder->filePath(QStringLiteral("dates.ics"));
        QTest::mouseClick(within<QAbstractButton>(timeline, "saveCalendar"), Qt::LeftButton);
        QFile calendar(m_pathOfPdf);
        QVERIFY(calendar.open(QIODevice::ReadOnly));
        QVERIFY(calendar.readAll().contains("SUMMARY:Draft report sent to the company\r\n"));
        QTest::mouseClick(rows.front(), Qt::LeftButton);
        QCOMPARE(workspace().currentPageId(), QStringLiteral("step:5a"));
    }

    // ---- working papers ---------------------------------------------------------------------------------------------

    void theAnnouncementIsMadeInALanguageAndKeptAsAPublication()
    {
        goToStep("1");
        auto *panel = within<QWidget>(&stepPage(), "announcementPanel");
        QVERIFY(!within<QWidget>(panel, "noticeLanguage")->isVisible());
        QTest::mouseClick(within<QAbstractButton>(panel, "makeAnnouncement"), Qt::LeftButton);
        auto *language = within<QComboBox>(panel, "noticeLanguage");
        language->setCurrentIndex(language->findData(QStringLiteral("es")));
        within<QPlainTextEdit>(panel, "noticeContact")->setPlainText(QStringLiteral("555 0100"));
        m_pathOfPdf = m_folder->filePath(QStringLiteral("aviso.html"));
        QTest::mouseClick(within<QAbstractButton>(panel, "noticeHtml"), Qt::LeftButton);
        QVERIFY(m_paperSuggested.endsWith(QStringLiteral(", announcement-es.html")));
        const QByteArray web = savedPaper();
        QVERIFY(web.contains("<html lang=\"es\">"));
        QVERIFY(web.contains("555 0100"));
        // What was typed is still there when somebody comes back.
        goToStep("2");
        goToStep("1");
        panel = within<QWidget>(&stepPage(), "announcementPanel");
        QCOMPARE(within<QPlainTextEdit>(panel, "noticeContact")->toPlainText(), QStringLiteral("555 0100"));
        m_pathOfPdf = m_folder->filePath(QStringLiteral("aviso.pdf"));
        QTest::mouseClick(within<QAbstractButton>(panel, "noticePdf"), Qt::LeftButton);
        QVERIFY(savedPaper().startsWith("%PDF-"));
        QTest::mouseClick(within<QAbstractButton>(panel, "noticeText"), Qt::LeftButton);
        QCOMPARE(workspace().currentPageId(), QStringLiteral("visit"));
        auto *form = within<QWidget>(page("visit"), "form-announcement");
        choose(form, "announcement-channel", "notice-board");
        QTest::mouseClick(within<QAbstractButton>(form, "addRecord"), Qt::LeftButton);
        QCOMPARE(countOf(EntityKind::Announcement), 1U);
        const Record &kept = document().assessment().records(EntityKind::Announcement).begin()->second;
        QCOMPARE(kept[field::announcement::language], QStringLiteral("es"));
        QVERIFY(kept[field::announcement::text].contains(QStringLiteral("¿Quién puede participar?")));
    }

    void aVersionOfThePlanIsIssuedOnceAndSaysWhatChanged()
    {
        const auto write = [this](const char *objectives) {
            const CaseView view = document().view();
            const EntityRef plan = view.assessment.derivedRef(EntityKind::AuditPlan, Assessment::auditPlanCode());
            must(document().apply(must(changeRecord(
                view, plan, {.values = {{&infoOf(field::audit_plan::objectives), QLatin1String(objectives)}}}))));
        };
        const auto issue = [this](const char *why) {
            click("issuePlan");
            QTest::keyClicks(named<CommitTextEdit>("issueJustification"), QLatin1String(why));
            click("issueConfirm");
        };
        write("Hear everybody");
        workspace().goTo(QStringLiteral("plan"));
        issue("First");
        QCOMPARE(countOf(EntityKind::PlanIssue), 1U);
        issue("Nothing is new");
        QCOMPARE(countOf(EntityKind::PlanIssue), 1U);
        QVERIFY(named<CommitTextEdit>("issueJustification")->isVisible()); // what was typed is still there
        click("issueCancel");
        write("Hear everybody twice");
        issue("Twice is safer");
        QCOMPARE(countOf(EntityKind::PlanIssue), 2U);
        QCOMPARE(named<QPlainTextEdit>("versionChanges")->toPlainText(),
                 QStringLiteral("\u2212 Hear everybody\n+ Hear everybody twice"));
    }

    void whatLimitedTheAuditIsTakenOverByHand()
    {
        workspace().goTo(QStringLiteral("review"));
        click("showLimits");
        QVERIFY(!named<QWidget>("limitsPanel")->isVisible()); // nothing to tell
        const EntityRef stop = document().newEntity(EntityKind::VisitStop);
        must(document().apply(
            must(addRecord(document().view(), stop,
                           {.values = {{&infoOf(field::visit_stop::name), QStringLiteral("Wells")},
                                       {&infoOf(field::visit_stop::not_visited), QStringLiteral("Snow")}}}))));
        click("showLimits");
        auto *list = named<QListWidget>("untoldLimits");
        QCOMPARE(list->count(), 1);
        QVERIFY(!named<QAbstractButton>("takeLimits")->isEnabled()); // it becomes public: nothing is ticked by itself
        list->item(0)->setCheckState(Qt::Checked);
        click("takeLimits");
        QCOMPARE(document().assessment().details()[field::details::limits], QStringLiteral("Wells: not visited. Snow"));
        QVERIFY(!named<QWidget>("limitsPanel")->isVisible());
    }

    void papersArePrintedWhereTheirRecordsAre()
    {
        workspace().goTo(QStringLiteral("plan"));
        for (const char *paper : {"print-plan-html", "print-plan-team-html", "print-team-html"}) {
            m_pathOfPdf = m_folder->filePath(QLatin1String(paper));
            within<QAction>(page("plan"), paper)->trigger();
            QVERIFY2(savedPaper().contains("<h1>"), paper);
        }
        workspace().goTo(QStringLiteral("review"));
        m_pathOfPdf = m_folder->filePath(QStringLiteral("comments.html"));
        within<QAction>(page("review"), "print-comments-company-html")->trigger();
        QVERIFY(savedPaper().contains("Company review"));
        // One language for all papers, chosen on either page.
        within<QAction>(page("plan"), "papers-in-es")->trigger();
        m_pathOfPdf = m_folder->filePath(QStringLiteral("observaciones.html"));
        within<QAction>(page("review"), "print-comments-company-html")->trigger();
        QVERIFY(savedPaper().contains("<html lang=\"es\">"));
    }

    /// A paper that goes out names nobody, with nobody to override it; who cannot read the names is told so.
    void papersThatGoOutNameNobody()
    {
        const auto lead = std::make_shared<const Profile>(profileOf("lead"));
        workspace().editor().actAs(lead);
        Draft draft(document().view(), Verb::AddPerson, {});
        const EntityRef person = document().newEntity(EntityKind::Person);
        draft.add(
            must(addRecord(draft.view(), person, {{{&infoOf(field::person::stakeholder), QStringLiteral("worker")}}})));
        const QString sealed = must(
            IdentityWriter(*lead).seal(draft, person, infoOf(field::person::name), QStringLiteral("Abelard Quispe")));
        draft.add(must(changeRecord(draft.view(), person, {{{&infoOf(field::person::name), sealed}}})));
        must(document().apply(draft.edit()));
        goToStep("1");
        auto *panel = within<QWidget>(&stepPage(), "announcementPanel");
        QTest::mouseClick(within<QAbstractButton>(panel, "makeAnnouncement"), Qt::LeftButton);
        within<QPlainTextEdit>(panel, "noticeContact")->setPlainText(QStringLiteral("Abelard Quispe, 555 0100"));
        m_pathOfPdf = m_folder->filePath(QStringLiteral("notice.html"));
        auto *make = within<QAbstractButton>(panel, "noticeHtml");
        QTest::mouseClick(make, Qt::LeftButton);
        auto *banner = named<Banner>("banner");
        QTRY_VERIFY_WITH_TIMEOUT(banner->message().contains(QLatin1String("It would name somebody")), 60'000);
        QVERIFY(banner->message().contains(QLatin1String("The name of P-A01: ")));
        QVERIFY(!QFile::exists(m_pathOfPdf));
        within<QPlainTextEdit>(panel, "noticeContact")->setPlainText(QStringLiteral("555 0100"));
        QTest::mouseClick(make, Qt::LeftButton);
        QVERIFY(savedPaper().contains("555 0100"));
        QTRY_VERIFY(banner->message().contains(QLatin1String("The paper was saved")));
        QVERIFY(!banner->message().contains(QLatin1String("not looked through")));
        workspace().editor().actAs({});
        m_pathOfPdf = m_folder->filePath(QStringLiteral("second.html"));
        QTest::mouseClick(make, Qt::LeftButton);
        QVERIFY(savedPaper().contains("555 0100"));
        QTRY_VERIFY(banner->message().contains(QLatin1String("not looked through for names")));
    }

    void thePlanIsWrittenInPlace()
    {
        workspace().goTo(QStringLiteral("plan"));
        auto *plan = qobject_cast<RecordPage *>(page("plan"));
        plan->openList(EntityKind::AuditPlan);
        QTest::mouseClick(within<QAbstractButton>(plan, "newRecord"), Qt::LeftButton);
        auto *form = within<QWidget>(plan, "form-audit_plan");
        fill(form, "audit_plan-objectives", "Rate the mine");
        fill(form, "audit_plan-days", "five");
        QCOMPARE(document().assessment().auditPlan()[field::audit_plan::objectives], QStringLiteral("Rate the mine"));
        QVERIFY(!document().assessment().auditPlan().has(field::audit_plan::days));
    }

    /// Whoever raised it can ask with the code what came of it: given once, printed as often as it is asked for.
    void aConcernGetsAReceiptThatNamesNobody()
    {
        workspace().goTo(QStringLiteral("people"));
        auto *people = qobject_cast<RecordPage *>(page("people"));
        auto *button = named<QAbstractButton>("giveReceipt");
        QVERIFY(!button->isVisible());
        people->openList(EntityKind::Concern);
        QVERIFY(button->isVisible() && !button->isEnabled());
        QTest::mouseClick(within<QAbstractButton>(people, "newRecord"), Qt::LeftButton);
        QVERIFY(!button->isEnabled());
        fill(page("people"), "concern-text", "Dust at the school");
        QTest::mouseClick(within<QAbstractButton>(page("people"), "addRecord"), Qt::LeftButton);
        QVERIFY(button->isEnabled());
        m_pathOfPdf = m_folder->filePath(QStringLiteral("receipt.pdf"));
        named<QAction>("receipt-es")->trigger();
        const QByteArray first = savedPaper();
        QVERIFY(first.startsWith("%PDF-"));
        const Record &concern = document().assessment().records(EntityKind::Concern).begin()->second;
        const QString receipt = concern[field::concern::receipt];
        QCOMPARE(receipt.size(), 14);
        QFile::remove(m_pathOfPdf);
        named<QAction>("receipt-es")->trigger();
        QCOMPARE(savedPaper(), first);
        QCOMPARE(concern[field::concern::receipt], receipt);
        QTest::mouseClick(within<QAbstractButton>(people, "closeForm"), Qt::LeftButton);
        QVERIFY(!button->isEnabled());
    }
};

QTEST_MAIN(TestProcess)
#include "tst_process.moc"
