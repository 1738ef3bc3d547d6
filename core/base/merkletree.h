// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"

#include <QByteArrayView>
#include <cstddef>
#include <span>
#include <vector>

namespace adit {

// The tree over what a signature is put to (RFC 9162, 2.1; SHA-256): a leaf is hashed with 0x00 before it, a node
// with 0x01, so that neither can pass for the other.

Digest leafHash(QByteArrayView bytes);
/// That of no leaves is the digest of nothing.
Digest treeRoot(std::span<const Digest> leaves);

/// The hashes beside the way from a leaf to the root, lowest first. `index` is less than the number of leaves.
std::vector<Digest> inclusionProof(std::span<const Digest> leaves, std::size_t index);
/// Whether a leaf is at that place of a tree with that many leaves and that root.
bool isIncluded(const Digest &leaf, std::size_t index, std::size_t count, std::span<const Digest> proof,
                const Digest &root);

} // namespace adit
