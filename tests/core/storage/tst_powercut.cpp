// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edits/takenfile.h"
#include "core/journal/chain.h"
#include "core/journal/registers.h"
#include "core/storage/casestore.h"
#include "core/storage/verify.h"
#include "tests/core/storage/powercut.h"
#include "tests/support/builders.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

namespace {

const QString caseName = QStringLiteral("case.adit");

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

void check(const Result<> &result)
{
    if (!result)
        qFatal("%s: %s (%s)", qPrintable(errorName(result.error().code)), qPrintable(result.error().subject),
               qPrintable(result.error().detail));
}

/// One sitting at an open case, as CaseDocument would hold it, on a disk of the test's choice.
class Sitting
{
public:
    Sitting(const QString &path, const QByteArray &vfs, quint64 seed)
        : m_store(must(CaseStore::open(path, s("Test auditor"), Instant{1}, vfs)))
        , m_case(must(m_store->load()))
        , m_random(Random::seeded(seed))
    {}

    CaseView view() const { return {m_case.standard, m_case.assessment}; }
    CaseStore &store() { return *m_store; }
    EntityId newId() { return EntityId(m_random.uuid()); }

    void apply(const Edit &edit)
    {
        const auto known = must(m_store->replica());
        const ReplicaId replica = known.value_or(ReplicaId(m_random.uuid()));
        const ChainTip tip = must(m_store->journal().tip(m_store->assessmentId(), replica));
        HybridClock clock(tip.time);
        const auto operations =
            must(seal(edit, {}, {replica, tip.sequence, tip.hash}, clock, Instant{1'777'000'000'000}, m_random,
                      [&](const Change &change) {
                          return m_store->journal().heads(change.entity.id, fieldPath(*change.field, change.member));
                      }));
        check(m_store->append(operations, !known));
        for (const Change &change : edit.changes)
            writeValue(m_case.assessment, change.entity, {change.field, change.member}, change.value);
    }

private:
    std::unique_ptr<CaseStore> m_store;
    StoredCase m_case;
    Random m_random;
};

/// Small and large edits: a rating, a plan, a mark, a text of many pages, a sheet of them all.
Edit someEdit(Sitting &sitting, int number)
{
    const Standard &standard = sitting.view().standard;
    const int count = static_cast<int>(standard.requirements().size());
    const QString requirement = standard.requirement(number % count).code.toString();
    const char *ratings[] = {"full", "substantial", "partial", "none"};
    const QString rating = s(ratings[number / 3 % 4]);
    const QString text = s("Number %1. ").arg(number).repeated(number % 11 == 5 ? 3000 : 3);
    switch (number % 8) {
    case 3:
        return must(plan(sitting.view(), requirement, sitting.newId(), text, s("2027-01-31")));
    case 5:
        return must(rate(sitting.view(), requirement, {.finding = text, .notes = text}));
    case 6:
        return must(setRelevance(sitting.view(), s("2.1"), number % 16 == 6, text));
    case 7: {
        Edit all{Verb::Import, {}, {}};
        for (int i = 0; i < count; ++i)
            append(all, must(rate(sitting.view(), standard.requirement(i).code.toString(),
                                  {.rating = rating, .finding = text + QString::number(i)})));
        return all;
    }
    default:
        return must(rate(sitting.view(), requirement, {.rating = rating, .notes = text}));
    }
}

/// What happened on the disk, what had been acknowledged by when, and every state the case was in.
struct Recording
{
    Folder start;
    std::vector<DiskEvent> events;
    std::vector<std::size_t> acknowledged; ///< events there were when the n-th edit returned
    std::vector<Assessment> states;        ///< before the first edit, after the first, …
};

void sit(const QString &path, const DiskRecorder &disk, int first, int last, const QByteArray &pragma,
         Recording &recording)
{
    Sitting sitting(path, disk.vfs(), static_cast<quint64>(first));
    if (!pragma.isEmpty())
        check(sitting.store().database().execute(pragma));
    if (recording.states.empty())
        recording.states.push_back(sitting.view().assessment);
    for (int number = first; number < last; ++number) {
        const Edit edit = someEdit(sitting, number);
        if (edit.changes.empty())
            continue;
        sitting.apply(edit);
        recording.acknowledged.push_back(disk.events().size());
        recording.states.push_back(sitting.view().assessment);
    }
}

void makeCase(const QString &path)
{
    QString requirements;
    for (int chapter = 1; chapter <= 2; ++chapter)
        for (int i = 1; i <= 12; ++i)
            requirements += s("%1.1.1.%2 ").arg(chapter).arg(i);
    (void)must(CaseDocument::create(path, smallStandard(requirements),
                                    {{{&infoOf(field::details::site), s("Test mine")}}}, repeatableSurroundings()));
}

/// Three sittings of sixteen edits. `pragma` weakens the connection, to see that the simulator would find it.
Recording record(const QByteArray &pragma = {})
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(caseName);
    makeCase(path);
    Recording recording;
    recording.start = readFolder(folder.path());
    const DiskRecorder disk;
    for (int sitting = 0; sitting < 3; ++sitting)
        sit(path, disk, sitting * 16, sitting * 16 + 16, pragma, recording);
    recording.events = disk.events();
    return recording;
}

QByteArray fileBytes(int number)
{
    return Random::seeded(static_cast<quint64>(number)).bytes(600'000);
}
constexpr int fileCount = 3;

/// Files that come in part by part, with edits in between, and are named by evidence once all of them are there.
Recording recordFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(caseName);
    makeCase(path);
    Recording recording;
    recording.start = readFolder(folder.path());
    const DiskRecorder disk;
    Sitting sitting(path, disk.vfs(), 1);
    recording.states.push_back(sitting.view().assessment);
    const auto apply = [&](const Edit &edit) {
        sitting.apply(edit);
        recording.acknowledged.push_back(disk.events().size());
        recording.states.push_back(sitting.view().assessment);
    };
    for (int file = 0; file < fileCount; ++file) {
        const QByteArray bytes = fileBytes(file);
        for (qint64 part = ContentTable::partsOf(bytes.size()) - 1; part >= 0; --part) {
            check(sitting.store().keepPart(sha256(bytes), bytes, part));
            apply(someEdit(sitting, 8 * (3 * file + static_cast<int>(part))));
        }
        const EntityRef evidence{EntityKind::Evidence, sitting.newId(), s("E-A0%1").arg(file + 1)};
        apply(must(addTakenEvidence(sitting.view(), evidence,
                                    {{{&infoOf(field::evidence::title), s("Photo %1").arg(file)},
                                      {&infoOf(field::evidence::state), s("taken")}}},
                                    FileFacts{s("photo.jpg"), s("image/jpeg"), bytes.size(), toHex(sha256(bytes))})));
    }
    recording.events = disk.events();
    return recording;
}

/// A file is there whole or not at all; one that evidence names is there (verify sees to that).
QString wrongFiles(CaseStore &store)
{
    for (int file = 0; file < fileCount; ++file) {
        const Digest hash = sha256(fileBytes(file));
        if (must(store.contents().state(hash)) == ContentState::Here && !store.contents().bytes(hash))
            return s("file %1 is not what it was").arg(file);
    }
    return {};
}

/// Empty, or what is wrong with the case found after the cut.
QString wrongAfterCut(const QString &folder, const Recording &recording, std::size_t acknowledged)
{
    const auto store = CaseStore::open(folder + QLatin1Char('/') + caseName, s("Next"), Instant{2});
    if (!store)
        return s("open: ") + errorName(store.error().code) + store.error().detail;
    const auto found = (*store)->assessment();
    if (!found)
        return s("read: ") + found.error().detail;
    const auto standard = (*store)->standard();
    if (!standard)
        return s("standard: ") + standard.error().detail;
    const auto problems = verifyStore(**store, *standard, *found, {});
    if (!problems)
        return s("verify: ") + problems.error().detail;
    if (!problems->empty())
        return s("verify: %1 %2 %3").arg(problems->front().what, problems->front().where, problems->front().text);
    if (QString wrong = wrongFiles(**store); !wrong.isEmpty())
        return wrong;
    const bool nothingLost = *found == recording.states[acknowledged];
    const bool oneMore = acknowledged + 1 < recording.states.size() && *found == recording.states[acknowledged + 1];
    return nothingLost || oneMore ? QString() : s("not the state after edit %1, nor after the next").arg(acknowledged);
}

/// Cuts the power `cuts` times; what went wrong, up to ten times.
QStringList cutPower(const Recording &recording, int cuts, unsigned seed, int enough = 10)
{
    QStringList failures;
    std::mt19937 random(seed);
    const QTemporaryDir folder;
    for (int cut = 0; cut < cuts && failures.size() < enough; ++cut) {
        const std::size_t count = random() % (recording.events.size() + 1);
        const auto acknowledged = static_cast<std::size_t>(std::ranges::upper_bound(recording.acknowledged, count) -
                                                           recording.acknowledged.begin());
        writeFolder(folder.path(), afterPowerCut(recording.start, recording.events, count, random));
        if (const QString wrong = wrongAfterCut(folder.path(), recording, acknowledged); !wrong.isEmpty())
            failures.append(s("cut %1 after %2 events: %3").arg(cut).arg(count).arg(wrong));
    }
    return failures;
}

} // namespace

class TestPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// store.md, File: TRUNCATE with FULL loses nothing. ADIT_POWER_CUTS asks for more cuts, with another seed.
    void everyAcknowledgedEditIsThereAndNoneIsHalf()
    {
        const int more = qEnvironmentVariableIntValue("ADIT_POWER_CUTS");
        const Recording recording = record();
        QVERIFY(recording.acknowledged.size() > 40);
        const QStringList failures = cutPower(recording, more > 0 ? more : 300, more > 0 ? 2 : 1);
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
    }

    /// Bytes are written beside the edits (store.md, Evidence): none of these is lost, and no file is half there.
    void aFileThatComesInPartsIsThereWholeOrNotAtAll()
    {
        const int more = qEnvironmentVariableIntValue("ADIT_POWER_CUTS");
        const Recording recording = recordFiles();
        QVERIFY(recording.acknowledged.size() == fileCount * 4);
        const QStringList failures = cutPower(recording, more > 0 ? more : 200, more > 0 ? 2 : 1);
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(QLatin1Char('\n'))));
    }

    /// The simulator is worth something only if it catches settings that do lose data.
    void weakerSettingsAreCaught_data()
    {
        QTest::addColumn<QByteArray>("pragma");
        QTest::newRow("no syncs") << QByteArray("PRAGMA synchronous = OFF");
        QTest::newRow("journal in memory") << QByteArray("PRAGMA journal_mode = MEMORY");
        QTest::newRow("journal deleted without syncing the folder")
            << QByteArray("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE");
    }
    void weakerSettingsAreCaught()
    {
        QFETCH(QByteArray, pragma);
        QVERIFY(!cutPower(record(pragma), 300, 1, 1).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
