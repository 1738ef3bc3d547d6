// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/incoming.h"

#include "core/edits/edit.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace adit {

namespace {

/// Words in a header; no edit made here has longer ones.
constexpr qsizetype longestWord = 500;
/// Values that one edit can know of for one field, or one removal for one thing.
constexpr std::size_t mostBases = 10'000;

Error refused(const Version &version, const QString &expected)
{
    return {ErrorCode::OperationRefused,
            {},
            QStringLiteral("%1:%2: %3").arg(version.replica.toString()).arg(version.sequence).arg(expected)};
}

bool isClean(const QString &word)
{
    return word.size() <= longestWord &&
           std::ranges::none_of(word, [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// What is there, and no more, to check the commitments with.
bool isSalted(const Operation &operation)
{
    const qsizetype digestSize = Digest().size();
    const EditContext &edit = operation.edit;
    const bool isEditBare = edit.verb.isEmpty() && edit.subject.isEmpty() && edit.actor.isEmpty() &&
                            edit.app.isEmpty() && edit.language.isEmpty() && edit.salt.isEmpty();
    if (edit.withheld && !isEditBare)
        return false;
    if (operation.withheld && (operation.disclosed || !(operation.entity == noEntity()) || !operation.field.isEmpty()))
        return false;
    if (operation.form == OperationForm::Plain)
        return edit.salt.isEmpty() && operation.target.isEmpty();
    if (!edit.withheld && edit.salt.size() != saltSize)
        return false;
    if (operation.disclosed)
        return operation.salt.size() == 2 * saltSize && operation.target.isEmpty();
    return operation.target.size() == (operation.withheld ? digestSize : saltSize);
}

} // namespace

bool isCheckable(const Operation &operation)
{
    return operation.form == OperationForm::Committed || !(operation.withheld || operation.edit.withheld);
}

QString textOf(const ChainEnds &ends)
{
    QStringList lines;
    for (const auto &[replica, end] : ends)
        lines.append(QStringLiteral("%1 %2 %3").arg(replica.toString()).arg(end.sequence).arg(toHex(end.hash)));
    return lines.join(QLatin1Char('\n'));
}

std::optional<ChainEnds> chainEndsFrom(const QString &text)
{
    ChainEnds ends;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(QLatin1Char(' '));
        const auto replica = parts.size() == 3 ? ReplicaId::fromString(parts[0]) : std::nullopt;
        const QByteArray hash = replica ? QByteArray::fromHex(parts[2].toLatin1()) : QByteArray();
        if (hash.size() != static_cast<qsizetype>(Digest().size()))
            return std::nullopt;
        ends[*replica] = {parts[1].toULongLong(), digestFromBytes(hash), 0};
    }
    return ends;
}

IncomingCheck::IncomingCheck(const Standard &standard, const AssessmentId &assessment, ChainEnds theirs)
    : m_standard(standard)
    , m_empty(assessment)
    , m_theirs(std::move(theirs))
{}

void IncomingCheck::continueFrom(const ReplicaId &replica, const ChainEnd &end)
{
    m_ends[replica] = end;
    m_edits.erase(replica);
}

Result<> IncomingCheck::check(const Operation &operation)
{
    ADIT_TRY(checkChain(operation));
    ADIT_TRY(checkReferences(operation));
    ADIT_TRY(checkWords(operation));
    return checkContent(operation);
}

Result<> IncomingCheck::checkChain(const Operation &operation)
{
    const Version &version = operation.version;
    const auto [known, isNew] = m_ends.try_emplace(version.replica);
    ChainEnd &end = known->second;
    if (isNew)
        end.hash = startOf(version.replica);
    if (version.sequence != end.sequence + 1)
        return refused(version, QStringLiteral("operation %1 is missing before it").arg(end.sequence + 1));
    if (operation.time <= end.time)
        return refused(version, QStringLiteral("its clock runs backwards"));
    const bool isFirst = operation.edit.first == version.sequence;
    if (isFirst)
        m_edits.insert_or_assign(version.replica, CurrentEdit{operation.edit, editBytes(operation.edit)});
    const auto edit = m_edits.find(version.replica);
    if (edit == m_edits.end() || edit->second.context != operation.edit)
        return refused(version, QStringLiteral("it does not belong to the edit that it names"));
    if (!isChained(end.hash, operation, edit->second.bytes))
        return refused(version, QStringLiteral("its hash does not follow from the one before it"));
    const bool isCommitted =
        operation.disclosed ? commitmentOf(operation.salt, operation.value) == operation.commitment : !operation.value;
    if (!isCommitted)
        return refused(version, QStringLiteral("its value is not the one that was committed to"));
    if (!isSalted(operation))
        return refused(version, QStringLiteral("its salts are not such as an operation of its form has"));
    end = {version.sequence, operation.hash, operation.time};
    return {};
}

Result<> IncomingCheck::checkReferences(const Operation &operation) const
{
    const auto isThere = [&](const Version &version) {
        if (version.replica == operation.version.replica)
            return version.sequence > 0 && version.sequence < operation.version.sequence;
        const auto chain = m_theirs.find(version.replica);
        return chain != m_theirs.end() && version.sequence > 0 && version.sequence <= chain->second.sequence;
    };
    const auto &bases = operation.bases;
    if (bases.size() > mostBases ||
        std::ranges::adjacent_find(bases, [](const Version &a, const Version &b) { return !(a < b); }) != bases.end())
        return refused(operation.version, QStringLiteral("what it replaces is not a list in order"));
    if (!std::ranges::all_of(bases, isThere) || (operation.edit.undoes && !isThere(*operation.edit.undoes)))
        return refused(operation.version, QStringLiteral("it refers to an operation that is not in that file"));
    return {};
}

Result<> IncomingCheck::checkWords(const Operation &operation) const
{
    const EditContext &edit = operation.edit;
    const auto areClean = [](std::initializer_list<const QString *> words) {
        return std::ranges::all_of(words, [](const QString *word) { return isClean(*word); });
    };
    // The words of an edit are those of its first operation.
    const bool isFirst = edit.first == operation.version.sequence;
    if (!areClean({&operation.entity.code, &operation.field}) ||
        (isFirst && !areClean({&edit.verb, &edit.subject, &edit.actor, &edit.app, &edit.language})))
        return refused(
            operation.version,
            QStringLiteral("its names have at most %1 characters and no control characters").arg(longestWord));
    return {};
}

/// Codes of things that exist once by nature stand in the standard, as far as it lists them.
bool IncomingCheck::isKnownCode(const EntityRef &entity) const
{
    const bool isNode =
        entity.kind == EntityKind::Answer || entity.kind == EntityKind::Action || entity.kind == EntityKind::Relevance;
    if (isNode) {
        const auto code = RequirementCode::fromString(entity.code);
        const auto *node = code ? m_standard.find(*code) : nullptr;
        return node && (entity.kind == EntityKind::Relevance || code->level() == NodeLevel::Requirement);
    }
    if (entity.kind == EntityKind::Details)
        return entity.code.isEmpty();
    return kindInfo(entity.kind).hasLabels() ? isLabel(entity.kind, entity.code) : !entity.code.isEmpty();
}

bool IncomingCheck::isKnown(const EntityRef &entity)
{
    if (const auto known = m_known.constFind(entity.id); known != m_known.constEnd())
        return *known == entity;
    const bool is = m_empty.isGenuine(entity) && isKnownCode(entity);
    if (is)
        m_known.insert(entity.id, entity);
    return is;
}

const std::optional<FieldPath> &IncomingCheck::path(EntityKind kind, const QString &field)
{
    const auto [known, isNew] = m_paths.try_emplace({kind, field});
    if (isNew)
        known->second = resolveField(kind, field);
    return known->second;
}

Result<> IncomingCheck::checkContent(const Operation &operation)
{
    if (operation.withheld)
        return {};
    const auto &path = this->path(operation.entity.kind, operation.field);
    if (!path)
        return refused(operation.version, QStringLiteral("there is no field “%1”").arg(operation.field));
    if (!isKnown(operation.entity))
        return refused(operation.version, QStringLiteral("“%1” is no %2 of this case")
                                              .arg(operation.entity.code, kindInfo(operation.entity.kind).name));
    if (!operation.value)
        return {};
    if (!path->member.isEmpty())
        return *operation.value == QLatin1String("1")
                   ? Result<>()
                   : refused(operation.version, QStringLiteral("a member of a list is there or not"));
    const auto checked = checkedValue(*path->field, m_standard, *operation.value);
    if (!checked || *checked != operation.value)
        return refused(operation.version,
                       QStringLiteral("its value could not have been typed into “%1”").arg(operation.field));
    return {};
}

namespace {

/// A chain that is being put into the order, edit by edit.
struct Waiting
{
    std::vector<Operation> *chain;
    std::size_t at = 0;

    bool isDone() const { return at == chain->size(); }
    std::span<Operation> edit() const
    {
        const auto rest = std::span(*chain).subspan(at);
        const auto end = std::ranges::find_if(
            rest, [&](const Operation &operation) { return operation.edit.first != rest.front().edit.first; });
        return rest.first(static_cast<std::size_t>(end - rest.begin()));
    }
};

} // namespace

Result<std::vector<Operation>> inOrder(std::vector<std::vector<Operation>> chains)
{
    std::erase_if(chains, [](const auto &chain) { return chain.empty(); });
    if (chains.size() == 1) // waits for nobody
        return std::move(chains.front());
    std::map<ReplicaId, quint64> reached; // of the chains that are still to come: what has been taken of them
    std::vector<Waiting> waiting;
    std::size_t count = 0;
    for (auto &chain : chains) {
        reached[chain.front().version.replica] = chain.front().version.sequence - 1;
        waiting.push_back({&chain});
        count += chain.size();
    }
    const auto isReached = [&](const Version &base, const ReplicaId &own) {
        const auto chain = reached.find(base.replica);
        return base.replica == own || chain == reached.end() || base.sequence <= chain->second;
    };
    const auto mayCome = [&](const Waiting &chain) {
        return std::ranges::all_of(chain.edit(), [&](const Operation &operation) {
            return std::ranges::all_of(operation.bases,
                                       [&](const Version &base) { return isReached(base, operation.version.replica); });
        });
    };
    std::vector<Operation> order;
    order.reserve(count);
    while (order.size() < count) {
        Waiting *next = nullptr;
        for (Waiting &chain : waiting)
            if (!chain.isDone() && (!next || chain.edit().front().time < next->edit().front().time) && mayCome(chain))
                next = &chain;
        if (!next) {
            const auto stuck = std::ranges::find_if(waiting, [](const Waiting &chain) { return !chain.isDone(); });
            return refused(stuck->edit().front().version, QStringLiteral("its chain and others wait for each other"));
        }
        const auto edit = next->edit();
        reached[edit.front().version.replica] = edit.back().version.sequence;
        next->at += edit.size();
        std::ranges::move(edit, std::back_inserter(order));
    }
    return order;
}

} // namespace adit
