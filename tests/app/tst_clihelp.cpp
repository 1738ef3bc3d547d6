// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sheet.h"
#include "tests/app/runcli.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace adit;
using namespace adit::test;

// What the program and its README tell people to type works as it stands there.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList commandsOfReadme()
{
    QFile readme(s(ADIT_SOURCE_DIR "/README.md"));
    if (!readme.open(QIODevice::ReadOnly))
        qFatal("README.md");
    QStringList commands;
    for (const QString &line : QString::fromUtf8(readme.readAll()).split(QLatin1Char('\n')))
        if (line.startsWith(s("adit-cli ")))
            commands.append(line);
    return commands;
}

Sheet selfAssessment()
{
    return {.name = s("Ratings"),
            .separator = {},
            .header = {s("requirement"), s("rating"), s("finding")},
            .rows = {{2, {{s("1.1.1.1")}, {s("full")}, {s("We think so.")}}}}};
}

} // namespace

class TestCliHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programListsItsCommandsWithOneLineEach()
    {
        const CliRun help = runCli({s("--help")});
        QCOMPARE(help.exit, 0);
        for (const char *command : {"new", "sample", "info", "backup", "restore", "log", "undo", "verify", "rate",
                                    "relevance", "import", "report", "score", "standard"}) {
            const QRegularExpression line(s("^  %1 {2,}[A-Z].{10,}$").arg(s(command)),
                                          QRegularExpression::MultilineOption);
            QVERIFY2(QString::fromUtf8(help.out).contains(line), command);
        }
    }

    void eachCommandExplainsItselfWithAnExample_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"new",
                                    "sample",
                                    "info",
                                    "backup",
                                    "restore",
                                    "log",
                                    "undo",
                                    "verify",
                                    "rate",
                                    "relevance",
                                    "import",
                                    "import ratings",
                                    "report",
                                    "score",
                                    "standard",
                                    "standard list",
                                    "standard show",
                                    "standard validate",
                                    "template check",
                                    "template set",
                                    "template show",
                                    "template remove"})
            QTest::newRow(command) << s(command);
    }
    void eachCommandExplainsItselfWithAnExample()
    {
        QFETCH(QString, command);
        const CliRun help = runCli(command.split(QLatin1Char(' ')) + QStringList{s("--help")});
        QCOMPARE(help.exit, 0);
        QCOMPARE(help.err, QByteArray());
        const QRegularExpression example(s("^Example: adit-cli %1( |$)").arg(command),
                                         QRegularExpression::MultilineOption);
        QVERIFY2(QString::fromUtf8(help.out).contains(example), help.out.constData());
    }

    void firstSessionOfTheReadmeWorksAsWritten()
    {
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        QVERIFY(writeSheet(s("self-assessment.xlsx"), selfAssessment(), {}));
        const QStringList commands = commandsOfReadme();
        QVERIFY(commands.size() >= 5);
        for (const QString &command : commands) {
            const CliRun done = runCli(QProcess::splitCommand(command).mid(1));
            QVERIFY2(done.exit == 0, qPrintable(command + QLatin1Char('\n') + QString::fromUtf8(done.err)));
        }
        QVERIFY(QFile::exists(s("summary.pdf")));
        QVERIFY(QDir::setCurrent(before));
    }
};

QTEST_GUILESS_MAIN(TestCliHelp)
#include "tst_clihelp.moc"
