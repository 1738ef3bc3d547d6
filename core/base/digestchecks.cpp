// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digestchecks.h"

#include <algorithm>

namespace adit {

namespace {

constexpr std::size_t blockSize = std::size_t(1) << 20;
/// More than this are not kept waiting, so that memory does not grow with what is read.
constexpr std::size_t mostRunning = 8;

struct Piece
{
    std::size_t end; ///< in the bytes of its block
    Digest expected;
    /// Where its digest goes, counted from the end of the next piece; 0 where it is only compared.
    std::size_t beforeEnd = 0;
};

} // namespace

struct DigestChecks::Block
{
    std::size_t first; ///< number of its first piece that is compared
    std::string bytes{};
    std::vector<Piece> pieces{};

    std::vector<std::size_t> wrong()
    {
        std::vector<std::size_t> found;
        std::size_t number = first;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const Piece &piece = pieces[i];
            const Digest digest =
                blake2b(QByteArrayView(bytes.data() + begin, static_cast<qsizetype>(piece.end - begin)));
            if (piece.beforeEnd > 0)
                std::ranges::copy(digest, bytes.begin() + static_cast<qsizetype>(pieces[i + 1].end - piece.beforeEnd));
            else if (number++; digest != piece.expected)
                found.push_back(number - 1);
            begin = piece.end;
        }
        return found;
    }
};

DigestChecks::DigestChecks()
    : m_block(std::make_unique<Block>(Block{0}))
{}

DigestChecks::~DigestChecks() = default;

std::string &DigestChecks::bytes()
{
    return m_block->bytes;
}

void DigestChecks::passOn(std::size_t beforeEnd)
{
    m_block->pieces.push_back({m_block->bytes.size(), {}, beforeEnd});
}

void DigestChecks::expect(const Digest &digest)
{
    m_block->pieces.push_back({m_block->bytes.size(), digest});
    ++m_count;
    if (m_block->bytes.size() >= blockSize)
        startBlock();
}

void DigestChecks::startBlock()
{
    if (m_running.size() == mostRunning)
        collectOldest();
    m_running.push_back(std::async(std::launch::async, [block = std::move(m_block)] { return block->wrong(); }));
    m_block = std::make_unique<Block>(Block{m_count});
    m_block->bytes.reserve(blockSize + blockSize / 8);
}

void DigestChecks::collectOldest()
{
    const auto found = m_running.front().get();
    m_running.pop_front();
    m_wrong.insert(m_wrong.end(), found.begin(), found.end());
}

std::vector<std::size_t> DigestChecks::wrong()
{
    startBlock();
    while (!m_running.empty())
        collectOldest();
    return std::move(m_wrong);
}

} // namespace adit
