// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// Profiles on the command line, and the names of people (cli.md, `profile` and `people`; store.md, Security).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestCliProfile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_case;

    QString at(const char *name) const { return m_folder.filePath(s(name)); }
    void put(const char *name, const QByteArray &bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray get(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// As the person of a profile that make() made.
    CliRun as(const char *who, const QStringList &words) const
    {
        return runCli(QStringList{s("--json"), s("--profile"), at(who), s("--profile-passphrase-file"), at("words")} +
                      words);
    }
    CliRun make(const char *name, const char *file) const
    {
        return runCli({s("--json"), s("--profile-passphrase-file"), at("words"), s("profile"), s("new"), s("--name"),
                       s(name), s("--role"), s("lead-auditor"), s("--out"), at(file)});
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", at("data").toUtf8());
        put("words", "four words and more\n");
        put("other-words", "some other words\n");
        QCOMPARE(make("R. Salas", "salas").exit, 0);
        QCOMPARE(make("M. Otero", "otero").exit, 0);
    }
    void init()
    {
        m_case = at(QTest::currentTestFunction()) + s(".adit");
        QCOMPARE(runCli({s("new"), m_case, s("--standard"), s("irma-style-1.0"), s("--site"), s("Hill")}).exit, 0);
    }

    void newProfileIsForItsOwnerAloneAndNeverOverwritten()
    {
        QCOMPARE(QFile::permissions(at("salas")) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        const CliRun again = make("R. Salas", "salas");
        QCOMPARE(again.exit, 4);
        QCOMPARE(again.errorCode(), s("FileExists"));
    }

    void recoveryCodeIsShownOnceAndMakesTheKeysAgain()
    {
        const CliRun made = make("A. Ndlovu", "ndlovu");
        const QString code = made.json()[s("recovery_code")].toString();
        QCOMPARE(code.size(), 13 * 5 + 12);
        put("code", code.toUtf8());
        const CliRun again =
            runCli({s("--json"), s("--profile-passphrase-file"), at("other-words"), s("profile"), s("recover"),
                    s("--name"), s("A. Ndlovu"), s("--recovery-file"), at("code"), s("--out"), at("ndlovu-again")});
        QCOMPARE(again.exit, 0);
        QCOMPARE(again.json()[s("fingerprint")], made.json()[s("fingerprint")]);
        QVERIFY(!runCli({s("profile"), s("show"), at("ndlovu")}).out.contains(code.toUtf8()));
    }

    void profileMovesToAnotherLaptop()
    {
        QCOMPARE(runCli({s("profile"), s("export"), at("salas"), s("--out"), at("moved")}).exit, 0);
        const CliRun taken =
            runCli({s("--json"), s("--profile-passphrase-file"), at("words"), s("profile"), s("import"), at("moved"),
                    s("--new-passphrase-file"), at("other-words"), s("--out"), at("taken")});
        QCOMPARE(taken.exit, 0);
        const CliRun wrong = runCli(
            {s("--json"), s("--profile"), at("taken"), s("--profile-passphrase-file"), at("words"), s("info"), m_case});
        QCOMPARE(wrong.exit, 3);
        QCOMPARE(wrong.errorCode(), s("WrongPassphrase"));
    }

    void actorIsWhoTheProfileIsOf()
    {
        QCOMPARE(as("salas", {s("rate"), m_case, s("1.1.1.1"), s("full")}).exit, 0);
        const CliRun log = runCli({s("--json"), s("log"), m_case, s("--requirement"), s("1.1.1.1")});
        const QString actor = log.json()[s("operations")].toArray().first()[s("actor")].toString();
        QVERIFY2(actor.startsWith(s("R. Salas (")), qPrintable(actor));
    }

    void namesAreReadByThoseTheyAreSharedWith()
    {
        const CliRun added = as("salas", {s("people"), s("add"), m_case, s("--group"), s("worker"), s("--name"),
                                          s("Rosa Huamán"), s("--contact"), s("+51 900 000 001")});
        QCOMPARE(added.exit, 0);
        QCOMPARE(added.json()[s("pseudonym")].toString(), s("P-A01"));
        QVERIFY(!get(m_case).contains("Rosa"));
        const auto nameFor = [&](const char *who) {
            const CliRun list = as(who, {s("people"), s("list"), m_case, s("--identities")});
            return list.json()[s("people")].toArray().first()[s("name")].toString();
        };
        QCOMPARE(nameFor("salas"), s("Rosa Huamán"));
        QCOMPARE(nameFor("otero"), QString());
        QCOMPARE(runCli({s("profile"), s("export"), at("otero"), s("--public"), s("--out"), at("otero-card")}).exit, 0);
        QCOMPARE(as("salas", {s("people"), s("share"), m_case, s("--with"), at("otero-card")}).exit, 0);
        QCOMPARE(nameFor("otero"), s("Rosa Huamán"));
        const CliRun holders = runCli({s("--json"), s("people"), s("holders"), m_case});
        QCOMPARE(holders.json()[s("holders")].toArray().size(), 2);
        QCOMPARE(runCli({s("--json"), s("verify"), m_case}).exit, 0);
    }

    void listsHoldNoNamesUnlessTheyAreAskedFor()
    {
        QCOMPARE(
            as("salas", {s("people"), s("add"), m_case, s("--group"), s("worker"), s("--name"), s("Rosa Huamán")}).exit,
            0);
        QVERIFY(!as("salas", {s("people"), s("list"), m_case}).out.contains("Rosa"));
        QCOMPARE(runCli({s("export"), m_case, s("--list"), s("people"), s("--out"), at("plain.csv")}).exit, 0);
        QVERIFY(!get(at("plain.csv")).contains("Rosa"));
        QCOMPARE(
            as("salas", {s("export"), m_case, s("--list"), s("people"), s("--identities"), s("--out"), at("names.csv")})
                .exit,
            0);
        QVERIFY(get(at("names.csv")).contains("Rosa"));
        // Without names, the sheet comes back without touching them.
        QCOMPARE(runCli({s("import"), s("people"), m_case, at("plain.csv")}).exit, 0);
        QVERIFY(as("salas", {s("people"), s("list"), m_case, s("--identities")}).out.contains("Rosa"));
    }

    void namesOfASheetAreSealed()
    {
        put("people.csv", "group,name,contact,organisation,language,consent,notes\n"
                          "worker,Rosa Huamán,+51 900 000 001,,es,given,\n"
                          "community,,,,qu,,\n");
        const CliRun imported = as("salas", {s("import"), s("people"), m_case, at("people.csv")});
        QVERIFY2(imported.exit == 0, imported.out.constData());
        QCOMPARE(imported.json()[s("unknown_columns")].toArray().size(), 0);
        QVERIFY(!get(m_case).contains("Rosa"));
        QVERIFY(as("salas", {s("people"), s("list"), m_case, s("--identities")}).out.contains("+51 900 000 001"));
    }

    // A name is never stored in clear, whoever stores it: where nobody acts in their own name, this machine's key does.
    void withoutAProfileANameIsSealedWithAKeyOfThisMachine()
    {
        const CliRun added = runCli(
            {s("--json"), s("people"), s("add"), m_case, s("--group"), s("worker"), s("--name"), s("Rosa Huamán")});
        QCOMPARE(added.exit, 0);
        QVERIFY2(added.err.contains("without a passphrase"), added.err.constData());
        QVERIFY(!get(m_case).contains("Rosa"));
        const QString key = at("data/adit/this-machine.adit-profile");
        QCOMPARE(QFile::permissions(key) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(runCli({s("--json"), s("people"), s("list"), m_case, s("--identities")}).out.contains("Rosa"));
        QCOMPARE(runCli({s("--json"), s("people"), s("share"), m_case, s("--with"), at("salas")}).exit, 0);
        QVERIFY(QDir(at("data")).removeRecursively());
        QVERIFY(as("salas", {s("people"), s("list"), m_case, s("--identities")}).out.contains("Rosa"));
        const CliRun nobody = runCli({s("--json"), s("people"), s("list"), m_case, s("--identities")});
        QCOMPARE(nobody.exit, 2);
        QCOMPARE(nobody.errorCode(), s("ProfileNeeded"));
    }

    // process.md: every other gate may be passed by a named person with a reason; cli.md: overrides need --profile.
    void gatesArePassedInOnesOwnName()
    {
        QCOMPARE(runCli({s("step"), m_case, s("close"), s("P1"), s("--override"), s("Late")}).exit, 2);
        QCOMPARE(as("salas", {s("step"), m_case, s("close"), s("P1"), s("--override"), s("The mine was late")}).exit,
                 0);
        const QByteArray log = runCli({s("--json"), s("log"), m_case}).out;
        QVERIFY(log.contains("The mine was late"));
        QVERIFY(log.contains("R. Salas ("));
    }

    void badProfilesAreToldApart()
    {
        put("junk", "not a profile");
        const auto with = [&](const char *profile, const char *words) {
            return runCli({s("--json"), s("--profile"), at(profile), s("--profile-passphrase-file"), at(words),
                           s("info"), m_case});
        };
        QCOMPARE(with("junk", "words").errorCode(), s("ProfileInvalid"));
        QCOMPARE(with("absent", "words").errorCode(), s("FileMissing"));
        QCOMPARE(with("salas", "absent").errorCode(), s("FileMissing"));
        QCOMPARE(with("salas", "other-words").errorCode(), s("WrongPassphrase"));
        put("empty", "\n");
        QCOMPARE(with("salas", "empty").errorCode(), s("InvalidValue"));
        put("short", "short\n");
        const CliRun weak = runCli({s("--json"), s("--profile-passphrase-file"), at("short"), s("profile"), s("new"),
                                    s("--name"), s("X"), s("--out"), at("weak")});
        QCOMPARE(weak.exit, 3);
        QVERIFY(!QFile::exists(at("weak")));
    }
};

QTEST_GUILESS_MAIN(TestCliProfile)
#include "tst_cliprofile.moc"
