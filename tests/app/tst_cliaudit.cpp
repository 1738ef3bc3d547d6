// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// One complete audit by the command line alone: tests/app/whole-audit.sh, line by line, as a script would run it. Every
// step goes through its gates; none of them is passed with a reason.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestCliAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeAuditFromSelfAssessmentToAClosedSurveillance()
    {
        QTemporaryDir folder;
        QFile file(s(ADIT_SOURCE_DIR "/tests/app/whole-audit.sh"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const CliRun run = runCliInShell(s("cd \"$1\" && ") + QString::fromUtf8(file.readAll()), {folder.path()});
        QVERIFY2(run.exit == 0, (run.out.right(600) + run.err.right(600)).constData());
        const CliRun info = runCli({s("--json"), s("info"), folder.filePath(s("audit.adit"))});
        QCOMPARE(info.json()[s("steps_open")].toArray(), QJsonArray{});
        const CliRun verified = runCli({s("--json"), s("verify"), folder.filePath(s("audit.adit"))});
        QCOMPARE(verified.exit, 0);
        const CliRun log = runCli({s("--json"), s("log"), folder.filePath(s("audit.adit"))});
        for (const QJsonValue &operation : log.json()[s("operations")].toArray())
            QVERIFY(!operation[s("entity")].toString().startsWith(s("gate_pass")));
    }

    // process.md, Next steps: a surveillance picks up what is open, a renewal has the ratings before beside its own.
    void aFollowingAuditTakesOverWhatIsOpen()
    {
        QTemporaryDir folder;
        const QString first = folder.filePath(s("first.adit"));
        const QString second = folder.filePath(s("second.adit"));
        QCOMPARE(runCli({s("new"), first, s("--standard"), s("irma-style-1.0"), s("--site"), s("Hill"), s("--operator"),
                         s("Hill S.A.")})
                     .exit,
                 0);
        QCOMPARE(runCli({s("rate"), first, s("1.1.1.1"), s("partial")}).exit, 0);
        QCOMPARE(runCli({s("relevance"), first, s("4.8"), s("not-relevant"), s("--justification"), s("None")}).exit, 0);
        for (const char *title : {"Open one", "Withdrawn one"})
            QCOMPARE(runCli({s("action"), s("add"), first, s("--title"), s(title), s("--grade"), s("major"),
                             s("--requirement"), s("1.1.1.1"), s("--description"), s("Falls short"), s("--action"),
                             s("Mend it"), s("--due"), s("2027-01-31")})
                         .exit,
                     0);
        QCOMPARE(runCli({s("action"), s("update"), first, s("NC-A02"), s("--withdrawn"), s("Raised twice")}).exit, 0);
        QCOMPARE(runCli({s("new"), second, s("--standard"), s("irma-style-1.0"), s("--site"), s("Hill"), s("--kind"),
                         s("surveillance"), s("--previous"), first})
                     .exit,
                 0);
        const QJsonArray actions = runCli({s("--json"), s("action"), s("list"), second}).json()[s("actions")].toArray();
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions[0][s("title")].toString(), s("Open one"));
        QCOMPARE(actions[0][s("due")].toString(), s("2027-01-31"));
        const CliRun log = runCli({s("--json"), s("log"), second, s("--requirement"), s("1.1.1.1")});
        QVERIFY(log.out.contains("previous_rating"));
        QCOMPARE(runCli({s("--json"), s("verify"), second}).exit, 0);
    }

    void aStepWithShutGatesStaysAndSaysWhy()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        QCOMPARE(runCli({s("new"), path, s("--standard"), s("irma-style-1.0"), s("--site"), s("Hill")}).exit, 0);
        const CliRun shut = runCli({s("--json"), s("step"), path, s("close"), s("P3")});
        QCOMPARE(shut.exit, 1);
        QCOMPARE(shut.errorCode(), s("GateClosed"));
        QVERIFY(shut.err.contains("agreement-signed") || shut.out.contains("agreement-signed"));
        const QStringList step{s("step"), path, s("close"), s("P3"), s("--override"), s("Signed by fax")};
        QCOMPARE(runCli(QStringList{s("--json")} + step).errorCode(), s("ProfileNeeded"));
        const CliRun passed = runCli(asPerson(folder.path(), s("R. Salas")) + step);
        QCOMPARE(passed.exit, 0);
        const CliRun check = runCli({s("--json"), s("check"), path, s("--step"), s("P3")});
        QCOMPARE(check.exit, 0);
        QCOMPARE(runCli({s("step"), path, s("close"), s("Q3")}).exit, 3);
    }

    void independenceCannotBeOverridden()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        QCOMPARE(runCli({s("new"), path, s("--standard"), s("irma-style-1.0"), s("--site"), s("Hill")}).exit, 0);
        const CliRun refused =
            runCli({s("--json"), s("step"), path, s("close"), s("5f"), s("--override"), s("Urgent")});
        QCOMPARE(refused.exit, 1);
        QCOMPARE(refused.errorCode(), s("GateClosed"));
        const CliRun log = runCli({s("--json"), s("log"), path});
        QVERIFY(!log.out.contains("Urgent"));
    }

    void checkHasItsShape()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        QCOMPARE(runCli({s("new"), path, s("--standard"), s("irma-style-1.0"), s("--site"), s("Hill")}).exit, 0);
        const CliRun check = runCli({s("--json"), s("check"), path});
        QCOMPARE(check.exit, 1);
        QCOMPARE(check.json()[s("ok")], QJsonValue(false));
        const QJsonArray missing = check.json()[s("missing")].toArray();
        QVERIFY(missing.size() > 400); // nothing is self-assessed
        for (const char *member : {"step", "gate", "text", "subject", "overridable"})
            QVERIFY2(missing.first().toObject().contains(s(member)), member);
        QVERIFY(check.json()[s("deadlines")].toArray().size() > 10);
    }

    // process.md: `check` names interviews of workers beside management, whatever step is open.
    void checkNamesWorkersHeardBesideManagement()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("case.adit"));
        QCOMPARE(runCli({s("new"), path, s("--standard"), s("irma-style-1.0"), s("--site"), s("Hill")}).exit, 0);
        const CliRun person = runCli({s("--json"), s("people"), s("add"), path, s("--group"), s("worker")});
        QCOMPARE(person.json()[s("pseudonym")].toString(), s("P-A01"));
        QCOMPARE(runCli({s("interview"), s("add"), path, s("--person"), s("P-A01"), s("--requirement"), s("1.2.2.2"),
                         s("3.1.1.1"), s("--text"), s("Said little"), s("--date"), s("2026-05-05"), s("--present"),
                         s("management")})
                     .exit,
                 0);
        const CliRun check = runCli({s("--json"), s("check"), path});
        bool named = false;
        for (const QJsonValue &missing : check.json()[s("missing")].toArray())
            named = named || (missing[s("gate")].toString() == s("heard-alone") &&
                              missing[s("subject")].toString() == s("I-A01"));
        QVERIFY(named);
    }
};

QTEST_GUILESS_MAIN(TestCliAudit)
#include "tst_cliaudit.moc"
