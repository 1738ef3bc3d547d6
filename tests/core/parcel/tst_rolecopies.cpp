// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/rolecopy.h"
#include "tests/core/parcel/parcelcases.h"

#include <QFile>
#include <QTest>
#include <algorithm>

using namespace adit;
using namespace adit::test;

// Copies made for a role, worked in: what comes back merges with whose work it was, and what comes in later is held to
// what the role may see.

class TestRoleCopies : public ParcelCases
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void whatWasThereIsNotTheReceiversToUndo()
    {
        const Case copy = handOver("auditor", "ana");
        QVERIFY(!copy->nextUndo());
        edit(*copy, rate(copy->view(), s("1.2.1.1"), {.rating = s("none")}));
        must(copy->undo());
        QCOMPARE(codeOf(copy->undo()), ErrorCode::NothingToUndo);
    }

    void aRoleCopyTakesInWhatItsRoleMaySee()
    {
        const Case expert = handOver("expert", "ana", {s("1.1")});
        edit(*m_case, rate(m_case->view(), s("2.1.1.2"), {.finding = s("Later, elsewhere")}));
        edit(*m_case, rate(m_case->view(), s("1.1.1.2"), {.finding = s("Later, here")}));
        must(m_case->saveCopy(path("whole.adit")));
        take(*expert, path("whole.adit"));
        QCOMPARE(answer(*expert, "1.1.1.2")[field::answer::finding], s("Later, here"));
        QVERIFY(!holds("ana", "Later, elsewhere"));
        expectIntact(*expert);
    }

    /// Whoever sends first: the copy made for a role, or the one of whoever did the rest.
    void copiesMadeForRolesComeBackInAnyOrder_data()
    {
        QTest::addColumn<bool>("isRoleFirst");
        QTest::newRow("the copy for a role first") << true;
        QTest::newRow("the whole copy first") << false;
    }
    void copiesMadeForRolesComeBackInAnyOrder()
    {
        QFETCH(bool, isRoleFirst);
        must(m_case->saveCopy(path("ben.adit")));
        const Case ben = must(CaseDocument::open(path("ben.adit"), somebody("ben")));
        edit(*ben, rate(ben->view(), s("2.1.1.2"), {.finding = s("Ben saw it")}));
        send(*ben, "expert", "ana", {s("1.1")});
        const Case expert = receive("ana");
        edit(*expert, rate(expert->view(), s("1.1.1.2"), {.finding = s("Ana saw it")}));
        if (isRoleFirst) {
            const MergePreview preview = take(*m_case, *expert);
            QCOMPARE(preview.unseen.size(), std::size_t(1));
            QCOMPARE(preview.unseen.front().actor, profileOf("ben").shown().actor());
            QVERIFY(answer(*m_case, "2.1.1.2")[field::answer::finding].isEmpty());
            expectIntact(*m_case);
            // What goes on from here says what it lacks.
            QCOMPARE(send(*m_case, "lead-auditor", "lead").withheld, preview.unseen.front().operations);
        } else {
            take(*m_case, *ben);
        }
        take(*m_case, isRoleFirst ? *ben : *expert);
        QCOMPARE(answer(*m_case, "2.1.1.2")[field::answer::finding], s("Ben saw it"));
        QCOMPARE(answer(*m_case, "1.1.1.2")[field::answer::finding], s("Ana saw it"));
        const auto log = must(m_case->log({}, {}));
        QVERIFY(std::ranges::none_of(log, &LogEntry::withheld));
        expectIntact(*m_case);
    }

    /// Content that comes later is held to what the role may see, as that which came at first.
    void aRoleCopyIsToldOnlyWhatItsRoleMaySee()
    {
        const Case mine = handOver("mine", "ana");
        const auto withheld = [](const CaseDocument &document) {
            const auto log = must(document.log({}, {}));
            return std::ranges::count_if(log, &LogEntry::withheld);
        };
        const auto before = withheld(*mine);
        edit(*m_case, rate(m_case->view(), s("1.1.1.2"), {.finding = s("Later"), .notes = s("A later note")}));
        must(m_case->saveCopy(path("whole.adit")));
        const MergePreview preview = take(*mine, path("whole.adit"));
        QCOMPARE(preview.disclosed, 0);
        QCOMPARE(preview.named, 0);
        QVERIFY(withheld(*mine) > before); // the note, and the record of the hand-over
        QCOMPARE(answer(*mine, "1.1.1.2")[field::answer::finding], s("Later"));
        for (const char *text : {"Personal note", "A later note", "Team description", "Interview summary"})
            QVERIFY2(!holds("ana", text), text);
        QVERIFY(!holds("ana", profileOf("lead").shown().actor().toUtf8())); // nor who did it
        expectIntact(*mine);
    }

    /// Who may write a kind does not therefore see what others wrote of it.
    void whatOthersWroteComesOnlyWhereTheRoleSeesIt()
    {
        const Case mine = handOver("mine", "ana");
        addFile(*m_case, "Later evidence", "later bytes");
        addComment(*m_case, "technical", "Among reviewers");
        addComment(*m_case, "company", "To the mine");
        must(m_case->saveCopy(path("whole.adit")));
        const MergePreview preview = take(*mine, path("whole.adit"));
        QCOMPARE(preview.files, 0);
        QCOMPARE(preview.absentFiles, 0);
        for (const char *text : {"Later evidence", "later bytes", "later.txt", "Among reviewers"})
            QVERIFY2(!holds("ana", text), text);
        QVERIFY(holds("ana", "To the mine"));
        QCOMPARE(mine->assessment().records(EntityKind::Comment).size(), std::size_t(1));
        QVERIFY(mine->assessment().records(EntityKind::Evidence).empty());
        QVERIFY(mine->assessment().records(EntityKind::Handover).empty());
        expectIntact(*mine);
    }

    void anExpertIsNotToldOfPeopleElsewhere()
    {
        const Case expert = handOver("expert", "ana", {s("1.1")});
        edit(*m_case, addRecord(m_case->view(), m_case->newEntity(EntityKind::Person),
                                {{{&infoOf(field::person::stakeholder), s("worker")},
                                  {&infoOf(field::person::description), s("Later person")}}}));
        edit(*m_case, shareIdentities(m_case->view(), profileOf("lead"), profileOf("ana").shown()));
        must(m_case->saveCopy(path("whole.adit")));
        take(*expert, path("whole.adit"));
        QVERIFY(!holds("ana", "Later person"));
        QVERIFY(expert->assessment().records(EntityKind::KeyShare).empty());
        expectIntact(*expert);
    }

    /// What the holder did comes back also where the role would not see it of others.
    void ownWorkComesBackToACopyOfARole()
    {
        Case mine = handOver("mine", "ana");
        edit(*mine, selfAssess(mine->view(), s("2.1.1.1"), s("partial"), s("We see it so")));
        mine.reset();
        QVERIFY(QFile::copy(path("ana.adit"), path("backup")));
        mine = must(CaseDocument::open(path("ana.adit"), somebody("ana")));
        const EntityRef own = addFile(*mine, "Taken by the mine", "bytes of the mine");
        take(*m_case, *mine);
        QVERIFY(m_case->assessment().find(EntityKind::Evidence, own.id));
        mine.reset();
        QVERIFY(QFile::remove(path("ana.adit")));
        QVERIFY(QFile::copy(path("backup"), path("ana.adit")));
        mine = must(CaseDocument::open(path("ana.adit"), somebody("ana")));
        must(m_case->saveCopy(path("whole.adit")));
        const MergePreview preview = take(*mine, path("whole.adit"));
        const Record *evidence = mine->assessment().find(EntityKind::Evidence, own.id);
        QVERIFY(evidence);
        QCOMPARE((*evidence)[field::evidence::title], s("Taken by the mine"));
        QCOMPARE(preview.files, 0); // this role gets no bytes
        QCOMPARE(int(mine->absentEvidence().size()), 1);
        QVERIFY(!holds("ana", "Evidence title"));
        expectIntact(*mine);
    }

    void whoGetsNoFilesIsBroughtNone()
    {
        const Case manager = handOver("programme-manager", "ana");
        const qsizetype absent = manager->absentEvidence().size();
        addFile(*m_case, "Later evidence", "later bytes");
        must(m_case->saveCopy(path("whole.adit")));
        const MergePreview preview = take(*manager, path("whole.adit"));
        QCOMPARE(preview.files, 0);
        QCOMPARE(preview.absentFiles, 0);
        QVERIFY(holds("ana", "Later evidence"));
        QVERIFY(!holds("ana", "later bytes"));
        QVERIFY(!holds("ana", "bytes of the river"));
        QCOMPARE(manager->absentEvidence().size(), absent + 1);
        expectIntact(*manager);
    }

    /// The rounds of an audit: whoever reviews takes in the lead's newer copy, and the lead all that was said.
    void theRoundsOfAnAuditGoOn_data()
    {
        QTest::addColumn<QString>("role");
        QTest::newRow("technical reviewer") << s("technical-reviewer");
        QTest::newRow("decision maker") << s("decision-maker");
    }
    void theRoundsOfAnAuditGoOn()
    {
        QFETCH(QString, role);
        const Case reader = handOver(role.toUtf8().constData(), "ana");
        edit(*m_case, rate(m_case->view(), s("1.2.1.1"), {.rating = s("none"), .finding = s("Later")}));
        addFile(*m_case, "Later evidence", "later bytes");
        addComment(*m_case, "technical", "Asked of the reviewer");
        must(m_case->saveCopy(path("whole.adit")));
        QCOMPARE(take(*reader, path("whole.adit")).files, 1);
        QCOMPARE(answer(*reader, "1.2.1.1")[field::answer::finding], s("Later"));
        for (const char *text : {"Later evidence", "later bytes", "Asked of the reviewer"})
            QVERIFY2(holds("ana", text), text);
        QCOMPARE(reader->assessment().records(EntityKind::Handover).size(), std::size_t(1));
        expectIntact(*reader);
        addComment(*reader, "technical", "Said by the reviewer");
        take(*m_case, *reader);
        QCOMPARE(m_case->assessment().records(EntityKind::Comment).size(), std::size_t(2));
        const auto log = must(m_case->log({}, {}));
        QVERIFY(std::ranges::none_of(log, &LogEntry::withheld));
        expectIntact(*m_case);
    }

    void aRoleCopyIsToldWhatItsRoleSeesNow()
    {
        // Of another chapter first, then linked to the expert's.
        const auto &[id, record] = *m_case->assessment().records(EntityKind::Evidence).begin();
        const EntityRef river{EntityKind::Evidence, id, record[field::evidence::label]};
        const Case expert = handOver("expert", "ana", {s("1.1")});
        QVERIFY(!expert->assessment().find(EntityKind::Evidence, river.id));
        edit(*m_case,
             changeRecord(m_case->view(), river, {{}, {{&infoOf(field::evidence::requirements), {s("1.1.1.1")}}}}));
        must(m_case->saveCopy(path("whole.adit")));
        const MergePreview preview = take(*expert, path("whole.adit"));
        QVERIFY(preview.disclosed > 0);
        QCOMPARE((*expert->assessment().find(EntityKind::Evidence, river.id))[field::evidence::title],
                 s("Evidence title"));
        QVERIFY(!holds("ana", "Of another chapter"));
        expectIntact(*expert);
    }
};

QTEST_GUILESS_MAIN(TestRoleCopies)
#include "tst_rolecopies.moc"
