// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowjourney.h"
#include "ui/pages/importpage.h"
#include "ui/pages/records/recordpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/step/steppage.h"
#include "ui/widgets/commitline.h"
#include "ui/widgets/committextedit.h"
#include "ui/widgets/ratingstrip.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QTimeZone>

using namespace adit;
using namespace adit::test;

// One complete audit through the window's own pages, from the mine's self-assessment to a closed surveillance: the same
// as tests/app/whole-audit.sh, by hand. Every step goes through its gates; none of them is passed with a reason.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// What is written into the fields of a form, in this order.
using Written = std::vector<std::pair<const char *, QString>>;

} // namespace

class TestWholeAudit : public WindowJourney
{
    Q_OBJECT

private:
    Workspace &workspace() { return *m_window->workspace(); }
    StepPage &stepPage() { return *named<StepPage>("stepPage"); }
    const Assessment &assessment() { return document().assessment(); }

    template <typename Widget>
    static Widget *within(QWidget *parent, const QString &name)
    {
        auto *found = parent->findChild<Widget *>(name);
        if (!found)
            qFatal("no widget named %s", qPrintable(name));
        return found;
    }

    /// The day on which things are done from now on.
    void on(const char *day)
    {
        const QDate date = *dateFromIso(s(day));
        document().surroundings().now = [date] {
            return Instant{QDateTime(date, QTime(12, 0), QTimeZone::systemTimeZone()).toMSecsSinceEpoch()};
        };
    }

    // ---- forms ----

    /// Types as a person does who goes from field to field.
    static void type(QWidget *field, const QString &text)
    {
        field->setFocus(Qt::TabFocusReason); // what stands there is selected, and replaced
        QTest::keyClicks(field, text);
        QWidget *list = QApplication::activePopupWidget();
        QTest::keyClick(list ? list : field, Qt::Key_Tab);
    }
    static void write(QWidget *form, const FieldInfo &field, const QString &value)
    {
        const QString name = kindInfo(field.kind).name + QLatin1Char('-') + field.name;
        if (field.type == ValueType::Choice) {
            auto *box = within<QComboBox>(form, name);
            box->setCurrentIndex(box->findData(value));
            Q_EMIT box->activated(box->currentIndex());
        } else if (field.choices == QLatin1String("agenda") || field.type == ValueType::Set) {
            for (const QString &code : value.split(QLatin1Char(' ')))
                within<QAbstractButton>(form, s("tick-") + code)->click();
        } else {
            type(within<QWidget>(form, name), value);
        }
    }
    static void write(QWidget *form, EntityKind kind, const Written &values)
    {
        for (const auto &[name, value] : values)
            write(form, *findField(kind, s(name)), value);
    }
    RecordPage *listOf(EntityKind kind, const QString &label = {})
    {
        const RecordPageInfo *info = pageOf(kind);
        workspace().goTo(QLatin1String(info->id));
        if (auto *review = qobject_cast<ReviewPage *>(workspace().currentPage()))
            review->showView(ReviewPage::List);
        auto *page = named<RecordPage>(QByteArray("page-").append(info->id).constData());
        page->openList(kind, label);
        return page;
    }
    static QWidget *formOf(RecordPage *page, EntityKind kind)
    {
        return within<QWidget>(page, s("form-") + kindInfo(kind).name);
    }
    void add(EntityKind kind, const Written &values, const QString &code = {})
    {
        const std::size_t before = assessment().records(kind).size();
        RecordPage *page = listOf(kind);
        QTest::mouseClick(within<QAbstractButton>(page, s("newRecord")), Qt::LeftButton);
        QWidget *form = formOf(page, kind);
        if (!code.isEmpty()) {
            auto *box = within<QComboBox>(form, s("newCode"));
            box->setCurrentIndex(box->findData(code));
        }
        write(form, kind, values);
        if (kind != EntityKind::AuditPlan)
            QTest::mouseClick(within<QAbstractButton>(form, s("addRecord")), Qt::LeftButton);
        const QByteArray kindName(kindInfo(kind).name.data());
        QVERIFY2(assessment().records(kind).size() == before + 1, kindName.constData());
    }
    void change(EntityKind kind, const char *label, const Written &values)
    {
        write(formOf(listOf(kind, s(label)), kind), kind, values);
    }
    void describe(const Written &values)
    {
        workspace().goTo(s("details"));
        write(workspace().currentPage(), EntityKind::Details, values);
    }

    // ---- the process ----

    void goToStep(const char *step) { workspace().goTo(s("step:") + s(step)); }
    QString stateOf(const char *step) { return assessment().step(s(step))[field::step::state]; }
    void move(const char *step, const char *state)
    {
        goToStep(step);
        auto *toggle = within<QAbstractButton>(&stepPage(), s("toggleStep"));
        QString missing;
        for (const GateState *gate : workspace().process().state().shut(s(step), s(state) == s("open"))) {
            missing += gate->gate->code + QLatin1Char(':');
            for (const Missing &thing : gate->missing)
                missing += QLatin1Char(' ') + thing.subject;
            missing += QLatin1Char('\n');
        }
        QVERIFY2(toggle->isEnabled(), qPrintable(s(step) + QLatin1Char(' ') + missing));
        QTest::mouseClick(toggle, Qt::LeftButton);
        QCOMPARE(stateOf(step), s(state));
    }
    void open(const char *step) { move(step, "open"); }
    void close(const char *step)
    {
        if (stateOf(step) != s("open"))
            open(step);
        move(step, "closed");
    }
    void milestone(const char *code, const char *field, const char *day)
    {
        const QString step = s(code).section(QLatin1Char('.'), 0, 0);
        goToStep(qPrintable(step));
        type(within<QWidget>(within<QWidget>(&stepPage(), s("milestone-") + s(code)), s(field)), s(day));
    }
    void done(const char *code, const char *day) { milestone(code, "done", day); }

    // ---- sheets ----

    /// A rating and a word for every requirement but those of a chapter.
    void importSheet(const QString &header, const QString &rest, const QString &exceptChapter, int whose)
    {
        QByteArray rows = header.toUtf8() + '\n';
        for (int i = 0; i < int(document().ratedItems().size()); ++i) {
            const QString code = document().standard().requirement(i).code.toString();
            if (exceptChapter.isEmpty() || !code.startsWith(exceptChapter + QLatin1Char('.')))
                rows += '"' + code.toUtf8() + "\"," + rest.toUtf8() + '\n';
        }
        m_pathToOpen = m_folder->filePath(s("rows.csv"));
        QFile file(m_pathToOpen);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(rows), rows.size());
        file.close();
        m_window->findChild<QAction *>(s("actionImport"))->trigger();
        QTRY_VERIFY(!named<ImportPage>("importPage")->isReading());
        QTest::mouseClick(named<SegmentedControl>("importWhose")->segment(whose), Qt::LeftButton);
        click("importAccept");
    }
    void rateByKey(const char *requirement, Qt::Key key)
    {
        workspace().goTo(s("assess"));
        go(requirement);
        QApplication::setActiveWindow(m_window.get());
        named<RatingStrip>("ratingStrip")->focusCurrent();
        QVERIFY(named<RatingStrip>("ratingStrip")->isAncestorOf(QApplication::focusWidget()));
        WindowJourney::type(key);
    }
    QString relevantChapters()
    {
        QStringList chapters;
        for (const StandardNode &node : document().standard().nodes())
            if (node.code.level() == NodeLevel::Chapter)
                chapters.append(node.code.toString());
        return chapters.join(QLatin1Char(' '));
    }

    void preAudit();
    void announceAndReview();
    void reachOutAndVisit();
    void reviewTheReport();
    void correctAndDisclose();
    void followUp();

private Q_SLOTS:
    void init()
    {
        begin();
        makeCase();
    }
    void cleanup() { end(); }

    void fromTheSelfAssessmentToAClosedSurveillance()
    {
        for (const auto stage :
             {&TestWholeAudit::preAudit, &TestWholeAudit::announceAndReview, &TestWholeAudit::reachOutAndVisit,
              &TestWholeAudit::reviewTheReport, &TestWholeAudit::correctAndDisclose, &TestWholeAudit::followUp}) {
            (this->*stage)();
            if (QTest::currentTestFailed())
                return;
        }
        for (const ProcessStep &step : document().standard().steps())
            if (step.code != s("N3"))
                QVERIFY2(assessment().step(step.code)[field::step::state] == s("closed"), qPrintable(step.code));
        QCOMPARE(assessment().records(EntityKind::GatePass).size(), std::size_t(0));
        QVERIFY(must(document().verify()).problems.empty());
    }
};

void TestWholeAudit::preAudit()
{
    on("2025-09-01");
    importSheet(s("requirement,rating"), s("full"), {}, 1);
    done("P1.done", "2025-09-01");
    close("P1");

    on("2025-09-02");
    open("P2");
    describe({{"country", s("CL")},
              {"operator_name", s("Small Hill S.A.")},
              {"location", s("Central valley")},
              {"materials", s("copper")},
              {"description", s("A small open pit.")},
              {"facilities", s("Pit and plant")},
              {"audit_firm", s("Valley Assurance")}});
    add(EntityKind::Relevance, {{"claimed", s("2025-09-02")}, {"claim_reason", s("No cyanide is used.")}}, s("4.8"));
    done("P2.received", "2025-09-03");
    done("P2.reviewed", "2025-09-09");
    on("2025-09-09");
    close("P2");
    done("P3.signed", "2025-09-12");
    done("P3.paid", "2025-09-15");
    on("2025-09-15");
    close("P3");
    done("P4.signed", "2025-09-20");
    done("P4.notified", "2025-09-24");
    on("2025-09-24");
    close("P4");

    on("2025-09-25");
    open("P5");
    const auto member = [&](const char *name, const char *role) {
        add(EntityKind::TeamMember, {{"name", s(name)},
                                     {"role", s(role)},
                                     {"state", s("accepted")},
                                     {"declaration", s("none")},
                                     {"declared", s("2025-09-26")}});
    };
    member("R. Salas", "lead-auditor");
    member("L. Quispe", "technical-reviewer");
    member("M. Rojas", "decision-maker");
    change(EntityKind::TeamMember, "T-A01", {{"chapters", relevantChapters()}});
    add(EntityKind::Competence, {{"member", s("T-A01")},
                                 {"chapters", relevantChapters()},
                                 {"basis", s("Lead auditor since 2014")},
                                 {"expires", s("2029-12-31")}});
    add(EntityKind::AuditPlan, {{"objectives", s("Rate the mine")},
                                {"criteria", s("IRMA-style 1.0")},
                                {"scope", s("Pit and plant")},
                                {"days", s("2")},
                                {"languages", s("es")},
                                {"sampling", s("By shift")},
                                {"logistics", s("By road")},
                                {"confidentiality", s("Names stay away")},
                                {"follow_up", s("Surveillance")}});
    add(EntityKind::PlanIssue, {{"issued", s("2025-10-01")}, {"agreed", s("2025-10-03")}});
    add(EntityKind::GroupPlan, {{"planned", s("2")}, {"basis", s("One per shift")}}, s("worker"));
    add(EntityKind::GroupPlan, {{"planned", s("1")}, {"basis", s("One village")}}, s("community"));
    done("P5.proposed", "2025-10-01");
    done("P5.accepted", "2025-10-06");
    on("2025-10-06");
    close("P5");
}

void TestWholeAudit::announceAndReview()
{
    on("2025-10-07");
    open("1");
    add(EntityKind::Evidence, {{"title", s("Radio log")},
                               {"source", s("document-third-party")},
                               {"state", s("sighted")},
                               {"place", s("At the radio station")}});
    add(EntityKind::Announcement,
        {{"published", s("2025-10-08")}, {"channel", s("radio")}, {"language", s("es")}, {"proof", s("E-A01")}});
    done("1.announced", "2025-10-08");
    on("2025-10-08");
    close("1");

    on("2025-11-03");
    open("2");
    done("2.started", "2025-11-03");
    add(EntityKind::Meeting, {{"meeting", s("opening-desk")}, {"held", s("2025-11-03")}});
    change(EntityKind::Meeting, "M-A01",
           {{"agenda", s("desk-requirements desk-scope desk-confidentiality desk-judgement desk-nonconformities")}});
    add(EntityKind::Request, {{"asked", s("2025-11-04")},
                              {"due", s("2025-11-20")},
                              {"text", s("Permits of 2025")},
                              {"state", s("asked")},
                              {"requirements", s("1.1.1.1")}});
    change(EntityKind::Request, "R-A01",
           {{"answered", s("2025-11-18")}, {"answer", s("All permits")}, {"state", s("closed")}});
    change(EntityKind::Relevance, "4.8",
           {{"justification", s("No cyanide is used or stored.")},
            {"state", s("not-relevant")},
            {"tested", s("2025-11-20")},
            {"test", s("Stores and purchase ledger were read.")}});
    add(EntityKind::Meeting, {{"meeting", s("closing-desk")}, {"held", s("2025-11-28")}});
    change(EntityKind::Meeting, "M-A02", {{"agenda", s("desk-findings desk-likely desk-deferred")}});
    done("2.ended", "2025-11-28");
    on("2025-11-28");
    close("2");
}

void TestWholeAudit::reachOutAndVisit()
{
    on("2025-12-01");
    open("3");
    done("3.started", "2025-12-01");
    add(EntityKind::Contact, {{"stakeholder", s("worker")},
                              {"made", s("2025-12-01")},
                              {"channel", s("letter")},
                              {"text", s("Notice at the gate")}});
    add(EntityKind::Contact, {{"stakeholder", s("community")},
                              {"made", s("2025-12-02")},
                              {"channel", s("visit")},
                              {"text", s("Village head told")}});
    on("2026-01-20");
    close("3");

    milestone("4.started", "planned", "2026-02-02");
    on("2026-02-02");
    open("4");
    done("4.started", "2026-02-02");
    add(EntityKind::Meeting, {{"meeting", s("opening-visit")}, {"held", s("2026-02-02")}});
    change(EntityKind::Meeting, "M-A03",
           {{"agenda", s("visit-scope visit-plan visit-updates visit-nonconformities visit-safety")}});
    add(EntityKind::VisitStop,
        {{"name", s("Open pit")}, {"day", s("2026-02-02")}, {"time", s("10:00")}, {"visited", s("2026-02-02")}});
    add(EntityKind::Person, {{"stakeholder", s("worker")}, {"language", s("es")}});
    add(EntityKind::Person, {{"stakeholder", s("community")}, {"language", s("es")}});
    add(EntityKind::Interview, {{"held", s("2026-02-02")},
                                {"heard", s("2")},
                                {"consent", s("given")},
                                {"summary", s("Knew their rights.")},
                                {"people", s("P-A01")},
                                {"requirements", s("3.1.1.1")}});
    add(EntityKind::Interview, {{"held", s("2026-02-03")},
                                {"consent", s("given")},
                                {"summary", s("Was asked before the pit grew.")},
                                {"people", s("P-A02")},
                                {"requirements", s("1.2.2.2")}});
    importSheet(s("requirement,rating,finding,sources"), s("full,Seen and heard.,observation"), s("4.8"), 0);
    // One rating by hand: a key, and the finding below it.
    rateByKey("1.1.1.1", Qt::Key_2);
    QCOMPARE(ratingOf("1.1.1.1"), s("partial"));
    add(EntityKind::Nonconformity, {{"title", s("Permits out of date")},
                                    {"grade", s("critical")},
                                    {"requirements", s("1.1.1.1")},
                                    {"description", s("Two permits had run out in November 2025.")},
                                    {"raised", s("2026-02-03")},
                                    {"owner", s("Head of law")}});
    add(EntityKind::Meeting, {{"meeting", s("closing-visit")}, {"held", s("2026-02-03")}});
    change(EntityKind::Meeting, "M-A04", {{"agenda", s("visit-findings visit-diverging visit-next")}});
    done("4.ended", "2026-02-03");
    on("2026-02-03");
    close("4");
}

void TestWholeAudit::reviewTheReport()
{
    on("2026-02-04");
    open("5");
    const auto comment = [&](const char *label, const char *round, const char *text, const char *state,
                             const char *answer, const char *made, const char *answered) {
        add(EntityKind::Comment, {{"round", s(round)}, {"made", s(made)}, {"text", s(text)}, {"state", s("open")}});
        change(EntityKind::Comment, label, {{"answer", s(answer)}, {"answered", s(answered)}, {"state", s(state)}});
    };
    comment("Q-A01", "technical", "Which permits?", "accepted", "Named now.", "2026-02-20", "2026-02-22");
    done("5a.sent", "2026-03-03");
    on("2026-03-03");
    close("5a");
    change(EntityKind::Nonconformity, "NC-A01",
           {{"cause", s("Nobody watched the dates.")},
            {"cause_accepted", s("2026-03-10")},
            {"state", s("cause-accepted")}});
    QWidget *form = formOf(listOf(EntityKind::Nonconformity, s("NC-A01")), EntityKind::Nonconformity);
    type(within<QWidget>(form, s("correctiveAction")), s("Renew both permits."));
    type(within<QWidget>(form, s("correctiveActionDue")), s("2026-09-30"));
    change(EntityKind::Nonconformity, "NC-A01", {{"plan_accepted", s("2026-03-20")}, {"state", s("plan-accepted")}});
    done("5b.returned", "2026-03-30");
    on("2026-03-30");
    close("5b");
    comment("Q-A02", "company", "One permit, not two.", "rejected", "Both had run out.", "2026-03-30", "2026-04-08");
    done("5c.revised", "2026-04-10");
    on("2026-04-10");
    close("5c");
    done("5d.reviewed", "2026-04-20");
    on("2026-04-20");
    close("5d");
    describe({{"method", s("Read, seen and heard.")},
              {"limits", s("None.")},
              {"team", s("Lead auditor")},
              {"report_id", s("SHM-1")}});
    done("5e.final", "2026-04-24");
    on("2026-04-24");
    close("5e");
    done("5f.decided", "2026-04-27");
    on("2026-04-27");
    close("5f");
    close("5");
}

void TestWholeAudit::correctAndDisclose()
{
    on("2026-04-28");
    open("6");
    done("6.started", "2026-04-28");
    on("2026-06-01");
    rateByKey("1.1.1.1", Qt::Key_3); // asks what was verified
    type(named<QWidget>("ratingJustification"), s("One permit was renewed."));
    click("ratingConfirm");
    QCOMPARE(ratingOf("1.1.1.1"), s("substantial"));
    QCOMPARE(assessment().answer(code("1.1.1.1"))[field::answer::first_rating], s("partial"));
    done("6.ended", "2026-06-10");
    on("2026-06-10");
    close("6");

    on("2026-06-11");
    open("7");
    describe({{"disclosure", s("full")}, {"company_comments", s("We thank the team.")}});
    done("7.published", "2026-06-15");
    on("2026-06-15");
    close("7");
}

void TestWholeAudit::followUp()
{
    on("2026-06-16");
    open("N1");
    change(EntityKind::Nonconformity, "NC-A01", {{"implemented", s("2026-09-20")}, {"state", s("implemented")}});
    change(EntityKind::Nonconformity, "NC-A01",
           {{"verified", s("2026-10-01")},
            {"verified_by", s("R. Salas")},
            {"verified_basis", s("Both permits read.")},
            {"state", s("verified")}});
    on("2026-10-01");
    close("N1");
    on("2027-07-01");
    open("N2");
    done("N2.done", "2027-07-05");
    on("2027-07-05");
    close("N2");
}

QTEST_MAIN(TestWholeAudit)
#include "tst_wholeaudit.moc"
