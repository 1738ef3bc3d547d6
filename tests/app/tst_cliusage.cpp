// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// What people and scripts type wrong: shell variables that were never set, texts that are none, words that do not
// exist. Each is refused with a sentence that says what was expected, and the case stays as it was.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestCliUsage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_templates;
    QString m_path;

    QByteArray bytes() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// "CASE" and "NEW" stand for files.
    CliRun run(QStringList words) const
    {
        words.replaceInStrings(s("CASE"), m_path).replaceInStrings(s("NEW"), m_folder->filePath(s("new.adit")));
        return runCli(QStringList{s("--json")} + words);
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
        m_path = m_folder->filePath(s("case.adit"));
        QVERIFY(QFile::copy(m_templates.filePath(s("empty.adit")), m_path));
    }

    void whoActsIsOneCleanLine_data()
    {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<QString>("error");
        QTest::newRow("line break") << s("Ana\n2026-05-04T16:20:00.000Z  Bea") << s("TextUnclean");
        QTest::newRow("carriage return") << s("Ana\rBea") << s("TextUnclean");
        QTest::newRow("escape") << s("Ana\x1b[31m") << s("TextUnclean");
        QTest::newRow("tab") << s("Ana\tBea") << s("TextUnclean");
        QTest::newRow("one character of the C1 set") << s("Ana\xc2\x9b") << s("TextUnclean");
        QTest::newRow("line separator") << s("Ana\xe2\x80\xa8"
                                             "Bea")
                                        << s("TextUnclean");
        QTest::newRow("too long") << s("x").repeated(201) << s("TextTooLong");
        QTest::newRow("far too long") << s("x").repeated(100'000) << s("TextTooLong");
        QTest::newRow("empty") << QString() << s("InvalidValue");
        QTest::newRow("blank") << s("  ") << s("InvalidValue");
    }
    void whoActsIsOneCleanLine()
    {
        QFETCH(QString, actor);
        const QByteArray before = bytes();
        const CliRun refused = run({s("--by"), actor, s("rate"), s("CASE"), s("1.1.1.1"), s("full")});
        QCOMPARE(refused.exit, 3);
        QTEST(refused.errorCode(), "error");
        QVERIFY(refused.err.contains("--by"));
        QCOMPARE(refused.err.count('\n'), 1);
        QCOMPARE(bytes(), before);
        if (actor.trimmed().isEmpty())
            return;
        const CliRun ofEnvironment =
            runCliInShell(s("ADIT_ACTOR=\"$2\" exec \"$0\" --json rate \"$1\" 1.1.1.1 full"), {m_path, actor});
        QCOMPARE(ofEnvironment.exit, 3);
        QCOMPARE(ofEnvironment.errorCode(), refused.errorCode());
        QVERIFY(ofEnvironment.err.contains("ADIT_ACTOR"));
    }

    void whoActsMayBeAnybody_data()
    {
        QTest::addColumn<QString>("actor");
        QTest::newRow("accents") << s("Ana Núñez");
        QTest::newRow("other scripts") << s("水 😀");
        QTest::newRow("as long as fits") << s("x").repeated(200);
    }
    void whoActsMayBeAnybody()
    {
        QFETCH(QString, actor);
        QCOMPARE(run({s("--by"), actor, s("rate"), s("CASE"), s("1.1.1.1"), s("full")}).exit, 0);
        QCOMPARE(run({s("log"), s("CASE"), s("--requirement"), s("1.1.1.1")}).json()[s("operations")][0][s("actor")],
                 QJsonValue(actor));
    }

    void whatIsNoUtf8IsRefusedByName_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char *name, const char *script) {
            QTest::newRow(name) << s(script) << QByteArray(name);
        };
        row("--by", "exec \"$0\" --by \"$(printf 'Ana\\377')\" info \"$1\"");
        row("--finding", "exec \"$0\" rate \"$1\" 1.1.1.1 full --finding \"$(printf 'Miner\\355a')\"");
        row("--notes", "exec \"$0\" rate \"$1\" 1.1.1.1 full --notes=\"$(printf 'Miner\\355a')\"");
        row("argument 3", "exec \"$0\" rate \"$1\" \"$(printf '1.1.1.1\\300')\" full");
        row("ADIT_ACTOR", "ADIT_ACTOR=\"$(printf 'Ana\\377')\" exec \"$0\" info \"$1\"");
    }
    void whatIsNoUtf8IsRefusedByName()
    {
        QFETCH(QString, script);
        QFETCH(QByteArray, named);
        const QByteArray before = bytes();
        const CliRun refused = runCliInShell(script, {m_path});
        QCOMPARE(refused.exit, 3);
        QVERIFY2(refused.err.contains(named), refused.err.constData());
        QVERIFY(refused.err.contains("UTF-8"));
        QCOMPARE(refused.out, QByteArray());
        QCOMPARE(bytes(), before);
    }

    void wrongUseIsOneObjectToo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        QTest::newRow("nothing") << QStringList() << s("adit-cli --help");
        QTest::newRow("unknown command") << QStringList{s("paint"), s("CASE")} << s("\"paint\" is no command");
        QTest::newRow("unknown sheet") << QStringList{s("import"), s("paintings"), s("CASE")}
                                       << s("\"paintings\" is no command");
        QTest::newRow("unknown option") << QStringList{s("info"), s("CASE"), s("--colour")} << s("--colour");
        QTest::newRow("missing rating") << QStringList{s("rate"), s("CASE"), s("1.1.1.1")} << s("adit-cli rate --help");
        QTest::newRow("no steps") << QStringList{s("undo"), s("CASE"), s("--steps"), s("0")} << s("--steps");
        QTest::newRow("seed below 0") << QStringList{s("sample"), s("NEW"), s("--seed"), s("-1")} << s("whole number");
        QTest::newRow("seed too large") << QStringList{s("sample"), s("NEW"), s("--seed"), s("18446744073709551616")}
                                        << s("18446744073709551615");
        QTest::newRow("escape") << QStringList{s("\x1b[31mpaint"), s("CASE")} << s("\\u001b[31mpaint");
    }
    void wrongUseIsOneObjectToo()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const CliRun wrong = run(words);
        QCOMPARE(wrong.exit, 2);
        QCOMPARE(wrong.errorCode(), s("WrongUse"));
        const QString message = wrong.json()[s("error")][s("message")].toString();
        QVERIFY2(message.contains(named), qPrintable(message));
        QCOMPARE(QString::fromUtf8(wrong.err).trimmed(), s("adit-cli: ") + message);
        QVERIFY(!QFile::exists(m_folder->filePath(s("new.adit"))));
    }

    void whatDoesNotFitIsExplained_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QStringList &words, const char *error, const char *expected) {
            QTest::newRow(name) << words << s(error) << s(expected);
        };
        const QStringList made{s("new"), s("NEW"), s("--standard"), s("irma-style-1.0")};
        row("rating never set", {s("rate"), s("CASE"), s("1.1.1.1"), QString()}, "UnknownRating", "unrated");
        row("blank rating", {s("rate"), s("CASE"), s("1.1.1.1"), s(" ")}, "UnknownRating", "substantial");
        row("points never set", {s("score"), s("CASE"), s("--points"), QString()}, "InvalidNumber", "1,3/4,1/2,0");
        row("site never set", made + QStringList{s("--site"), QString()}, "InvalidValue", "name of the mine");
        row("blank site", made + QStringList{s("--site"), s(" ")}, "InvalidValue", "name of the mine");
        for (const char *country : {"", "C", "Chile", "cl", "C1", "ÄÖ"})
            QTest::addRow("country '%s'", country)
                << made + QStringList{s("--site"), s("A"), s("--country"), s(country)} << s("InvalidValue")
                << s("two letters");
        row("country with a line break", made + QStringList{s("--site"), s("A"), s("--country"), s("CL\n")},
            "InvalidValue", "two letters");
        row("case never set", {s("info"), QString()}, "InvalidValue", "name of a file");
        row("new case never set", {s("new"), QString(), s("--standard"), s("irma-style-1.0"), s("--site"), s("A")},
            "InvalidValue", "name of a file");
        row("sample never set", {s("sample"), QString()}, "InvalidValue", "name of a file");
        row("case before never set", made + QStringList{s("--site"), s("A"), s("--previous"), QString()},
            "InvalidValue", "name of a file");
        row("sheet never set", {s("import"), s("ratings"), s("CASE"), QString()}, "InvalidValue", "name of a file");
        row("report never set", {s("report"), s("CASE"), s("--out"), QString()}, "InvalidValue", "name of a file");
        row("year 2999", {s("log"), s("CASE"), s("--since"), s("2999-01-01")}, "InvalidDate", "1900 to 2199");
        row("year 9999", {s("info"), s("CASE"), s("--today"), s("9999-12-31")}, "InvalidDate", "1900 to 2199");
        row("language that is none", {s("info"), s("CASE"), s("--language"), s("English\n")}, "InvalidValue", "pt-BR");
        row("principle", {s("relevance"), s("CASE"), s("1"), s("not-relevant"), s("--justification"), s("j")},
            "UnknownNode", "A principle is always relevant");
        row("finding of a criterion",
            {s("rate"), s("CASE"), s("1.1.1"), s("not-relevant"), s("--justification"), s("j"), s("--finding"), s("x")},
            "InvalidValue", "a requirement");
        row("plan of a chapter",
            {s("rate"), s("CASE"), s("4.7"), s("not-relevant"), s("--justification"), s("j"), s("--action"), s("x")},
            "InvalidValue", "a requirement");
    }
    void whatDoesNotFitIsExplained()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, expected);
        const QByteArray before = bytes();
        const CliRun refused = run(words);
        QCOMPARE(refused.exit, 3);
        QTEST(refused.errorCode(), "error");
        const QString message = refused.json()[s("error")][s("message")].toString();
        QVERIFY2(message.contains(expected), qPrintable(message));
        QCOMPARE(refused.err.count('\n'), 1);
        QCOMPARE(bytes(), before);
        QVERIFY(!QFile::exists(m_folder->filePath(s("new.adit"))));
    }

    void unratedClearsAndListsMayHaveBlanks()
    {
        QCOMPARE(run({s("rate"), s("CASE"), s("1.1.1.1"), s("full"), s("--sources"), s(" worker, regulator ,")}).exit,
                 0);
        QCOMPARE(run({s("info"), s("CASE")}).json()[s("counts")][s("rated")].toInt(), 1);
        const QByteArray log = runCli({s("log"), m_path}).out;
        QVERIFY(log.contains("worker") && log.contains("regulator"));
        QCOMPARE(run({s("rate"), s("CASE"), s("1.1.1.1"), s("unrated")}).exit, 0);
        QCOMPARE(run({s("info"), s("CASE")}).json()[s("counts")][s("rated")].toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
