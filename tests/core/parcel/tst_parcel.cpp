// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/rolesight.h"
#include "core/base/rule.h"
#include "core/document/incomingwork.h"
#include "core/edits/draft.h"
#include "core/edits/identityverbs.h"
#include "core/parcel/incomingparcel.h"
#include "core/parcel/parcel.h"
#include "core/storage/diskfiles.h"
#include "core/storage/rolecopy.h"
#include "core/storage/sqlite.h"
#include "tests/support/builders.h"
#include "tests/support/forgedparcel.h"
#include "tests/support/people.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <future>

using namespace adit;
using namespace adit::test;

// Parcels by role (store.md, Security): each role gets what it may see and nothing else, everything still verifies, and
// what comes back merges with whose work it was.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Surroundings somebody(const char *name)
{
    Surroundings surroundings = repeatableSurroundings(qHash(s(name)));
    surroundings.profile = std::make_shared<const Profile>(profileOf(name));
    surroundings.actor = surroundings.profile->shown().actor();
    return surroundings;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void expectIntact(const CaseDocument &document)
{
    const VerifyReport report = must(document.verify());
    QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : qPrintable(report.problems.front().text));
}

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Cancelled : result.error().code;
}

} // namespace

class TestParcel : public QObject
{
    Q_OBJECT

private:
    using Case = std::unique_ptr<CaseDocument>;
    std::unique_ptr<QTemporaryDir> m_folder;
    Case m_case;

    QString path(const char *name) const { return m_folder->filePath(s(name)); }
    static void edit(CaseDocument &document, const Result<Edit> &edit) { must(document.apply(must(edit))); }
    static const Record &answer(const CaseDocument &document, const char *requirement)
    {
        return document.assessment().answer(*RequirementCode::fromString(s(requirement)));
    }
    void name(CaseDocument &document, const EntityRef &person, const char *text, const char *writer)
    {
        Draft draft(document.view(), Verb::Change, person.code);
        const FieldInfo &field = infoOf(field::person::name);
        const QString sealed = must(IdentityWriter(profileOf(writer)).seal(draft, person, field, s(text)));
        draft.add(must(changeRecord(draft.view(), person, {{{&field, sealed}}})));
        edit(document, draft.edit());
    }
    ParcelManifest send(CaseDocument &from, const char *role, const char *to, const QStringList &chapters = {})
    {
        QFile::remove(path("on its way"));
        return must(makeParcel(from, {s(role), chapters, {profileOf(to).shown()}}, path("on its way")));
    }
    Case receive(const char *to)
    {
        const QString file = m_folder->filePath(s(to) + s(".adit"));
        must(openParcel(path("on its way"), profileOf(to), file));
        return must(CaseDocument::open(file, somebody(to)));
    }
    Case handOver(const char *role, const char *to, const QStringList &chapters = {})
    {
        send(*m_case, role, to, chapters);
        return receive(to);
    }
    /// What somebody has open comes by way of a copy.
    MergePreview take(CaseDocument &into, const CaseDocument &from) const
    {
        const QString copy = path("copy");
        QFile::remove(copy);
        must(from.saveCopy(copy));
        return take(into, copy);
    }
    static MergePreview take(CaseDocument &into, const QString &from)
    {
        const auto incoming = must(IncomingWork::read(into, from));
        must(incoming->bringContents());
        must(into.merge(*incoming));
        return incoming->preview();
    }
    static EntityRef addFile(CaseDocument &document, const char *title, const QByteArray &bytes)
    {
        EntityRef evidence = document.newEntity(EntityKind::Evidence);
        edit(document, addEvidence(document.view(), evidence,
                                   {{{&infoOf(field::evidence::title), s(title)},
                                     {&infoOf(field::evidence::state), s("taken")},
                                     {&infoOf(field::evidence::source), s("observation")}},
                                    {{&infoOf(field::evidence::requirements), {s("1.1.1.1")}}}},
                                   EvidenceFile{s("later.txt"), s("text/plain"), bytes}));
        return evidence;
    }
    static void addComment(CaseDocument &document, const char *round, const char *text)
    {
        edit(document,
             addRecord(document.view(), document.newEntity(EntityKind::Comment),
                       {{{&infoOf(field::comment::round), s(round)}, {&infoOf(field::comment::text), s(text)}}}));
    }
    /// A copy of Ana's, with work of hers that is not in the case.
    Case withWorkOfAnas()
    {
        Case ana = handOver("auditor", "ana");
        edit(*ana, rate(ana->view(), s("1.2.1.1"), {.rating = s("none"), .finding = s("By Ana")}));
        return ana;
    }
    /// Neither what is in a parcel nor that it came is taken. Returns why.
    Error refused(const QString &parcel) const
    {
        const Digest before = must(m_case->journalState());
        const Assessment said = m_case->assessment();
        const auto incoming = must(IncomingCopy::read(*m_case, parcel, &profileOf("lead")));
        must(incoming->work().bringContents());
        const auto merged = incoming->mergeInto(*m_case);
        [&] {
            QVERIFY(!merged);
            QVERIFY(must(m_case->journalState()) == before);
            QVERIFY(m_case->assessment() == said);
            expectIntact(*m_case);
        }();
        return merged ? Error{ErrorCode::Cancelled} : merged.error();
    }
    QStringList hiddenFiles() const
    {
        return QDir(m_folder->path()).entryList({s(".~new.*")}, QDir::Files | QDir::Hidden);
    }
    /// Whether bytes stand anywhere in what was handed over.
    bool holds(const char *to, const QByteArray &bytes) const
    {
        return bytesOf(m_folder->filePath(s(to) + s(".adit"))).contains(bytes);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = must(CaseDocument::create(
            path("lead.adit"), smallStandard(s("1.1.1.1 1.1.1.2! 1.2.1.1 2.1.1.1 2.1.1.2")),
            {{{&infoOf(field::details::site), s("Hill")}, {&infoOf(field::details::mine), s("existing")}}},
            somebody("lead")));
        CaseDocument &document = *m_case;
        edit(document, rate(document.view(), s("1.1.1.1"),
                            {.rating = s("partial"), .finding = s("Public finding"), .notes = s("Personal note")}));
        edit(document,
             rate(document.view(), s("2.1.1.1"),
                  {.rating = s("full"), .finding = s("Of another chapter"), .sources = QStringList{s("worker")}}));
        edit(document, selfAssess(document.view(), s("1.1.1.1"), s("full"), s("Company comment")));
        const EntityRef person = document.newEntity(EntityKind::Person);
        edit(document, addRecord(document.view(), person,
                                 {{{&infoOf(field::person::stakeholder), s("worker")},
                                   {&infoOf(field::person::description), s("Team description")}}}));
        name(document, person, "Inés Quispe", "lead");
        edit(document, addRecord(document.view(), document.newEntity(EntityKind::Interview),
                                 {{{&infoOf(field::interview::held), s("2026-05-05")},
                                   {&infoOf(field::interview::summary), s("Interview summary")}},
                                  {{&infoOf(field::interview::people), {person.code}},
                                   {&infoOf(field::interview::requirements), {s("1.1.1.1")}}}}));
        edit(document, addEvidence(document.view(), document.newEntity(EntityKind::Evidence),
                                   {{{&infoOf(field::evidence::title), s("Evidence title")},
                                     {&infoOf(field::evidence::state), s("taken")},
                                     {&infoOf(field::evidence::source), s("observation")}},
                                    {{&infoOf(field::evidence::requirements), {s("2.1.1.1")}}}},
                                   EvidenceFile{s("river.txt"), s("text/plain"), "bytes of the river"}));
    }

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

    void aChainWrittenAnewIsFoundOut()
    {
        // What a receiver kept says where the chains stood. Somebody else's case in which history went another way:
        must(m_case->saveCopy(path("other.adit")));
        send(*m_case, "auditor", "ana");
        const Record &kept = m_case->assessment().records(EntityKind::Handover).begin()->second;
        const QString chains = kept[field::handover::chains];
        Handover handover = handoverFrom(kept);
        handover.chains = QString(chains).replace(chains.right(8), s("00000000"));
        const Case other = must(CaseDocument::open(path("other.adit"), somebody("lead")));
        const QByteArray signature = signatureOf(other->assessment().id(), handover, profileOf("lead"));
        edit(*other, addRecord(other->view(), other->newEntity(EntityKind::Handover),
                               {{{&infoOf(field::handover::made), handover.made},
                                 {&infoOf(field::handover::made_by), handover.madeBy},
                                 {&infoOf(field::handover::role), handover.role},
                                 {&infoOf(field::handover::recipients), handover.recipients},
                                 {&infoOf(field::handover::chains), handover.chains},
                                 {&infoOf(field::handover::signature), QString::fromLatin1(signature.toHex())}}}));
        const VerifyReport report = must(other->verify());
        QCOMPARE(report.problems.size(), std::size_t(1));
        QCOMPARE(report.problems[0].what, s("handover"));
        expectIntact(*m_case);
        // And nobody can record a hand-over in another's name.
        QCOMPARE(codeOf(addRecord(other->view(), other->newEntity(EntityKind::Handover),
                                  {{{&infoOf(field::handover::made), s("2026-05-02")},
                                    {&infoOf(field::handover::made_by), handover.madeBy},
                                    {&infoOf(field::handover::signature), s("00")}}})),
                 ErrorCode::InvalidValue);
    }

    void aParcelOpensOnlyForItsRecipients()
    {
        send(*m_case, "auditor", "ana");
        const auto foreign = openParcel(path("on its way"), profileOf("ben"), path("ben.adit"));
        QCOMPARE(codeOf(foreign), ErrorCode::ParcelForeign);
        QVERIFY(foreign.error().detail.contains(profileOf("ana").shown().fingerprint()));
        QVERIFY(!QFile::exists(path("ben.adit")));
        QCOMPARE(must(recipientsOf(path("on its way"))), QStringList{profileOf("ana").shown().fingerprint()});
        QCOMPARE(must(lookInto(path("on its way"), profileOf("ana"))).site, s("Hill"));
        QVERIFY(!bytesOf(path("on its way")).contains("Hill"));
    }

    void whatWasAlteredDoesNotOpen_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("cut") << 0;
        QTest::newRow("cut in its first bytes") << 1;
        QTest::newRow("a bit") << 2;
        QTest::newRow("something added") << 3;
        QTest::newRow("pieces in another order") << 4;
        QTest::newRow("another file") << 5;
        QTest::newRow("a newer version") << 6;
        QTest::newRow("empty") << 7;
    }
    void whatWasAlteredDoesNotOpen()
    {
        QFETCH(int, what);
        send(*m_case, "auditor", "ana");
        QByteArray bytes = bytesOf(path("on its way"));
        const auto middle = bytes.size() / 2;
        switch (what) {
        case 0:
            bytes.chop(100);
            break;
        case 1:
            bytes.truncate(20);
            break;
        case 2:
            bytes[middle] = static_cast<char>(bytes[middle] ^ 1);
            break;
        case 3:
            bytes.append("more");
            break;
        case 4: {
            const QByteArray half = bytes.mid(middle, 1000);
            bytes.replace(middle, 1000, bytes.mid(middle + 2000, 1000));
            bytes.replace(middle + 2000, 1000, half);
            break;
        }
        case 5:
            bytes = "PK something";
            break;
        case 6:
            bytes.replace(0, 12, "AditParcel/2");
            break;
        default:
            bytes.clear();
        }
        write(path("altered"), bytes);
        const auto files = [&] { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); };
        const QStringList before = files();
        QCOMPARE(codeOf(openParcel(path("altered"), profileOf("ana"), path("ana.adit"))), ErrorCode::ParcelInvalid);
        QVERIFY(!QFile::exists(path("ana.adit")));
        QCOMPARE(files(), before); // nothing half done is left
    }

    void aParcelCannotBePassedOffAsForOthers()
    {
        // Who got a parcel cannot seal it anew to somebody else under the maker's signature.
        send(*m_case, "auditor", "ana");
        const ParcelManifest manifest = must(lookInto(path("on its way"), profileOf("ana")));
        must(m_case->saveCopy(path("content")));
        QFile content(path("content"));
        QFile out(path("forged"));
        QVERIFY(content.open(QIODevice::ReadOnly) && out.open(QIODevice::WriteOnly));
        must(writeParcel(out, content, manifest, profileOf("ana"), {profileOf("ben").shown()}, {}));
        out.close();
        QCOMPARE(codeOf(lookInto(path("forged"), profileOf("ben"))), ErrorCode::ParcelInvalid);
    }

    void anotherContentBehindTheManifestIsFoundOut()
    {
        // Who got a parcel has the key, and can encrypt another case of the same size behind the maker's manifest.
        send(*m_case, "auditor", "ana");
        write(path("same"), forgedParcel(bytesOf(path("on its way")), profileOf("ana"), [](QByteArray &) {}));
        must(openParcel(path("same"), profileOf("ana"), path("same.adit"))); // the forger's hand is good
        const auto forger = [](QByteArray &content) { content.replace("Public finding", "Forged finding"); };
        write(path("swapped"), forgedParcel(bytesOf(path("on its way")), profileOf("ana"), forger));
        const auto opened = openParcel(path("swapped"), profileOf("ana"), path("ana.adit"));
        QCOMPARE(codeOf(opened), ErrorCode::ParcelInvalid);
        QCOMPARE(opened.error().detail, ruleMark(Rule::ParcelCaseUnsigned));
        QVERIFY(!QFile::exists(path("ana.adit")));
        // What it says is the maker's all the same: only the content gives it away.
        QCOMPARE(must(lookInto(path("swapped"), profileOf("ana"))).site, s("Hill"));
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

    /// A parcel is merged as what is in it, without a file of it that stays, and the hand-over is kept.
    void aParcelMergesStraightAway()
    {
        const Case ana = handOver("auditor", "ana");
        edit(*ana, rate(ana->view(), s("1.2.1.1"), {.rating = s("none"), .finding = s("By Ana")}));
        send(*ana, "lead-auditor", "lead");
        const auto files = [&] { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); };
        const QStringList before = files();
        const Profile &lead = profileOf("lead");
        {
            const auto incoming = must(IncomingCopy::read(*m_case, path("on its way"), &lead));
            QCOMPARE(incoming->manifest()->maker.fingerprint(), profileOf("ana").shown().fingerprint());
            QCOMPARE(incoming->work().path(), path("on its way"));
            QCOMPARE(incoming->preview().people.size(), std::size_t(1));
            QCOMPARE(files().size(), before.size() + 1);
            for (const QString &file : files())
                if (!before.contains(file))
                    QVERIFY((QFile::permissions(path(qPrintable(file))) & QFile::Permissions(0x0077)) == 0);
            must(incoming->work().bringContents());
            must(incoming->mergeInto(*m_case));
        }
        QCOMPARE(files(), before);
        QCOMPARE(answer(*m_case, "1.2.1.1")[field::answer::finding], s("By Ana"));
        expectIntact(*m_case);
        const auto kept = [&] {
            std::vector<const Record *> all;
            for (const auto &[id, record] : m_case->assessment().records(EntityKind::Handover))
                if (record[field::handover::made_by] == profileOf("ana").shown().fingerprint())
                    all.push_back(&record);
            return all;
        };
        QCOMPARE(kept().size(), std::size_t(1));
        QVERIFY(isGenuineHandover(m_case->assessment(), *kept()[0]));
        must(must(IncomingCopy::read(*m_case, path("on its way"), &lead))->mergeInto(*m_case));
        QCOMPARE(kept().size(), std::size_t(1)); // the same again
        QCOMPARE(must(m_case->history(1)).front().verb, Verb::HandOver);
        must(m_case->undo(2)); // the hand-over, and what came in with it
        QVERIFY(answer(*m_case, "1.2.1.1")[field::answer::finding].isEmpty());
        expectIntact(*m_case);
    }

    void aParcelThatDoesNotMergeLeavesNothing_data()
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<int>("cut");
        QTest::addColumn<bool>("isOther");
        QTest::addColumn<int>("code");
        QTest::newRow("for somebody else") << s("ben") << 0 << false << int(ErrorCode::ParcelForeign);
        QTest::newRow("cut") << s("ana") << 100 << false << int(ErrorCode::ParcelInvalid);
        QTest::newRow("of another case") << s("ana") << 0 << true << int(ErrorCode::CaseUnrelated);
        QTest::newRow("nobody's profile") << QString() << 0 << false << int(ErrorCode::ProfileNeeded);
    }
    void aParcelThatDoesNotMergeLeavesNothing()
    {
        QFETCH(QString, reader);
        QFETCH(int, cut);
        QFETCH(bool, isOther);
        QFETCH(int, code);
        must(makeParcel(*m_case, {s("auditor"), {}, {profileOf("ana").shown()}}, path("one.adit-parcel")));
        QFile file(path("one.adit-parcel"));
        QVERIFY(file.resize(file.size() - cut));
        const Case other = must(CaseDocument::create(
            path("other.adit"), m_case->standard(), {{{&infoOf(field::details::site), s("Dale")}}}, somebody("other")));
        const Profile *profile = reader.isEmpty() ? nullptr : &profileOf(reader.toUtf8().constData());
        const auto files = [&] { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); };
        const QStringList before = files();
        const auto read = IncomingCopy::read(isOther ? *other : *m_case, file.fileName(), profile);
        QCOMPARE(int(codeOf(read)), code);
        QCOMPARE(read.error().subject, file.fileName()); // and not what it was opened into
        QCOMPARE(files(), before);
        const auto stopped = IncomingCopy::read(*m_case, file.fileName(), &profileOf("ana"), Forks::Refuse,
                                                [](double) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(files(), before);
    }

    void aHandoverThatCannotBeKeptDoesNotMerge_data()
    {
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("role");
        QTest::addColumn<QStringList>("chapters");
        QTest::addColumn<QString>("named");
        QTest::newRow("an unknown role") << s("2026-05-05") << s("boss") << QStringList() << s("boss");
        QTest::newRow("no such day") << s("2026-13-41") << s("auditor") << QStringList() << s("2026-13-41");
        QTest::newRow("no day") << QString() << s("auditor") << QStringList() << s("made");
        QTest::newRow("an unknown chapter") << s("2026-05-05") << s("expert") << QStringList{s("9.9")} << s("9.9");
    }
    /// A parcel is merged with its hand-over or not at all, whatever its maker signed.
    void aHandoverThatCannotBeKeptDoesNotMerge()
    {
        QFETCH(QString, made);
        QFETCH(QString, role);
        QFETCH(QStringList, chapters);
        QFETCH(QString, named);
        const Case ana = withWorkOfAnas();
        must(ana->saveCopy(path("content")));
        send(*ana, "lead-auditor", "lead");
        ParcelManifest manifest = must(lookInto(path("on its way"), profileOf("lead")));
        manifest.handover.made = made;
        manifest.handover.role = role;
        manifest.handover.chapters = chapters;
        manifest.handoverSignature = signatureOf(manifest.assessment, manifest.handover, profileOf("ana"));
        QFile content(path("content"));
        QFile out(path("signed so"));
        QVERIFY(content.open(QIODevice::ReadOnly) && out.open(QIODevice::WriteOnly));
        must(writeParcel(out, content, manifest, profileOf("ana"), {profileOf("lead").shown()}, {}));
        out.close();
        const Error error = refused(path("signed so"));
        QCOMPARE(error.code, ErrorCode::ParcelInvalid);
        QCOMPARE(error.subject, path("signed so"));
        QVERIFY2(error.detail.contains(named), qPrintable(error.detail));
        QVERIFY(answer(*m_case, "1.2.1.1")[field::answer::finding].isEmpty());
    }

    void aParcelOfARevokedMakerDoesNotMerge()
    {
        const Case ana = withWorkOfAnas();
        send(*ana, "lead-auditor", "lead");
        edit(*m_case, revoke(m_case->view(), profileOf("ana"), profileOf("ana").shown(), QDate(2026, 6, 1), s("Lost")));
        const Error error = refused(path("on its way"));
        QCOMPARE(error.code, ErrorCode::ProfileRevoked);
        QCOMPARE(error.subject, profileOf("ana").shown().actor());
    }

    /// What can be seen only once it came in takes what came in out again, and nothing else.
    void aMakerWhoIsRevokedInTheParcelItselfIsRefused()
    {
        const Case ana = withWorkOfAnas();
        OutgoingParcel parcel = must(OutgoingParcel::prepare(*ana, {s("lead-auditor"), {}, {profileOf("lead").shown()}},
                                                             path("on its way too")));
        edit(*ana, revoke(ana->view(), profileOf("ana"), profileOf("ana").shown(), QDate(2026, 6, 1), s("Lost")));
        must(parcel.write({}));
        edit(*m_case, rate(m_case->view(), s("1.1.1.2"), {.rating = s("full")}));
        QCOMPARE(refused(path("on its way too")).code, ErrorCode::ProfileRevoked);
        QCOMPARE(m_case->nextUndo()->verb, Verb::Rate);
        QCOMPARE(answer(*m_case, "1.1.1.2")[field::answer::rating], s("full"));
        QVERIFY(!revocationIn(m_case->assessment(), profileOf("ana").shown().fingerprint()));
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

QTEST_GUILESS_MAIN(TestParcel)

#include "tst_parcel.moc"
