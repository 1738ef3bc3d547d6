// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// merge, conflicts and resolve as scripts use them (cli.md): shapes, exit codes, and nothing half done.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCliMerge : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_template;

    QString path(const char *name) const { return m_folder->filePath(s(name)); }
    static CliRun run(const QStringList &arguments) { return runCli(QStringList{s("--json")} + arguments); }
    void rate(const char *who, const char *requirement, const char *rating, const char *finding)
    {
        const CliRun done =
            run({s("--by"), s(who), s("rate"), path(who), s(requirement), s(rating), s("--finding"), s(finding)});
        QVERIFY2(done.exit == 0, done.err.constData());
    }
    QJsonArray conflicts(const char *name)
    {
        return run({s("conflicts"), path(name)}).json()[s("conflicts")].toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const CliRun made = run(
            {s("new"), m_template.filePath(s("case")), s("--standard"), s("irma-style-1.0"), s("--site"), s("Hill")});
        QVERIFY2(made.exit == 0, made.err.constData());
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *who : {"ana", "ben"})
            QVERIFY(QFile::copy(m_template.filePath(s("case")), path(who)));
    }

    void mergeSaysWhatCameIn()
    {
        rate("ana", "1.2.2.2", "full", "Seen");
        rate("ben", "1.2.2.1", "partial", "Half seen");
        const CliRun merged = run({s("merge"), path("ana"), path("ben")});
        QCOMPARE(merged.exit, 0);
        QCOMPARE(merged.json()[s("new_operations")].toInt(), 2);
        QCOMPARE(merged.json()[s("conflicts")].toInt(), 0);
        const QJsonObject person = merged.json()[s("people")].toArray()[0].toObject();
        QCOMPARE(person[s("person")].toString(), s("ben"));
        QCOMPARE(person[s("edits")].toInt(), 1);
        QCOMPARE(run({s("verify"), path("ana")}).exit, 0);
        const CliRun again = run({s("merge"), path("ana"), path("ben")});
        QCOMPARE(again.exit, 0);
        QCOMPARE(again.json()[s("new_operations")].toInt(), 0);
    }

    void dryRunLeavesBothFiles()
    {
        rate("ben", "1.2.2.1", "partial", "Half seen");
        const QByteArray ana = bytesOf(path("ana"));
        const QByteArray ben = bytesOf(path("ben"));
        const CliRun dry = runCli({s("merge"), path("ana"), path("ben"), s("--dry-run")});
        QCOMPARE(dry.exit, 0);
        QVERIFY2(dry.out.startsWith("1 change by 1 person, 0 conflicts"), dry.out.constData());
        QVERIFY(bytesOf(path("ben")) == ben);
        QCOMPARE(run({s("info"), path("ana")}).json()[s("counts")].toObject()[s("rated")].toInt(), 0);
        QCOMPARE(bytesOf(path("ana")).size(), ana.size());
    }

    void conflictsAreListedAndResolved()
    {
        rate("ana", "1.2.2.2", "full", "Deep");
        rate("ben", "1.2.2.2", "full", "Shallow");
        QCOMPARE(run({s("conflicts"), path("ana")}).exit, 0);
        const CliRun merged = run({s("merge"), path("ana"), path("ben")});
        QCOMPARE(merged.exit, 1); // conflicts are left
        QCOMPARE(merged.json()[s("conflicts")].toInt(), 1);
        const CliRun listed = run({s("conflicts"), path("ana")});
        QCOMPARE(listed.exit, 1);
        const QJsonObject conflict = conflicts("ana")[0].toObject();
        QCOMPARE(conflict[s("id")].toString(), s("answer:1.2.2.2/finding"));
        QCOMPARE(conflict[s("entity")].toString(), s("answer:1.2.2.2"));
        QCOMPARE(conflict[s("field")].toString(), s("finding"));
        QVERIFY(conflict[s("base")].isNull());
        const QJsonArray versions = conflict[s("versions")].toArray();
        QCOMPARE(versions.size(), 2);
        for (const QJsonValue &version : versions)
            for (const char *name : {"version", "value", "actor", "time"})
                QVERIFY2(version.toObject().contains(s(name)), name);

        QCOMPARE(run({s("resolve"), path("ana"), s("answer:1.2.2.2/notes"), s("--value"), s("x")}).exit, 3);
        QCOMPARE(run({s("resolve"), path("ana"), s("answer:1.2.2.2/finding"), s("--take"), s("x:1")}).errorCode(),
                 s("VersionUnknown"));
        QCOMPARE(run({s("resolve"), path("ana"), s("answer:1.2.2.2/finding")}).exit, 2);
        const QString version = versions[0].toObject()[s("version")].toString();
        const CliRun resolved = run({s("resolve"), path("ana"), s("answer:1.2.2.2/finding"), s("--take"), version});
        QCOMPARE(resolved.exit, 0);
        QCOMPARE(resolved.json()[s("conflicts")].toInt(), 0);
        QCOMPARE(run({s("merge"), path("ben"), path("ana")}).exit, 0);
        QCOMPARE(run({s("conflicts"), path("ben")}).exit, 0);
    }

    void resolveTakesAnotherValue()
    {
        rate("ana", "1.2.2.2", "full", "Deep");
        rate("ben", "1.2.2.2", "partial", "Deep");
        QCOMPARE(run({s("merge"), path("ana"), path("ben")}).exit, 1);
        QCOMPARE(run({s("resolve"), path("ana"), s("answer:1.2.2.2/rating"), s("--value"), s("excellent")}).exit, 3);
        QCOMPARE(run({s("resolve"), path("ana"), s("answer:1.2.2.2/rating"), s("--value"), s("none")}).exit, 0);
        QVERIFY(conflicts("ana").isEmpty());
        QCOMPARE(run({s("undo"), path("ana")}).exit, 0);
        QCOMPARE(conflicts("ana").size(), 1);
    }

    void undoTakesAMergeOut()
    {
        rate("ben", "1.2.2.1", "partial", "Half seen");
        QCOMPARE(run({s("merge"), path("ana"), path("ben")}).exit, 0);
        const CliRun undone = run({s("undo"), path("ana")});
        QCOMPARE(undone.exit, 0);
        QCOMPARE(undone.json()[s("undone")].toArray()[0].toObject()[s("verb")].toString(), s("merge"));
        QCOMPARE(run({s("info"), path("ana")}).json()[s("counts")].toObject()[s("rated")].toInt(), 0);
        QCOMPARE(run({s("verify"), path("ana")}).exit, 0);
    }

    void whatIsRefusedLeavesBothFiles_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing there") << s("nobody") << 4 << s("FileMissing");
        QTest::newRow("itself") << s("ana") << 3 << s("CaseUnrelated");
        QTest::newRow("another assessment") << s("other") << 3 << s("CaseUnrelated");
        QTest::newRow("no case") << s("text") << 4 << s("FileForeign");
    }
    void whatIsRefusedLeavesBothFiles()
    {
        QFETCH(QString, from);
        QFETCH(int, exit);
        QFETCH(QString, code);
        QCOMPARE(run({s("new"), path("other"), s("--standard"), s("irma-style-1.0"), s("--site"), s("Dale")}).exit, 0);
        {
            QFile text(path("text"));
            QVERIFY(text.open(QIODevice::WriteOnly));
            text.write("hello");
        }
        const QString state = s(run({s("verify"), path("ana")}).out.constData());
        const QByteArray before = bytesOf(m_folder->filePath(from));
        const CliRun merged = run({s("merge"), path("ana"), m_folder->filePath(from)});
        QCOMPARE(merged.exit, exit);
        QCOMPARE(merged.errorCode(), code);
        QCOMPARE(s(run({s("verify"), path("ana")}).out.constData()), state);
        if (from != s("ana"))
            QVERIFY(bytesOf(m_folder->filePath(from)) == before);
    }

    void aRestoredLaptopIsToldAndSettled()
    {
        rate("ana", "1.2.2.1", "full", "First");
        QVERIFY(QFile::copy(path("ana"), path("backup")));
        rate("ana", "1.2.2.2", "none", "Before");
        QVERIFY(QFile::copy(path("ana"), path("handed-over")));
        QVERIFY(QFile::remove(path("ana")));
        QVERIFY(QFile::copy(path("backup"), path("ana")));
        rate("ana", "1.2.2.2", "partial", "After");
        const CliRun refused = run({s("merge"), path("ana"), path("handed-over")});
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.errorCode(), s("JournalForked"));
        const CliRun settled = run({s("merge"), path("ana"), path("handed-over"), s("--rehome")});
        QCOMPARE(settled.exit, 1);
        QCOMPARE(settled.json()[s("rehomed")].toArray().size(), 1);
        QCOMPARE(conflicts("ana").size(), 2);
        QCOMPARE(run({s("verify"), path("ana")}).exit, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliMerge)
#include "tst_climerge.moc"
