// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/intakecheck.h"

#include "core/base/rule.h"
#include "core/storage/casestore.h"

#include <algorithm>
#include <set>

namespace adit {

namespace {

class IntakeCheck
{
public:
    IntakeCheck(CaseStore &store, const Intake &intake)
        : m_store(store)
        , m_tables(store.merges())
        , m_intake(intake)
    {}

    Result<> run()
    {
        ADIT_TRY_ASSIGN(m_ends, m_tables.ends());
        ADIT_TRY(checkDisclosed());
        for (const Intake::Moved &moved : m_intake.moved)
            ADIT_TRY(checkMoved(moved));
        ADIT_TRY(checkChains());
        return checkReferences();
    }

private:
    Error changed(const Version &version) const
    {
        return {ErrorCode::OperationRefused, m_intake.source,
                ruleMark(Rule::ReadCopyAgain,
                         {QStringLiteral("%1:%2").arg(version.replica.toString()).arg(version.sequence)})};
    }

    /// What gets its content is still here, and is the same.
    Result<> checkDisclosed()
    {
        for (const Operation &operation : m_intake.disclosure.operations) {
            ADIT_TRY_ASSIGN(const auto here, m_tables.endAt(operation.version.replica, operation.version.sequence));
            if (!here || here->hash != operation.hash)
                return changed(operation.version);
        }
        for (const auto &[first, context] : m_intake.disclosure.contexts) {
            ADIT_TRY_ASSIGN(const auto here, m_store.journal().find(first));
            // Nothing in a withheld one of the first form tells what it is of.
            const bool isSame = here && (here->form == OperationForm::Plain ||
                                         contextCommitment(here->edit) == contextCommitment(context));
            if (!isSame)
                return changed(first);
        }
        return {};
    }

    /// Our tail is the one that the moved one was made of, and nothing was built on it since.
    Result<> checkMoved(const Intake::Moved &moved)
    {
        const auto &[replica, common, ourCount, theirCount] = moved.fork;
        ADIT_TRY_ASSIGN(std::vector<Operation> tail, m_tables.chain(replica, common));
        if (tail.size() != moved.operations.size())
            return changed({replica, common + tail.size()});
        tail = rehomed(m_store.assessmentId(), std::move(tail), moved.labels);
        const Operation &last = moved.operations.back();
        ADIT_TRY_ASSIGN(const bool isBuiltOn, m_tables.isBuiltOn(replica, common));
        ADIT_TRY_ASSIGN(const bool areNamed, m_tables.areNamedByOthers(replica, moved.labels));
        if (tail.back().hash != last.hash || isBuiltOn || areNamed)
            return changed({replica, common + 1});
        // Where the chains will stand.
        ADIT_TRY_ASSIGN(const auto before, m_tables.endAt(replica, common));
        if (before)
            m_ends[replica] = *before;
        else
            m_ends.erase(replica);
        m_ends[last.version.replica] = {last.version.sequence, last.hash, last.time};
        return {};
    }

    /// The first new operation of a chain follows the last one here.
    Result<> checkChains()
    {
        std::set<ReplicaId> begun;
        auto chain = m_ends.end(); // operations of one mostly follow each other
        for (const Operation &operation : m_intake.operations) {
            const Version &version = operation.version;
            bool isFirst = false;
            if (chain == m_ends.end() || !(chain->first == version.replica)) {
                const auto [known, isNew] = m_ends.try_emplace(version.replica);
                chain = known;
                if (isNew)
                    chain->second.hash = chainStart(m_store.assessmentId(), version.replica);
                isFirst = begun.insert(version.replica).second;
            }
            ChainEnd &end = chain->second;
            if (version.sequence != end.sequence + 1 ||
                (isFirst && !isChained(end.hash, operation, editBytes(operation.edit))))
                return changed(version);
            end = {version.sequence, operation.hash, operation.time};
        }
        return {};
    }

    /// What new operations are based on may have come with a merge that is no longer here.
    Result<> checkReferences() const
    {
        auto chain = m_ends.end();
        const auto isHere = [&](const Version &version) {
            if (chain == m_ends.end() || !(chain->first == version.replica))
                chain = m_ends.find(version.replica);
            return chain != m_ends.end() && version.sequence <= chain->second.sequence;
        };
        for (const Operation &operation : m_intake.operations) {
            const auto &undoes = operation.edit.undoes;
            if (!std::ranges::all_of(operation.bases, isHere) || (undoes && !isHere(*undoes)))
                return changed(operation.version);
        }
        return {};
    }

    CaseStore &m_store;
    MergeTables m_tables;
    const Intake &m_intake;
    ChainEnds m_ends; ///< where the chains stand, or will stand
};

} // namespace

Result<> checkGoesOn(CaseStore &store, const Intake &intake)
{
    return IntakeCheck(store, intake).run();
}

} // namespace adit
