// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheet.h"
#include "tests/app/runcli.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace adit;
using namespace adit::test;

// Sheets of ratings on the command line (cli.md, Sheets): every good row counts, every bad row is named, and then
// nothing is imported.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Cells separated by "|", rows by line breaks; the first row is the header. "d:2001-02-03" is a date cell and
/// "n:1.1" a number, as spreadsheets store them.
Sheet sheetFrom(const QString &text)
{
    Sheet sheet;
    sheet.name = s("Ratings");
    int number = 0;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        SheetRow row{++number, {}};
        for (const QString &cell : line.split(QLatin1Char('|'))) {
            if (cell.startsWith(s("d:")))
                row.cells.append({cell.mid(2), CellKind::Date});
            else if (cell.startsWith(s("n:")))
                row.cells.append({cell.mid(2), CellKind::Number});
            else
                row.cells.append({cell, CellKind::Text});
        }
        if (number > 1) {
            sheet.rows.append(row);
            continue;
        }
        for (const SheetCell &cell : std::as_const(row.cells))
            sheet.header.append(cell.text);
    }
    return sheet;
}

} // namespace

class TestCliImport : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_templates;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    QString place(const char *name) const { return m_folder->filePath(s(name)); }
    QString csv(const QByteArray &bytes, const char *name = "ratings.csv") const
    {
        QFile file(place(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    QString xlsx(const QString &text) const
    {
        QFile::remove(place("ratings.xlsx"));
        if (const auto written = writeSheet(place("ratings.xlsx"), sheetFrom(text), {}); !written)
            qFatal("%s %s", qPrintable(written.error().subject), qPrintable(written.error().detail));
        return place("ratings.xlsx");
    }
    CliRun import(const QString &file, const QStringList &options = {}) const
    {
        return runCli(QStringList{s("--json"), s("import"), s("ratings"), m_path, file} + options);
    }
    QByteArray caseBytes() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// "field after" of what stands, latest first.
    QStringList standing(const char *requirement) const
    {
        QStringList list;
        const QJsonObject log = runCli({s("--json"), s("log"), m_path, s("--requirement"), s(requirement)}).json();
        QStringList seen;
        for (const QJsonValue &entry : log[s("operations")].toArray()) {
            const QString field = entry[s("entity")].toString().section(QLatin1Char(' '), 0, 0) + QLatin1Char('.') +
                                  entry[s("field")].toString();
            if (seen.contains(field))
                continue;
            seen.append(field);
            if (!entry[s("after")].isNull())
                list.append(field + QLatin1Char('=') + entry[s("after")].toString());
        }
        list.sort();
        return list;
    }
    QJsonObject chapterScore(const char *code) const
    {
        for (const QJsonValue &chapter : runCli({s("--json"), s("score"), m_path}).json()[s("chapters")].toArray())
            if (chapter[s("id")].toString() == s(code))
                return chapter.toObject();
        return {};
    }
    int operations() const
    {
        return runCli({s("--json"), s("info"), m_path}).json()[s("counts")][s("operations")].toInt();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(runCli({s("new"), m_templates.filePath(s("empty.adit")), s("--standard"), s("irma-style-1.0"),
                         s("--site"), s("Test mine")})
                     .exit,
                 0);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = place("case.adit");
        QFile::copy(m_templates.filePath(s("empty.adit")), m_path);
    }

    void everyColumnArrives()
    {
        const QString file =
            csv("requirement,rating,finding,notes,sources,justification,until,action,action_due\n"
                "1.1.1.1,partial,\"Öl, 水\nand more\",\"a \"\"note\"\"\",worker|community,,,Repair,2027-06-30\n"
                "1.1.2.1,deferred,,,,Road closed,2027-03-31,,\n");
        const CliRun done = import(file);
        QCOMPARE(done.exit, 0);
        QCOMPARE(done.json()[s("rows")].toInt(), 2);
        QCOMPARE(done.json()[s("changed")].toInt(), 10);
        QCOMPARE(standing("1.1.1.1"),
                 (QStringList{s("action.due=2027-06-30"), s("action.text=Repair"), s("answer.finding=Öl, 水\nand more"),
                              s("answer.notes=a \"note\""), s("answer.rating=partial"), s("answer.sources/community=1"),
                              s("answer.sources/worker=1")}));
        QCOMPARE(standing("1.1.2.1"), (QStringList{s("answer.justification=Road closed"), s("answer.rating=deferred"),
                                                   s("answer.until=2027-03-31")}));
    }

    void separatorsAndOrdersOfColumnsAreFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("comma") << QByteArray("requirement,rating,finding\n1.1.1.1,full,\"a;b\"\n");
        QTest::newRow("semicolon")
            << QByteArray("requirement;rating;finding\r\n1.1.1.1;full;a;b\r\n").replace("a;b", "\"a;b\"");
        QTest::newRow("tab") << QByteArray("requirement\trating\tfinding\n1.1.1.1\tfull\ta;b\n");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFrequirement,rating,finding\n1.1.1.1,full,a;b\n");
        QTest::newRow("other order") << QByteArray("finding,Requirement,RATING\n\"a;b\",1.1.1.1,full\n");
        QTest::newRow("no line break at the end") << QByteArray("requirement,rating,finding\n1.1.1.1,full,a;b");
    }
    void separatorsAndOrdersOfColumnsAreFound()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(import(csv(bytes)).exit, 0);
        QCOMPARE(standing("1.1.1.1"), (QStringList{s("answer.finding=a;b"), s("answer.rating=full")}));
    }

    void severalValuesInOneCell_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("bar") << QByteArray("requirement,sources\n1.1.1.1,worker | community\n");
        QTest::newRow("semicolon where the comma separates")
            << QByteArray("requirement,sources\n1.1.1.1,worker;community\n");
        QTest::newRow("bar where the semicolon separates")
            << QByteArray("requirement;sources\n1.1.1.1;worker|community\n");
    }
    void severalValuesInOneCell()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(import(csv(bytes)).exit, 0);
        QCOMPARE(standing("1.1.1.1"), (QStringList{s("answer.sources/community=1"), s("answer.sources/worker=1")}));
    }

    void workbookArrivesLikeCsv()
    {
        const QString file = xlsx(s("requirement|rating|finding|until|justification\n"
                                    "1.1.1.1|full|=1+1 is text|\n1.1.2.1|deferred||d:2027-03-31|Road"));
        QCOMPARE(import(file).exit, 0);
        QCOMPARE(standing("1.1.1.1"), (QStringList{s("answer.finding==1+1 is text"), s("answer.rating=full")}));
        QCOMPARE(standing("1.1.2.1").size(), 3);
        QCOMPARE(import(file, {s("--sheet"), s("No such sheet")}).exit, 3);
    }

    void emptyCellLeavesAndDashClears()
    {
        QCOMPARE(import(csv("requirement,rating,finding,notes,sources\n1.1.1.1,partial,Seen,Later,worker\n")).exit, 0);
        QCOMPARE(import(csv("requirement,rating,finding,notes,sources\n1.1.1.1,,-,,\n")).exit, 0);
        QCOMPARE(standing("1.1.1.1"),
                 (QStringList{s("answer.notes=Later"), s("answer.rating=partial"), s("answer.sources/worker=1")}));
        QCOMPARE(import(csv("requirement,rating,sources,notes\n1.1.1.1,-,-,- a dash and more\n")).exit, 0);
        QCOMPARE(standing("1.1.1.1"), QStringList{s("answer.notes=- a dash and more")});
    }

    void rowWithNothingToSayIsIgnored()
    {
        const int before = operations();
        const CliRun done = import(csv("requirement,rating,finding\n1.1.1.1,,\nno id at all,,\n,,\n1.1.1.1,, \n"));
        QCOMPARE(done.exit, 0);
        QCOMPARE(done.json()[s("rows")].toInt(), 0);
        QCOMPARE(operations(), before);
    }

    void chapterCanOnlyBeNotRelevant()
    {
        const QJsonObject before47 = chapterScore("4.7");
        QVERIFY(before47[s("unrated")].toInt() > 0);
        QCOMPARE(before47[s("not_relevant")].toInt(-1), 0);
        QCOMPARE(import(csv("requirement,rating,justification\n4.7,not-relevant,No cyanide\n2.2.1,not-relevant,None\n"))
                     .exit,
                 0);
        const QJsonObject chapter = chapterScore("4.7");
        QCOMPARE(chapter[s("possible")].toInt(-1), 0);
        QCOMPARE(chapter[s("percent")], QJsonValue());
        QCOMPARE(chapter[s("unrated")].toInt(-1), 0);
        QCOMPARE(chapter[s("not_relevant")], before47[s("unrated")]);
        QVERIFY(chapterScore("2.2")[s("not_relevant")].toInt() > 0); // one criterion of it
        QVERIFY(chapterScore("2.2")[s("unrated")].toInt() > 0);
        const QByteArray before = caseBytes();
        const CliRun refused = import(csv("requirement,rating\n4.6,full\n"));
        QCOMPARE(refused.exit, 3);
        QVERIFY(refused.err.contains("row 2"));
        QVERIFY(refused.err.contains("not-relevant"));
        QCOMPARE(caseBytes(), before);
    }

    void requirementRatedAfterAllIsRelevantAgain()
    {
        QCOMPARE(import(csv("requirement,rating,justification\n1.1.1.1,not-relevant,None\n")).exit, 0);
        QCOMPARE(import(csv("requirement,rating\n1.1.1.1,full\n")).exit, 0);
        QVERIFY(standing("1.1.1.1").contains(s("relevance.state=relevant")));
        QVERIFY(standing("1.1.1.1").contains(s("answer.rating=full")));
    }

    void selfAssessmentAndPreviousRatingsGoWhereTheyBelong()
    {
        QCOMPARE(import(csv("requirement,rating,finding\n1.1.1.1,full,We think so\n"), {s("--as"), s("self")}).exit, 0);
        QCOMPARE(import(csv("requirement,rating\n1.1.1.1,none\n"), {s("--as"), s("previous")}).exit, 0);
        QCOMPARE(standing("1.1.1.1"),
                 (QStringList{s("answer.previous_rating=none"), s("answer.self_comment=We think so"),
                              s("answer.self_rating=full")}));
        const CliRun other = import(csv("requirement,rating,notes\n1.1.1.1,full,x\n"), {s("--as"), s("self")});
        QCOMPARE(other.exit, 0);
        QCOMPARE(other.json()[s("unknown_columns")].toArray(), QJsonArray{s("notes")});
        QVERIFY(other.err.contains("notes"));
    }

    void unknownColumnsAreReportedAndNotRead()
    {
        const CliRun done = import(csv("requirement,rating,colour\n1.1.1.1,full,red\n"));
        QCOMPARE(done.exit, 0);
        QCOMPARE(done.json()[s("unknown_columns")].toArray(), QJsonArray{s("colour")});
        QVERIFY(done.err.contains("colour"));
        QCOMPARE(standing("1.1.1.1"), QStringList{s("answer.rating=full")});
    }

    void wholeSheetIsOneUndoStep()
    {
        QCOMPARE(import(csv("requirement,rating\n1.1.1.1,full\n1.1.2.1,partial\n1.1.3.1,none\n")).exit, 0);
        QCOMPARE(runCli({s("undo"), m_path}).exit, 0);
        for (const char *requirement : {"1.1.1.1", "1.1.2.1", "1.1.3.1"})
            QCOMPARE(standing(requirement), QStringList());
        QCOMPARE(runCli({s("undo"), m_path}).exit, 1);
    }

    void sameSheetTwiceChangesNothingMore()
    {
        const QString file = csv("requirement,rating,finding,sources\n1.1.1.1,full,Seen,worker\n");
        QCOMPARE(import(file).json()[s("changed")].toInt(), 3);
        const int before = operations();
        QCOMPARE(import(file).json()[s("changed")].toInt(), 0);
        QCOMPARE(operations(), before);
    }

    void dryRunCountsAndChangesNothing()
    {
        const QByteArray before = caseBytes();
        const CliRun done = import(csv("requirement,rating\n1.1.1.1,full\n"), {s("--dry-run")});
        QCOMPARE(done.exit, 0);
        QCOMPARE(done.json()[s("changed")].toInt(), 1);
        QCOMPARE(done.json()[s("dry_run")], QJsonValue(true));
        QCOMPARE(caseBytes(), before);
        QCOMPARE(import(csv("requirement,rating\n9.9.9.9,full\n"), {s("--dry-run")}).exit, 3);
    }

    void badSheetIsRefusedWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QStringList>("named"); // what the message says
        const QByteArray head = "requirement,rating,justification,until,sources,action_due\n1.1.1.1,full\n";
        const auto row = [&](const char *name, const QByteArray &bytes, const char *error, const QStringList &named) {
            QTest::newRow(name) << bytes << s(error) << named;
        };
        row("unknown id", head + "9.9.9.9,full\n", "SheetRows", {s("row 3"), s("requirement"), s("9.9.9.9")});
        row("id in words", head + "the first,full\n", "SheetRows", {s("row 3"), s("the first")});
        row("no id", head + ",full\n", "SheetRows", {s("row 3"), s("requirement")});
        row("principle", head + "1,not-relevant,None\n", "SheetRows", {s("row 3")});
        row("wrong rating", head + "1.1.2.1,excellent\n", "SheetRows", {s("row 3"), s("rating"), s("substantial")});
        row("two ids the same", head + "1.1.1.1,none\n", "SheetRows", {s("row 3"), s("row 2")});
        row("deferred without reason", head + "1.1.2.1,deferred,,2027-01-01\n", "SheetRows",
            {s("row 3"), s("justification")});
        row("deferred without date", head + "1.1.2.1,deferred,Road\n", "SheetRows", {s("row 3"), s("until")});
        row("date of another form", head + "1.1.2.1,deferred,Road,31.3.2027\n", "SheetRows",
            {s("row 3"), s("YYYY-MM-DD")});
        row("unknown source", head + "1.1.2.1,full,,,ghost\n", "SheetRows", {s("row 3"), s("worker")});
        row("every bad row is listed",
            head + "9.9.9.9,full\n1.1.2.1,good\n1.1.3.1,full,,,,soon\n1.2.1.1,full,,,,,one more\n", "SheetRows",
            {s("row 3"), s("row 4"), s("row 5"), s("row 6")});
        row("id turned into a date", head + "2003-02-01,full\n", "SheetRows", {s("row 3"), s("turned the id into")});
        row("id turned into a date by name", head + "1-Feb-03,full\n", "SheetRows",
            {s("row 3"), s("turned the id into")});
        row("no requirement column", "id,rating\n1.1.1.1,full\n", "SheetColumns", {s("requirement")});
        row("column twice", "requirement,rating,rating\n1.1.1.1,full,none\n", "SheetColumns", {s("rating")});
        row("quote without end", head + "1.1.2.1,\"full\n", "SheetUnreadable", {s("row 3")});
        row("latin-1", head + "1.1.2.1,full,Miner\xed\x61\n", "SheetEncoding", {s("row 3"), s("CSV UTF-8")});
        row("UTF-16", QByteArray("\xff\xfe\x72\0e\0q\0", 8), "SheetEncoding", {s("CSV UTF-8")});
        row("UTF-16 without mark", QByteArray("r\0e\0q\0u\0", 8), "SheetEncoding", {s("CSV UTF-8")});
        row("control character", head + "1.1.2.1,full,\x07\n", "SheetRows", {s("row 3")});
        row("empty file", "", "SheetUnreadable", {});
        row("PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "SheetEncoding", {});
        row("old xls", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + QByteArray(600, '\0'), "SheetUnreadable",
            {s("xls")});
        row("broken zip", QByteArray("PK\x03\x04") + QByteArray(600, 'x'), "SheetUnreadable", {});
        QByteArray junk(3'000'000, Qt::Uninitialized);
        std::mt19937 random(5);
        for (char &byte : junk)
            byte = static_cast<char>(random());
        row("random bytes", junk, "SheetEncoding", {});
    }
    void badSheetIsRefusedWhole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, named);
        const QByteArray before = caseBytes();
        const QString file = csv(bytes);
        const CliRun refused = import(file);
        QCOMPARE(refused.exit, 3);
        QTEST(refused.errorCode(), "error");
        QVERIFY(refused.err.contains(file.toUtf8()));
        for (const QString &word : named)
            QVERIFY2(refused.err.contains(word.toUtf8()), refused.err.constData());
        QCOMPARE(caseBytes(), before);
        QCOMPARE(runCli({s("import"), s("ratings"), m_path, file}).out, QByteArray());
    }

    void badWorkbookIsRefusedWhole_data()
    {
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<QStringList>("named");
        QTest::newRow("id turned into a date") << s("requirement|rating|justification\nd:2001-02-03|not-relevant|None")
                                               << QStringList{s("row 2"), s("turned the id into the date")};
        QTest::newRow("id turned into a number") << s("requirement|rating|justification\nn:9.7|not-relevant|None")
                                                 << QStringList{s("row 2"), s("turned the id into the number")};
        QTest::newRow("number for an id") << s("requirement|rating\nn:44561|full") << QStringList{s("row 2")};
        QTest::newRow("unknown id") << s("requirement|rating\n9.9.9.9|full") << QStringList{s("row 2"), s("9.9.9.9")};
        QTest::newRow("wrong rating") << s("requirement|rating\n1.1.1.1|n:1") << QStringList{s("row 2"), s("rating")};
        QTest::newRow("twice") << s("requirement|rating\n1.1.1.1|full\n1.1.1.1|full") << QStringList{s("row 3")};
    }
    void badWorkbookIsRefusedWhole()
    {
        QFETCH(QString, sheet);
        QFETCH(QStringList, named);
        const QByteArray before = caseBytes();
        const CliRun refused = import(xlsx(sheet));
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.errorCode(), s("SheetRows"));
        for (const QString &word : named)
            QVERIFY2(refused.err.contains(word.toUtf8()), refused.err.constData());
        QCOMPARE(caseBytes(), before);
    }

    /// cli.md: unless exactly one id matches.
    void idThatCanOnlyBeOneIsTaken()
    {
        const CliRun done = import(xlsx(s("requirement|rating|justification\nn:4.7|not-relevant|No cyanide")));
        QCOMPARE(done.exit, 0);
        QCOMPARE(done.json()[s("changed")].toInt(), 2);
    }

    void hundredMegabytesOfJunkAreRefusedUnread()
    {
        const QByteArray before = caseBytes();
        QFile junk(place("junk.csv"));
        QVERIFY(junk.open(QIODevice::WriteOnly));
        junk.write("requirement,rating\n");
        QVERIFY(junk.resize(100 * 1024 * 1024));
        junk.close();
        const CliRun refused = import(junk.fileName());
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.errorCode(), s("SheetTooLarge"));
        QVERIFY(refused.err.contains("64 MB"));
        QCOMPARE(caseBytes(), before);
    }
};

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cliimport.moc"
