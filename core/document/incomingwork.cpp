// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/incomingwork.h"

#include "core/assessment/rolesight.h"
#include "core/base/rule.h"
#include "core/document/incomingdisclosure.h"
#include "core/document/incomingreader.h"
#include "core/journal/incoming.h"

#include <QFileInfo>
#include <algorithm>
#include <optional>
#include <set>

namespace adit {

namespace {

QString siteOf(const Assessment &assessment)
{
    return assessment.details()[field::details::site];
}

} // namespace

/// Of all that is to be checked, as far as can be told.
Error IncomingWork::Reader::inFile(Error error) const
{
    if (error.code == ErrorCode::OperationRefused)
        error.subject = work.m_path;
    return error;
}

double IncomingWork::Reader::share() const
{
    quint64 all = 1;
    for (const auto &[replica, end] : theirEnds) {
        const auto known = ourEnds.find(replica);
        all += end.sequence - (known == ourEnds.end() ? 0 : std::min(known->second.sequence, end.sequence));
    }
    return std::min(1.0, double(checkedSoFar) / double(all));
}

Result<> IncomingWork::Reader::report(double done) const
{
    return progress && !progress(done) ? Result<>(Error{ErrorCode::Cancelled}) : Result<>();
}

Result<> IncomingWork::Reader::run()
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
        return inFile(order.error());
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

Result<> IncomingWork::Reader::readDisclosure()
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
        return inFile(read.error());
    work.m_intake->disclosure = std::move(*read);
    return {};
}

Result<> IncomingWork::Reader::keepToRole()
{
    const auto held = hold();
    ADIT_TRY_ASSIGN(const auto madeFor, readMadeFor(*work.m_into));
    auto &operations = work.m_intake->operations;
    if (!madeFor) {
        const auto unknown = std::ranges::count_if(operations, std::not_fn(isCheckable));
        return unknown == 0 ? Result<>() : Error{ErrorCode::CopyWithholds, work.m_path, QString::number(unknown)};
    }
    const RoleSight *role = roleSight(madeFor->role);
    seesFiles = role && role->seesFiles;
    if (role && role->isWhole())
        return {};
    ADIT_TRY_ASSIGN(const Assessment theirCase, work.m_from->assessment());
    ADIT_TRY_ASSIGN(const Assessment ourCase, RecordTables(work.m_into->database()).read(assessment));
    ADIT_TRY_ASSIGN(const auto own, ownChains(*madeFor));
    // Whichever of the two knows that a text is to protect somebody.
    std::optional<CaseSight> sight;
    if (role) {
        sight.emplace(*role, theirCase, madeFor->chapters);
        sight->protect(ourCase);
    }
    keepToSight(sight, own, operations, work.m_intake->disclosure);
    return {};
}

Result<std::set<ReplicaId>> IncomingWork::Reader::ownChains(const MadeFor &madeFor)
{
    ADIT_TRY_ASSIGN(const auto merges, ours.merges());
    const auto cameIn = [&](qint64 edit) {
        return std::ranges::any_of(
            merges, [&](const StoredMerge &merge) { return edit >= merge.firstEdit && edit <= merge.lastEdit; });
    };
    std::set<ReplicaId> own;
    ADIT_TRY(ourJournal.forEachEditBackwards([&](const StoredEdit &edit) {
        const bool isSince = edit.number > madeFor.lastEdit;
        if (isSince && !cameIn(edit.number))
            own.insert(edit.first.replica);
        return isSince;
    }));
    ADIT_TRY_ASSIGN(const auto replica, work.m_into->replica());
    if (replica)
        own.insert(*replica);
    for (const auto &[name, before] : movedTheirs)
        if (own.contains(before))
            own.insert(name);
    return own;
}

Result<> IncomingWork::Reader::checkLabels()
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

IncomingWork::IncomingWork(std::shared_ptr<CaseStore> into, std::unique_ptr<CaseStore> from, QString path)
    : m_into(std::move(into))
    , m_from(std::move(from))
    , m_path(std::move(path))
    , m_intake(std::make_unique<Intake>())
{}

IncomingWork::~IncomingWork() = default;

Result<std::unique_ptr<IncomingWork>> IncomingWork::read(const CaseDocument &into, const QString &path, Forks forks,
                                                         const Progress &progress, const QString &knownAs)
{
    const QString &known = knownAs.isEmpty() ? path : knownAs;
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(into.path()).canonicalFilePath())
        return Error{ErrorCode::CaseUnrelated, known, ruleMark(Rule::SameFile)};
    ADIT_TRY_ASSIGN(auto from, CaseStore::openForReading(path));
    ADIT_TRY_ASSIGN(const QString standard, from->standardHash());
    if (!(from->assessmentId() == into.m_store->assessmentId())) {
        const auto other = from->assessment();
        return Error{ErrorCode::CaseUnrelated, known, other ? siteOf(*other) : other.error().detail};
    }
    if (standard != toHex(into.standard().hash()))
        return Error{ErrorCode::CaseUnrelated, known, ruleMark(Rule::OtherStandard)};
    std::unique_ptr<IncomingWork> work(new IncomingWork(into.m_store, std::move(from), known));
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
