// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/casestore.h"

#include "core/storage/diskfiles.h"
#include "core/storage/intakecheck.h"
#include "core/storage/migrations.h"
#include "core/storage/standardtables.h"
#include "core/storage/widecache.h"

#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <future>
#include <utility>

#include <sqlite3.h>
#include <unistd.h>

namespace adit {

namespace {

constexpr qsizetype headerSize = 100;

bool canWrite(const QString &path)
{
    return ::access(QFile::encodeName(path).constData(), W_OK) == 0;
}

/// What stands in a header at `at`, big-endian.
qint64 numberAt(const QByteArray &header, qsizetype at, int bytes)
{
    qint64 value = 0;
    for (int i = 0; i < bytes; ++i)
        value = value << 8 | static_cast<unsigned char>(header[at + i]);
    return value;
}

/// The header. Tells a case from other files and a whole one from a cut one before SQLite looks: its messages are the
/// same for both.
Result<QByteArray> checkedHeader(const QString &path)
{
    ADIT_TRY_ASSIGN(const FileStart file, readStart(path, headerSize));
    const QByteArray &header = file.bytes;
    if (header.isEmpty())
        return Error{ErrorCode::FileDamaged, path, QStringLiteral("empty")};
    if (!header.startsWith("SQLite format 3"))
        return Error{ErrorCode::FileForeign, path};
    if (header.size() < headerSize)
        return Error{ErrorCode::FileDamaged, path, QStringLiteral("cut short")};
    if (numberAt(header, 68, 4) != caseApplicationId)
        return Error{ErrorCode::FileForeign, path};
    const qint64 pageSize = numberAt(header, 16, 2) == 1 ? 65536 : numberAt(header, 16, 2);
    const qint64 expected = pageSize * numberAt(header, 28, 4);
    if (file.size < expected && !QFile::exists(path + QStringLiteral("-journal")))
        return Error{ErrorCode::FileDamaged, path,
                     QStringLiteral("%1 of %2 bytes are there").arg(file.size).arg(expected)};
    return header;
}

bool isOlder(const QByteArray &header)
{
    const qint64 version = numberAt(header, 60, 4);
    return version >= 1 && version < newestSchema();
}

Error withHolder(Error error, const QString &path)
{
    if (error.code == ErrorCode::FileLocked)
        error.detail = LockNote::holder(path);
    return error;
}

} // namespace

QString copyMark(const QString &path)
{
    const QFileInfo info(path);
    const QString place = QFileInfo(info.absolutePath()).canonicalFilePath() + QLatin1Char('/') + info.fileName();
    const QByteArray identity =
        QSysInfo::machineUniqueId() + '\n' + QByteArray::number(::getuid()) + '\n' + place.toUtf8();
    return toHex(blake2b(identity));
}

CaseStore::CaseStore(Database database, QString identityPath, bool readOnly, QByteArray vfs)
    : m_database(std::move(database))
    , m_identityPath(std::move(identityPath))
    , m_readOnly(readOnly)
    , m_vfs(std::move(vfs))
    , m_assessment(QUuid(QStringLiteral("ffffffff-ffff-ffff-ffff-ffffffffffff")))
    , m_journal(m_database)
    , m_records(m_database)
    , m_contents(m_database)
{}

CaseStore::~CaseStore()
{
    // A journal that still holds something is what the next opening rolls back with, and one beside another file that
    // has taken this place is not ours to remove.
    if (!m_readOnly && !m_isBroken && !hasHotJournal() && checkPlace())
        (void)m_database.execute("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE");
}

/// As SQLite tells it: only what begins so is played back.
bool CaseStore::hasHotJournal() const
{
    static constexpr char magic[] = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
    QFile journal(path() + QStringLiteral("-journal"));
    return journal.open(QIODevice::ReadOnly) && journal.read(sizeof magic - 1) == magic;
}

/// What is written to a file that nobody finds any more would be lost; SQLite looks only when it opens a journal, which
/// it does once.
Result<> CaseStore::checkPlace()
{
    int moved = 0;
    sqlite3_file_control(m_database.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved ? Result<>(Error{ErrorCode::FileMoved, path()}) : Result<>();
}

/// Where there is no room for an edit there may be none to roll it back either. The journal then stays beside the file,
/// and this connection, which has the lock already, would never play it back and write on over a half-written file. A
/// new connection plays it back first.
Result<> CaseStore::recover()
{
    const auto held = hold(); // what another thread has under way looks like what a failure left
    const bool isUnderWay = sqlite3_get_autocommit(m_database.handle()) == 0;
    if (isUnderWay || (!m_isBroken && !hasHotJournal()))
        return {};
    m_records.forgetStatements();
    m_journal.forgetNumbers();
    m_database.close();
    m_isBroken = true;
    auto again = Database::open(path(), Database::Access::ReadWrite, m_vfs);
    if (!again) {
        if (auto none = Database::inMemory())
            m_database.take(std::move(*none));
        return Error{ErrorCode::StorageFull, path()};
    }
    m_database.take(std::move(*again));
    m_isBroken = !prepareConnection() || !m_database.execute("BEGIN EXCLUSIVE; COMMIT") || hasHotJournal();
    return m_isBroken ? Result<>(Error{ErrorCode::StorageFull, path()}) : Result<>();
}

bool CaseStore::makeRoom()
{
    return m_reserve && m_reserve->release() && recover();
}

Result<> CaseStore::prepareConnection()
{
    ADIT_TRY(m_database.execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; "
                                "PRAGMA mmap_size = 0"));
    // Who may only read keeps nobody from writing.
    if (!m_readOnly)
        ADIT_TRY(m_database.execute(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL"));
    return {};
}

Result<std::unique_ptr<CaseStore>> CaseStore::create(const QString &path, const QString &finalPath,
                                                     const AssessmentId &assessment, const Standard &standard,
                                                     Instant now, const QByteArray &vfs)
{
    ADIT_TRY_ASSIGN(Database database, Database::open(path, Database::Access::Create, vfs));
    std::unique_ptr<CaseStore> store(new CaseStore(std::move(database), finalPath, false, vfs));
    store->m_assessment = assessment;
    Database &file = store->m_database;
    ADIT_TRY(store->prepareConnection());
    ADIT_TRY(file.execute("PRAGMA application_id = " + QByteArray::number(caseApplicationId)));
    ADIT_TRY(migrate(file, knownMigrations()));
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(file));
    ADIT_TRY(writeStandard(file, standard));
    ADIT_TRY_ASSIGN(Statement meta, file.prepare("INSERT INTO meta VALUES (?1, ?2)"));
    meta.bind(1, QStringLiteral("assessment")).bind(2, assessment.toString());
    ADIT_TRY(meta.run());
    meta.bind(1, QStringLiteral("created")).bind(2, toIso(now));
    ADIT_TRY(meta.run());
    ADIT_TRY(transaction.commit());
    return store;
}

Result<std::unique_ptr<CaseStore>> CaseStore::open(const QString &name, const QString &actor, Instant now,
                                                   const QByteArray &vfs)
{
    // A link to a case is that case: lock, journal and notes stand beside the file itself.
    const QString path = QFileInfo::exists(name) ? QFileInfo(name).canonicalFilePath() : name;
    ADIT_TRY_ASSIGN(const QByteArray header, checkedHeader(path));
    const bool readOnly = !canWrite(path) || !canWrite(QFileInfo(path).absolutePath());
    if (isOlder(header)) {
        if (readOnly)
            return Error{ErrorCode::FileReadOnly, path};
        if (const auto migrated = migrateFile(path, knownMigrations()); !migrated)
            return withHolder(migrated.error(), path);
    }
    auto database = Database::open(path, readOnly ? Database::Access::ReadOnly : Database::Access::ReadWrite, vfs);
    if (!database)
        return database.error();
    std::unique_ptr<CaseStore> store(new CaseStore(std::move(*database), path, readOnly, vfs));
    if (const auto checked = store->check(); !checked)
        return withHolder(checked.error(), path);
    if (!readOnly)
        store->m_lockNote = std::make_unique<LockNote>(path, actor, now);
    return store;
}

Result<std::unique_ptr<CaseStore>> CaseStore::openForReading(const QString &name)
{
    const QString path = QFileInfo::exists(name) ? QFileInfo(name).canonicalFilePath() : name;
    ADIT_TRY_ASSIGN(const QByteArray header, checkedHeader(path));
    const QString journal = path + QStringLiteral("-journal");
    const bool isLeftByCrash = QFileInfo(journal).size() > 0;
    if (!isOlder(header) && !isLeftByCrash) {
        ADIT_TRY_ASSIGN(Database database, Database::open(path, Database::Access::ReadAlone));
        std::unique_ptr<CaseStore> store(new CaseStore(std::move(database), path, true, {}));
        Result<> checked = store->check();
        // Nobody writes it before it is closed.
        if (checked)
            checked = store->m_database.execute("BEGIN; SELECT count(*) FROM meta");
        if (!checked)
            return withHolder(checked.error(), path);
        return store;
    }
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(QStringLiteral("copy.adit"));
    {
        // Who has it open keeps it from being read.
        ADIT_TRY_ASSIGN(Database original, Database::open(path, Database::Access::ReadOnly));
        const auto read = original.execute("BEGIN; SELECT count(*) FROM sqlite_schema");
        if (!read && read.error().code == ErrorCode::FileLocked)
            return withHolder(read.error(), path);
        ADIT_TRY(copyFile(path, copy));
        if (isLeftByCrash)
            ADIT_TRY(copyFile(journal, copy + QStringLiteral("-journal")));
    }
    auto opened = open(copy, {}, Instant{0});
    if (!opened)
        return Error{opened.error().code, path, opened.error().detail};
    (*opened)->m_copyFolder = std::move(folder);
    return std::move(*opened);
}

Result<> CaseStore::check()
{
    ADIT_TRY(prepareConnection());
    // Takes the lock now rather than at the first edit.
    if (!m_readOnly)
        ADIT_TRY(m_database.execute("BEGIN EXCLUSIVE; COMMIT"));
    ADIT_TRY_ASSIGN(const qint64 version, m_database.number("PRAGMA user_version"));
    if (version > newestSchema())
        return Error{ErrorCode::FileNewer, path(), QString::number(version)};
    if (version < 1)
        return Error{ErrorCode::FileDamaged, path(), QStringLiteral("schema version %1").arg(version)};
    ADIT_TRY_ASSIGN(const QString schema, schemaText(m_database));
    ADIT_TRY_ASSIGN(const QString expected, expectedSchemaText(static_cast<int>(version)));
    if (schema != expected)
        return Error{ErrorCode::FileSuspicious, path(), QStringLiteral("schema %1").arg(version)};
    ADIT_TRY_ASSIGN(const QString id, m_database.text("SELECT value FROM meta WHERE key = 'assessment'"));
    const auto assessment = AssessmentId::fromString(id);
    if (!assessment)
        return Error{ErrorCode::FileDamaged, path(), QStringLiteral("assessment id")};
    m_assessment = *assessment;
    return {};
}

Result<Standard> CaseStore::standard()
{
    ADIT_TRY_ASSIGN(StoredStandard stored, readStandard(m_database));
    ADIT_TRY(checkHash(stored, path()));
    return std::move(stored.standard);
}

Result<QString> CaseStore::standardHash()
{
    return m_database.text("SELECT value FROM meta WHERE key = 'standard_hash'");
}

Result<Assessment> CaseStore::assessment()
{
    return m_records.read(m_assessment);
}

Result<StoredCase> CaseStore::load()
{
    ADIT_TRY_ASSIGN(StoredStandard stored, readStandard(m_database));
    std::future<Result<>> check = std::async(std::launch::async, [&] { return checkHash(stored, path()); });
    auto read = assessment();
    ADIT_TRY(check.get());
    ADIT_TRY_ASSIGN(Assessment assessment, std::move(read));
    return StoredCase{std::move(stored.standard), std::move(assessment)};
}

Result<qint64> CaseStore::schema()
{
    return m_database.number("PRAGMA user_version");
}

Result<std::optional<ReplicaId>> CaseStore::replica()
{
    ADIT_TRY_ASSIGN(const QString mark, m_database.text("SELECT value FROM meta WHERE key = 'copy_mark'"));
    if (mark != copyMark(m_identityPath))
        return std::optional<ReplicaId>();
    ADIT_TRY_ASSIGN(const QString id, m_database.text("SELECT value FROM meta WHERE key = 'replica'"));
    return ReplicaId::fromString(id);
}

template <typename Work>
std::invoke_result_t<Work> CaseStore::write(const Work &work)
{
    if (m_readOnly)
        return Error{ErrorCode::FileReadOnly, path()};
    const auto held = hold();
    ADIT_TRY(recover());
    ADIT_TRY(checkPlace());
    // A part of a longer transaction is never tried again by itself: what it builds on is gone with the rest.
    const bool isPart = sqlite3_get_autocommit(m_database.handle()) == 0;
    auto done = work();
    if (!done && !isPart && done.error().code == ErrorCode::StorageFull && makeRoom())
        done = work();
    if (!done)
        m_journal.forgetNumbers();
    if (!done && !isPart)
        (void)recover();
    return done;
}

Result<> CaseStore::append(const std::vector<Operation> &operations, bool newReplica,
                           const std::vector<QByteArray> &contents)
{
    return write([&] { return appendInTransaction(operations, newReplica, contents); });
}

template <typename Work>
Result<> CaseStore::writeBeside(const Work &work)
{
    if (m_readOnly)
        return Error{ErrorCode::FileReadOnly, path()};
    const auto held = hold();
    if (m_isBroken || hasHotJournal())
        return Error{ErrorCode::StorageFull, path()};
    ADIT_TRY(checkPlace());
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(m_database));
    ADIT_TRY(work());
    return transaction.commit();
}

Result<> CaseStore::keepPart(const Digest &hash, QByteArrayView bytes, qint64 part)
{
    return writeBeside([&] { return m_contents.putPart(hash, bytes, part); });
}

Result<bool> CaseStore::dropPart(const Digest &hash)
{
    bool isLeft = false;
    ADIT_TRY(writeBeside([&]() -> Result<> {
        ADIT_TRY_ASSIGN(const bool isNamed, m_contents.isNamed(hash));
        if (isNamed || m_wanted.contains(hash))
            return {};
        ADIT_TRY_ASSIGN(isLeft, m_contents.removePart(hash));
        return {};
    }));
    return isLeft;
}

void CaseStore::want(const Digest &hash, int by)
{
    const auto held = hold();
    if ((m_wanted[hash] += by) <= 0)
        m_wanted.erase(hash);
}

Result<> CaseStore::sweepContents()
{
    return write([&] { return m_contents.sweep(); });
}

void CaseStore::keepReserve()
{
    if (!m_readOnly)
        m_reserve = std::make_unique<DiskReserve>(path());
}

Result<> CaseStore::copyTo(const QString &path, Bytes evidence)
{
    const UnfinishedFile unfinished(path);
    const auto held = hold();
    // Of a file with an edit still to be played back only the whole can be copied.
    ADIT_TRY(evidence == Bytes::LeftOut && !m_isBroken ? copyTables(unfinished.path()) : copyPages(unfinished.path()));
    {
        ADIT_TRY_ASSIGN(Database copy, Database::open(unfinished.path(), Database::Access::ReadWrite));
        ADIT_TRY(copy.execute("DELETE FROM meta WHERE key IN ('copy_mark', 'replica')"));
        ADIT_TRY(ContentTable(copy).sweep());
    }
    return finishCopy(unfinished, path);
}

Result<> CaseStore::finishCopy(const UnfinishedFile &unfinished, const QString &path) const
{
    // Who may not read the case may not read its copy.
    QFile::setPermissions(unfinished.path(), QFile::permissions(this->path()));
    ADIT_TRY(syncFile(unfinished.path()));
    return moveIntoPlace(unfinished.path(), path);
}

/// With a journal still to be played back, which happens in the copy when it is opened.
Result<> CaseStore::copyPages(const QString &to)
{
    if (m_isBroken) {
        ADIT_TRY(copyFile(path(), to));
        return copyFile(path() + QStringLiteral("-journal"), to + QStringLiteral("-journal"));
    }
    ADIT_TRY(makePrivateFile(to)); // VACUUM writes into an empty one
    ADIT_TRY_ASSIGN(Statement vacuum, m_database.prepare("VACUUM INTO ?1"));
    vacuum.bind(1, to);
    if (const auto copied = vacuum.run(); !copied)
        return Error{copied.error().code, to, copied.error().detail};
    return {};
}

/// Everything but the bytes of evidence, into a file made for it; of these, that they were left out. It takes as long
/// as what people wrote is long, however many photos there are.
Result<> CaseStore::copyTables(const QString &to)
{
    {
        ADIT_TRY(makePrivateFile(to));
        ADIT_TRY_ASSIGN(Database copy, Database::open(to, Database::Access::Create, m_vfs));
        ADIT_TRY(
            copy.execute("PRAGMA synchronous = OFF; PRAGMA application_id = " + QByteArray::number(caseApplicationId)));
        ADIT_TRY(migrate(copy, knownMigrations()));
    }
    ADIT_TRY_ASSIGN(Statement tables, m_database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' "
                                                         "AND name NOT LIKE 'sqlite%' AND name <> 'content'"));
    QByteArray fill = "INSERT INTO copy.content SELECT hash, -1, x'' FROM content WHERE part <= 0;";
    while (true) {
        ADIT_TRY_ASSIGN(const bool hasRow, tables.next());
        if (!hasRow)
            break;
        const QByteArray name = tables.text(0).toUtf8();
        fill += "INSERT INTO copy." + name + " SELECT * FROM main." + name + ';';
    }
    ADIT_TRY_ASSIGN(Statement attach, m_database.prepare("ATTACH ?1 AS copy"));
    attach.bind(1, to);
    ADIT_TRY(attach.run());
    // Synced as a whole when it is complete. Rows that refer to each other come in any order.
    Result<> filled = m_database.execute("PRAGMA copy.journal_mode = OFF; PRAGMA copy.synchronous = OFF; "
                                         "PRAGMA foreign_keys = OFF; BEGIN;" +
                                         fill + "COMMIT");
    if (!filled && sqlite3_get_autocommit(m_database.handle()) == 0)
        (void)m_database.execute("ROLLBACK");
    Result<> detached = m_database.execute("DETACH copy; PRAGMA foreign_keys = ON");
    if (!filled)
        return Error{filled.error().code, to, filled.error().detail};
    return detached;
}

Result<> CaseStore::rememberReplica(const ReplicaId &replica)
{
    ADIT_TRY_ASSIGN(Statement meta, m_database.prepare("INSERT INTO meta VALUES (?1, ?2) "
                                                       "ON CONFLICT (key) DO UPDATE SET value = excluded.value"));
    meta.bind(1, QStringLiteral("copy_mark")).bind(2, copyMark(m_identityPath));
    ADIT_TRY(meta.run());
    meta.bind(1, QStringLiteral("replica")).bind(2, replica.toString());
    return meta.run();
}

Result<> CaseStore::appendInTransaction(const std::vector<Operation> &operations, bool newReplica,
                                        const std::vector<QByteArray> &contents)
{
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(m_database));
    if (newReplica)
        ADIT_TRY(rememberReplica(operations.front().version.replica));
    ADIT_TRY(m_journal.append(operations));
    for (const QByteArray &bytes : contents)
        ADIT_TRY(m_contents.put(bytes));
    for (const Operation &operation : operations) {
        const auto path = resolveField(operation.entity.kind, operation.field);
        if (!path)
            return Error{ErrorCode::JournalBroken, operation.field};
        ADIT_TRY(m_records.write(operation.entity, *path, operation.value));
    }
    return transaction.commit();
}

/// Those that differ from memory; only they are left.
Result<> CaseStore::writeValues(std::vector<FieldValue> &values, const Assessment &memory)
{
    std::optional<EntityId> of; // values of one thing follow each other
    const Record *record = nullptr;
    std::erase_if(values, [&](const FieldValue &value) {
        if (of != value.entity.id)
            record = memory.find(value.entity.kind, value.entity.id);
        of = value.entity.id;
        const int index = value.path.field->index;
        return record && (value.path.member.isEmpty()
                              ? record->value(index) == value.value
                              : record->members(index).contains(value.path.member) == value.value.has_value());
    });
    for (auto at = values.begin(); at != values.end();) {
        RecordTables::Values ofOne;
        const EntityRef &entity = at->entity;
        for (; at != values.end() && at->entity.id == entity.id; ++at)
            ofOne.emplace_back(at->path, at->value);
        ADIT_TRY(m_records.writeAll(entity, ofOne));
    }
    return {};
}

Result<std::vector<FieldValue>> CaseStore::take(const Intake &intake, const Assessment &memory)
{
    const WideCache cache(m_database);
    return write([&] { return takeInTransaction(intake, memory); });
}

Result<std::vector<FieldValue>> CaseStore::takeInTransaction(const Intake &intake, const Assessment &memory)
{
    ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(m_database));
    ADIT_TRY(checkGoesOn(*this, intake));
    MergeTables tables = merges();
    ADIT_TRY_ASSIGN(const auto own, replica());
    std::vector<TouchedEntity> relabelled;
    for (const auto &[fork, operations, labels, fields] : intake.moved) {
        ADIT_TRY(tables.rename(fork.replica, fork.common, operations));
        ADIT_TRY(tables.findHeadsAnew(fields));
        relabelled.insert(relabelled.end(), fields.begin(), fields.end());
        for (const TouchedEntity &thing : fields)
            ADIT_TRY(m_records.relabel(thing.entity));
        // The other file goes on under the old name; this one draws a new one at its next edit.
        if (own && *own == fork.replica)
            ADIT_TRY(m_database.execute("DELETE FROM meta WHERE key IN ('copy_mark', 'replica')"));
    }
    // What was here first comes first: the rest may build on it.
    ADIT_TRY_ASSIGN(const DisclosedVersions disclosed, withheld().disclose(intake.disclosure));
    const auto disclosedFields = touchedBy(intake.disclosure.operations);
    ADIT_TRY(tables.findHeadsAnew(disclosedFields));
    ADIT_TRY_ASSIGN(const qint64 before, tables.latestEdit());
    ADIT_TRY_ASSIGN(std::vector<FieldValue> values, tables.append(intake.operations));
    ADIT_TRY_ASSIGN(const qint64 after, tables.latestEdit());
    ADIT_TRY_ASSIGN(auto disclosedValues, tables.valuesOf(disclosedFields));
    std::ranges::move(disclosedValues, std::back_inserter(values));
    ADIT_TRY_ASSIGN(auto relabelledValues, tables.valuesOf(relabelled));
    std::ranges::move(relabelledValues, std::back_inserter(values));
    for (const Digest &hash : intake.absent)
        ADIT_TRY(m_contents.leaveOut(hash));
    if (after > before || !disclosed.isEmpty()) {
        ADIT_TRY_ASSIGN(const qint64 merge,
                        tables.record({0, before + 1, after, intake.time, intake.actor, intake.source}));
        ADIT_TRY(withheld().remember(merge, disclosed));
    }
    ADIT_TRY(writeValues(values, memory));
    ADIT_TRY(transaction.commit());
    return values;
}

Result<std::vector<FieldValue>> CaseStore::takeOut(const StoredMerge &merge, const Assessment &memory)
{
    const WideCache cache(m_database);
    return write([&]() -> Result<std::vector<FieldValue>> {
        ADIT_TRY_ASSIGN(Transaction transaction, Transaction::begin(m_database));
        ADIT_TRY_ASSIGN(const auto touched, merges().takeOut(merge));
        ADIT_TRY_ASSIGN(std::vector<FieldValue> values, merges().valuesOf(touched));
        ADIT_TRY(writeValues(values, memory));
        for (const TouchedEntity &entity : touched) {
            ADIT_TRY_ASSIGN(const auto heads, m_journal.headsOfAll(entity.entity.id));
            if (heads.empty())
                ADIT_TRY(m_records.remove(entity.entity));
        }
        ADIT_TRY(transaction.commit());
        return values;
    });
}

Result<> CaseStore::takeContent(CaseStore &from, const Digest &hash, qint64 limit,
                                const std::function<bool(qint64)> &goOn)
{
    const auto count = [&](const QByteArray &piece) { return goOn(piece.size()); };
    ADIT_TRY_ASSIGN(const qint64 parts, from.m_contents.read(hash, limit, count));
    // From the last to the first, and several at once: a commit takes longer than a part.
    constexpr qint64 together = 16;
    for (qint64 part = parts; part > 0;) {
        qint64 copied = 0;
        const auto copySome = [&]() -> Result<> {
            for (const qint64 end = std::max<qint64>(part - together, 0); part > end; --part) {
                ADIT_TRY_ASSIGN(const QByteArray bytes, from.m_contents.part(hash, part - 1));
                ADIT_TRY(m_contents.putPiece(hash, part - 1, parts, bytes));
                copied += bytes.size();
            }
            return {};
        };
        ADIT_TRY(writeBeside(copySome));
        if (!goOn(copied))
            return Error{ErrorCode::Cancelled};
    }
    return {};
}

} // namespace adit
