// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/checkedchain.h"

#include <algorithm>
#include <future>
#include <iterator>

namespace adit {

namespace {

constexpr std::size_t blockSize = 2000;
/// The other file says how many there are, and may say anything.
constexpr quint64 mostReserved = 200'000;

/// Checks one block after the other beside its owner.
class BlockChecker
{
public:
    BlockChecker(IncomingCheck &check, std::size_t count, const std::function<Result<>(std::size_t)> &report)
        : m_check(check)
        , m_report(report)
    {
        m_checked.reserve(count);
    }

    /// Waits for the block before.
    Result<> start(std::vector<Operation> block)
    {
        ADIT_TRY(finish());
        m_block = std::move(block);
        m_running = std::async(std::launch::async, [this] { return checkBlock(); });
        return {};
    }

    Result<> finish()
    {
        if (!m_running.valid())
            return {};
        ADIT_TRY(m_running.get());
        std::ranges::move(m_block, std::back_inserter(m_checked));
        return m_report(m_block.size());
    }

    std::vector<Operation> takeChecked() { return std::move(m_checked); }

private:
    Result<> checkBlock()
    {
        for (const Operation &operation : m_block)
            ADIT_TRY(m_check.check(operation));
        return {};
    }

    IncomingCheck &m_check;
    const std::function<Result<>(std::size_t)> &m_report;
    std::vector<Operation> m_checked;
    std::vector<Operation> m_block;
    std::future<Result<>> m_running; ///< the last, so that it is waited for before the rest goes
};

} // namespace

Result<std::vector<Operation>> checkedChain(MergeTables &from, IncomingCheck &check, const ReplicaId &replica,
                                            quint64 after, quint64 end,
                                            const std::function<Result<>(std::size_t)> &report)
{
    BlockChecker checker(check, std::min<quint64>(end - after, mostReserved), report);
    std::vector<Operation> block;
    block.reserve(blockSize);
    Result<> checked;
    ADIT_TRY(from.forEachOfChain(replica, after, [&](Operation &operation) {
        block.push_back(std::move(operation));
        if (block.size() == blockSize) {
            checked = checker.start(std::exchange(block, {}));
            block.reserve(blockSize);
        }
        return checked.has_value();
    }));
    ADIT_TRY(std::move(checked));
    ADIT_TRY(checker.start(std::move(block)));
    ADIT_TRY(checker.finish());
    return checker.takeChecked();
}

} // namespace adit
