// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/casedocument.h"

#include "core/assessment/ratingrules.h"
#include "core/assessment/rolesight.h"
#include "core/document/history.h"
#include "core/document/signedheads.h"
#include "core/document/undo.h"
#include "core/edits/followup.h"
#include "core/edits/identityverbs.h"
#include "core/edits/locks.h"
#include "core/edits/takenfile.h"
#include "core/journal/chain.h"
#include "core/journal/incoming.h"
#include "core/journal/registers.h"
#include "core/journal/rehome.h"
#include "core/storage/casestore.h"
#include "core/storage/diskfiles.h"
#include "core/storage/syncfolder.h"
#include "core/storage/verify.h"

#include <QDateTime>
#include <algorithm>
#include <set>

namespace adit {

namespace {

/// What comes in a file is checked as if it had been typed (store.md, Security).
Result<> checkStored(const Record &record, const QString &code, const Standard &standard)
{
    for (const FieldInfo &field : fieldsOf(record.kind())) {
        const auto value =
            isSetType(field.type) || field.type == ValueType::Code ? std::nullopt : record.value(field.index);
        if (!value)
            continue;
        const auto checked = checkedValue(field, standard, *value);
        if (!checked || *checked != value)
            return Error{ErrorCode::FileDamaged, code, field.name};
    }
    return {};
}

Result<> checkStored(const Assessment &assessment, const Standard &standard)
{
    for (const KindInfo &kind : allKinds())
        for (const auto &[id, record] : assessment.records(kind.kind))
            ADIT_TRY(checkStored(record, kind.codeField ? record.text(*kind.codeField) : QString(kind.name), standard));
    return {};
}

/// The level of the audit before, if it was decided; a surveillance kept the one before it.
Result<Edit> previousResult(const CaseView &view, const CaseDocument &previous)
{
    const LevelResult &level = previous.scoreCard().level;
    EditBuilder builder(view, Verb::Import, QStringLiteral("previous"));
    const bool isDecided =
        level.status == LevelStatus::Final && level.achieved && !keepsPreviousRatings(previous.assessment());
    if (isDecided && !view.assessment.details().has(field::details::previous_result))
        builder.set(view.assessment.detailsRef(), field::details::previous_result,
                    levelName(previous.standard(), level.achieved, QStringLiteral("en")));
    return builder.build();
}

/// Whether an operation belongs to an edit.
bool isOf(const HistoryEntry &edit, const Version &operation)
{
    return operation.replica == edit.first.replica && operation.sequence >= edit.first.sequence &&
           operation.sequence < edit.first.sequence + static_cast<quint64>(edit.operations);
}

Digest digestOf(const QString &sha256)
{
    return digestFromBytes(QByteArray::fromHex(sha256.toLatin1()));
}

} // namespace

bool ChangeSet::touches(EntityKind kind) const
{
    return std::ranges::any_of(items, [&](const Item &item) { return item.entity.kind == kind; });
}

std::vector<RequirementCode> ChangeSet::requirements() const
{
    std::vector<RequirementCode> codes;
    std::set<QString> seen;
    for (const Item &item : items) {
        const auto code = RequirementCode::fromString(item.entity.code);
        if (code && code->level() == NodeLevel::Requirement && seen.insert(item.entity.code).second)
            codes.push_back(*code);
    }
    return codes;
}

CaseDocument::CaseDocument(std::unique_ptr<CaseStore> store, Standard standard, Assessment assessment,
                           Surroundings surroundings)
    : m_store(std::move(store))
    , m_standard(std::move(standard))
    , m_assessment(std::move(assessment))
    , m_surroundings(std::move(surroundings))
{
    if (auto madeFor = readMadeFor(*m_store); madeFor && *madeFor)
        m_madeFor = std::make_unique<MadeFor>(std::move(**madeFor));
    rescore();
}

CaseDocument::~CaseDocument() = default;

Result<std::unique_ptr<CaseDocument>> CaseDocument::create(const QString &path, const Standard &standard,
                                                           const NewCase &newCase, Surroundings surroundings)
{
    ADIT_TRY(checkNewPath(path));
    const UnfinishedFile unfinished(path);
    const Instant now = surroundings.now();
    const AssessmentId id(surroundings.random.uuid());
    {
        ADIT_TRY_ASSIGN(auto store, CaseStore::create(unfinished.path(), path, id, standard, now));
        CaseDocument document(std::move(store), standard, Assessment(id), surroundings);
        EditBuilder builder(document.view(), Verb::Create, {});
        for (const auto &[field, value] : newCase.details)
            builder.set(document.assessment().detailsRef(), *field, value);
        if (!standard.steps().empty())
            builder.set(document.assessment().stepRef(standard.steps().front().code), field::step::state,
                        QStringLiteral("open"));
        ADIT_TRY_ASSIGN(const Edit edit, builder.build());
        ADIT_TRY(document.apply(edit));
        if (newCase.previous) {
            ADIT_TRY_ASSIGN(Edit taken, takeOver(
                                            document.view(), newCase.previous->view(),
                                            [&](EntityKind kind) { return document.newEntity(kind); },
                                            [&] { return document.newId(); }));
            ADIT_TRY_ASSIGN(Edit result, previousResult(document.view(), *newCase.previous));
            append(taken, std::move(result));
            ADIT_TRY(document.apply(taken));
        }
        surroundings.random = document.m_surroundings.random;
    }
    ADIT_TRY(moveIntoPlace(unfinished.path(), path));
    return open(path, std::move(surroundings));
}

Result<std::unique_ptr<CaseDocument>> CaseDocument::open(const QString &path, Surroundings surroundings)
{
    ADIT_TRY_ASSIGN(auto store, CaseStore::open(path, surroundings.actor, surroundings.now()));
    ADIT_TRY_ASSIGN(StoredCase stored, store->load());
    if (const auto checked = checkStored(stored.assessment, stored.standard); !checked)
        return Error{ErrorCode::FileDamaged, path, checked.error().subject + QLatin1Char(' ') + checked.error().detail};
    // Where it fails, as on a full disk, it is done the next time.
    if (!store->isReadOnly())
        (void)store->sweepContents();
    return std::unique_ptr<CaseDocument>(new CaseDocument(std::move(store), std::move(stored.standard),
                                                          std::move(stored.assessment), std::move(surroundings)));
}

Result<> CaseDocument::saveCopy(const QString &path) const
{
    ADIT_TRY(checkNewPath(path));
    return m_store->copyTo(path);
}

Result<> CaseDocument::saveCopyWithoutEvidence(const QString &path) const
{
    ADIT_TRY(checkNewPath(path));
    return m_store->copyTo(path, CaseStore::Bytes::LeftOut);
}

CaseDocument::CopyDoor::CopyDoor(std::shared_ptr<CaseStore> store)
    : m_store(std::move(store))
{}

CaseDocument::CopyDoor CaseDocument::copyDoor() const
{
    (void)m_store->recover(); // which is for this thread; a copy of what could not be is refused
    return CopyDoor(m_store);
}

Result<> CaseDocument::CopyDoor::saveCopy(const QString &path, const Progress &progress) const
{
    ADIT_TRY(checkNewPath(path));
    return m_store->copyBeside(path, progress);
}

Result<> CaseDocument::CopyDoor::saveCopyFor(const QString &path, const Withholding &withholding,
                                             const Progress &progress) const
{
    ADIT_TRY(checkNewPath(path));
    return m_store->copyBeside(path, withholding, progress);
}

Result<> CaseDocument::continueIn(const QString &path)
{
    ADIT_TRY(saveCopy(path));
    ADIT_TRY_ASSIGN(auto store, CaseStore::open(path, m_surroundings.actor, m_surroundings.now()));
    const bool keepsReserve = m_store->keepsReserve();
    m_store = std::move(store);
    m_nextReplica.reset();
    if (keepsReserve)
        m_store->keepReserve();
    return {};
}

void CaseDocument::keepReserve()
{
    m_store->keepReserve();
}

bool CaseDocument::isDiskNearlyFull() const
{
    return m_store->isDiskFull();
}

QString CaseDocument::path() const
{
    return m_store->path();
}

CaseFacts CaseDocument::facts() const
{
    CaseFacts facts;
    facts.schema = static_cast<int>(m_store->schema().value_or(0));
    facts.operations = m_store->journal().count().value_or(0);
    facts.replica = m_store->replica().value_or(std::nullopt);
    facts.standardHash = toHex(m_standard.hash());
    facts.readOnly = m_store->isReadOnly();
    facts.syncService = syncServiceOf(path());
    if (m_madeFor) {
        facts.role = m_madeFor->role;
        facts.chapters = m_madeFor->chapters;
    }
    return facts;
}

bool CaseDocument::rescore()
{
    const LevelResult before = m_scoreCard.level;
    auto items = adit::ratedItems(m_assessment, m_standard);
    const bool same = std::ranges::equal(items, m_items, [](const RatedItem &a, const RatedItem &b) {
        return a.relevance == b.relevance && a.rating == b.rating && a.hasDatedPlan == b.hasDatedPlan &&
               a.isLeftOut == b.isLeftOut;
    });
    m_items = std::move(items);
    ScoringOptions options;
    options.isPostponed = isResultPostponed(m_assessment, m_standard);
    m_scoreCard = score(m_standard, m_items, options);
    return !same || before.status != m_scoreCard.level.status || before.achieved != m_scoreCard.level.achieved;
}

Result<ChangeSet> CaseDocument::apply(const Edit &edit)
{
    const auto &profile = m_surroundings.profile;
    if (!profile || edit.changes.empty() || profileIn(m_assessment, profile->shown().fingerprint()))
        return commit(edit, std::nullopt);
    ADIT_TRY_ASSIGN(Edit introduced, introduce(view(), profile->shown()));
    Edit whole = edit;
    append(whole, std::move(introduced));
    return commit(whole, std::nullopt);
}

ReplicaId CaseDocument::replica()
{
    if (const auto known = m_store->replica(); known && *known)
        return **known;
    // Its letters begin the labels of what is made here, and no other copy's should.
    const auto others = m_store->journal().replicas();
    while (!m_nextReplica) {
        const ReplicaId drawn(m_surroundings.random.uuid());
        const bool isTaken = others && std::ranges::any_of(*others, [&](const ReplicaId &other) {
                                 return lettersOf(other) == lettersOf(drawn);
                             });
        if (!isTaken)
            m_nextReplica = drawn;
    }
    return *m_nextReplica;
}

/// An edit replaces what was seen. Of a conflict that is the value shown, or the one that an undo takes back; the
/// others stay until somebody resolves it. Who takes something away says so in the face of all that is known of it.
Result<std::vector<Version>> CaseDocument::basesOf(const Change &change, const Edit &edit,
                                                   const std::optional<HistoryEntry> &undoes)
{
    const FieldInfo *removal = removalField(change.entity.kind);
    const bool restoresConflict = undoes && undoes->verb == Verb::Resolve;
    if (removal == change.field && isRemoval(*change.field, change.value) && !restoresConflict)
        return m_store->journal().headsOfAll(change.entity.id);
    ADIT_TRY_ASSIGN(std::vector<Version> heads,
                    m_store->journal().heads(change.entity.id, fieldPath(*change.field, change.member)));
    if (heads.size() < 2 || edit.verb == Verb::Resolve || change.field->merge() != MergeRule::Register)
        return heads;
    if (undoes) {
        std::vector<Version> own;
        std::ranges::copy_if(heads, std::back_inserter(own), [&](const Version &head) { return isOf(*undoes, head); });
        if (!own.empty())
            return own;
    }
    const Conflict *conflict = conflictOf(change.entity, *change.field);
    if (conflict && conflict->kind == Conflict::Kind::Values)
        std::erase_if(heads, [&](const Version &head) {
            return std::ranges::find(conflict->versions.begin() + 1, conflict->versions.end(), head,
                                     &ConflictVersion::version) != conflict->versions.end();
        });
    return heads;
}

Result<ChangeSet> CaseDocument::commit(const Edit &edit, const std::optional<HistoryEntry> &undoes)
{
    ChangeSet changes{edit.verb, edit.subject, {}, false};
    if (edit.changes.empty())
        return changes;
    if (m_store->isReadOnly())
        return Error{ErrorCode::FileReadOnly, path()};
    ADIT_TRY(checkRole(edit));
    const auto &profile = m_surroundings.profile;
    ADIT_TRY(checkLocks(view(), edit, profile ? &profile->shown() : nullptr));
    ADIT_TRY(m_store->recover());
    ADIT_TRY_ASSIGN(const auto known, m_store->replica());
    const ReplicaId own = replica();
    ADIT_TRY_ASSIGN(const ChainTip tip, m_store->journal().tip(m_store->assessmentId(), own));
    const Instant now = m_surroundings.now();
    const auto farthest = static_cast<quint64>(std::max<qint64>(now.milliseconds + farthestAhead, 0)) << 16;
    ADIT_TRY_ASSIGN(const quint64 latest, m_store->journal().latestTime(farthest));
    HybridClock clock(std::max(latest, tip.time));
    EditContext context;
    if (undoes)
        context.undoes = undoes->first;
    context.actor = m_surroundings.actor;
    context.app = QStringLiteral(ADIT_VERSION);
    context.language = m_surroundings.language;
    ADIT_TRY_ASSIGN(const auto operations,
                    seal(edit, context, {own, tip.sequence, tip.hash}, clock, now, m_surroundings.random,
                         [&](const Change &change) { return basesOf(change, edit, undoes); }));
    ADIT_TRY(m_store->append(operations, !known, edit.contents));
    forgetConflictsOf(edit);
    for (const Change &change : edit.changes) {
        writeValue(m_assessment, change.entity, {change.field, change.member}, change.value);
        changes.items.push_back({change.entity, change.field});
    }
    changes.scoresChanged = rescore();
    Q_EMIT changed(changes);
    return changes;
}

Result<> CaseDocument::checkRole(const Edit &edit) const
{
    const RoleSight *role = m_madeFor ? roleSight(m_madeFor->role) : nullptr;
    if (!role)
        return {};
    const CaseSight sight(*role, m_assessment, m_madeFor->chapters);
    for (const Change &change : edit.changes)
        if (!sight.mayWrite(change.entity, *change.field))
            return Error{ErrorCode::RoleForbids, change.field->name, m_madeFor->role};
    return {};
}

QDate CaseDocument::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_surroundings.now().milliseconds).date();
}

EntityRef CaseDocument::newEntity(EntityKind kind)
{
    const auto replicas = m_store->journal().replicas();
    const ReplicaId own = replica();
    const bool isFirstCopy = !replicas || replicas->empty() || replicas->front() == own;
    const int letters = isFirstCopy ? 0 : lettersOf(own);
    const QString stem = entityLabel(kind, letters, 0).chopped(2);
    const auto [known, isFirst] = m_lastNumbers.try_emplace(stem, 0);
    if (isFirst)
        for (const auto &[id, record] : m_assessment.records(kind)) {
            const QString label = record.text(*kindInfo(kind).codeField);
            if (label.startsWith(stem) && label[stem.size()].isDigit())
                known->second = std::max(known->second, label.mid(stem.size()).toInt());
        }
    return {kind, newId(), entityLabel(kind, letters, ++known->second)};
}

Result<QByteArray> CaseDocument::content(const QString &sha256) const
{
    return m_store->contents().bytes(digestOf(sha256));
}

bool CaseDocument::hasContent(const QString &sha256) const
{
    const auto state = m_store->contents().state(digestOf(sha256));
    return state && *state == ContentState::Here;
}

Result<QByteArray> CaseDocument::contentPart(const QString &sha256, qint64 part) const
{
    return m_store->contents().part(digestOf(sha256), part);
}

qint64 CaseDocument::partsOf(qint64 size)
{
    return ContentTable::partsOf(size);
}

CaseDocument::ContentDoor::ContentDoor(std::shared_ptr<CaseStore> store)
    : m_store(std::move(store))
{}

Result<> CaseDocument::ContentDoor::keepPart(const QString &sha256, const QByteArray &bytes, qint64 part) const
{
    return m_store->keepPart(digestOf(sha256), bytes, part);
}

Result<bool> CaseDocument::ContentDoor::dropPart(const QString &sha256) const
{
    return m_store->dropPart(digestOf(sha256));
}

void CaseDocument::ContentDoor::want(const QString &sha256) const
{
    m_store->want(digestOf(sha256), 1);
}

void CaseDocument::ContentDoor::unwant(const QString &sha256) const
{
    m_store->want(digestOf(sha256), -1);
}

QStringList CaseDocument::absentEvidence() const
{
    const auto leftOut = m_store->contents().leftOut();
    QStringList labels;
    for (const Digest &hash : leftOut ? *leftOut : std::vector<Digest>())
        labels.append(evidenceWith(m_assessment, toHex(hash)));
    labels.sort();
    return labels;
}

Result<ChangeSet> CaseDocument::takeBack(const std::optional<HistoryEntry> &target, Verb verb, ErrorCode nothingLeft)
{
    if (!target)
        return Error{nothingLeft};
    if (target->merge)
        return takeOut(*target->merge);
    ADIT_TRY_ASSIGN(const Edit edit, inverseOf(*m_store, m_assessment, *target, verb));
    return commit(edit, target);
}

Result<ChangeSet> CaseDocument::undo()
{
    ADIT_TRY_ASSIGN(const auto target, latestToUndo(*m_store));
    return takeBack(target, Verb::Undo, ErrorCode::NothingToUndo);
}

Result<std::vector<HistoryEntry>> CaseDocument::undo(int steps)
{
    ChangeSet together{Verb::Undo, {}, {}, true};
    auto undone = undoTogether(steps, together.items);
    if (!undone && undone.error().code == ErrorCode::StorageFull && m_store->makeRoom())
        undone = undoTogether(steps, together.items);
    rescore();
    if (undone)
        Q_EMIT changed(together);
    return undone;
}

Result<std::vector<HistoryEntry>> CaseDocument::undoTogether(int steps, std::vector<ChangeSet::Item> &items)
{
    const Assessment before = m_assessment;
    items.clear();
    auto undone = undoInTransaction(steps, items);
    if (!undone) {
        m_assessment = before;
        m_conflicts.reset();
        m_store->journal().forgetNumbers();
        (void)m_store->recover();
    }
    return undone;
}

Result<std::vector<HistoryEntry>> CaseDocument::undoInTransaction(int steps, std::vector<ChangeSet::Item> &items)
{
    const QSignalBlocker quiet(this);
    const auto held = m_store->hold();
    ADIT_TRY(m_store->recover());
    ADIT_TRY_ASSIGN(Transaction all, Transaction::begin(m_store->database()));
    std::vector<HistoryEntry> entries;
    for (int i = 0; i < steps; ++i) {
        ADIT_TRY_ASSIGN(const auto target, latestToUndo(*m_store));
        if (!target && i > 0)
            break;
        ADIT_TRY_ASSIGN(const ChangeSet changes, takeBack(target, Verb::Undo, ErrorCode::NothingToUndo));
        items.insert(items.end(), changes.items.begin(), changes.items.end());
        entries.push_back(*target);
    }
    ADIT_TRY(all.commit());
    return entries;
}

Result<ChangeSet> CaseDocument::redo()
{
    ADIT_TRY_ASSIGN(const auto target, latestToRedo(*m_store));
    return takeBack(target, Verb::Redo, ErrorCode::NothingToRedo);
}

std::optional<HistoryEntry> CaseDocument::nextUndo() const
{
    return latestToUndo(*m_store).value_or(std::nullopt);
}

std::optional<HistoryEntry> CaseDocument::nextRedo() const
{
    return latestToRedo(*m_store).value_or(std::nullopt);
}

Result<std::vector<LogEntry>> CaseDocument::logSince(const QString &chains) const
{
    const auto read = chainEndsFrom(chains);
    if (!read)
        return Error{ErrorCode::InvalidValue, QStringLiteral("chains:"), QStringLiteral("replica, sequence, hash")};
    ADIT_TRY_ASSIGN(std::vector<LogEntry> entries, logOf(*m_store, HistoryFilter()));
    std::erase_if(entries, [&](const LogEntry &entry) {
        const auto end = read->find(entry.version.replica);
        return end != read->end() && entry.version.sequence <= end->second.sequence;
    });
    return entries;
}

Result<Assessment> CaseDocument::asItStood(const QString &chains) const
{
    const auto ends = chainEndsFrom(chains);
    if (!ends)
        return Error{ErrorCode::InvalidValue, QStringLiteral("chains:"), QStringLiteral("replica, sequence, hash")};
    return adit::asItStood(*m_store, *ends);
}

Result<std::vector<WorkDone>> CaseDocument::workDone() const
{
    return m_store->journal().workDone();
}

Result<QString> CaseDocument::chainEnds() const
{
    ADIT_TRY_ASSIGN(const ChainEnds ends, m_store->merges().ends());
    return textOf(ends);
}

Result<Digest> CaseDocument::journalState() const
{
    return m_store->journal().state();
}

Result<std::vector<HistoryEntry>> CaseDocument::history(int limit) const
{
    return history(HistoryFilter(), limit);
}

Result<std::vector<HistoryEntry>> CaseDocument::history(const HistoryFilter &filter, int limit) const
{
    return historyOf(*m_store, filter, limit);
}

Result<HistoryScope> CaseDocument::historyScope() const
{
    return m_store->journal().scope();
}

Result<std::vector<LogEntry>> CaseDocument::entriesOf(const HistoryEntry &edit) const
{
    return adit::entriesOf(*m_store, edit);
}

Result<std::vector<LogEntry>> CaseDocument::log(const std::optional<RequirementCode> &requirement,
                                                const std::optional<Instant> &since) const
{
    return log(HistoryFilter{.requirement = requirement, .since = since});
}

Result<std::vector<LogEntry>> CaseDocument::log(const HistoryFilter &filter) const
{
    return logOf(*m_store, filter);
}

Result<VerifyReport> CaseDocument::verify(const std::function<bool(double)> &progress) const
{
    ADIT_TRY_ASSIGN(const auto problems, verifyStore(*m_store, m_standard, m_assessment, progress));
    VerifyReport report;
    for (const StoreProblem &problem : problems)
        report.problems.push_back({problem.what, problem.where, problem.text});
    if (report.problems.empty()) {
        ADIT_TRY_ASSIGN(report.problems, checkSignedHeads(*m_store, m_assessment));
    }
    report.operations = m_store->journal().count().value_or(0);
    report.evidence = std::ranges::count_if(m_assessment.records(EntityKind::Evidence), [](const auto &entry) {
        return entry.second.has(field::evidence::sha256);
    });
    report.absent = absentEvidence();
    return report;
}

} // namespace adit
