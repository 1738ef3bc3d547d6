// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/rolesight.h"
#include "tests/core/parcel/parcelcases.h"

#include <QFile>
#include <QTest>
#include <algorithm>

using namespace adit;
using namespace adit::test;

// Parcels by role (store.md, Security): each role gets what it may see and nothing else, and everything still verifies.

class TestParcelRoles : public ParcelCases
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void eachRoleSeesItsAudience_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QStringList>("seen");
        QTest::addColumn<QStringList>("notSeen");
        const QStringList open{s("Public finding"), s("Of another chapter")};
        const QStringList team{s("Team description"), s("Interview summary"), s("Evidence title")};
        const QString company = s("Company comment");
        const QString note = s("Personal note");
        const QString bytes = s("bytes of the river");
        const QString actor = profileOf("lead").shown().actor();
        QTest::newRow("auditor") << s("auditor") << open + team + QStringList{company, note, bytes, actor}
                                 << QStringList();
        QTest::newRow("technical reviewer")
            << s("technical-reviewer") << open + team + QStringList{company, note, bytes, actor} << QStringList();
        QTest::newRow("decision maker") << s("decision-maker") << open + team + QStringList{company, bytes, actor}
                                        << QStringList{note};
        QTest::newRow("scheme") << s("scheme-reviewer") << open + team + QStringList{company, bytes}
                                << QStringList{note, actor, s("river.txt (added)")};
        QTest::newRow("mine") << s("mine") << open + QStringList{company} << team + QStringList{note, bytes, actor};
        QTest::newRow("translator") << s("translator") << open + QStringList{s("Interview summary"), actor}
                                    << QStringList{company, note, bytes, s("Team description"), s("Evidence title")};
        QTest::newRow("programme manager")
            << s("programme-manager") << open + team + QStringList{company, actor} << QStringList{note, bytes};
    }
    void eachRoleSeesItsAudience()
    {
        QFETCH(QString, role);
        QFETCH(QStringList, seen);
        QFETCH(QStringList, notSeen);
        const qint64 operations = m_case->facts().operations;
        const Case copy = handOver(role.toUtf8().constData(), "ana");
        expectIntact(*copy);
        for (const QString &text : seen)
            QVERIFY2(holds("ana", text.toUtf8()), qPrintable(text));
        for (const QString &text : notSeen)
            QVERIFY2(!holds("ana", text.toUtf8()), qPrintable(text));
        QVERIFY(!holds("ana", "Inés"));
        QCOMPARE(copy->facts().operations, operations); // the hand-over itself is recorded afterwards
    }

    void whatLinksToPeopleIsWithheldFromTheMine()
    {
        const Case copy = handOver("mine", "ana");
        QVERIFY(!holds("ana", "P-A01")); // neither as a label nor as a member of a list
        QVERIFY(!holds("ana", "people/"));
        const auto log = must(copy->log({}, {}));
        QVERIFY(std::ranges::any_of(log, &LogEntry::withheld));
        QVERIFY(std::ranges::none_of(log, [](const LogEntry &entry) { return entry.actor.contains(s("lead")); }));
    }

    void anExpertSeesTheChaptersChosen()
    {
        const Case copy = handOver("expert", "ana", {s("1.1")});
        expectIntact(*copy);
        QCOMPARE(answer(*copy, "1.1.1.1")[field::answer::finding], s("Public finding"));
        QVERIFY(answer(*copy, "2.1.1.1")[field::answer::finding].isEmpty());
        QVERIFY(!holds("ana", "Of another chapter"));
        QVERIFY(!holds("ana", "bytes of the river"));
        QVERIFY(holds("ana", "Team description")); // heard about the chapter
        edit(*copy, rate(copy->view(), s("1.1.1.2"), {.rating = s("full")}));
        QCOMPARE(codeOf(copy->apply(must(rate(copy->view(), s("2.1.1.2"), {.rating = s("full")})))),
                 ErrorCode::RoleForbids);
        take(*m_case, *copy);
        QCOMPARE(answer(*m_case, "1.1.1.2")[field::answer::rating], s("full"));
        expectIntact(*m_case);
    }

    void namesGoToWhoeverCouldReadThem()
    {
        const Case without = handOver("auditor", "ana");
        const Record &hidden = without->assessment().records(EntityKind::Person).begin()->second;
        QVERIFY(!hidden.has(field::person::name));
        expectIntact(*without);
        edit(*m_case, shareIdentities(m_case->view(), profileOf("lead"), profileOf("ben").shown()));
        const Case with = handOver("auditor", "ben");
        const auto &[id, person] = *with->assessment().records(EntityKind::Person).begin();
        const EntityRef ref{EntityKind::Person, id, person[field::person::label]};
        QCOMPARE(must(Compartment(with->assessment(), profileOf("ben"))
                          .read(ref, infoOf(field::person::name), person[field::person::name])),
                 s("Inés Quispe"));
        // Never to a reviewer, though she holds the key.
        QFile::remove(path("ben.adit"));
        const Case reviewer = handOver("technical-reviewer", "ben");
        QVERIFY(!reviewer->assessment().records(EntityKind::Person).begin()->second.has(field::person::name));
        QVERIFY(reviewer->assessment().records(EntityKind::KeyShare).empty());
    }

    void oneOfSeveralRecipientsWithoutTheKeyKeepsNamesBack()
    {
        edit(*m_case, shareIdentities(m_case->view(), profileOf("lead"), profileOf("ben").shown()));
        must(makeParcel(*m_case, {s("auditor"), {}, {profileOf("ben").shown(), profileOf("ana").shown()}},
                        path("on its way")));
        const Case copy = receive("ben");
        QVERIFY(!copy->assessment().records(EntityKind::Person).begin()->second.has(field::person::name));
        expectIntact(*copy);
    }

    void theMineAnswersAndItsWorkComesBack()
    {
        const Case mine = handOver("mine", "ana");
        edit(*mine, selfAssess(mine->view(), s("2.1.1.1"), s("partial"), s("We see it so")));
        QCOMPARE(codeOf(mine->apply(must(rate(mine->view(), s("2.1.1.1"), {.rating = s("none")})))),
                 ErrorCode::RoleForbids);
        const EntityRef comment = mine->newEntity(EntityKind::Comment);
        edit(*mine, addRecord(mine->view(), comment,
                              {{{&infoOf(field::comment::round), s("company")},
                                {&infoOf(field::comment::text), s("The pit is older")}}}));
        send(*mine, "lead-auditor", "lead");
        must(openParcel(path("on its way"), profileOf("lead"), path("back.adit")));
        const MergePreview preview = take(*m_case, path("back.adit"));
        QCOMPARE(preview.people.size(), std::size_t(1));
        QCOMPARE(answer(*m_case, "2.1.1.1")[field::answer::self_comment], s("We see it so"));
        QCOMPARE(answer(*m_case, "2.1.1.1")[field::answer::finding], s("Of another chapter")); // ours is untouched
        expectIntact(*m_case);
    }

    /// Whichever of the two copies knows that a text is to protect somebody.
    void aTextThatProtectsSomebodyStaysOutOfTheMinesCopy()
    {
        const Case mine = handOver("mine", "ana");
        must(m_case->saveCopy(path("other.adit")));
        const Case other = must(CaseDocument::open(path("other.adit"), somebody("ben")));
        edit(*m_case, addRecord(m_case->view(), m_case->newEntity(EntityKind::Redaction),
                                {{{&infoOf(field::redaction::target), s("answer/1.1.1.1")},
                                  {&infoOf(field::redaction::field_name), s("finding")},
                                  {&infoOf(field::redaction::reason), s("A")},
                                  {&infoOf(field::redaction::state), s("asked")}}}));
        edit(*m_case, rate(m_case->view(), s("1.1.1.1"), {.finding = s("Who said it")}));
        must(m_case->saveCopy(path("whole.adit")));
        take(*mine, path("whole.adit"));
        QVERIFY(!holds("ana", "Who said it"));
        expectIntact(*mine);

        const EntityRef answered = other->assessment().answerRef(*RequirementCode::fromString(s("1.1.1.1")));
        CaseSight sight(*roleSight(s("mine")), other->assessment(), {});
        QVERIFY(sight.sees(answered, infoOf(field::answer::finding)));
        sight.protect(m_case->assessment());
        QVERIFY(!sight.sees(answered, infoOf(field::answer::finding)));
    }

    /// Of a case that was made of a backup: what is not here is left out of the copy as well, and is no damage there.
    void bytesThatAreNotHereAreLeftOutOfTheCopyToo()
    {
        must(m_case->saveCopyWithoutEvidence(path("restored.adit")));
        const Case restored = must(CaseDocument::open(path("restored.adit"), somebody("ben")));
        addFile(*restored, "Later evidence", "later bytes");
        send(*restored, "technical-reviewer", "ana");
        const Case copy = receive("ana");
        QCOMPARE(int(copy->absentEvidence().size()), 1);
        QVERIFY(holds("ana", "later bytes"));
        expectIntact(*copy);
        must(m_case->saveCopy(path("whole.adit")));
        QCOMPARE(take(*copy, path("whole.adit")).files, 1); // and they can come later
        QVERIFY(copy->absentEvidence().isEmpty());
        expectIntact(*copy);
    }

    void everyRoleHasItsRow()
    {
        const QStringList roles = QStringLiteral(ADIT_ROLES).split(QLatin1Char(' '));
        QCOMPARE(int(roleSights().size()), int(roles.size()));
        for (const QString &role : roles)
            QVERIFY2(roleSight(role), qPrintable(role));
        for (const RoleSight &sight : roleSights())
            for (const QString &word : QString::fromLatin1(sight.writes).split(QLatin1Char(' '))) {
                const auto kind = kindFromName(word.section(QLatin1Char('.'), 0, 0));
                QVERIFY2(word == s("*") || kind, qPrintable(word));
                if (word.contains(QLatin1Char('.')))
                    QVERIFY2(findField(*kind, word.section(QLatin1Char('.'), 1)), qPrintable(word));
            }
    }

    /// The guide's table is the program's.
    void theGuideSaysTheSame()
    {
        const QString guide = QString::fromUtf8(bytesOf(s(ADIT_SOURCE_DIR "/resources/guide/roles.md")));
        const auto yes = [](bool value) { return value ? s("yes") : s("no"); };
        for (const RoleSight &sight : roleSights()) {
            const QString audience = sight.widest == Audience::Company ? s("public, company")
                                     : sight.seesTextsOnly             ? s("texts to translate")
                                                                       : s("public, company, team");
            const QString row = s("| `%1` | %2 | %3 | %4 | %5 | %6 | %7 |")
                                    .arg(QString(sight.role), audience, yes(sight.seesNotes), yes(sight.seesActors),
                                         sight.seesNames ? s("who holds the key") : s("never"), yes(sight.seesFiles),
                                         yes(sight.isForChapters));
            QVERIFY2(guide.contains(row), qPrintable(row));
        }
    }
};

QTEST_GUILESS_MAIN(TestParcelRoles)
#include "tst_parcelroles.moc"
