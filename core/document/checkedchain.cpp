// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/checkedchain.h"

#include <algorithm>
#include <future>
#include <span>
#include <utility>

namespace adit {

namespace {

constexpr std::size_t blockSize = 2000;
/// The other file says how many there are, and may say anything.
constexpr quint64 mostReserved = 200'000;

/// Checks one block after the other beside its owner.
class BlockChecker
{
public:
    BlockChecker(IncomingCheck &check, const std::function<Result<>(std::size_t)> &report)
        : m_check(check)
        , m_report(report)
    {}

    /// Waits for the block before. This one has to stay where it is until it is finished.
    Result<> start(std::span<const Operation> block)
    {
        ADIT_TRY(finish());
        m_count = block.size();
        m_running = std::async(std::launch::async, [this, block] { return checkBlock(block); });
        return {};
    }

    Result<> finish()
    {
        if (!m_running.valid())
            return {};
        ADIT_TRY(m_running.get());
        return m_report(m_count);
    }

private:
    Result<> checkBlock(std::span<const Operation> block)
    {
        for (const Operation &operation : block)
            ADIT_TRY(m_check.check(operation));
        return {};
    }

    IncomingCheck &m_check;
    const std::function<Result<>(std::size_t)> &m_report;
    std::size_t m_count = 0;
    std::future<Result<>> m_running;
};

} // namespace

Result<std::vector<Operation>> checkedChain(MergeTables &from, IncomingCheck &check, const ReplicaId &replica,
                                            quint64 after, quint64 end,
                                            const std::function<Result<>(std::size_t)> &report)
{
    std::vector<Operation> operations;
    operations.reserve(std::min(end - after, mostReserved));
    BlockChecker checker(check, report); // goes before what it looks at
    std::size_t begun = 0;
    Result<> checked;
    ADIT_TRY(from.forEachOfChain(replica, after, [&](Operation &operation) {
        if (operations.size() == operations.capacity())
            checked = checker.finish(); // they are about to move
        operations.push_back(std::move(operation));
        if (checked && operations.size() - begun == blockSize)
            checked = checker.start(std::span(operations).subspan(std::exchange(begun, operations.size())));
        return checked.has_value();
    }));
    ADIT_TRY(std::move(checked));
    ADIT_TRY(checker.start(std::span(operations).subspan(begun)));
    ADIT_TRY(checker.finish());
    return operations;
}

} // namespace adit
