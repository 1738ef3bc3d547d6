// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// The command line as scripts use it: shapes of --json, exit codes, two streams (cli.md). Stable from the first
// release.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// "rate CASE 1.1.1.1 full", with CASE for the case.
QStringList words(const QString &line, const QString &path)
{
    QStringList list = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString &word : list)
        word.replace(QLatin1Char('_'), QLatin1Char(' ')).replace(s("CASE"), path);
    return list;
}

bool has(const QJsonObject &object, const QStringList &names)
{
    return std::all_of(names.begin(), names.end(), [&](const QString &name) { return object.contains(name); });
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_templates;
    QString m_path;

    CliRun run(const char *line) { return runCli(QStringList{s("--json")} + words(s(line), m_path)); }
    /// The object of a run that must succeed.
    QJsonObject answer(const char *line)
    {
        const CliRun done = run(line);
        if (done.exit != 0 || done.json().isEmpty())
            qFatal("%s: %d %s", line, done.exit, done.err.constData());
        return done.json();
    }
    QByteArray bytes() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What the log says of the case itself: site, previous_case, …
    static QJsonObject detailsOf(const QString &path)
    {
        QJsonObject details;
        for (const QJsonValue &operation : runCli({s("--json"), s("log"), path}).json()[s("operations")].toArray())
            if (operation[s("entity")].toString() == s("details"))
                details.insert(operation[s("field")].toString(), operation[s("after")]);
        return details;
    }
    QString copyOf(const char *name)
    {
        QString path = m_folder->filePath(s("case.adit"));
        QFile::copy(m_templates.filePath(s(name)), path);
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_templates.filePath(s("empty.adit"));
        answer("new CASE --standard irma-style-1.0 --site Test_mine --by Ana");
        m_path = m_templates.filePath(s("sample.adit"));
        answer("sample CASE");
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = copyOf("empty.adit");
    }

    void newSaysWhatItMade()
    {
        QFile::remove(m_path);
        const QJsonObject made =
            answer("new CASE --standard irma-style-1.0 --site Hill --country CL --operator Some_Co "
                   "--mine new --kind surveillance");
        QCOMPARE(made[s("case")].toString(), m_path);
        QCOMPARE(made[s("assessment")].toString().size(), 36);
        const QJsonObject info = answer("info CASE");
        QCOMPARE(info[s("site")].toString(), s("Hill"));
        QCOMPARE(info[s("kind")].toString(), s("surveillance"));
    }

    void newNamesTheCaseBefore()
    {
        m_path = m_folder->filePath(s("first.adit"));
        const QJsonObject first = answer("new CASE --standard irma-style-1.0 --site Hill");
        m_path = m_folder->filePath(s("second.adit"));
        const CliRun made = runCli({s("--json"), s("new"), m_path, s("--standard"), s("irma-style-1.0"), s("--site"),
                                    s("Hill"), s("--previous"), first[s("case")].toString()});
        QCOMPARE(made.exit, 0);
        QCOMPARE(detailsOf(m_path)[s("previous_case")].toString(), first[s("assessment")].toString());
        QVERIFY(!detailsOf(first[s("case")].toString()).contains(s("previous_case")));
    }

    void infoHasItsShape()
    {
        const QJsonObject info = answer("info CASE");
        QVERIFY(has(info, {s("standard"), s("standard_hash"), s("site"), s("kind"), s("phase"), s("steps_open"),
                           s("counts"), s("replica"), s("schema"), s("encrypted")}));
        QVERIFY(has(info[s("counts")].toObject(),
                    {s("rated"), s("relevant"), s("evidence"), s("interviews"), s("actions"), s("operations")}));
        QCOMPARE(info[s("standard")].toString(), s("irma-style-1.0"));
        QCOMPARE(info[s("standard_hash")].toString().size(), 64);
        QCOMPARE(info[s("steps_open")].toArray(), QJsonArray{s("P1")});
        // Four requirements are for new mines only.
        QCOMPARE(info[s("counts")].toObject()[s("relevant")].toInt(), 410);
        QCOMPARE(info[s("schema")].toInt(), 8);
        QCOMPARE(info[s("encrypted")], QJsonValue(false));
    }

    void rateAndLogTellTheSame()
    {
        const CliRun rated =
            runCli({s("--json"), s("--by"), s("Ana Núñez"), s("rate"), m_path, s("1.1.1.1"), s("partial"),
                    s("--finding"), s("Öl — 水"), s("--sources"), s("worker,community")});
        QCOMPARE(rated.exit, 0);
        QCOMPARE(rated.json()[s("changed")].toInt(), 4);
        const QJsonArray operations = answer("log CASE --requirement 1.1.1.1")[s("operations")].toArray();
        QCOMPARE(operations.size(), 4);
        for (const QJsonValue &operation : operations) {
            QVERIFY(has(operation.toObject(), {s("replica"), s("seq"), s("time"), s("actor"), s("entity"), s("field"),
                                               s("before"), s("after"), s("undone")}));
            QCOMPARE(operation[s("actor")].toString(), s("Ana Núñez"));
            QCOMPARE(operation[s("entity")].toString(), s("answer 1.1.1.1"));
            QCOMPARE(operation[s("undone")], QJsonValue(false));
            QVERIFY(operation[s("time")].toString().endsWith(QLatin1Char('Z')));
        }
        QCOMPARE(operations.last()[s("field")].toString(), s("rating"));
        QCOMPARE(operations.last()[s("before")], QJsonValue());
        QCOMPARE(operations.last()[s("after")].toString(), s("partial"));
        QVERIFY(answer("log CASE --since 2199-01-01")[s("operations")].toArray().isEmpty());
    }

    void undoTakesBackOneEditEach()
    {
        answer("rate CASE 1.1.1.1 full --finding Good");
        answer("rate CASE 1.1.1.1 none");
        const QJsonArray undone = answer("undo CASE")[s("undone")].toArray();
        QCOMPARE(undone.size(), 1);
        QCOMPARE(undone[0][s("verb")].toString(), s("rate"));
        const QJsonArray log = answer("log CASE --requirement 1.1.1.1")[s("operations")].toArray();
        QCOMPARE(log[0][s("after")].toString(), s("full"));
        QCOMPARE(log[1][s("undone")], QJsonValue(true));
        QCOMPARE(answer("undo CASE --steps 7")[s("undone")].toArray().size(), 1);
        QCOMPARE(run("undo CASE").exit, 1);
        QCOMPARE(run("undo CASE").errorCode(), s("NothingToUndo"));
    }

    void relevanceCounts()
    {
        const int before = answer("info CASE")[s("counts")][s("relevant")].toInt();
        QCOMPARE(run("relevance CASE 4.7 not-relevant").errorCode(), s("MissingJustification"));
        answer("relevance CASE 4.7 not-relevant --justification No_cyanide");
        QVERIFY(answer("info CASE")[s("counts")][s("relevant")].toInt() < before);
        answer("relevance CASE 4.7 relevant");
        QCOMPARE(answer("info CASE")[s("counts")][s("relevant")].toInt(), before);
        QCOMPARE(run("relevance CASE 4 not-relevant --justification All").errorCode(), s("UnknownNode"));
    }

    void scoreHasItsShape()
    {
        m_path = m_templates.filePath(s("sample.adit"));
        const QJsonObject score = answer("score CASE");
        QVERIFY(has(score, {s("standard"), s("points"), s("principle_rule"), s("level"), s("principles"), s("chapters"),
                            s("critical")}));
        QCOMPARE(
            score[s("points")].toObject(),
            (QJsonObject{
                {s("full"), s("1")}, {s("substantial"), s("3/4")}, {s("partial"), s("1/2")}, {s("none"), s("0")}}));
        QVERIFY(has(score[s("level")].toObject(),
                    {s("achieved"), s("label"), s("status"), s("floor"), s("ceiling"), s("reasons")}));
        QVERIFY(has(score[s("critical")].toObject(),
                    {s("relevant"), s("full"), s("substantial"), s("below"), s("unrated"), s("without_plan")}));
        QCOMPARE(score[s("principles")].toArray().size(), 4);
        QCOMPARE(score[s("chapters")].toArray().size(), 26);
        int counted = 0;
        for (const QJsonValue &chapter : score[s("chapters")].toArray()) {
            QVERIFY(has(chapter.toObject(), {s("id"), s("got"), s("possible"), s("percent"), s("shown"), s("ratings"),
                                             s("not_relevant"), s("deferred"), s("unrated")}));
            for (const QJsonValue &count : chapter[s("ratings")].toObject())
                counted += count.toInt();
            counted +=
                chapter[s("not_relevant")].toInt() + chapter[s("deferred")].toInt() + chapter[s("unrated")].toInt();
            QCOMPARE(chapter[s("percent")].isNull(), chapter[s("possible")].toInt() == 0);
        }
        QCOMPARE(counted, 414);
        QCOMPARE(answer("score CASE --principle mean")[s("principle_rule")].toString(), s("mean"));
        QCOMPARE(answer("score CASE --points 1,2/3,1/3,0")[s("points")][s("partial")].toString(), s("1/3"));
    }

    void emptyCaseHasNoPercentages()
    {
        const QJsonObject score = answer("score CASE");
        QCOMPARE(score[s("level")][s("achieved")], QJsonValue());
        for (const QJsonValue &principle : score[s("principles")].toArray())
            QCOMPARE(principle[s("percent")], QJsonValue());
    }

    void verifyHasItsShape()
    {
        const QJsonObject verify = answer("verify CASE");
        QCOMPARE(verify[s("ok")], QJsonValue(true));
        QVERIFY(verify[s("problems")].toArray().isEmpty());
        QCOMPARE(verify[s("operations")].toInt(), answer("info CASE")[s("counts")][s("operations")].toInt());
        QVERIFY(verify.contains(s("evidence")));
    }

    void verifyOfAnAlteredCaseIsExitOne()
    {
        answer("rate CASE 1.1.1.1 full --finding TELLTALE");
        QByteArray altered = bytes();
        QVERIFY(altered.count("TELLTALE") >= 2); // journal and table
        altered.replace("TELLTALE", "TELLTALF");
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(altered);
        file.close();
        const CliRun verify = run("verify CASE");
        QCOMPARE(verify.exit, 1);
        QCOMPARE(verify.json()[s("ok")], QJsonValue(false));
        const QJsonObject problem = verify.json()[s("problems")][0].toObject();
        QVERIFY(has(problem, {s("what"), s("where"), s("text")}));
        QCOMPARE(problem[s("what")].toString(), s("commitment"));
    }

    void standardCommandsAnswer()
    {
        const QJsonObject listed = answer("standard list")[s("standards")][0].toObject();
        QCOMPARE(listed[s("id")].toString(), s("irma-style-1.0"));
        QCOMPARE(listed[s("requirements")].toInt(), 414);
        const QJsonObject shown = answer("standard show irma-style-1.0");
        QCOMPARE(shown[s("standard")][s("principles")].toArray().size(), 4);
        const QString file = m_folder->filePath(s("standard.json"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QJsonDocument(shown[s("standard")].toObject()).toJson());
        out.close();
        const CliRun valid = runCli({s("--json"), s("standard"), s("validate"), file});
        QCOMPARE(valid.exit, 0);
        QCOMPARE(valid.json()[s("ok")], QJsonValue(true));
        QCOMPARE(valid.json()[s("hash")], shown[s("hash")]);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("{\"format\": \"adit-standard/1\"}");
        out.close();
        const CliRun invalid = runCli({s("--json"), s("standard"), s("validate"), file});
        QCOMPARE(invalid.exit, 3);
        QCOMPARE(invalid.errorCode(), s("StandardInvalid"));
    }

    void entryOfAStandardIsShownWithItsGuidance()
    {
        const QJsonObject entry = answer("standard show irma-style-1.0 2.5.1.1");
        QCOMPARE(entry[s("code")].toString(), s("2.5.1.1"));
        QVERIFY(has(entry[s("guidance")].toObject(), {s("look_for"), s("signs"), s("ratings"), s("related")}));
        const CliRun text = runCli({s("standard"), s("show"), s("irma-style-1.0"), s("2.5.1.1")});
        QVERIFY(text.out.contains("What to look for:") && text.out.contains("Signs of trouble:"));
    }

    void catalogueIsPrinted()
    {
        const QString path = m_folder->filePath(s("catalogue.pdf"));
        const CliRun printed = runCli({s("--json"), s("standard"), s("print"), s("irma-style-1.0"), s("--out"), path});
        QCOMPARE(printed.exit, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(printed.json()[s("bytes")].toInteger(), file.size());
        QVERIFY(file.read(5) == "%PDF-");
    }

    void secondSampleIsMadeByName()
    {
        const QString path = m_folder->filePath(s("brine.adit"));
        QCOMPARE(runCli({s("sample"), path, s("--which"), s("lithium")}).exit, 0);
        const QJsonObject info = runCli({s("--json"), s("info"), path}).json();
        QCOMPARE(info[s("counts")].toObject()[s("evidence")].toInt(), 52);
        QCOMPARE(info[s("counts")].toObject()[s("interviews")].toInt(), 12);
        const CliRun none = runCli({s("--json"), s("sample"), path + s("x"), s("--which"), s("gold")});
        QCOMPARE(none.exit, 3);
        QVERIFY(none.err.contains("lithium"));
    }

    void refusalsHaveTheirExitCodeAndChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *line, int exit, const char *error) {
            QTest::newRow(line) << QByteArray(line) << exit << s(error);
        };
        row("rate CASE 9.9.9.9 full", 3, "UnknownRequirement");
        row("rate CASE 1.1 full", 3, "UnknownRequirement");
        row("rate CASE 1.1.1.1 excellent", 3, "UnknownRating");
        row("rate CASE 1.1.1.1 Full", 3, "UnknownRating");
        row("rate CASE 1.1.1.1 deferred", 3, "MissingJustification");
        row("rate CASE 1.1.1.1 deferred --justification Road", 3, "MissingUntil");
        row("rate CASE 1.1.1.1 deferred --justification Road --until tomorrow", 3, "InvalidDate");
        row("rate CASE 1.1.1.1 not-relevant", 3, "MissingJustification");
        row("rate CASE 1.1.1.1 full --sources worker,ghost", 3, "UnknownChoice");
        row("rate CASE 1.1.1.1 full --action Repair --action-due 31.12.2027", 3, "InvalidDate");
        row("relevance CASE 9.9 not-relevant --justification No", 3, "UnknownNode");
        row("log CASE --requirement 9.9.9.9", 3, "UnknownRequirement");
        row("log CASE --since yesterday", 3, "InvalidDate");
        row("score CASE --points 1,2,3", 3, "InvalidNumber");
        row("score CASE --points 1,1/2,0", 3, "InvalidNumber");
        row("score CASE --points 1,996/997,990/991,1/983", 3, "InvalidNumber");
        row("relevance CASE 1 not-relevant --justification No", 3, "UnknownNode");
        row("--today 2027-02-30 info CASE", 3, "InvalidDate");
        row("new CASE --standard irma-style-1.0 --site A", 4, "FileExists");
        row("sample CASE", 4, "FileExists");
        row("new CASE2 --standard none-1.0 --site A", 3, "StandardUnknown");
        row("new /nowhere/at/all.adit --standard irma-style-1.0 --site A", 4, "FileMissing");
        row("info /nowhere/at/all.adit", 4, "FileMissing");
        row("import ratings CASE /nowhere/at/all.csv", 4, "FileMissing");
        row("standard show none-1.0", 3, "StandardUnknown");
        row("standard show irma-style-1.0 9.9", 3, "UnknownNode");
        row("standard print none-1.0 --out none.pdf", 3, "StandardUnknown");
        row("standard validate /nowhere/at/all.json", 4, "FileMissing");
        row("undo CASE", 1, "NothingToUndo");
    }
    void refusalsHaveTheirExitCodeAndChangeNothing()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, error);
        const QByteArray before = bytes();
        const CliRun refused = run(line.constData());
        QTEST(refused.exit, "exit");
        QCOMPARE(refused.errorCode(), error);
        QVERIFY(refused.err.startsWith("adit-cli: "));
        QCOMPARE(refused.err.count('\n'), 1);
        QCOMPARE(bytes(), before);
        // The same without --json: nothing on stdout.
        const CliRun plain = runCli(words(QString::fromUtf8(line), m_path));
        QCOMPARE(plain.out, QByteArray());
        QCOMPARE(plain.err, refused.err);
    }

    void wrongUseIsExitTwo_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"",
                                 "paint CASE",
                                 "info",
                                 "rate CASE",
                                 "rate CASE 1.1.1.1",
                                 "info CASE --colour red",
                                 "info CASE more",
                                 "import ratings CASE",
                                 "import paintings CASE x.csv",
                                 "import ratings CASE x.csv --as nobody",
                                 "relevance CASE 1.1 maybe",
                                 "score CASE --principle median",
                                 "undo CASE --steps 0",
                                 "undo CASE --steps many",
                                 "new CASE --site A",
                                 "new CASE --standard irma-style-1.0",
                                 "new CASE --standard irma-style-1.0 --site A --mine old",
                                 "sample CASE --seed first",
                                 "standard",
                                 "--today"})
            QTest::newRow(*line ? line : "nothing") << QByteArray(line);
    }
    void wrongUseIsExitTwo()
    {
        QFETCH(QByteArray, line);
        const QByteArray before = bytes();
        const CliRun wrong = run(line.constData());
        QCOMPARE(wrong.exit, 2);
        QCOMPARE(wrong.errorCode(), s("WrongUse"));
        QVERIFY(wrong.err.startsWith("adit-cli: "));
        QCOMPARE(wrong.err.count('\n'), 1);
        const CliRun plain = runCli(words(QString::fromUtf8(line), m_path));
        QCOMPARE(plain.exit, 2);
        QCOMPARE(plain.out, QByteArray());
        QCOMPARE(plain.err, wrong.err);
        QCOMPARE(bytes(), before);
    }

    void quietSaysNothingAndPlainIsNoJson()
    {
        QCOMPARE(runCli({s("--quiet"), s("info"), m_path}).out, QByteArray());
        QVERIFY(runCli({s("info"), m_path}).out.contains("Test mine"));
        QVERIFY(runCli({s("info"), m_path, s("--json")}).json().contains(s("site"))); // also after the command
        QVERIFY(runCli({s("--version")}).out.contains('.'));
        QCOMPARE(runCli({s("--help")}).exit, 0);
    }

    /// The seed changes ids and dates only.
    void sampleIsTheSameEachTime()
    {
        const auto made = [this](const char *name, const char *seed) {
            const QString path = m_folder->filePath(s(name));
            if (runCli({s("sample"), path, s("--seed"), s(seed)}).exit != 0)
                qFatal("sample");
            return std::pair(runCli({s("--json"), s("log"), path}).out, runCli({s("--json"), s("score"), path}).out);
        };
        const auto first = made("a.adit", "1");
        const auto again = made("b.adit", "1");
        const auto other = made("c.adit", "2");
        QCOMPARE(again, first);
        QVERIFY(other.first != first.first);
        QCOMPARE(other.second, first.second);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
