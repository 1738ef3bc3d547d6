// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"
#include "tests/support/photos.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// Evidence by command: what a photo says, what is refused, and what a backup leaves out.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestCliEvidence : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_case;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    static QJsonArray added(const CliRun &run) { return run.json()[s("evidence")].toArray(); }
    CliRun add(const QStringList &files)
    {
        return runCli(QStringList{s("--json"), s("--today"), s("2026-05-06"), s("evidence"), s("add"), m_case} + files +
                      QStringList{s("--requirement"), s("1.1.1.1")});
    }
    QJsonArray list()
    {
        return runCli({s("--json"), s("evidence"), s("list"), m_case}).json()[s("evidence")].toArray();
    }

private Q_SLOTS:
    void init()
    {
        m_case = m_folder.filePath(s("case.adit"));
        QFile::remove(m_case);
        QCOMPARE(runCli({s("new"), m_case, s("--standard"), s("irma-style-1.0"), s("--site"), s("Pit")}).exit, 0);
    }

    void photoTellsWhenAndWhere()
    {
        const CliRun run =
            add({write(s("IMG_1.jpg"), jpegWith(exifBlock({"2026:05:05 14:03:22", -33.4569, -70.6483})))});
        QCOMPARE(run.exit, 0);
        const QJsonObject photo = added(run).first().toObject();
        QCOMPARE(photo[s("taken_at")].toString(), s("2026-05-05T14:03:22"));
        QCOMPARE(photo[s("taken_where")].toString(), s("-33.45690, -70.64830"));
        QCOMPARE(list().first().toObject()[s("effective")].toString(), s("2026-05-05"));
    }

    void brokenCameraDataAreSaidAndTheFileIsTaken()
    {
        const QString path = write(s("IMG_2.jpg"), jpegWith("broken"));
        const CliRun run = runCli({s("evidence"), s("add"), m_case, path});
        QCOMPARE(run.exit, 0);
        QVERIFY(run.out.contains("camera data"));
        QCOMPARE(list().size(), 1);
    }

    void oneFileThatCannotBeTakenKeepsAllOut()
    {
        const CliRun run = add({write(s("good.txt"), "good"), write(s("empty.txt"), {})});
        QCOMPARE(run.exit, 3);
        QVERIFY(run.err.contains("empty.txt"));
        QVERIFY(list().isEmpty());
    }

    void backupLeavesTheBytesOutAndSaysSo()
    {
        const QString path = write(s("plan.txt"), "the plan");
        QCOMPARE(add({path}).exit, 0);
        const QString script = s("XDG_DATA_HOME=\"$1\" \"$0\" --json backup \"$2\"");
        const CliRun backup = runCliInShell(script, {m_folder.filePath(s("data")), m_case});
        QCOMPARE(backup.exit, 0);
        const QString restored = m_folder.filePath(s("restored.adit"));
        const CliRun made =
            runCli({s("--json"), s("restore"), backup.json()[s("backup")].toString(), s("--out"), restored});
        QCOMPARE(made.exit, 0);
        QCOMPARE(made.json()[s("absent")].toArray(), QJsonArray{s("E-A01")});
        const CliRun verified = runCli({s("--json"), s("verify"), restored});
        QCOMPARE(verified.exit, 0);
        QCOMPARE(verified.json()[s("absent")].toArray(), QJsonArray{s("E-A01")});
        const CliRun out = runCli({s("--json"), s("evidence"), s("extract"), restored, s("E-A01"), s("--out"),
                                   m_folder.filePath(s("out.txt"))});
        QCOMPARE(out.exit, 3);
        m_case = restored;
        QCOMPARE(added(add({path})).first().toObject()[s("duplicate_of")].toString(), s("E-A01"));
        QVERIFY(runCli({s("--json"), s("verify"), restored}).json()[s("absent")].toArray().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCliEvidence)
#include "tst_clievidence.moc"
