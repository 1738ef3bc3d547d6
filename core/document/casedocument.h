// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/edits/edit.h"
#include "core/identity/profile.h"
#include "core/journal/conflicts.h"
#include "core/journal/historyfilter.h"
#include "core/journal/logentry.h"
#include "core/journal/operation.h"
#include "core/journal/workdone.h"
#include "core/scoring/scorecard.h"

#include <QObject>
#include <QString>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace adit {

/// What a document needs from outside: who acts, when, and where chance comes from. Handed in by main() and by tests.
struct Surroundings
{
    QString actor;    ///< who edits; team audience
    QString language; ///< language of the window, recorded with each edit
    Clock now = systemNow;
    Random random = Random::secure();
    /// The profile of who edits, while it is open: needed for names of people and for what is decided in one's own
    /// name.
    std::shared_ptr<const Profile> profile = {};
};

/// What one applied edit changed. Pages refresh what it names and nothing else.
struct ChangeSet
{
    struct Item
    {
        EntityRef entity;
        const FieldInfo *field;
    };
    Verb verb;
    QString subject;
    std::vector<Item> items; ///< empty: nothing was different
    bool scoresChanged = false;

    bool touches(EntityKind kind) const;
    /// The requirements whose answer, plan or own relevance mark changed.
    std::vector<RequirementCode> requirements() const;
};

/// One edit as the history shows it.
struct HistoryEntry
{
    Version first; ///< names the edit
    Instant time;
    QString actor;
    Verb verb;
    QString subject;
    int operations = 0;
    bool withheld = false; ///< whose it was and what for is not in this copy
    bool undone = false;   ///< taken back by a later undo that still stands
    /// Names what came in from another copy at once, where the entry is that: its verb is Merge, its subject the file.
    std::optional<qint64> merge = {};
    bool cameIn = false; ///< with a merge; undone with it only
};

/// Counts and facts about the file itself.
struct CaseFacts
{
    int schema = 0;
    qint64 operations = 0;
    std::optional<ReplicaId> replica; ///< nothing until this copy's first edit
    QString standardHash;             ///< hex
    bool encrypted = false;
    bool readOnly = false;
    QString syncService;  ///< the program that keeps the case's folder in step with other machines; empty: none known
    QString role;         ///< that this copy was made for, with what it may see; empty: of none
    QStringList chapters; ///< that it was made for; none: all
};

/// What `verify` found.
struct VerifyReport
{
    struct Problem
    {
        QString what;  ///< page, integrity, chain, commitment, table, standard, evidence
        QString where; ///< page number, operation, table and row
        QString text;
    };
    std::vector<Problem> problems;
    qint64 operations = 0;
    qint64 evidence = 0;
    QStringList absent = {}; ///< labels of evidence whose bytes a backup left out: no damage, but not here
};

class CaseStore;
struct FieldValue;
struct MadeFor;
struct Withholding;
class IncomingWork;

/// One open case: its standard, its present state in memory, its file and journal behind it. The one place where edits
/// happen: apply() checks, commits to disk, then changes memory, then emits changed() once. Lives on one thread.
class CaseDocument : public QObject
{
    Q_OBJECT

public:
    struct NewCase
    {
        std::vector<std::pair<const FieldInfo *, QString>> details; ///< fields of Details: site, mine, kind, …
        /// The audit before, for a surveillance or a renewal: see takeOver() in core/edits/followup.h.
        const CaseDocument *previous = nullptr;
    };

    /// Makes the file, which must not exist. Nothing is left behind if it fails.
    static Result<std::unique_ptr<CaseDocument>> create(const QString &path, const Standard &standard,
                                                        const NewCase &newCase, Surroundings surroundings);
    /// Opens for editing, or for reading only where the file or its folder cannot be written (see facts()).
    static Result<std::unique_ptr<CaseDocument>> open(const QString &path, Surroundings surroundings);
    ~CaseDocument() override;

    /// Writes a copy to a path that must be free: whole, or not there at all. It becomes a replica of its own at its
    /// first edit.
    Result<> saveCopy(const QString &path) const;
    /// The same without the bytes of evidence, which are most of a case: for backups.
    Result<> saveCopyWithoutEvidence(const QString &path) const;
    /// The way for a copy out of the case, for a parcel (core/parcel). May be used on any thread, as long as it takes:
    /// an edit made meanwhile waits until what people wrote is copied, and then for one part of a file at most.
    class CopyDoor
    {
    public:
        /// Gets 0 to 1 and returns false to cancel (error Cancelled).
        using Progress = std::function<bool(double)>;

        /// All of it, as saveCopy().
        Result<> saveCopy(const QString &path, const Progress &progress) const;
        /// What somebody may see of it.
        Result<> saveCopyFor(const QString &path, const Withholding &withholding, const Progress &progress) const;

    private:
        friend class CaseDocument;
        explicit CopyDoor(std::shared_ptr<CaseStore> store);
        std::shared_ptr<CaseStore> m_store;
    };
    /// Leads out of the file that is open now: after continueIn() another one has to be asked for.
    CopyDoor copyDoor() const;
    /// Makes a copy and goes on in it, with all that is open: for a full disk, a folder that cannot be written or one
    /// that others write to. The old file stays as it is.
    Result<> continueIn(const QString &path);
    /// Sets room on the disk aside for as long as the case is open, to save the last edits with when it is full.
    void keepReserve();
    /// True once there is no such room, or no longer.
    bool isDiskNearlyFull() const;

    QString path() const;
    const Standard &standard() const { return m_standard; }
    const Assessment &assessment() const { return m_assessment; }
    CaseView view() const { return {m_standard, m_assessment}; }
    const ScoreCard &scoreCard() const { return m_scoreCard; }
    const std::vector<RatedItem> &ratedItems() const { return m_items; }
    CaseFacts facts() const;
    Surroundings &surroundings() { return m_surroundings; }
    const Surroundings &surroundings() const { return m_surroundings; }
    /// The day on this machine's calendar: deadlines are days, not moments.
    QDate today() const;
    /// An id for something new, an action say.
    EntityId newId() { return EntityId(m_surroundings.random.uuid()); }
    /// Something new that people call by a label: the next number of this copy of the case, never given again.
    EntityRef newEntity(EntityKind kind);
    /// Bytes of evidence by their SHA-256 in hex. Error FileDamaged where they are not there or are others;
    /// InvalidValue where a backup left them out.
    Result<QByteArray> content(const QString &sha256) const;
    // The same in short steps, for the thread of the window, which a long file must not hold up.
    bool hasContent(const QString &sha256) const;
    /// A part as it lies in the file, to be checked against the digest by who puts them together. Empty behind the
    /// last.
    Result<QByteArray> contentPart(const QString &sha256, qint64 part) const;
    static qint64 partsOf(qint64 size);
    /// The way for bytes into the case, and out again. May be used on any thread, as long as it takes: an edit made
    /// meanwhile waits for one part at most. Not an edit by itself: nobody sees what was kept before an edit names it,
    /// and the next opening takes away what none has named.
    class ContentDoor
    {
    public:
        /// Keeps part `part` of `bytes`, whose digest was taken before: from partsOf() - 1 down to 0; with that they
        /// are all there.
        Result<> keepPart(const QString &sha256, const QByteArray &bytes, qint64 part) const;
        /// Takes one part of what was kept away again, unless an edit names it or somebody wants it. False once none is
        /// left.
        Result<bool> dropPart(const QString &sha256) const;
        /// Says that an edit will name these bytes soon, as long as the other does not say that it will not.
        void want(const QString &sha256) const;
        void unwant(const QString &sha256) const;

    private:
        friend class CaseDocument;
        explicit ContentDoor(std::shared_ptr<CaseStore> store);
        std::shared_ptr<CaseStore> m_store;
    };
    /// Leads into the file that is open now: after continueIn() another one has to be asked for.
    ContentDoor contentDoor() const { return ContentDoor(m_store); }
    /// Labels of evidence whose bytes a backup left out, in order.
    QStringList absentEvidence() const;

    /// Makes the edit durable, then visible. On error nothing has changed, on disk or in memory. An edit without
    /// changes succeeds and returns an empty set. With the first edit of an open profile its public part comes into the
    /// case, so that others can check what it signs and answer it.
    Result<ChangeSet> apply(const Edit &edit);

    /// Takes in what is new in another copy, whose bytes were brought before (IncomingWork). All of it or nothing.
    Result<ChangeSet> merge(const IncomingWork &incoming);
    /// What people did without knowing of each other and nobody has chosen between, in the order of kinds and codes;
    /// without what was there before.
    const std::vector<Conflict> &conflicts() const;
    /// The same conflict with it.
    Conflict withBase(const Conflict &conflict) const;
    /// The conflict of a field, if there is one.
    const Conflict *conflictOf(const EntityRef &entity, const FieldInfo &field) const;

    /// Takes back the latest edit that still stands, as new operations with the earlier values. Works across restarts.
    /// What came in with a merge goes as it came: it is taken out of the journal, which works until something was built
    /// on it (error MergeBuiltOn).
    Result<ChangeSet> undo();
    /// Takes back that many edits, fewer where there are no more: all of them, or none on an error. NothingToUndo if
    /// there is none at all. changed() is sent once.
    Result<std::vector<HistoryEntry>> undo(int steps);
    Result<ChangeSet> redo();
    /// What undo() or redo() would take back; nothing if there is none.
    std::optional<HistoryEntry> nextUndo() const;
    std::optional<HistoryEntry> nextRedo() const;

    /// The latest edits first, at most `limit`.
    Result<std::vector<HistoryEntry>> history(int limit) const;
    /// The same of those with an entry that the filter asks for, and of merges by who made them and when.
    Result<std::vector<HistoryEntry>> history(const HistoryFilter &filter, int limit) const;
    /// What the history could be narrowed to.
    Result<HistoryScope> historyScope() const;
    /// What one edit changed, field by field, in the order in which it was made; nothing of a merge.
    Result<std::vector<LogEntry>> entriesOf(const HistoryEntry &edit) const;
    /// Operations, latest first; of one requirement (answer, plan, relevance), since a time, if given.
    Result<std::vector<LogEntry>> log(const std::optional<RequirementCode> &requirement,
                                      const std::optional<Instant> &since) const;
    /// The same of those that a filter asks for.
    Result<std::vector<LogEntry>> log(const HistoryFilter &filter) const;
    /// Operations that were not there when the chains of the journal stood so, latest first: what is new to somebody
    /// who read that far (chainEnds()). Error InvalidValue for a text that is none.
    Result<std::vector<LogEntry>> logSince(const QString &chains) const;
    /// The case as it was when the chains of the journal stood so (chainEnds()), whatever was taken in since. Errors
    /// InvalidValue for a text that is none, JournalBroken where it holds other operations or fewer.
    Result<Assessment> asItStood(const QString &chains) const;
    /// Who did what sort of work, also what was undone.
    Result<std::vector<WorkDone>> workDone() const;
    /// The same only for cases that hold the same operations.
    Result<Digest> journalState() const;
    /// Where the chains of the journal stand, one a line: replica, sequence, hash. Signed at each hand-over.
    Result<QString> chainEnds() const;
    /// Reads every page, checks hash chains and commitments, and that replay(journal) = tables = memory. `progress`
    /// gets 0 to 1 and returns false to cancel (Error Cancelled).
    Result<VerifyReport> verify(const std::function<bool(double)> &progress = {}) const;

Q_SIGNALS:
    void changed(const adit::ChangeSet &changes);

private:
    CaseDocument(std::unique_ptr<CaseStore> store, Standard standard, Assessment assessment, Surroundings surroundings);

    friend class IncomingWork;

    Result<ChangeSet> commit(const Edit &edit, const std::optional<HistoryEntry> &undoes);
    Result<std::vector<Version>> basesOf(const Change &change, const Edit &edit,
                                         const std::optional<HistoryEntry> &undoes);
    /// The one that this copy writes as, or will with its next edit.
    ReplicaId replica();
    Result<ChangeSet> takeOut(qint64 merge);
    void forgetConflictsOf(const Edit &edit);
    /// After values changed in memory that no edit of this copy changed.
    ChangeSet announce(const std::vector<FieldValue> &values, Verb verb, const QString &subject);
    Result<ChangeSet> takeBack(const std::optional<HistoryEntry> &target, Verb verb, ErrorCode nothingLeft);
    Result<std::vector<HistoryEntry>> undoTogether(int steps, std::vector<ChangeSet::Item> &items);
    Result<std::vector<HistoryEntry>> undoInTransaction(int steps, std::vector<ChangeSet::Item> &items);
    bool rescore();
    /// Error RoleForbids where this copy was made for somebody who does not write such things.
    Result<> checkRole(const Edit &edit) const;

    std::shared_ptr<CaseStore> m_store; ///< shared with who brings bytes, for the length of one part
    Standard m_standard;
    Assessment m_assessment;
    Surroundings m_surroundings;
    std::vector<RatedItem> m_items;
    ScoreCard m_scoreCard;
    mutable std::optional<std::vector<Conflict>> m_conflicts; ///< as soon as somebody asked
    std::optional<ReplicaId> m_nextReplica;                   ///< drawn before its first edit
    std::map<QString, int> m_lastNumbers;                     ///< of labels given out, by how the label begins
    std::unique_ptr<MadeFor> m_madeFor;                       ///< nothing: of nobody
};

} // namespace adit
