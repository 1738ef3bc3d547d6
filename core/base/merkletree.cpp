// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/merkletree.h"

#include <QByteArray>
#include <bit>

namespace adit {

namespace {

Digest nodeHash(const Digest &left, const Digest &right)
{
    return sha256(QByteArray(1, '\1') + toBytes(left) + toBytes(right));
}

/// The largest power of two below the number of leaves: where RFC 9162 cuts them.
std::size_t cutOf(std::size_t count)
{
    return std::bit_floor(count - 1);
}

} // namespace

Digest leafHash(QByteArrayView bytes)
{
    QByteArray out(1, '\0');
    out.append(bytes);
    return sha256(out);
}

Digest treeRoot(std::span<const Digest> leaves)
{
    if (leaves.empty())
        return sha256({});
    if (leaves.size() == 1)
        return leaves.front();
    const std::size_t cut = cutOf(leaves.size());
    return nodeHash(treeRoot(leaves.first(cut)), treeRoot(leaves.subspan(cut)));
}

std::vector<Digest> inclusionProof(std::span<const Digest> leaves, std::size_t index)
{
    if (leaves.size() < 2)
        return {};
    const std::size_t cut = cutOf(leaves.size());
    const bool isLeft = index < cut;
    std::vector<Digest> proof =
        isLeft ? inclusionProof(leaves.first(cut), index) : inclusionProof(leaves.subspan(cut), index - cut);
    proof.push_back(treeRoot(isLeft ? leaves.subspan(cut) : leaves.first(cut)));
    return proof;
}

bool isIncluded(const Digest &leaf, std::size_t index, std::size_t count, std::span<const Digest> proof,
                const Digest &root)
{
    if (index >= count)
        return false;
    Digest hash = leaf;
    std::size_t last = count - 1;
    for (const Digest &beside : proof) {
        if (last == 0)
            return false;
        if (index % 2 == 1 || index == last) {
            hash = nodeHash(beside, hash);
            while (index % 2 == 0 && index != 0) {
                index >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, beside);
        }
        index >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

} // namespace adit
