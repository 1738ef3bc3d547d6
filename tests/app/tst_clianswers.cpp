// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// An answer gets out whole or the exit code says so; a terminal gets nothing but text; and `verify` has an answer for a
// case that is too damaged to be opened.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestCliAnswers : public QObject
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
    void write(const QByteArray &content) const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
    }
    QStringList filesBesideCase() const
    {
        return QDir(m_folder->path()).entryList({s("*adit*")}, QDir::Files | QDir::Hidden);
    }
    int actions() const { return runCli({s("--json"), s("info"), m_path}).json()[s("counts")][s("actions")].toInt(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_templates.filePath(s("empty.adit"));
        QCOMPARE(runCli({s("new"), m_path, s("--standard"), s("irma-style-1.0"), s("--site"), s("Test mine")}).exit, 0);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(s("case.adit"));
        QVERIFY(QFile::copy(m_templates.filePath(s("empty.adit")), m_path));
    }

    void answerThatCannotBeWrittenIsExitFour_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("exit");
        const auto row = [](const char *name, const char *script, int exit) {
            QTest::newRow(name) << s(script) << exit;
        };
        row("full", "exec \"$0\" log \"$1\" > /dev/full", 4);
        row("full, as JSON", "exec \"$0\" --json info \"$1\" > /dev/full", 4);
        row("full, of a refusal", "exec \"$0\" --json rate \"$1\" 9.9.9.9 full > /dev/full", 4);
        row("full, of help", "exec \"$0\" --help > /dev/full", 4);
        row("full, of the version", "exec \"$0\" --version > /dev/full", 4);
        row("closed", "exec \"$0\" info \"$1\" >&-", 4);
        row("closed, and nothing to say", "exec \"$0\" --quiet info \"$1\" >&-", 0);
        row("all closed, and nothing to say", "exec \"$0\" --quiet info \"$1\" <&- >&- 2>&-", 0);
        row("errors closed", "exec \"$0\" rate \"$1\" 9.9.9.9 full 2>&-", 3);
    }
    void answerThatCannotBeWrittenIsExitFour()
    {
        QFETCH(QString, script);
        const QByteArray before = bytes();
        const CliRun done = runCliInShell(script, {m_path});
        QTEST(done.exit, "exit");
        QCOMPARE(done.err.contains("could not be written"), done.exit == 4);
        QCOMPARE(filesBesideCase(), QStringList{s("case.adit")});
        QCOMPARE(bytes(), before);
    }

    /// The reader goes away before anything is written, and says so by the pipe "go".
    void readerThatWentAwayLeavesNoLockBehind()
    {
        const QString script =
            s("mkfifo \"$2/go\"; { read -r _ < \"$2/go\"; \"$0\" log \"$1\"; echo $? > \"$2/code\"; } "
              "| { exec 0<&-; echo > \"$2/go\"; }");
        const CliRun done = runCliInShell(script, {m_path, m_folder->path()});
        QFile code(m_folder->filePath(s("code")));
        QVERIFY(code.open(QIODevice::ReadOnly));
        QCOMPARE(code.readAll(), QByteArray("4\n"));
        QCOMPARE(done.err, QByteArray());
        QCOMPARE(filesBesideCase(), QStringList{s("case.adit")});
    }

    void terminalGetsTextOnly()
    {
        const QString hostile = s("red\x1b[31m \xc2\x9b"
                                  "2J \xe2\x80\xae reversed\x7f");
        const CliRun refused = runCli({s("--json"), s("rate"), m_path, hostile, s("full")});
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.json()[s("error")][s("subject")].toString(), hostile);
        QVERIFY(refused.err.contains("\\u001b[31m"));
        for (const QByteArray &stream : {refused.out, refused.err})
            for (const char *bad : {"\x1b", "\xc2\x9b", "\xe2\x80\xae", "\x7f"})
                QVERIFY2(!stream.contains(bad), stream.constData());
    }

    void valueStoredByAnotherProgramIsShownHarmless()
    {
        QCOMPARE(runCli({s("--by"), s("Ana#Bea"), s("rate"), m_path, s("1.1.1.1"), s("full")}).exit, 0);
        write(bytes().replace("Ana#Bea", "Ana\x1b"
                                         "Bea"));
        const QByteArray log = runCli({s("log"), m_path}).out;
        QVERIFY2(log.contains("Ana\\u001bBea"), log.constData());
        QVERIFY(!log.contains('\x1b'));
    }

    void verifyAnswersForACaseThatCannotBeOpened_data()
    {
        QTest::addColumn<int>("exit");
        QTest::newRow("damaged") << 1;
        QTest::newRow("cut") << 1;
        QTest::newRow("foreign") << 4;
        QTest::newRow("missing") << 4;
    }
    void verifyAnswersForACaseThatCannotBeOpened()
    {
        QFETCH(int, exit);
        const QByteArray tag(QTest::currentDataTag());
        QByteArray content = bytes();
        if (tag == "damaged")
            content.replace(100, 60'000, QByteArray(60'000, 'x'));
        if (tag == "cut")
            content.truncate(20'000);
        write(tag == "foreign" ? QByteArray("Dear reader") : content);
        if (tag == "missing")
            QFile::remove(m_path);
        const CliRun verify = runCli({s("--json"), s("verify"), m_path});
        QCOMPARE(verify.exit, exit);
        QCOMPARE(verify.errorCode().isEmpty(), exit == 1);
        if (exit != 1)
            return;
        const QJsonObject answer = verify.json();
        QCOMPARE(answer[s("ok")], QJsonValue(false));
        QCOMPARE(answer[s("operations")].toInt(-1), 0);
        QCOMPARE(answer[s("evidence")].toInt(-1), 0);
        const QJsonObject problem = answer[s("problems")][0].toObject();
        for (const char *member : {"what", "where", "text"})
            QVERIFY2(!problem[s(member)].toString().isEmpty(), member);
        QVERIFY(runCli({s("verify"), m_path}).out.contains("Not intact"));
    }

    void actionThatWasTakenBackDoesNotCount()
    {
        const QStringList rate{s("rate"), m_path, s("1.1.1.1"), s("partial")};
        QCOMPARE(runCli(rate + QStringList{s("--action"), s("Repair"), s("--action-due"), s("2027-06-30")}).exit, 0);
        QCOMPARE(actions(), 1);
        QCOMPARE(runCli({s("undo"), m_path}).exit, 0);
        QCOMPARE(actions(), 0);
        QCOMPARE(runCli(rate + QStringList{s("--action"), s("Repair")}).exit, 0);
        QCOMPARE(actions(), 1);
        QCOMPARE(runCli(rate + QStringList{s("--action"), QString()}).exit, 0);
        QCOMPARE(actions(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliAnswers)
#include "tst_clianswers.moc"
