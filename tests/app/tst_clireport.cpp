// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/sysmacros.h>

using namespace adit::test;

// Where a report may be written to: a new file, or in the place of a plain file that is no case. Anything else there
// was not meant and stays as it is.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCliReport : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_templates;

    QString place(const QString &name) const { return m_folder->filePath(name); }
    CliRun report(const QString &out) const
    {
        return runCli({s("--json"), s("report"), place(s("mine.adit")), s("--kind"), s("scorecard"), s("--out"), out});
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(runCli({s("sample"), m_templates.filePath(s("mine.adit"))}).exit, 0); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *name : {"mine.adit", "other.adit", "case.bin"})
            QVERIFY(QFile::copy(m_templates.filePath(s("mine.adit")), place(s(name))));
        QVERIFY(QFile::link(place(s("mine.adit")), place(s("link.pdf"))));
        QVERIFY(QFile::link(place(s("link.pdf")), place(s("link to a link.pdf"))));
        QVERIFY(QFile::link(place(s("none.adit")), place(s("dangling.pdf"))));
        QVERIFY(QDir().mkpath(place(s("folder.pdf"))));
    }

    // ---- working papers ---------------------------------------------------------------------------------------------

    void everyPaperIsHadAsPagesAndAsAWebPage_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"announcement", "team", "plan", "comments"})
            QTest::newRow(kind) << s(kind);
    }
    void everyPaperIsHadAsPagesAndAsAWebPage()
    {
        QFETCH(QString, kind);
        for (const auto &[format, beginning] : {std::pair("pdf", "%PDF-"), std::pair("html", "<!DOCTYPE html>")}) {
            const QString out = place(s("paper.") + s(format));
            const CliRun done = runCli({s("--json"), s("report"), place(s("mine.adit")), s("--kind"), kind,
                                        s("--format"), s(format), s("--out"), out});
            QCOMPARE(done.exit, 0);
            QVERIFY(contentOf(out).startsWith(beginning));
            QCOMPARE(done.json()[s("format")].toString(), s(format));
        }
    }
    void theAnnouncementTellsWhatItLeavesBlank()
    {
        const QStringList command{s("--json"), s("report"),       place(s("mine.adit")),
                                  s("--kind"), s("announcement"), s("--report-language"),
                                  s("fr"),     s("--out"),        place(s("avis.pdf"))};
        QCOMPARE(runCli(command).json()[s("missing")].toArray(), (QJsonArray{s("languages"), s("contact")}));
        QCOMPARE(runCli(command + QStringList{s("--contact"), s("555 0100"), s("--languages"), s("espagnol")})
                     .json()[s("missing")]
                     .toArray(),
                 QJsonArray());
        QCOMPARE(runCli({s("details"), place(s("mine.adit")), s("--site"), QString()}).exit, 0);
        const CliRun refused = runCli(command);
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.errorCode(), s("InvalidValue"));
    }
    void whatIsNotToBeHadIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("a language without words")
            << QStringList{s("--kind"), s("announcement"), s("--report-language"), s("qu")};
        QTest::newRow("a plan in a language without words")
            << QStringList{s("--kind"), s("plan"), s("--report-language"), s("qu")};
        QTest::newRow("the summary in another language")
            << QStringList{s("--kind"), s("public"), s("--report-language"), s("es")};
        QTest::newRow("a surveillance summary of an initial audit") << QStringList{s("--kind"), s("surveillance")};
        QTest::newRow("a draft for nobody") << QStringList{s("--kind"), s("draft")};
        QTest::newRow("a round that there is not")
            << QStringList{s("--kind"), s("comments"), s("--round"), s("village")};
    }
    void whatIsNotToBeHadIsRefused()
    {
        QFETCH(QStringList, options);
        const QString out = place(s("refused.pdf"));
        const CliRun refused =
            runCli(QStringList{s("--json"), s("report"), place(s("mine.adit")), s("--out"), out} + options);
        QCOMPARE(refused.exit, 3);
        QVERIFY(!QFile::exists(out));
    }
    void theTeamsNumbersAreInItsOwnCopyAlone()
    {
        const auto plan = [this](const QStringList &options) {
            const QString out = place(s("plan.html"));
            runCli(QStringList{s("report"), place(s("mine.adit")), s("--kind"), s("plan"), s("--format"), s("html"),
                               s("--out"), out} +
                   options);
            return contentOf(out);
        };
        QVERIFY(!plan({}).contains("About six in a hundred"));
        QVERIFY(plan({s("--copy"), s("team")}).contains("About six in a hundred"));
    }
    void aVersionOfThePlanIsIssuedAndCompared()
    {
        const QString mine = place(s("mine.adit"));
        const CliRun issued = runCli({s("--json"), s("plan"), s("issue"), mine, s("--reason"), s("As it stands now"),
                                      s("--on"), s("2026-05-01"), s("--agreed"), s("2026-05-02")});
        QCOMPARE(issued.exit, 0);
        const QString version = issued.json()[s("id")].toString();
        const QStringList again{s("--json"), s("plan"), s("issue"), mine, s("--reason"), s("Again")};
        QCOMPARE(runCli(again).errorCode(), s("NothingToChange"));
        QCOMPARE(runCli({s("audit-plan"), mine, s("--days"), s("7")}).exit, 0);
        const QJsonArray changes =
            runCli({s("--json"), s("plan"), s("changes"), mine, version}).json()[s("changes")].toArray();
        QCOMPARE(changes, (QJsonArray{QJsonObject{{s("what"), s("removed")}, {s("text"), s("6")}},
                                      QJsonObject{{s("what"), s("added")}, {s("text"), s("7")}}}));
        QCOMPARE(runCli(again).exit, 0);
        QCOMPARE(runCli({s("--json"), s("plan"), s("issue"), mine, s("--on"), s("soon")}).errorCode(),
                 s("InvalidDate"));
        QCOMPARE(runCli({s("--json"), s("plan"), s("changes"), mine, s("V-A99")}).errorCode(), s("InvalidValue"));
    }

    // ---- receipts ---------------------------------------------------------------------------------------------------

    void aConcernKeepsTheCodeOfItsReceiptAndIsFoundByIt()
    {
        const QString mine = place(s("mine.adit"));
        const QString out = place(s("receipt.pdf"));
        const auto give = [&](const QString &language) {
            return runCli({s("--json"), s("concern"), s("receipt"), mine, s("C-A01"), s("--report-language"), language,
                           s("--out"), out});
        };
        const CliRun given = give(s("es"));
        QCOMPARE(given.exit, 0);
        const QString code = given.json()[s("receipt")].toString();
        QVERIFY(QRegularExpression(s("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$")).match(code).hasMatch());
        QVERIFY(contentOf(out).startsWith("%PDF-"));
        QCOMPARE(give(s("zh")).json()[s("receipt")].toString(), code);
        const auto find = [&](const QString &said) {
            return runCli({s("--json"), s("concern"), s("find"), mine, said});
        };
        QCOMPARE(find(code.toLower().remove(QLatin1Char('-'))).json()[s("id")].toString(), s("C-A01"));
        QCOMPARE(find(s("0000-0000-0000")).exit, 3);
    }
    void thereIsNoReceiptForWhatIsNoConcern()
    {
        const QString out = place(s("nothing.pdf"));
        const CliRun refused =
            runCli({s("--json"), s("concern"), s("receipt"), place(s("mine.adit")), s("C-A99"), s("--out"), out});
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.errorCode(), s("InvalidValue"));
        QVERIFY(!QFile::exists(out));
    }

    void limitsAreListedAndTakenOver()
    {
        const QString mine = place(s("mine.adit"));
        const auto limits = [&] { return runCli({s("--json"), s("limits"), mine}).json()[s("limits")].toArray(); };
        const auto before = limits().size();
        QVERIFY(before > 1);
        QCOMPARE(runCli({s("--json"), s("limits"), mine, s("--take"), s("99")}).errorCode(), s("InvalidNumber"));
        QCOMPARE(runCli({s("limits"), mine, s("--take"), s("1"), s("2")}).exit, 0);
        QCOMPARE(limits().size(), before - 2);
    }

    // ---- where a report goes ----------------------------------------------------------------------------------------

    void aReportTakesThePlaceOfAPlainFile_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an earlier report") << QByteArray("%PDF-1.7\n");
        QTest::newRow("a text") << QByteArray("a text");
        QTest::newRow("another program's SQLite file") << QByteArray("SQLite format 3").leftJustified(100, '\0');
    }
    void aReportTakesThePlaceOfAPlainFile()
    {
        QFETCH(QByteArray, before);
        const QString out = place(s("summary.pdf"));
        if (!before.isEmpty()) {
            QFile file(out);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
        }
        const CliRun done = report(out);
        QCOMPARE(done.exit, 0);
        QVERIFY(contentOf(out).startsWith("%PDF-"));
        QCOMPARE(contentOf(out).size(), done.json()[s("bytes")].toInteger());
    }

    void aCaseIsNeverReplaced_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("error");
        QTest::newRow("the case itself") << s("mine.adit") << s("InvalidValue");
        QTest::newRow("another case") << s("other.adit") << s("InvalidValue");
        QTest::newRow("a case to come") << s("new.ADIT") << s("InvalidValue");
        QTest::newRow("a case of another name") << s("case.bin") << s("FileExists");
        QTest::newRow("a link to the case") << s("link.pdf") << s("InvalidValue");
        QTest::newRow("a link to a link to it") << s("link to a link.pdf") << s("InvalidValue");
        QTest::newRow("a link to a case to come") << s("dangling.pdf") << s("InvalidValue");
        QTest::newRow("the journal beside a case") << s("other.adit-journal") << s("InvalidValue");
        QTest::newRow("the note beside a case") << s(".~lock.other.adit#") << s("InvalidValue");
        QTest::newRow("a folder") << s("folder.pdf") << s("FileExists");
    }
    void aCaseIsNeverReplaced()
    {
        QFETCH(QString, name);
        const QStringList before = QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
        const CliRun refused = report(place(name));
        QTEST(refused.errorCode(), "error");
        QCOMPARE(refused.exit, refused.errorCode() == s("FileExists") ? 4 : 3);
        for (const char *kept : {"mine.adit", "other.adit", "case.bin"})
            QCOMPARE(contentOf(place(s(kept))), contentOf(m_templates.filePath(s("mine.adit"))));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System), before);
    }

    void aPipeIsNeverReplaced()
    {
        const QByteArray path = QFile::encodeName(place(s("pipe.pdf")));
        QCOMPARE(mkfifo(path.constData(), 0600), 0);
        QCOMPARE(report(place(s("pipe.pdf"))).errorCode(), s("FileExists"));
        struct stat now
        {};
        QCOMPARE(lstat(path.constData(), &now), 0);
        QVERIFY(S_ISFIFO(now.st_mode));
    }

    /// As root a file could take a device's place: a node like /dev/null, made for this test alone.
    void aDeviceIsNeverReplaced()
    {
        const QByteArray path = QFile::encodeName(place(s("device.pdf")));
        const bool isMade = mknod(path.constData(), S_IFCHR | 0600, makedev(1, 3)) == 0;
        struct stat now
        {};
        if (isMade) {
            QCOMPARE(report(place(s("device.pdf"))).errorCode(), s("FileExists"));
            QCOMPARE(lstat(path.constData(), &now), 0);
            QVERIFY(S_ISCHR(now.st_mode));
        }
    }
};

QTEST_GUILESS_MAIN(TestCliReport)
#include "tst_clireport.moc"
