// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/runcli.h"
#include "tests/support/jpegs.h"
#include "tests/support/photos.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace adit::test;

// Photos of the public report by command: put in, looked at, confirmed one by one (report.md, Redaction).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestCliPhoto : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;
    QStringList m_ana;

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(s(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    QByteArray read(const char *name) const
    {
        QFile file(m_folder->filePath(s(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static CliRun run(const QStringList &words, const QStringList &before = {})
    {
        return runCli(QStringList{s("--json"), s("--today"), s("2026-06-01")} + before + words);
    }
    /// Evidence of these bytes; its number.
    QString take(const char *name, const QByteArray &bytes, const QStringList &more = {}) const
    {
        const CliRun taken = run(QStringList{s("evidence"), s("add"), m_case, write(name, bytes)} + more);
        return taken.json()[s("evidence")].toArray().first().toObject()[s("id")].toString();
    }
    CliRun add(const QString &evidence) const
    {
        return run({s("photo"), s("add"), m_case, evidence, s("--requirement"), s("1.2.1.1"), s("--caption"),
                    s("The spillway in May"), s("--description"), s("A dry channel")});
    }
    CliRun list() const { return run({s("photo"), s("list"), m_case}); }
    QString state() const { return list().json()[s("photos")].toArray().first().toObject()[s("state")].toString(); }
    CliRun confirm(const QStringList &more = {s("--nobody-recognisable")}) const
    {
        return run(QStringList{s("photo"), s("confirm"), m_case, s("F-A01")} + more, m_ana);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath(s("case.adit"));
        m_ana = asPerson(m_folder->path(), s("Ana Flores"));
        QCOMPARE(runCli({s("new"), m_case, s("--standard"), s("irma-style-1.0"), s("--site"), s("Pit")}).exit, 0);
    }

    void aPhotoIsAddedShownConfirmedAndRemoved()
    {
        const QByteArray camera = exifBlock({"2026:05:05 14:03:22", -33.4569, -70.6483});
        const QString evidence =
            take("IMG_1.jpg", withSegment(colourJpeg(), '\xe1', QByteArray("Exif\0\0", 6) + camera));
        const CliRun added = add(evidence);
        QCOMPARE(added.exit, 0);
        QCOMPARE(added.json()[s("id")].toString(), s("F-A01"));
        QCOMPARE(list().exit, 1); // one waits
        QCOMPARE(state(), s("waiting"));
        const CliRun shown =
            run({s("photo"), s("show"), m_case, s("F-A01"), s("--out"), m_folder->filePath(s("out.jpg"))});
        QCOMPARE(shown.exit, 0);
        const QByteArray seen = read("out.jpg");
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(seen, QCryptographicHash::Sha256).toHex());
        QCOMPARE(shown.json()[s("picture")].toString(), hash);
        QVERIFY(seen.startsWith("\xff\xd8\xff\xdb") && !seen.contains("Exif"));
        const CliRun confirmed = confirm();
        QCOMPARE(confirmed.exit, 0);
        QCOMPARE(confirmed.json()[s("picture")].toString(), hash);
        QCOMPARE(list().exit, 0);
        QCOMPARE(state(), s("confirmed"));
        QCOMPARE(confirm().errorCode(), s("NothingToChange"));
        QCOMPARE(run({s("photo"), s("remove"), m_case, s("F-A01")}).exit, 0);
        QCOMPARE(state(), s("taken-out"));
        QCOMPARE(run({s("verify"), m_case}).exit, 0);
    }

    void confirmingTakesAPersonAndOneReason()
    {
        QCOMPARE(add(take("IMG_1.jpg", colourJpeg())).exit, 0);
        QCOMPARE(run({s("photo"), s("confirm"), m_case, s("F-A01"), s("--nobody-recognisable")}).errorCode(),
                 s("ProfileNeeded"));
        QCOMPARE(confirm({}).exit, 2);
        QCOMPARE(confirm({s("--nobody-recognisable"), s("--consent"), s("E-A02")}).exit, 2);
        QCOMPARE(confirm({s("--consent"), s(" ")}).exit, 3);
        QCOMPARE(confirm({s("--consent"), s("E-A02, form of 3 May")}).exit, 0);
    }

    void whatIsNoPhotoDoesNotComeIn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a text") << QByteArray("Minutes of the meeting");
        QTest::newRow("half a JPEG") << colourJpeg().left(200);
    }
    void whatIsNoPhotoDoesNotComeIn()
    {
        QFETCH(const QByteArray, bytes);
        const CliRun refused = add(take("IMG_1.jpg", bytes));
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.errorCode(), s("InvalidValue"));
        QCOMPARE(list().json()[s("photos")].toArray(), QJsonArray());
    }

    void confidentialEvidenceStaysAtHome()
    {
        const QString evidence = take("IMG_1.jpg", colourJpeg(), {s("--confidentiality"), s("confidential")});
        const CliRun refused = add(evidence);
        QCOMPARE(refused.exit, 3);
        QVERIFY(refused.err.contains("confidential") || refused.out.contains("confidential"));
    }
};

QTEST_GUILESS_MAIN(TestCliPhoto)
#include "tst_cliphoto.moc"
