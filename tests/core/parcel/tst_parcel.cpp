// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/diskfiles.h"
#include "core/storage/rolecopy.h"
#include "tests/core/parcel/parcelcases.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <atomic>
#include <future>

using namespace adit;
using namespace adit::test;

// Parcels made (store.md, Security): of the case as it is at some moment, sealed to the keys named, whole or not there
// at all.

class TestParcel : public ParcelCases
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void roundTripOfTheWholeCase()
    {
        const Case copy = handOver("auditor", "ana");
        expectIntact(*copy);
        QCOMPARE(answer(*copy, "1.1.1.1")[field::answer::notes], s("Personal note"));
        QCOMPARE(copy->facts().role, s("auditor"));
        edit(*copy, rate(copy->view(), s("1.2.1.1"), {.rating = s("none"), .finding = s("By Ana")}));
        send(*copy, "lead-auditor", "lead");
        must(openParcel(path("on its way"), profileOf("lead"), path("back.adit")));
        const MergePreview preview = take(*m_case, path("back.adit"));
        QVERIFY(preview.operations >= 2);
        QCOMPARE(answer(*m_case, "1.2.1.1")[field::answer::finding], s("By Ana"));
        const auto log = must(m_case->log(RequirementCode::fromString(s("1.2.1.1")), {}));
        QCOMPARE(log.front().actor, profileOf("ana").shown().actor()); // whose work it was
        expectIntact(*m_case);
    }

    void theCaseRemembersWhatLeftIt()
    {
        send(*m_case, "mine", "ana");
        const auto &handovers = m_case->assessment().records(EntityKind::Handover);
        QCOMPARE(handovers.size(), std::size_t(1));
        const Record &record = handovers.begin()->second;
        QCOMPARE(record[field::handover::label], s("H-A01"));
        QCOMPARE(record[field::handover::role], s("mine"));
        QCOMPARE(record[field::handover::made_by], profileOf("lead").shown().fingerprint());
        QCOMPARE(record[field::handover::recipients], profileOf("ana").shown().actor());
        QVERIFY(isGenuineHandover(m_case->assessment(), record));
        QCOMPARE(verbCode(m_case->nextUndo()->verb), s("hand-over"));
    }

    void badOrdersAreRefused()
    {
        const PublicProfile ana = profileOf("ana").shown();
        const auto make = [&](const ParcelOrder &order) { return codeOf(makeParcel(*m_case, order, path("refused"))); };
        QCOMPARE(make({s("boss"), {}, {ana}}), ErrorCode::UnknownChoice);
        QCOMPARE(make({s("mine"), {s("1.1")}, {ana}}), ErrorCode::InvalidValue);
        QCOMPARE(make({s("expert"), {s("9.9")}, {ana}}), ErrorCode::UnknownNode);
        QCOMPARE(make({s("expert"), {}, {}}), ErrorCode::InvalidValue);
        m_case->surroundings().profile.reset();
        QCOMPARE(make({s("auditor"), {}, {ana}}), ErrorCode::ProfileNeeded);
        QVERIFY(!QFile::exists(path("refused")));
        QVERIFY(m_case->assessment().records(EntityKind::Handover).empty());
    }

    void nothingIsSealedToARevokedKey()
    {
        const PublicProfile ana = profileOf("ana").shown();
        // Who may say so: its owner, or who leads the audit.
        QCOMPARE(codeOf(revoke(m_case->view(), profileOf("ben"), ana, QDate(2026, 6, 1), s("Stolen"))),
                 ErrorCode::InvalidValue);
        QCOMPARE(codeOf(revoke(m_case->view(), profileOf("ana"), ana, QDate(2026, 6, 1), {})), ErrorCode::InvalidValue);
        edit(*m_case, revoke(m_case->view(), profileOf("ana"), ana, QDate(2026, 6, 1), s("Stolen")));
        QCOMPARE(revocationIn(m_case->assessment(), ana.fingerprint())->reason, s("Stolen"));
        QCOMPARE(codeOf(makeParcel(*m_case, {s("auditor"), {}, {ana}}, path("refused"))), ErrorCode::ProfileRevoked);
        QCOMPARE(codeOf(shareIdentities(m_case->view(), profileOf("lead"), ana)), ErrorCode::ProfileRevoked);
        edit(*m_case, addRecord(m_case->view(), m_case->newEntity(EntityKind::TeamMember),
                                {{{&infoOf(field::team_member::name), s("lead")},
                                  {&infoOf(field::team_member::role), s("lead-auditor")},
                                  {&infoOf(field::team_member::profile), profileOf("lead").shown().fingerprint()}}}));
        edit(*m_case, revoke(m_case->view(), profileOf("lead"), profileOf("ben").shown(), QDate(2026, 6, 2),
                             s("Left the firm")));
        QVERIFY(revocationIn(m_case->assessment(), profileOf("ben").shown().fingerprint()));
    }

    void aCancelledParcelLeavesNothing_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<double>("at");
        for (const char *role : {"auditor", "mine"}) // the whole case, and a part of it
            for (const double at : {0.0, 0.1, 0.3, 0.5, 0.8, 1.0})
                QTest::addRow("%s at %.1f", role, at) << s(role) << at;
    }
    /// Whenever it is stopped: while the case is copied, and while that is sealed.
    void aCancelledParcelLeavesNothing()
    {
        QFETCH(QString, role);
        QFETCH(double, at);
        const QByteArray bytes(3'000'000, 'a');
        edit(*m_case, addEvidence(m_case->view(), m_case->newEntity(EntityKind::Evidence),
                                  {{{&infoOf(field::evidence::title), s("Long")},
                                    {&infoOf(field::evidence::state), s("taken")},
                                    {&infoOf(field::evidence::source), s("observation")}},
                                   {{&infoOf(field::evidence::requirements), {s("2.1.1.1")}}}},
                                  EvidenceFile{s("long.txt"), s("text/plain"), bytes}));
        const auto files = [&] { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); };
        const QStringList before = files();
        const qint64 operations = m_case->facts().operations;
        double last = 0;
        const auto cancel = [&](double done) {
            [&] { QVERIFY(done >= last && done <= 1); }();
            last = done;
            return done < at;
        };
        QCOMPARE(codeOf(makeParcel(*m_case, {role, {}, {profileOf("ana").shown()}}, path("half"), cancel)),
                 ErrorCode::Cancelled);
        QVERIFY(last >= at);
        QCOMPARE(files(), before);
        QCOMPARE(m_case->facts().operations, operations);
        QVERIFY(m_case->assessment().records(EntityKind::Handover).empty());
        must(makeParcel(*m_case, {role, {}, {profileOf("ana").shown()}}, path("half"), {})); // and it can be made
        must(openParcel(path("half"), profileOf("ana"), path("ana.adit")));
        expectIntact(*must(CaseDocument::open(path("ana.adit"), somebody("ana"))));
    }

    /// What is handed over is what the case was at some moment, whatever is done in it meanwhile, and says so.
    void theCaseMayGoOnWhileAParcelIsWritten()
    {
        OutgoingParcel parcel =
            must(OutgoingParcel::prepare(*m_case, {s("auditor"), {}, {profileOf("ana").shown()}}, path("on its way")));
        std::atomic_bool isDone = false;
        auto writing = std::async(std::launch::async, [&] {
            auto manifest = parcel.write({});
            isDone = true;
            return manifest;
        });
        int edits = 0;
        do
            edit(*m_case, rate(m_case->view(), s("1.2.1.1"), {.finding = s("Seen %1 times").arg(++edits)}));
        while (!isDone);
        const ParcelManifest manifest = must(writing.get());
        must(parcel.record(*m_case, manifest));
        const Case copy = receive("ana");
        expectIntact(*copy);
        expectIntact(*m_case);
        QCOMPARE(copy->facts().operations, manifest.operations);
        QVERIFY(manifest.operations < m_case->facts().operations);
    }

    void whatIsNotWantedIsDiscarded()
    {
        OutgoingParcel parcel =
            must(OutgoingParcel::prepare(*m_case, {s("auditor"), {}, {profileOf("ana").shown()}}, path("on its way")));
        parcel.discard();
        must(parcel.write({}));
        QVERIFY(QFile::exists(path("on its way")));
        parcel.discard();
        QVERIFY(!QFile::exists(path("on its way")));
        QVERIFY(m_case->assessment().records(EntityKind::Handover).empty());
    }

    /// What the mine does not get is asked of the case as it is when it is copied.
    void whatIsWithheldMeanwhileIsWithheld()
    {
        OutgoingParcel parcel =
            must(OutgoingParcel::prepare(*m_case, {s("mine"), {}, {profileOf("ana").shown()}}, path("on its way")));
        edit(*m_case, addRecord(m_case->view(), m_case->newEntity(EntityKind::Redaction),
                                {{{&infoOf(field::redaction::target), s("answer/1.1.1.1")},
                                  {&infoOf(field::redaction::field_name), s("finding")},
                                  {&infoOf(field::redaction::reason), s("A")},
                                  {&infoOf(field::redaction::state), s("asked")}}}));
        must(parcel.record(*m_case, must(parcel.write({}))));
        const Case mine = receive("ana");
        QVERIFY(!holds("ana", "Public finding"));
        QVERIFY(holds("ana", "Of another chapter"));
        expectIntact(*mine);
    }

    /// Nor does a name go along that was written meanwhile, under a key that the recipient does not hold.
    void aNameWrittenMeanwhileStaysWithItsKey()
    {
        edit(*m_case, shareIdentities(m_case->view(), profileOf("lead"), profileOf("ben").shown()));
        OutgoingParcel parcel =
            must(OutgoingParcel::prepare(*m_case, {s("auditor"), {}, {profileOf("ben").shown()}}, path("on its way")));
        const EntityRef person = m_case->newEntity(EntityKind::Person);
        edit(*m_case, addRecord(m_case->view(), person, {{{&infoOf(field::person::stakeholder), s("worker")}}}));
        name(*m_case, person, "Rosa Mamani", "ana");
        must(parcel.record(*m_case, must(parcel.write({}))));
        const Case copy = receive("ben");
        const auto &people = copy->assessment().records(EntityKind::Person);
        QCOMPARE(people.size(), std::size_t(2));
        for (const auto &[id, record] : people)
            QCOMPARE(record.has(field::person::name), !(id == person.id));
        QCOMPARE(answer(*copy, "1.1.1.1")[field::answer::notes], s("Personal note"));
        expectIntact(*copy);
    }

    /// Who may read a copy is said when it is whole; until then its owner alone.
    void whatIsHalfWrittenIsNobodyElsesToRead()
    {
        const QFile::Permissions others(0x0077);
        QFile::setPermissions(m_case->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        int looks = 0;
        QStringList readable;
        const auto look = [&](double) {
            for (const QString &file : hiddenFiles()) {
                ++looks;
                if (QFile::permissions(m_folder->filePath(file)) & others)
                    readable.append(file);
            }
            return true;
        };
        const auto door = m_case->copyDoor();
        must(door.saveCopy(path("whole.adit"), look));
        must(door.saveCopyFor(path("part.adit"), {[](const Operation &) { return true; }, true, true}, look));
        QVERIFY(looks > 2);
        QCOMPARE(readable, QStringList());
        for (const char *copy : {"whole.adit", "part.adit"})
            QCOMPARE(QFile::permissions(path(copy)), QFile::permissions(m_case->path()));
    }

    /// A parcel is made and opened by way of files for files in the making: a crash leaves none of them for good.
    void whatACrashLeftOfAParcelIsClearedAway()
    {
        const auto leave = [this](const QString &name, int days) {
            write(m_folder->filePath(name), "in clear");
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-days), QFileDevice::FileModificationTime));
        };
        const QString nested = s(".~new..~new.lead.adit.0123abcd#.4567abcd#");
        const QString recent = s(".~new..~new.lead.adit.0123abcd#.89abcdef#");
        const QString others = s(".~new..~new.mislead.adit.0123abcd#.4567abcd#");
        const QString namedAlike = s(".~new.lead.adit.copy.adit.0123abcd#");
        for (const QString &name : {s(".~new.lead.adit.0123abcd#"), nested, nested + s("-journal"), others, namedAlike})
            leave(name, 2);
        leave(recent, 0);
        send(*m_case, "auditor", "ana");
        QStringList left{recent, others, namedAlike};
        left.sort();
        QStringList found = hiddenFiles();
        found.sort();
        QCOMPARE(found, left);
        const UnfinishedFile first(m_case->path());
        const UnfinishedFile second(first.path());
        static const QRegularExpression name(s("^\\.~new\\.lead\\.adit\\.[0-9a-f]{8}#\\z"));
        QVERIFY(second.path() != first.path());
        QVERIFY2(name.match(QFileInfo(second.path()).fileName()).hasMatch(), qPrintable(second.path()));
    }
};

QTEST_GUILESS_MAIN(TestParcel)
#include "tst_parcel.moc"
