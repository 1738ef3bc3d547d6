// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/contenttable.h"
#include "core/storage/copymeter.h"
#include "core/storage/diskfiles.h"
#include "core/storage/diskreserve.h"
#include "core/storage/journaltables.h"
#include "core/storage/locknote.h"
#include "core/storage/mergetables.h"
#include "core/storage/recordtables.h"
#include "core/storage/rolecopy.h"
#include "core/storage/sqlite.h"
#include "core/storage/withheldtables.h"

#include <QTemporaryDir>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>

namespace adit {

/// What a case says: read at once, and then kept by whoever asked.
struct StoredCase
{
    Standard standard;
    Assessment assessment;
};

/// What comes in from another copy.
struct Intake
{
    struct Moved
    {
        Fork fork;
        std::vector<Operation> operations;      ///< what our tail is to be
        Relabelling labels = {};                ///< things that it made get others
        std::vector<TouchedEntity> fields = {}; ///< as they were called and as they will be, where labels change
    };
    std::vector<Moved> moved;          ///< tails of ours that go on under another name
    std::vector<Operation> operations; ///< in an order in which they may be applied (inOrder())
    Disclosure disclosure = {};        ///< of operations that are here without their content
    std::vector<Digest> absent;        ///< bytes that they name and that neither copy has
    Instant time{0};                   ///< of the merge, with who made it and the name of the file
    QString actor;
    QString source;
};

/// One case file on disk: the only place that knows it is SQLite. Opened with an exclusive lock, so that two programs
/// never write one file (store.md, File).
class CaseStore
{
public:
    /// Makes a new file with schema, standard and identity; the path must be free. The caller fills it and moves it to
    /// `finalPath`, so that no half-made case is ever seen there.
    static Result<std::unique_ptr<CaseStore>> create(const QString &path, const QString &finalPath,
                                                     const AssessmentId &assessment, const Standard &standard,
                                                     Instant now, const QByteArray &vfs = {});
    /// Opens for writing, or for reading only where file or folder cannot be written. An older schema is migrated: on a
    /// copy, which replaces the file when it is whole.
    static Result<std::unique_ptr<CaseStore>> open(const QString &path, const QString &actor, Instant now,
                                                   const QByteArray &vfs = {});

    /// Opens another copy for reading by one thread at a time. It stays as it is: where the file is of an older schema,
    /// or a crash left a journal beside it, it is a copy of it that is read.
    static Result<std::unique_ptr<CaseStore>> openForReading(const QString &path);

    /// Leaves the case as one file: without the empty journal that SQLite keeps beside it while it is open.
    ~CaseStore();
    CaseStore(const CaseStore &) = delete;
    CaseStore &operator=(const CaseStore &) = delete;

    QString path() const { return m_database.path(); }
    bool isReadOnly() const { return m_readOnly; }
    AssessmentId assessmentId() const { return m_assessment; }
    Result<Standard> standard();
    /// In hex, as the file says: enough to compare with another one whose standard is used.
    Result<QString> standardHash();
    Result<Assessment> assessment();
    /// Both. The standard is checked against its hash while the assessment is read.
    Result<StoredCase> load();
    Result<qint64> schema();

    JournalTables &journal() { return m_journal; }
    MergeTables merges() { return {m_database, m_journal}; }
    WithheldTables withheld() { return {m_database, m_journal}; }
    ContentTable &contents() { return m_contents; }
    Database &database() { return m_database; }

    /// The replica that this copy of the file writes as: drawn anew when the file has been copied or moved to another
    /// machine or place (store.md: every copy gets a new replica id). Nothing before the first edit here.
    Result<std::optional<ReplicaId>> replica();
    /// Makes operations durable together with the values they set and the bytes that these name; all or nothing.
    /// `newReplica`: remember the operations' replica as this copy's own.
    Result<> append(const std::vector<Operation> &operations, bool newReplica,
                    const std::vector<QByteArray> &contents = {});

    /// Takes in what another copy has; all or nothing. Returns the values that differ from those in memory.
    Result<std::vector<FieldValue>> take(const Intake &intake, const Assessment &memory);
    /// Takes it out again. Things that came with it are there no longer, and have to be read anew.
    Result<std::vector<FieldValue>> takeOut(const StoredMerge &merge, const Assessment &memory);
    /// Makes bytes that another copy has this one's own, checked against their hash and to be no more
    /// than `limit`. `goOn` is asked between parts and
    /// told how many bytes came; false stops it (error Cancelled). May be called on any thread.
    Result<> takeContent(CaseStore &from, const Digest &hash, qint64 limit, const std::function<bool(qint64)> &goOn);

    /// To be called before anything is read for an edit, and after one failed outside append(): makes sure that what
    /// could not be rolled back is not written over. Error StorageFull while that is not possible.
    Result<> recover();
    /// Gives back the reserve, if there is one, for a second try.
    bool makeRoom();

    // Bytes come and go beside the window: these two may be called on any thread, and what writes here waits for them,
    // for the length of one part. They leave the connection as it is: error StorageFull where it has to be recovered
    // first, which is for the thread of the document.

    /// One part of bytes that operations will name (ContentTable::putPart), durable when this returns. With the last of
    /// them, part 0, they are there.
    Result<> keepPart(const Digest &hash, QByteArrayView bytes, qint64 part);
    /// Takes a part of bytes away that nothing names; false once none is left, or if they are named or wanted after
    /// all.
    Result<bool> dropPart(const Digest &hash);
    /// Somebody is about to name these bytes, or no longer is (`by`: +1 or -1): meanwhile nobody else takes them away.
    void want(const Digest &hash, int by);
    /// Nobody else writes while this is held: for transactions of several calls.
    [[nodiscard]] std::unique_lock<std::recursive_mutex> hold() { return std::unique_lock(m_writing); }
    /// Takes away all bytes that nothing names: see ContentTable::sweep().
    Result<> sweepContents();

    enum class Bytes { Copied, LeftOut };
    /// Writes the case as it is to a path that must be free; whole and on the disk when this returns, or not there at
    /// all. The copy has no replica id: it draws its own at its first edit, wherever it is put. Bytes that nothing
    /// names never come along; with LeftOut none do, and the copy says so.
    Result<> copyTo(const QString &path, Bytes evidence = Bytes::Copied);

    // The same for a thread beside the document's. Nobody writes while what people wrote is read; bytes of evidence
    // come over part by part. What reads here looks at the file by a connection of its own. Errors StorageFull where
    // the connection has to be recovered first, Cancelled.
    Result<> copyBeside(const QString &path, const CopyMeter::Progress &progress);
    /// Of what somebody may see.
    Result<> copyBeside(const QString &path, const Withholding &withholding, const CopyMeter::Progress &progress);

    /// Sets room aside for as long as the case is open. The first append() that finds the disk full gives it back and
    /// succeeds.
    void keepReserve();
    bool keepsReserve() const { return m_reserve != nullptr; }
    bool isDiskFull() const { return m_reserve && m_reserve->isDiskFull(); }

private:
    CaseStore(Database database, QString identityPath, bool readOnly, QByteArray vfs);

    Result<> prepareConnection();
    Result<> check();
    Result<> checkPlace();
    bool hasHotJournal() const;
    Result<> finishCopy(const UnfinishedFile &unfinished, const QString &path) const;
    Result<> copyPages(const QString &to);
    Result<> copyTables(const QString &to);
    Result<Database> quietFile();
    Result<> bringContents(Database &copy, const std::vector<Digest> &hashes, CopyMeter &meter);
    /// Tries a second time with the reserve given back, where the disk is full.
    template <typename Work>
    std::invoke_result_t<Work> write(const Work &work);
    template <typename Work>
    Result<> writeBeside(const Work &work);
    Result<> rememberReplica(const ReplicaId &replica);
    Result<std::vector<FieldValue>> takeInTransaction(const Intake &intake, const Assessment &memory);
    Result<> writeValues(std::vector<FieldValue> &values, const Assessment &memory);
    Result<> appendInTransaction(const std::vector<Operation> &operations, bool newReplica,
                                 const std::vector<QByteArray> &contents);

    std::recursive_mutex m_writing;
    std::map<Digest, int> m_wanted;
    Database m_database;
    QString m_identityPath; ///< where the case is, or will be moved to
    bool m_readOnly;
    QByteArray m_vfs;
    bool m_isBroken = false; ///< an edit failed and could not be rolled back yet: its journal waits beside the file
    AssessmentId m_assessment;
    JournalTables m_journal;
    RecordTables m_records;
    ContentTable m_contents;
    std::unique_ptr<LockNote> m_lockNote;
    std::unique_ptr<DiskReserve> m_reserve;
    std::unique_ptr<QTemporaryDir> m_copyFolder; ///< holds the copy that is read in place of the file
};

/// Identifies machine, user and place of a case without naming them: if it differs from the one stored, this is a copy.
QString copyMark(const QString &path);

} // namespace adit
