// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// Several people on one assessment by the command line alone: tests/app/team-audit.sh, as a script would run it.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestCliTeam : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveEveningsAReviewRoundAndADecision()
    {
        QTemporaryDir folder;
        QFile file(s(ADIT_SOURCE_DIR "/tests/app/team-audit.sh"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const CliRun run = runCliInShell(s("cd \"$1\" && ") + QString::fromUtf8(file.readAll()), {folder.path()});
        QVERIFY2(run.exit == 0, (run.out.right(900) + run.err.right(900)).constData());
    }
};

QTEST_GUILESS_MAIN(TestCliTeam)

#include "tst_cliteam.moc"
