// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/manifest.h"
#include "tests/support/builders.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// release.json: what it consists of, and who signed (report.md, Release).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QString noon = s("2026-06-01T12:00:00Z");

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT

private:
    const Profile m_lead = must(Profile::make(s("Lead"), {}, QDate(2026, 5, 1)));
    const Profile m_reviewer = must(Profile::make(s("Reviewer"), {}, QDate(2026, 5, 1)));
    const Profile m_decider = must(Profile::make(s("Decider"), {}, QDate(2026, 5, 1)));

    static ReleaseManifest manifest()
    {
        return {.assessment = s("7d444840-9dc0-41d1-b245-5ffdce74fad2"),
                .number = 2,
                .built = s("2026-06-01"),
                .root = QString(64, QLatin1Char('a')),
                .leafCount = 7000,
                .standardHash = QString(64, QLatin1Char('b')),
                .level = s("IRMA 50"),
                .app = s("Adit 0.1.0"),
                .roles = releaseRoles(),
                .files = {{s("assessment.json"), QString(64, QLatin1Char('c')), 10},
                          {s("report.pdf"), QString(64, QLatin1Char('d')), 20}}};
    }
    ReleaseManifest signedByAll() const
    {
        ReleaseManifest made = manifest();
        must(sign(made, s("lead-auditor"), m_lead, noon));
        must(sign(made, s("technical-reviewer"), m_reviewer, noon));
        must(sign(made, s("decision-maker"), m_decider, noon));
        return made;
    }

private Q_SLOTS:
    void readsBackEqual()
    {
        const ReleaseManifest made = signedByAll();
        const ReleaseManifest read = must(readManifest(bytesOf(made), s("release.json")));
        QCOMPARE(bytesOf(read), bytesOf(made));
        QVERIFY(read.files == made.files && read.signatures == made.signatures);
        QVERIFY(read.isSigned());
        QCOMPARE(read.signatures[0].fingerprint(), m_lead.shown().fingerprint());
    }

    /// Until all roles have signed it is an unsigned draft.
    void everyRoleSigns()
    {
        ReleaseManifest made = manifest();
        QVERIFY(!made.isSigned());
        must(sign(made, s("lead-auditor"), m_lead, noon));
        must(sign(made, s("technical-reviewer"), m_reviewer, noon));
        QVERIFY(!made.isSigned());
        must(sign(made, s("decision-maker"), m_decider, noon));
        QVERIFY(made.isSigned());
        QCOMPARE(made.signedRoles(), releaseRoles());
    }
    void whoAsksForNoSignatureHasNone()
    {
        ReleaseManifest made = manifest();
        made.roles.clear();
        QVERIFY(!made.isSigned());
    }

    void onePersonSignsInOneRole()
    {
        ReleaseManifest made = manifest();
        must(sign(made, s("lead-auditor"), m_lead, noon));
        QCOMPARE(sign(made, s("lead-auditor"), m_lead, noon).error().code, ErrorCode::NothingToChange);
        QCOMPARE(sign(made, s("decision-maker"), m_lead, noon).error().code, ErrorCode::Independence);
        QCOMPARE(sign(made, s("auditor"), m_decider, noon).error().code, ErrorCode::InvalidValue);
        // Forged: the same key again, signed for another role.
        ReleaseSignature forged{s("decision-maker"), m_lead.shown().signKey, m_lead.shown().boxKey, noon, {}};
        forged.signature = m_lead.sign(signedBytes(made, forged));
        made.signatures.push_back(forged);
        QCOMPARE(made.signedRoles(), QStringList{s("lead-auditor")});
    }

    /// Every member is signed, with role and time; signatures may come in any order.
    void nothingOfItChangesUnnoticed()
    {
        const auto check = [&](const auto &alter) {
            ReleaseManifest made = signedByAll();
            alter(made);
            return made.isSigned();
        };
        QVERIFY(check([](ReleaseManifest &) {}));
        QVERIFY(check([](ReleaseManifest &m) { std::ranges::reverse(m.signatures); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.assessment.replace(0, 1, s("8")); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.number = 3; }));
        QVERIFY(!check([](ReleaseManifest &m) { m.built = s("2026-06-02"); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.root[0] = QLatin1Char('b'); }));
        QVERIFY(!check([](ReleaseManifest &m) { ++m.leafCount; }));
        QVERIFY(!check([](ReleaseManifest &m) { m.standardHash[0] = QLatin1Char('a'); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.level = s("IRMA 100"); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.app += QLatin1Char('x'); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.roles.append(s("scheme-reviewer")); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.files[0].sha256[0] = QLatin1Char('d'); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.files[0].name = s("other.json"); }));
        QVERIFY(!check([](ReleaseManifest &m) { ++m.files[1].bytes; }));
        QVERIFY(!check([](ReleaseManifest &m) { m.files.pop_back(); }));
        QVERIFY(!check([](ReleaseManifest &m) { std::swap(m.signatures[0].role, m.signatures[1].role); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.signatures[2].time = s("2026-06-02T12:00:00Z"); }));
        QVERIFY(!check([](ReleaseManifest &m) { m.signatures[0].signature[5] = '\7'; }));
        QVERIFY(!check([](ReleaseManifest &m) { m.signatures[0].key[5] = '\7'; }));
        QVERIFY(!check([](ReleaseManifest &m) { m.signatures[0].boxKey[5] = '\7'; }));
        QVERIFY(!check([](ReleaseManifest &m) { m.signatures.pop_back(); }));
    }

    void otherBytesAreRefused()
    {
        const QByteArray good = bytesOf(signedByAll());
        for (const QByteArray &bad :
             {QByteArray(), QByteArray("[]"), good + '\n', QByteArray(good).replace("\"number\":2", "\"number\": 2"),
              QByteArray(good).replace("\"number\":2", "\"number\":2,\"other\":1"),
              QByteArray(good).replace("adit-release/1", "adit-release/2"),
              QByteArray(good).replace("report.pdf", "../report.pdf"), good.left(good.size() / 2)})
            QCOMPARE(readManifest(bad, s("release.json")).error().code, ErrorCode::ReleaseInvalid);
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
