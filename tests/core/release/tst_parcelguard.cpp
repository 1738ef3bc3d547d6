// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parcel/parcel.h"
#include "core/release/parcelguard.h"
#include "tests/core/release/releasecase.h"

#include <QFile>
#include <QTest>

using namespace adit;
using namespace adit::test;

// The name guard on parcels (report.md, Redaction): what goes to the mine or the scheme names nobody, in no version.

class TestParcelGuard : public ReleaseCase
{
    Q_OBJECT

    Result<NamesSomebody> kept(const char *role) const
    {
        return namesKeptFrom(m_case->assessment(), {}, s(role), {}, &profileOf("lead"));
    }
    QString refusal(const char *role) const
    {
        const auto answer = kept(role);
        return answer ? QString() : answer.error().subject + QLatin1Char(' ') + answer.error().detail;
    }
    void find(const char *finding) { edit(rate(view(), s("1.1.1.1"), {.finding = s(finding)})); }
    /// What somebody has who opened a parcel for a role.
    QByteArray handedOver(const char *role)
    {
        const QString file = m_folder->filePath(s("on its way"));
        const QString copy = m_folder->filePath(s("copy.adit"));
        QFile::remove(file);
        QFile::remove(copy);
        ParcelOrder order{.role = s(role), .recipients = {profileOf("mine").shown()}};
        order.staysBehind = must(kept(role));
        must(makeParcel(*m_case, order, file));
        must(openParcel(file, profileOf("mine"), copy));
        const auto document = must(CaseDocument::open(copy, repeatableSurroundings(7)));
        const VerifyReport report = must(document->verify());
        if (!report.problems.empty())
            return "problems";
        QFile bytes(copy);
        return bytes.open(QIODevice::ReadOnly) ? bytes.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        begin();
        person("Abelard Quispe Mamani");
    }

    void nobodyIsNamedToTheMineNorToTheScheme()
    {
        for (const char *role : {"mine", "scheme-reviewer"}) {
            QVERIFY2(refusal(role).startsWith(s("name-blocks ")), qPrintable(refusal(role)));
            QVERIFY(refusal(role).contains(s("answer/1.1.1.1 finding")));
        }
    }

    /// Who audits or decides may read what is written; whom they may know is for the identity compartment to say.
    void teamIsHandedWhatItWrote()
    {
        for (const char *role : {"auditor", "expert", "translator", "technical-reviewer", "decision-maker"})
            QVERIFY2(must(kept(role)) == nullptr, role);
    }

    void schemeReadsTheNotesOfTheTeamSoTheyNameNobody()
    {
        find("The foreman was heard; the pay books agree.");
        QCOMPARE(refusal("scheme-reviewer"), QString());
        edit(addRecord(view(), m_case->newEntity(EntityKind::Person),
                       {{{&infoOf(field::person::stakeholder), s("worker")},
                         {&infoOf(field::person::description), s("Cousin of A. Quispe")}}}));
        QVERIFY2(refusal("scheme-reviewer").contains(s("description")), qPrintable(refusal("scheme-reviewer")));
        QCOMPARE(refusal("mine"), QString());
    }

    /// What a text said before it was put right is in the journal, and stays there.
    void earlierVersionsStayBehind()
    {
        find("The foreman was heard; the pay books agree.");
        const QByteArray copy = handedOver("mine");
        QVERIFY(copy.contains("The foreman was heard"));
        QVERIFY(!copy.contains("Quispe"));
        QVERIFY(!copy.contains("Abelard"));
    }

    /// A part of a name goes out once a second person let it pass, for the text as it stands.
    void partThatWasLetPassGoesOut()
    {
        find("The road to Quispe was closed.");
        QVERIFY(!refusal("mine").isEmpty());
        const std::vector<NameFound> found = namesFound(m_case->assessment(), *guard());
        QCOMPARE(found.size(), 1u);
        edit(passName(view(), m_case->newEntity(EntityKind::Dismissal), found.front(), s("A village of that name"),
                      {profileOf("lead").shown().actor()}, profileOf("rita"), day));
        QCOMPARE(refusal("mine"), QString());
        QVERIFY(handedOver("mine").contains("The road to Quispe was closed."));
        find("The road to Quispe is closed.");
        QVERIFY(!refusal("mine").isEmpty());
    }

    /// Who cannot read the names does not know whom a text could hurt.
    void whoCannotReadTheNamesSendsNothing()
    {
        const auto answer = namesKeptFrom(m_case->assessment(), {}, s("mine"), {}, &profileOf("rita"));
        QVERIFY(!answer);
        QVERIFY(!namesKeptFrom(m_case->assessment(), {}, s("mine"), {}, nullptr));
    }

    void papersAreLookedThrough()
    {
        find("The foreman was heard.");
        const Assessment &said = m_case->assessment();
        QVERIFY(!textMayLeave(said, *guard(), s("Announcement"), s("Write to Abelard Quispe, at the gate.")));
        QVERIFY(textMayLeave(said, *guard(), s("Announcement"), s("Write to the office.")));
    }
};

QTEST_GUILESS_MAIN(TestParcelGuard)
#include "tst_parcelguard.moc"
