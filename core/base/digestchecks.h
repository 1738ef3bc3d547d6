// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"

#include <deque>
#include <future>
#include <memory>
#include <string>
#include <vector>

namespace adit {

/// Very many pieces of bytes, each of which is to have a certain digest (BLAKE2b-256). They are hashed beside the
/// caller, a block of them at a time: whoever reads pieces does not wait for their hashes.
class DigestChecks
{
public:
    DigestChecks();
    ~DigestChecks();

    /// Where the next piece is put together: its bytes go to the end. A plain string, since it grows by a few bytes at
    /// a time, millions of times.
    std::string &bytes();
    /// What has been put there since the last call is a piece, and this is what its digest has to be.
    void expect(const Digest &digest);
    /// What has been put there since the last call is a piece whose digest is not known but is a part of the next one:
    /// it takes the place of the bytes that begin so many before its end. The next call is expect().
    void passOn(std::size_t beforeEnd);
    /// Waits for all of them. Those that have another digest, in order; only expected ones are counted, from 0.
    std::vector<std::size_t> wrong();

private:
    struct Block;

    void startBlock();
    void collectOldest();

    std::unique_ptr<Block> m_block;
    std::size_t m_count = 0;
    std::deque<std::future<std::vector<std::size_t>>> m_running;
    std::vector<std::size_t> m_wrong;
};

} // namespace adit
