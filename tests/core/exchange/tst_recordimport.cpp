// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordimport.h"
#include "tests/core/process/purecase.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// Sheets of records: cli.md, Sheets. Every row is good, or all that are not are named and nothing is imported.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestRecordImport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PureCase> m_case;

    RecordSources sources()
    {
        return {[this](EntityKind kind) { return m_case->newEntity(kind); }, [this] { return m_case->newId(); },
                [](const QString &name) -> Result<TakenFile> {
                    if (name != s("plan.txt"))
                        return Error{ErrorCode::FileMissing, name};
                    return takenFile(name, s("text/plain"), "the plan");
                }};
    }
    Result<RecordImport> read(const char *list, const QByteArray &csv)
    {
        const Sheet sheet = must(readSheetData(csv, s("list.csv")));
        return readRecords(m_case->view(), sheet, s("list.csv"), *recordSheet(s(list)), sources());
    }
    void import(const char *list, const QByteArray &csv)
    {
        auto import = must(read(list, csv));
        m_case->apply(Result<Edit>(std::move(import.edit)));
    }
    const Record &record(EntityKind kind, const char *label)
    {
        return *findByLabel(m_case->view().assessment, kind, s(label));
    }

private Q_SLOTS:
    void init() { m_case = std::make_unique<PureCase>(s("1.1.1.1! 1.1.1.2 2.1.1.1 3.1.10.1")); }

    void newRowsGetNumbersAndKnownOnesChange()
    {
        import("requests", "asked,text,state,requirement\n"
                           "2026-01-05,Permits of 2025,asked,1.1.1.1|1.1.1.2\n"
                           "2026-01-06,Training records,asked,\n");
        QCOMPARE(record(EntityKind::Request, "R-A01")[field::request::requirements],
                 (QStringList{s("1.1.1.1"), s("1.1.1.2")}));
        import("requests", "id,state,answered,text\nR-A02,closed,2026-01-20,\nR-A01,received,2026-01-21,-x\n");
        QCOMPARE(record(EntityKind::Request, "R-A02")[field::request::state], s("closed"));
        QCOMPARE(record(EntityKind::Request, "R-A02")[field::request::text], s("Training records")); // empty leaves it
        QCOMPARE(record(EntityKind::Request, "R-A01")[field::request::text], s("-x"));
    }

    void aHyphenClears()
    {
        import("people", "group,place\nworker,Gate\n");
        import("people", "id,place\nP-A01,-\n");
        QVERIFY(!record(EntityKind::Person, "P-A01").has(field::person::place));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *list, const QByteArray &csv, const char *says) {
            QTest::newRow(name) << s(list) << csv << s(says);
        };
        row("unknown group", "people", "group\nminers\n", "row 2, group: \"miners\"; expected: one of worker,");
        row("unknown number", "requests", "id,state\nR-A09,closed\n",
            "row 2, id: \"R-A09\"; expected: one of this case");
        row("number twice", "people", "id,group\nP-A01,worker\nP-A01,community\n", "P-A01 stands in row 2 already");
        row("unknown person", "interviews", "person,date\nP-A09,2026-05-05\n", "row 2, person: \"P-A09\"");
        row("unknown requirement", "requests", "text,asked,state,requirement\nx,2026-01-05,asked,9.9.9.9\n",
            "row 2, requirement: \"9.9.9.9\"");
        row("answered before it was asked", "requests", "text,asked,state,answered\nx,2026-01-05,asked,2026-01-04\n",
            "answered: \"2026-01-04\"; expected: ⟦not-before");
        row("no date", "contacts", "group,made\nworker,tomorrow\n", "row 2, made: \"tomorrow\"; expected: a date");
        row("half a number", "groups", "id,planned\nworker,2.5\n", "planned: \"2.5\"; expected: ⟦whole-number⟧");
        row("hour that is none", "places", "name,time\nPit,25:00\n", "time: \"25:00\"; expected: ⟦clock-time⟧");
        row("unknown group as id", "groups", "id,planned\nminers,3\n", "expected: one of worker,");
        row("neither yes nor no", "places", "name,off_site\nPit,perhaps\n",
            "off_site: \"perhaps\"; expected: yes or no");
        row("file that is not there", "evidence", "file,title\nnone.txt,None\n", "FileMissing");
        row("seen nowhere", "evidence", "title,sighted_only\nSafe,yes\n", "expected: ⟦evidence-place⟧");
        row("chapters without declaration", "team", "name,role,chapters\nA,auditor,1.1\n", "chapters: \"A\"; expected");
        row("verified by the owner", "actions",
            "title,grade,requirement,description,state,cause,owner,action,due,implemented,verified_on,verified_by,"
            "verified_basis\nA,minor,1.1.1.1,B,verified,C,Safety,D,2026-12-01,2026-11-01,2026-11-05,safety,Seen\n",
            "verified_by: \"safety\"; expected");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QString, list);
        QFETCH(QByteArray, csv);
        QFETCH(QString, says);
        import("people", "group\ncommunity\n"); // P-A01
        const auto import = read(list.toLatin1().constData(), csv);
        QVERIFY(!import);
        QVERIFY(import.error().code == ErrorCode::SheetRows);
        QVERIFY2(import.error().detail.contains(says), qPrintable(import.error().detail));
    }

    void allBadRowsAreNamedAtOnce()
    {
        const auto import = read("people", "group\nworker\nminers\ncommunity\nsailors\n");
        QVERIFY(!import);
        QCOMPARE(int(import.error().detail.count(QLatin1Char('\n'))), 1);
        QVERIFY(m_case->view().assessment.records(EntityKind::Person).empty());
    }

    void aNonconformityComesWithItsAction()
    {
        import("actions", "title,grade,requirement,description,state,cause,action,due\n"
                          "Permits,critical,1.1.1.1|1.1.1.2,Ran out,plan-accepted,Nobody watched,Renew,2026-12-01\n");
        const auto &actions = m_case->view().assessment.records(EntityKind::Action);
        QCOMPARE(actions.size(), 1U);
        QCOMPARE(actions.begin()->second[field::action::nonconformity], s("NC-A01"));
        QVERIFY(datedPlans(m_case->view().assessment).contains(s("1.1.1.2")));
        import("actions", "id,action\nNC-A01,Renew both\n");
        QCOMPARE(actions.size(), 1U);
        QCOMPARE(actions.begin()->second[field::action::text], s("Renew both"));
    }

    void presentTakesCodesOrWords()
    {
        import("people", "group\nworker\n");
        import("interviews", "person,date,present\nP-A01,2026-05-05,management|interpreter\n"
                             "P-A01,2026-05-06,The shift boss for ten minutes\n");
        QCOMPARE(record(EntityKind::Interview, "I-A01")[field::interview::also_present],
                 (QStringList{s("interpreter"), s("management")}));
        QCOMPARE(record(EntityKind::Interview, "I-A02")[field::interview::present],
                 s("The shift boss for ten minutes"));
    }

    // A spreadsheet may have taken 3.1.10.1 for something else; here it is the only id it can have been.
    void evidenceBringsItsFile()
    {
        const auto import =
            must(read("evidence", "file,title,requirements,confidential\nplan.txt,Plan,3.1.10.1,yes\n"));
        QCOMPARE(import.edit.contents, std::vector<QByteArray>{"the plan"});
        m_case->apply(Result<Edit>(import.edit));
        const Record &plan = record(EntityKind::Evidence, "E-A01");
        QCOMPARE(plan[field::evidence::state], s("taken"));
        QCOMPARE(plan[field::evidence::confidentiality], s("confidential"));
    }

    void whatIsExportedIsImportedAgainUnchanged_data()
    {
        QTest::addColumn<QString>("list");
        for (const RecordSheet &sheet : recordSheets())
            QTest::newRow(qPrintable(sheet.name)) << sheet.name;
    }
    void whatIsExportedIsImportedAgainUnchanged()
    {
        QFETCH(QString, list);
        m_case->add(EntityKind::Person, s("stakeholder=worker place=Gate consent=given"));
        m_case->add(EntityKind::Interview, s("held=2026-05-05 people=P-A01 also_present=interpreter interpreter=1"));
        m_case->add(EntityKind::Evidence, s("title=Plan state=sighted place=Safe requirements=1.1.1.1|2.1.1.1"));
        m_case->add(EntityKind::Request, s("text=Permits asked=2026-01-05 state=asked evidence=E-A01"));
        m_case->add(EntityKind::TeamMember, s("name=A role=auditor declaration=none declared=2026-01-01 chapters=1.1"));
        m_case->add(EntityKind::Nonconformity,
                    s("title=A grade=minor requirements=1.1.1.1 description=B state=raised raised=2026-05-09"));
        m_case->apply(
            planCorrection(m_case->view(), s("NC-A01"), s("1.1.1.1"), m_case->newId(), s("Do"), s("2026-12-01")));
        const RecordSheet &shape = *recordSheet(list);
        const Sheet sheet = recordsSheet(m_case->view().assessment, shape);
        const auto import = must(readRecords(m_case->view(), sheet, s("again.xlsx"), shape, sources()));
        QCOMPARE(import.changed, 0);
        QVERIFY(import.unknownColumns.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRecordImport)
#include "tst_recordimport.moc"
