// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What would come in, in numbers, names and conflicts.
#include "core/document/incomingreader.h"
#include "core/journal/incoming.h"
#include "core/storage/contenttable.h"

#include <algorithm>
#include <set>

namespace adit {

namespace {

struct HeadOfField
{
    QString field;
    Version version;
};

/// Whether values of one field stand beside each other once these operations of one thing have come in.
bool standBeside(std::vector<HeadOfField> heads, std::vector<const Operation *> news)
{
    std::ranges::stable_sort(news, {}, &Operation::field);
    std::ranges::stable_sort(heads, {}, &HeadOfField::field);
    std::vector<Version> versions; // of one field
    auto head = heads.begin();
    for (auto at = news.begin(); at != news.end();) {
        const QString &field = (*at)->field;
        versions.clear();
        for (; head != heads.end() && head->field <= field; ++head)
            if (head->field == field)
                versions.push_back(head->version);
        for (; at != news.end() && (*at)->field == field; ++at) {
            std::erase_if(versions, [&](const Version &version) {
                return std::ranges::find((*at)->bases, version) != (*at)->bases.end();
            });
            versions.push_back((*at)->version);
        }
        if (versions.size() > 1)
            return true;
    }
    return false;
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

void IncomingWork::Reader::countPeople()
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

Result<> IncomingWork::Reader::countUnseen()
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

Result<> IncomingWork::Reader::findContents()
{
    std::set<Digest> wanted;
    for (const auto *operations : {&work.m_intake->operations, &work.m_intake->disclosure.operations})
        for (const Operation &operation : *operations)
            if (!operation.withheld && namesContent(operation) && operation.value)
                wanted.insert(digestFromBytes(QByteArray::fromHex(operation.value->toLatin1())));
    const auto held = hold();
    ContentTable ourContents(work.m_into->database());
    if (seesFiles) {
        ADIT_TRY_ASSIGN(const auto leftOut, ourContents.leftOut());
        wanted.insert(leftOut.begin(), leftOut.end());
    }
    for (const Digest &digest : wanted) {
        ADIT_TRY_ASSIGN(const ContentState here, ourContents.state(digest));
        if (here == ContentState::Here)
            continue;
        if (!seesFiles) {
            if (here == ContentState::Missing)
                work.m_intake->absent.push_back(digest);
            continue;
        }
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

void IncomingWork::Reader::rename(Version &version) const
{
    for (const Intake::Moved &moved : work.m_intake->moved)
        if (version.replica == moved.fork.replica && version.sequence > moved.fork.common)
            version = {moved.operations.front().version.replica, version.sequence - moved.fork.common};
}

Result<std::vector<Operation>> IncomingWork::Reader::oursOf(const EntityRef &entity, bool isDisclosed)
{
    ADIT_TRY_ASSIGN(std::vector<Operation> operations, isDisclosed ? ours.operationsOf(entity) : ours.headsOf(entity));
    for (Operation &operation : operations) {
        rename(operation.version);
        if (const auto label = renamed.find(operation.entity.id); label != renamed.end())
            operation.entity.code = label->second;
        for (Version &base : operation.bases)
            rename(base);
    }
    return operations;
}

Result<IncomingWork::Reader::Candidates> IncomingWork::Reader::candidates()
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
    std::ranges::sort(ids, std::less<>()); // as the table has them
    QHash<EntityId, std::vector<HeadOfField>> ourHeads;
    ADIT_TRY(ours.forEachHead(ids, [&](const EntityId &entity, const QString &field, Version head) {
        rename(head);
        ourHeads[entity].push_back({field, head});
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

Result<> IncomingWork::Reader::findConflicts()
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

} // namespace adit
