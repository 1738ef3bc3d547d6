// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/incomingwork.h"

#include "core/assessment/rolesight.h"
#include "core/document/checkedchain.h"
#include "core/document/incomingdisclosure.h"
#include "core/journal/incoming.h"
#include "core/storage/casestore.h"

#include <QFileInfo>
#include <algorithm>
#include <map>
#include <set>

namespace adit {

namespace {

constexpr quint64 clockShift = 16;

Error inFile(Error error, const QString &path)
{
    if (error.code == ErrorCode::OperationRefused)
        error.subject = path;
    return error;
}

QString siteOf(const Assessment &assessment)
{
    return assessment.details()[field::details::site];
}

/// Numbers of one chain that two files have in common, given that they part somewhere before `end`.
Result<quint64> lastCommon(MergeTables &ours, MergeTables &theirs, const ReplicaId &replica, quint64 end)
{
    quint64 same = 0;
    quint64 other = end;
    while (other - same > 1) {
        const quint64 middle = same + (other - same) / 2;
        ADIT_TRY_ASSIGN(const auto a, ours.endAt(replica, middle));
        ADIT_TRY_ASSIGN(const auto b, theirs.endAt(replica, middle));
        (a && b && a->hash == b->hash ? same : other) = middle;
    }
    return same;
}

using HeadsOfFields = std::map<QString, std::vector<Version>>;

/// Whether values of one field stand beside each other once these operations of one thing have come in.
bool standBeside(HeadsOfFields fields, const std::vector<const Operation *> &news)
{
    for (const Operation *operation : news) {
        auto &heads = fields[operation->field];
        std::erase_if(heads, [&](const Version &head) {
            return std::ranges::find(operation->bases, head) != operation->bases.end();
        });
        heads.push_back(operation->version);
    }
    return std::ranges::any_of(fields, [](const auto &field) { return field.second.size() > 1; });
}

/// Those of one thing that none of the others replaces, in whatever order they are.
void leaveUnreplaced(std::vector<Operation> &operations)
{
    std::set<std::pair<QString, Version>> replaced;
    for (const Operation &operation : operations)
        for (const Version &base : operation.bases)
            replaced.emplace(operation.field, base);
    std::erase_if(operations, [&](const Operation &operation) {
        return replaced.contains({operation.field, operation.version});
    });
}

} // namespace

/// The way from two files to an Intake and its preview.
struct IncomingWork::Reader
{
    IncomingWork &work;
    const Standard &standard;
    const AssessmentId assessment;
    const Instant now;
    const QString actor;
    const Forks forks;
    const Progress &progress;

    // Tables of their own: those of the document belong to its thread.
    JournalTables ourJournal{work.m_into->database()};
    MergeTables ours{work.m_into->database(), ourJournal};
    MergeTables theirs = work.m_from->merges();
    ChainEnds ourEnds{};
    ChainEnds theirEnds{};
    std::vector<std::vector<Operation>> chains{};
    std::map<ReplicaId, quint64> parted{}; ///< chains that go on under two names, with the last number in common
    std::map<EntityId, QString> renamed{}; ///< things of ours, with the labels that they will have
    quint64 checkedSoFar = 0;              ///< operations

    /// Of all that is to be checked, as far as can be told.
    double share() const
    {
        quint64 all = 1;
        for (const auto &[replica, end] : theirEnds) {
            const auto known = ourEnds.find(replica);
            all += end.sequence - (known == ourEnds.end() ? 0 : std::min(known->second.sequence, end.sequence));
        }
        return std::min(1.0, double(checkedSoFar) / double(all));
    }

    /// Nobody writes to our file meanwhile; released between steps.
    auto hold() const { return work.m_into->hold(); }

    Result<> report(double done) const
    {
        return progress && !progress(done) ? Result<>(Error{ErrorCode::Cancelled}) : Result<>();
    }

    Result<> run()
    {
        {
            const auto held = hold();
            ADIT_TRY_ASSIGN(ourEnds, ours.ends());
        }
        ADIT_TRY_ASSIGN(theirEnds, theirs.ends());
        ADIT_TRY(readChains());
        ADIT_TRY(readDisclosure());
        auto order = inOrder(std::move(chains));
        if (!order)
            return inFile(order.error(), work.m_path);
        work.m_intake->operations = std::move(*order);
        ADIT_TRY(keepToRole());
        work.m_intake->time = now;
        work.m_intake->actor = actor;
        work.m_intake->source = QFileInfo(work.m_path).fileName();
        ADIT_TRY(checkLabels());
        countPeople();
        ADIT_TRY(countUnseen());
        ADIT_TRY(findContents());
        ADIT_TRY(findConflicts());
        return report(1);
    }

    /// The content of what is here without it.
    Result<> readDisclosure()
    {
        std::vector<WithheldStretch> withheld;
        {
            const auto held = hold();
            ADIT_TRY_ASSIGN(withheld, WithheldTables(work.m_into->database(), ourJournal).stretches());
        }
        const auto common = [this](const ReplicaId &replica) {
            const auto end = parted.find(replica);
            return end != parted.end() ? end->second : theirEnds.contains(replica) ? inBoth(replica) : 0;
        };
        DisclosureReader reader(theirs, IncomingCheck(standard, assessment, theirEnds), common);
        auto read = reader.read(withheld, [this] { return report(share()); });
        if (!read)
            return inFile(read.error(), work.m_path);
        work.m_intake->disclosure = std::move(*read);
        return {};
    }

    /// A copy that was made for a role takes in what that role may see; of all else that it was done. A case of
    /// nobody's takes in what can be checked: what is withheld of the first form is vouched for by nobody here.
    Result<> keepToRole()
    {
        const auto held = hold();
        ADIT_TRY_ASSIGN(const auto madeFor, readMadeFor(*work.m_into));
        auto &operations = work.m_intake->operations;
        if (!madeFor) {
            const auto unknown = std::ranges::count_if(operations, std::not_fn(isCheckable));
            return unknown == 0 ? Result<>() : Error{ErrorCode::CopyWithholds, work.m_path, QString::number(unknown)};
        }
        const RoleSight *role = roleSight(madeFor->role);
        if (!role)
            work.m_intake->disclosure = {};
        if (!role || role->isWhole())
            return {};
        ADIT_TRY_ASSIGN(const Assessment whole, work.m_from->assessment());
        keepToSight(CaseSight(*role, whole, madeFor->chapters), operations, work.m_intake->disclosure);
        return {};
    }

    /// Forks first: a tail of ours that is moved may be there under its new name in the other file.
    Result<> readChains()
    {
        std::set<ReplicaId> settled;
        QStringList forked;
        for (const auto &[replica, end] : theirEnds) {
            ADIT_TRY(report(0));
            ADIT_TRY_ASSIGN(const auto fork, forkOf(replica));
            if (!fork)
                continue;
            const auto done = forks == Forks::Rehome ? settle(*fork) : Result<bool>(false);
            if (!done)
                return done.error();
            if (!*done)
                forked.append(describe(*fork));
            settled.insert(replica);
        }
        if (!forked.isEmpty())
            return Error{ErrorCode::JournalForked, work.m_path, forked.join(QLatin1Char('\n'))};
        for (const auto &[replica, end] : theirEnds) {
            if (settled.contains(replica))
                continue;
            ADIT_TRY_ASSIGN(const bool isOne, isSameAt(replica, inBoth(replica)));
            if (!isOne)
                return Error{ErrorCode::JournalForked, work.m_path,
                             describe({replica, 0, inBoth(replica), end.sequence})};
            ADIT_TRY(readChain(replica, inBoth(replica)));
        }
        return {};
    }

    /// How many operations of a chain both files have, be they the same or not.
    quint64 inBoth(const ReplicaId &replica)
    {
        const auto ourEnd = ourEnds.find(replica);
        return ourEnd == ourEnds.end() ? 0 : std::min(ourEnd->second.sequence, theirEnds[replica].sequence);
    }

    Result<std::optional<Fork>> forkOf(const ReplicaId &replica)
    {
        const quint64 both = inBoth(replica);
        ADIT_TRY_ASSIGN(const bool isOne, isSameAt(replica, both));
        if (isOne)
            return std::optional<Fork>();
        const auto held = hold();
        ADIT_TRY_ASSIGN(const quint64 common, lastCommon(ours, theirs, replica, both));
        return std::optional(
            Fork{replica, common, ourEnds[replica].sequence - common, theirEnds[replica].sequence - common});
    }

    Result<std::optional<Digest>> ourHashAt(const ReplicaId &replica, quint64 sequence)
    {
        for (const Intake::Moved &moved : work.m_intake->moved)
            if (moved.operations.front().version.replica == replica)
                return std::optional(moved.operations[static_cast<std::size_t>(sequence) - 1].hash);
        const auto held = hold();
        ADIT_TRY_ASSIGN(const auto end, ours.endAt(replica, sequence));
        return end ? std::optional(end->hash) : std::nullopt;
    }

    Result<bool> isSameAt(const ReplicaId &replica, quint64 sequence)
    {
        if (sequence == 0)
            return true;
        ADIT_TRY_ASSIGN(const auto our, ourHashAt(replica, sequence));
        ADIT_TRY_ASSIGN(const auto their, theirs.endAt(replica, sequence));
        return our && their && *our == their->hash;
    }

    QString describe(const Fork &fork)
    {
        const auto tail = theirs.chain(fork.replica, fork.common);
        const QString who = tail && !tail->empty() ? tail->front().edit.actor : QString();
        const QString since = tail && !tail->empty() ? toIso(tail->front().moment()) : QString();
        return QStringLiteral("%1, %2, %3, %4").arg(who, since).arg(fork.ours).arg(fork.theirs);
    }

    /// The new operations of a chain, from `after` on.
    Result<std::vector<Operation>> checkedTail(const ReplicaId &replica, quint64 after)
    {
        IncomingCheck check(standard, assessment, theirEnds);
        if (after > 0) {
            ADIT_TRY_ASSIGN(const auto end, theirs.endAt(replica, after));
            if (end)
                check.continueFrom(replica, *end);
        }
        auto read =
            checkedChain(theirs, check, replica, after, theirEnds[replica].sequence, [&](std::size_t operations) {
                checkedSoFar += operations;
                return report(share());
            });
        if (!read)
            return inFile(read.error(), work.m_path);
        std::vector<Operation> operations = std::move(*read);
        const quint64 reached = operations.empty() ? after : operations.back().version.sequence;
        if (reached != theirEnds[replica].sequence)
            return Error{ErrorCode::OperationRefused, work.m_path, replica.toString()};
        return operations;
    }

    Result<> readChain(const ReplicaId &replica, quint64 after)
    {
        if (theirEnds[replica].sequence == after)
            return {};
        ADIT_TRY_ASSIGN(std::vector<Operation> operations, checkedTail(replica, after));
        chains.push_back(std::move(operations));
        return {};
    }

    /// One of the two tails goes on under another name. False where both were built on.
    Result<bool> settle(const Fork &fork)
    {
        ADIT_TRY_ASSIGN(std::vector<Operation> theirTail, checkedTail(fork.replica, fork.common));
        std::vector<Operation> ourTail;
        bool oursBuiltOn = false;
        {
            const auto held = hold();
            ADIT_TRY_ASSIGN(ourTail, ours.chain(fork.replica, fork.common));
            ADIT_TRY_ASSIGN(oursBuiltOn, ours.isBuiltOn(fork.replica, fork.common));
        }
        ADIT_TRY_ASSIGN(const bool theirsBuiltOn, theirs.isBuiltOn(fork.replica, fork.common));
        // What is withheld cannot be given another hash where that is of what is withheld.
        if ((oursBuiltOn && theirsBuiltOn) || !std::ranges::all_of(ourTail, isCheckable) ||
            !std::ranges::all_of(theirTail, isCheckable))
            return false;
        const bool movesTheirs = oursBuiltOn || (!theirsBuiltOn && ourTail.front().hash < theirTail.front().hash);
        auto &moving = movesTheirs ? theirTail : ourTail;
        ADIT_TRY_ASSIGN(const auto labels, labelsOf(fork, moving, movesTheirs ? theirs : ours));
        if (!labels)
            return false;
        work.m_preview.rehomed.push_back(fork);
        parted[fork.replica] = fork.common;
        tellLabels(*labels, moving);
        if (movesTheirs) {
            ADIT_TRY(takeUnknown(rehomed(assessment, std::move(theirTail), *labels)));
            return true;
        }
        moveOurs(fork, std::move(ourTail), *labels);
        chains.push_back(std::move(theirTail));
        return true;
    }

    void moveOurs(const Fork &fork, std::vector<Operation> tail, const Relabelling &labels)
    {
        std::vector<Operation> both = tail;
        tail = rehomed(assessment, std::move(tail), labels);
        const Operation &last = tail.back();
        ourEnds[last.version.replica] = {last.version.sequence, last.hash, last.time};
        std::vector<TouchedEntity> fields;
        if (!labels.empty()) {
            for (std::size_t i = 0; i < both.size(); ++i) {
                if (!(both[i].entity == tail[i].entity))
                    renamed.insert_or_assign(tail[i].entity.id, tail[i].entity.code);
                both[i].entity = tail[i].entity;
            }
            both.insert(both.end(), tail.begin(), tail.end());
            fields = touchedBy(both); // as they were called, and as they will be
        }
        work.m_intake->moved.push_back({fork, std::move(tail), labels, std::move(fields)});
    }

    /// What is made in a tail gets the letters of its new name. Nothing where that cannot be told, or where others go
    /// by the labels as they are: in a chain of which something is withheld, or whose things others spoke of.
    Result<std::optional<Relabelling>> labelsOf(const Fork &fork, const std::vector<Operation> &tail, MergeTables &in)
    {
        const auto held = hold();
        if (std::ranges::any_of(tail, &Operation::withheld))
            return std::optional<Relabelling>();
        ADIT_TRY_ASSIGN(const bool isFirst, ours.isFirst(fork.replica));
        const int letters = isFirst ? 0 : lettersOf(fork.replica);
        if (relabellingOf(tail, letters, {}).empty())
            return std::optional(Relabelling());
        ADIT_TRY_ASSIGN(const auto older, in.thingsOf(fork.replica, fork.common));
        if (!older)
            return std::optional<Relabelling>();
        Relabelling labels = relabellingOf(tail, letters, *older);
        ADIT_TRY_ASSIGN(const bool areNamed, in.areNamedByOthers(fork.replica, labels));
        const bool isTold =
            std::ranges::none_of(tail, [](const Operation &operation) { return operation.edit.withheld.has_value(); });
        return labels.empty() || (isTold && !areNamed) ? std::optional(std::move(labels)) : std::nullopt;
    }

    void tellLabels(const Relabelling &labels, const std::vector<Operation> &tail)
    {
        std::set<QString> told;
        for (const Operation &operation : tail)
            if (const auto label = labels.find(operation.entity.code);
                label != labels.end() && told.insert(label->first).second)
                work.m_preview.relabelled.push_back({label->first, label->second, operation.edit.actor});
    }

    /// Their tail under its new name, as far as it did not come in before.
    Result<> takeUnknown(std::vector<Operation> tail)
    {
        const auto known = ourEnds.find(tail.front().version.replica);
        if (known != ourEnds.end()) {
            const auto same = std::ranges::find_if(tail, [&](const Operation &operation) {
                return operation.version.sequence == known->second.sequence && operation.hash == known->second.hash;
            });
            const bool isOlder = tail.back().version.sequence < known->second.sequence;
            if (same == tail.end() && !isOlder)
                return Error{ErrorCode::JournalForked, work.m_path, tail.front().edit.actor};
            tail.erase(tail.begin(), isOlder ? tail.end() : std::next(same));
        }
        chains.push_back(std::move(tail));
        return {};
    }

    /// A label names one thing. Labels begin with letters of the copy that gave them, which are drawn at random.
    Result<> checkLabels()
    {
        std::set<EntityId> seen;
        std::vector<EntityRef> labelled;
        for (const auto *operations : {&work.m_intake->operations, &work.m_intake->disclosure.operations})
            for (const Operation &operation : *operations)
                if (kindInfo(operation.entity.kind).hasLabels() && seen.insert(operation.entity.id).second)
                    labelled.push_back(operation.entity);
        const auto held = hold();
        ADIT_TRY_ASSIGN(const QStringList clashes, ours.clashingLabels(labelled, renamed));
        if (!clashes.isEmpty())
            return Error{ErrorCode::LabelsClash, work.m_path, clashes.join(QStringLiteral(", "))};
        return {};
    }

    void countPeople()
    {
        MergePreview &preview = work.m_preview;
        std::map<QString, MergePreview::Person> people;
        std::map<QString, Instant> ahead;
        const Instant latest{now.milliseconds + farthestAhead};
        std::optional<Version> counted; // operations of one edit follow each other
        for (const Operation &operation : work.m_intake->operations) {
            if (operation.withheld)
                continue;
            MergePreview::Person &person = people[operation.edit.actor];
            person.actor = operation.edit.actor;
            ++person.operations;
            const Version edit{operation.version.replica, operation.edit.first};
            if (counted != edit)
                ++person.edits;
            counted = edit;
            if (operation.moment() > latest)
                ahead.insert_or_assign(operation.edit.actor, operation.moment());
        }
        preview.operations = static_cast<qint64>(work.m_intake->operations.size());
        for (auto &[name, person] : people)
            preview.people.push_back(std::move(person));
        std::ranges::stable_sort(preview.people, std::greater<>(), &MergePreview::Person::operations);
        for (const auto &[name, time] : ahead)
            preview.ahead.push_back({name, time});
    }

    /// Whose it is that comes in without its content. Who made it may be withheld as well: then it is of the copy of
    /// whoever else is known to work there.
    Result<> countUnseen()
    {
        MergePreview &preview = work.m_preview;
        preview.disclosed = static_cast<qint64>(work.m_intake->disclosure.operations.size());
        preview.named = static_cast<qint64>(work.m_intake->disclosure.contexts.size());
        std::map<QString, qint64> known;
        std::map<ReplicaId, qint64> others;
        for (const Operation &operation : work.m_intake->operations) {
            if (operation.withheld && operation.edit.withheld)
                ++others[operation.version.replica];
            else if (operation.withheld)
                ++known[operation.edit.actor];
        }
        if (!others.empty()) {
            const auto held = hold();
            WithheldTables here(work.m_into->database(), ourJournal);
            for (const auto &[replica, count] : others) {
                ADIT_TRY_ASSIGN(QString who, work.m_from->withheld().lastActorOf(replica));
                if (who.isEmpty()) {
                    ADIT_TRY_ASSIGN(who, here.lastActorOf(replica));
                }
                known[who] += count;
            }
        }
        for (const auto &[who, count] : known)
            preview.unseen.push_back({who, count});
        std::ranges::stable_sort(preview.unseen, std::greater<>(), &MergePreview::Unseen::operations);
        return {};
    }

    /// Bytes that new operations name, and those that a backup left out of ours.
    Result<> findContents()
    {
        std::set<Digest> wanted;
        const FieldInfo &hash = infoOf(field::evidence::sha256);
        for (const auto *operations : {&work.m_intake->operations, &work.m_intake->disclosure.operations})
            for (const Operation &operation : *operations)
                if (operation.entity.kind == EntityKind::Evidence && operation.field == hash.name && operation.value)
                    wanted.insert(digestFromBytes(QByteArray::fromHex(operation.value->toLatin1())));
        const auto held = hold();
        ContentTable ourContents(work.m_into->database());
        ADIT_TRY_ASSIGN(const auto leftOut, ourContents.leftOut());
        wanted.insert(leftOut.begin(), leftOut.end());
        for (const Digest &digest : wanted) {
            ADIT_TRY_ASSIGN(const ContentState here, ourContents.state(digest));
            if (here == ContentState::Here)
                continue;
            ADIT_TRY_ASSIGN(const ContentState there, work.m_from->contents().state(digest));
            if (there == ContentState::Here) {
                ADIT_TRY_ASSIGN(const qint64 size, work.m_from->contents().size(digest));
                work.m_contents.push_back(digest);
                ++work.m_preview.files;
                work.m_preview.bytes += size;
            } else if (here == ContentState::Missing) {
                work.m_intake->absent.push_back(digest);
                ++work.m_preview.absentFiles;
            }
        }
        return {};
    }

    /// What one of our operations will be called when tails have moved.
    void rename(Version &version) const
    {
        for (const Intake::Moved &moved : work.m_intake->moved)
            if (version.replica == moved.fork.replica && version.sequence > moved.fork.common)
                version = {moved.operations.front().version.replica, version.sequence - moved.fork.common};
    }

    /// Of things with something disclosed all that was done: what is disclosed may lie before it.
    Result<std::vector<Operation>> oursOf(const EntityRef &entity, bool isDisclosed)
    {
        ADIT_TRY_ASSIGN(std::vector<Operation> operations,
                        isDisclosed ? ours.operationsOf(entity) : ours.headsOf(entity));
        for (Operation &operation : operations) {
            rename(operation.version);
            if (const auto label = renamed.find(operation.entity.id); label != renamed.end())
                operation.entity.code = label->second;
            for (Version &base : operation.bases)
                rename(base);
        }
        return operations;
    }

    /// Things that may be in conflict after the merge, with what is new about them.
    using Candidates = std::map<EntityId, std::pair<EntityRef, std::vector<const Operation *>>>;

    Result<Candidates> candidates()
    {
        Candidates found;
        ADIT_TRY_ASSIGN(const auto open, ours.inDoubt());
        for (const EntityRef &entity : open)
            found.try_emplace(entity.id, entity, std::vector<const Operation *>());
        QHash<EntityId, std::vector<const Operation *>> news;
        for (const Operation &operation : work.m_intake->operations)
            if (!operation.withheld)
                news[operation.entity.id].push_back(&operation);
        std::vector<EntityId> ids;
        ids.reserve(static_cast<std::size_t>(news.size()));
        for (auto at = news.keyBegin(); at != news.keyEnd(); ++at)
            ids.push_back(*at);
        QHash<EntityId, HeadsOfFields> ourHeads;
        ADIT_TRY(ours.forEachHead(ids, [&](const EntityId &entity, const QString &field, Version head) {
            rename(head);
            ourHeads[entity][field].push_back(head);
        }));
        for (const EntityId &id : ids)
            if (standBeside(ourHeads.take(id), news[id]))
                found.try_emplace(id, news[id].front()->entity, std::vector<const Operation *>());
        for (const Operation &operation : work.m_intake->operations) {
            const FieldInfo *removal = removalField(operation.entity.kind);
            if (removal && operation.field == removal->name && isRemoval(*removal, operation.value))
                found.try_emplace(operation.entity.id, operation.entity, std::vector<const Operation *>());
        }
        for (const Operation &operation : work.m_intake->disclosure.operations) {
            news[operation.entity.id].push_back(&operation);
            found.try_emplace(operation.entity.id, operation.entity, std::vector<const Operation *>());
        }
        for (auto &[id, candidate] : found)
            candidate.second = news.take(id);
        return found;
    }

    Result<> findConflicts()
    {
        const auto held = hold();
        ADIT_TRY_ASSIGN(const Candidates all, candidates());
        std::set<EntityId> disclosed;
        for (const Operation &operation : work.m_intake->disclosure.operations)
            disclosed.insert(operation.entity.id);
        for (const auto &[id, candidate] : all) {
            const bool isDisclosed = disclosed.contains(id);
            ADIT_TRY_ASSIGN(std::vector<Operation> operations, oursOf(candidate.first, isDisclosed));
            const auto before = conflictsIn(operations);
            for (const Operation *operation : candidate.second)
                operations.push_back(*operation);
            if (isDisclosed)
                leaveUnreplaced(operations);
            for (Conflict &conflict : conflictsIn(operations)) {
                const bool isOpen =
                    std::ranges::any_of(before, [&](const Conflict &other) { return other.id() == conflict.id(); });
                work.m_preview.newConflicts += isOpen ? 0 : 1;
                work.m_preview.conflicts.push_back(std::move(conflict));
            }
        }
        return {};
    }
};

IncomingWork::IncomingWork(std::shared_ptr<CaseStore> into, std::unique_ptr<CaseStore> from, QString path)
    : m_into(std::move(into))
    , m_from(std::move(from))
    , m_path(std::move(path))
    , m_intake(std::make_unique<Intake>())
{}

IncomingWork::~IncomingWork() = default;

Result<std::unique_ptr<IncomingWork>> IncomingWork::read(const CaseDocument &into, const QString &path, Forks forks,
                                                         const Progress &progress)
{
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(into.path()).canonicalFilePath())
        return Error{ErrorCode::CaseUnrelated, path, QStringLiteral("the same file")};
    ADIT_TRY_ASSIGN(auto from, CaseStore::openForReading(path));
    ADIT_TRY_ASSIGN(const QString standard, from->standardHash());
    if (!(from->assessmentId() == into.m_store->assessmentId())) {
        const auto other = from->assessment();
        return Error{ErrorCode::CaseUnrelated, path, other ? siteOf(*other) : other.error().detail};
    }
    if (standard != toHex(into.standard().hash()))
        return Error{ErrorCode::CaseUnrelated, path, QStringLiteral("another standard")};
    std::unique_ptr<IncomingWork> work(new IncomingWork(into.m_store, std::move(from), path));
    Reader reader{
        *work, into.standard(), into.m_store->assessmentId(), into.surroundings().now(), into.surroundings().actor,
        forks, progress};
    ADIT_TRY(reader.run());
    return work;
}

Result<> IncomingWork::bringContents(const Progress &progress)
{
    constexpr qint64 longest = qint64(1024) * 1024 * 1024;
    // Every byte is read twice: to be checked, and to be copied.
    qint64 done = 0;
    const auto goOn = [&](qint64 bytes) {
        done += bytes;
        return !progress || progress(double(done) / double(std::max<qint64>(2 * m_preview.bytes, 1)));
    };
    for (std::size_t i = 0; i < m_contents.size(); ++i) {
        const auto taken = m_into->takeContent(*m_from, m_contents[i], longest, goOn);
        if (taken)
            continue;
        for (std::size_t back = 0; back <= i; ++back)
            while (m_into->dropPart(m_contents[back]).value_or(false)) {
            }
        return taken.error();
    }
    return {};
}

} // namespace adit
