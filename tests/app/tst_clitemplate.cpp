// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"
#include "tests/support/jpegs.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// An office's template by command: looked at without a case, set, shown, removed; refused with its place.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestCliTemplate : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(s(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    QString office(const char *accent = "#1f4e5f") const
    {
        return write("ridge.adit-template.json",
                     QByteArray("{\"format\":\"adit-report-template/1\",\"body\":{\"name\":\"Ridge Assurance\",") +
                         "\"address\":[\"Harbour Street 12\"]},\"colours\":{\"accent\":\"" + accent + "\"}}");
    }
    static CliRun run(const QStringList &words) { return runCli(QStringList{s("--json")} + words); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath(s("case.adit"));
        QCOMPARE(runCli({s("new"), m_case, s("--standard"), s("irma-style-1.0"), s("--site"), s("Pit")}).exit, 0);
    }

    void fileIsLookedAtWithoutACase()
    {
        const CliRun checked = run({s("template"), s("check"), office()});
        QCOMPARE(checked.exit, 0);
        QCOMPARE(checked.json()[s("template")][s("body")][s("name")].toString(), s("Ridge Assurance"));
        QCOMPARE(checked.json()[s("contrast")].toString(), s("9.07"));
        QVERIFY(checked.json()[s("logo")].isNull());
        const QByteArray said = runCli({s("template"), s("check"), office()}).out;
        QVERIFY2(said.contains("Ridge Assurance") && said.contains("Harbour Street 12") && said.contains("#1f4e5f"),
                 said.constData());
    }

    void templateIsSetShownAndRemoved()
    {
        QVERIFY(run({s("template"), s("show"), m_case}).json()[s("template")].isNull());
        QCOMPARE(run({s("template"), s("set"), m_case, office()}).json()[s("changed")].toInt(), 1);
        QCOMPARE(run({s("template"), s("set"), m_case, office()}).json()[s("changed")].toInt(), 0);
        QCOMPARE(run({s("template"), s("show"), m_case}).json()[s("template")][s("body")][s("name")].toString(),
                 s("Ridge Assurance"));
        const QString report = m_folder->filePath(s("report.html"));
        QCOMPARE(run({s("report"), m_case, s("--format"), s("html"), s("--out"), report}).exit, 0);
        QFile page(report);
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().contains("Harbour Street 12"));
        QCOMPARE(run({s("template"), s("remove"), m_case}).json()[s("changed")].toInt(), 1);
        QVERIFY(run({s("template"), s("show"), m_case}).json()[s("template")].isNull());
        QCOMPARE(run({s("verify"), m_case}).exit, 0);
    }

    void whatDoesNotFitIsRefusedWithItsPlace()
    {
        for (const char *command : {"check", "set"}) {
            QStringList words{s("template"), s(command)};
            if (words.last() == s("set"))
                words.append(m_case);
            const CliRun refused = run(words + QStringList{office("#ffcc00")});
            QCOMPARE(refused.exit, 3);
            const QJsonObject error = refused.json()[s("error")].toObject();
            QCOMPARE(error[s("code")].toString(), s("InvalidValue"));
            QCOMPARE(error[s("subject")].toString(), s("report_template: /colours/accent"));
            QVERIFY(error[s("message")].toString().contains(s("4.5 to 1")));
        }
        QVERIFY(run({s("template"), s("show"), m_case}).json()[s("template")].isNull());
        QCOMPARE(run({s("template"), s("check"), m_folder->filePath(s("none"))}).exit, 4);
    }
};

QTEST_APPLESS_MAIN(TestCliTemplate)
#include "tst_clitemplate.moc"
